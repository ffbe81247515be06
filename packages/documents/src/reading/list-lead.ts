/** A sentence that opens a list of events with what follows from each of them: `有下列情形之一的，一票否决：` and the events behind it. */
import { ownEntry } from "@yardstick/language";
import type { Asked } from "../form/pattern.js";
import type { Question, ReadClause } from "../match/read-clause.js";
import { isEvent } from "../words/event-words.js";

const LEAD =
  /^(?:凡|对|对于)?(?:[^,:]{0,8})?(?:年度内|年内|考核期内|当年|本年度)?(?:具有|存在|出现|发生|有)?(?:下列|以下|如下)(?:情形|情况|行为|问题|现象|事项)(?:之一|其一)?(?:的|者|时)?(?:单位|个人|教师|人员|科室|村|社区)?[,:](?<outcome>[^:]{2,40})$/u;

/** What follows from each event of the list that a sentence opens; null for other sentences. */
export const listOutcome = (text: string): string | null => LEAD.exec(text)?.groups?.["outcome"] ?? null;

const OPENS = /(?:下列|以下|如下)(?:情形|情况|行为|问题|现象|事项)(?:之一|其一)?(?:的|者)?/u;

/** Whether a sentence opens a list of events. */
export const opensList = (text: string): boolean => OPENS.test(text);

/** Whether a sentence is an event of the list alone, without a rule of its own. */
export const isListed = (text: string): boolean =>
  (isEvent(text.replace(/(?:的|者)$/u, ""), "zh") || (/(?:的|者)$/u.test(text) && !/,|每/u.test(text))) &&
  !/[扣加减得]\s*\d|不得分|否决|资格/u.test(text);

/** An event of a list as a sentence of its own. */
export const listedText = (text: string, outcome: string): string =>
  `${text.replace(/(?:的|者)?[,、;]?$/u, "")}的,${outcome}`;

const listOnce: Asked = {
  code: "list-once",
  scope: "document",
  text: {
    zh: "“有下列情形之一的”：几种情形都有的，分怎样算？",
    en: "The list says “one of the following”. What counts where several of them apply?",
  },
  options: [
    { zh: "各种情形各计一次，相加", en: "each of them counts, added up" },
    { zh: "合计只计一次，逐条另写", en: "they count once together; the clauses are written by hand" },
  ],
};

const listCap: Asked = {
  code: "list-cap",
  scope: "document",
  text: {
    zh: "列举情形前面写的上限，管每种情形，还是各种情形合计？",
    en: "Does the bound before the list hold for each of its events, or for all of them together?",
  },
  options: [
    { zh: "管每种情形", en: "for each of them" },
    { zh: "管各种情形合计，逐条另写", en: "for all together; the clauses are written by hand" },
  ],
};

/** Whether a lead gives points for any of its events and does not say that each counts: `有下列情形之一的，扣5分`. */
const isOnce = (lead: string): boolean =>
  /之一|其一/u.test(lead) && !/每|各|均|分别/u.test(lead) && /[扣加减奖罚]/u.test(lead);

type Asking = Pick<ReadClause, "text" | "state" | "matches" | "questions" | "unread">;

/** An event of a list with what its lead leaves open: whether each event counts, and what a bound holds; not read where it is of all together. */
export function askedOnce<T extends Asking>(
  clause: T,
  lead: string,
  number: number,
  answers: Readonly<Record<string, number>>,
): T {
  const asked = isOnce(lead) ? listOnce : /最多|最高|不超过|封顶|为止|为限/u.test(lead) ? listCap : null;
  if (clause.matches.length === 0 || asked === null) return clause;
  const id = `${String(number)}:${asked.code}`;
  const chosen = ownEntry(answers, id) ?? ownEntry(answers, asked.code) ?? null;
  if (chosen === 1)
    return { ...clause, state: "not-read", matches: [], questions: [], unread: [{ from: 0, to: clause.text.length }] };
  const question: Question = { ...asked, id, chosen, because: null };
  const questions = [...clause.questions, question];
  return { ...clause, questions, state: chosen === null ? "asks" : clause.state };
}

type Unplaced = Pick<ReadClause, "text" | "matches" | "unread">;

/** What was read of an event together with the outcome of its list, with only the places in the event itself. */
export function withoutOutcome<T extends Unplaced>(clause: T, text: string): T {
  const most = text.length;
  const inside = <S extends { readonly from: number; readonly to: number }>(span: S): S => ({
    ...span,
    to: Math.min(span.to, most),
  });
  const starts = ({ from }: { readonly from: number }) => from < most;
  return {
    ...clause,
    text,
    matches: clause.matches.map((match) => ({
      ...inside(match),
      figures: match.figures.filter(starts).map(inside),
      slots: Object.fromEntries(
        Object.entries(match.slots)
          .filter(([, slot]) => starts(slot))
          .map(([name, slot]) => [name, inside(slot)]),
      ),
    })),
    unread: clause.unread.filter(starts).map(inside),
  };
}
