// Additions to a declaration, a row or a head: each gives a valid text, and removing it restores the original text.

import { parse, type ast } from "@yardstick/language";
import { describe, expect, test } from "vitest";
import { removableFrom } from "../src/edit/attributes.js";
import type { RowTemplate } from "../src/edit/row-templates.js";
import type { DeclarationView } from "../src/model/document.js";
import { slotsOf, type Piece, type Rows } from "../src/model/piece.js";
import { formOf, textOfPieces } from "./form-text.js";

type Form = ReturnType<typeof formOf>["form"];

function declaration(form: Form, construct: ast.Declaration["kind"]): DeclarationView {
  const found = form.view.groups
    .flatMap(({ declarations }) => declarations)
    .find((each) => each.kind === "declaration" && each.construct === construct);
  return found as DeclarationView;
}

function rowsIn(pieces: readonly Piece[], block: string): Rows {
  const all = (list: readonly Piece[]): readonly Rows[] =>
    list.flatMap((piece) =>
      piece.kind === "rows" ? [piece, ...piece.rows.flatMap((row) => all([...row.key, ...row.pieces]))] : [],
    );
  return all(pieces).find((each) => each.block === block) as Rows;
}

const MODES = ["mode-half-even", "mode-down", "mode-up", "mode-floor", "mode-ceiling"] as const;
/** What takes the place of something else is not an option to be removed. */
const CHANGES: readonly string[] = ["another-name", "to-total"];

describe.each([
  [
    "ranking",
    "排名 全 按 总分",
    ["lowest-first", "within-group", "where", "ties-share", "ties-dense", "then-by", "head-to-head"],
  ],
  ["ranking", "排名 分项 按 各大类", ["lowest-first", "within-group", "where", "ties-share", "ties-dense"]],
  ["grades", "等次 年度 { 优秀: 总分 >= 90; 其余: 合格 }", ["by-ranking"]],
  ["award", "奖励 先进 全 第 1 名", ["to-place", "if", "pays"]],
  ["veto", "一票否决 安全 若 事故 > 0 { 不占名次 }", ["basis"]],
  ["edition", '版本 "2026"', ["effective"]],
  ["use", '引用 "a.rubric" 作 班子 按 乡镇', ["all-periods"]],
  ["constant", "常量 基数: 数值", ["default"]],
  ["output", "公布 甲 = 乙", ["rounds", "rounds-step"]],
  ["output", "公布 甲 = 乙 保留 2 位小数", MODES],
  ["rounding", "总分 取整到 0.5 分", MODES],
  ["award", "奖励 先进 全 第 1 .. 3 名 若 甲 发 1000 元", ["rounds"]],
  ["award", "奖励 先进 全 第 1 .. 3 名 若 甲 发 1000 元 保留 0 位小数", MODES],
  ["coefficient", "系数 甲 50% 用于 一, 二", ["if", "another-name", "to-total"]],
  ["requirement", "要求 甲 >= 0", ["message"]],
  ["policy", "政策 甲 >= 0", ["message"]],
] as const)("%s: %s", (construct, source, names) => {
  test("offers its optional clauses", () => {
    const { form } = formOf(`${source}\n`);
    expect(form.declarations.optionsOf(declaration(form, construct).span).additions.map(({ name }) => name)).toEqual(
      names,
    );
  });

  test.each(names.filter((name) => !CHANGES.includes(name)))("%s can be added and removed", (name) => {
    const { form, text } = formOf(`// 前\n${source} // 后\n`);
    const before = text.rubric;
    const offered = form.declarations.optionsOf(declaration(form, construct).span).additions;
    form.declarations.apply(offered.find((each) => each.name === name)?.edits ?? []);
    expect(text.rubric).not.toBe(before);
    expect(parse(text.rubric).findings).toEqual([]);
    const { removals } = form.declarations.optionsOf(declaration(form, construct).span);
    form.declarations.apply(removals.find((each) => each.name === name)?.edits ?? []);
    expect(text.rubric).toBe(before);
  });
});

test("a coefficient can be applied to parts, and to the total again", () => {
  const source = "系数 规模 按 人口 { < 1000: 1; 其余: 1.1 } 用于 总分\n";
  const { form, text } = formOf(source);
  const take = (name: string) => {
    const { additions } = form.declarations.optionsOf(declaration(form, "coefficient").span);
    form.declarations.apply(additions.find((each) => each.name === name)?.edits ?? []);
  };
  take("to-sections");
  expect(text.rubric).toContain("用于 待填");
  take("another-name");
  expect(text.rubric).toContain("用于 待填 、 待填");
  take("to-total");
  expect(text.rubric).toBe(source);
});

test("shared places can be replaced by a tie-breaker", () => {
  const { form, text } = formOf("排名 全 按 总分 并列 同名次\n");
  const { additions } = form.declarations.optionsOf(declaration(form, "ranking").span);
  form.declarations.apply(additions.find(({ name }) => name === "then-by")?.edits ?? []);
  expect(text.rubric).toBe("排名 全 按 总分 再按 待填\n");
});

test.each([
  ["再按 满意度, 直接胜负 比赛.积分 对手为 比赛.对手", "head-to-head", "再按 满意度"],
  [
    "再按 满意度 低者在前, 直接胜负 比赛.积分 对手为 比赛.对手 低者在前 同 片区",
    "head-to-head",
    "再按 满意度 低者在前 同 片区",
  ],
  ["再按 直接胜负 比赛.积分 对手为 比赛.对手, 满意度", "then-by", "再按 直接胜负 比赛.积分 对手为 比赛.对手"],
])("of several tie-breakers the last one is removed: %s", (written, name, left) => {
  const { form, text } = formOf(`排名 全 按 总分 ${written}\n`);
  const { removals } = form.declarations.optionsOf(declaration(form, "ranking").span);
  form.declarations.apply(removals.find((each) => each.name === name)?.edits ?? []);
  expect(text.rubric).toBe(`排名 全 按 总分 ${left}\n`);
});

describe("a key head to head", () => {
  const data =
    "数据 队 { 名: 文本 主键, 球数: 数值, 「比 赛」: 明细 { 主队: 文本, 「对 手」: 文本, 积分: 数值, 弃权: 是否 }, 裁判: 明细 { 姓名: 文本, 场次: 计数 } }\n";
  const slots = (form: Form) => slotsOf(declaration(form, "ranking").pieces).filter(({ type }) => type === "reference");

  test("takes its opponent and what it compares from the columns of lists", () => {
    const { form, text } = formOf(`${data}排名 全 按 总分\n`);
    const offered = form.declarations.optionsOf(declaration(form, "ranking").span).additions;
    form.declarations.apply(offered.find(({ name }) => name === "head-to-head")?.edits ?? []);
    const choices = (at: number) => {
      const slot = slots(form).at(at);
      const found = slot === undefined ? null : form.choicesFor(slot, null);
      return [found?.candidates.map(({ name }) => name), found?.mayCreate];
    };
    expect(choices(-1)).toEqual([["比 赛.主队", "比 赛.对 手", "裁判.姓名"], false]);
    expect(choices(-2)).toEqual([["比 赛.积分", "裁判.场次"], false]);
    expect(form.fill(slots(form).at(-1)!, "比 赛.对 手")).toBeNull();
    expect(choices(-2)).toEqual([["比 赛.积分"], false]);
    expect(form.fill(slots(form).at(-2)!, "比 赛.积分")).toBeNull();
    expect(text.rubric).toBe(`${data}排名 全 按 总分 再按 直接胜负 「比 赛」.积分 对手为 「比 赛」.「对 手」\n`);
    expect(slots(form).map(({ value }) => value)).toEqual(["总分", "比 赛.积分", "比 赛.对 手"]);
    expect(form.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(choices(0)).not.toEqual(choices(-1));
  });

  test.each([
    ["zh", "排名 [全] 按 [总分] ，再按 直接胜负 [比 赛.积分] 对手为 [比 赛.对 手] [低者在前]"],
    ["en", "ranking [全] by [总分] then by head to head [比 赛.积分] against [比 赛.对 手] [低者在前]"],
  ] as const)("is shown in full in %s", (lang, shown) => {
    const { form } = formOf(
      `${data}排名 全 按 总分 再按 直接胜负 「比 赛」.积分 对手为 「比 赛」.「对 手」 低者在前\n`,
      lang,
    );
    expect(textOfPieces(declaration(form, "ranking").pieces)).toBe(shown);
  });
});

test("declarations of one kind can be swapped, and are copied under a new name", () => {
  const { form, text } = formOf("奖励 甲 全 第 1 名\n// 中间\n奖励 乙 全 第 2 名\n");
  const first = declaration(form, "award");
  expect(form.declarations.move(first.span, 1)).toBe(text.rubric.indexOf("奖励 甲"));
  expect(text.rubric).toBe("奖励 乙 全 第 2 名\n// 中间\n奖励 甲 全 第 1 名\n");
  form.declarations.copy(declaration(form, "award").span);
  expect(text.rubric).toBe("奖励 乙 全 第 2 名\n奖励 乙2 全 第 2 名\n// 中间\n奖励 甲 全 第 1 名\n");
});

describe("optional attributes of an item or a section can be added and removed", () => {
  const source = "大类 甲 5 分 {\n  条目 乙 5 分 {\n    扣 1 分\n  }\n}\n";
  test.each(["assessor", "basis", "within", "applies", "rounds", "weight"] as const)("%s", (attribute) => {
    for (const name of ["甲", "乙"]) {
      const { form, text } = formOf(source);
      const span = (): readonly [number, number] => {
        const at = text.rubric.indexOf(`${name === "甲" ? "大类" : "条目"} ${name}`);
        return [at, at];
      };
      expect(form.parts.addAttribute(span(), attribute)).not.toBeNull();
      expect(parse(text.rubric).findings).toEqual([]);
      expect(removableFrom(form.parts.at(span())!.part)).toContain(attribute);
      form.parts.removeAttribute(span(), attribute);
      expect(text.rubric).toBe(source);
    }
  });
});

describe("rows between braces", () => {
  const added = (source: string, construct: ast.Declaration["kind"], block: string, name: RowTemplate): string => {
    const { form, text } = formOf(source);
    const rows = rowsIn(declaration(form, construct).pieces, block);
    const row = form.declarations.newRows(rows).find((each) => each.name === name);
    form.declarations.addRow(rows, row?.text ?? "");
    expect(parse(text.rubric).findings).toEqual([]);
    return text.rubric;
  };

  test.each([
    [
      "系数 甲 按 人口 { < 1000: 1; 1000 .. 3000: 1.05; 其余: 1.1 } 用于 总分",
      "1000 .. 3000: 1.05; 3000 .. 5000: 1.05; 其余",
    ],
    ["系数 甲 按 比例 { < 60%: 1 } 用于 总分", "< 60%: 1; 60% .. 120%: 1"],
    ["系数 甲 按 位次 { 1: 1.2; 2: 1.1; 其余: 1 } 用于 总分", "2: 1.1; 3: 1.1; 其余"],
    ["选项 档 (差 < 中 < 好)\n系数 甲 按 等次 { 差: 1; 中: 1.1 } 用于 总分", "中: 1.1; 好: 1.1"],
  ])("the next band goes on where the last one ends: %s", (source, expected) => {
    expect(added(`${source}\n`, "coefficient", "byTable", "band")).toContain(expected);
  });

  test("each effect of a veto is offered once", () => {
    const { form } = formOf("一票否决 安全 若 事故 > 0 { 不占名次 }\n");
    const rows = rowsIn(declaration(form, "veto").pieces, "veto");
    expect(form.declarations.newRows(rows).map(({ name }) => name)).toEqual([
      "no-awards",
      "unranked",
      "score-zero",
      "grade-at-most",
    ]);
    expect(added("一票否决 安全 若 事故 > 0 { 不占名次 }\n", "veto", "veto", "grade-at-most")).toContain(
      "{ 不占名次; 等次不高于 待填 }",
    );
  });

  test("a new level continues the order of the others, and can have a description", () => {
    const { form, text } = formOf('选项 档 (差 "很差" < 中 < 好)\n');
    const rows = () => rowsIn(declaration(form, "choice-declaration").pieces, "levels");
    form.declarations.addRow(rows(), form.declarations.newRows(rows())[0]?.text ?? "");
    expect(text.rubric).toBe('选项 档 (差 "很差" < 中 < 好 < 新档次)\n');
    const [description] = form.declarations.rowOptions(rows(), rows().rows[1]!);
    form.declarations.apply(description?.edits ?? []);
    expect(text.rubric).toBe('选项 档 (差 "很差" < 中 "" < 好 < 新档次)\n');
    form.declarations.removeRow(rows(), rows().rows[0]!);
    expect(text.rubric).toBe('选项 档 (中 "" < 好 < 新档次)\n');
    form.declarations.moveRow(rows(), rows().rows[0]!, 1);
    expect(text.rubric).toBe('选项 档 (好 < 中 "" < 新档次)\n');
  });

  test.each([
    ["甲: 计数", ["unit", "range", "default", "optional", "assessor"]],
    ["甲: 百分数", ["range", "default", "optional", "assessor"]],
    ["甲: 是否", ["default", "optional", "assessor"]],
    ["甲: 文本", ["default", "optional", "assessor"]],
    ["甲: 明细 { 乙: 文本 }", ["assessor"]],
    ["甲: 文本 主键", []],
  ])("optional clauses of a field: %s", (field, names) => {
    const source = `数据 表 {\n  ${field}\n}\n`;
    const option = (form: Form, name: string, isRemoval: boolean) => {
      const rows = rowsIn(declaration(form, "data").pieces, "fields");
      const found = form.declarations.rowOptions(rows, rows.rows[0]!);
      return found.find((each) => each.name === name && each.isRemoval === isRemoval);
    };
    const { form } = formOf(source);
    const rows = rowsIn(declaration(form, "data").pieces, "fields");
    expect(form.declarations.rowOptions(rows, rows.rows[0]!).map(({ name }) => name)).toEqual(names);
    for (const name of names) {
      const fresh = formOf(source);
      fresh.form.declarations.apply(option(fresh.form, name, false)?.edits ?? []);
      expect([name, parse(fresh.text.rubric).findings]).toEqual([name, []]);
      expect(fresh.text.rubric).not.toBe(source);
      fresh.form.declarations.apply(option(fresh.form, name, true)?.edits ?? []);
      expect(fresh.text.rubric).toBe(source);
    }
  });

  test("changing a type removes the clauses of the previous one", () => {
    for (const [field, type, expected] of [
      ['甲: 计数 次 0 .. 10 考核部门 "办"', "文本", '甲: 文本 考核部门 "办"'],
      ["甲: 选项 (差 < 好)", "计数", "甲: 计数"],
      ["甲: 明细 { 乙: 文本 }", "是否", "甲: 是否"],
      ["甲: 文本", "选项 (差 < 中 < 好)", "甲: 选项 (差 < 中 < 好)"],
    ] as const) {
      const { form, text } = formOf(`数据 表 {\n  ${field}\n}\n`);
      const [row] = rowsIn(declaration(form, "data").pieces, "fields").rows;
      const slot = row?.pieces.find((piece) => piece.kind === "slot" && piece.type === "choice");
      expect(slot?.kind === "slot" ? form.fill(slot, type) : "none").toBeNull();
      expect(text.rubric).toBe(`数据 表 {\n  ${expected}\n}\n`);
    }
  });

  test("the kind of limit of a band changes and its numbers are kept", () => {
    const { form, text } = formOf("系数 甲 按 人口 { 1000 .. 3000: 1; 其余: 2 } 用于 总分\n");
    const option = (name: string) => {
      const rows = rowsIn(declaration(form, "coefficient").pieces, "byTable");
      return form.declarations.rowOptions(rows, rows.rows[0]!).find((each) => each.name === name);
    };
    form.declarations.apply(option("below")?.edits ?? []);
    expect(text.rubric).toContain("{ < 3000: 1;");
    form.declarations.apply(option("at-least")?.edits ?? []);
    expect(text.rubric).toContain("{ >= 3000: 1;");
    expect(option("at-least")).toBeUndefined();
  });
});

describe.each([
  ["an item", "条目 甲 10 分 保留 1 位小数 { 得 满分 }\n"],
  ["a section", "大类 乙 10 分 取整到 0.5 分 { 条目 甲 10 分 { 得 满分 } }\n"],
])("the rounding of %s", (_, source) => {
  test.each(MODES)("takes %s, which can be removed again", (name) => {
    const { form, text } = formOf(source);
    const before = text.rubric;
    const part = form.view.parts[0] as { readonly span: readonly [number, number] };
    const { additions, removals } = form.parts.optionsOf(part.span);
    expect([additions.map((each) => each.name), removals]).toEqual([[...MODES], []]);
    form.parts.apply(additions.find((each) => each.name === name)?.edits ?? []);
    expect(text.rubric).not.toBe(before);
    const after = form.parts.optionsOf((form.view.parts[0] as typeof part).span);
    expect([after.additions, after.removals.map((each) => each.name)]).toEqual([[], [name]]);
    form.parts.apply(after.removals[0]?.edits ?? []);
    expect(text.rubric).toBe(before);
  });

  test("has no mode where nothing is rounded", () => {
    const { form } = formOf("条目 甲 10 分 { 得 满分 }\n");
    expect(form.parts.optionsOf(form.view.parts[0]?.span ?? [0, 0])).toEqual({ additions: [], removals: [] });
  });
});
