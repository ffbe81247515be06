/** A restriction in words that no form has: it is never dropped, and what is filled in either takes it into account already or the clause is written by hand. */
import type { Asked, Context } from "../form/pattern.js";
import { isOutcome } from "../words/outcome-words.js";
import { restricts } from "../words/restriction-words.js";
import type { Chosen, Match } from "./attempt.js";
import type { Piece } from "./pieces.js";

/** What is points, money, a grade or a share of its own, which no restriction is. */
const OTHERWISE =
  /自动离职|比例|其余|其他|折算得?分|(?<!(?:最多|最高|不超过)[^,\d]{0,4})[扣加减得罚奖]\s*\d(?![^,]*(?:最多|最高|不超过))|元|%|等次|优秀|不合格|资格|评[优先]|否决|酌情|由[^,]{2,12}(?:确定|决定)|\b(?:points?|marks?) (?:off|deducted|lost|each)|\bpercent|\bgrade|(?<!half the )\bpoints?\b/iu;

const question = (text: string): Asked => ({
  code: "restriction",
  scope: "clause",
  text: {
    zh: `“${text}”限制哪些计分，填报的数据是否已按此处理？`,
    en: `“${text}” restricts what counts. Does what is filled in take it into account?`,
  },
  options: [
    { zh: "是，填报的数据已按此处理", en: "yes; what is filled in takes it into account" },
    { zh: "不是，由规则处理，这一条另写", en: "no; the clause is written by hand" },
  ],
});

/** A stretch that restricts the rules before it, or stands alone in an item; null where it is none or an answer leaves it to its author. */
export function restrictionMatch({ text, from, to }: Piece, { lang }: Context, chosen: Chosen): Match | null {
  if (text.length > 60 || !restricts(text, lang) || OTHERWISE.test(text) || isOutcome(text)) return null;
  const asked = question(text);
  const own = chosen(asked);
  if (own === 1) return null;
  return {
    pattern: "restriction",
    from,
    to,
    slots: {},
    parts: [],
    asked: [{ ...asked, chosen: own, because: null }],
    figures: [{ from, to }],
  };
}
