import type { Expression, Program } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import { evaluateColumns } from "../../src/session/evaluate-columns.js";
import { LimitExceeded } from "../../src/columnar/limits.js";
import type { Dataset } from "../../src/data/dataset.js";
import { compareOn } from "./agreement.js";
import { numberValue, of, reference } from "./generated-expression.js";
import { seeded } from "./seeded.js";

/** A rubric of one item that earns `amount`, and one ranking; the numbers of the subjects are what `甲数` holds. */
function rubricOf(amount: Expression, lets: readonly Expression[] = [], rest: Partial<Program> = {}): Program {
  const { program } = seeded(0);
  const line = {
    span: [0, 0],
    effect: "earn",
    conditions: [],
    each: null,
    per: null,
    amount: { kind: "expression", value: amount },
    suffixes: [],
    basis: null,
    documentation: null,
  } as const;
  const base = {
    nameSpan: [0, 0],
    span: [0, 0],
    weight: null,
    within: null,
    assessor: null,
    basis: null,
    documentation: null,
    decimals: null,
    rounding: null,
    applies: null,
  } as const;
  return {
    ...program,
    fields: program.fields.map((field) => ({ ...field, default: null, optional: false })),
    scoreDecimals: 2,
    itemDecimals: null,
    scoreRounding: null,
    itemRounding: null,
    parts: [
      {
        ...base,
        kind: "item",
        name: "条目",
        path: "条目",
        parent: null,
        points: "10",
        worth: "10",
        form: "item",
        start: "0",
        min: null,
        max: null,
        lines: [line],
      },
    ],
    roots: [0],
    lets: lets.map((value, index) => ({ name: `值${index}`, span: [0, 0], documentation: null, value })),
    coefficients: [],
    vetoes: [],
    rankings: [
      {
        name: "排名",
        span: [0, 0],
        by: reference({ kind: "score" }),
        lowestFirst: false,
        within: null,
        where: null,
        ties: "gap",
        thenBy: [],
      },
    ],
    grades: [],
    awards: [],
    consequences: [],
    outputs: [],
    requirements: [],
    policies: [],
    ...rest,
  };
}

function dataOf(program: Program, numbers: readonly (string | null)[]): Dataset {
  const rows = numbers.length;
  const columns = program.fields.map((field, index) => {
    if (index === 0) return numbers.map((_, row) => `单位${row}`);
    if (index === 1) return numbers.map(() => "2008");
    if (field.name === "甲数") return numbers;
    if (field.type.kind === "number") return numbers.map(() => "3");
    return field.type.kind === "flag" ? numbers.map(() => true) : numbers.map(() => null);
  });
  return {
    subjects: { rows, columns },
    lists: [{ rows: 0, columns: [[], [], [], []], owner: [] }],
    constants: [null, null],
    history: [],
    used: [],
    problems: [],
  };
}

const field = of("field", { field: 3 });

describe("unusual input", () => {
  test("forty doublings by reference are one factor", () => {
    const read = (index: number) => reference({ kind: "let", index });
    const lets = Array.from({ length: 40 }, (_, index) =>
      index === 0 ? field : of("arithmetic", { op: "+", left: read(index - 1), right: read(index - 1) }),
    );
    const program = rubricOf(of("arithmetic", { op: "/", left: read(39), right: numberValue("549755813888") }), lets);
    const data = dataOf(program, ["1", "2", "7/2"]);
    const { difference, because } = compareOn(program, data);
    expect([difference, because]).toEqual([null, null]);
    expect(evaluateColumns(program, data).subjects.map(({ score }) => score)).toEqual(["1.00", "2.00", "3.50"]);
  });

  test("an expression nested a hundred deep agrees", () => {
    const deep = Array.from({ length: 100 }).reduce<Expression>(
      (inner, _, index) =>
        of("apply", {
          name: index % 2 === 0 ? "max" : "min",
          args: [of("arithmetic", { op: "+", left: inner, right: numberValue("1/7") }), numberValue(String(index))],
        }),
      field,
    );
    const program = rubricOf(deep);
    expect(compareOn(program, dataOf(program, ["1", "5", "30"])).difference).toBeNull();
  });

  test("numbers beyond 53 bits are left to the reference, which says so", () => {
    const program = rubricOf(of("arithmetic", { op: "*", left: field, right: field }));
    const data = dataOf(program, ["9007199254740993", "3"]);
    const result = evaluateColumns(program, data);
    expect(result.engine).toBe("reference");
    expect(result.because).not.toBeNull();
    expect(result.subjects[0]?.score).toBe("81129638414606699710187514626049.00");
  });

  test("sums of thirds and sevenths that fall on a half are rounded as they should be", () => {
    const thirds = of("arithmetic", {
      op: "/",
      left: field,
      right: of("arithmetic", { op: "+", left: of("field", { field: 4 }), right: of("field", { field: 5 }) }),
    });
    const program = rubricOf(
      of("arithmetic", {
        op: "+",
        left: thirds,
        right: of("arithmetic", { op: "*", left: numberValue("5"), right: thirds }),
      }),
    );
    // 6 × n / 6: the doubles of the terms do not add up to the half.
    const data = dataOf(program, ["201/200", "203/200", "1/3", "-201/200"]);
    expect(compareOn(program, data)).toEqual({ because: null, difference: null });
    expect(evaluateColumns(program, data).subjects.map(({ score }) => score)).toEqual([
      "1.01",
      "1.02",
      "0.33",
      "-1.01",
    ]);
  });

  test.each([
    ["no subjects", []],
    ["one subject", ["4"]],
    ["all tied", ["4", "4", "4"]],
    ["all missing", [null, null, null]],
  ])("%s has its documented answer", (_, numbers) => {
    const program = rubricOf(of("arithmetic", { op: "/", left: field, right: numberValue("3") }));
    const data = dataOf(program, numbers);
    expect(compareOn(program, data).difference).toBeNull();
    const { subjects } = evaluateColumns(program, data);
    expect(subjects.map(({ rankings }) => rankings["排名"])).toEqual(
      numbers.map((number) => (number === null ? null : 1)),
    );
  });

  test("all vetoed leaves no subject a place", () => {
    const veto = {
      name: "否决",
      span: [0, 0] as const,
      condition: of("flag", { value: true }, { kind: "flag" }),
      basis: null,
      effects: [{ kind: "no-place" as const }],
    };
    const program = rubricOf(field, [], { vetoes: [veto] });
    const data = dataOf(program, ["4", "5"]);
    expect(compareOn(program, data).difference).toBeNull();
    expect(evaluateColumns(program, data).subjects.map(({ rankings }) => rankings["排名"])).toEqual([null, null]);
  });

  const third = of("arithmetic", { op: "/", left: field, right: numberValue("3") });

  test.each([
    ["rows", { rows: 2 }, "the limit of 2 rows was passed: 3"],
    ["side rows", { sideRows: -1 }, "the limit of -1 side rows was passed: 0"],
    ["bytes", { bytes: 10 }, "the limit of 10 bytes was passed: "],
    ["milliseconds", { milliseconds: -1 }, "the limit of -1 milliseconds was passed: "],
  ])("more %s than the limit end with its name and both numbers", (_, limits, message) => {
    const program = rubricOf(third);
    const data = dataOf(program, ["1", "2", "3"]);
    const run = () => evaluateColumns(program, data, { limits });
    expect(run).toThrow(LimitExceeded);
    expect(run).toThrow(message);
    expect(evaluateColumns(program, data).subjects.map(({ score }) => score)).toEqual(["0.33", "0.67", "1.00"]);
  });

  test("more different values than the limit are left to the reference, which says so", () => {
    const program = rubricOf(third);
    const data = dataOf(program, ["1", "2", "3"]);
    const result = evaluateColumns(program, data, { limits: { nodes: 2 } });
    expect([result.engine, result.because]).toEqual(["reference", "more different values than the limit allows"]);
    expect(result.subjects.map(({ score }) => score)).toEqual(["0.33", "0.67", "1.00"]);
  });

  test("the reference keeps to the time as well", () => {
    const program = rubricOf(third);
    const run = () =>
      evaluateColumns(program, dataOf(program, ["1", "2", "3"]), { limits: { nodes: 2, milliseconds: -1 } });
    expect(run).toThrow(LimitExceeded);
  });
});

describe("subjects of a result", () => {
  const program = rubricOf(field);
  const { subjects } = evaluateColumns(program, dataOf(program, ["1", "2", "3"]));

  test("behave as an array", () => {
    expect(Array.isArray(subjects)).toBe(true);
    expect(subjects.length).toBe(3);
    expect(subjects.at(-1)?.key).toBe("单位2");
    expect([...subjects].map(({ key }) => key)).toEqual(subjects.map(({ key }) => key));
    expect((JSON.parse(JSON.stringify(subjects)) as unknown[]).length).toBe(3);
    expect(subjects[3]).toBeUndefined();
  });

  test("are made once while they are being looked at", () => {
    expect(subjects[1]).toBe(subjects[1]);
  });
});
