/**
 * The texts of the service in both languages.
 */
import type { Lang, Referent, Bilingual } from "@yardstick/language";

/** The names of the kinds of symbols. */
export const kindWords: Readonly<Record<Referent["kind"], Bilingual>> = {
  subject: { zh: "数据", en: "data" },
  field: { zh: "字段", en: "field" },
  column: { zh: "明细的列", en: "column of a list" },
  constant: { zh: "常量", en: "constant" },
  choice: { zh: "选项", en: "choice" },
  level: { zh: "档次", en: "level" },
  part: { zh: "考核内容", en: "part" },
  let: { zh: "设定的值", en: "value" },
  output: { zh: "公布的值", en: "output" },
  coefficient: { zh: "系数", en: "coefficient" },
  veto: { zh: "一票否决", en: "veto" },
  ranking: { zh: "排名", en: "ranking" },
  grades: { zh: "等次", en: "grades" },
  award: { zh: "奖励", en: "award" },
  consequence: { zh: "处理", en: "consequence" },
  use: { zh: "引用的规则", en: "used rubric" },
  used: { zh: "引用的结果", en: "result of a used rubric" },
  scenario: { zh: "方案", en: "scenario" },
  test: { zh: "样例", en: "test" },
  builtin: { zh: "函数", en: "function" },
};

/** Label before an assessor. */
export const assessorWord: Bilingual = { zh: "考核部门：", en: "assessor: " };
/** Label before the clause that a part is based on. */
export const basisWord: Bilingual = { zh: "依据：", en: "basis: " };
/** States that a field may be blank. */
export const optionalWord: Bilingual = { zh: "可空", en: "optional" };
/** Points with their unit. */
export const pointsText: Readonly<Record<Lang, (points: string) => string>> = {
  zh: (points) => `${points} 分`,
  en: (points) => `${points} points`,
};
