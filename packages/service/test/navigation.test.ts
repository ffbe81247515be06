import { describe, expect, it } from "vitest";
import { analyse } from "@yardstick/language";
import { definition, references } from "@yardstick/service";
import { at, inEnglishItem, inItem, textIn, type AtCursor } from "./cursor.js";

/** The text of the definition's line, and its marked part. */
function defined({ analysis, offset, source }: AtCursor) {
  const found = definition(analysis, offset);
  if (found === null) return null;
  const start = source.lastIndexOf("\n", found.span[0] - 1) + 1;
  return [textIn(source, found.span), source.slice(start).split("\n")[0]?.trim()];
}

describe("the definition", () => {
  it.each([
    ["每 迟报|次数 扣 0.1 分", ["迟报次数", '迟报次数: 计数 次 考核部门 "党政办"']],
    ["每 |迟报次数 扣 0.1 分", ["迟报次数", '迟报次数: 计数 次 考核部门 "党政办"']],
    ["每 迟报次数| 扣 0.1 分", ["迟报次数", '迟报次数: 计数 次 考核部门 "党政办"']],
    ["每 求和(台账.数|量) 扣 0.1 分", ["数量", "台账: 明细 { 事项: 文本, 数量: 计数 }"]],
    ["若 |评议 = 好 扣 1 分", ["评议", "评议: 档次"]],
  ])("of %j is %j", (line, expected) => {
    expect(defined(inItem(line))).toEqual(expected);
  });

  it("is found in English texts", () => {
    expect(defined(inEnglishItem("per la|te deduct 0.1 points"))?.[0]).toBe("late");
  });

  it("of a choice is its declaration", () => {
    expect(defined(at("选项 档次 (差 < 好)\n数据 社区 { 名称: 文本 主键; 评议: 档|次 }"))?.[1]).toBe(
      "选项 档次 (差 < 好)",
    );
  });

  it.each(["每 求|和(台账.数量) 扣 0.1 分", "每 迟报次数 |扣 0.1 分", "// 迟|报次数"])("of %j is none", (line) => {
    expect(defined(inItem(line))).toBeNull();
  });
});

describe("a used rubric", () => {
  const team = analyse(
    '考核 "班子"\n满分 5 分\n数据 班 { 名称: 文本 主键; 缺勤: 计数 次 }\n大类 内 5 分 { 条目 出勤 5 分 { 每 缺勤 扣 1 分 } }\n公布 净分 = 总分\n',
  );
  const uses = new Map([["team.rubric", team.program!]]);
  const place = (line: string) => {
    const marked = `引用 "team.rubric" 作 班子 按 街道\n满分 5 分\n数据 社区 { 名称: 文本 主键; 街道: 文本 }\n条目 甲 5 分 { ${line} }`;
    const offset = marked.indexOf("|");
    const source = marked.replace("|", "");
    return definition(analyse(source, { uses }), offset, (path) => (path === "team.rubric" ? team : null));
  };

  it("contains the definition of its results", () => {
    const found = place("得 班子.出|勤");
    expect([found?.path, textIn(team.tree.source, found!.span)]).toEqual(["team.rubric", "出勤"]);
  });

  it("is the definition of its total, at its beginning", () => {
    expect(place("得 班子.总|分")).toEqual({ path: "team.rubric", span: [0, 0] });
  });

  it("is the definition of its path; a missing one has none", () => {
    const source = '引用 "team.rubric" 作 班子 按 街道';
    expect(definition(analyse(source), 6, () => team)).toEqual({ path: "team.rubric", span: [0, 0] });
    expect(definition(analyse(source), 6)).toBeNull();
  });
});

describe("references", () => {
  it("are all occurrences of a name, its declaration first", () => {
    const { analysis, source } = inItem("每 迟报次数 扣 0.1 分; 若 迟报次数 > 9 扣 1 分|");
    const found = references(analysis, source.indexOf("迟报次数"));
    expect(found.map((span) => textIn(source, span))).toEqual(["迟报次数", "迟报次数", "迟报次数"]);
    const starts = found.map(([start]) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it("of levels are those of the same choice", () => {
    const { analysis, source } = inItem("若 评议 = |好 扣 1 分; 若 评议 ≠ 好 扣 1 分");
    const found = references(analysis, source.indexOf("= 好") + 2);
    expect(found.filter(([start]) => start > source.indexOf("大类"))).toHaveLength(2);
  });

  it("are none where there is no name", () => {
    const { analysis, offset } = inItem("每 迟报次数 |扣 0.1 分");
    expect(references(analysis, offset)).toEqual([]);
  });
});
