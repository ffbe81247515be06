/**
 * `yardstick sql`: prints a rubric as one query. The rubric must have no errors; what no query gives exactly is refused, with a way out.
 */
import { HISTORY_TABLE } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { LeftOut, SqlRefusal, Tables } from "@yardstick/sql";
import { describeFailure } from "yardstick";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { oneOf, publish } from "../output.js";
import { runLimitsOf } from "../run-limits.js";
import { splitEntry } from "../tables-found.js";
import type { SqlCommandOptions } from "../sql-options.js";

/** Runs the command. */
export async function sql(path: string, options: SqlCommandOptions, context: Context): Promise<ExitCode> {
  const dialect = oneOf("--dialect", options.dialect, ["duckdb", "postgres", "spark"] as const, context);
  const { program } = await compiledRubric(path, context, runLimitsOf([], context));
  const { scenario } = options;
  checkScenario(program, scenario, context);
  const { toSql } = await import("@yardstick/sql");
  const { text, leftOut, refusals } = toSql(program, {
    dialect,
    scenario,
    tables: tablesOf(program, options, context),
  });
  if (text === null) throw new Failure(HAS_ERRORS, refusalsText(path, refusals, context));
  await publish(text, options.out, context);
  noteLeftOut(leftOut, context);
  const constants = program.constants.map(({ name }) => name);
  if (constants.length > 0) note(context, context.messages.duckdb.constantsOfRubric(constants.join(", ")));
  noteNotChecked(program, context);
  return DONE;
}

/** Throws a `Failure` for a scenario that the rubric does not have. */
export function checkScenario({ scenarios }: Program, name: string | undefined, { lang }: Context): void {
  const known = scenarios.map((scenario) => scenario.name);
  if (name !== undefined && !known.includes(name))
    throw new Failure(WRONG_USAGE, describeFailure({ kind: "unknown-scenario", name, known }, lang));
}

/** Says which results the query does not hold. */
export function noteLeftOut(leftOut: readonly LeftOut[], context: Context): void {
  const { lang, messages } = context;
  for (const { name, refusal } of leftOut) note(context, messages.leftOut(name, refusal.code, refusal[lang]));
}

/** Says what `yardstick score` checks and no query does: policies, and ties at the cut of a quota. */
export function noteNotChecked({ policies, grades }: Program, context: Context): void {
  const hasQuotas = grades.some(({ rows }) => rows.some(({ quota }) => quota !== null));
  if (policies.length > 0) note(context, context.messages.duckdb.policiesNotChecked(policies.length));
  if (hasQuotas) note(context, context.messages.duckdb.cutsNotChecked);
}

/** Why a rubric is not written as a query. */
export function refusalsText(path: string, refusals: readonly SqlRefusal[], { lang, messages }: Context): string {
  return [messages.notAsQuery(path), ...refusals.map((refusal) => `  ${refusal.code}: ${refusal[lang]}`)].join("\n");
}

/** The tables that options name: `NAME=TABLE`, `NAME=SCHEMA.TABLE`. */
export function tablesOf(
  program: Program,
  { table, order, periods }: Pick<SqlCommandOptions, "table" | "order" | "periods">,
  context: Context,
): Tables {
  const lists = program.lists.map(({ name }) => name);
  const aliases = program.uses.map(({ alias }) => alias);
  const named = entries("--table", table, [program.subject, ...lists, HISTORY_TABLE, ...aliases], context);
  const ordered = entries("--order", order, lists, context);
  const nameOf = (of: string) => named.get(of)?.split(".");
  return {
    subjects: { name: nameOf(program.subject) },
    history: { name: nameOf(HISTORY_TABLE) },
    uses: Object.fromEntries(aliases.map((alias) => [alias, { name: nameOf(alias) }])),
    periods: periods?.split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim()])),
    lists: Object.fromEntries(lists.map((list) => [list, { name: nameOf(list), order: ordered.get(list) }])),
  };
}

/** Values of the form `LIST=NAME` by list, at most one for each. */
function entries(
  option: string,
  values: readonly string[],
  known: readonly string[],
  { messages }: Context,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const value of values) {
    const split = splitEntry(value);
    if (split === null || !known.includes(split.list))
      throw new Failure(WRONG_USAGE, messages.badList(option, value, known.join(", ")));
    if (found.has(split.list)) throw new Failure(WRONG_USAGE, messages.duckdb.namedTwice(option, split.list));
    found.set(split.list, split.name);
  }
  return found;
}
