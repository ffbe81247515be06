// Short ways to score rows of plain text and look at one subject's result.

import type { Program } from "@yardstick/language/program";
import type {
  Explanation,
  ItemExplanation,
  LineExplanation,
  PartExplanation,
  Result,
  RunOptions,
  SubjectResult,
} from "../src/index.js";
import { evaluate, explain } from "../src/index.js";
import type { RowsInput } from "./dataset-from-rows.js";
import { datasetFromRows } from "./dataset-from-rows.js";
import { earn, Rubric } from "./builder.js";

export type Rows = RowsInput["subjects"];

export function run(
  rubric: Rubric | Program,
  subjects: Rows,
  rest: Omit<RowsInput, "subjects"> & RunOptions = {},
): Result {
  const program = "build" in rubric ? rubric.build() : rubric;
  const { scenario, period, ...data } = rest;
  return evaluate(program, datasetFromRows(program, { subjects, ...data }), { scenario, period });
}

/** The result of the only subject, or of the one with this key. */
export function one(rubric: Rubric, row: Rows[number], rest: Omit<RowsInput, "subjects"> = {}): SubjectResult {
  return subject(run(rubric, [{ 名称: "甲", ...row }], rest), "甲");
}

export function subject(result: Result, key: string): SubjectResult {
  const found = result.subjects.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no subject ${key}`);
  return found;
}

export function explained(rubric: Rubric, rows: Rows, key = "甲", rest: Omit<RowsInput, "subjects"> = {}): Explanation {
  const program = rubric.build();
  const found = explain(program, datasetFromRows(program, { subjects: rows, ...rest }), key);
  if (found === null) throw new Error(`no subject ${key}`);
  return found;
}

export function itemOf(explanation: Explanation, path: string): ItemExplanation {
  const all = (parts: readonly PartExplanation[]): readonly PartExplanation[] =>
    parts.flatMap((part) => [part, ...(part.kind === "section" ? all(part.parts) : [])]);
  const found = all(explanation.parts).find((part) => part.path === path);
  if (found?.kind !== "item") throw new Error(`no item ${path}`);
  return found;
}

export function lineOf(explanation: Explanation, path: string, index = 0): LineExplanation {
  const found = itemOf(explanation, path).lines[index];
  if (found === undefined) throw new Error(`no line ${index} in ${path}`);
  return found;
}

/** One item that is worth what the data says, of 100; more fields as they are asked for. */
export function oneItem(more: (rubric: Rubric) => void = () => {}) {
  const rubric = new Rubric();
  rubric.section("业务", "100", () => void rubric.item("分", "100", [earn(rubric.number("得"))]));
  more(rubric);
  return rubric;
}

/** 甲 乙 丙 丁 … with these scores. */
export const rows = (...scores: readonly (string | Record<string, unknown>)[]) =>
  scores.map((each, index) => ({
    名称: "甲乙丙丁戊己庚辛"[index],
    ...(typeof each === "string" ? { 得: each } : each),
  }));
