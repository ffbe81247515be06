/**
 * How something is rounded, from the parser's tree: `rounds to 2 decimals down`, and the mode of an argument of `round`.
 */
import type { RoundingMode } from "@yardstick/exact";
import type { CstNode } from "chevrotain";
import { roundingWords } from "../vocabulary/vocabulary.js";
import type { RoundsTo } from "./ast.js";
import { has, node, numberOf, spanOf, token } from "./cst.js";

/** Null where there is none, and where its number could not be read. */
export function roundsToOf(from: CstNode | undefined): RoundsTo | null {
  if (from === undefined) return null;
  const step = numberOf(token(from, "step"));
  const number = step ?? numberOf(token(from, "Number"));
  if (number === null) return null;
  return { kind: "rounds-to", span: spanOf(from), number, isStep: step !== null, mode: modeOf(from) };
}

/** The mode that a node names; null: half up. */
export function modeOf(from: CstNode): RoundingMode | null {
  const written = node(from, "roundingMode");
  if (written === undefined) return null;
  return roundingWords.find(({ name }) => has(written, name))?.mode ?? null;
}
