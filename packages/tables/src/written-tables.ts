/**
 * Reads files into tables of text: headers are found, titles are removed, cells are not yet read. For views in which a table is shown
 * and corrected before it is scored.
 */
import { foldHeader, RECORD_HEADERS } from "@yardstick/engine";
import type { RowVerdict } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import type { ReadOptions } from "./assemble.js";
import { composed } from "./cell/written.js";
import { writtenText } from "./written-text.js";
import { unitAbove } from "./header.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { LocatedProblem } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import type { TableReport } from "./report.js";
import type { InputTable } from "./input-tables.js";
import type { TableSource } from "./input-collector.js";
import { sortSources } from "./input-collector.js";
import type { Target } from "./target.js";
import { headersOfTarget } from "./target.js";

/** A table of one file as text. */
export interface WrittenTable {
  readonly role: Target["role"];
  /** Name of the list; empty for the other roles. */
  readonly name: string;
  readonly header: readonly string[];
  /** Rows in the order of the file, including those that are not subjects, which are recognised again when the table is scored. */
  readonly rows: readonly (readonly string[])[];
  /** For each column the name of its field; null where the rubric has none. */
  readonly fields: readonly (string | null)[];
  /** Fields that the table has no column for. */
  readonly missing: readonly string[];
  /** Rows that are not subjects, and rows that may not be. */
  readonly inQuestion: readonly RowInQuestion[];
}

/** A row that may not be a subject, as text. */
interface RowInQuestion {
  readonly key: string;
  readonly cells: readonly string[];
  readonly verdict: RowVerdict;
}

/** The tables of all files as text. */
export interface TablesWritten {
  readonly tables: readonly WrittenTable[];
  /** Problems of whole files and sheets, and rows that were removed. */
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
}

/** Reads files into tables of text. Never throws. */
export function writtenTables(
  program: Program,
  sources: readonly TableSource[],
  { limits = {}, rows = {} }: ReadOptions = {},
): TablesWritten {
  const input = sortSources(program, sources, { ...DEFAULT_TABLE_LIMITS, ...limits }, rows);
  const of = (target: Target) => (table: InputTable) => written(program, target, table);
  return {
    tables: [
      ...input.subjects.map(of({ role: "subjects" })),
      ...[...input.lists].flatMap(([list, tables]) => tables.map(of({ role: "list", list }))),
      ...input.constants.map(of({ role: "constants" })),
      ...input.history.map(of({ role: "history" })),
    ],
    problems: input.problems,
    reports: input.reports,
  };
}

/** A header with the unit that counts for its column only because a line above the table states it: the line is not part of the table. */
function withUnitAbove(header: string, field: Field | undefined, units: readonly string[]): string {
  const above = field === undefined ? null : unitAbove(field, units);
  const isBare = field !== undefined && foldHeader(header) === foldHeader(field.name);
  return above?.isOther === true && isBare ? `${header}（${above.unit}）` : header;
}

function written(program: Program, target: Target, { raw, aside }: InputTable): WrittenTable {
  const known = headersOfTarget(program, target);
  const { recordColumn: recordAt = -1 } = raw;
  const header = raw.headers.map((name, at) =>
    at === recordAt
      ? RECORD_HEADERS.zh
      : withUnitAbove(composed(name), known.fields[known.find(name)], raw.units ?? []),
  );
  const columns = header.map((name) => known.fields[known.find(name)]);
  const fields = columns.map((field) => field?.name ?? null);
  const cellsOf = ({ cells, record = "" }: RawRow) =>
    columns.map((field, at) => (at === recordAt ? record : writtenText(cells[at], field, raw.serials)));
  const expectedFields = known.fields.filter(({ type, judgement }) => type.kind !== "list" && judgement === null);
  const rows = [...raw.rows, ...aside.map(({ row }) => row)].sort((one, other) => one.row - other.row);
  return {
    role: target.role,
    name: target.role === "list" ? (program.lists[target.list]?.name ?? "") : "",
    header,
    rows: rows.map(cellsOf),
    fields,
    inQuestion: [
      ...aside.map(({ key, row, verdict }) => ({ key, cells: cellsOf(row), verdict })),
      ...raw.rows.flatMap((row) =>
        row.verdict === undefined
          ? []
          : [
              {
                key: writtenText(row.cells[known.keyColumn(header)], known.fields[known.key]),
                cells: cellsOf(row),
                verdict: row.verdict,
              },
            ],
      ),
    ],
    missing:
      target.role === "history" ? [] : expectedFields.map(({ name }) => name).filter((name) => !fields.includes(name)),
  };
}
