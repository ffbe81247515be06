/** What only an item as a whole shows: bonuses in an item that starts full, earnings that do not make up its points, levels that exclude each other. */
import { ownEntry } from "@yardstick/language";
import { basesOf, composedTotal } from "../outline/composition.js";
import type { Outline, OutlineItem } from "../outline/outline.js";
import { sumOf } from "../outline/outline.js";
import type { Amount, ScoringRule } from "../rule/rule.js";
import type { Asked, Given, Wording } from "../form/pattern.js";
import { isUnwanted } from "../patterns/points-effect.js";
import type { Question, ReadClause } from "../match/read-clause.js";
import { clausesWithLevels, levelsOnce } from "./levels-once.js";
import { listOutcome } from "./list-lead.js";
import type { Answers } from "./read-clauses.js";
import { confusedEvents, ownRules, sameEvent, hasTiers, tiersAcross, withinOther } from "./same-events.js";

const overFull: Asked = {
  code: "over-full",
  scope: "clause",
  text: { zh: "本项已有分值，加分放在哪里？", en: "The item has points already. Where do these points go?" },
  options: [
    { zh: "另计：列为加分项，可超过本项分值", en: "beside it, as a bonus beyond the item's points" },
    {
      zh: "在本项分值以内，只抵所扣或补足",
      en: "within the item's points: they only make good what it deducts, or fill it",
    },
  ],
};

const earnSum = (found: string, stated: string): Asked => ({
  code: "earn-sum",
  scope: "clause",
  text: {
    zh: `各条得分合计 ${found} 分，与本项分值 ${stated} 分不符，怎样计算？`,
    en: `What can be earned adds up to ${found}, not to the item's ${stated} points. How is it meant?`,
  },
  options: [
    { zh: "各条相加，最多到本项分值", en: "added up, at most the item's points" },
    { zh: "另有规定，这一条另写", en: "otherwise; the clause is written by hand" },
  ],
});

const several: Asked = {
  code: "several-items",
  scope: "clause",
  text: {
    zh: "一行写了几项、各若干分，是一项还是几项？",
    en: "One row names several things with points each. Is it one item or several?",
  },
  options: [
    { zh: "一项", en: "one item" },
    { zh: "几项，各自另写", en: "several, each written by hand" },
  ],
};

const fullOrNothing: Asked = {
  code: "full-or-nothing",
  scope: "clause",
  text: {
    zh: "“得满分”以外还有扣分，怎样理解？",
    en: "All points are earned by this, and there are deductions as well. How is it meant?",
  },
  options: [
    {
      zh: "条目从满分起扣，本句仅为说明",
      en: "the item starts at full points and is deducted from; this sentence only states it",
    },
    { zh: "符合才有满分，不符合的为 0 分", en: "all points only where it holds, else none" },
  ],
};

const deductsInside: Given = {
  option: 0,
  because: { zh: "同一条另写明逐项扣分", en: "the same clause says what is deducted" },
};

const merged: Asked = {
  code: "merged-cells",
  scope: "clause",
  text: {
    zh: "这一格跨几个条目的行，规则归哪个条目？",
    en: "This cell spans the rows of several items. Whose rule is it?",
  },
  options: [
    { zh: "只归第一个条目", en: "of the first item alone" },
    { zh: "归各个条目，这一条另写", en: "of all of them; the clause is written by hand" },
  ],
};

const numbered: Asked = {
  code: "beside-item",
  scope: "clause",
  text: {
    zh: "这一条的序号与条目本身的序号相接，分从哪里扣、加到哪里？",
    en: "The number of this line continues that of the item itself. Where do its points belong?",
  },
  options: [
    { zh: "在这个条目以内", en: "within this item" },
    { zh: "与这个条目并列，这一条另写", en: "beside the item; the clause is written by hand" },
  ],
};

const sharedPoints: Asked = {
  code: "shared-points",
  scope: "clause",
  text: { zh: "分值一格跨几项，怎样理解？", en: "One cell of points spans several things. How is it meant?" },
  options: [
    { zh: "几项合计这些分，作一个条目", en: "they have the points together, as one item" },
    { zh: "各有这些分，这一条另写", en: "each has the points; the clause is written by hand" },
  ],
};

const mergedPoints: Given = {
  option: 0,
  because: { zh: "分值的单元格合并为一格", en: "the cells of points are merged into one" },
};

const noPoints: Asked = {
  code: "no-points",
  scope: "clause",
  text: {
    zh: "其他条目写了分值，这个条目没有写，扣的分从哪里扣？",
    en: "Other items have points and this one has none. What are its points deducted from?",
  },
  options: [
    { zh: "从总分中扣，列为扣分项", en: "from the total, as a penalty" },
    { zh: "本条目另有分值，这一条另写", en: "from points of its own; the clause is written by hand" },
  ],
};

const restPoints = (rest: string): Asked => ({
  code: "rest-points",
  scope: "clause",
  text: {
    zh: `本大类的分值减去已写明分值的条目，余 ${rest} 分，是不是这些条款的分值？`,
    en: `The section's points less those of its items leave ${rest}. Are they the points of these clauses?`,
  },
  options: [
    { zh: `是，合计 ${rest} 分`, en: `yes, ${rest} in all` },
    { zh: "不是，这一条另写", en: "no; the clause is written by hand" },
  ],
});

const fullOf = (item: string, points: string): Asked => ({
  code: "full-of",
  scope: "clause",
  text: {
    zh: `“${item}”下有几条，“不得分”是不是“${item}”的全部 ${points} 分？`,
    en: `“${item}” has several entries. Are all of its ${points} points lost?`,
  },
  options: [
    { zh: `是，${points} 分全部扣完`, en: `yes, all ${points}` },
    {
      zh: "不是，只是其中一部分或另有所指，这一条另写",
      en: "no, a part of them or other points; the clause is written by hand",
    },
  ],
});

/** So many entries under one heading share its points. */
const MANY_ENTRIES = 3;
/** Names the item, or the points that are lost: 本项不得分, 扣完该项分值, `lose all 10 points`, `0 for this section`. */
const ALL_POINTS =
  /本项|[该此]项(?:目)?的?(?:全部|所有)?(?:分值|分数|标准分)|\ball (?:of the )?\d+ (?:points|marks)|\b(?:this|the) (?:section|item|criterion|category)\b/iu;
const LARGER_PART = /[本该此](?:大项|大类|章|部分|板块)/u;

const greatest = (values: readonly string[]): string =>
  values.reduce((best, value) => (Number(value) > Number(best) ? value : best), "0");

function most(amount: Amount, points: string): string {
  if (amount.kind === "points") return amount.value;
  if (amount.kind === "by") return greatest(amount.rows.map((row) => most(row.amount, points)));
  if ((amount.kind === "scaled" || amount.kind === "linear") && amount.points !== null) return amount.points;
  return points;
}

function asking(
  clause: ReadClause,
  asked: Asked,
  answers: Answers,
  keeps: boolean,
  given: Given | null = null,
): ReadClause {
  const id = `${String(clause.number)}:${asked.code}`;
  const own = ownEntry(answers, id) ?? null;
  const chosen = own ?? given?.option ?? null;
  if (chosen === 1 && asked.code !== "over-full" && !keeps) {
    return unreadClause(clause);
  }
  const question: Question = { ...asked, id, chosen, because: own === null ? (given?.because ?? null) : null };
  const questions = [...clause.questions, question];
  return {
    ...clause,
    questions,
    state: questions.some((each) => each.chosen === null) ? "asks" : clause.state === "asks" ? "read" : clause.state,
  };
}

/** That what is earned and added up to its bounds makes up the points of the item, so that the additions are a part of them. */
function makesUp(rules: readonly ScoringRule[], points: string): Given | null {
  const values = rules
    .filter(({ effect }) => effect !== "deduct")
    .map(
      ({ amount, cap, per, each, discretion }) =>
        cap ?? (per === null && each === null && discretion === null ? most(amount, points) : null),
    );
  if (values.includes(null) || Number(sumOf(values.map((value) => value ?? "0"))) !== Number(points)) return null;
  return {
    option: 1,
    because: { zh: `各条合计正好是本项 ${points} 分`, en: `together they make up the item's ${points} points` },
  };
}

const isEarnOrLose = ({ code, chosen }: Question): boolean => code === "earn-or-lose" && chosen === null;

/** The clauses of an item with what its points say of points without a verb: that they are earned, where together they make up the item's. */
function withGivenEarnings(own: readonly ReadClause[], points: string): readonly ReadClause[] {
  const rules = own.flatMap(ownRules);
  const earned = rules.filter(({ effect }) => effect === "earn");
  const values = earned.map(
    ({ amount, cap, per, each, discretion }) =>
      cap ?? discretion?.to ?? (per === null && each === null ? most(amount, points) : null),
  );
  // `每人3分，最多10分` of ten: nothing but earning is bounded by all of the points.
  const isCapped = (clause: ReadClause): boolean =>
    ownRules(clause).some(({ cap, effect }) => effect === "earn" && cap === points) && !isUnwanted(clause.text);
  if (own.some((clause) => clause.questions.some(isEarnOrLose) && isCapped(clause))) {
    const because = {
      zh: `上限是本项 ${points} 分`,
      en: `the bound is the item's ${points} points`,
    };
    return own.map((clause) => (isCapped(clause) ? settled(clause, because) : clause));
  }
  const isWanted = own.filter(({ questions }) => questions.some(isEarnOrLose)).some(({ text }) => !isUnwanted(text));
  if (
    !isWanted ||
    rules.some(({ effect }) => effect === "add") ||
    values.includes(null) ||
    Number(sumOf(values.map((value) => value ?? "0"))) !== Number(points)
  )
    return own;
  const because = { zh: `各条合计正好是本项 ${points} 分`, en: `together they make up the item's ${points} points` };
  return own.map((clause) => settled(clause, because));
}

/** A clause whose points without a verb are earned, with what the document gives as the reason. */
function settled(clause: ReadClause, because: Wording): ReadClause {
  const questions = clause.questions.map((each) => (isEarnOrLose(each) ? { ...each, chosen: 0, because } : each));
  const isOpen = questions.some(({ chosen }) => chosen === null);
  const isDecided = clause.matches.every(({ parts }) =>
    parts.every((part) => part.kind === "rule" && part.discretion !== null),
  );
  return {
    ...clause,
    questions,
    state: clause.state !== "asks" || isOpen ? clause.state : isDecided ? "judged" : "read",
  };
}

/** A clause whose earning of all points only says that the item starts full. */
function withoutEarning(clause: ReadClause, points: string): ReadClause {
  const matches = clause.matches.map((match) => ({
    ...match,
    parts: match.parts.filter(
      (part) => part.kind !== "rule" || part.effect !== "earn" || most(part.amount, points) !== points,
    ),
  }));
  const isEmpty = matches.every(({ parts }) => parts.length === 0);
  return { ...clause, matches: isEmpty ? [] : matches, state: isEmpty ? "not-a-rule" : clause.state };
}

const isNothing = ({ amount, discretion }: ScoringRule): boolean =>
  discretion === null && amount.kind === "points" && Number(amount.value) === 0;

const passageOf = (item: OutlineItem, clause: ReadClause | undefined) => item.passages[clause?.passage ?? -1];

/** The clauses with the questions that their items add. */
export function checkItems(outline: Outline, clauses: readonly ReadClause[], answers: Answers): readonly ReadClause[] {
  const checked = [...clauses];
  const places = new Map<string, number[]>();
  for (const [at, { section, item }] of clauses.entries()) {
    const key = `${String(section)}:${String(item)}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  for (const [section, { items }] of outline.sections.entries()) {
    for (const [index, item] of items.entries()) {
      const own = (places.get(`${String(section)}:${String(index)}`) ?? []).flatMap((at) => {
        const clause = checked[at];
        return clause === undefined || clause.matches.length === 0 ? [] : [{ clause, at }];
      });
      const rules = own.flatMap(({ clause }) => ownRules(clause));
      const ask = (at: number, asked: Asked, keeps = false, given: Given | null = null) => {
        const clause = checked[at];
        if (clause !== undefined) checked[at] = asking(clause, asked, answers, keeps, given);
      };
      const points = item.weight === null ? item.points : "100";
      if (item.role === "item" && points !== null && own.some(({ at }) => checked[at]?.questions.some(isEarnOrLose)))
        for (const [index, clause] of withGivenEarnings(
          own.map(({ clause }) => clause),
          points,
        ).entries())
          checked[own[index]?.at ?? -1] = clause;
      // The events below a lead (有下列情形的，不得分) are entries of one list.
      const isList = (places.get(`${String(section)}:${String(index)}`) ?? []).some(
        (at) => listOutcome(clauses[at]?.text ?? "") !== null,
      );
      const entries = isList ? 1 : item.passages.filter(({ source }) => source === "clause").length;
      if (item.role === "item" && points !== null)
        for (const { clause, at } of own)
          if (
            ((entries >= MANY_ENTRIES && !ALL_POINTS.test(clause.text)) || LARGER_PART.test(clause.text)) &&
            ownRules(clause).some(({ effect, amount }) => effect === "deduct" && amount.kind === "full")
          )
            ask(at, fullOf(item.name === "" ? (outline.sections[section]?.name ?? "") : item.name, points));
      for (const at of clausesWithLevels(own)) ask(at, levelsOnce);
      const tiered = new Set(tiersAcross(own));
      for (const { clause, at } of own) if (hasTiers(clause) || tiered.has(at)) ask(at, withinOther);
      for (const { at } of own) {
        const doubt = passageOf(item, clauses[at])?.doubt;
        if (doubt !== undefined) ask(at, doubt === "merged" ? merged : numbered);
        if (item.doubt === "shared-points") ask(at, sharedPoints, false, mergedPoints);
        if (item.doubt === "no-points") ask(at, noPoints);
        if (item.doubt === "rest-points") ask(at, restPoints(item.points ?? ""));
      }
      for (const { at, text, other } of confusedEvents(own, item.name)) ask(at, sameEvent(text, other));
      if (item.isSeveral) for (const { at } of own) ask(at, several);
      if (item.role !== "item") {
        // Outside the total nothing is earned: 得0分 there is about something else.
        for (const { clause, at } of own)
          if (ownRules(clause).some((part) => part.effect === "earn" && (item.role === "penalty" || isNothing(part))))
            checked[at] = unreadClause(clause);
        continue;
      }
      const earns = rules.filter(({ effect }) => effect === "earn");
      if (earns.length === 0) {
        if (item.points !== null || item.weight !== null)
          for (const { clause, at } of own)
            if (ownRules(clause).some(({ effect }) => effect === "add")) ask(at, overFull);
        continue;
      }
      if (points !== null)
        for (const { clause, at } of own)
          if (ownRules(clause).some(({ effect }) => effect === "add")) ask(at, overFull, false, makesUp(rules, points));
      // `全勤得15分，事假每天扣0.5分`: the item starts full, or there is nothing to deduct from.
      const deducts = rules.some(({ effect }) => effect === "deduct");
      const isFullFact = ({ effect, when, per, each, amount }: ScoringRule) =>
        effect === "earn" &&
        when !== null &&
        per === null &&
        each === null &&
        points !== null &&
        most(amount, points) === points;
      if (deducts && points !== null && earns.length === 1 && earns.every(isFullFact)) {
        for (const { clause, at } of own)
          if (ownRules(clause).some(isFullFact)) {
            if (ownEntry(answers, `${String(clause.number)}:full-or-nothing`) === 0)
              checked[at] = withoutEarning(clause, points);
            else {
              const isInside =
                ownRules(clause).some(({ effect }) => effect === "deduct") &&
                earns.every(({ when, unless, cap }) => when?.kind === "is" && unless === null && cap === null);
              const isOwn = ownEntry(answers, `${String(clause.number)}:full-or-nothing`) !== undefined;
              if (isInside && !isOwn) checked[at] = withoutEarning(clause, points);
              ask(at, fullOrNothing, true, isInside ? deductsInside : null);
            }
          }
        continue;
      }
      // Without points of the item nothing says whether several outcomes of a sentence add up or exclude each other.
      if (points === null)
        for (const { clause, at } of own) {
          const outcomes = ownRules(clause).filter(
            ({ effect, when, per }) => effect === "earn" && when !== null && per === null,
          );
          if (outcomes.length > 1) ask(at, levelsOnce);
        }
      // What counts each time without a bound says nothing about the points of the item.
      if (points === null || earns.some(({ per, each, cap }) => (per !== null || each !== null) && cap === null))
        continue;
      const found = sumOf(
        earns.map(
          ({ amount, discretion, cap }) =>
            cap ?? (discretion === null ? most(amount, points) : discretion.name === "" ? points : discretion.to),
        ),
      );
      if (Number(found) === Number(points)) continue;
      // What is added is a part of the points, unless an answer puts it beside them.
      const isBeside = own.some(({ clause }) => ownEntry(answers, `${String(clause.number)}:over-full`) === 0);
      if (makesUp(rules, points) !== null && !isBeside) continue;
      for (const { clause, at } of own)
        if (ownRules(clause).some(({ effect }) => effect === "earn")) ask(at, earnSum(found, points));
    }
  }
  return withoutUnknownGrades(withoutUnknownItems(outline, checked));
}

/** A formula of the total, or base points, whose names are not items of the document, is not read. */
function withoutUnknownItems(outline: Outline, clauses: readonly ReadClause[]): readonly ReadClause[] {
  const partsOf = ({ matches }: ReadClause) => matches.flatMap(({ parts }) => parts);
  const bases = clauses.flatMap(partsOf).filter((part) => part.kind === "base");
  const formulas = clauses.flatMap(partsOf).filter((part) => part.kind === "composition").length;
  return clauses.map((clause) =>
    partsOf(clause).some(
      (part) =>
        (part.kind === "base" && basesOf(outline, part) === null) ||
        (part.kind === "composition" && (formulas > 1 || composedTotal(outline, part.sums, bases) === null)),
    )
      ? unreadClause(clause)
      : clause,
  );
}

const unreadClause = (clause: ReadClause): ReadClause => ({
  ...clause,
  state: "not-read",
  matches: [],
  questions: [],
  unread: [{ from: 0, to: clause.text.length }],
});

/** A grade that an event excludes, as the best one that is left: `不得评为优秀` allows 良好 where grades are 优秀, 良好 and others. */
function withNextGrade(clause: ReadClause, order: readonly string[]): ReadClause {
  const isExcluded = ({ matches }: ReadClause) =>
    matches.some(({ parts }) =>
      parts.some((part) => part.kind === "veto" && typeof part.outcome === "object" && "gradeBelow" in part.outcome),
    );
  if (!isExcluded(clause)) return clause;
  return {
    ...clause,
    matches: clause.matches.map((match) => ({
      ...match,
      parts: match.parts.map((part) => {
        if (part.kind !== "veto" || typeof part.outcome !== "object" || !("gradeBelow" in part.outcome)) return part;
        const at = order.indexOf(part.outcome.gradeBelow);
        const next = order[at + 1];
        return at < 0 || next === undefined ? part : { ...part, outcome: { gradeAtMost: next } };
      }),
    })),
  };
}

/** A consequence of a grade that no clause defines is not read. */
function withoutUnknownGrades(clauses: readonly ReadClause[]): readonly ReadClause[] {
  const parts = clauses.flatMap(({ matches }) => matches.flatMap((match) => match.parts));
  // The lowest grade has no limit that a quota could be written beside.
  const limited = new Set(
    parts.flatMap((part) =>
      part.kind === "grades"
        ? part.rows.flatMap(({ test, amount }) =>
            test.kind === "compare" && amount.kind === "points" ? [amount.value] : [],
          )
        : [],
    ),
  );
  const known = new Set(
    parts.flatMap((part) =>
      part.kind === "grades" ? part.rows.map(({ amount }) => (amount.kind === "points" ? amount.value : "")) : [],
    ),
  );
  // Two tables of grades contradict each other.
  const tables = new Set(parts.flatMap((part) => (part.kind === "grades" ? [JSON.stringify(part)] : [])));
  const order = [...known];
  return clauses.map((own) => {
    const clause = withNextGrade(own, order);
    if (tables.size > 1 && clause.matches.some((match) => match.parts.some(({ kind }) => kind === "grades")))
      return unreadClause(clause);
    const isUnknown = clause.matches.some((match) =>
      match.parts.some(
        (part) =>
          (part.kind === "veto" &&
            typeof part.outcome === "object" &&
            (!("gradeAtMost" in part.outcome) || !known.has(part.outcome.gradeAtMost))) ||
          (part.kind === "quota" && !limited.has(part.grade)) ||
          (part.kind === "by-grade" &&
            ((known.size !== part.rows.length && (part.unit === "" || part.unit === "%")) ||
              part.rows.some(({ grade }) => !known.has(grade)))) ||
          (part.kind === "consequence" &&
            [part.grade, part.from, part.before].some((grade) => grade !== null && !known.has(grade))),
      ),
    );
    return isUnknown ? unreadClause(clause) : clause;
  });
}
