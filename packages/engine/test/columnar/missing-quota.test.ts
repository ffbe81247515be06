// A quota that is not known: a constant that was not given, or a quotient without a value. Both evaluators say the same of it, whoever
// meets its condition and whatever comes before and behind it.

import { describe, expect, test } from "vitest";
import type { Expression } from "@yardstick/language/program";
import { evaluateColumns } from "../../src/session/evaluate-columns.js";
import { evaluate } from "../../src/run/evaluate.js";
import { is, n, over, type Rubric, score } from "../builder.js";
import { datasetFromRows } from "../dataset-from-rows.js";
import { oneItem, rows } from "../scored.js";
import { compareOn } from "./agreement.js";

type Quota = "missing" | "divided" | "known" | null;
interface Row {
  readonly quota: Quota;
  readonly kind: "share" | "number";
  readonly condition: string | null;
}

const QUOTAS: readonly Quota[] = ["missing", "divided", "known", null];
const CONDITIONS: readonly (string | null)[] = [null, "0", "60", "85", "101"];

function graded(list: readonly Row[], isOptional: boolean): Rubric {
  const rubric = oneItem();
  const missing = rubric.constant("名额", { optional: isOptional });
  const valueOf = (quota: Quota, kind: Row["kind"]): Expression =>
    quota === "missing" ? missing : quota === "divided" ? over(n("1"), n("0")) : n(kind === "share" ? "40%" : "2");
  const choice = rubric.choice("不称职", "称职", "良好", "优秀");
  return rubric.with({
    grades: [
      {
        name: "等次",
        span: [0, 1],
        by: null,
        choice,
        rows: list.map(({ quota, kind, condition }, at) => ({
          grade: ["优秀", "良好", "称职"][at] ?? "称职",
          span: [0, 1],
          quota: quota === null ? null : { kind, value: valueOf(quota, kind), rounding: "down" },
          condition: condition === null ? null : is(score, "≥", n(condition)),
        })),
        otherwise: "不称职",
        adjustments: [],
      },
    ],
  });
}

const SUBJECTS = [
  rows("95", "90", "90", "70", "50"),
  rows("50", "40"),
  rows("95", { 得: null }, "90", "60"),
  rows({ 得: null }),
  rows("80"),
];

describe("a quota that is not known", () => {
  test("means the same to both evaluators", () => {
    const seen = { provisional: 0, decided: 0 };
    for (const [a, first] of QUOTAS.entries()) {
      for (const [b, second] of QUOTAS.entries()) {
        for (const [c, condition] of CONDITIONS.entries()) {
          for (const [d, after] of CONDITIONS.entries()) {
            const number = a + b + c + d;
            const kind = number % 2 === 0 ? "share" : "number";
            const list: readonly Row[] = [
              { quota: first, kind, condition },
              { quota: second, kind, condition: after },
            ];
            const program = graded(list, number % 3 === 0).build();
            const data = datasetFromRows(program, { subjects: SUBJECTS[number % SUBJECTS.length] ?? [] });
            expect({ list, ...compareOn(program, data) }).toMatchObject({ list, difference: null });
            const isOpen = evaluate(program, data).subjects.some(({ provisional }) => provisional.includes("等次"));
            seen[isOpen ? "provisional" : "decided"] += 1;
          }
        }
      }
    }
    expect(Math.min(seen.provisional, seen.decided)).toBeGreaterThan(50);
  });

  test("has no effect where no subject meets its condition", () => {
    const program = graded([{ quota: "missing", kind: "number", condition: "101" }], false).build();
    const data = datasetFromRows(program, { subjects: rows("95", "90") });
    for (const { subjects } of [evaluate(program, data), evaluateColumns(program, data)]) {
      expect(subjects.map(({ grades }) => grades["等次"])).toEqual(["不称职", "不称职"]);
      expect(subjects.flatMap(({ provisional, undecided }) => [...provisional, ...undecided])).toEqual([]);
    }
  });

  test("leaves open which subjects meet it, and those after them", () => {
    const program = graded(
      [
        { quota: "missing", kind: "number", condition: "85" },
        { quota: null, kind: "number", condition: "60" },
      ],
      false,
    ).build();
    const data = datasetFromRows(program, { subjects: rows("95", "70") });
    for (const { subjects } of [evaluate(program, data), evaluateColumns(program, data)]) {
      expect(subjects.map(({ grades }) => grades["等次"])).toEqual([null, "良好"]);
      expect(subjects[0]?.undecided).toMatchObject([{ kind: "grade", name: "等次", awaiting: [{ field: "名额" }] }]);
      expect(subjects[1]?.provisional).toContain("等次");
    }
  });
});
