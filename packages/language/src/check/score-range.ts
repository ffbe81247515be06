/**
 * The range of the published score, from the ranges of the items: a grade cannot ask for a score outside it.
 */
import { powerOfTen, ZERO } from "@yardstick/exact";
import type { Checker, PartDraft } from "./checker.js";
import { nothingKnown, rangeOf } from "./expression-range.js";
import { closed, everything, hull, type Interval, plus, single, times } from "./interval.js";

/** Sets `checker.scoreRange`. Where nothing can be said it stays unbounded. */
export function allocateScore(checker: Checker): void {
  const { draft } = checker;
  const ofPart: Interval[] = [];
  for (const part of [...draft.parts].reverse()) ofPart[part.index] = contribution(checker, part, ofPart);
  let score = draft.roots.map((root) => ofPart[root] ?? everything).reduce(plus, single(ZERO));
  for (const coefficient of draft.coefficients) {
    if (coefficient === null) return;
    if (coefficient.appliesTo === "total") score = times(score, rangeOf(checker, coefficient.value, nothingKnown));
  }
  const zeroed = draft.vetoes.some((veto) => veto?.effects.some((effect) => effect.kind === "score-zero"));
  checker.scoreRange = rounded(zeroed ? hull(score, single(ZERO)) : score, draft.scoreDecimals);
}

/** What a part adds to the one above. */
function contribution(checker: Checker, part: PartDraft, ofPart: readonly Interval[]): Interval {
  const { points, worth } = part;
  if (points === null || worth === null) return everything;
  const own = part.node.kind === "item" ? closed(part.min, part.max) : sectionRange(checker, part, ofPart);
  const scaled = points.equals(worth) || points.equals(0) ? own : times(own, single(worth.div(points)));
  const multiplied = checker.draft.coefficients.some(
    (one) => one !== null && one.appliesTo !== "total" && one.appliesTo.includes(part.index),
  );
  if (multiplied) return everything;
  return part.applies === null ? scaled : hull(scaled, closed(ZERO, worth));
}

function sectionRange(checker: Checker, part: PartDraft, ofPart: readonly Interval[]): Interval {
  // What is rescaled onto a sibling multiplies its range, which may exceed its points.
  if (part.parts.some((index) => checker.draft.parts[index]?.applies?.otherwise === "rescale")) return everything;
  const sumOf = (indexes: readonly number[]): Interval =>
    indexes.map((index) => ofPart[index] ?? everything).reduce(plus, single(ZERO));
  if (part.variants === null) return sumOf(part.parts);
  const [first = single(ZERO), ...others] = part.variants.cases.map((one) => sumOf(one.parts));
  return others.reduce(hull, first);
}

/** The score is published rounded: outward, so that nothing in between is lost. */
function rounded({ min, max }: Interval, decimals: number): Interval {
  const step = powerOfTen(-decimals);
  return closed(
    min === null ? null : min.div(step).floor().mul(step),
    max === null ? null : max.div(step).ceil().mul(step),
  );
}
