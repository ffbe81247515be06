/**
 * Reads the side table of one list: incidents, ballots, ratings. A row refers to its subject by key and period, or is nested in it in
 * JSON; a row whose subject is unknown is omitted and reported.
 */
import type { Cell, NearNames, SideTable } from "@yardstick/engine";
import type { Field, List, Program } from "@yardstick/language/program";
import { isBlank, shownText } from "./cell/written.js";
import type { ExpectedField } from "./header.js";
import { tableOfEntries } from "./entries-table.js";
import type { LocatedProblem } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import { RecordReader } from "./record-reader.js";
import type { InputTable } from "./input-tables.js";
import type { Steps } from "./steps.js";
import type { SubjectIndex } from "./subject-index.js";
import type { NestedEntries } from "./subjects.js";
import { isRequired } from "./subjects.js";
import { keyKinds } from "./target.js";

/** The side table of a list, and what is wrong with it. */
export interface SideRows {
  readonly table: SideTable;
  readonly problems: readonly LocatedProblem[];
}

/** The number of side rows read in one step. */
const BATCH = 512;

/** Reads the rows of all tables of a list, then those nested in subjects. */
export function* readSideRows(
  program: Program,
  list: List,
  tables: readonly InputTable[],
  nested: readonly NestedEntries[],
  subjects: SubjectIndex,
  names: NearNames,
): Steps<SideRows> {
  const columns: Cell[][] = list.columns.map(() => []);
  const owner: number[] = [];
  const problems: LocatedProblem[] = [];
  const keys = [program.key, ...(program.period === null ? [] : [program.period])];
  const keyFields = keys.flatMap((index) => program.fields[index] ?? []);
  const width = keyFields.length;

  const append = (reader: RecordReader, row: RawRow, of: number) => {
    const at = owner.length;
    const cells = reader.cells(row, at, [0, width - 1]);
    for (const [column, values] of columns.entries()) values.push(cells[width + column] ?? null);
    owner.push(of);
  };
  const expectedFields = (keyIsRequired: boolean): readonly ExpectedField[] => [
    ...keyFields.map((field, index) => ({
      field: asText(field),
      required: keyIsRequired && (index === 0 || subjects.hasSeveralPeriods),
      ...(index === 0 && keyIsRequired ? { kinds: keyKinds(program) } : {}),
    })),
    ...list.columns.map((field) => ({ field, required: isRequired(field) })),
  ];

  for (const input of tables) {
    const reader = new RecordReader(input, expectedFields(true), program.choices);
    const [keyField, periodField] = keyFields;
    for (const [number, row] of (reader.has(0) ? input.raw.rows : []).entries()) {
      if (number % BATCH === BATCH - 1) yield;
      const key = reader.peek(row, 0);
      const period = width > 1 ? reader.peek(row, 1) : null;
      const location = { index: null, row: row.row, column: keyField?.name ?? null, expected: [] };
      const of = key === null ? null : subjects.find(key, period);
      if (key === null) {
        reader.reportInvalidKey(row, 0, keyField?.name ?? "");
      } else if (period === null && width > 1 && !isBlank(reader.raw(row, 1))) {
        const found = shownText(reader.raw(row, 1));
        reader.problems.add({ ...location, column: null, found, reason: "unclear-period" });
      } else if (of === "ambiguous") {
        reader.problems.add({ ...location, column: periodField?.name ?? null, found: "", reason: "missing-key" });
      } else if (of === null) {
        const found = period === null ? String(key) : `${String(key)}，${String(period)}`;
        const near = names.near(String(key));
        if (near.length === 0) reader.problems.add({ ...location, found, reason: "unknown-key" });
        else reader.problems.add({ ...location, found, reason: "near-key", expected: near });
        for (const name of near) {
          const owner = subjects.find(name, period);
          if (typeof owner !== "number") continue;
          problems.push({
            ...input.location,
            severity: "warning",
            table: program.subject,
            index: owner,
            row: null,
            column: program.fields[list.field]?.name ?? list.name,
            found,
            reason: "near-key",
            expected: [name, list.name, String(row.row)],
          });
        }
      } else {
        append(reader, row, of);
      }
    }
    problems.push(...reader.problems.found);
  }

  for (const input of new Set(nested.map((group) => group.input))) {
    // All nested rows of a file are read as one table, so that a wrong column name is reported once.
    const flat = nested
      .filter((group) => group.input === input)
      .flatMap(({ owner: of, row, entries }) => entries.map((entry) => ({ of, row, entry })));
    const { nonObjects, ...raw } = yield* tableOfEntries(flat.map(({ entry }) => entry));
    const location = { ...input.location, table: list.name };
    const reader = new RecordReader(
      { location, raw, headerRow: null, aside: [] },
      expectedFields(false),
      program.choices,
    );
    for (const at of nonObjects) {
      const row = flat[at - 1]?.row ?? null;
      reader.problems.add({ index: null, row, column: null, found: "", reason: "unreadable", expected: [] });
    }
    for (const [number, row] of raw.rows.entries()) {
      if (number % BATCH === BATCH - 1) yield;
      const source = flat[row.row - 1];
      if (source !== undefined) append(reader, { ...row, row: source.row }, source.of);
    }
    problems.push(...reader.problems.found);
  }
  return { table: { rows: owner.length, columns, owner }, problems };
}

/** The key as a text field: side rows only refer to a subject, and only the subject table checks the type of the key. */
function asText(field: Field): Field {
  return field.type.kind === "period" ? field : { ...field, type: { kind: "text" } };
}
