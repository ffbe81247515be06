/**
 * Advice: nothing is wrong, but practice has found it wanting. Each can be turned off by its code.
 */
import { percentText, rational, type Rational, rounded, smaller, sum, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import type { Checker, PartDraft } from "./checker.js";
import { shapeOf } from "./expression-range.js";
import { standingExpressions } from "./standing.js";
import { isBonusOrPenalty } from "./weigh.js";
import { visit } from "../program/expression-tree.js";

/** More vetoes than this, and they decide more than the score does. */
const mostVetoes = 5;
/** Share of the total that may hang on judgement alone. */
const mostDiscretion = rational("3/10");

export function checkAdvice(checker: Checker): void {
  adviseOnVetoes(checker);
  adviseOnDiscretion(checker);
  adviseOnAssessors(checker);
  adviseOnItems(checker);
  adviseOnRankings(checker);
  adviseOnQuotas(checker);
  adviseOnExpressions(checker);
}

function adviseOnVetoes(checker: Checker): void {
  const vetoes = checker.names.all().filter((one) => one.kind === "veto");
  const beyond = vetoes[mostVetoes];
  if (beyond !== undefined)
    checker.report(diagnostic("many-vetoes", beyond.span, { count: vetoes.length, most: mostVetoes }));
}

function adviseOnDiscretion(checker: Checker): void {
  const { parts, total } = checker.draft;
  if (total === null || total.compare(0) <= 0) return;
  const judged = parts.filter((part) => part.judgements.size > 0 && !isBonusOrPenalty(part));
  const share = sum(judged.map((part) => judgedWorth(checker, part))).div(total);
  const [first] = judged;
  if (first === undefined || share.compare(mostDiscretion) <= 0) return;
  checker.report(
    diagnostic(
      "much-discretion",
      checker.draft.totalSpan ?? first.node.name.span,
      { share: percentText(rounded(share, 3)), most: percentText(mostDiscretion) },
      {
        related: judged.map((part) => ({
          span: part.node.name.span,
          note: { zh: `「${part.name}」有酌情计分`, en: `"${part.name}" is scored at discretion` },
        })),
      },
    ),
  );
}

/** What judgements can move of a part's worth. */
function judgedWorth(checker: Checker, part: PartDraft): Rational {
  const { points, worth } = part;
  if (points === null || worth === null || points.equals(0)) return ZERO;
  const largest = [...part.judgements.values()].map((index) => {
    const type = checker.draft.fields[index]?.type;
    return type?.kind === "number" && type.max !== null ? rational(type.max).abs() : points;
  });
  const swayed = smaller(sum(largest), points).div(points).mul(worth);
  return part.parent === null ? swayed : swayed.mul(weightAbove(checker, part.parent));
}

/** How much of a point on a section's own scale reaches the total, through all sections above. */
function weightAbove(checker: Checker, index: number): Rational {
  const section = checker.draft.parts[index];
  if (section === undefined || section.points === null || section.worth === null || section.points.equals(0))
    return ZERO;
  const own = section.worth.div(section.points);
  return section.parent === null ? own : own.mul(weightAbove(checker, section.parent));
}

function adviseOnAssessors(checker: Checker): void {
  const items = checker.draft.parts.filter((part) => part.node.kind === "item");
  if (items.every((part) => part.assessor === null)) return;
  for (const part of items) {
    if (part.assessor === null)
      checker.report(diagnostic("item-without-assessor", part.node.name.span, { name: part.name }));
  }
}

function adviseOnItems(checker: Checker): void {
  for (const { node, name } of checker.draft.parts) {
    if (node.kind !== "item") continue;
    if (node.form === "bonus" && node.upTo === null)
      checker.report(diagnostic("bonus-without-limit", node.name.span, { name }));
    if (node.lines.length === 0)
      checker.report(diagnostic("item-without-lines", node.name.span, { name, form: node.form }));
  }
}

/**
 * A mean of raw ratios has a denominator that grows with every subject. In the first period there is none before: what reads it without
 * asking stays pending for all.
 */
function adviseOnExpressions(checker: Checker): void {
  const asked = new Set<string>();
  const reads: Extract<Expression, { kind: "previous" }>[] = [];
  const note = (one: Expression): void => {
    if (one.kind === "cohort" && one.name === "mean" && one.value !== null && isRawRatio(one.value))
      checker.report(diagnostic("mean-of-ratios", one.span, { text: checker.source.slice(...one.value.span) }));
    else if (one.kind === "is-none" && one.operand.kind === "previous") asked.add(shapeOf(one.operand));
    else if (one.kind === "previous") reads.push(one);
  };
  for (const { expression } of standingExpressions(checker)) visit(expression, note);
  const unasked = reads.find((one) => !asked.has(shapeOf(one)));
  if (unasked !== undefined)
    checker.report(diagnostic("first-period", unasked.span, { text: checker.source.slice(...unasked.span) }));
}

function isRawRatio(expression: Expression): boolean {
  return expression.kind === "arithmetic" && expression.op === "/" && expression.right.kind !== "number";
}

/** A ranking that is only published may be all that is wanted; beside awards and consequences it may have been forgotten. */
function adviseOnRankings(checker: Checker): void {
  const { awards, grades, consequences } = checker.draft;
  if (awards.length + grades.length + consequences.length === 0) return;
  for (const declared of checker.names.all()) {
    if (declared.kind !== "ranking" || checker.read.has(declared)) continue;
    checker.report(diagnostic("ranking-unused", declared.span, { name: declared.name }));
  }
}

/** All of a tie at the cut of a quota stay below it, so a ranking that quotas are based on needs a second key. */
function adviseOnQuotas(checker: Checker): void {
  const { rankings, grades } = checker.draft;
  for (const declared of checker.names.all()) {
    const ranking = declared.kind === "ranking" ? rankings[declared.index] : null;
    if (ranking === null || ranking === undefined || ranking.thenBy.length > 0) continue;
    const limited = grades.flatMap((each) =>
      each?.by === declared.index ? each.rows.filter(({ quota }) => quota !== null) : [],
    );
    const [first] = limited;
    if (first === undefined) continue;
    checker.report(
      diagnostic(
        "quota-tie",
        declared.span,
        { ranking: declared.name, grade: first.grade },
        {
          related: limited.map(({ span, grade }) => ({
            span,
            note: { zh: `「${grade}」有名额`, en: `"${grade}" has a quota` },
          })),
        },
      ),
    );
  }
}
