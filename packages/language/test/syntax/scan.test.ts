import { describe, expect, it } from "vitest";
import { parse } from "@yardstick/language";
import type { NumberPayload } from "@yardstick/language";

/** Each token as `Type:image`, keywords by their spelling; numbers as `digits unit`. */
function words(source: string): string[] {
  return parse(source).tree.tokens.map((t) => {
    if (t.tokenType.name !== "Number") return `${t.tokenType.name}:${t.image}`;
    const { digits, unit } = t.payload as NumberPayload;
    return `Number:${digits}${unit === null ? "" : ` ${unit}`}`;
  });
}

function codes(source: string): string[] {
  return parse(source).findings.map((f) => f.code);
}

describe("words", () => {
  it.each([
    ["扣0.1分", ['"扣":扣', "Number:0.1 分"]],
    ["前3名", ['"前":前', "Number:3 名"]],
    ["每5次 迟报", ['"每":每', "Number:5 次", "Identifier:迟报"]],
    ["条目1", ["Identifier:条目1"]],
    ["per1", ["Identifier:per1"]],
    ["3000 元", ["Number:3000 元"]],
    ["5 万元", ["Number:5 万元"]],
    ["2 个百分点", ["Number:2 个百分点"]],
    ["２５％", ["Number:25 %"]],
    ["12‰", ["Number:12 ‰"]],
    ["60 至 80", ["Number:60", "Range:至", "Number:80"]],
    ["60至80", ["Number:60", "Range:至", "Number:80"]],
    ["0～1 分", ["Number:0", "Range:～", "Number:1 分"]],
    ["至多", ["Identifier:至多"]],
    ["2008年1月31日", ["Date:2008年1月31日"]],
    ["2008-01-31", ["Date:2008-01-31"]],
    ["2008 年", ["Number:2008 年"]],
    ["“迟报”", ["Text:“迟报”"]],
    ["「按 时」", ["QuotedName:「按 时」"]],
    ["up to 3 points", ['"up to":up to', "Number:3 points"]],
    ["加分 仅限 甲、乙", ['"加分 仅限":加分 仅限', "Identifier:甲", "Comma:、", "Identifier:乙"]],
    ["加分仅限 甲", ['"加分仅限":加分仅限', "Identifier:甲"]],
    ["score 0", ['"score 0":score 0']],
  ])("reads %s", (source, expected) => {
    expect(words(source)).toEqual(expected);
  });
});

describe("lines", () => {
  it.each([
    ["一\n二", ["Identifier:一", "Sep:\n", "Identifier:二"]],
    ["一 +\n二", ["Identifier:一", "Plus:+", "Identifier:二"]],
    ["(一\n二)", ["LParen:(", "Identifier:一", "Identifier:二", "RParen:)"]],
    ["一；二。三", ["Identifier:一", "Sep:；", "Identifier:二", "Sep:。", "Identifier:三"]],
    ["一 // 注\n\n\n二", ["Identifier:一", "Sep:\n", "Identifier:二"]],
    ["一 /* 注\n注 */ 二", ["Identifier:一", "Sep:\n", "Identifier:二"]],
    ["一\n{", ["Identifier:一", "LCurly:{"]],
  ])("separates %j", (source, expected) => {
    expect(words(source)).toEqual(expected);
  });
});

describe("what cannot be read is one diagnostic with its place", () => {
  it.each([
    ["设 a = |1|次迟报", "number-touches-letters", "1次迟报"],
    ["设 a = |1e999999999|", "number-touches-letters", "1e999999999"],
    ["设 a = |1,234|", "thousands-separator", "1,234"],
    ["设 a = |2023-02-29|", "no-such-day", "2023-02-29"],
    ['考核 |"没有结尾|', "unclosed-text", '"没有结尾'],
    ["设 a|\u202e| = 1", "hidden-character", "\u202e"],
    ["设 a = 1 |★★|", "stray-character", "★★"],
    ["设 a = 1\n|+| 2", "line-begins-with-operator", "+"],
    ["|/*| 没有结尾", "unclosed-comment", "/*"],
    [`设 a = |${"9".repeat(100)}|`, "number-too-long", "9".repeat(100)],
  ])("%s", (marked, code, text) => {
    const source = marked.replaceAll("|", "");
    const found = parse(source).findings;
    expect(found.map((f) => f.code)).toEqual([code]);
    expect(source.slice(...found[0]!.span)).toBe(text);
  });

  it("removes the diagnostic when its fix is applied", () => {
    for (const source of ["设 a = 5次迟报", "设 a = 1,234", '考核 "没有结尾', "设 a\u202e = 1", "设 a = 1 ★"]) {
      const [found] = parse(source).findings;
      const [edit] = found!.fixes[0]!.edits;
      const mended = source.slice(0, edit!.span[0]) + edit!.text + source.slice(edit!.span[1]);
      expect(codes(mended)).not.toContain(found!.code);
    }
  });
});
