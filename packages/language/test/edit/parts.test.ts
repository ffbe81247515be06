import { describe, expect, it } from "vitest";
import {
  addDeclaration,
  addField,
  addPart,
  applyEdits,
  movePart,
  parse,
  removePart,
  wrapInSection,
} from "@yardstick/language";
import { after, marked } from "./marked-source.js";

const section = `大类 党群 9 分 {
  // 先说组织
  条目 组织 5 分 {
    扣 1 分
  }

  /// 宣传
  条目 宣传 4 分 { 扣 1 分 }  // 行末
}
`;

describe("a new part", () => {
  const text = "条目 新 3 分 {\n  扣 1 分\n}";
  const into = (source: string, index: number, part: string): string | null =>
    after(source, ({ parsed, at }) => addPart(parsed, at, index, part));

  it("is set in as its neighbours are, and parted from them as they are", () => {
    expect(into(`|${section.trimEnd()}|\n`, 1, text)).toBe(
      section.replace("\n\n  /// 宣传", "\n\n  条目 新 3 分 {\n    扣 1 分\n  }\n\n  /// 宣传"),
    );
    expect(into(`|${section.trimEnd()}|\n`, 2, text)).toBe(
      section.replace("// 行末\n", "// 行末\n\n  条目 新 3 分 {\n    扣 1 分\n  }\n"),
    );
    expect(into(`|${section.trimEnd()}|\n`, 0, text)).toBe(
      section.replace("  // 先说组织", "  条目 新 3 分 {\n    扣 1 分\n  }\n\n  // 先说组织"),
    );
  });

  it.each([
    ["into an empty section", "|大类 甲 {}|", 0, "条目 乙 { 扣 1 }", "大类 甲 { 条目 乙 { 扣 1 } }"],
    [
      "in lines into an empty section",
      "  |大类 甲 { }|",
      0,
      text,
      "  大类 甲 {\n    条目 新 3 分 {\n      扣 1 分\n    }\n  }",
    ],
    [
      "into a section on one line",
      "|大类 甲 { 条目 乙 { 扣 1 }; 条目 丙 { 扣 1 } }|",
      1,
      "条目 丁 { 扣 1 }",
      "大类 甲 { 条目 乙 { 扣 1 }; 条目 丁 { 扣 1 }; 条目 丙 { 扣 1 } }",
    ],
    [
      "at the end of a line",
      "|大类 甲 { 条目 乙 { 扣 1 } }|",
      9,
      "条目 丁 { 扣 1 }",
      "大类 甲 { 条目 乙 { 扣 1 }; 条目 丁 { 扣 1 } }",
    ],
    [
      "into a case of a section",
      "大类 甲 按 乙 {\n  |丙 {\n    条目 丁 { 扣 1 }\n  }|\n  其余 {}\n}",
      1,
      "条目 戊 { 扣 1 }",
      "大类 甲 按 乙 {\n  丙 {\n    条目 丁 { 扣 1 }\n    条目 戊 { 扣 1 }\n  }\n  其余 {}\n}",
    ],
    [
      "with the line ends of the text",
      "|大类 甲 {\r\n  条目 乙 { 扣 1 }\r\n}|\r\n",
      1,
      text,
      "大类 甲 {\r\n  条目 乙 { 扣 1 }\r\n  条目 新 3 分 {\r\n    扣 1 分\r\n  }\r\n}\r\n",
    ],
    [
      "between a comment at a line's end and what it documents",
      "|大类 甲 {\n  条目 乙 { 扣 1 } /// 丙的说明\n  条目 丙 { 扣 1 }\n}|",
      1,
      "条目 丁 { 扣 1 }",
      "大类 甲 {\n  条目 乙 { 扣 1 }\n  条目 丁 { 扣 1 } /// 丙的说明\n  条目 丙 { 扣 1 }\n}",
    ],
  ])("goes %s", (_, source, index, part, expected) => {
    expect(into(source, index, part)).toBe(expected);
  });

  it("goes into the file itself", () => {
    const source = '考核 "甲"\n\n// 说明\n大类 乙 {}\n';
    const edits = addPart(parse(source), null, 1, "大类 丙 {}");
    expect(applyEdits(source, edits ?? [])).toBe('考核 "甲"\n\n大类 丙 {}\n\n// 说明\n大类 乙 {}\n');
  });

  it.each([
    ["two parts", "条目 乙 {}\n条目 丙 {}"],
    ["what is no part", "排名 甲 按 总分"],
    ["a text with errors", "条目 乙 {"],
    ["a text that closes the section first", "条目 乙 {} } 大类 丙 {"],
  ])("cannot be %s", (_, part) => {
    expect(into("|大类 甲 {}|", 0, part)).toBeNull();
  });
});

describe("a part is taken out", () => {
  it.each([
    [
      "with the comments above it and at its end",
      section.replace("条目 宣传 4 分 { 扣 1 分 }", "|条目 宣传 4 分 { 扣 1 分 }|"),
      "大类 党群 9 分 {\n  // 先说组织\n  条目 组织 5 分 {\n    扣 1 分\n  }\n}\n",
    ],
    [
      "with a blank line that would be one too many",
      section.replace("条目 组织 5 分 {\n    扣 1 分\n  }", "|条目 组织 5 分 {\n    扣 1 分\n  }|"),
      "大类 党群 9 分 {\n  /// 宣传\n  条目 宣传 4 分 { 扣 1 分 }  // 行末\n}\n",
    ],
    ["from a line it shares", "大类 甲 { 条目 乙 {}; |条目 丙 {}|; 条目 丁 {} }", "大类 甲 { 条目 乙 {}; 条目 丁 {} }"],
    ["at the end of a line", "大类 甲 { 条目 乙 {}; |条目 丙 {}| }", "大类 甲 { 条目 乙 {} }"],
    ["as the last one, and nothing is left between the braces", "大类 甲 {\n  |条目 乙 {}|\n}", "大类 甲 {}"],
    [
      "while a comment apart from it stays",
      "大类 甲 {\n  // 总的说明\n\n  |条目 乙 {}|\n}",
      "大类 甲 {\n  // 总的说明\n}",
    ],
  ])("%s", (_, source, expected) => {
    expect(after(source, ({ parsed, at }) => removePart(parsed, at))).toBe(expected);
  });
});

describe("a part is moved", () => {
  const move = (source: string, target: string | null, index: number): string | null =>
    after(source, ({ parsed, at, source: text }) => {
      const into = parsed.rubric.declarations.find((d) => d.kind === "section" && d.name.text === target);
      expect(text).toContain(target ?? "");
      return movePart(parsed, at, target === null ? null : (into ?? null), index);
    });

  it("to another section, with its comments, indented again", () => {
    const source = `大类 甲 {
    // 说明
    |条目 丙 5 分 {
        扣 1 分 /* 一
   二 */
    }| // 末
    条目 丁 {}
}
大类 乙 {
  条目 戊 {}
}
`;
    expect(move(source, "乙", 0)).toBe(`大类 甲 {
    条目 丁 {}
}
大类 乙 {
  // 说明
  条目 丙 5 分 {
      扣 1 分 /* 一
   二 */
  } // 末
  条目 戊 {}
}
`);
  });

  it.each([
    [
      "down in its section",
      "大类 甲 {\n  |条目 乙 {}|\n  条目 丙 {}\n  条目 丁 {}\n}",
      "甲",
      1,
      "大类 甲 {\n  条目 丙 {}\n  条目 乙 {}\n  条目 丁 {}\n}",
    ],
    ["to the end", "大类 甲 {\n  |条目 乙 {}|\n  条目 丙 {}\n}", "甲", 1, "大类 甲 {\n  条目 丙 {}\n  条目 乙 {}\n}"],
    ["up", "大类 甲 { 条目 乙 {}; |条目 丙 {}| }", "甲", 0, "大类 甲 { 条目 丙 {}; 条目 乙 {} }"],
    ["nowhere", "大类 甲 {\n  |条目 乙 {}|\n  条目 丙 {}\n}", "甲", 0, "大类 甲 {\n  条目 乙 {}\n  条目 丙 {}\n}"],
    ["out of its section", "大类 甲 {\n  |条目 乙 {}|\n}\n", null, 1, "大类 甲 {}\n条目 乙 {}\n"],
  ])("%s", (_, source, target, index, expected) => {
    expect(move(source, target, index)).toBe(expected);
  });

  it("but not into itself", () => {
    expect(move("|大类 甲 {}|", "甲", 0)).toBeNull();
  });
});

describe("parts are wrapped in a section", () => {
  it("that stands where they stood, and they are set in", () => {
    const source = `// 头
/// 组织
条目 甲 5 分 { // 一
  扣 1 分 /* 注
释 */
}

条目 乙 4 分 { 扣 1 分 } // 二
排名 丙 按 总分
`;
    const parsed = parse(source);
    const edits = wrapInSection(parsed, parsed.rubric.declarations.slice(0, 2), "大类 党群 9 分");
    expect(applyEdits(source, edits ?? [])).toBe(`大类 党群 9 分 {
  // 头
  /// 组织
  条目 甲 5 分 { // 一
    扣 1 分 /* 注
释 */
  }

  条目 乙 4 分 { 扣 1 分 } // 二
}
排名 丙 按 总分
`);
  });

  it("on their line where they share it", () => {
    const { parsed, source } = marked("大类 甲 { 条目 乙 {}; 条目 丙 {} }");
    const [outer] = parsed.rubric.declarations;
    const parts = outer?.kind === "section" ? outer.parts.slice(1) : [];
    expect(applyEdits(source, wrapInSection(parsed, parts, "大类 丁") ?? [])).toBe(
      "大类 甲 { 条目 乙 {}; 大类 丁 { 条目 丙 {} } }",
    );
  });

  it("only if they follow each other", () => {
    const parsed = parse("条目 甲 {}\n条目 乙 {}\n条目 丙 {}\n");
    const [first, , third] = parsed.rubric.declarations;
    expect(wrapInSection(parsed, [first!, third!], "大类 丁")).toBeNull();
    expect(wrapInSection(parsed, [], "大类 丁")).toBeNull();
    expect(wrapInSection(parsed, [first!], "条目 丁")).toBeNull();
  });
});

describe("a new field", () => {
  it.each([
    ["in a data block", "|数据 甲 {\n  乙: 文本 主键\n}|", 1, "数据 甲 {\n  乙: 文本 主键\n  迟报: 计数 次 = 0\n}"],
    ["on its line", "|data 甲 { 乙: text key }|", 0, "data 甲 { 迟报: 计数 次 = 0, 乙: text key }"],
    [
      "as the column of a list",
      "数据 甲 {\n  乙: |明细 { 丙: 文本 }|\n}",
      1,
      "数据 甲 {\n  乙: 明细 { 丙: 文本, 迟报: 计数 次 = 0 }\n}",
    ],
  ])("stands %s", (_, source, index, expected) => {
    expect(after(source, ({ parsed, at }) => addField(parsed, at, index, "迟报: 计数 次 = 0"))).toBe(expected);
  });
});

describe("a new declaration", () => {
  const source = '考核 "甲"\n满分 9 分\n\n大类 乙 9 分 {}\n\n排名 丙 按 总分\n\n奖励 丁 丙 第 1 名\n';

  it.each([
    ["behind the last of its kind", "排名 戊 按 总分", "排名 丙 按 总分\n\n排名 戊 按 总分\n\n奖励 丁 丙 第 1 名\n"],
    [
      "where its kind stands by custom",
      "一票否决 戊 若 己 { 不排名 }",
      "大类 乙 9 分 {}\n\n一票否决 戊 若 己 { 不排名 }\n\n排名 丙 按 总分",
    ],
    ["at the end", '样例 "戊" {}', '第 1 名\n\n样例 "戊" {}\n'],
  ])("stands %s", (_, text, expected) => {
    const edits = addDeclaration(parse(source), text);
    expect(applyEdits(source, edits ?? [])).toContain(expected);
  });

  it("begins an empty file", () => {
    expect(applyEdits(" \n", addDeclaration(parse(" \n"), '考核 "甲"') ?? [])).toBe('考核 "甲"\n');
  });
});
