/**
 * What a part scores in full, and what one scores that does not apply.
 */
import { rational, type Rational, ZERO } from "@yardstick/exact";
import type { Part } from "@yardstick/language/program";
import { assertNever } from "./internal-error.js";

/**
 * What a part scores that does not apply: all its points, nothing, or (null) no score at all, because its worth goes to
 * those of its siblings that apply, in proportion to theirs.
 */
export function scoreWithoutApplying(part: Part): Rational | null {
  const otherwise = part.applies?.otherwise ?? "rescale";
  switch (otherwise) {
    case "full":
      return fullScore(part);
    case "zero":
      return ZERO;
    case "rescale":
      return null;
    default:
      return assertNever(otherwise);
  }
}

/** Full marks: the points of a part; a bonus or penalty in full is none at all. */
export function fullScore(part: Part): Rational {
  return isBeside(part) ? ZERO : rational(part.points);
}

/** Bonuses and penalties stand beside what adds up to the points above: they carry no share of it. */
export function isBeside(part: Part): boolean {
  return part.kind === "item" && part.form !== "item";
}
