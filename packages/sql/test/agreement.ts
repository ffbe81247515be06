// Whether a query on DuckDB and the reference evaluator agree about one program and its data, to the last digit.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dataset, SubjectResult } from "@yardstick/engine";
import { evaluate } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { type Connection, type LeftOut, run, type SqlOptions, type SqlSubject } from "../src/index.js";
import { dataTables } from "./data-tables.js";

export interface SqlAgreement {
  /** Null: printed. */
  readonly refused: string | null;
  /** Results that were left out, by code. */
  readonly leftOut: readonly string[];
  /** Null: they agree. */
  readonly difference: string | null;
  /** Values that were compared. */
  readonly values: number;
}

/** A connection of DuckDB as the package wants it. */
export function connectionOf(connection: DuckDBConnection): Connection {
  return { rows: async (text) => (await connection.runAndReadAll(text)).getRowsJson() };
}

export function agreementOnDuckdb(
  connection: DuckDBConnection,
  program: Program,
  data: Dataset,
  scenario: string | null = null,
): Promise<SqlAgreement> {
  const { statements, tables } = dataTables(program, data);
  const options = { dialect: "duckdb", tables, scenario } as const;
  const prepare = async () => connection.run(statements.join(";\n"));
  return agreementOf(program, data, connectionOf(connection), prepare, options);
}

/** `prepare` makes the tables. */
export async function agreementOf(
  program: Program,
  data: Dataset,
  connection: Connection,
  prepare: () => Promise<unknown>,
  options: Omit<SqlOptions, "exact">,
): Promise<SqlAgreement> {
  try {
    await prepare();
    const { subjects, leftOut, refusals } = await run(program, connection, options);
    if (subjects === null)
      return { refused: refusals.map(({ code }) => code).join(), difference: null, leftOut: [], values: 0 };
    const { scenario } = options;
    const expected = evaluate(program, withoutCellsInError(program, data), { scenario }).subjects;
    const values = expected.reduce((sum, subject) => sum + valuesOf(subject), 0);
    const kept = expected.map((subject) => without(subject, leftOut));
    return {
      refused: null,
      difference: differenceOf(kept, subjects),
      leftOut: leftOut.map(({ refusal }) => refusal.code),
      values,
    };
  } catch (error) {
    return { refused: null, difference: String(error), leftOut: [], values: 0 };
  }
}

/** A subject without the results that the query does not hold. */
function without(subject: SubjectResult, leftOut: readonly LeftOut[]): SubjectResult {
  const has = (of: LeftOut["of"], name: string) => !leftOut.some((each) => each.of === of && isOf(each, name));
  const kept = <T>(of: LeftOut["of"], record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(record).filter(([name]) => has(of, name)));
  return {
    ...subject,
    rankings: kept("ranking", subject.rankings),
    grades: kept("grade", subject.grades),
    awards: subject.awards.filter(({ name }) => has("award", name)),
    consequences: subject.consequences.filter((name) => has("consequence", name)),
    outputs: kept("output", subject.outputs),
    undecided: subject.undecided.filter(
      ({ kind, name }) => kind === "veto" || has(kind === "payment" ? "award" : kind, name),
    ),
    provisional: subject.provisional.filter((name) => !leftOut.some((each) => isOf(each, name))),
  };
}

/** A ranking by each section is published under names of its own. */
const isOf = ({ name }: LeftOut, published: string): boolean => published === name || published.startsWith(`${name}/`);

/** Reading a file leaves out the cells that it finds in error. */
export function withoutCellsInError({ subject, fields }: Program, data: Dataset): Dataset {
  const inError = new Set(data.problems.map(({ table, column, index }) => `${table === subject} ${column} ${index}`));
  const columns = data.subjects.columns.map((cells, field) =>
    cells.map((cell, row) => (inError.has(`true ${fields[field]?.name} ${row}`) ? null : cell)),
  );
  return { ...data, subjects: { ...data.subjects, columns } };
}

function valuesOf({ parts, coefficients, rankings, grades, outputs }: SubjectResult): number {
  return 6 + [parts, coefficients, rankings, grades, outputs].reduce((sum, each) => sum + Object.keys(each).length, 0);
}

function differenceOf(expected: readonly SubjectResult[], found: readonly SqlSubject[]): string | null {
  if (expected.length !== found.length) return `${found.length} rows of ${expected.length} subjects`;
  const byId = new Map(found.map((subject) => [JSON.stringify([subject.key, subject.period]), subject]));
  for (const subject of expected) {
    const row = byId.get(JSON.stringify([subject.key, subject.period]));
    if (row === undefined) return `no row for ${subject.key}`;
    const difference = differenceIn(subject, row);
    if (difference !== null) return `${subject.key}: ${difference}`;
  }
  return null;
}

function differenceIn(subject: SubjectResult, found: SqlSubject): string | null {
  const same = (name: string, a: unknown, b: unknown) =>
    JSON.stringify(a) === JSON.stringify(b)
      ? []
      : [`${name}: expected ${JSON.stringify(a)}, found ${JSON.stringify(b)}`];
  // Whatever a score awaits is among what is missing or outside.
  const among = (reason: string, names: readonly string[]) =>
    subject.awaiting
      .filter((each) => each.reason === reason && !names.includes(each.field))
      .map(({ field }) => `${field} is ${reason}`);
  const names = (each: readonly string[]) => [...new Set(each)].sort();
  const status = subject.status === "scored" ? "scored" : "pending";
  const [first] = [
    ...same("status", status, found.status),
    ...among("blank", found.missing),
    ...among("out-of-range", found.outside),
    ...same("score", subject.score, found.score),
    ...same("parts", Object.entries(subject.parts).sort(), Object.entries(found.parts).sort()),
    ...same("coefficients", subject.coefficients, found.coefficients),
    ...same("vetoes", subject.vetoes, found.vetoes),
    ...same("rankings", subject.rankings, found.rankings),
    ...same("grades", subject.grades, found.grades),
    ...same("awards", subject.awards, found.awards),
    ...same("consequences", subject.consequences, found.consequences),
    ...same("outputs", subject.outputs, found.outputs),
    ...same("undecided", names(subject.undecided.map(({ name }) => name)), names(found.undecided)),
    ...(subject.provisional.length > 0 && !found.provisional ? [`${subject.provisional.join()} are provisional`] : []),
  ];
  return first ?? null;
}
