/**
 * What the points in the rules of items with weights are of: of 100 for each item, which is then weighted, or of the weight itself (an
 * item of 15% has 15 points). The document may say it; otherwise it is asked once.
 */
import { ownEntry } from "@yardstick/language";
import { normalText } from "../clause/normal-text.js";
import type { Asked, Given } from "../form/pattern.js";
import type { Question, ReadClause } from "../match/read-clause.js";
import type { Outline, OutlineItem } from "../outline/outline.js";
import type { Amount, RulePart } from "../rule/rule.js";

const CODE = "weight-scale";

const scaleQuestion: Asked = {
  code: CODE,
  scope: "document",
  text: {
    zh: "指标写的是权重，各条规则里的分是哪一种？",
    en: "The items have weights. What are the points in their rules of?",
  },
  options: [
    { zh: "各指标按 100 分计，再乘权重", en: "of 100 for each item, which is then weighted" },
    { zh: "权重即分值：权重 15% 的指标满分 15 分", en: "of the weight itself: an item of 15% has 15 points" },
  ],
};

/** The question of a document with its answer; null options are open. */
export interface WeightScale {
  readonly option: number | null;
  readonly given: Given | null;
}

const isWeighted = ({ role, weight, points }: OutlineItem): boolean =>
  role === "item" && weight !== null && points === null;

const EARNED = /(?:得|计|为|满分|:)(\d+(?:\.\d+)?)分|(\d+(?:\.\d+)?) (?:points|marks)/gu;

/** What a document says of the scale, or what has been answered; null where no item has a weight alone. */
export function weightScale(outline: Outline, answers: Readonly<Record<string, number>>): WeightScale | null {
  const items = outline.sections.flatMap(({ items: own }) => own.filter(isWeighted));
  if (items.length === 0 || outline.printed !== undefined) return null;
  const answered =
    ownEntry(answers, CODE) ?? Object.entries(answers).find(([id]) => id.endsWith(`:${CODE}`))?.[1] ?? null;
  if (answered !== null) return { option: answered, given: null };
  const texts = items.map((item) => ({
    weight: Number(item.weight),
    text: normalText(item.passages.map(({ text }) => text).join("\n")).text,
  }));
  // Levels over 100 are of 100; what an item earns beyond its weight is as well.
  const beyond = texts.some(({ weight, text }) =>
    [...text.matchAll(EARNED)].some(([, zh, en]) => Number(zh ?? en ?? "0") > weight),
  );
  const saysWeight = texts.some(({ text }) => /权重分|分值即权重|权重即分值/u.test(text));
  if (beyond === saysWeight) return { option: null, given: null };
  const given: Given = beyond
    ? { option: 0, because: { zh: "有的指标得分大于其权重", en: "points beyond the weight of their item are earned" } }
    : { option: 1, because: { zh: "原文称之为“权重分”", en: "the document calls them points of the weight" } };
  return { option: given.option, given };
}

/** The outline with weights as points. */
export const weightsAsPoints = (outline: Outline): Outline => ({
  ...outline,
  sections: outline.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (isWeighted(item) ? { ...item, points: item.weight, weight: null } : item)),
  })),
});

const holdsPoints = (amount: Amount): boolean =>
  (amount.kind === "points" && Number(amount.value) !== 0) ||
  (amount.kind === "by" && amount.rows.some((row) => holdsPoints(row.amount))) ||
  (amount.kind !== "points" && amount.kind !== "by" && "points" in amount && amount.points !== null);

const hasPoints = (part: RulePart): boolean =>
  part.kind === "rule" && (holdsPoints(part.amount) || part.cap !== null || Number(part.discretion?.to ?? "0") > 0);

/** The clauses, those of weighted items that state points with the question. `outline` is that of the document as it stands. */
export function withWeightScale(
  outline: Outline,
  clauses: readonly ReadClause[],
  scale: WeightScale | null,
): readonly ReadClause[] {
  if (scale === null) return clauses;
  return clauses.map((clause) => {
    const item = outline.sections[clause.section]?.items[clause.item];
    const states = clause.matches.some(({ parts }) => parts.some(hasPoints));
    if (item === undefined || !isWeighted(item) || !states) return clause;
    const question: Question = {
      ...scaleQuestion,
      id: `${String(clause.number)}:${CODE}`,
      chosen: scale.option,
      because: scale.given?.because ?? null,
    };
    return {
      ...clause,
      questions: [...clause.questions, question],
      state: scale.option === null ? "asks" : clause.state,
    };
  });
}
