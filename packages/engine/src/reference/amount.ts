/**
 * The points a line deals in, for one count: an expression, an assessor's judgement, or an open clause.
 */
import { rational, type Rational } from "@yardstick/exact";
import type { Rule } from "@yardstick/language/core";
import { number } from "./expression.js";
import { assertNever, at } from "../values/internal-error.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import { displayOfField } from "../values/display-value.js";
import type { Pending } from "../values/value.js";
import { asNumber, isPending } from "../values/value.js";

/** Null: no judgement was given, so the line has no effect. Only `earn` waits for its judgement. */
export function amount({ amount: given, earns }: Rule, scope: Scope): Rational | Pending | null {
  switch (given.kind) {
    case "expression":
      return number(given.value, scope);
    case "open":
      return withoutValue(scope.owner, "open-clause", given.text);
    case "judgement": {
      const { field } = given;
      const judged = asNumber(scope.field(field));
      noteJudgement(field, judged, scope);
      if (!isPending(judged) || earns) return judged;
      return judged.wants.every(({ awaited }) => awaited.reason === "blank") ? null : judged;
    }
    default:
      return assertNever(given);
  }
}

function noteJudgement(index: number, judged: Rational | Pending, scope: Scope): void {
  if (!scope.trace.detailed) return;
  const field = at(scope.program.fields, index);
  const value = isPending(judged) ? null : displayOfField(scope.program, field, judged);
  scope.trace.read({ kind: "field", name: field.name, span: field.span, value, assessor: field.assessor });
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
