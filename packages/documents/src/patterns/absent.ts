/** Items that do not apply: 缺项的分值由其他各项折算. */
import type { Pattern } from "../form/pattern.js";

/** Points of items that do not apply are spread over the others; which items may be absent is asked. */
export const absentItems: Pattern = {
  name: "absent-items",
  forms: {
    zh: [
      "(?:凡)?(?:有)?缺项(?:的)?(?:单位)?,?(?:其)?(?:缺项)?(?:的)?(?:分值|分数|分)?(?:由|按|在)?(?:其他|其余)(?:各)?(?:项|项目|指标)(?:得分率?|分值)?(?:中)?(?:按比例)?(?:折算|分摊|换算)(?:计分|得分|计算)?",
      "(?:不涉及|没有|无)(?:的)?(?:该项|此项|某项|相关)?(?:业务|工作|指标|项目|内容)(?:的)?,?(?:其)?(?:分值|分数)(?:由|按|在)?(?:其他|其余)(?:各)?(?:项|项目|指标)(?:中)?(?:按比例)?(?:折算|分摊|换算)(?:计分|得分)?",
    ],
    en: [],
  },
  build(b) {
    const chosen = b.ask({
      code: "absent",
      scope: "document",
      text: { zh: "哪些条目可以缺项？", en: "Which items may not apply?" },
      options: [
        { zh: "各条目都可以，逐项填报是否缺项", en: "any; whether one applies is filled in for each" },
        { zh: "只有其中几项，这一条另写", en: "some of them; the clause is written by hand" },
      ],
    });
    return chosen === 1 ? null : [{ kind: "absent" }];
  },
  examples: { zh: ["缺项的分值由其他各项折算"], en: [] },
  counterExamples: ["缺项的不得分"],
};
