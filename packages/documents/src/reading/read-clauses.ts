/** The outline's passages to clauses, each with its state. */
import { ownEntry } from "@yardstick/language";
import type { Lang } from "@yardstick/language";
import { normalText } from "../clause/normal-text.js";
import { gluedMarks, sentencesOf } from "../clause/split.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";
import { clauseKey, type KnownRules } from "../draft/known-rules.js";
import type { Chosen, Match } from "../match/attempt.js";
import { gradesNamed, matchClause } from "../match/match.js";
import type { Context } from "../form/pattern.js";
import type { Outline, OutlineItem, OutlineSection, Passage } from "../outline/outline.js";
import { choiceOf, points, rule, type RulePart } from "../rule/rule.js";
import { restricts } from "../words/restriction-words.js";
import { figuresOf, isEvent } from "../words/event-words.js";
import { statesOutcome } from "../words/outcome-words.js";
import { LONGEST, SCORING, langOf, runsOf, type Run } from "./runs.js";
import { pointsOfUnits, withinPart } from "./part-points.js";
import { askedOnce, isListed, listOutcome, listedText, opensList, withoutOutcome } from "./list-lead.js";
import { STARTS, isTotalNote } from "./total-note.js";
import { subjectKinds } from "../patterns/averages.js";
import { nameOf } from "../patterns/names.js";
import type { ClauseState, Question, ReadClause } from "../match/read-clause.js";

/**
 * Answers by the question's id, or by its code where the document is asked: the index of the option. `N:refuse` with 0 refuses clause N: its
 * rules are not taken, and it becomes a note of the draft.
 */
export type Answers = Readonly<Record<string, number>>;

const KNOWN_SCRIPT = /[\u3400-\u9fffA-Za-z\d]/gu;
const OTHER_SCRIPT =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/gu;

/** Kana or less than half in known letters: another language. */
function isForeign(text: string): boolean {
  const known = text.match(KNOWN_SCRIPT)?.length ?? 0;
  const other = text.match(OTHER_SCRIPT)?.length ?? 0;
  return /[\u3040-\u30ff]/u.test(text) || other > known;
}

/** The clauses of an outline. Throws an `OpenFailure` where there are more than the limit. */
export function readClauses(
  outline: Outline,
  lang: Lang,
  answers: Answers,
  limits: DocumentLimits,
  known?: KnownRules["rules"],
): readonly ReadClause[] {
  const clauses: ReadClause[] = [];
  let stretches = 0;
  const count = (tried: number) => {
    stretches += tried;
    if (stretches > limits.stretches) throw new OpenFailure("too-intricate", limits.stretches);
  };
  const isComposed = outline.sections.some(({ items }) =>
    items.some(({ passages }) => passages.some(({ text }) => /总(?:分|成绩|得分)\s*[=＝]/u.test(text))),
  );
  const definesRatioMethod = outline.sections.some(({ items }) =>
    items.some(({ passages }) => passages.some(({ text }) => RATIO_METHOD.test(normalText(text).text))),
  );
  const startsFull = outline.sections.some(({ items }) =>
    items.some(({ passages }) => passages.some(({ text }) => STARTS.test(text))),
  );
  const kinds = new Set(
    outline.sections.flatMap(({ items }) =>
      items.flatMap(({ passages }) => passages.flatMap(({ text }) => subjectKinds(normalText(text).text))),
    ),
  );
  const document = { outline, lang, isComposed, startsFull, definesRatioMethod, subjectKinds: kinds };
  for (const [section, part] of outline.sections.entries()) {
    for (const [item, own] of part.items.entries()) {
      let about = "";
      let measure = "";
      let previous: readonly RulePart[] = [];
      let list: { readonly outcome: string; readonly at: number } | null = null;
      const glued = gluedMarks(own.passages.map(({ text }) => text));
      for (const [index, passage] of own.passages.entries()) {
        const context = contextOf(document, part, own, passage);
        let unit = -1;
        let isLost = false;
        let inUnit: readonly RulePart[] = [];
        if (passage.levels !== null) {
          clauses.push({ ...levelClause(passage, context, clauses.length + 1, section, item), passage: index });
          continue;
        }
        if (passage.isOwn === true) {
          clauses.push({ ...ownClause(passage, clauses.length + 1, section, item), passage: index });
          continue;
        }
        const sentences = sentencesOf(passage.text, 0, (line) => glued.get(`${String(index)}:${String(line)}`) ?? 0);
        const stated = pointsOfUnits(sentences);
        for (const run of runsOf(sentences, context, count)) {
          if (clauses.length >= limits.clauses) throw new OpenFailure("too-many-clauses", limits.clauses);
          const number = clauses.length + 1;
          const kept = known?.get(clauseKey(run.text));
          const outcome = listOutcome(run.text);
          if (outcome !== null) list = { outcome, at: clauses.length };
          else if (list !== null && !isListed(run.text)) list = null;
          const isOfList = outcome === null && list !== null;
          const read =
            kept !== undefined
              ? keptRun(run, kept.texts, about, measure)
              : readRun(
                  isOfList && list !== null ? { ...run, text: listedText(run.text, list.outcome) } : run,
                  {
                    ...context,
                    event: about,
                    measure,
                    previous: inUnit.length > 0 && run.unit === unit ? inUnit : previous,
                    unitHasRules: run.unit === unit && inUnit.length > 0,
                    lang: langOf(run.text, lang),
                  },
                  passage,
                  own,
                  number,
                  answers,
                  count,
                );
          if (run.unit !== unit) {
            unit = run.unit;
            inUnit = [];
          }
          inUnit = [...inUnit, ...read.clause.matches.flatMap(({ parts }) => parts)];
          previous = inUnit.length > 0 ? inUnit : previous;
          about = read.about;
          measure = read.measure;
          const from = passage.at.from + (run.at[0] ?? 0);
          const alone = isOfList && kept === undefined ? withoutOutcome(read.clause, run.text) : read.clause;
          const part = stated.get(run.unit);
          const bounded = part === undefined ? alone : withinPart(alone, part, context.points, number, answers);
          const clause =
            isOfList && list !== null && kept === undefined
              ? askedOnce(bounded, clauses[list.at]?.text ?? "", number, answers)
              : bounded;
          // The lead of a list is a part of each rule of it.
          const lead = isOfList && list !== null && clause.matches.length > 0 ? clauses[list.at] : undefined;
          if (list !== null && lead?.state === "not-read")
            clauses[list.at] = { ...lead, state: "not-a-rule", unread: [] };
          // The events of a list whose lead is not read are not read either: only the lead says what follows from them.
          if (opensList(run.text)) isLost = clause.state === "not-read" && outcome === null;
          else if (isLost && !(clause.state === "not-a-rule" && isListed(run.text))) isLost = false;
          const isLeftOut = isLost && clause.state === "not-a-rule";
          clauses.push({
            ...clause,
            ...(isLeftOut ? { state: "not-read" as const, unread: [{ from: 0, to: run.text.length }] } : {}),
            number,
            at: { ...passage.at, from, to: passage.at.from + (run.at.at(-1) ?? run.text.length) },
            offsets: run.at.map((offset) => passage.at.from + offset),
            section,
            item,
            passage: index,
          });
        }
      }
    }
  }
  return clauses;
}

/** What the document says as a whole. */
interface DocumentContext extends Pick<
  Context,
  "lang" | "isComposed" | "startsFull" | "definesRatioMethod" | "subjectKinds"
> {
  readonly outline: Outline;
}

function contextOf(
  { outline, lang, isComposed, startsFull, definesRatioMethod, subjectKinds: kinds }: DocumentContext,
  section: OutlineSection,
  item: OutlineItem,
  passage: Passage,
): Context {
  return {
    lang,
    title: outline.title,
    section: section.name,
    item: item.name === "" ? section.name : item.name,
    points: item.weight === null ? item.points : "100",
    role: item.role,
    requirement: item.requirement,
    side: passage.side,
    passage: passage.text,
    event: "",
    measure: "",
    previous: [],
    follows: false,
    unitHasRules: false,
    isComposed,
    startsFull,
    definesRatioMethod,
    subjectKinds: kinds,
  };
}

/** What someone may not be or do: 不得推荐为先进. */
const EXCLUDES = /不得|取消|警告|解除|解聘|辞退/u;

/** Points between two limits, defined by the document itself. */
const RATIO_METHOD = /比率法[^。;]{0,6}得?分?=?实际值[/÷](?:合格)?标准值?×分值/u;

/** Patterns that say how the whole item is scored. */
const WHOLE: ReadonlySet<string> = new Set([
  "proportion",
  "convert",
  "over-best",
  "lowest-price",
  "done-or-proportion",
  "score-times-weight",
  "met-or-actual",
  "between-limits",
]);

/** A clause that is about a standard which it does not state itself. */
const WITHOUT_BASE =
  /(?:^|,)(?:[^,0-9]{2,10}率(?=每))?(?:达不到|未达到?(?:的|要求|标准|目标|,|不)|不达标|未达标|没有达到|每?(?:低|降|少|减|高|升|超|多|增|下降|上升|提高)(?:于|低|少|高|出|加|过|长)?(?:\d|一|个))/u;

/** Beyond a limit, which cannot be counted without it; what is missing can. */
const BEYOND = /(?:^|,)每?(?:超|高|升|上升|增)/u;

/** A requirement with a limit of its own. */
const LIMITED = /(?:[≥≤<>＜＞]|不低于|不高于|不少于|不超过|控制在|达到)\s*\d/u;

/** A figure of its own before its steps. */
const OWN_BASE = /(?:[≥≤]|达到?|不低于|不高于|不少于|不超过|控制在)\d+(?:\.\d+)?[%分个次]?[^,]*,.*每/u;
type Unplaced = Omit<ReadClause, "number" | "at" | "offsets" | "section" | "item" | "passage">;

function readRun(
  run: Run,
  context: Context,
  passage: Passage,
  item: OutlineItem,
  number: number,
  answers: Answers,
  count: (tried: number) => void,
): { readonly clause: Unplaced; readonly about: string; readonly measure: string } {
  const { text } = run;
  const { event: about, measure } = context;
  const base = { text, matches: [], questions: [], unread: [], withRequirement: false, reason: null };
  const plainly = (state: ClauseState, reason: Unplaced["reason"] = null) => ({
    clause: { ...base, state, reason, unread: state === "not-read" ? [{ from: 0, to: text.length }] : [] },
    about,
    measure,
  });
  if (isForeign(text)) return plainly("not-read", "language");
  if (text.length > LONGEST) return plainly("not-read", "too-long");
  if (isTotalNote(text, context)) return plainly("not-a-rule");
  const named = gradesNamed(text);
  if (named !== null && named.to === text.length) return plainly("not-a-rule");
  // What an assessment found is no rule.
  if (passage.isRecord === true) return plainly(SCORING.test(text) ? "not-read" : "not-a-rule");
  // Requirements and notes are kept; only what speaks of scoring is held against patterns.
  if (passage.source !== "clause" && !SCORING.test(text)) return plainly("not-a-rule");
  // Points of someone else are no rule for who is scored, however the clause is cut.
  const bearer = `${String(number)}:bearer`;
  if (Object.keys(answers).some((id) => (id === bearer || id.startsWith(`${bearer}:`)) && ownEntry(answers, id) === 1))
    return plainly("not-read");
  const questions: Question[] = [];
  const chosen: Chosen = (asked) => {
    const option =
      ownEntry(answers, `${String(number)}:${asked.code}`) ??
      (asked.scope === "document" ? ownEntry(answers, asked.code) : undefined);
    return option !== undefined && option >= 0 && option < asked.options.length ? option : null;
  };
  let found = matchClause(text, context, chosen);
  count(found.tried);
  let withRequirement = false;
  if (
    (found.unread.length > 0 || (WITHOUT_BASE.test(text) && !OWN_BASE.test(text))) &&
    item.requirement !== "" &&
    passage.source === "clause"
  ) {
    // The base of “each point lower” is in the column of requirements.
    for (const requirement of sentencesOf(item.requirement, 0)) {
      const lead = `${requirement.text},`;
      const both = matchClause(lead + text, context, chosen);
      count(both.tried);
      if (both.unread.length > 0 || both.matches.length === 0 || (both.matches[0]?.from ?? 1) > 0) continue;
      // The requirement must be the base of a rule, not stand beside it.
      if (both.matches[0]?.pattern === "norm") continue;
      const shift = <T extends { readonly from: number; readonly to: number }>(span: T): T => ({
        ...span,
        from: span.from - lead.length,
        to: span.to - lead.length,
      });
      found = {
        ...both,
        unread: [],
        remarks: both.remarks.map(shift),
        matches: both.matches.map((match) => ({
          ...shift(match),
          figures: match.figures.map(shift),
          slots: Object.fromEntries(Object.entries(match.slots).map(([name, slot]) => [name, shift(slot)])),
        })),
      };
      withRequirement = true;
      break;
    }
  }
  // A base that the requirement states in a way that is not understood is not left out.
  if (
    !withRequirement &&
    passage.source === "clause" &&
    WITHOUT_BASE.test(text) &&
    !OWN_BASE.test(text) &&
    LIMITED.test(item.requirement) &&
    BEYOND.test(text) &&
    found.unread.length === 0 &&
    found.matches.some(({ pattern }) => pattern === "shortfall" || pattern === "per-occurrence")
  )
    return plainly("not-read");
  const isPlain =
    figuresOf(text).length === 0 && !SCORING.test(text) && !statesOutcome(text) && isEvent(text, context.lang);
  if (isPlain && found.unread.length > 0) return plainly("not-a-rule");
  if (
    found.unread.length > 0 &&
    (SCORING.test(text) || statesOutcome(text) || restricts(text, context.lang) || EXCLUDES.test(text))
  ) {
    const open = matchClause(text, context, chosen, true);
    count(open.tried);
    if (open.unread.length === 0 && open.matches.length > 0) {
      found = open;
      withRequirement = false;
    }
  }
  const matches = withoutRepeated(found.matches);
  // A rule for the whole item stands alone.
  const isMixed =
    matches.filter(({ parts }) => parts.length > 0).length > 1 && matches.some(({ pattern }) => WHOLE.has(pattern));
  const unread = isMixed ? [{ from: 0, to: text.length }] : found.unread;
  for (const match of matches) {
    for (const asked of match.asked) {
      const same = questions.filter(({ code }) => code === asked.code).length;
      questions.push({ ...asked, id: `${String(number)}:${asked.code}${same === 0 ? "" : `:${String(same + 1)}`}` });
    }
  }
  const state: ClauseState =
    unread.length > 0 || (matches.length === 0 && found.remarks.length === 0)
      ? "not-read"
      : questions.some((question) => question.chosen === null)
        ? "asks"
        : matches.every(({ pattern }) => pattern === "norm" || pattern === "restriction")
          ? "not-a-rule"
          : isJudged(matches)
            ? "judged"
            : "read";
  // What is read in part proposes nothing.
  const isOpen = state === "not-read";
  return {
    clause: {
      text,
      state,
      matches: isOpen ? [] : matches,
      questions: isOpen ? [] : questions,
      unread: isOpen ? (unread.length === 0 ? [{ from: 0, to: text.length }] : unread) : [],
      withRequirement,
      reason: null,
    },
    about: found.about,
    measure: found.measure,
  };
}

/** `由评委打分，优得8-10分，良得5-7分` asks for the item's points once. */
function withoutRepeated(matches: readonly Match[]): readonly Match[] {
  const isWhole = ({ parts: [part] }: Match) =>
    part?.kind === "rule" && part.discretion !== null && part.effect === "earn";
  const first = matches.find(isWhole);
  return matches.map((match) => (match !== first && isWhole(match) ? { ...match, parts: [] } : match));
}

const isJudged = (matches: readonly Match[]): boolean =>
  matches.some(({ parts }) => parts.length > 0) &&
  matches.every(({ parts }) => parts.every((part) => part.kind === "rule" && part.discretion !== null));

/** A clause that a rubric has rules for already. */
function keptRun({ text }: Run, texts: readonly string[], about: string, measure: string): ReturnType<typeof readRun> {
  const match: Match = {
    pattern: "known",
    from: 0,
    to: text.length,
    slots: {},
    parts: texts.map((own) => ({ kind: "own", text: own })),
    asked: [],
    figures: [{ from: 0, to: text.length }],
  };
  const clause: Unplaced = {
    text,
    matches: [match],
    questions: [],
    unread: [],
    withRequirement: false,
    reason: null,
    state: "read",
  };
  return { clause, about, measure };
}

/** A rule of a printed rubric in its own words. */
function ownClause(passage: Passage, number: number, section: number, item: number): Omit<ReadClause, "passage"> {
  const { text, at } = passage;
  const match: Match = {
    pattern: "own",
    from: 0,
    to: text.length,
    slots: {},
    parts: [{ kind: "own", text }],
    asked: [],
    figures: [{ from: 0, to: text.length }],
  };
  return {
    number,
    text,
    at,
    offsets: Array.from({ length: text.length + 1 }, (_, offset) => at.from + offset),
    section,
    item,
    state: "read",
    matches: [match],
    questions: [],
    unread: [],
    withRequirement: false,
    reason: null,
  };
}

/** A row of a table whose columns are levels. */
function levelClause(
  passage: Passage,
  context: Context,
  number: number,
  section: number,
  item: number,
): Omit<ReadClause, "passage"> {
  const levels = passage.levels ?? [];
  const isRange = levels.some(({ points: bounds }) => bounds.length > 1);
  const most = levels
    .flatMap(({ points: bounds }) => bounds)
    .reduce((best, value) => (Number(value) > Number(best) ? value : best), "0");
  const scaled = context.points !== null && context.points !== most;
  const field = choiceOf(
    nameOf(context.item, context.item),
    levels.map(({ level }) => level),
  );
  const parts = isRange
    ? [rule("earn", points("0"), { discretion: { name: "", from: "0", to: most } })]
    : [
        rule("earn", {
          kind: "by",
          of: field,
          rows: levels.map(({ level, points: [value = "0"] }) => ({
            test: { kind: "level", level } as const,
            amount: points(value),
          })),
        }),
      ];
  const match: Match = {
    pattern: "level-table",
    from: 0,
    to: passage.text.length,
    slots: {},
    parts,
    asked: [],
    figures: [],
  };
  return {
    number,
    text: passage.text,
    at: passage.at,
    offsets: Array.from({ length: passage.text.length + 1 }, (_, offset) => passage.at.from + offset),
    section,
    item,
    state: scaled ? "not-read" : isRange ? "judged" : "read",
    matches: scaled ? [] : [match],
    questions: [],
    unread: scaled ? [{ from: 0, to: passage.text.length }] : [],
    withRequirement: false,
    reason: scaled ? "level-table" : null,
  };
}
