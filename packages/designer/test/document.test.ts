// The document as text: `[…]` is a slot, `{…}` are rows.

import { describe, expect, test } from "vitest";
import { rubricText, sectionsIn } from "../src/edit/new-rubric.js";
import { stepsOf } from "../src/model/steps.js";
import { formOf, linesOf, textOfPieces } from "./form-text.js";

function lineIn(line: string, lang: "zh" | "en" = "zh"): string {
  const { form } = formOf(`条目 甲 5 分 {\n${line}\n}`, lang);
  const [item] = form.view.parts;
  return item?.kind === "item" ? linesOf(item.lines).join("\n") : "";
}

describe("a rule is shown as a sentence with a sign", () => {
  test.each([
    ["每 迟报 扣 0.1 分", "minus: 每 [迟报] 扣 [0.1] 分"],
    ["每 2 篇 信息 少于 12 扣 0.1 分 最多 1 分", "minus: 每 [2] 篇 [信息] 少于 [12] 扣 [0.1] 分 ，最多 [1] 分"],
    ["若 甲 > 3 且 乙 加 0.2 分 除非 丙", "plus: 若 [甲] [>] [3] [且] [乙] 加 [0.2] 分 ，除非 [丙]"],
    ['逐条 台账 其中 事项 = "迟报" 扣 0.1 分 × 数量', "minus: 逐条 [台账] 其中 [事项] [=] [迟报] 扣 [0.1] 分 × [数量]"],
    ["酌情 扣 不力 0 .. 1 分", "judged-minus: 酌情 扣 [不力] [0] 至 [1] 分"],
    ["酌情 得", "judged: 酌情 得"],
    ["得 按比例 完成 / 任务 低于 60% 得 0", "equals: 得 按比例 [完成] ÷ [任务] ，低于 [60] % 得 [0]"],
    ["得 按 率 { < 70%: 0; 其余: 满分 }", "equals: 得 按 [率] {[<] [70] % → [0] | 其余 → 满分}"],
    ["若 甲 { 扣 1 分 } 否则 { 加 1 分 }", "block: 若 [甲]\n  minus: 扣 [1] 分\notherwise\n  plus: 加 [1] 分"],
    ["扣 按 甲 { 1: 按 乙 { 1: 2; 其余: 3 }; 其余: 0 }", "card: 扣 按 甲 { 1: 按 乙 { 1: 2; 其余: 3 }; 其余: 0 }"],
  ])("%s", (line, expected) => {
    expect(lineIn(line)).toBe(expected);
  });

  test("in the language of the interface, whatever the language of the text", () => {
    expect(lineIn("每 迟报 少于 4 扣 0.1 分 最多 1 分", "en")).toBe(
      "minus: per [迟报] under [4] deduct [0.1] up to [1]",
    );
    expect(lineIn("per late deduct 0.1 unless waived")).toBe("minus: 每 [late] 扣 [0.1] ，除非 [waived]");
  });
});

describe("a new rule has slots to be filled", () => {
  test.each([
    "per",
    "if",
    "under",
    "over",
    "between",
    "either",
    "each",
    "proportion",
    "bands",
    "anchors",
    "perAdd",
    "ifAdd",
    "block",
  ] as const)("%s", (template) => {
    const { form, text } = formOf("条目 甲 5 分 {\n}\n");
    const [item] = form.view.parts;
    expect(form.lines.add(item!, 0, template)).not.toBeNull();
    expect(text.rubric).toContain("待填");
    const [now] = form.view.parts;
    expect(now?.kind === "item" ? now.lines.map(({ kind }) => kind) : []).toEqual([
      template === "block" ? "block" : "line",
    ]);
  });
});

test("every declaration that can be added is valid in both vocabularies", () => {
  for (const [source, lang] of [
    ["数据 甲 { 名: 文本 主键 }\n", "zh"],
    ["data a { n: text key }\n", "en"],
  ] as const)
    for (const template of [
      "title",
      "edition",
      "total",
      "rounding",
      "data",
      "choice-declaration",
      "constant",
      "bonus-only",
      "veto",
      "coefficient",
      "ranking",
      "grades",
      "award",
      "consequence",
      "let",
      "output",
      "requirement",
      "policy",
      "scenario",
      "test",
    ] as const) {
      const { form } = formOf(source, lang);
      expect([template, form.declarations.add(template)]).not.toEqual([template, null]);
      const found = form.view.groups
        .flatMap(({ declarations }) => declarations)
        .filter((each) => each.kind === "declaration" && each.construct === template);
      expect([template, found.length]).toEqual([template, template === "data" ? 2 : 1]);
    }
});

test("a coefficient is shown with its bands", () => {
  const { form } = formOf("系数 规模 按 人口 { < 1000: 1; 其余: 1.1 } 用于 总分\n");
  const [coefficient] = form.view.groups.find(({ name }) => name === "coefficients")?.declarations ?? [];
  expect(coefficient?.kind === "declaration" ? textOfPieces(coefficient.pieces) : "").toBe(
    "系数 [规模] 按 [人口] {[<] [1000] → [1] | 其余 → [1.1]} 用于 总分",
  );
});

test.each([
  ["< 1000: 1; 1000 .. 3000: 1.05; 其余: 1.1", ["1|1000", "1.05|3000", "其余 1.1|"]],
  ["< 60%: 0.9; >= 60%: 1.2", ["0.9|60%", "1.2|"]],
  ["甲类: 1; 乙类, 丙类: 1.2", ["甲类 1|", "乙类、丙类 1.2|"]],
])("the steps of a coefficient have their values and the limits between them: %s", (bands, expected) => {
  const { form } = formOf(`系数 规模 按 人口 { ${bands} } 用于 总分\n`);
  const [coefficient] = form.view.groups.find(({ name }) => name === "coefficients")?.declarations ?? [];
  const steps = coefficient?.kind === "declaration" ? stepsOf(coefficient.pieces) : null;
  expect(steps?.map(({ label, text, limit }) => `${label} ${text}|${limit}`.trim())).toEqual(expected);
});

test("bands with more than one number are not drawn", () => {
  const { form } = formOf("系数 规模 按 人口 { < 1000: 1; 其余: 人口 / 1000 } 用于 总分\n");
  const [coefficient] = form.view.groups.find(({ name }) => name === "coefficients")?.declarations ?? [];
  expect(coefficient?.kind === "declaration" ? stepsOf(coefficient.pieces) : "none").toBeNull();
});

describe("a half-open range is named by its end", () => {
  test.each([
    ["0 ..", "计数 [人] [0] 以上"],
    [".. 5", "计数 [人] 至多 [5]"],
    ["0 .. 5", "计数 [人] [0] 至 [5]"],
  ])("%s", (range, expected) => {
    const { form } = formOf(`数据 表 {\n  甲: 计数 人 ${range}\n}\n`);
    const [data] = form.view.groups.find(({ name }) => name === "data")?.declarations ?? [];
    const [row] =
      data?.kind === "declaration" ? data.pieces.flatMap((piece) => (piece.kind === "rows" ? piece.rows : [])) : [];
    expect(textOfPieces(row?.pieces ?? []).replace("[计数]", "计数")).toContain(expected);
  });
});

test("sections without points share the remainder", () => {
  expect(sectionsIn("党建 20、经济、治理", "100")).toEqual([
    { name: "党建", points: "20" },
    { name: "经济", points: "40" },
    { name: "治理", points: "40" },
  ]);
  expect(sectionsIn("a, b, c", "100").map(({ points }) => points)).toEqual(["33", "33", "34"]);
});

describe.each(["zh", "en"] as const)("a rubric from four answers in %s", (lang) => {
  test.each(["points", "weights"] as const)("by %s has no errors and adds up", (method) => {
    const names = {
      title: "t",
      tasks: (section: string) => `${section}任务`,
      done: (section: string) => `${section}完成率`,
      daily: (section: string) => `${section}日常`,
      issues: (section: string) => `${section}问题`,
      award: "aw",
      ranking: "rk",
      vetoField: (name: string) => `${name}_n`,
    };
    const answers = {
      subject: "s",
      period: "p",
      points: "100",
      method,
      sections: "a 20, b 40, c",
      awarded: "3",
      veto: "v",
      warning: "w",
    };
    const { form } = formOf(rubricText(answers, lang, names), lang);
    expect(form.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(form.view.sum.state).toBe("right");
  });
});
