// A subject whose whole row is in doubt has no result at all, even where the rubric reads none of its cells: by either evaluator,
// in whatever the rubric is made of.

import type { Program } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import { evaluateColumns } from "../../src/session/evaluate-columns.js";
import type { CellProblem } from "../../src/data/cell-problem.js";
import type { Dataset } from "../../src/data/dataset.js";
import type { SubjectResult } from "../../src/index.js";
import { evaluate } from "../../src/run/evaluate.js";
import { across, aggregate, deduct, is, n, numberType, place, Rubric, score, text } from "../builder.js";
import { datasetFromRows } from "../dataset-from-rows.js";
import { compareOn } from "./agreement.js";
import { seeded } from "./seeded.js";

const REASONS: readonly CellProblem["reason"][] = ["row-doubted", "duplicate-key", "too-many-cells"];

/** The same data with the whole of some rows in doubt; their cells are left as they are. */
function doubting(program: Program, data: Dataset, rows: readonly number[]): Dataset {
  const problems = rows.map((index): CellProblem => ({
    severity: "error",
    table: program.subject,
    index,
    row: index + 2,
    column: null,
    found: "",
    reason: REASONS[index % REASONS.length] ?? "row-doubted",
    expected: [],
  }));
  return { ...data, problems: [...data.problems, ...problems] };
}

/** What a subject has that it may not have while its row is in doubt. */
function published(subject: SubjectResult): readonly string[] {
  const has = (kind: string, results: Readonly<Record<string, unknown>>) =>
    Object.entries(results).flatMap(([name, value]) => (value === null ? [] : [`${kind} ${name}`]));
  return [
    ...(subject.status === "invalid" ? [] : [`status ${subject.status}`]),
    ...has("score", { score: subject.score }),
    ...has("part", subject.parts),
    ...has("coefficient", subject.coefficients),
    ...has("place", subject.rankings),
    ...has("grade", subject.grades),
    ...has("output", subject.outputs),
    ...subject.vetoes,
    ...subject.awards.map(({ name }) => name),
    ...subject.consequences,
    ...subject.provisional,
  ];
}

describe("a subject whose row is in doubt", () => {
  test("has no result under any rubric, and the evaluators agree about the others", () => {
    for (let seed = 0; seed < 150; seed += 1) {
      const { program, data } = seeded(seed);
      const { rows } = data.subjects;
      const doubted = [seed % rows, (seed * 7 + 3) % rows];
      const given = doubting(program, data, [...new Set(doubted)]);
      expect({ seed, ...compareOn(program, given) }).toMatchObject({ seed, difference: null });
      const { subjects } = evaluateColumns(program, given);
      expect({ seed, has: doubted.map((row) => published(subjects[row]!)) }).toEqual({
        seed,
        has: doubted.map(() => []),
      });
    }
  }, 60_000);

  /** The score reads nothing but a ledger. */
  function ledger() {
    const rubric = new Rubric();
    rubric.text("组", { optional: true });
    const { list, column } = rubric.list("台账", { 分: numberType("number") });
    const item = rubric.item("条目", "100", [deduct(column.分, { each: { list, where: null } })]);
    const within = rubric.fieldIndex("组");
    const overall = rubric.ranking("全县", score);
    const inGroups = rubric.ranking("组内", score, { within });
    rubric.award("红旗", overall, 1, 1, { pays: n("3000") });
    rubric.consequence("表彰", is(place(inGroups), "=", n("1")));
    const choice = rubric.choice("合格", "优秀");
    rubric.with({
      grades: [
        {
          name: "等次",
          span: [0, 1],
          by: null,
          choice,
          rows: [
            {
              grade: "优秀",
              span: [0, 1],
              quota: { kind: "share", value: n("50%"), rounding: "down" },
              condition: null,
            },
          ],
          otherwise: "合格",
          adjustments: [],
        },
      ],
    });
    rubric.output("最高", across("highest", score));
    rubric.output("单项最高", across("highest", rubric.scoreOf(item)));
    rubric.output("数目", across("count", null, { where: is(score, "≥", n("0")) }));
    rubric.output("所有", across("count", null));
    rubric.output("甲的", across("count", null, { where: is(rubric.key, "=", text("甲")) }));
    return rubric.build();
  }

  test("does not count where the score reads none of its cells", () => {
    const program = ledger();
    const whole = datasetFromRows(program, {
      subjects: [{ 名称: "甲", 组: "东" }, { 名称: "乙", 组: "东" }, { 名称: "丙", 组: "西" }, { 名称: "合计村" }],
      lists: {
        台账: [
          { 名称: "乙", 分: "3" },
          { 名称: "丙", 分: "5" },
        ],
      },
    });
    const given = doubting(program, whole, [0, 3]);
    for (const { subjects } of [evaluate(program, given), evaluateColumns(program, given)]) {
      expect(subjects.map(published).filter((_, row) => row === 0 || row === 3)).toEqual([[], []]);
      const [first, second] = [subjects[1]!, subjects[2]!];
      expect(first).toMatchObject({
        status: "scored",
        score: "97.00",
        rankings: { 全县: 1, 组内: 1 },
        grades: { 等次: "优秀" },
        awards: [{ name: "红旗", pays: "3000" }],
        outputs: { 最高: "97.00", 单项最高: "97.00", 数目: "2.00", 所有: "2.00", 甲的: "0.00" },
      });
      expect(second).toMatchObject({ score: "95.00", rankings: { 全县: 2, 组内: 1 }, awards: [] });
      for (const name of ["全县", "组内", "等次", "红旗", "最高", "单项最高", "数目", "所有", "甲的"])
        expect(first.provisional).toContain(name);
    }
  });
});

describe("a side row that is in error as a whole", () => {
  /** `problem` of the first row, which is 甲's. */
  function counted(count: boolean) {
    const rubric = new Rubric();
    const { list, column } = rubric.list("台账", { 分: numberType("number") });
    const counts = aggregate("count", list, null);
    rubric.item("条目", "100", [deduct(count ? counts : aggregate("sum", list, column.分))]);
    rubric.output("行数", counts);
    rubric.output("无关", n("1"));
    const program = rubric.build();
    const whole = datasetFromRows(program, {
      subjects: [{ 名称: "甲" }, { 名称: "乙" }],
      lists: {
        台账: [
          { 名称: "甲", 分: "3" },
          { 名称: "乙", 分: "5" },
        ],
      },
    });
    const problem: CellProblem = {
      severity: "error",
      table: "台账",
      index: 0,
      row: 2,
      column: null,
      found: "",
      reason: "too-many-cells",
      expected: [],
    };
    return { program, data: { ...whole, problems: [problem] } };
  }

  test.each([true, false])("makes provisional what reads the list, also where it reads no cell of it (%s)", (count) => {
    const { program, data } = counted(count);
    expect(compareOn(program, data)).toMatchObject({ difference: null });
    for (const { subjects } of [evaluate(program, data), evaluateColumns(program, data)]) {
      expect(subjects[0]).toMatchObject({ status: "scored", provisional: expect.arrayContaining(["score", "行数"]) });
      expect(subjects[0]?.provisional).not.toContain("无关");
      expect(subjects[1]?.provisional).toEqual([]);
    }
  });
});
