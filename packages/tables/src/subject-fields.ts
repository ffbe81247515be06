/**
 * The fields that a table of subjects may hold, and the side rows that stand inside a record of one.
 */
import type { Field, Program } from "@yardstick/language/program";
import { shownText } from "./cell/written.js";
import type { InputTable } from "./input-tables.js";
import type { ExpectedField } from "./header.js";
import type { RawRow } from "./raw-table.js";
import type { RecordReader } from "./record-reader.js";
import { keyKinds } from "./target.js";

/** Side rows that stood inside a subject's record. */
export interface NestedEntries {
  readonly list: number;
  readonly owner: number;
  /** Number of the subject's record in its file. */
  readonly row: number;
  readonly entries: readonly unknown[];
  readonly input: InputTable;
}

/** A column that must be there: without it, every subject would wait for the field. */
export function isRequired(field: Field): boolean {
  return field.type.kind !== "list" && !field.optional && field.default === null && field.judgement === null;
}

/** Side rows have no place in a cell of a sheet, so there a list's name is an unknown header. */
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
    // Of several tables each may hold a part of the columns; what none of them holds is reported at the end.
    if (field === undefined) return [];
    if (index === program.key) return [{ field, required: true, kinds: keyKinds(program) }];
    return [{ field, required: isAlone && isRequired(field) }];
  });
  return { expectedFields, at };
}

/** The side rows inside one record; `reader` is of the fields that `expectedFieldsOf` names. */
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
