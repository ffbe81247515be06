/**
 * The points a line deals in, for one count: an expression, a share in proportion, or an assessor's judgement.
 */
import { rational, type Rational, ZERO } from "@yardstick/exact";
import type { Amount, Line } from "@yardstick/language/program";
import { fullPoints, number, zeroDivisor } from "./expression.js";
import { assertNever, at } from "../values/internal-error.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import { displayOfField } from "../values/display-value.js";
import type { Pending } from "../values/value.js";
import { asNumber, isPending, lift } from "../values/value.js";

/** Null: no judgement was given, so the line has no effect. Only `earn` waits for its judgement. */
export function amount(line: Pick<Line, "amount" | "effect">, scope: Scope): Rational | Pending | null {
  switch (line.amount.kind) {
    case "expression":
      return number(line.amount.value, scope);
    case "proportion":
      return proportion(line.amount, scope);
    case "open":
      return withoutValue(scope.owner, "open-clause", line.amount.text);
    case "judgement": {
      const { field } = line.amount;
      const judged = asNumber(scope.field(field));
      noteJudgement(field, judged, scope);
      if (!isPending(judged) || line.effect === "earn") return judged;
      return judged.wants.every(({ awaited }) => awaited.reason === "blank") ? null : judged;
    }
    default:
      return assertNever(line.amount);
  }
}

/**
 * Points × actual / target, with no cap of its own: the item's range caps. Below the floor the line earns what the floor
 * says instead. A target of 0 leaves nothing to be in proportion to.
 */
function proportion({ actual, target, floor }: Amount & { kind: "proportion" }, scope: Scope): Rational | Pending {
  const done = number(actual, scope);
  const due = number(target, scope);
  if (isPending(done) || isPending(due)) return lift([done, due], (value) => value);
  if (due.equals(0)) return withoutValue(scope.owner, zeroDivisor(target));
  const ratio = done.div(due);
  const least = floor === null ? ZERO : number(floor.below, scope);
  if (isPending(least)) return least;
  if (floor !== null && ratio.compare(least) < 0) return number(floor.earns, scope);
  return ratio.mul(fullPoints(scope));
}

function noteJudgement(index: number, judged: Rational | Pending, scope: Scope): void {
  if (!scope.trace.detailed) return;
  const field = at(scope.program.fields, index);
  const value = isPending(judged) ? null : displayOfField(scope.program, field, judged);
  scope.trace.read({ kind: "field", name: field.name, span: field.span, value, assessor: field.assessor });
}

/** An amount that reads nothing, so that a line which did not fire can still say what it would have cost. */
export function plainAmount(line: Pick<Line, "amount">, scope: Scope): Rational | null {
  if (line.amount.kind !== "expression") return null;
  const { value } = line.amount;
  if (value.kind === "number") return rational(value.value);
  const isOfPoints = value.kind === "full" || (value.kind === "share" && value.operand.kind === "number");
  const plain = isOfPoints ? number(value, scope) : null;
  return isPending(plain) ? null : plain;
}
