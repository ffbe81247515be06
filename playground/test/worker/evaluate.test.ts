// What the Worker computes from inputs: diagnostics, results, tests, locations of problems, explanations.

import { expect, test } from "vitest";
import { Evaluator } from "../../src/worker/evaluate.js";
import { sheet as sheetOf } from "../../src/worker/sheet.js";
import { smallRubric, smallTables } from "../store/small-rubric.js";

const inputs = { rubric: smallRubric, tables: smallTables, scenario: null, lang: "zh" } as const;

test("tests report which of them fail", () => {
  const tests = new Evaluator().evaluate(inputs).good?.tests ?? [];
  expect(tests.map(({ name, passed }) => [name, passed])).toEqual([
    ["满分", true],
    ["写错的", false],
  ]);
});

test("messages are in the requested language", () => {
  const broken = { ...inputs, rubric: smallRubric.replace("每 迟报 扣", "每 迟 扣") };
  const messages = (["zh", "en"] as const).map(
    (lang) => new Evaluator().evaluate({ ...broken, lang }).diagnostics[0]?.message ?? "",
  );
  expect(messages[0]).not.toBe(messages[1]);
  expect(messages[1]).toMatch(/[a-z]{3}/);
});

test("a text with errors gives no result, and the last result can still be explained", () => {
  const evaluator = new Evaluator();
  evaluator.evaluate(inputs);
  expect(evaluator.evaluate({ ...inputs, rubric: "考核" }).good).toBeNull();
  const sheet = sheetOf(evaluator.last!, { key: "甲", period: "2024" }, "zh");
  expect([sheet?.score, sheet?.parts.map(({ name }) => name)]).toEqual(["9.50", ["内务", "业务"]]);
});

test("a problem of a side table is located at its row in the grid, also after cells of several lines", () => {
  const list = {
    role: "list",
    name: "台账",
    header: ["名称", "年度", "事项", "日期"],
    rows: [
      ["甲", "2024", "两行\n的事", "2024-05-01"],
      ["甲", "2024", "脱岗", "五月"],
    ],
  } as const;
  const { good } = new Evaluator().evaluate({
    ...inputs,
    tables: [...smallTables.filter(({ role }) => role !== "list"), list],
  });
  expect(good?.problems.map(({ place }) => place).filter((place) => place?.role === "list")).toEqual([
    { role: "list", name: "台账", row: 1, column: "日期" },
  ]);
});

test("a subject that does not exist has no sheet", () => {
  const evaluator = new Evaluator();
  evaluator.evaluate(inputs);
  expect(sheetOf(evaluator.last!, { key: "无此单位", period: null }, "zh")).toBeNull();
});
