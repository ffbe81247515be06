/** The declaration of what is filled in, from the fields that the rules need. */
import { ownEntry } from "@yardstick/language";
import type { Lang } from "@yardstick/language";
import type { Field } from "../rule/rule.js";
import { written } from "../words/written-name.js";
import type { Names } from "./names.js";

const UNITS_EN: Readonly<Record<string, string>> = { 次: "times", 人: "people", 天: "days", 分: "points" };

function typeText(field: Field, lang: Lang): string {
  const zh = lang === "zh";
  const unit =
    field.unit === null || field.unit === "%"
      ? ""
      : ` ${zh ? field.unit : (ownEntry(UNITS_EN, field.unit) ?? field.unit)}`;
  const range = field.range === null ? "" : ` ${field.range[0]} ..${field.range[1] === "" ? "" : ` ${field.range[1]}`}`;
  switch (field.type) {
    case "count":
      return `${zh ? "计数" : "count"}${unit}${range}`;
    case "number":
      return `${zh ? "数值" : "number"}${unit}${range}`;
    case "flag":
      return `${zh ? "是否" : "flag"}${field.default === undefined ? "" : zh ? " = 否" : " = no"}`;
    case "percent":
      return zh ? "百分数" : "percent";
    case "text":
      return zh ? "文本" : "text";
    case "choice":
      return `${zh ? "选项" : "choice"}(${field.levels.map(written).join(", ")})`;
    default:
      return field.type satisfies never;
  }
}

/** The `data` block of a draft; `period` adds the field of the period; `own` are fields in the text of a rubric. */
export function dataText(names: Names, lang: Lang, period: boolean, own: readonly string[] = []): string {
  const zh = lang === "zh";
  const lines = [zh ? "数据 考核对象 {" : "data subjects {", zh ? "  名称: 文本 主键" : "  name: text key"];
  if (period) lines.push(zh ? "  期别: 期别" : "  period: period");
  for (const { name, field, ledger } of names.declared) {
    if (field !== null) lines.push(`  ${written(name)}: ${typeText(field, lang)}`);
    else if (ledger !== null)
      lines.push(
        `  ${written(name)}: ${zh ? "明细" : "list"} { ${ledger.columns.map((column) => `${written(column.name)}: ${typeText(column, lang)}`).join(", ")} }`,
      );
  }
  lines.push(...own.map((field) => `  ${field}`), "}");
  return lines.join("\n");
}
