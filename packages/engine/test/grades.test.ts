import { describe, expect, test } from "vitest";
import type { Expression } from "@yardstick/language/program";
import type { Rubric } from "./builder.js";
import { is, n, no, score, text } from "./builder.js";
import { explained, oneItem, rows, run } from "./scored.js";

describe("grades", () => {
  interface Row {
    readonly grade: string;
    readonly quota?: string;
    readonly number?: string;
    readonly rounding?: "down" | "up" | "half-up";
    readonly condition?: Expression;
  }
  /** 优秀, 称职, 不称职; graded by the score or by ranking 0. */
  function graded(
    list: readonly Row[] | (() => readonly Row[]),
    more: { readonly by?: number; readonly otherwise?: string | null; readonly rubric?: (rubric: Rubric) => void } = {},
  ) {
    const rubric = oneItem(more.rubric ?? (() => {}));
    const choice = rubric.choice("不称职", "称职", "优秀");
    return rubric.with({
      grades: [
        {
          name: "等次",
          span: [0, 1],
          by: more.by ?? null,
          choice,
          rows: (typeof list === "function" ? list() : list).map(
            ({ grade, quota, number, rounding = "down", condition = null }) => ({
              grade,
              span: [0, 1],
              quota:
                quota !== undefined
                  ? { kind: "share", value: n(quota), rounding }
                  : number !== undefined
                    ? { kind: "number", value: n(number), rounding }
                    : null,
              condition,
            }),
          ),
          otherwise: more.otherwise ?? "不称职",
          adjustments: [],
        },
      ],
    });
  }
  const gradesOf = (rubric: Rubric, data: ReturnType<typeof rows>) =>
    run(rubric, data).subjects.map(({ grades }) => grades["等次"]);
  const notesOf = (rubric: Rubric, data: ReturnType<typeof rows>) =>
    data.map(({ 名称 }) => explained(rubric, data, 名称).grades[0]?.note);
  const atLeast = (value: string) => is(score, "≥", n(value));

  test("a quota is the best so many who meet the condition, the rest by condition, then else", () => {
    const rubric = graded([
      { grade: "优秀", quota: "40%", condition: atLeast("85") },
      { grade: "称职", condition: atLeast("60") },
    ]);
    const data = rows("95", "90", "88", "70", "50");
    expect(gradesOf(rubric, data)).toEqual(["优秀", "优秀", "称职", "称职", "不称职"]);
    expect(notesOf(rubric, data)).toEqual([null, null, "quota", null, null]);
  });

  test("a quota rounds down unless it says up, and may be a number of heads", () => {
    const data = rows("95", "90", "88", "70");
    const excellent = (row: Omit<Row, "grade">) =>
      gradesOf(graded([{ grade: "优秀", ...row }]), data).filter((grade) => grade === "优秀").length;
    expect([
      excellent({ quota: "30%" }),
      excellent({ quota: "30%", rounding: "up" }),
      excellent({ quota: "30%", rounding: "half-up" }),
      excellent({ quota: "40%", rounding: "half-up" }),
      excellent({ number: "3" }),
    ]).toEqual([1, 2, 1, 2, 3]);
  });

  test("a tie across the cut leaves all of the tie below, and says so", () => {
    const rubric = graded([{ grade: "优秀", number: "2" }, { grade: "称职" }]);
    const data = rows("95", "90", "90", "70");
    expect(gradesOf(rubric, data)).toEqual(["优秀", "称职", "称职", "称职"]);
    expect(notesOf(rubric, data)).toEqual([null, "cut-tie", "cut-tie", "quota"]);
  });

  test("a tie-break of the ranking decides the cut", () => {
    const rubric = graded([{ grade: "优秀", number: "2" }, { grade: "称职" }], {
      by: 0,
      rubric: (r) =>
        void r.ranking("总", score, { thenBy: [{ by: r.number("民生"), against: null, lowestFirst: false }] }),
    });
    expect(gradesOf(rubric, rows({ 得: "95", 民生: "0" }, { 得: "90", 民生: "1" }, { 得: "90", 民生: "2" }))).toEqual([
      "优秀",
      "称职",
      "优秀",
    ]);
  });

  test("go by the groups of the ranking, and leave out who is not in it", () => {
    const rubric = graded([{ grade: "优秀", quota: "50%" }, { grade: "称职" }], {
      by: 0,
      rubric: (r) => {
        const area = r.text("片区");
        r.ranking("片", score, { within: r.fieldIndex("片区"), where: is(area, "≠", text("免评")) });
      },
    });
    const data = rows(
      { 得: "95", 片区: "东" },
      { 得: "94", 片区: "东" },
      { 得: "60", 片区: "西" },
      { 得: "50", 片区: "西" },
      { 得: "99", 片区: "免评" },
    );
    expect(gradesOf(rubric, data)).toEqual(["优秀", "称职", "优秀", "称职", null]);
  });

  test("count the vetoed in, and lower them afterwards, which frees no place", () => {
    const rubric = graded(
      [
        { grade: "优秀", number: "1" },
        { grade: "称职", condition: atLeast("60") },
      ],
      { rubric: (r) => void r.veto("违纪", r.flag("违纪"), "no-place", { grade: "称职" }) },
    );
    const data = rows({ 得: "95", 违纪: "是" }, { 得: "90", 违纪: "否" }, { 得: "50", 违纪: "是" });
    expect(gradesOf(rubric, data)).toEqual(["称职", "称职", "不称职"]);
    expect(explained(rubric, data).grades[0]).toMatchObject({ grade: "称职", note: "veto" });
    expect(explained(rubric, data).vetoes[0]?.overrode).toContainEqual({ kind: "grade", name: "等次", was: "优秀" });
  });

  test("leave out who is pending, and are provisional while a quota may still move", () => {
    const data = rows("95", { 得: "" }, "90");
    const withQuota = run(graded([{ grade: "优秀", quota: "50%" }, { grade: "称职" }]), data);
    expect(withQuota.subjects.map(({ grades, provisional }) => [grades["等次"], provisional])).toEqual([
      ["优秀", ["等次"]],
      [null, []],
      ["称职", ["等次"]],
    ]);
    const without = run(graded([{ grade: "优秀", condition: atLeast("95") }, { grade: "称职" }]), data);
    expect(without.subjects.flatMap(({ provisional }) => provisional)).toEqual([]);
  });

  test("a condition that is pending leaves the grade open, and a quota that counts on it", () => {
    let reviewed: Expression = no;
    const rubric = graded(() => [{ grade: "优秀", number: "1", condition: reviewed }, { grade: "称职" }], {
      rubric: (r) => {
        reviewed = r.flag("评议");
      },
    });
    const result = run(rubric, rows({ 得: "95" }, { 得: "90", 评议: "是" }, { 得: "80", 评议: "否" }));
    expect(result.subjects.map(({ grades, provisional }) => [grades["等次"], provisional])).toEqual([
      [null, []],
      ["优秀", ["等次"]],
      ["称职", ["等次"]],
    ]);
  });
});
