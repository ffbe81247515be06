// Many subjects are transferred as columns: the page shows the same as without columns.

import { expect, test } from "vitest";
import { fetchSubjects, unknownRows, withSubjects } from "../../src/store/many-subjects.js";
import { rankingView } from "../../src/store/ranking-view.js";
import { withProblemTexts } from "../../src/worker/problem-texts.js";
import { Evaluator } from "../../src/worker/evaluate.js";
import { ManySubjects } from "../../src/worker/many-subjects.js";
import { notes } from "../../src/worker/notes.js";
import type { Good, Inputs } from "../../src/protocol/protocol.js";

const rubric = `考核 "许多"
满分 10 分
数据 单位 {
  名称: 文本 主键
  年度: 期别
  迟报: 计数 次
  出事: 是否
}
条目 内务 6 分 { 每 迟报 扣 0.1 分 }
条目 业务 4 分 { 每 迟报 扣 0.3 分 最多 2 分 }
一票否决 安全 若 出事 { 不占名次 }
排名 全区 按 总分 并列 同名次
奖励 红旗 全区 第 1 名 3000 元
`;
const header = ["名称", "年度", "迟报", "出事"];
const rows = Array.from({ length: 500 }, (_, row) => [
  `单位${row}`,
  "2024",
  row % 50 === 3 ? "" : String((row * 7) % 31),
  row % 40 === 5 ? "是" : "否",
]);
const history = {
  role: "history",
  name: "",
  header: ["名称", "年度", "总分", "全区"],
  rows: [["单位1", "2023", "9.0", "2"]],
} as const;
const inputs: Inputs = {
  rubric,
  tables: [{ role: "subjects", name: "", header, rows }, history],
  scenario: null,
  lang: "zh",
};

function good(evaluator: Evaluator, Many: typeof ManySubjects | null): Good {
  const { good: found, diagnostics } = withProblemTexts(evaluator.evaluate(inputs, Many), inputs);
  if (found === null) throw new Error(JSON.stringify(diagnostics));
  // As it is after the transfer.
  return withSubjects(structuredClone(found), null);
}

test("places, scores, order and moves are the same, before details are loaded", () => {
  const seen = [null, ManySubjects].map((Many) => {
    const { ranked, pending } = rankingView(good(new Evaluator(), Many), "全区");
    return [
      ranked.map(({ key, period, place, moved, score }) => [key, period, place, moved, score]),
      pending.map(({ key }) => key),
    ];
  });
  expect(seen[1]).toEqual(seen[0]);
});

test("everything else is the same once it has been requested", async () => {
  const evaluator = new Evaluator();
  const many = good(evaluator, ManySubjects);
  let notified = 0;
  const request = async (some: readonly number[]) => evaluator.subjects(some);
  const unknown = unknownRows(many.result.subjects);
  expect(unknown.length).toBeGreaterThan(400);
  await fetchSubjects(
    many,
    unknown,
    request,
    () => true,
    () => (notified += 1),
  );
  expect([unknownRows(many.result.subjects), notified > 5]).toEqual([[], true]);
  const all = good(new Evaluator(), null);
  const plain = (each: Good) =>
    each.result.subjects.map(({ key, status, score, parts, vetoes, awards, awaiting, rankings, provisional }) =>
      JSON.stringify({ key, status, score, parts, vetoes, awards, awaiting, rankings, provisional }),
    );
  expect(plain(many)).toEqual(plain(all));
  const bars = (each: Good) => rankingView(each, "全区").ranked.map(({ bar, awards }) => ({ bar, awards }));
  expect(bars(many)).toEqual(bars(all));
});

test("bars of the previous evaluation are kept until the new ones are loaded", async () => {
  const evaluator = new Evaluator();
  const before = good(evaluator, ManySubjects);
  await fetchSubjects(
    before,
    [0],
    async (some) => evaluator.subjects(some),
    () => true,
    () => {},
  );
  const after = withSubjects({ ...before, many: { ...before.many!, known: [] } }, before);
  expect([after.result.subjects[0]?.parts, unknownRows(after.result.subjects).length]).toEqual([
    before.result.subjects[0]?.parts,
    500,
  ]);
});

test("the notes are those of all subjects, though only some of them are computed", () => {
  const given = [
    inputs,
    { ...inputs, rubric: `${rubric}\n等次 档 按 全区 { 优秀: 名额 20; 良好: 名额 30; 其余: 合格 }\n` },
    {
      ...inputs,
      tables: [
        {
          ...inputs.tables[0]!,
          rows: rows.map((row, at) => [row[0]!, at % 2 === 0 ? "2024" : "2025", row[2]!, row[3]!]),
        },
      ],
    },
    { ...inputs, tables: [{ ...inputs.tables[0]!, rows: rows.map((row) => [row[0]!, row[1]!, "3", row[3]!]) }] },
  ];
  const counts = given.map((each) => {
    const found = [null, ManySubjects].map((Many) => {
      const evaluator = new Evaluator();
      evaluator.evaluate(each, Many);
      return notes(evaluator.noted!, "zh");
    });
    expect(found[1]).toEqual(found[0]);
    return found[1]!.length;
  });
  expect(counts.slice(0, 3).every((count) => count > 0)).toBe(true);
});

test("details of the subjects on the screen come with the result", () => {
  const evaluator = new Evaluator();
  const { good: found } = evaluator.evaluate({ ...inputs, inView: [77, 401] }, ManySubjects);
  const known = new Map(found?.many?.known);
  expect([known.get(77)?.key, known.get(401)?.key]).toEqual(["单位77", "单位401"]);
});
