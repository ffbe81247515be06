// Several parts moved, copied and pasted, also from another rubric: names stay unique, comments are kept, each is one
// step of undo.

import { parse } from "@yardstick/language";
import { describe, expect, test } from "vitest";
import { allParts, formOf } from "./form-text.js";

const source = `满分 20 分
数据 表 { 名称: 文本 主键, 迟报: 计数 次, 等级: 档 }
选项 档 (差 < 好)

大类 甲 12 分 {
  // 关于一
  条目 一 4 分 { 每 迟报 扣 0.1 分 }
  条目 二 4 分 { 若 等级 = 差 扣 1 分 } // 二
  条目 三 4 分 { 酌情 扣 不力 0 .. 1 分 }
}

大类 乙 8 分 {
  条目 四 8 分 { 扣 1 分 }
}
`;

type Form = ReturnType<typeof formOf>["form"];

const namesOf = (form: Form): readonly string[] =>
  allParts(form.view.parts).map((part) => (part.kind === "card" ? "card" : (part.name?.value ?? "")));

function spanOf(form: Form, name: string): readonly [number, number] {
  const found = allParts(form.view.parts).find((part) => part.kind !== "card" && part.name?.value === name);
  return found?.span ?? [-1, -1];
}

test("edits of the form end lines as the text does", () => {
  const breaks = (text: string) => text.replace(/\r?\n/gu, "\r\n");
  const { form, text } = formOf(breaks(source));
  form.parts.copy([spanOf(form, "甲")]);
  form.parts.moveTo([spanOf(form, "一")], { beside: spanOf(form, "四"), side: "before" });
  form.parts.add("item", null, null);
  form.parts.addVariants(spanOf(form, "乙"));
  expect(text.rubric.length).toBeGreaterThan(breaks(source).length);
  expect(text.rubric).toBe(breaks(text.rubric));
});

describe("several items", () => {
  test("move together, with their comments", () => {
    const { form, text } = formOf(source);
    const spans = ["一", "三"].map((name) => spanOf(form, name));
    const at = form.parts.moveTo(spans, { beside: spanOf(form, "四"), side: "before" });
    expect(namesOf(form)).toEqual(["甲", "二", "乙", "一", "三", "四"]);
    expect(text.rubric.slice(at ?? 0)).toMatch(/^条目 三/);
    expect(text.rubric.indexOf("// 关于一")).toBe(text.rubric.indexOf("条目 一") - "// 关于一\n  ".length);
    expect(parse(text.rubric).findings).toEqual([]);
  });

  test("move by one position, and not beyond the end", () => {
    const { form } = formOf(source);
    form.parts.move(
      ["一", "二"].map((name) => spanOf(form, name)),
      1,
    );
    expect(namesOf(form)).toEqual(["甲", "三", "一", "二", "乙", "四"]);
    expect(form.parts.move([spanOf(form, "二")], 1)).toBeNull();
    form.parts.move(
      ["一", "二"].map((name) => spanOf(form, name)),
      -1,
    );
    expect(namesOf(form)).toEqual(["甲", "一", "二", "三", "乙", "四"]);
  });

  test("move into a section, as its first or last", () => {
    const { form } = formOf(source);
    form.parts.moveTo([spanOf(form, "一")], { into: spanOf(form, "乙"), at: "first" });
    form.parts.moveTo([spanOf(form, "二")], { into: spanOf(form, "乙"), at: "last" });
    expect(namesOf(form)).toEqual(["甲", "三", "乙", "一", "四", "二"]);
  });

  test("an item that is selected together with its section moves once, with the section", () => {
    const { form, text } = formOf(source);
    form.parts.moveTo(
      ["甲", "一"].map((name) => spanOf(form, name)),
      { beside: spanOf(form, "乙"), side: "after" },
    );
    expect(namesOf(form)).toEqual(["乙", "四", "甲", "一", "二", "三"]);
    form.parts.remove(["甲", "二"].map((name) => spanOf(form, name)));
    expect(namesOf(form)).toEqual(["乙", "四"]);
    expect(parse(text.rubric).findings).toEqual([]);
  });

  test("a section cannot move into itself", () => {
    const { form, text } = formOf(source);
    expect(form.parts.moveTo([spanOf(form, "甲")], { into: spanOf(form, "甲"), at: "last" })).toBeNull();
    expect(text.rubric).toBe(source);
  });

  test("are copied after the last of them, in order, under free names", () => {
    const { form } = formOf(source);
    form.parts.copy(["一", "三"].map((name) => spanOf(form, name)));
    expect(namesOf(form)).toEqual(["甲", "一", "二", "三", "一2", "三2", "乙", "四"]);
    expect(form.diagnostics.filter(({ code }) => code.includes("name"))).toEqual([]);
  });
});

describe("copied parts", () => {
  test("are pasted into the same rubric in order, without declarations that exist", () => {
    const { form, text } = formOf(source);
    const kit = form.parts.kitOf(["一", "二"].map((name) => spanOf(form, name)));
    form.parts.paste(kit, spanOf(form, "四"));
    expect(namesOf(form)).toEqual(["甲", "一", "二", "三", "乙", "四", "一2", "二2"]);
    expect(text.rubric.match(/迟报: 计数/g)).toHaveLength(1);
    expect(text.rubric.match(/选项 档/g)).toHaveLength(1);
  });

  test("add the fields and levels that they read to another rubric", () => {
    const from = formOf(source).form;
    const kit = from.parts.kitOf(["一", "二"].map((name) => spanOf(from, name)));
    for (const other of ["", "数据 单位 {\n  名称: 文本 主键\n}\n大类 丙 8 分 {\n}\n", "section c 8 {\n}\n"]) {
      const { form, text } = formOf(other);
      const after = allParts(form.view.parts)[0]?.span ?? null;
      const at = form.parts.paste(kit, after);
      expect(text.rubric.slice(at ?? 0)).toMatch(/^条目 二/);
      expect(parse(text.rubric).findings).toEqual([]);
      expect(form.diagnostics.filter(({ code }) => code === "unknown-name")).toEqual([]);
      expect(namesOf(form).slice(-2)).toEqual(["一", "二"]);
    }
  });

  test("text without parts is rejected", () => {
    const { form, text } = formOf(source);
    for (const other of ["你好", "满分 5 分", "条目 甲 5 分 {", "条目 甲 5 分 { 扣 1 分 }\n排名 甲 按 总分"])
      expect(form.parts.paste(other, null)).toBeNull();
    expect(text.rubric).toBe(source);
  });
});

describe("a section by kinds of subjects", () => {
  test("is made from a plain one, and gets a case for the next level", () => {
    const { form, text } = formOf(
      "数据 表 { 名: 文本 主键, 类: 选项(城区, 农村) }\n大类 甲 4 分 {\n  条目 一 4 分 { 扣 1 分 }\n}\n",
    );
    form.parts.addVariants(spanOf(form, "甲"));
    expect(text.rubric).toContain("大类 甲 4 分 按 待填 {\n  其余 {\n    条目 一 4 分 { 扣 1 分 }\n  }\n}");
    const section = form.view.parts[0];
    const by = section?.kind === "section" ? section.by.find((piece) => piece.kind === "slot") : undefined;
    expect(by?.kind === "slot" ? form.fill(by, "类") : "none").toBeNull();
    form.parts.addCase(spanOf(form, "甲"));
    expect(text.rubric).toContain("  城区 {\n  }\n  其余 {");
    const now = form.view.parts[0];
    const first = now?.kind === "section" ? now.cases[0] : undefined;
    form.parts.add("item", first ?? null, null);
    expect(text.rubric).toMatch(/城区 \{\n {4}条目 新条目 4 分 \{/);
    expect(parse(text.rubric).findings).toEqual([]);
  });
});

test("a block can get an otherwise", () => {
  const { form, text } = formOf("条目 甲 5 分 {\n  若 乙 {\n    扣 1 分\n  }\n}\n");
  const at = text.rubric.indexOf("若 乙");
  form.lines.addOtherwise([at, at]);
  expect(text.rubric).toBe("条目 甲 5 分 {\n  若 乙 {\n    扣 1 分\n  } 否则 {\n    每 待填 扣 0.1 分\n  }\n}\n");
  expect(form.lines.addOtherwise([at, at])).toBeNull();
});
