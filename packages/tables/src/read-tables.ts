/**
 * Reads table files into a dataset.
 */
import type { Program } from "@yardstick/language/program";
import type { ReadOptions, TablesRead } from "./assemble.js";
import { assemble } from "./assemble.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { TableSource } from "./input-collector.js";
import { sortSources } from "./input-collector.js";
import { completed } from "./steps.js";

/**
 * Reads table files into the typed dataset of a program. Several sources of subjects are merged by key; several sources of a list are
 * concatenated. Throws only the reason of `signal`: what cannot be read becomes a problem, and the rest of the data is kept. Columns of a CSV
 * file are read-only arrays that give their cells when they are read: they cannot be cloned into another thread, but copies of them can.
 */
export function readTables(
  program: Program,
  sources: readonly TableSource[],
  { limits, rows = {}, signal }: ReadOptions = {},
): TablesRead {
  const all = { ...DEFAULT_TABLE_LIMITS, ...limits };
  return completed(assemble(program, sortSources(program, sources, all, rows, { signal })), signal);
}
