/**
 * The service's own few words in both languages: kinds of things and types of fields.
 */
import type { Lang, Referent, Words } from "@yardstick/language";
import type { FieldType, Program } from "@yardstick/language/program";

export const kindWords: Readonly<Record<Referent["kind"], Words>> = {
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

const formWords: Readonly<
  Record<"text" | "flag" | "date" | "period" | "number" | "count" | "percent" | "list", Words>
> = {
  text: { zh: "文本", en: "text" },
  flag: { zh: "是否", en: "yes or no" },
  date: { zh: "日期", en: "date" },
  period: { zh: "期别", en: "period" },
  number: { zh: "数值", en: "number" },
  count: { zh: "计数", en: "count" },
  percent: { zh: "百分数", en: "percent" },
  list: { zh: "明细", en: "list" },
};

/** A field's type as a clerk would say it: `计数 次，0 到 12`. */
export function typeWords(type: FieldType, program: Program | null, lang: Lang): string {
  if (type.kind === "level")
    return (program?.choices[type.choice]?.levels ?? []).map((l) => l.name).join(lang === "zh" ? "、" : ", ");
  if (type.kind !== "number") return formWords[type.kind][lang];
  const unit = type.unit === null ? "" : ` ${type.unit.name}`;
  return `${formWords[type.form][lang]}${unit}`;
}
