/**
 * An item on one subject: its start, plus the effects of all its lines, limited to its range once at the end, then
 * rounded if the rubric rounds items. The order of the lines carries no meaning.
 */
import { clamp, rational, type Rational } from "@yardstick/exact";
import { ruleOf } from "@yardstick/language/core";
import { type Item, roundedAsStated, type Rounding } from "@yardstick/language/program";
import { at } from "../values/internal-error.js";
import type { LineOutcome } from "./line.js";
import { lineOutcome } from "./line.js";
import type { Scope } from "./scope.js";
import { Trace } from "./trace.js";
import type { Pending } from "../values/value.js";
import { isPending, known, lift } from "../values/value.js";

/** `stated`: the mode and step that the rubric names; null: half up to `decimals`. */
export interface RoundingOutcome {
  readonly before: Rational;
  readonly after: Rational;
  readonly decimals: number;
  readonly stated: Rounding | null;
}

export interface ItemOutcome {
  /** Kept for a subject that is being explained; otherwise empty. */
  readonly lines: readonly LineOutcome[];
  readonly sum: Rational | Pending;
  /** Sum less what the range lets through; null while pending. */
  readonly heldBack: Rational | null;
  readonly rounding: RoundingOutcome | null;
  readonly score: Rational | Pending;
  readonly provisional: boolean;
}

/**
 * `scope` is that of the item; each line notes what it reads on its own.
 * `lenient` is a test with `else: full`: what is pending then costs nothing, and what would have to be earned is earned.
 */
export function itemOutcome(item: Item, scope: Scope, lenient: boolean): ItemOutcome {
  const lines = item.lines.map((line) => lineOutcome(line, scope.noting(new Trace(scope.trace.detailed))));
  const sum = lenient ? lenientSum(item, lines) : lift([rational(item.start), ...lines.map((line) => line.net)], total);
  const held = lift([sum], (value) => clamp(value, bound(item.min), bound(item.max)));
  const { itemDecimals, itemRounding } = scope.program;
  const decimals = item.decimals ?? itemDecimals;
  const stated = item.decimals === null ? itemRounding : item.rounding;
  const score = decimals === null ? held : lift([held], (value) => roundedAsStated(value, decimals, stated));
  return {
    lines: scope.trace.detailed ? lines : [],
    sum,
    heldBack: known(lift([sum, held], (before, after) => before.sub(after))),
    rounding:
      decimals === null || isPending(held) || isPending(score)
        ? null
        : { before: held, after: score, decimals, stated },
    score,
    provisional: lines.some((line) => line.trace.provisional),
  };
}

/** A deduction or addition that is pending has no effect; where an `earn` line is pending, all that could be earned is. */
function lenientSum(item: Item, lines: readonly LineOutcome[]): Rational {
  const isEarned = item.lines.some((line, index) => ruleOf(line).earns && isPending(lines[index]?.net));
  const effects = lines
    .filter((_, index) => !isEarned || !ruleOf(at(item.lines, index)).earns)
    .flatMap(({ net }) => known(net) ?? []);
  return total(rational(isEarned ? item.points : item.start), ...effects);
}

function total(start: Rational, ...effects: readonly Rational[]): Rational {
  return effects.reduce((sum, effect) => sum.add(effect), start);
}

function bound(exact: string | null): Rational | null {
  return exact === null ? null : rational(exact);
}
