/** Phrases that belong to the rule before them: bounds, exceptions, the greatest of several. */
import type { Lang } from "@yardstick/language";
import type { Asked, Context } from "../form/pattern.js";
import { heldBy } from "../form/needs.js";
import { BONUS_LIMIT } from "../patterns/limits.js";
import { matchForm } from "../form/template.js";
import type { RulePart } from "../rule/rule.js";
import { figuresOf, isEvent } from "../words/event-words.js";
import {
  EVENT_SLOT,
  NUMBER_SLOT,
  building,
  forms,
  textNumber,
  type Chosen,
  type Match,
  type OpenAsked,
} from "./attempt.js";
import type { Piece } from "./pieces.js";

const exemptQuestion: Asked = {
  code: "exempt-what",
  scope: "clause",
  text: { zh: "前面有几条规则，除外的是哪一条？", en: "There are several rules before. From which is this exempt?" },
  options: [
    { zh: "只是紧接着的一条", en: "the one directly before it" },
    { zh: "前面各条，这一条另写", en: "all of them; the clause is written by hand" },
  ],
};

const capQuestion: Asked = {
  code: "cap-which",
  scope: "clause",
  text: { zh: "前面有几条规则，这个上限管哪一条？", en: "There are several rules before. Which does the bound hold?" },
  options: [
    { zh: "只管紧接着的一条", en: "the one directly before it" },
    { zh: "管前面各条合计，这一条另写", en: "all of them together; the clause is written by hand" },
  ],
};

const bestQuestion: Asked = {
  code: "best-which",
  scope: "clause",
  text: {
    zh: "前面有几条规则，“同一……只计最高”管哪一条？",
    en: "There are several rules before. Of which does only the highest count?",
  },
  options: [
    { zh: "只管紧接着的一条", en: "the one directly before it" },
    { zh: "前面各条合在一起只计最高，这一条另写", en: "all of them together; the clause is written by hand" },
  ],
};

/**
 * Whether `同一…只计最高` behind a rule may be about rules before it as well: those do the same to the score, and the rule alone is not
 * called what the phrase names.
 */
function mayBeOfAll([part]: readonly RulePart[], others: readonly RulePart[], named: string): boolean {
  if (part?.kind !== "rule") return false;
  const same = others.filter((other) => other.kind === "rule" && other.effect === part.effect);
  const isCalled = (rule: RulePart) =>
    rule.kind === "rule" &&
    named !== "" &&
    [rule.each?.name, rule.per?.field.name].some((name) => name?.includes(named));
  return same.length > 0 && !(isCalled(part) && !same.some(isCalled));
}

/** Whether a bound names the effect that it holds (最多加2分) and only the rule directly before has that effect. */
function saysWhich(text: string, { parts }: Match, others: readonly RulePart[]): boolean {
  const effect = /加|奖/u.test(text) ? "add" : /扣|减/u.test(text) ? "deduct" : /得/u.test(text) ? "earn" : null;
  const has = (list: readonly RulePart[]) => list.some((part) => part.kind === "rule" && part.effect === effect);
  return effect !== null && has(parts) && !has(others);
}

/** What a rule counts: occurrences, rows, a condition, or nothing. */
function shapeOf(part: RulePart | undefined): string {
  if (part?.kind !== "rule") return part?.kind ?? "";
  return part.per !== null ? "per" : part.each !== null ? "each" : part.when !== null ? "when" : "amount";
}

/** The match with a phrase attached; null where the phrase is none, or cannot belong to it. */
export function attachedMatch(
  before: Match,
  others: readonly RulePart[],
  stretch: Piece,
  context: Context,
  chosen: Chosen,
  /** The rules of the sentence, the last of them the one before the phrase. */
  inClause: readonly Match[],
  rematch: (forced: ReadonlyMap<string, number>) => Match | null,
): Match | null {
  const isAlone = inClause.length === 1;
  const text = stretch.text.replaceAll(/^\(|\)$/gu, "");
  const shift = stretch.text.startsWith("(") ? 1 : 0;
  const all = forms().attached[context.lang];
  const held = heldBy(context.lang === "en" ? text.toLowerCase() : text);
  for (const { of: attachment, forms: list } of all) {
    // The bound of all bonuses of an item is the item's own.
    if (attachment.name === "cap" && context.role === "bonus" && context.points === null && BONUS_LIMIT.test(text))
      continue;
    for (const form of list) {
      const slots = matchForm(form, text, stretch.from + shift, held);
      if (slots === null) continue;
      const isException = attachment.name === "exception";
      if (
        Object.entries(slots).some(
          ([name, slot]) =>
            EVENT_SLOT.test(name) &&
            ((isException && context.lang === "zh"
              ? slot.text.length > 30 || /[扣加每]/u.test(slot.text)
              : !isEvent(slot.text, context.lang)) ||
              figuresOf(slot.text).length > 0),
        )
      )
        continue;
      // A phrase may answer what the rule before it asks.
      const settles = attachment.settles?.(slots, context) ?? {};
      const codes = Object.keys(settles);
      const settled = before.asked.some(({ code }) => codes.includes(code))
        ? rematch(new Map(Object.entries(settles)))
        : before;
      const base = settled ?? before;
      // What is asked for each phrase stands at its clause.
      const asked: OpenAsked[] = [];
      const b = building(
        { slots, rows: [], context, chosen, state: { about: "", measure: "" }, forced: new Map() },
        asked,
      );
      const figures = Object.entries(slots)
        .filter(([name]) => NUMBER_SLOT.test(name))
        .map(([, slot]) => slot);
      const renamed = Object.fromEntries(
        Object.entries(slots).map(([name, slot]) => [`${attachment.name}.${name}`, slot]),
      );
      const joined =
        inClause.length < 2
          ? null
          : (attachment.join?.(
              inClause.flatMap((each) => each.parts),
              b,
            ) ?? null);
      if (joined !== null) {
        const codes = new Set(Object.keys(settles));
        return {
          ...base,
          from: inClause[0]?.from ?? base.from,
          to: stretch.to,
          parts: joined,
          asked: [...inClause.flatMap((each) => each.asked).filter(({ code }) => !codes.has(code)), ...asked],
          figures: [...inClause.flatMap((each) => each.figures), ...figures],
          slots: Object.assign(
            {},
            ...inClause.map((each, at) =>
              Object.fromEntries(Object.entries(each.slots).map(([name, slot]) => [`${name}.${String(at)}`, slot])),
            ),
            renamed,
          ),
        };
      }
      const parts = attachment.apply(base.parts, b);
      if (parts === null) continue;
      if (
        attachment.name === "cap" &&
        others.length > 0 &&
        !saysWhich(text, before, others) &&
        !(isAlone && others.every((part) => shapeOf(part) !== shapeOf(before.parts[0]))) &&
        textNumber(slots["P"]?.text ?? "", context.lang) !== context.points
      ) {
        const option = chosen(capQuestion);
        if (option === 1) return null;
        asked.push({ ...capQuestion, chosen: option, because: null });
      }
      if (isException && others.length > 0) {
        const option = chosen(exemptQuestion);
        if (option === 1) return null;
        asked.push({ ...exemptQuestion, chosen: option, because: null });
      }
      if (attachment.name === "highest" && mayBeOfAll(parts, others, slots["X"]?.text ?? "")) {
        const option = chosen(bestQuestion);
        if (option === 1) return null;
        asked.push({ ...bestQuestion, chosen: option, because: null });
      }
      return {
        ...base,
        to: stretch.to,
        parts,
        asked: [...base.asked, ...asked],
        figures: [...base.figures, ...figures],
        slots: { ...base.slots, ...renamed },
      };
    }
  }
  return null;
}

/** Whether a sentence is a phrase that belongs to the rule before it. */
export function isAttachment(text: string, lang: Lang): boolean {
  if (text.length > 60) return false;
  const plain = text.replaceAll(/^\(|\)$/gu, "");
  const all = forms().attached[lang];
  const held = heldBy(lang === "en" ? plain.toLowerCase() : plain);
  return all.some(({ forms: list }) => list.some((form) => matchForm(form, plain, 0, held) !== null));
}
