/**
 * `yardstick sql`: prints a rubric as one query. The rubric must have no errors; what no query gives exactly is refused, with a way out.
 */
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
import type { SqlCommandOptions } from "../usage.js";

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

/** Why a rubric is not written as a query. */
export function refusalsText(path: string, refusals: readonly SqlRefusal[], { lang, messages }: Context): string {
  return [messages.notAsQuery(path), ...refusals.map((refusal) => `  ${refusal.code}: ${refusal[lang]}`)].join("\n");
}

function tablesOf(program: Program, { table, order }: SqlCommandOptions, context: Context): Tables {
  const lists = program.lists.map(({ name }) => name);
  const named = entries("--table", table, [program.subject, ...lists], context);
  const ordered = entries("--order", order, lists, context);
  return {
    subjects: { name: named.get(program.subject) },
    lists: Object.fromEntries(lists.map((list) => [list, { name: named.get(list), order: ordered.get(list) }])),
  };
}

/** Values of the form `LIST=NAME` by list. */
function entries(
  option: string,
  values: readonly string[],
  known: readonly string[],
  { messages }: Context,
): ReadonlyMap<string, string> {
  return new Map(
    values.map((value) => {
      const [, list = "", name = ""] = /^([^=]+)=(.+)$/su.exec(value) ?? [];
      if (!known.includes(list)) throw new Failure(WRONG_USAGE, messages.badList(option, value, known.join(", ")));
      return [list, name] as const;
    }),
  );
}
