// What an evaluation leaves out, because it is the same as before, is restored on the page: the result of any edits is the
// same as if everything were sent, and an edit of a cell sends neither the program nor the names.

import { array, assert, constant, constantFrom, integer, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../test/properties.js";
import { changedEvaluation, wholeEvaluation } from "../../src/protocol/evaluation-changes.js";
import type { Evaluation, Good, Inputs, SentEvaluation } from "../../src/protocol/protocol.js";
import { Evaluator, hasMany } from "../../src/worker/evaluate.js";
import { ManySubjects } from "../../src/worker/many-subjects.js";
import { withProblemTexts } from "../../src/worker/problem-texts.js";

const rubric = `考核 "许多"
满分 10 分
数据 单位 {
  名称: 文本 主键
  年度: 期别
  迟报: 计数 次
}
条目 内务 10 分 { 每 迟报 扣 0.1 分 }
排名 全区 按 总分
样例 "不扣" { 给定 { 迟报: 0 } 应得 { 总分: 10 } }
`;
const rows = Array.from({ length: 420 }, (_, row) => [`单位${row}`, "2024", row % 90 === 3 ? "" : String(row % 31)]);
const history = {
  role: "history",
  name: "",
  header: ["名称", "年度", "总分", "全区"],
  rows: [["单位1", "2023", "9.0", "2"]],
} as const;
const first: Inputs = {
  rubric,
  tables: [{ role: "subjects", name: "", header: ["名称", "年度", "迟报"], rows }, history],
  scenario: null,
  lang: "zh",
};

/** A Worker and its page, with the messages between them as they are transferred. */
class Connection {
  readonly #evaluator = new Evaluator();
  #sent: Good | null = null;
  #received: Good | null = null;
  last: SentEvaluation | null = null;

  evaluate(inputs: Inputs): readonly [whole: Evaluation, received: Evaluation] {
    const whole = withProblemTexts(this.#evaluator.evaluate(inputs, hasMany(inputs) ? ManySubjects : null), inputs);
    this.last = structuredClone(changedEvaluation(whole, this.#sent));
    this.#sent = whole.good ?? this.#sent;
    const received = wholeEvaluation(this.last, this.#received);
    this.#received = received.good ?? this.#received;
    return [structuredClone(whole), received];
  }
}

function withRows(
  inputs: Inputs,
  changed: (before: Inputs["tables"][number]["rows"]) => Inputs["tables"][number]["rows"],
) {
  const [subjects, ...others] = inputs.tables;
  return { ...inputs, tables: [{ ...subjects!, rows: changed(subjects!.rows) }, ...others] };
}
const edit = oneof(
  {
    weight: 4,
    arbitrary: record({
      kind: constant("cell" as const),
      row: integer({ min: 0, max: 419 }),
      text: constantFrom("0", "7", "", "很多"),
    }),
  },
  record({
    kind: constant("name" as const),
    row: integer({ min: 0, max: 419 }),
    text: constantFrom("单位2", "新单位"),
  }),
  record({ kind: constant("few" as const) }),
  record({ kind: constant("all" as const) }),
  record({
    kind: constant("rubric" as const),
    text: constantFrom(rubric, rubric.replaceAll("0.1", "0.2"), "考核", `${rubric}\n排名 二 按 总分`),
  }),
  record({ kind: constant("lang" as const), lang: constantFrom("zh" as const, "en" as const) }),
);
type Edit = typeof edit extends { generate(...args: never[]): { readonly value: infer V } } ? V : never;

function edited(inputs: Inputs, step: Edit): Inputs {
  switch (step.kind) {
    case "cell":
      return withRows(inputs, (before) =>
        before.map((row, at) => (at === step.row ? row.map((text, column) => (column === 2 ? step.text : text)) : row)),
      );
    case "name":
      return withRows(inputs, (before) =>
        before.map((row, at) => (at === step.row ? row.map((text, column) => (column === 0 ? step.text : text)) : row)),
      );
    case "few":
      return withRows(inputs, (before) => before.slice(0, 30));
    case "all":
      return withRows(inputs, () => rows);
    case "rubric":
      return { ...inputs, rubric: step.text };
    case "lang":
      return { ...inputs, lang: step.lang };
  }
}

test("whatever is edited, the page has the evaluation as if all of it were sent", () => {
  assert(
    property(array(edit, { maxLength: 8 }), (edits) => {
      const connection = new Connection();
      let inputs = first;
      for (const step of [null, ...edits]) {
        if (step !== null) inputs = edited(inputs, step);
        const [whole, received] = connection.evaluate(inputs);
        expect(received).toEqual(whole);
      }
    }),
    runs(0.03),
  );
});

test("an edit of a cell sends neither the program nor the names, an edit of the text sends the program", () => {
  const connection = new Connection();
  connection.evaluate(first);
  expect(Object.keys(connection.last?.good ?? {})).toContain("program");
  connection.evaluate(edited(first, { kind: "cell", row: 8, text: "7" }));
  const { good } = connection.last!;
  expect(["program", "tests", "rankedBy"].filter((part) => part in good!)).toEqual([]);
  expect(["keys", "periods"].filter((column) => column in good!.many!)).toEqual([]);
  connection.evaluate(edited(first, { kind: "rubric", text: rubric.replaceAll("0.1", "0.2") }));
  expect("program" in connection.last!.good!).toBe(true);
});
