/** What points without a verb do: 迟到1次2分, 2 points for each late report. */
import type { Building, Given } from "../form/pattern.js";
import type { Effect } from "../rule/rule.js";

/** Words of what should not be: points for it alone are hardly earned. */
const UNWANTED =
  /[迟早]到|迟[报交]|早退|违|不|未|没|无(?!偿)|缺|漏|错|误|旷|逾|超[期支标]|隐患(?!排查|整改|治理)|事故|投诉|通报|\b(?:late|miss\w*|fail\w*|errors?|no|not|without|absen\w*|violat\w*|complaints?|incorrect\w*|lack\w*|unexcused|penalt\w*|plagiari\w*|incomplete|wrong|broken|unanswered|overdue|accidents?|mistakes?|skipp\w*|interrupt\w*|block\w*|damag\w*|unsafe\w*|unprotected|defects?|breach\w*|injur\w*|lost|stoppages?|short shipments?|poor(?:ly)?|dirty|untidy|unlabel\w*|expired)\b/iu;

/** Whether a text names what should not be, as 迟到 or `late reports`. */
export const isUnwanted = (text: string): boolean => UNWANTED.test(text);

const LOST: Given = {
  option: 1,
  because: {
    zh: "文档写明从满分起扣，本条是不应有的情形",
    en: "the document starts at all points, and this is what should not be",
  },
};

/**
 * What points without a verb do, by where they stand: deducted in a penalty or a column of deductions, added in a bonus or a column of
 * bonuses. In an item it is asked, where the document does not give it; `what` names what the points are for.
 */
export function effectWithoutVerb(b: Building, what: string, given: Given | null = null): Effect {
  const { role, side } = b.context;
  if (side !== null) return side;
  if (role === "penalty") return "deduct";
  if (role === "bonus") return "add";
  const isLost = b.context.startsFull && isUnwanted(what);
  const chosen = b.ask(
    {
      code: "earn-or-lose",
      scope: "clause",
      text: { zh: `“${what}”的分是得分还是扣分？`, en: `Are the points for “${what}” earned or deducted?` },
      options: [
        { zh: "得分", en: "earned" },
        { zh: "扣分", en: "deducted" },
      ],
    },
    isLost ? LOST : isUnwanted(what) ? null : given,
  );
  return chosen === 0 ? "earn" : "deduct";
}

/** What points of an English clause do: by its verb (`earns`, `a bonus of`), where it has one, and by where they stand otherwise. */
export function englishEffect(b: Building, verb: string, what: string): Effect {
  if (verb === "") return effectWithoutVerb(b, what);
  return b.context.role === "bonus" || /bonus|extra|additional|^(?:add|plus|\+)/iu.test(verb) ? "add" : "earn";
}
