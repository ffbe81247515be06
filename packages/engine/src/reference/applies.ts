/**
 * `applies if C [otherwise full | 0 | rescale]`: whether a part concerns a subject, and what it gets where it does not.
 */
import { rational, type Rational, ZERO } from "@yardstick/exact";
import type { Applies, Part } from "@yardstick/language/program";
import { evaluate } from "./expression.js";
import type { Scope } from "./scope.js";
import { Trace } from "./trace.js";
import type { Value } from "./value.js";
import { assertNever } from "./internal-error.js";

export interface Applicability {
  /** Pending makes the part pending. */
  readonly holds: Value;
  readonly trace: Trace;
}

/** Of a part without a condition, and of one whose score is decreed. */
export const APPLIES: Applicability = { holds: true, trace: new Trace(false) };

export function applicability({ condition }: Applies, scope: Scope): Applicability {
  return { holds: evaluate(condition, scope), trace: scope.trace };
}

/**
 * What a part scores that does not apply: all its points, nothing, or (null) no score at all, because its worth goes to
 * those of its sisters that apply, in proportion to theirs.
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
