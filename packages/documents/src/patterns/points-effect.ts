/** What points without a verb do: 迟到1次2分, 2 points for each late report. */
import type { Building, Given } from "../form/pattern.js";
import type { Effect } from "../rule/rule.js";

/**
 * What points without a verb do, by where they stand: deducted in a penalty or a column of deductions, added in a bonus or a column of
 * bonuses. In an item it is asked, where the document does not give it; `what` names what the points are for.
 */
export function effectWithoutVerb(b: Building, what: string, given: Given | null = null): Effect {
  const { role, side } = b.context;
  if (side !== null) return side;
  if (role === "penalty") return "deduct";
  if (role === "bonus") return "add";
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
    given,
  );
  return chosen === 0 ? "earn" : "deduct";
}

/** What points of an English clause do: by its verb (`earns`, `a bonus of`), where it has one, and by where they stand otherwise. */
export function englishEffect(b: Building, verb: string, what: string): Effect {
  if (verb === "") return effectWithoutVerb(b, what);
  return b.context.role === "bonus" || /bonus|extra|additional/iu.test(verb) ? "add" : "earn";
}
