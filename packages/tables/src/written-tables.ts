/**
 * Files to tables as they were written: titles, totals and remarks left out, headers found, every cell still text. For those who
 * show a table and let it be corrected before anything is read from it.
 */
import type { RowVerdict } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import type { ReadOptions } from "./assemble.js";
import { composed } from "./cell/written.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { LocatedProblem } from "./problem.js";
import type { RawCell, RawRow } from "./raw-table.js";
import type { TableReport } from "./report.js";
import type { GivenTable } from "./given-tables.js";
import type { TableSource } from "./input-collector.js";
import { sortSources } from "./input-collector.js";
import type { Target } from "./target.js";
import { headersOfTarget } from "./target.js";

export interface WrittenTable {
  readonly role: Target["role"];
  /** Of the list; empty for the other roles. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** For each column the field that it holds, by name; null where the rubric knows none. */
  readonly fields: readonly (string | null)[];
  /** Fields that the table should hold and has no column for. */
  readonly missing: readonly string[];
  /** Rows that were taken out because they are no subjects, or stay in with a doubt. */
  readonly inQuestion: readonly RowInQuestion[];
}

/** A row that may be no subject, in the words of the file. */
interface RowInQuestion {
  readonly key: string;
  readonly cells: readonly string[];
  readonly verdict: RowVerdict;
}

export interface TablesWritten {
  readonly tables: readonly WrittenTable[];
  /** What kept a file from being read at all. */
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
}

export function writtenTables(
  program: Program,
  sources: readonly TableSource[],
  { limits = {}, rows = {} }: ReadOptions = {},
): TablesWritten {
  const given = sortSources(program, sources, { ...DEFAULT_TABLE_LIMITS, ...limits }, rows);
  const of = (target: Target) => (table: GivenTable) => written(program, target, table);
  return {
    tables: [
      ...given.subjects.map(of({ role: "subjects" })),
      ...[...given.lists].flatMap(([list, tables]) => tables.map(of({ role: "list", list }))),
      ...given.constants.map(of({ role: "constants" })),
      ...given.history.map(of({ role: "history" })),
    ],
    problems: given.problems,
    reports: given.reports,
  };
}

function written(program: Program, target: Target, { raw, aside }: GivenTable): WrittenTable {
  const known = headersOfTarget(program, target);
  const header = raw.headers.map(composed);
  const columns = header.map((name) => known.fields[known.find(name)]);
  const fields = columns.map((field) => field?.name ?? null);
  const cellsOf = ({ cells }: RawRow) => columns.map((field, at) => textOf(cells[at], field));
  const wanted = known.fields.filter(({ type, judgement }) => type.kind !== "list" && judgement === null);
  return {
    role: target.role,
    name: target.role === "list" ? (program.lists[target.list]?.name ?? "") : "",
    header,
    rows: raw.rows.map(cellsOf),
    fields,
    inQuestion: [
      ...aside.map(({ key, row, verdict }) => ({ key, cells: cellsOf(row), verdict })),
      ...raw.rows.flatMap((row) =>
        row.verdict === undefined
          ? []
          : [
              {
                key: textOf(row.cells[known.keyColumn(header)], known.fields[known.key]),
                cells: cellsOf(row),
                verdict: row.verdict,
              },
            ],
      ),
    ],
    missing: target.role === "history" ? [] : wanted.map(({ name }) => name).filter((name) => !fields.includes(name)),
  };
}

/**
 * The whole text of a cell, as the column of `field` reads it: numbers with all digits that are kept, spans of time in full, otherwise
 * what the sheet shows. What shows one thing and keeps another is written with both, which no column of numbers reads. A cell that a
 * merged range covers sideways has no text of its own.
 */
function textOf(raw: RawCell | undefined, field: Field | undefined): string {
  if (raw === undefined || raw === null) return "";
  if (typeof raw === "string") return composed(raw);
  if (typeof raw === "boolean") return String(raw);
  const kind = field?.type.kind;
  switch (raw.kind) {
    case "number":
      return raw.token;
    case "merged":
      return raw.down ? textOf(raw.content, field) : "";
    case "date":
      return kind === "date" ? (raw.iso ?? raw.text) : raw.text;
    case "time":
      return kind !== "number" ? raw.text : raw.seconds === null ? bothTexts(raw) : raw.kept;
    case "formatted":
      if (kind === "number") return raw.exact ?? bothTexts(raw);
      return raw.text === "" && kind !== undefined && kind !== "text" && kind !== "period" ? bothTexts(raw) : raw.text;
    case "structure":
    case "refused":
      return raw.text;
    case "rows":
      return "";
    default:
      return raw satisfies never;
  }
}

function bothTexts({ text, kept }: { readonly text: string; readonly kept: string }): string {
  return /\d|^$/u.test(text) ? `${text}（${kept}）` : text;
}
