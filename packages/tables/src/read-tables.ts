/**
 * Files in, dataset out. Never throws; whatever cannot be read is a problem, and the rest of the data stands.
 */
import type { Program } from "@yardstick/language/program";
import type { ReadOptions, TablesRead } from "./assemble.js";
import { assemble } from "./assemble.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { TableSource } from "./input-collector.js";
import { sortSources } from "./input-collector.js";
import { completed } from "./steps.js";

/** Several sources of subjects are one table, merged by key; several of a list are one after the other. */
export function readTables(
  program: Program,
  sources: readonly TableSource[],
  { limits, rows = {} }: ReadOptions = {},
): TablesRead {
  return completed(assemble(program, sortSources(program, sources, { ...DEFAULT_TABLE_LIMITS, ...limits }, rows)));
}
