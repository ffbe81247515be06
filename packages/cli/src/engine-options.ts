/**
 * Which engines of `score` and `explain` an option is for: one that has no effect on an engine is refused there, never passed over.
 */
import type { RunOptions } from "./command-options.js";

/** The engines, the usual one first. */
export const ENGINES = ["memory", "duckdb", "postgres"] as const;
type Engine = (typeof ENGINES)[number];

const OF_MEMORY: readonly Engine[] = ["memory"];
const OF_POSTGRES: readonly Engine[] = ["postgres"];

/** The engines that take each option. */
const TAKEN_BY: Readonly<Record<Exclude<keyof RunOptions, "mayLackHistory">, readonly Engine[]>> = {
  engine: ENGINES,
  scenario: ENGINES,
  table: ENGINES,
  format: ENGINES,
  out: ENGINES,
  data: ["memory", "duckdb"],
  limit: ["memory", "duckdb"],
  // These act on what this program reads or writes itself.
  appendHistory: OF_MEMORY,
  sheets: OF_MEMORY,
  allRules: OF_MEMORY,
  period: OF_MEMORY,
  history: OF_MEMORY,
  sheet: OF_MEMORY,
  encoding: OF_MEMORY,
  keepRow: OF_MEMORY,
  leaveRow: OF_MEMORY,
  into: OF_POSTGRES,
  order: OF_POSTGRES,
};

const NAMES = Object.keys(TAKEN_BY) as (keyof typeof TAKEN_BY)[];

/** The first option given that an engine does not take, as it is written; null where it takes all. `also`: options that it takes here. */
export function notTakenBy(
  engine: Engine,
  options: RunOptions,
  also: readonly (keyof RunOptions)[] = [],
): string | null {
  const isGiven = (value: unknown) =>
    value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  const name = NAMES.find((each) => isGiven(options[each]) && !also.includes(each) && !TAKEN_BY[each].includes(engine));
  return name === undefined ? null : `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The format as it is written, where a database's engine does not take it: there it is that of the file. Null where it does. */
export function otherFormat({ format, out }: RunOptions): string | null {
  const isOfFile = format === "table" || out?.toLowerCase().endsWith(`.${format}`) === true;
  return isOfFile ? null : `--format ${format}`;
}
