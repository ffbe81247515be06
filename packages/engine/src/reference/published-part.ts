/**
 * The score of a part as published: the one value that tables, files, notices and score sheets show, and that rankings and
 * functions across subjects read. What is above a part adds up exact scores.
 */
import type { Part, Program } from "@yardstick/language/program";
import type { Rational } from "./rational.js";
import { decimalText, fixedText, rationalOfDecimal, rounded } from "./rational.js";

/** Decimals of a section that says none. */
const SECTION_DECIMALS = 2;
/** Decimals of an item that says none and whose score repeats for ever. */
const REPEATING_DECIMALS = 2;

/** Decimals that a part is published with; null for an item that says none, which is published exactly where it ends. */
export function partDecimals(program: Program, part: Part): number | null {
  return part.decimals ?? (part.kind === "section" ? SECTION_DECIMALS : program.itemDecimals);
}

/** As text: `17.80` of a section, `1.8` of an item that says no decimals. */
export function partText(score: Rational, decimals: number | null): string {
  return decimals === null ? decimalText(score, REPEATING_DECIMALS) : fixedText(score, decimals);
}

/** As a number. */
export function partValue(score: Rational, decimals: number | null): Rational {
  return decimals === null ? (rationalOfDecimal(partText(score, null)) ?? score) : rounded(score, decimals);
}
