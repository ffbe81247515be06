/**
 * The tree of parts that concern one subject, with everything that led to their scores.
 */
import { publishedNumberText, rationalText } from "@yardstick/exact";
import type { ItemExplanation, PartExplanation, SectionExplanation } from "../data/explanation.js";
import type { Sum } from "../reference/section-total.js";
import { exactOrNull, explainLines } from "./explain-lines.js";
import { at } from "../values/internal-error.js";
import type { ItemOutcome } from "../reference/item.js";
import type { PartOutcome } from "../reference/part.js";
import { partDecimals } from "../values/published-part.js";
import type { Subject } from "../reference/subject.js";
import { known } from "../values/value.js";

/** `sum` is what the parts add up to in their parent. */
export function explainParts(parts: readonly number[], sum: Sum, subject: Subject): readonly PartExplanation[] {
  return parts.map((part) => explainPart(part, sum, subject));
}

function explainPart(index: number, above: Sum, subject: Subject): PartExplanation {
  const part = at(subject.program.parts, index);
  const outcome = subject.part(index);
  const score = known(outcome.score);
  const contribution = above.contributions.find((each) => each.part === index);
  const common = {
    part: index,
    name: part.name,
    path: part.path,
    span: part.span,
    points: part.points,
    worth: contribution === undefined ? part.worth : rationalText(contribution.worth),
    assessor: part.assessor,
    basis: part.basis,
    notApplicable: notApplicable(outcome, part.applies?.otherwise ?? "rescale"),
    rounding: roundingText(outcome.item?.rounding ?? outcome.section?.rounding ?? null),
    score: score === null ? null : rationalText(score),
    published: score === null ? null : publishedNumberText(score, partDecimals(subject.program, part)),
    contribution: contribution === undefined ? null : exactOrNull(known(contribution.value)),
  };
  if (part.kind === "section") {
    const { section } = outcome;
    const parts = section === null ? [] : explainParts(section.chosen, section.sum, subject);
    return { ...common, kind: "section", parts } satisfies SectionExplanation;
  }
  const { item } = outcome;
  return {
    ...common,
    kind: "item",
    form: part.form,
    start: part.start,
    lines: item === null ? [] : explainLines(part, item.lines, subject),
    sum: item === null ? null : exactOrNull(known(item.sum)),
    heldBack: heldBackText(item),
    min: part.min,
    max: part.max,
  } satisfies ItemExplanation;
}

/** A section whose parts all pass on their share does not apply either, without a condition of its own. */
function notApplicable(
  { applies, applicability }: PartOutcome,
  otherwise: "full" | "zero" | "rescale",
): PartExplanation["notApplicable"] {
  if (applies !== false) return null;
  return { outcome: applicability.holds === false ? otherwise : "rescale", reads: applicability.trace.reads };
}

function roundingText(rounding: ItemOutcome["rounding"]): PartExplanation["rounding"] {
  if (rounding === null || rounding.before.equals(rounding.after)) return null;
  const { before, after, decimals, stated } = rounding;
  return { before: rationalText(before), after: rationalText(after), decimals, stated };
}

function heldBackText(item: ItemOutcome | null): string | null {
  const heldBack = item?.heldBack ?? null;
  return heldBack === null || heldBack.equals(0) ? null : rationalText(heldBack);
}
