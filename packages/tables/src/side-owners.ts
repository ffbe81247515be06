/**
 * The subjects that side rows belong to, and what is reported of rows whose subject is unknown.
 */
import type { Cell, NearNames, SideTable } from "@yardstick/engine";
import type { Field, List, Program } from "@yardstick/language/program";
import type { ExpectedField } from "./header.js";
import { keyOfPeriod } from "./key-of-period.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import type { RecordReader } from "./record-reader.js";
import { isRequired } from "./subject-fields.js";
import type { SubjectIndex } from "./subject-index.js";
import { keyKinds } from "./target.js";

/** The subjects that side rows belong to. */
export interface Owners {
  readonly index: SubjectIndex;
  /** Their keys, for finding similar names. */
  readonly names: NearNames;
  /** Periods by row; empty where the rubric has no period. */
  readonly periods: readonly Cell[];
}

/** The side rows of one list, with what is wrong with them. */
export interface SideRows {
  readonly table: SideTable;
  readonly problems: readonly LocatedProblem[];
}

/** The fields by which side rows name their subject: the key and, where the rubric has one, the period. */
export function ownerFields(program: Program): readonly Field[] {
  const keys = [program.key, ...(program.period === null ? [] : [program.period])];
  return keys.flatMap((index) => program.fields[index] ?? []);
}

/** The fields expected in a table of side rows: those that name the subject, then the columns of the list. */
export function expectedSideFields(
  program: Program,
  list: List,
  owners: Owners,
  keyIsRequired: boolean,
): readonly ExpectedField[] {
  return [
    ...ownerFields(program).map((field, index) => ({
      field: asText(field),
      required: keyIsRequired && (index === 0 || owners.index.hasSeveralPeriods),
      ...(index === 0 && keyIsRequired ? { kinds: keyKinds(program) } : {}),
    })),
    ...list.columns.map((field) => ({ field, required: isRequired(field) })),
  ];
}

/** The key as a text field: side rows only refer to a subject, and only the subject table checks the type of the key. */
function asText(field: Field): Field {
  return field.type.kind === "period" ? field : { ...field, type: { kind: "text" } };
}

/** A side row whose subject is unknown. */
interface StrangerRow {
  readonly reader: RecordReader;
  readonly location: TableLocation;
  readonly row: RawRow;
  readonly key: string;
  readonly period: Cell;
}

/** Reports the row, and gives a warning for each subject that it may mean. */
export function reportStranger(
  program: Program,
  list: List,
  owners: Owners,
  { reader, location, row, key, period }: StrangerRow,
): readonly LocatedProblem[] {
  const place = { index: null, row: row.row, column: ownerFields(program)[0]?.name ?? null, expected: [] };
  const found = keyOfPeriod(key, period);
  const near = owners.names.near(key).filter((name) => owners.index.find(name, period) !== null);
  if (near.length === 0) reader.problems.add({ ...place, found, reason: "unknown-key" });
  else reader.problems.add({ ...place, found, reason: "near-key", expected: near });
  return near.flatMap((name): readonly LocatedProblem[] => {
    const owner = owners.index.find(name, period);
    if (typeof owner !== "number") return [];
    return [
      {
        ...location,
        severity: "warning",
        table: program.subject,
        index: owner,
        row: null,
        column: program.fields[list.field]?.name ?? list.name,
        found,
        reason: "near-key",
        expected: [keyOfPeriod(name, owners.periods[owner] ?? null), list.name, String(row.row)],
      },
    ];
  });
}
