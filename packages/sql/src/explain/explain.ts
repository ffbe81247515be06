/**
 * Explains one subject where the data lie: its rows and what depends on the others are asked of the engine, and the reference evaluator
 * explains it. The text is the same as of data in memory. Where no query gives what depends on the others, all rows are read, if they fit.
 */
import {
  type CellProblem,
  explain as explainInMemory,
  explainAlone,
  type Explanation,
  foldPeriod,
  type Result,
  Session,
  type SubjectResult,
} from "@yardstick/engine";
import { Unsupported } from "@yardstick/engine/plan";
import { coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { dialects } from "../dialects/index.js";
import { planRefusal, Refused, refuse, type SqlRefusal } from "../refusals/refusals.js";
import { planned } from "../statement/planned.js";
import { type Connection, type SqlSubject, withPeriods } from "../statement/run.js";
import type { SqlOptions } from "../statement/to-sql.js";
import { CohortQuery, type Id } from "./cohort-query.js";
import { type TableData, TableRows } from "./table-rows.js";

/** What is read at most where the rows of all are needed: as much as `yardstick explain` reads of files. */
const MOST = { subjects: 200_000, sideRows: 2_000_000 };

/** Options of `explain`. */
export interface ExplainOptions extends Omit<SqlOptions, "exact"> {
  /** The period of the subject. Default: the latest of its key. */
  readonly period?: string | null | undefined;
}

/** One subject explained, or why it is not. */
export type ExplainedRow =
  | {
      readonly kind: "explained";
      /** Whether the rows of all were read, since no query gives what the explanation says about the others. */
      readonly amongAll: boolean;
      readonly explanation: Explanation;
      /** Of the subject, and at least of those who tie with it at the cut of a quota: what the notes of a score sheet are made of. */
      readonly result: Result;
    }
  /** `known`: the keys there are, of the period where one is given, in the order of the data; none where there are more than 200,000. */
  | { readonly kind: "unknown-key"; readonly known: readonly string[] }
  /** `known`: the periods there are. */
  | { readonly kind: "unknown-period"; readonly known: readonly string[] }
  | { readonly kind: "refused"; readonly refusals: readonly SqlRefusal[] };

/**
 * Explains a subject. `key` is written as in the data. The promise is rejected with the engine's error: of a connection, or of a cell that
 * the query does not accept.
 */
export async function explain(
  program: Program,
  connection: Connection,
  key: string,
  options: ExplainOptions = {},
): Promise<ExplainedRow> {
  const { dialect = "duckdb", period = null } = options;
  const tables = await withPeriods(program, connection, options);
  const rows = new TableRows(coreOf(program), tables, dialects[dialect], connection);
  const isWanted = (of: string | null) => period === null || (of !== null && foldPeriod(of) === foldPeriod(period));
  const id = (await rows.idsOf(key)).find((each) => isWanted(each.period));
  if (id === undefined) return unknown(rows, period === null ? null : isWanted);
  try {
    return await explainedAlone(program, connection, rows, id, { ...options, tables });
  } catch (error) {
    const refusal =
      error instanceof Refused
        ? error.refusal
        : error instanceof Unsupported
          ? planRefusal(error.message, dialects[dialect].title)
          : null;
    if (refusal === null) throw error;
    const { subjects, sideRows } = await rows.sizes();
    const isFew = subjects <= MOST.subjects && sideRows <= MOST.sideRows;
    return isFew ? explainedAmongAll(program, rows, id, options) : { kind: "refused", refusals: [refusal] };
  }
}

/** What there is where the subject is not. `isWanted`: whether a period is the one that is given; null where none is. */
async function unknown(rows: TableRows, isWanted: ((period: string) => boolean) | null): Promise<ExplainedRow> {
  let within: string | null = null;
  if (isWanted !== null) {
    const known = await rows.periods();
    within = known.find(isWanted) ?? null;
    if (within === null) return { kind: "unknown-period", known };
  }
  const known = await rows.keys(within, MOST.subjects + 1);
  return { kind: "unknown-key", known: known.length > MOST.subjects ? [] : known };
}

/** With the rows of the subject alone. Throws `Refused` or `Unsupported` where no query gives what is needed of the others. */
async function explainedAlone(
  program: Program,
  connection: Connection,
  rows: TableRows,
  id: Id,
  { dialect = "duckdb", scenario = null, tables = {} }: ExplainOptions,
): Promise<ExplainedRow> {
  const query = new CohortQuery(planned(program, dialect, scenario, tables), id);
  const found = query.read(await connection.rows(query.text));
  if (found === null) return { kind: "unknown-key", known: [] };
  if (found.isNested) refuse("sql-explain-pending");
  const { dataset, positions } = await rows.dataset(id);
  const keys = await rows.inOrder(found.keys, id.period);
  const { facts } = found;
  const { explanation, subject, cuts } = explainAlone(program, dataset, scenario, {
    bound: facts.bound,
    exact: (node) => facts.exact(node),
    note: (grades) => facts.note(grades),
    order: (ranking) => facts.order(ranking, keys),
    tiedAtCut: (grades, row) => facts.tiedAtCut(grades, row, keys),
  });
  const subjects = [subject, ...found.tied.map(resultOf)].sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  const { problems } = dataset;
  return {
    kind: "explained",
    amongAll: false,
    explanation: placed(explanation, problems, positions),
    result: { rubric: program.title, scenario, subjects, requirements: [], policies: [], cuts, problems },
  };
}

/** With the rows of all subjects, as data in memory are explained. */
async function explainedAmongAll(
  program: Program,
  rows: TableRows,
  id: Id,
  { scenario = null }: ExplainOptions,
): Promise<ExplainedRow> {
  const { dataset, positions } = await rows.dataset(null);
  const { key, period } = id;
  const result = new Session(program, dataset, { scenario }, false).result();
  const [keys = [], periods = []] = [program.key, program.period].map((field) => dataset.subjects.columns[field ?? -1]);
  const row = keys.findIndex((each, index) => each === key && (period === null || periods[index] === period));
  const explanation =
    row < 0 ? null : (result.explain?.(row) ?? explainInMemory(program, dataset, key, { scenario, period }));
  if (explanation === null) return { kind: "unknown-key", known: [] };
  return {
    kind: "explained",
    amongAll: true,
    explanation: placed(explanation, dataset.problems, positions),
    result,
  };
}

/** The rows that are shown, by their numbers in their tables. */
function placed<T>(value: T, problems: readonly CellProblem[], positions: TableData["positions"]): T {
  const inTable = (table: string, row: number | null) => (row === null ? null : (positions.get(table)?.[row] ?? null));
  const known: ReadonlySet<object> = new Set(problems);
  const isProblem = (each: object): each is CellProblem => known.has(each);
  const walk = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== "object" || each === null) return each;
    if (isProblem(each)) return { ...each, index: inTable(each.table, each.index) };
    if ("list" in each && "row" in each && typeof each.list === "string" && typeof each.row === "number")
      return { ...each, row: inTable(each.list, each.row) ?? each.row };
    return Object.fromEntries(Object.entries(each).map(([name, own]) => [name, walk(own)]));
  };
  return walk(value) as T;
}

/** Of those who tie only the values matter that could decide it. */
function resultOf({ key, period, score, parts, outputs }: SqlSubject): SubjectResult {
  return {
    key,
    period,
    status: "scored",
    awaiting: [],
    score,
    parts,
    coefficients: {},
    vetoes: [],
    rankings: {},
    grades: {},
    awards: [],
    consequences: [],
    outputs,
    undecided: [],
    rankedBy: {},
    provisional: [],
  };
}
