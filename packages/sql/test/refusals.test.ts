// Each refusal has a code that the README and the guide explain, and a message in both languages that names a way out.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { refusalCodes, toSql } from "../src/index.js";
import { compiled } from "./compiled.js";

const rubric = (fields: string, item: string, more = "") =>
  compiled(
    `rubric "Refused"\ntotal 10 points\ndata office { name: text key, ${fields} }\nitem work 10 points { ${item} }\n${more}`,
  );

describe("refusals", () => {
  test.each([
    ["sql-too-wide", rubric("done: number", "earn 1 point * done ^ 9")],
    [
      "sql-row-order",
      rubric(
        "ledger: list { matter: text, size: number 0 .. 10 }",
        "each ledger deduct 1 point * size highest per matter",
      ),
    ],
    ["sql-periods", rubric("year: period", "if previous(score) > 5 deduct 1 point")],
  ])("%s refuses a score", (code, program) => {
    const { text, refusals } = toSql(program);
    expect([text, refusals.map((refusal) => refusal.code)]).toEqual([null, [code]]);
    for (const { zh, en } of refusals) {
      expect(zh).toMatch(/^[^a-z]*[\u4e00-\u9fff].*请/u);
      expect(en).toMatch(/\. (?:Declare|Name|Score|Round|Use)/u);
    }
  });

  test.each([
    [["2007", "2007年"]],
    [["2007", "２００７"]],
    [["2008年上半年", "2008 H1"]],
    [["2007", "08年"]],
    [["2007", "'08"]],
  ])("periods %j are not taken for two, or put in an order", (periods) => {
    const program = rubric("year: period", "if previous(score) > 5 deduct 1 point");
    const { text, refusals } = toSql(program, { tables: { periods } });
    expect([text, refusals.map(({ code }) => code)]).toEqual([null, ["sql-period-spelling"]]);
    expect(toSql(program, { tables: { periods: ["2007", "2008", "2008年上半年", "2008年1月"] } }).refusals).toEqual([]);
  });

  test("what one result needs leaves that out alone", () => {
    const program = rubric(
      "year: period, done: number 0 .. 10, target: number 1 .. 10",
      "earn full * done / target",
      "output best = highest(done / target)\noutput rounded = highest(round(done / target, 4))\nconsequence warning if running(score < 5) >= 2",
    );
    const { text, leftOut } = toSql(program);
    expect(leftOut.map(({ of, name, refusal }) => [of, name, refusal.code])).toEqual([
      ["consequence", "warning", "sql-periods"],
      ["output", "best", "sql-cohort-of-quotients"],
    ]);
    expect(text).toContain('AS "rounded"');
    expect(text).not.toContain('AS "best"');
  });

  test("are explained in the README and in both guides", () => {
    const page = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
    for (const path of ["../README.md", "../../../docs/guide/queries.en.md", "../../../docs/guide/queries.zh.md"])
      expect([path, refusalCodes.filter((code) => !page(path).includes(`\`${code}\``))]).toEqual([path, []]);
  });
});
