import { describe, expect, it } from "vitest";
import { parse, type ast } from "@yardstick/language";

function first(source: string): ast.Declaration {
  const { rubric, findings } = parse(source);
  expect(findings).toEqual([]);
  return rubric.declarations[0] as ast.Declaration;
}

describe("a range that is open at its end", () => {
  it.each([
    [
      "条目 a 5 分 { 每 x 介于 3 .. 扣 0.3 分 }",
      { lines: [{ per: { measure: { range: { to: null } } }, effect: "deduct" }] },
    ],
    [
      "item a 5 分 { per x between 3 .. add 0.3 分 }",
      { lines: [{ per: { measure: { range: { to: null } } }, effect: "add" }] },
    ],
    [
      "条目 a 5 分 { 酌情 扣 x 0 .. 除非 y }",
      { lines: [{ amount: { range: { to: null } }, suffixes: [{ kind: "unless" }] }] },
    ],
    ['条目 a 权重 5% 限 1% .. 依据 "x" { }', { within: { to: null }, basis: { value: "x" } }],
    ["数据 s { a: 数值 万元 1 .. 可空 }", { fields: [{ optional: true, type: { range: { to: null } } }] }],
    ["数据 s { a: 数值 万元 1 .. 主键 }", { fields: [{ key: true, type: { range: { to: null } } }] }],
    ['数据 s { a: number 万元 1 .. assessor "x" }', { fields: [{ assessor: { value: "x" } }] }],
  ])("leaves what follows alone: %s", (source, expected) => {
    expect(first(source)).toMatchObject(expected);
  });

  it("may still end in a field", () => {
    expect(first("条目 a 5 分 { 每 x 介于 3 .. 上限 扣 0.3 分 }")).toMatchObject({
      lines: [{ per: { measure: { range: { to: { path: [{ text: "上限" }] } } } } }],
    });
  });
});

describe("rows of a `by` table", () => {
  it.each([
    ["may begin with a sign", "设 a = 按 x {\n  -3: 1\n  -2 .. 0: 2\n}", 2],
    [
      "may begin with a comparison where another table stands in the first",
      "设 a = 按 按 x { < 1: 2; 其余: 3 } {\n  < 3: 1\n  >= 3: 2\n}",
      2,
    ],
    [
      "may begin with a comparison behind a table in brackets",
      "设 a = 按 (按 x { 1: 2; 其余: 3 }) {\n  < 3: 1\n  >= 3: 2\n}",
      2,
    ],
  ])("%s", (_, source, rows) => {
    const declaration = first(source);
    expect(declaration).toMatchObject({ value: { kind: "by" } });
    expect(declaration.kind === "let" && declaration.value.kind === "by" ? declaration.value.rows : []).toHaveLength(
      rows,
    );
  });

  it("are no excuse for lines elsewhere that begin with an operator", () => {
    expect(parse("排名 a 按 x\n条目 b 5 分 {\n  扣 1 分\n  < 3\n}").findings.map((f) => f.code)).toContain(
      "line-begins-with-operator",
    );
  });
});

describe("the place of an expression", () => {
  it.each([
    ["(a + b) * (c)", "(a + b) * (c)"],
    ["-(a)", "-(a)"],
    ["非 (a 且 b)", "非 (a 且 b)"],
    ["(a) ^ 2 + (b)", "(a) ^ 2 + (b)"],
    ["(a)", "a"],
  ])("of %s reaches over the brackets of its operands", (text, expected) => {
    const source = `设 x = ${text}`;
    const declaration = first(source);
    expect(declaration.kind === "let" ? source.slice(...declaration.value.span) : "").toBe(expected);
  });
});
