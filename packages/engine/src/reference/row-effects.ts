/**
 * What the side rows of one line do together: only the greatest of a group (`highest per F`), and no more than a cap, of
 * all of them or of each group (`up to P per F`). Effects are signed.
 */
import type { Expression } from "@yardstick/language/program";
import { evaluate } from "./expression.js";
import type { Rational } from "./rational.js";
import { heldTo, ZERO } from "./rational.js";
import type { Scope } from "./scope.js";
import type { Pending } from "./value.js";
import { datumText, isPending } from "./value.js";

/** One count of a line: of a side row, or of the line as a whole (`row` null). */
export interface Effect {
  readonly row: number | null;
  readonly scope: Scope;
  readonly effect: Rational;
}

export function sumOf(effects: readonly Effect[]): Rational {
  return effects.reduce((sum, { effect }) => sum.add(effect), ZERO);
}

/** Effects by the value of `by` in their rows; all in one group where it is null. */
function grouped(effects: readonly Effect[], by: Expression | null): Pending | readonly (readonly Effect[])[] {
  if (by === null) return [effects];
  const groups = new Map<string, Effect[]>();
  for (const each of effects) {
    const group = evaluate(by, each.scope);
    if (isPending(group)) return group;
    const members = groups.get(datumText(group));
    if (members === undefined) groups.set(datumText(group), [each]);
    else members.push(each);
  }
  return [...groups.values()];
}

/** Of each group, the one with the greatest effect; the first of equals. */
export function highestPer(effects: readonly Effect[], by: Expression): Pending | readonly Effect[] {
  const groups = grouped(effects, by);
  if (isPending(groups)) return groups;
  return groups.flatMap((group) => group.slice(1).reduce<readonly Effect[]>(greater, group.slice(0, 1)));
}

function greater(kept: readonly Effect[], each: Effect): readonly Effect[] {
  return kept.every(({ effect }) => each.effect.abs().compare(effect.abs()) > 0) ? [each] : kept;
}

/** The sum of the groups, each held to `limit` in either direction. */
export function cappedSum(effects: readonly Effect[], limit: Rational, by: Expression | null): Pending | Rational {
  const groups = grouped(effects, by);
  if (isPending(groups)) return groups;
  return groups.reduce((sum, group) => sum.add(heldTo(sumOf(group), limit.neg(), limit)), ZERO);
}
