// What a note says would decide a tie at a quota does: with that value as the next key of the ranking, those whom it names get
// the grade and the others of the tie do not.

import { array, assert, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { compile, describeNote, resultNotes, type Row } from "../../src/index.js";
import { costly } from "../../../../test/properties.js";

const rubricBy = (key: string, quota = 2) => `考核 "街道"
满分 30 分
数据 社区 {
  名称: 文本 主键
  甲数: 计数 次
  乙数: 计数 次
  丙数: 计数 次
}
大类 甲 10 分 { 条目 一 10 分 { 每 甲数 扣 1 分 } }
大类 乙 10 分 { 条目 二 10 分 { 每 乙数 扣 1 分 } }
大类 丙 10 分 { 条目 三 10 分 { 每 丙数 扣 1 分 } }
排名 全街道 按 总分${key}
等次 年度 按 全街道 { 优秀: 名额 ${quota}; 其余: 合格 }
`;

const compiledOf = new Map<string, ReturnType<typeof compile>>();

function scored(rubric: string, rows: readonly Row[]) {
  const known = compiledOf.get(rubric) ?? compile(rubric);
  compiledOf.set(rubric, known);
  const { rubric: compiled, diagnostics } = known;
  if (compiled === null) throw new Error(diagnostics.map(({ code }) => code).join());
  return { result: compiled.score(rows).result, program: compiled.program };
}

const rowsOf = (subjects: readonly { readonly a: number; readonly b: number; readonly c: number }[]) =>
  subjects.map(({ a, b, c }, at) => ({ 名称: `社区${at + 1}`, 甲数: a, 乙数: b, 丙数: c }));

const tiesIn = (rows: readonly Row[], quota: number) => {
  const { result, program } = scored(rubricBy("", quota), rows);
  return resultNotes(result, program).flatMap((note) => (note.kind === "tie-at-cut" ? [note] : []));
};

test("a tie names the sections that would decide it, and for whom", () => {
  const [note] = tiesIn(
    rowsOf([
      { a: 0, b: 0, c: 0 },
      { a: 1, b: 2, c: 3 },
      { a: 2, b: 1, c: 3 },
    ]),
    2,
  );
  expect(note?.deciders).toEqual([
    {
      by: "甲",
      values: [
        { key: "社区2", value: "9.00" },
        { key: "社区3", value: "8.00" },
      ],
      takes: ["社区2"],
    },
    {
      by: "乙",
      values: [
        { key: "社区2", value: "8.00" },
        { key: "社区3", value: "9.00" },
      ],
      takes: ["社区3"],
    },
  ]);
  const said = (lang: "zh" | "en") => describeNote(note!, lang, { hasPeriods: false }).why;
  expect(said("zh")).toBe(
    "并列在名额线上，名额还剩 1 个，均未取；排名再按 甲（归 社区2）、乙（归 社区3）之一即可分出先后，也可由人裁定",
  );
  expect(said("en")).toBe(
    'tie at the cut with 1 place left, so none of them receives it; a ranking that goes "then by" 甲 (to 社区2) or 乙 (to 社区3) decides it, or a decision by hand',
  );
});

test("a tie that nothing decides says so", () => {
  const [note] = tiesIn(
    rowsOf([
      { a: 1, b: 1, c: 1 },
      { a: 1, b: 1, c: 1 },
    ]),
    1,
  );
  expect(note?.deciders).toEqual([]);
  expect(describeNote(note!, "zh", { hasPeriods: false }).why).toContain("各项得分也分不出先后");
});

test("the value that a note names does decide the tie, as it says", () => {
  let decided = 0;
  const count = integer({ min: 0, max: 2 });
  assert(
    property(
      array(record({ a: count, b: count, c: count }), { minLength: 2, maxLength: 8 }),
      integer({ min: 1, max: 4 }),
      (subjects, quota) => {
        const rows = rowsOf(subjects);
        for (const { deciders, subjects: tied } of tiesIn(rows, quota)) {
          for (const { by, takes } of deciders) {
            const { result } = scored(rubricBy(` 再按 ${by}`, quota), rows);
            const excellent = result.subjects.filter(({ grades }) => grades["年度"] === "优秀").map(({ key }) => key);
            expect(tied.filter((key) => excellent.includes(key))).toEqual(takes);
            decided += 1;
          }
        }
      },
    ),
    costly,
  );
  expect(decided).toBeGreaterThan(5);
});
