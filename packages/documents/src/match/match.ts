/**
 * One clause held against all patterns: its comma pieces are cut so that the fewest, longest stretches match; phrases that belong
 * to the rule before are attached to it. What stays unmatched stays unread.
 */
import type { Lang } from "@yardstick/language";
import { attachments, patterns, seriesPatterns } from "../patterns/index.js";
import type { RulePart } from "../rule/rule.js";
import { figuresOf, isEvent, isMeasure } from "../words/event-words.js";
import { ENGLISH_NUMBERS } from "../words/slot-words.js";
import { numberText } from "../words/numerals.js";
import type { Asked, Attachment, Building, Context, Pattern, Slots } from "../form/pattern.js";
import { isRemark, piecesOf, type Piece } from "./pieces.js";
import { compileForm, matchForm, type Form } from "../form/template.js";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface OpenAsked extends Asked {
  /** The option that has been chosen; null while the question is open. */
  readonly chosen: number | null;
}

export interface Match {
  readonly pattern: string;
  readonly from: number;
  readonly to: number;
  readonly slots: Readonly<Record<string, Span & { readonly text: string }>>;
  readonly parts: readonly RulePart[];
  readonly asked: readonly OpenAsked[];
  /** Places of numbers that the rule uses. */
  readonly figures: readonly Span[];
}

export interface ClauseMatch {
  readonly matches: readonly Match[];
  readonly unread: readonly Span[];
  /** Stretches that are no rule: how something is checked, who provides it. */
  readonly remarks: readonly Span[];
  /** The event and the measure that the next clause may be about. */
  readonly about: string;
  readonly measure: string;
}

/** The option chosen for a question of this code; null while none is. */
export type Chosen = (asked: Asked) => number | null;

interface Compiled<T> {
  readonly of: T;
  readonly forms: readonly Form[];
}

type PerLang<T> = Readonly<Record<Lang, T>>;

const compiled = <T extends { readonly forms: PerLang<readonly string[]> }>(
  list: readonly T[],
  forms: (each: T, lang: Lang) => readonly string[],
): PerLang<readonly Compiled<T>[]> => {
  const of = (lang: Lang) =>
    list
      .map((each) => ({ of: each, forms: forms(each, lang).map((source) => compileForm(source, lang)) }))
      .filter((each) => each.forms.length > 0);
  return { zh: of("zh"), en: of("en") };
};

let cache: {
  readonly single: PerLang<readonly Compiled<Pattern>[]>;
  readonly series: PerLang<readonly Compiled<Pattern>[]>;
  readonly attached: PerLang<readonly Compiled<Attachment>[]>;
} | null = null;

/** The forms are compiled when the first clause is read. */
function forms(): NonNullable<typeof cache> {
  cache ??= {
    single: compiled(patterns, (pattern, lang) => pattern.forms[lang]),
    series: compiled(seriesPatterns, (pattern, lang) => pattern.rows?.[lang] ?? []),
    attached: compiled(attachments, (attachment, lang) => attachment.forms[lang]),
  };
  return cache;
}

/** Slots whose text is a number; the others are held against the words of rules. */
const NUMBER_SLOT = /^(?:[NPRG]\d?|J|One|one)$/u;
const EVENT_SLOT = /^[EMTXB]\d?$/u;

/** Whether the text of a slot is what the slot stands for. */
const fits = (name: string, text: string, lang: Lang): boolean =>
  name.startsWith("M") ? isMeasure(text, lang) : isEvent(text, lang);

function textNumber(text: string, lang: Lang): string {
  return (lang === "en" ? ENGLISH_NUMBERS[text.toLowerCase()] : undefined) ?? numberText(text) ?? "";
}

interface State {
  about: string;
  measure: string;
}

interface Attempt {
  readonly slots: Slots;
  readonly rows: readonly Slots[];
  readonly context: Context;
  readonly chosen: Chosen;
  readonly state: State;
  readonly forced: ReadonlyMap<string, number>;
}

function building({ slots, rows, context, chosen, state, forced }: Attempt, asked: OpenAsked[]): Building {
  return {
    slots,
    rows,
    context,
    text: (name) => slots[name]?.text ?? "",
    number: (name) => (slots[name] === undefined ? "1" : textNumber(slots[name].text, context.lang)),
    ask(question) {
      const settled = forced.get(question.code);
      if (settled !== undefined) return settled;
      const option = chosen(question);
      asked.push({ ...question, chosen: option });
      return option ?? 0;
    },
    about(event) {
      state.about = event;
    },
    measured(measure) {
      state.measure = measure;
    },
  };
}

const figureQuestion: Asked = {
  code: "figure",
  scope: "clause",
  text: {
    zh: "名称里有数字，它是名称的一部分，还是另有规定？",
    en: "There is a figure in the name. Is it a part of the name, or a rule of its own?",
  },
  options: [
    { zh: "是名称的一部分", en: "a part of the name" },
    { zh: "另有规定，这一条另写", en: "a rule of its own; the clause is written by hand" },
  ],
};

/** The rule of slots that fit a form; null where a name holds words of rules, or the pattern declines. */
function matched(pattern: Pattern, attempt: Attempt, from: number, to: number): Match | null {
  const { slots, rows, context } = attempt;
  const all = rows.length === 0 ? [slots] : rows;
  const figures: Span[] = [];
  let hasFigureInName = false;
  for (const each of all) {
    for (const [name, slot] of Object.entries(each)) {
      if (NUMBER_SLOT.test(name)) figures.push(slot);
      else if (name === "K" || name === "L") figures.push(slot);
      else if (EVENT_SLOT.test(name) && slot.text !== "") {
        if (!fits(name, slot.text, context.lang)) return null;
        // How something is checked is no part of an event.
        const [lead = "", ...rest] = slot.text.split(",");
        if (rest.length > 0 && isRemark(lead, context.lang)) return null;
        if (figuresOf(slot.text).length > 0) hasFigureInName = true;
      }
    }
  }
  const asked: OpenAsked[] = [];
  const b = building(attempt, asked);
  const parts = pattern.build(b);
  if (parts === null) return null;
  if (hasFigureInName) {
    const option = attempt.chosen(figureQuestion);
    if (option === 1) return null;
    asked.push({ ...figureQuestion, chosen: option });
    for (const each of all)
      for (const [name, slot] of Object.entries(each)) if (EVENT_SLOT.test(name)) figures.push(slot);
  }
  const shown: Record<string, Span & { text: string }> = {};
  for (const [at, each] of all.entries())
    for (const [name, slot] of Object.entries(each)) shown[rows.length === 0 ? name : `${name}.${String(at)}`] = slot;
  return { pattern: pattern.name, from, to, slots: shown, parts, asked, figures };
}

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

interface Best {
  readonly cost: number;
  readonly matches: readonly Match[];
  readonly unread: readonly Span[];
  readonly remarks: readonly Span[];
  readonly state: State;
}

const MOST_PIECES = 9;
/** A sentence beyond this is no clause. */
const LONGEST = 600;

/** Pieces as rows of a series: each row is one piece, or two where its points stand behind a comma. Null where one is no row. */
function rowsIn(pieces: readonly Piece[], rows: readonly Form[], lang: Lang): readonly Slots[] | null {
  const found: Slots[] = [];
  const rowOf = (text: string, from: number) =>
    rows.map((form) => matchForm(form, text, from)).find((each) => each !== null && validRow(each, lang)) ?? null;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined) break;
    let row = rowOf(piece.text, piece.from);
    if (row === null) {
      const next = pieces[++at];
      if (next === undefined) return null;
      row = rowOf(`${piece.text},${next.text}`, piece.from);
    }
    if (row === null) return null;
    found.push(row);
  }
  return found;
}

function seriesMatch(pieces: readonly Piece[], context: Context, chosen: Chosen, state: State): Match | null {
  if (pieces.length < 2) return null;
  const last = pieces.at(-1);
  const first = pieces[0];
  if (first === undefined || last === undefined) return null;
  for (const { of: pattern, forms: rows } of forms().series[context.lang]) {
    for (const head of [0, 1]) {
      if (pieces.length - head < 2) continue;
      const read = rowsIn(pieces.slice(head), rows, context.lang);
      if (read === null || read.length < 2) continue;
      const found = [...read];
      if (head === 1) {
        // A topic before the rows.
        const topic = first.text.replace(/(?:的|者|:)+$/u, "");
        if (!isEvent(topic, context.lang) || figuresOf(topic).length > 0) continue;
        const row = found[0];
        if (row === undefined) continue;
        const slot = { text: topic, from: first.from, to: first.from + topic.length };
        if (pattern.name === "level-rows" && row["E"] === undefined) found[0] = { E: slot, ...row };
        else if (pattern.name === "bands" && row["M"] === undefined) found[0] = { M: slot, ...row };
        else continue;
      }
      const trial = { ...state };
      const match = matched(
        pattern,
        {
          slots: {},
          rows: found,
          context: { ...context, event: state.about, measure: state.measure },
          chosen,
          state: trial,
          forced: new Map(),
        },
        first.from,
        last.to,
      );
      if (match === null) continue;
      Object.assign(state, trial);
      return match;
    }
  }
  return null;
}

const validRow = (slots: Slots, lang: Lang): boolean =>
  Object.entries(slots).every(
    ([name, slot]) =>
      !EVENT_SLOT.test(name) || slot.text === "" || (fits(name, slot.text, lang) && figuresOf(slot.text).length === 0),
  );

function singleMatch(stretch: Piece, context: Context, chosen: Chosen, state: State): Match | null {
  const { text, from, to } = stretch;
  for (const { of: pattern, forms: list } of forms().single[context.lang]) {
    for (const form of list) {
      const slots = matchForm(form, text, from);
      if (slots === null) continue;
      const trial = { ...state };
      const match = matched(
        pattern,
        {
          slots,
          rows: [],
          context: { ...context, event: state.about, measure: state.measure },
          chosen,
          state: trial,
          forced: new Map(),
        },
        from,
        to,
      );
      if (match === null) continue;
      Object.assign(state, trial);
      return match;
    }
  }
  return null;
}

/** Whether a bound names the effect that it holds (最多加2分) and only the rule directly before has that effect. */
function saysWhich(text: string, { parts }: Match, others: readonly RulePart[]): boolean {
  const effect = /加|奖/u.test(text) ? "add" : /扣|减/u.test(text) ? "deduct" : /得/u.test(text) ? "earn" : null;
  const has = (list: readonly RulePart[]) => list.some((part) => part.kind === "rule" && part.effect === effect);
  return effect !== null && has(parts) && !has(others);
}

/** The match with a phrase attached; null where the phrase is none, or cannot belong to it. */
function attachedMatch(
  before: Match,
  others: readonly RulePart[],
  stretch: Piece,
  context: Context,
  chosen: Chosen,
  rematch: (forced: ReadonlyMap<string, number>) => Match | null,
): Match | null {
  const text = stretch.text.replaceAll(/^\(|\)$/gu, "");
  const shift = stretch.text.startsWith("(") ? 1 : 0;
  for (const { of: attachment, forms: list } of forms().attached[context.lang]) {
    for (const form of list) {
      const slots = matchForm(form, text, stretch.from + shift);
      if (slots === null) continue;
      const isException = attachment.name === "exception";
      if (
        Object.entries(slots).some(
          ([name, slot]) =>
            EVENT_SLOT.test(name) &&
            ((isException ? slot.text.length > 30 || /[扣加每]/u.test(slot.text) : !isEvent(slot.text, context.lang)) ||
              figuresOf(slot.text).length > 0),
        )
      )
        continue;
      // `Only the highest` and `adds up` settle whether it counts each time.
      const settled =
        attachment.name === "highest" || attachment.name === "adds-up"
          ? rematch(
              new Map([
                [
                  "once-or-each",
                  attachment.name === "highest" && /^(?:村|单位|社区)$/u.test(slots["X"]?.text ?? "") ? 0 : 1,
                ],
              ]),
            )
          : before;
      const bounded =
        attachment.name === "cap" && before.pattern === "judged-without-bound"
          ? rematch(new Map([["judge-bound", 0]]))
          : settled;
      const base = bounded ?? before;
      const asked: OpenAsked[] = [];
      const parts = attachment.apply(
        base.parts,
        building(
          { slots, rows: [], context, chosen: () => null, state: { about: "", measure: "" }, forced: new Map() },
          asked,
        ),
      );
      if (parts === null) continue;
      if (
        attachment.name === "cap" &&
        others.length > 0 &&
        !saysWhich(text, before, others) &&
        textNumber(slots["P"]?.text ?? "", context.lang) !== context.points
      ) {
        const option = chosen(capQuestion);
        if (option === 1) return null;
        asked.push({ ...capQuestion, chosen: option });
      }
      if (isException && others.length > 0) {
        const option = chosen(exemptQuestion);
        if (option === 1) return null;
        asked.push({ ...exemptQuestion, chosen: option });
      }
      const figures = Object.entries(slots)
        .filter(([name]) => NUMBER_SLOT.test(name))
        .map(([, slot]) => slot);
      const renamed = Object.fromEntries(
        Object.entries(slots).map(([name, slot]) => [`${attachment.name}.${name}`, slot]),
      );
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

/** Reads one clause. `text` is normal text; offsets are those of it. */
export function matchClause(text: string, context: Context, chosen: Chosen): ClauseMatch {
  const pieces = text.length > LONGEST ? [] : piecesOf(text);
  const nothing: ClauseMatch = {
    matches: [],
    unread: [{ from: 0, to: text.length }],
    remarks: [],
    about: context.event,
    measure: context.measure,
  };
  if (pieces.length === 0 || pieces.length > 40) return nothing;
  const best: (Best | null)[] = Array.from({ length: pieces.length + 1 }, () => null);
  best[0] = {
    cost: 0,
    matches: [],
    unread: [],
    remarks: [],
    state: { about: context.event, measure: context.measure },
  };
  const offer = (at: number, candidate: Best) => {
    const known = best[at];
    if (known === null || known === undefined || candidate.cost < known.cost) best[at] = candidate;
  };
  for (let start = 0; start < pieces.length; start++) {
    const before = best[start];
    const first = pieces[start];
    if (before === null || before === undefined || first === undefined) continue;
    for (let end = start; end < Math.min(pieces.length, start + MOST_PIECES); end++) {
      const last = pieces[end];
      if (last === undefined) break;
      const run = pieces.slice(start, end + 1);
      const stretch: Piece = {
        text: text.slice(first.from, last.to).replaceAll(";", ","),
        from: first.from,
        to: last.to,
      };
      const state = { ...before.state };
      const lastMatch = before.matches.at(-1);
      const inside = lastMatch === undefined ? context : { ...context, previous: lastMatch.parts };
      const series = seriesMatch(run, inside, chosen, state);
      const match = series ?? singleMatch(stretch, inside, chosen, state);
      if (match !== null)
        offer(end + 1, { ...before, cost: before.cost + 1, matches: [...before.matches, match], state });
      if (end === start) {
        const previous = before.matches.at(-1);
        if (previous !== undefined && (previous.to <= first.from || previous.to === first.from)) {
          const rematch = (forced: ReadonlyMap<string, number>): Match | null => {
            const again = { ...before.state };
            const ask: Chosen = (asked) => forced.get(asked.code) ?? chosen(asked);
            const span: Piece = {
              text: text.slice(previous.from, previous.to).replaceAll(";", ","),
              from: previous.from,
              to: previous.to,
            };
            const found =
              seriesMatch(
                piecesOf(text).filter((piece) => piece.from >= previous.from && piece.to <= previous.to),
                context,
                ask,
                again,
              ) ?? singleMatch(span, context, ask, again);
            return found === null ? null : { ...found, asked: found.asked.filter(({ code }) => !forced.has(code)) };
          };
          const attached = attachedMatch(
            previous,
            [
              ...(context.unitHasRules ? context.previous : []),
              ...before.matches.slice(0, -1).flatMap(({ parts }) => parts),
            ],
            stretch,
            context,
            chosen,
            rematch,
          );
          if (attached !== null)
            offer(end + 1, { ...before, cost: before.cost + 0.5, matches: [...before.matches.slice(0, -1), attached] });
        }
        if (isRemark(stretch.text, context.lang))
          offer(end + 1, {
            ...before,
            cost: before.cost + 1.2,
            remarks: [...before.remarks, { from: first.from, to: last.to }],
          });
        offer(end + 1, {
          ...before,
          cost: before.cost + 100,
          unread: [...before.unread, { from: first.from, to: last.to }],
        });
      }
    }
  }
  const final = best[pieces.length];
  if (final === null || final === undefined) return nothing;
  return {
    matches: final.matches,
    unread: final.unread,
    remarks: final.remarks,
    about: final.state.about,
    measure: final.state.measure,
  };
}

/** The series whose rows all pieces of a sentence could be; a quick sign that it may go on in the next sentence. */
export function rowsLike(sentence: string, lang: Lang): ReadonlySet<string> {
  const found = new Set<string>();
  if (sentence.length > 80 || !/[\d一二三四五优良差]|分/u.test(sentence)) return found;
  const pieces = [...piecesOf(sentence)];
  // Bounds behind the last row.
  while (pieces.length > 1 && isAttachment(pieces.at(-1)?.text ?? "", lang)) pieces.pop();
  for (const { of: pattern, forms: rows } of forms().series[lang]) {
    if (rowsIn(pieces, rows, lang) !== null || (pieces.length > 1 && rowsIn(pieces.slice(1), rows, lang) !== null))
      found.add(pattern.name);
  }
  return found;
}

/** Whether several sentences are the rows of one series, and so one clause. */
export function isSeries(sentences: readonly string[], context: Context): boolean {
  const text = sentences.join(",");
  if (text.length > LONGEST) return false;
  const { matches, unread } = matchClause(text, context, () => null);
  return unread.length === 0 && matches.length === 1 && seriesPatterns.some(({ name }) => name === matches[0]?.pattern);
}

/** Whether a sentence is a phrase that belongs to the rule before it. */
export function isAttachment(text: string, lang: Lang): boolean {
  if (text.length > 60) return false;
  const plain = text.replaceAll(/^\(|\)$/gu, "");
  return forms().attached[lang].some(({ forms: list }) => list.some((form) => matchForm(form, plain, 0) !== null));
}
