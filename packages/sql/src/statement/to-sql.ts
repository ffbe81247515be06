/**
 * A checked rubric as one query: a row for each subject, with the digits that `yardstick score` publishes, or an error, never others.
 */
import { Unsupported } from "@yardstick/engine/plan";
import { coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { type DialectName, dialects } from "../dialects/index.js";
import type { Tables } from "../inputs/tables.js";
import { columnNames } from "../query/column-names.js";
import { type ColumnMeaning, type OptionalResult, optionalResults, publishedColumns } from "../query/published.js";
import { planRefusal, Refused, type SqlRefusal } from "../refusals/refusals.js";
import { planned, queryText } from "./planned.js";

/** Options of `toSql`. */
export interface SqlOptions {
  /** The engine that runs the query. Default: DuckDB. */
  readonly dialect?: DialectName | undefined;
  /** Name of a scenario of the rubric. An unknown one is a `RangeError`. */
  readonly scenario?: string | null | undefined;
  /** What is known of the tables. */
  readonly tables?: Tables | undefined;
  /** Numbers as texts of exact fractions (`n/d`, `?` where pending) instead of decimals. */
  readonly exact?: boolean | undefined;
}

/** A column of a query's result. */
export interface ResultColumn {
  readonly name: string;
  readonly meaning: ColumnMeaning;
}

/** A result that the query does not hold. */
export interface LeftOut {
  readonly of: OptionalResult["of"];
  /** Its name; of a requirement its message. */
  readonly name: string;
  readonly refusal: SqlRefusal;
}

/** A rubric as a query, or why it is none. */
export interface SqlStatement {
  /** Null where the rubric is refused. */
  readonly text: string | null;
  readonly columns: readonly ResultColumn[];
  /** Results that no query gives exactly, left out of this one. */
  readonly leftOut: readonly LeftOut[];
  /** Why the rubric is not printed: why there is no exact score. */
  readonly refusals: readonly SqlRefusal[];
}

/** The rubric as a query. Never throws for what is in the rubric: what no query gives exactly is in `leftOut`, or in `refusals`. */
export function toSql(program: Program, options: SqlOptions = {}): SqlStatement {
  const whole = attempt(program, options, []);
  if (!("code" in whole)) return whole;
  const results = optionalResults(coreOf(program));
  // What fails alone is left out; where the score itself fails, all is refused.
  const score = attempt(program, options, results);
  if ("code" in score) return { text: null, columns: [], leftOut: [], refusals: [score] };
  const leftOut = results.flatMap((result): LeftOut[] => {
    const alone = attempt(
      program,
      options,
      results.filter((other) => other !== result),
    );
    return "code" in alone ? [{ of: result.of, name: result.name, refusal: alone }] : [];
  });
  const isLeftOut = ({ of, name }: OptionalResult) => leftOut.some((each) => each.of === of && each.name === name);
  const rest = attempt(program, options, results.filter(isLeftOut));
  return "code" in rest ? { text: null, columns: [], leftOut: [], refusals: [rest] } : { ...rest, leftOut };
}

/** The query without the results that are omitted, or why there is none. */
function attempt(program: Program, options: SqlOptions, omitted: readonly OptionalResult[]): SqlStatement | SqlRefusal {
  try {
    return printed(program, options, omitted);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (error instanceof Unsupported) return planRefusal(error.message, dialects[options.dialect ?? "duckdb"].title);
    throw error;
  }
}

function printed(
  given: Program,
  { dialect: name = "duckdb", scenario = null, tables = {}, exact = false }: SqlOptions,
  omitted: readonly OptionalResult[],
): SqlStatement {
  const plan = planned(given, name, scenario, tables);
  const { program, lowering, inputs, dialect } = plan;
  const columns = publishedColumns(program, lowering, inputs, exact, omitted);
  const names = columnNames(
    columns.map(({ meaning }) => meaning),
    dialect,
  );
  const roots = columns.flatMap(({ nodes }) => nodes);
  const text = queryText(plan, roots, (printer) => {
    const selected = columns.map(
      (column, index) => `${column.text(printer)} AS ${dialect.identifier(names[index] ?? "")}`,
    );
    return { more: [], select: `SELECT ${selected.join(",\n  ")}\nFROM ${printer.last}\n` };
  });
  return {
    text,
    columns: columns.map(({ meaning }, index) => ({ name: names[index] ?? "", meaning })),
    leftOut: [],
    refusals: [],
  };
}
