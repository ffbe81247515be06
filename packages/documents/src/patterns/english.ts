/** Whether points of an English clause are earned or added: added in a bonus. */
import type { Building } from "../form/pattern.js";
import type { Effect } from "../rule/rule.js";

/** `add` in a bonus, `earn` elsewhere. */
export function englishEffect(b: Building): Effect {
  return b.context.role === "bonus" ? "add" : "earn";
}
