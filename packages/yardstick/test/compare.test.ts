import { describe, expect, test } from "vitest";
import type { Result, SubjectResult } from "@yardstick/engine";
import { compareResults } from "../src/compare.js";

const subject = (key: string, score: string | null, place: number | null): SubjectResult => ({
  key,
  period: null,
  status: score === null ? "pending" : "scored",
  awaiting: [],
  score,
  parts: {},
  coefficients: {},
  vetoes: [],
  rankings: { 全街道: place },
  grades: {},
  awards: [],
  consequences: [],
  outputs: {},
  provisional: [],
  undecided: [],
  rankedBy: {},
});
const result = (...subjects: SubjectResult[]): Result => ({
  rubric: null,
  scenario: null,
  subjects,
  requirements: [],
  policies: [],
  cuts: [],
  problems: [],
});

describe("two results side by side", () => {
  test("give the exact changes of score and place", () => {
    const [first] = compareResults(result(subject("甲", "97.80", 3)), result(subject("甲", "98.10", 1)));
    expect(first).toEqual({
      key: "甲",
      period: null,
      score: { before: "97.80", after: "98.10", change: "0.30" },
      rankings: { 全街道: { before: 3, after: 1, rise: 2 } },
    });
  });
  test("have a minus for a fall, and the longer decimals", () => {
    const [first] = compareResults(result(subject("甲", "0.3", 1)), result(subject("甲", "0.10", 2)));
    expect(first?.score.change).toBe("-0.20");
    expect(first?.rankings["全街道"]?.rise).toBe(-1);
  });
  test("are empty for pending subjects and those missing from the other result", () => {
    const before = result(subject("甲", null, null), subject("乙", "1", 1));
    const after = result(subject("丙", "2", 1), subject("甲", "3", 2));
    expect(compareResults(before, after)).toMatchObject([
      { key: "甲", score: { before: null, after: "3", change: null } },
      { key: "乙", score: { before: "1", after: null, change: null } },
      { key: "丙", score: { before: null, after: "2", change: null } },
    ]);
  });
});
