/**
 * One clause held against all patterns: its comma pieces are cut so that the fewest, longest stretches match; phrases that belong
 * to the rule before are attached to it. What stays unmatched stays unread.
 */
import type { Lang } from "@yardstick/language";
import type { Asked, Context, Given, Pattern } from "../form/pattern.js";
import type { Form, Slots } from "../form/template.js";
import { seriesPatterns } from "../patterns/index.js";
import { figuresOf, isEvent } from "../words/event-words.js";
import { attachedMatch, isAttachment } from "./attach.js";
import {
  EVENT_SLOT,
  NUMBER_SLOT,
  building,
  fits,
  forms,
  isAsWritten,
  type Attempt,
  type Chosen,
  type ClauseMatch,
  type Match,
  type OpenAsked,
  type Span,
  type State,
} from "./attempt.js";
import { isLead, isRemark, piecesOf, type Piece } from "./pieces.js";
import { SAMPLING, normMatch } from "./norm.js";
import { restrictionMatch } from "./restriction.js";
import { fittings, openFittings, rowFitting, rowText, shifted, type Fitting, type RowText } from "./stretches.js";

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

/** A time limit within an event: 超过30分钟未发出, 未在10分钟内报告; or a note on its size: 集体访（5人以上）. */
const TIME_LIMIT =
  /(?:(?:超过|逾期|晚于|延迟)?\d+(?:\.\d+)?个?(?:分钟|小时|天|日|工作日|个?月)(?:以?内|之内|以上)?(?:仍|还)?(?=未|没|不|无)|(?:未|没有|没|未能|不)(?:能)?(?:在|于)[^,，0-9]{0,6}?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]{1,3})个?(?:分钟|小时|天|日|工作日|个?月|周|年)(?:以?内|之内|前)|\b(?:later than|not (?:\w+ )*?within|after|more than|above|over|longer than|older than|less than|under|up to) \d+ (?:working |business |calendar )?(?:days?|hours?|minutes?|seconds?|weeks?|months?|years?)\b|\b(?:above|over|exceeding|more than|under|less than) [$£€]\d[\d.,]*|\(?\d+(?:人|名|件|次|户)(?:\(含\))?(?:及)?以[上下]\)|\d+(?:人|名|户|元|万元|亩|平方米)(?:\(含\))?(?:及)?以上(?=[\u4e00-\u9fff]{2}))/gu;

/** That the figures of a name are its time limit or a note on its size, which nothing else could be. */
function givenFigures(names: readonly string[]): Given | null {
  const isLimit = names.every((name) => figuresOf(name.replaceAll(TIME_LIMIT, "x")).length === 0);
  return isLimit
    ? {
        option: 0,
        because: { zh: "数字是事件的时限或规模", en: "the figure is the time limit or the size of the event" },
      }
    : null;
}

/** Someone within the subject, or the group around it, behind an event or alone: 被评为文明宿舍的，全室(每人加2分). */
const OTHER_BEARER =
  /(?:^|,)(?<who>(?:全[室班组家队科所]|所有|其他|相关|主要|分管|带班|值班|直接|主办|协办|所在|科室|部门|单位|班级|班组|宿舍|项目|室|班|组|队|科|段|车间)?(?:全[室班组家队科所]|成员|人员|室长|班长|组长|队长|科长|段长|科主任|主任|护士长|班主任|负责人|责任人|当事人|领导|科室|班级|宿舍|班组|车间|同学|学生|员工|民警))(?:的)?$/u;

const bearerQuestion = (who: string): Asked => ({
  code: "bearer",
  scope: "clause",
  text: {
    zh: `这些分是“${who}”的，“${who}”是不是考核对象？`,
    en: `The points are those of “${who}”. Is that who is scored?`,
  },
  options: [
    { zh: "是，计入考核对象", en: "yes, they count for who is scored" },
    { zh: "不是，这一条另写", en: "no; the clause is written by hand" },
  ],
});

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
        // How something is checked is not a part of an event.
        const [lead = "", ...rest] = slot.text.split(",");
        if (SAMPLING.test(slot.text)) return null;
        if (rest.length > 0 && (isRemark(lead, context.lang) || SAMPLING.test(lead))) return null;
        if (figuresOf(slot.text).length > 0) hasFigureInName = true;
      }
    }
  }
  const asked: OpenAsked[] = [];
  const b = building(attempt, asked);
  const parts = pattern.build(b);
  if (parts === null) return null;
  const bearer = all
    .flatMap((each) => {
      const events = Object.entries(each).flatMap(([name, slot]) =>
        EVENT_SLOT.test(name) && slot.text !== "" ? [slot.text] : [],
      );
      // With more words it is a part of an event: 其他人员(每有一人)持证.
      return events.length === 1 ? events : events.filter((text) => text.includes(","));
    })
    .flatMap((text) => OTHER_BEARER.exec(text)?.groups?.["who"] ?? [])
    .find((who) => !context.title.includes(who));
  // Who judges bears no points: 由科室评分.
  if (bearer !== undefined && parts.some((part) => part.kind === "rule" && part.discretion === null)) {
    const question = bearerQuestion(bearer);
    const own = attempt.chosen(question);
    if (own === 1) return null;
    asked.push({ ...question, chosen: own, because: null });
  }
  if (hasFigureInName) {
    const own = attempt.chosen(figureQuestion);
    if (own === 1) return null;
    const named = all.flatMap((each) =>
      Object.entries(each).flatMap(([name, slot]) => (EVENT_SLOT.test(name) ? [slot.text] : [])),
    );
    const given = own === null && rows.length === 0 ? givenFigures(named) : null;
    asked.push({ ...figureQuestion, chosen: own ?? given?.option ?? null, because: given?.because ?? null });
    for (const each of all)
      for (const [name, slot] of Object.entries(each)) if (EVENT_SLOT.test(name)) figures.push(slot);
  }
  // The condition is kept whole, with its figures, and is asked about.
  if (isAsWritten(pattern)) figures.push({ from, to });
  const shown: Record<string, Span & { text: string }> = {};
  for (const [at, each] of all.entries())
    for (const [name, slot] of Object.entries(each)) shown[rows.length === 0 ? name : `${name}.${String(at)}`] = slot;
  return { pattern: pattern.name, from, to, slots: shown, parts, asked, figures };
}

interface Best {
  readonly cost: number;
  readonly matches: readonly Match[];
  readonly unread: readonly Span[];
  readonly remarks: readonly Span[];
  readonly state: State;
}

const MOST_PIECES = 9;
/** A sentence beyond this is not a clause. */
const LONGEST = 600;

/** Pieces as rows of a series: each row is one piece, or two where its points stand behind a comma. Null where one is not a row. */
function rowsIn(texts: RowTexts, start: number, rows: readonly Form[]): readonly Slots[] | null {
  const found: Slots[] = [];
  const { pieces, lang } = texts;
  const rowOf = (text: RowText, from: number): Slots | null => {
    const slots = rowFitting(text, rows, (each) => validRow(each, lang));
    return slots === null ? null : shifted(slots, from);
  };
  for (let at = start; at < pieces.length; at++) {
    const from = pieces[at]?.from ?? 0;
    let row = rowOf(texts.alone(at), from);
    if (row === null) {
      if (at + 1 >= pieces.length) return null;
      row = rowOf(texts.joined(at), from);
      at++;
    }
    if (row === null) return null;
    found.push(row);
  }
  return found;
}

/** The texts of pieces that may be rows, alone and with the piece behind, each looked up once for all series. */
class RowTexts {
  private readonly single: (RowText | undefined)[] = [];
  private readonly double: (RowText | undefined)[] = [];

  constructor(
    readonly pieces: readonly Piece[],
    readonly lang: Lang,
  ) {}

  alone(at: number): RowText {
    return (this.single[at] ??= rowText(this.pieces[at]?.text ?? "", this.lang));
  }

  joined(at: number): RowText {
    return (this.double[at] ??= rowText(
      `${this.pieces[at]?.text ?? ""},${this.pieces[at + 1]?.text ?? ""}`,
      this.lang,
    ));
  }
}

function seriesMatch(pieces: readonly Piece[], context: Context, chosen: Chosen, state: State): Match | null {
  if (pieces.length < 2) return null;
  const last = pieces.at(-1);
  const first = pieces[0];
  if (first === undefined || last === undefined) return null;
  const texts = new RowTexts(pieces, context.lang);
  for (const { of: pattern, forms: rows } of forms().series[context.lang]) {
    for (const head of [0, 1]) {
      if (pieces.length - head < 2) continue;
      const read = rowsIn(texts, head, rows);
      if (read === null || read.length < 2) continue;
      const found = [...read];
      if (head === 1) {
        // A topic before the rows.
        const topic = first.text.replace(/(?:的|者|:)+$/u, "");
        if (isLead(topic)) {
          if (pattern.name !== "level-rows" && pattern.name !== "bands") continue;
        } else {
          if (!isEvent(topic, context.lang) || figuresOf(topic).length > 0) continue;
          const row = found[0];
          if (row === undefined) continue;
          const slot = { text: topic, from: first.from, to: first.from + topic.length };
          if (pattern.name === "level-rows" && row["E"] === undefined) found[0] = { E: slot, ...row };
          else if (pattern.name === "bands" && row["M"] === undefined) found[0] = { M: slot, ...row };
          else continue;
        }
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

function singleMatch(
  stretch: Piece,
  context: Context,
  chosen: Chosen,
  state: State,
  found: Iterable<Fitting> = fittings(stretch.text, context.lang),
): Match | null {
  const { from, to } = stretch;
  for (const { pattern, slots } of found) {
    const trial = { ...state };
    const match = matched(
      pattern,
      {
        slots: shifted(slots, from),
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
  return null;
}

/** Points in parentheses behind what they are for: 桌面零乱（每处扣1分）. */
const IN_BRACKETS =
  /^(?<event>(?:(?!\d分|[扣减]\d)[^;()])*[^;(),\s])\((?<points>(?:[^()]{0,8}?每[^(),]{1,8}|酌情|视情节?|各|均)?[扣减加](?:除|罚)?\d[^()]*)\)$/u;

/** `若…的，扣2分` says no more than `…的，扣2分`. */
const IF =
  /(^|,)(?:如果|若是|若|如有|如出现|如发生|如发现)(?!干)(?=[^,]{2,30}?(?:的|者)?,?(?:每[^,]{1,6})?(?:[扣加减]\d|不得分))/gu;

/** The grades that there are, before what each of them takes: 考核结果分为优秀、良好、合格三个等次. */
const GRADES_NAMED =
  /^(?:[^,:;。0-9扣加减]{0,14}?)(?:划?分为?|设|实行)(?<list>[^,:;。0-9扣加减]{2,40}?)(?:[两二三四五六]|\d)?个?(?:等次|等级|档次|级别|等|级|档)(?:[:,]|$)/u;

/** The names of grades that a sentence opens with, and how far that goes; null for other sentences. */
export function gradesNamed(text: string): { readonly names: readonly string[]; readonly to: number } | null {
  const found = GRADES_NAMED.exec(text);
  const names = (found?.groups?.["list"] ?? "").replaceAll('"', "").split(/[、和及]/u);
  return found === null || names.length < 2 || names.some((name) => name.length > 6 || name === "")
    ? null
    : { names, to: found[0].length };
}

/** Without the names of grades where each of them follows with what it takes. */
function withoutGradeNames(text: string): string {
  const named = gradesNamed(text);
  if (named === null || named.to === text.length) return text;
  const rest = text.slice(named.to);
  const all = named.names.every((name) => new RegExp(`为"?${name}|${name}"?(?::|为|\\()`, "u").test(rest));
  return all ? " ".repeat(named.to) + rest : text;
}

/** What it costs to keep a condition as it is written, or a restriction that no form has: more than any reading, less than an unread piece. */
const AS_WRITTEN = 40;
const MOST_PIECES_AS_WRITTEN = 4;

/**
 * Reads one clause. `source` is normal text; offsets are those of it. Where `isOpen`, conditions and restrictions in words that no form has are
 * kept as they are written and asked about.
 */
export function matchClause(source: string, context: Context, chosen: Chosen, isOpen = false): ClauseMatch {
  const text = withoutGradeNames(source)
    .replace(IN_BRACKETS, "$<event>,$<points>")
    .replace(IF, (whole, before: string) => before + " ".repeat(whole.length - before.length));
  const pieces = text.length > LONGEST ? [] : piecesOf(text);
  const nothing: ClauseMatch = {
    matches: [],
    unread: [{ from: 0, to: text.length }],
    remarks: [],
    about: context.event,
    measure: context.measure,
    tried: 0,
  };
  let tried = 0;
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
      tried++;
      const run = pieces.slice(start, end + 1);
      const stretch: Piece = {
        text: text.slice(first.from, last.to).replaceAll(";", ","),
        from: first.from,
        to: last.to,
      };
      const state = { ...before.state };
      const lastMatch = before.matches.at(-1);
      const inside = lastMatch === undefined ? context : { ...context, previous: lastMatch.parts, follows: true };
      const series = seriesMatch(run, inside, chosen, state);
      const match = series ?? singleMatch(stretch, inside, chosen, state);
      if (match !== null)
        offer(end + 1, { ...before, cost: before.cost + 1, matches: [...before.matches, match], state });
      else if (isOpen && end - start < MOST_PIECES_AS_WRITTEN) {
        const open = singleMatch(stretch, inside, chosen, state, openFittings(stretch.text, context.lang));
        if (open !== null)
          offer(end + 1, {
            ...before,
            cost: before.cost + AS_WRITTEN + end - start,
            matches: [...before.matches, open],
            state,
          });
      }
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
            before.matches,
            rematch,
          );
          // A phrase may join the rules before into one.
          if (attached !== null)
            offer(end + 1, {
              ...before,
              cost: before.cost + 0.5,
              matches: [...before.matches.filter((each) => each.to <= attached.from), attached],
            });
        }
        if (isRemark(stretch.text, context.lang))
          offer(end + 1, {
            ...before,
            cost: before.cost + 1.2,
            remarks: [...before.remarks, { from: first.from, to: last.to }],
          });
        const norm = normMatch(stretch, inside, chosen);
        if (norm !== null) offer(end + 1, { ...before, cost: before.cost + 20, matches: [...before.matches, norm] });
        const restriction = isOpen ? restrictionMatch(stretch, inside, chosen) : null;
        if (restriction !== null)
          offer(end + 1, {
            ...before,
            cost: before.cost + AS_WRITTEN,
            matches: [...before.matches, restriction],
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
  // A requirement alone scores nothing.
  if (
    !(isOpen && context.points !== null) &&
    final.matches.length > 0 &&
    final.matches.every(({ pattern }) => pattern === "norm")
  )
    return { ...nothing, tried };
  return {
    matches: final.matches,
    unread: final.unread,
    remarks: final.remarks,
    about: final.state.about,
    measure: final.state.measure,
    tried,
  };
}

/** The series whose rows all pieces of a sentence could be; a quick sign that it may go on in the next sentence. */
export function rowsLike(sentence: string, lang: Lang): ReadonlySet<string> {
  const found = new Set<string>();
  if (sentence.length > 80 || !/[\d一二三四五优良差]|分/u.test(sentence)) return found;
  const pieces = [...piecesOf(sentence)];
  // Bounds behind the last row.
  while (pieces.length > 1 && isAttachment(pieces.at(-1)?.text ?? "", lang)) pieces.pop();
  const series = forms().series[lang];
  const texts = new RowTexts(pieces, lang);
  for (const { of: pattern, forms: rows } of series) {
    if (rowsIn(texts, 0, rows) !== null || (pieces.length > 1 && rowsIn(texts, 1, rows) !== null))
      found.add(pattern.name);
  }
  return found;
}

/** Whether several sentences are the rows of one series, and so one clause; `count` takes how many stretches were tried. */
export function isSeries(sentences: readonly string[], context: Context, count: (tried: number) => void): boolean {
  const text = sentences.join(",");
  if (text.length > LONGEST) return false;
  const { matches, unread, tried } = matchClause(text, context, () => null);
  count(tried);
  return unread.length === 0 && matches.length === 1 && seriesPatterns.some(({ name }) => name === matches[0]?.pattern);
}

/** Whether a text is read whole by one or more patterns; `count` takes how many stretches were tried. */
export function isWhole(text: string, context: Context, count: (tried: number) => void): boolean {
  if (text.length > LONGEST) return false;
  const { matches, unread, tried } = matchClause(text, context, () => null);
  count(tried);
  return unread.length === 0 && matches.length > 0;
}
