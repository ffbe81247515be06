import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert, constantFrom, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedAt, MAX_STEPS } from "../../src/syntax/expected.js";
import { runs } from "../../../../test/properties.js";
import { theProbe } from "../../src/syntax/probe.js";
import { tokenTypes } from "../../src/syntax/tokens.js";
import { expectedByParsing } from "./expected-by-parsing.js";

const root = fileURLToPath(new URL("../../../../test/corpus", import.meta.url));
const corpus = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter(({ name }) => /(?<!\.formatted)\.rubric$/.test(name))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8"));

describe("what is expected at a place", () => {
  test("is what the whole parser takes there", () => {
    assert(
      property(constantFrom(...corpus), nat(), (source, at) => {
        const offset = at % (source.length + 1);
        const found = expectedAt(source, offset);
        // Beyond the bound it is what was known by then.
        if (theProbe().steps >= MAX_STEPS) return;
        const whole = expectedByParsing(source, offset);
        // Of brackets inside brackets only the innermost three are read, so that fewer rules are open; what is taken is the same.
        const isDeep = /\({4}/u.test(source.slice(0, offset));
        expect(isDeep ? { ...found, rules: [] } : found).toEqual(isDeep ? { ...whole, rules: [] } : whole);
      }),
      // Each is hundreds of parses.
      runs(0.01),
    );
  });

  const head = 'rubric "r"\ntotal 10 points\ndata c { name: text key, n: count }\n';
  const inItem = `${head}item a 10 points { `;

  test.each([
    ["open brackets", (depth: number) => `${head}let x = ${"(".repeat(depth)}`],
    ["conditions in conditions", (depth: number) => inItem + "if n > 1 { ".repeat(depth)],
    ["conditions in conditions, one a line", (depth: number) => inItem + "if n > 1 {\n".repeat(depth)],
    ["conditions without braces", (depth: number) => inItem + "if n ".repeat(depth)],
    ["sums in brackets", (depth: number) => `${head}let x = ${"(n + ".repeat(depth)}`],
    ["calls in calls", (depth: number) => `${head}let x = ${"sum(n + ".repeat(depth)}`],
    ["a long sum", (depth: number) => `${head}let x = ${"n + ".repeat(depth * 10)}`],
    ["tables in tables", (depth: number) => `${head}let x = ${"by n { 1: ".repeat(depth)}`],
    ["lists in lists", (depth: number) => `${head.slice(0, -2)}, ${"l: list { ".repeat(depth)}`],
    ["sections in sections", (depth: number) => head + "section s 1 point { ".repeat(depth)],
    ["mistakes on a line", (depth: number) => `${inItem}per ${"n ) ] .. deduct ".repeat(depth)}`],
  ])("takes a bounded number of steps: %s", (_, made) => {
    for (const depth of [1, 5, 20, 50, 200]) {
      const source = made(depth);
      expectedAt(source, source.length);
      // Each question after the last of them takes a step to see that none is left.
      expect(theProbe().steps).toBeLessThan(MAX_STEPS + tokenTypes.length);
    }
  });

  test.each([
    [`${head}let x = ${"(".repeat(20)}`, `${head}let x = (`],
    [inItem + "if n > 1 { ".repeat(50), `${inItem}if n > 1 { `],
    [inItem + "if n > 1 {\n".repeat(50), `${inItem}if n > 1 {\n`],
  ])("is the same however deep it is: %j", (deep, flat) => {
    const { rules: deepRules, word: _1, before: _2, ...found } = expectedAt(deep, deep.length);
    const { rules, word: _3, before: _4, ...wanted } = expectedAt(flat, flat.length);
    expect(found).toEqual(wanted);
    expect(deepRules.at(-1)).toBe(rules.at(-1));
  });
});
