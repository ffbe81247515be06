/** A sentence that opens a list of events with what follows from each of them: `有下列情形之一的，一票否决：` and the events behind it. */
import type { ReadClause } from "../match/read-clause.js";
import { isEvent } from "../words/event-words.js";

const LEAD =
  /^(?:凡|对|对于)?(?:[^,:]{0,8})?(?:年度内|年内|考核期内|当年|本年度)?(?:具有|存在|出现|发生|有)?(?:下列|以下|如下)(?:情形|情况|行为|问题|现象|事项)(?:之一|其一)?(?:的|者|时)?(?:单位|个人|教师|人员|科室|村|社区)?[,:](?<outcome>[^:]{2,40})$/u;

/** What follows from each event of the list that a sentence opens; null for other sentences. */
export const listOutcome = (text: string): string | null => LEAD.exec(text)?.groups?.["outcome"] ?? null;

/** Whether a sentence is an event of the list alone, without a rule of its own. */
export const isListed = (text: string): boolean =>
  isEvent(text.replace(/(?:的|者)$/u, ""), "zh") && !/[扣加减得]\s*\d|不得分|否决|资格/u.test(text);

/** An event of a list as a sentence of its own. */
export const listedText = (text: string, outcome: string): string =>
  `${text.replace(/(?:的|者)?[,、;]?$/u, "")}的,${outcome}`;

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
