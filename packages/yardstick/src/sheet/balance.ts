/**
 * What a subject lost and gained, by item, on the scale of the total. Full marks and all changes add up to the exact sum of the score.
 */
import type { Explanation, PartExplanation } from "@yardstick/engine";
import { type Rational, rational, rationalText, ZERO } from "@yardstick/exact";
import { points, signedPoints, size } from "./figures.js";
import type { SheetContext } from "./read.js";
import type { SheetBalance, SheetChange } from "./sheet.js";

interface Change {
  readonly part: PartExplanation;
  readonly amount: Rational;
}

const sumOf = (numbers: readonly Rational[]): Rational => numbers.reduce((sum, each) => sum.add(each), ZERO);

/** What a part is expected to add to the part above: full marks, and nothing of a bonus or a penalty. */
function expected(part: PartExplanation): Rational {
  return part.kind === "item" && part.form !== "item" ? ZERO : rational(part.worth);
}

/** A part whose points its siblings take has no full marks of its own to lose from. */
const isRescaled = ({ notApplicable }: PartExplanation): boolean => notApplicable?.outcome === "rescale";

/**
 * The changes inside a part, null while one is pending or the points are shared again. `scale` leads from the part above to the total. What a section changes beyond
 * its parts, by a range, a rounding or a coefficient, is a change of its own.
 */
function changesOf(part: PartExplanation, scale: Rational): readonly Change[] | null {
  if (part.contribution === null || isRescaled(part)) return null;
  const own = rational(part.contribution).sub(expected(part)).mul(scale);
  if (part.kind === "item") return [{ part, amount: own }];
  const full = rational(part.points);
  const inner = full.compare(0) === 0 ? scale : scale.mul(rational(part.worth).div(full));
  const inside = allChanges(part.parts, inner);
  return inside === null ? null : [...inside, { part, amount: own.sub(sumOf(inside.map(({ amount }) => amount))) }];
}

function allChanges(parts: readonly PartExplanation[], scale: Rational): readonly Change[] | null {
  const changes: Change[] = [];
  for (const part of parts) {
    const inside = changesOf(part, scale);
    if (inside === null) return null;
    changes.push(...inside);
  }
  return changes;
}

function sheetChange({ part, amount }: Change): SheetChange {
  const { name, path, span, assessor } = part;
  return { name, path, span, assessor, amount: signedPoints(rationalText(amount)) };
}

/** The balance of a subject; null while its score is pending, and where the points of a part go to its siblings. */
export function balanceOf({ parts, sum }: Explanation, { messages }: SheetContext): SheetBalance | null {
  const all = sum === null ? null : allChanges(parts, rational("1"));
  if (all === null || sum === null) return null;
  const changes = all.filter(({ amount }) => amount.compare(0) !== 0);
  const lost = changes.filter(({ amount }) => amount.compare(0) < 0).sort((a, b) => a.amount.compare(b.amount));
  const gained = changes.filter(({ amount }) => amount.compare(0) > 0).sort((a, b) => b.amount.compare(a.amount));
  const total = (of: readonly Change[]) => size(rationalText(sumOf(of.map(({ amount }) => amount))));
  const figures = {
    full: points(rationalText(sumOf(parts.map(expected)))),
    lost: total(lost),
    gained: total(gained),
    sum: points(sum),
  };
  return {
    ...figures,
    text: messages.balance(figures, lost.length > 0, gained.length > 0),
    losses: lost.map(sheetChange),
    gains: gained.map(sheetChange),
  };
}
