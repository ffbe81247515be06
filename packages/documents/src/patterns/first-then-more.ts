/** So many points from a figure on, and more for each further one: 三年以上没有评比的，扣5分，每超一年加扣1分. */
import type { Pattern } from "../form/pattern.js";
import { countOf, points, rule } from "../rule/rule.js";
import { effectOf } from "../words/slot-words.js";
import { quantity } from "./measures.js";
import { nameOf } from "./names.js";

/** Points from a figure on, and more for each further one. */
export const firstThenMore: Pattern = {
  name: "first-then-more",
  forms: { zh: ["{N}{U}(?:及)?以上{E}{de}{verb}{P}{pts},每(?:超|超过|多|增加|再多){one}{U2},?{V2}{P2}{pts}"], en: [] },
  build(b) {
    const effect = effectOf(b.text("V"));
    if (effect === null || effect === "earn" || effectOf(b.text("V2")) !== effect || b.text("U") !== b.text("U2"))
      return null;
    const unit = b.text("U");
    const field = countOf(`${nameOf(b.text("E"), b.context.item)}${unit}数`, unit);
    const limit = quantity(b.number("N"), "");
    return [
      rule(effect, points(b.number("P")), { when: { kind: "compare", field, sign: ">=", value: limit } }),
      rule(effect, points(b.number("P2")), { per: { field, step: null, side: "over", limit } }),
    ];
  },
  examples: { zh: ["三年以上没有评比的，扣5分，每超一年加扣1分"], en: [] },
  counterExamples: ["三年以上没有评比的，扣5分"],
};
