/**
 * Runs a query and reads its rows: subjects as `yardstick score` publishes them, every number as the same decimal text.
 */
import {
  decimalText,
  fixedText,
  publishedNumber,
  publishedNumberText,
  rational,
  type Rational,
} from "@yardstick/exact";
import { type CoreProgram, coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { dialects } from "../dialects/index.js";
import type { Tables } from "../inputs/tables.js";
import { looksBack, periodsQuery } from "../lookups/periods-query.js";
import type { SqlRefusal } from "../refusals/refusals.js";
import { type LeftOut, type ResultColumn, type SqlOptions, toSql } from "./to-sql.js";

/** What runs a query. No driver is part of this package. */
export interface Connection {
  /** The rows of a query, each its values in the order of the columns: texts, numbers, truths, lists of texts, null. */
  rows(text: string): Promise<Iterable<readonly unknown[]>>;
}

/** The results of one subject. Numbers are decimal text. */
export interface SqlSubject {
  readonly key: string;
  readonly period: string | null;
  readonly status: "scored" | "pending";
  /** Fields whose cell is blank (`LIST.FIELD` of side rows); more than what the score awaits, where it does not need them all. */
  readonly missing: readonly string[];
  /** Fields whose cell lies outside the range that the rubric declares. */
  readonly outside: readonly string[];
  /** Null while it is pending. */
  readonly score: string | null;
  /** By path; null while pending, absent where the part does not apply. */
  readonly parts: Readonly<Record<string, string | null>>;
  readonly coefficients: Readonly<Record<string, string | null>>;
  readonly vetoes: readonly string[];
  /** By name, `RANKING/SECTION` of a ranking by each section; null outside it. */
  readonly rankings: Readonly<Record<string, number | null>>;
  readonly grades: Readonly<Record<string, string | null>>;
  readonly awards: readonly { readonly name: string; readonly pays: string | null }[];
  readonly consequences: readonly string[];
  readonly outputs: Readonly<Record<string, string | boolean | null>>;
  /** Messages of the requirements that do not hold. */
  readonly requirements: readonly string[];
  /** Names of what is not decided yet. */
  readonly undecided: readonly string[];
  /** Whether a subject that is pending may still change these results; true in more cases than need be, never in fewer. */
  readonly provisional: boolean;
}

/** The results of all subjects, or why there are none. */
export interface SqlResult {
  /** Null where the rubric is refused. The order of the rows is the engine's. */
  readonly subjects: readonly SqlSubject[] | null;
  /** Results that no query gives exactly: no subject has them. */
  readonly leftOut: readonly LeftOut[];
  readonly refusals: readonly SqlRefusal[];
}

/**
 * Scores a rubric where its data lie. The promise is rejected with the engine's error: of a connection, or of a cell that the query
 * does not accept.
 */
export async function run(
  program: Program,
  connection: Connection,
  options: Omit<SqlOptions, "exact"> = {},
): Promise<SqlResult> {
  const tables = await withPeriods(program, connection, options);
  const { text, columns, leftOut, refusals } = toSql(program, { ...options, tables, exact: true });
  if (text === null) return { subjects: null, leftOut, refusals };
  const rows = await connection.rows(text);
  const reader = new RowReader(coreOf(program), columns);
  return { subjects: Array.from(rows, (row) => reader.subject(row)), leftOut, refusals };
}

/** The tables with the periods that occur, where the rubric looks back and they are not given. */
export async function withPeriods(
  program: Program,
  connection: Connection,
  { tables = {}, dialect = "duckdb" }: SqlOptions,
): Promise<Tables> {
  const core = coreOf(program);
  if (tables.periods !== undefined || !looksBack(core)) return tables;
  const rows = await connection.rows(periodsQuery(core, tables, dialects[dialect]));
  return { ...tables, periods: Array.from(rows, ([period]) => String(period)) };
}

/** Reads rows of exact numbers. */
export class RowReader {
  private readonly partDecimals: ReadonlyMap<string, number | null>;
  private readonly index: ReadonlyMap<string, number>;

  constructor(
    private readonly program: Pick<CoreProgram, "parts" | "scoreDecimals" | "outputs">,
    private readonly columns: readonly ResultColumn[],
  ) {
    this.partDecimals = new Map(program.parts.map(({ path, decimals }) => [path, decimals]));
    this.index = new Map(
      columns.flatMap(({ meaning }, index) => ("name" in meaning ? [] : [[meaning.of, index] as const])),
    );
  }

  subject(row: readonly unknown[]): SqlSubject {
    const { program } = this;
    const one = (of: string): unknown => row[this.index.get(of) ?? -1] ?? null;
    const text = (of: string): string | null => textOf(one(of));
    const pays = this.named(row, "payment", (found) => numberText(found, paidText));
    const parts = this.named(row, "part", (found, path) =>
      numberText(found, (value) => publishedNumberText(value, this.partDecimals.get(path) ?? null)),
    );
    return {
      key: text("key") ?? "",
      period: text("period"),
      status: text("status") === "scored" ? "scored" : "pending",
      missing: listOf(one("missing")),
      outside: listOf(one("outside")),
      score: numberText(one("score"), (value) => fixedText(value, program.scoreDecimals)),
      // Null in the row: the part does not apply.
      parts: Object.fromEntries(parts.filter(({ found }) => found !== null).map(({ name, value }) => [name, value])),
      coefficients: recordOf(
        this.named(row, "coefficient", (found) => numberText(found, (value) => decimalText(value, 4))),
      ),
      vetoes: listOf(one("vetoes")),
      rankings: recordOf(this.named(row, "ranking", (found) => (found === null ? null : Number(found)))),
      grades: recordOf(this.named(row, "grade", textOf)),
      awards: listOf(one("awards")).map((name) => ({
        name,
        pays: pays.find((each) => each.name === name)?.value ?? null,
      })),
      consequences: listOf(one("consequences")),
      outputs: recordOf(this.named(row, "output", (found, name) => this.outputOf(name, found))),
      requirements: listOf(one("requirements")),
      undecided: listOf(one("undecided")),
      provisional: one("provisional") === true,
    };
  }

  private named<T>(
    row: readonly unknown[],
    of: "part" | "coefficient" | "ranking" | "grade" | "payment" | "output",
    read: (found: unknown, name: string) => T,
  ): readonly { readonly name: string; readonly found: unknown; readonly value: T }[] {
    return this.columns.flatMap(({ meaning }, index) => {
      if (!("name" in meaning) || meaning.of !== of) return [];
      const found = row[index] ?? null;
      return [{ name: meaning.name, found, value: read(found, meaning.name) }];
    });
  }

  private outputOf(name: string, found: unknown): string | boolean | null {
    const output = this.program.outputs.find((each) => each.name === name);
    if (typeof found === "boolean" || output === undefined) return found === true;
    const { type } = output.value;
    if (type.kind !== "number") return textOf(found);
    return numberText(found, (value) =>
      type.percent ? `${fixedText(value.mul(100), output.decimals)}%` : fixedText(value, output.decimals),
    );
  }
}

/** What is paid is a published number, in its shortest form. */
function paidText(value: Rational): string {
  return publishedNumberText(publishedNumber(value, null), null);
}

function recordOf<T>(named: readonly { readonly name: string; readonly value: T }[]): Readonly<Record<string, T>> {
  return Object.fromEntries(named.map(({ name, value }) => [name, value]));
}

function textOf(found: unknown): string | null {
  return typeof found === "string" ? found : null;
}

function listOf(found: unknown): readonly string[] {
  return Array.isArray(found) ? found.filter((each) => typeof each === "string") : [];
}

/** Null where the number is pending, or there is none. */
function numberText(found: unknown, write: (value: Rational) => string): string | null {
  return typeof found !== "string" || found === "?" ? null : write(rational(found));
}
