/**
 * The score of a part as published: the one value that tables, files, notices and score sheets show, and that rankings and
 * functions across subjects read. What is above a part adds up exact scores.
 */
import { PUBLISHED_DECIMALS } from "@yardstick/exact";
import type { Part, Program } from "@yardstick/language/program";

/** Decimals that a part is published with; null for an item that says none, which is published exactly where it ends. */
export function partDecimals(program: Program, part: Part): number | null {
  return part.decimals ?? (part.kind === "section" ? PUBLISHED_DECIMALS : program.itemDecimals);
}
