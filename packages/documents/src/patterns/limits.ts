/** The most that all bonuses of an item give together: 加分合计不超过5分. */
import type { Pattern } from "../form/pattern.js";

const WORDS =
  "(?:(?:以上|各项|本项|该项|此项|全年|年度|单位|每村|所有)*(?:加分|奖励分)(?:项目?)?(?:(?:累计|合计|总计|总分|总和|共计|最多|最高)+(?:不超过|不得超过|不能超过|不高于|为|以)?|(?:不超过|不得超过|不能超过)))";

/** Whether a phrase bounds all bonuses together. */
export const BONUS_LIMIT = new RegExp(`^${WORDS}\\d+(?:\\.\\d+)?分(?:为限|封顶|为止)?$`, "u");

/** The bound of all bonuses of an item that states no points itself. */
export const bonusLimit: Pattern = {
  name: "bonus-limit",
  sign: /加分|奖励分/u,
  forms: { zh: [`${WORDS}{P}分(?:为限|封顶|为止)?`], en: [] },
  build(b) {
    if (b.context.role !== "bonus" || b.context.points !== null) return null;
    return [{ kind: "limit", value: b.number("P") }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["加分合计不超过5分"],
};
