/**
 * The points a rule deals in, for one count: an expression, or an open clause.
 */
import { rational, type Rational } from "@yardstick/exact";
import type { Rule } from "@yardstick/language/core";
import { evaluate, number } from "./expression.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import type { Pending } from "../values/value.js";
import { isPending } from "../values/value.js";

/** `given` has been looked at before: the rule has an effect. */
export function amount({ amount: points }: Rule, scope: Scope): Rational | Pending {
  return points.kind === "open" ? withoutValue(scope.owner, "open-clause", points.text) : number(points.value, scope);
}

/** Whether what a rule asks to be given is blank: it then has no effect, and nothing is pending. */
export function isAbsent({ given }: Rule, scope: Scope): boolean {
  if (given === null) return false;
  const value = evaluate(given, scope);
  return isPending(value) && value.wants.every(({ awaited }) => awaited.reason === "blank");
}

/** An amount that reads nothing, so that a line which did not fire can still say what it would have cost. */
export function plainAmount({ amount: given }: Rule, scope: Scope): Rational | null {
  if (given.kind !== "expression") return null;
  const { value } = given;
  if (value.kind === "number") return rational(value.value);
  const isOfPoints = value.kind === "full" || (value.kind === "share" && value.operand.kind === "number");
  const plain = isOfPoints ? number(value, scope) : null;
  return isPending(plain) ? null : plain;
}
