// The numbers of a template next to a filled-in percentage become percentages.

import { analyse, applyEdits, parse, severityOf, placeholderName } from "@yardstick/language";
import { expect, test } from "vitest";
import { fillSlot } from "../src/edit/fill-slot.js";
import { lineText } from "../src/edit/templates.js";

function filled(line: string, name: string): string {
  const source = `满分 10 分\n数据 村 { 名称: 文本 主键, 满意率: 百分数 0% .. 100%, 迟报: 计数 次 }\n条目 甲 10 分 { ${line} }\n`;
  const parsed = parse(source);
  const at = source.indexOf(placeholderName("zh"));
  const slot = {
    kind: "slot",
    type: "reference",
    span: [at, at + placeholderName("zh").length],
    value: placeholderName("zh"),
  } as never;
  const outcome = fillSlot(parsed, slot, name);
  return outcome.kind === "edits" ? applyEdits(source, outcome.edits) : outcome.why;
}

const errors = (text: string) => analyse(text).findings.filter((found) => severityOf(found) === "error");

test.each([
  ["bands", "得 按 满意率 {\n  < 60%: 0\n  60% .. 80%: 50%\n  其余: 满分\n}"],
  ["under", "每 1% 满意率 少于 1% 扣 0.1 分"],
  ["per", "每 1% 满意率 扣 0.1 分"],
] as const)("%s by a percentage", (template, line) => {
  const text = filled(lineText(template, "zh", "甲分"), "满意率");
  expect(text).toContain(line);
  expect(errors(text)).toEqual([]);
});

test.each(["bands", "under"] as const)("%s by a count keeps its numbers", (template) => {
  const line = lineText(template, "zh", "甲分");
  expect(filled(line, "迟报")).toContain(line.replace(placeholderName("zh"), "迟报"));
});
