/**
 * An item on one subject: its start, plus the effects of all its rules, and the steps from that sum to its score. The order of the rules
 * carries no meaning.
 */
import { rational, type Rational } from "@yardstick/exact";
import type { ItemNode } from "@yardstick/language/core";
import type { LineOutcome } from "./line.js";
import { lineOutcome } from "./line.js";
import type { Scope } from "./scope.js";
import { stepped, type StepContext, type StepOutcome } from "./step.js";
import { Trace } from "./trace.js";
import type { Pending } from "../values/value.js";
import { isPending, known, lift } from "../values/value.js";
import { at } from "../values/internal-error.js";

export interface ItemOutcome {
  /** Kept for a subject that is being explained; otherwise empty. */
  readonly lines: readonly LineOutcome[];
  readonly sum: Rational | Pending;
  /** Kept for a subject that is being explained; otherwise empty. */
  readonly steps: readonly StepOutcome[];
  readonly score: Rational | Pending;
  readonly provisional: boolean;
}

/**
 * `scope` is that of the item; each rule notes what it reads on its own.
 * `lenient` is a test with `else: full`: what is pending then costs nothing, and what would have to be earned is earned.
 */
export function itemOutcome(item: ItemNode, scope: Scope, lenient: boolean, context: StepContext): ItemOutcome {
  const lines = item.rules.map((rule) => lineOutcome(rule, scope.noting(new Trace(scope.trace.reader))));
  const sum = lenient ? lenientSum(item, lines) : lift([rational(item.start), ...lines.map((line) => line.net)], total);
  const { value: score, provisional, outcomes } = stepped(item.steps, sum, context);
  return {
    lines: scope.trace.detailed ? lines : [],
    sum,
    steps: outcomes,
    score,
    provisional: provisional || lines.some((line) => line.trace.provisional),
  };
}

/** A deduction or addition that is pending has no effect; where an `earn` rule is pending, all that could be earned is. */
function lenientSum({ rules, points, start }: ItemNode, lines: readonly LineOutcome[]): Rational {
  const isEarned = rules.some(({ earns }, index) => earns && isPending(lines[index]?.net));
  const effects = lines
    .filter((_, index) => !isEarned || !at(rules, index).earns)
    .flatMap(({ net }) => known(net) ?? []);
  return total(rational(isEarned ? points : start), ...effects);
}

function total(start: Rational, ...effects: readonly Rational[]): Rational {
  return effects.reduce((sum, effect) => sum.add(effect), start);
}
