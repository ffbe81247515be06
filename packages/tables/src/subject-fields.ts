/**
 * The fields expected in a subject table, and the side rows nested in its records.
 */
import type { Field, Program } from "@yardstick/language/program";
import { shownText } from "./cell/written.js";
import type { InputTable } from "./input-tables.js";
import type { ExpectedField } from "./header.js";
import type { RawRow } from "./raw-table.js";
import type { RecordReader } from "./record-reader.js";
import { keyKinds } from "./target.js";

/** Side rows nested in a subject's record. */
export interface NestedEntries {
  readonly list: number;
  readonly owner: number;
  /** Number of the subject's record in its file. */
  readonly row: number;
  readonly entries: readonly unknown[];
  readonly input: InputTable;
}

/** Whether the column of a field must exist: without it the field would be missing for every subject. */
export function isRequired(field: Field): boolean {
  return field.type.kind !== "list" && !field.optional && field.default === null && field.judgement === null;
}

/** The fields expected in a table, with their indexes in the program. Lists are expected only in JSON, where side rows can be nested. */
export function expectedFieldsOf(
  program: Program,
  input: InputTable,
  isAlone: boolean,
): { readonly expectedFields: readonly ExpectedField[]; readonly at: number[] } {
  const at = program.fields.flatMap((field, index) =>
    field.type.kind === "list" && input.location.format !== "json" ? [] : [index],
  );
  const expectedFields = at.flatMap((index) => {
    const field = program.fields[index];
    // Each of several tables may contain some of the columns; columns that all of them lack are reported at the end.
    if (field === undefined) return [];
    if (index === program.key) return [{ field, required: true, kinds: keyKinds(program) }];
    return [{ field, required: isAlone && isRequired(field) }];
  });
  return { expectedFields, at };
}

/** The side rows nested in one record; `reader` reads the fields of `expectedFieldsOf`. */
export function nestedEntries(
  program: Program,
  reader: RecordReader,
  input: InputTable,
  row: RawRow,
  owner: number,
): readonly NestedEntries[] {
  return program.fields.flatMap((field, position): readonly NestedEntries[] => {
    if (field.type.kind !== "list") return [];
    const raw = reader.raw(row, position);
    if (raw === undefined || raw === null || raw === "") return [];
    if (typeof raw === "object" && raw.kind === "rows") {
      return [{ list: field.type.list, owner, row: row.row, entries: raw.entries, input }];
    }
    const place = { index: owner, row: row.row, column: field.name };
    reader.problems.add({ ...place, found: shownText(raw), reason: "unreadable", expected: [] });
    return [];
  });
}
