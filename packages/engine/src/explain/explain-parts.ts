/**
 * The tree of parts that concern one subject, with everything that led to their scores.
 */
import { publishedNumberText, rationalText } from "@yardstick/exact";
import type { Part, Program } from "@yardstick/language/program";
import type { ItemExplanation, PartExplanation, SectionExplanation, StepExplanation } from "../data/explanation.js";
import type { Sum } from "../reference/section-total.js";
import { explainLines } from "./explain-lines.js";
import { exactOrNull, explainSteps } from "./explain-steps.js";
import { at } from "../values/internal-error.js";
import type { PartOutcome } from "../reference/part.js";
import type { Subject } from "../reference/subject.js";
import { known } from "../values/value.js";

/** `sum` is what the parts add up to in their parent, `program` the rubric that was evaluated. */
export function explainParts(
  parts: readonly number[],
  sum: Sum,
  subject: Subject,
  program: Program,
): readonly PartExplanation[] {
  return parts.map((part) => explainPart(part, sum, subject, program));
}

function explainPart(index: number, above: Sum, subject: Subject, program: Program): PartExplanation {
  const part = at(program.parts, index);
  const outcome = subject.part(index);
  const { item, section } = outcome;
  const score = known(outcome.score);
  const contribution = above.contributions.find((each) => each.part === index);
  const own = explainSteps((item ?? section)?.steps ?? [], subject);
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
    rounding: roundingOf(own, part, program),
    steps: [...own, ...explainSteps(contribution?.steps ?? [], subject)],
    score: score === null ? null : rationalText(score),
    published: score === null ? null : publishedNumberText(score, at(subject.program.parts, index).decimals),
    contribution: contribution === undefined ? null : exactOrNull(known(contribution.value)),
  };
  if (part.kind === "section") {
    const parts = section === null ? [] : explainParts(section.chosen, section.sum, subject, program);
    return { ...common, kind: "section", parts } satisfies SectionExplanation;
  }
  return {
    ...common,
    kind: "item",
    form: part.form,
    start: part.start,
    lines: item === null ? [] : explainLines(part, item.lines, subject),
    sum: item === null ? null : exactOrNull(known(item.sum)),
    heldBack: own.find(({ role }) => role === "range")?.heldBack ?? null,
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

/** The property that a part of an explanation has for its rounding, beside the list of all steps. */
function roundingOf(
  steps: readonly StepExplanation[],
  { kind, decimals, rounding: stated }: Part,
  { itemDecimals, itemRounding }: Program,
): PartExplanation["rounding"] {
  const rounding = steps.find(({ role }) => role === "rounding");
  if (rounding === undefined) return null;
  const isInherited = kind === "item" && decimals === null;
  return {
    before: rounding.before ?? "0",
    after: rounding.after ?? "0",
    decimals: (isInherited ? itemDecimals : decimals) ?? 0,
    stated: isInherited ? itemRounding : stated,
  };
}
