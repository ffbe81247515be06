/**
 * Examines the rows of a table as `yardstick score` does: rows that are no subjects, keys, periods and texts that are one name in two
 * spellings. A query counts each of them, so any of them ends the run.
 */
import {
  figureOf,
  foldHeader,
  foldName,
  foldPeriod,
  hasShortYear,
  plainPeriod,
  roughFigure,
  sortRows,
} from "@yardstick/engine";
import type { RowVerdict } from "@yardstick/engine";
import { duckdb } from "../dialects/duckdb.js";
import { spellings } from "../inputs/spellings.js";
import type { Connection } from "../statement/run.js";

/** What is found. `rows`: keys of rows that may be no subjects. `alike`: spellings of one name. `period`: one that may be another. */
export type RowDoubt = "rows" | "alike" | "period";

/** What was found in a table. */
export interface RowsExamined {
  readonly doubt: { readonly what: RowDoubt; readonly found: readonly string[] } | null;
  /** Keys of subjects whose figures happen to add up. */
  readonly agreeing: readonly string[];
  /** Whether there are so many rows that figures, or spellings, were not compared. */
  readonly isPartial: boolean;
}

/** A table to examine. All names are SQL text. */
export interface TableExamined {
  readonly view: string;
  /** The table as it is written, with the columns of `written`. */
  readonly source: string;
  readonly isOfSubjects: boolean;
  readonly key: string;
  readonly period: string | null;
  /** Cells as written: of the key, of texts beside it, of numbers, of all others. */
  readonly written: {
    readonly key: string;
    readonly texts: readonly string[];
    readonly numbers: readonly string[];
    readonly others: readonly string[];
  };
  /** Names of the columns, that of the key first: a row that repeats two of them holds the headers of a table below. */
  readonly headers: readonly string[];
  /** Columns of the view whose texts the rubric compares. */
  readonly compared: readonly string[];
  /** Texts of the rubric, with which they are compared. */
  readonly literals: readonly string[];
}

/** Rows and names that are held in memory: as many subjects as `yardstick score` takes. */
const MOST = 200_000;
/** Longer texts are prose, which is not compared. */
const MAX_LENGTH = 60;
/** Names shown at most. */
const SHOWN = 5;
/** Words of rows that are no subjects; where there are too many rows, keys without one of them are not looked at. */
const WORDS = "[计均汇总和]|满分|权重|最[高低大小]|total|sum|mean|average|max|min|highest|lowest|full|weight";

/** Examines a table. */
export async function examineRows(connection: Connection, table: TableExamined): Promise<RowsExamined> {
  const sorted = await rowVerdicts(connection, table);
  const named = (state: (verdict: RowVerdict) => boolean) =>
    sorted.verdicts.filter(({ verdict }) => state(verdict)).map(({ key }) => key);
  const aside = named(({ state }) => state !== "scored");
  const agreeing = named(({ state }) => state === "scored");
  let isPartial = sorted.isPartial;
  if (aside.length > 0) return { doubt: { what: "rows", found: aside.slice(0, SHOWN) }, agreeing, isPartial };
  const alike = async (column: string, fold: (text: string) => string, literals: readonly string[]) => {
    const texts = await distinct(connection, table.view, column);
    isPartial ||= texts.length > MOST;
    return spellings(texts, fold, literals);
  };
  if (table.isOfSubjects) {
    const keys = await alike(table.key, foldName, []);
    if (keys !== null) return { doubt: { what: "alike", found: keys }, agreeing, isPartial };
  }
  if (table.period !== null) {
    const periods = await distinct(connection, table.view, table.period);
    const unclear = unclearAmong(periods);
    if (unclear.length > 0) return { doubt: { what: "period", found: unclear }, agreeing, isPartial };
    const same = spellings(periods, foldPeriod, []);
    if (same !== null) return { doubt: { what: "alike", found: same }, agreeing, isPartial };
  }
  for (const column of table.compared) {
    const found = await alike(column, foldName, table.literals);
    if (found !== null) return { doubt: { what: "alike", found }, agreeing, isPartial };
  }
  return { doubt: null, agreeing, isPartial };
}

/** Periods of a column that are not plainly written. */
export async function unclearPeriods(connection: Connection, view: string, column: string): Promise<readonly string[]> {
  return unclearAmong(await distinct(connection, view, column));
}

function unclearAmong(periods: readonly string[]): readonly string[] {
  return periods
    .filter((period) => hasShortYear(period) || plainPeriod(period) !== period || period.normalize("NFKC") !== period)
    .slice(0, SHOWN);
}

/** Compares the texts of a column with others: two spellings of one name, or null; `isPartial`: there are too many to compare. */
export async function alikeTexts(
  connection: Connection,
  { view, column, fold }: { readonly view: string; readonly column: string; readonly fold: "name" | "period" },
  others: { readonly view: string; readonly column: string },
): Promise<{ readonly found: readonly string[] | null; readonly isPartial: boolean }> {
  const [texts, known] = [
    await distinct(connection, view, column),
    await distinct(connection, others.view, others.column),
  ];
  const found = spellings(texts, fold === "name" ? foldName : foldPeriod, known);
  return { found, isPartial: texts.length > MOST || known.length > MOST };
}

/** The texts of a column, each once; one more than are compared where there are too many. */
async function distinct(connection: Connection, view: string, column: string): Promise<readonly string[]> {
  const rows = await connection.rows(
    `SELECT DISTINCT ${column} FROM ${view} WHERE length(${column}) <= ${MAX_LENGTH} LIMIT ${MOST + 1}`,
  );
  return Array.from(rows, ([text]) => String(text));
}

interface Verdicts {
  readonly verdicts: readonly { readonly key: string; readonly verdict: RowVerdict }[];
  readonly isPartial: boolean;
}

/** What is to be said of single rows. */
async function rowVerdicts(
  connection: Connection,
  { source, isOfSubjects, written, headers }: TableExamined,
): Promise<Verdicts> {
  const { key, texts, numbers, others } = written;
  const cells = [key, ...texts, ...numbers, ...others].map((cell, index) => `${cell} AS c${index}`).join(", ");
  const all = `SELECT ${cells} FROM ${source} AS written`;
  const read = async (where: string) =>
    Array.from(await connection.rows(`SELECT * FROM (${all})${where} LIMIT ${MOST + 1}`), (row) =>
      Array.from(row, (cell) => (typeof cell === "string" ? cell : "")),
    );
  const whole = await read("");
  const isPartial = whole.length > MOST;
  const [keyHeader = "", ...otherHeaders] = headers.map(foldHeader);
  const isHeader = duckdb.text(headers[0] ?? "");
  const named = [key, ...texts]
    .map((_, index) => `regexp_matches(c${index}, '(?i)${WORDS}') OR trim(c${index}) = ${isHeader}`)
    .join(" OR ");
  const rows = isPartial ? (await read(` WHERE ${named}`)).slice(0, MOST) : whole;
  const figureAt = 1 + texts.length;
  const end = figureAt + numbers.length;
  const cell = (row: number, at: number) => rows[row]?.[at] ?? "";
  const steps = sortRows({
    count: rows.length,
    isOfSubjects,
    key: (row) => cell(row, 0),
    texts: (row) => (rows[row] ?? []).filter((text) => text !== "" && figureOf(text) === null),
    figureColumns: numbers.length,
    figure: (row, column) =>
      cell(row, figureAt + column) === "" ? null : (figureOf(cell(row, figureAt + column)) ?? "text"),
    // Rows that were chosen by their words have no sums.
    roughly: (row, column) =>
      isPartial || figureAt + column >= end ? null : roughFigure(cell(row, figureAt + column)),
    groupColumns: texts.length,
    group: (row, column) => cell(row, 1 + column),
  });
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const verdicts = Array.from(step.value, ([row, verdict]) => ({ key: cell(row, 0), verdict }));
  const fieldHeaders = new Set(otherHeaders);
  for (const cells of rows) {
    const folded = cells.map(foldHeader);
    if (!folded.includes(keyHeader) || !folded.some((text) => fieldHeaders.has(text))) continue;
    verdicts.push({ key: cells[0] ?? "", verdict: { state: "aside", kind: "remark", by: "words" } });
  }
  return { verdicts, isPartial };
}

/** Columns of texts that a rubric compares, groups by or looks up, and the texts that it names. */
export interface Compared {
  /** Indexes of fields. */
  readonly fields: ReadonlySet<number>;
  /** `list/column` */
  readonly columns: ReadonlySet<string>;
  readonly literals: readonly string[];
}

/** What a rubric compares: every text field that any of its expressions reads. */
export function comparedIn(program: object): Compared {
  const [fields, columns, literals] = [new Set<number>(), new Set<string>(), new Set<string>()];
  JSON.stringify(program, (name, value: unknown) => {
    if (name === "within" && typeof value === "number") fields.add(value);
    if (typeof value !== "object" || value === null) return value;
    const node = value as Partial<Record<"kind" | "value" | "field" | "list" | "column", unknown>>;
    if (node.kind === "text" && typeof node.value === "string") literals.add(node.value);
    if (node.kind === "field" && typeof node.field === "number") fields.add(node.field);
    if (node.kind === "row-field") columns.add(`${String(node.list)}/${String(node.column)}`);
    return value;
  });
  return { fields, columns, literals: [...literals] };
}
