// Sample data: identical for the same seed, and without problems in any cell.

import { designerMessages } from "@yardstick/designer";
import { expect, test } from "vitest";
import { rubricText } from "../../../packages/designer/src/edit/new-rubric.js";
import { schemes } from "../../src/project/examples/schemes.js";
import { sampleTables } from "../../src/project/sample-data.js";
import { distribution } from "../../src/store/distribution.js";
import { rankingView } from "../../src/store/ranking-view.js";
import { withProblemTexts } from "../../src/worker/problem-texts.js";
import { Evaluator } from "../../src/worker/evaluate.js";
import { smallGood, smallRubric } from "../store/small-rubric.js";

const wish = { subjects: 30, seed: 7, lang: "zh" } as const;

test("the same seed gives the same tables, another seed others", () => {
  const { program } = smallGood();
  expect(sampleTables(program, wish)).toEqual(sampleTables(program, wish));
  expect(sampleTables(program, { ...wish, seed: 8 })).not.toEqual(sampleTables(program, wish));
});

test("subject names are unique, and rows of side tables refer to them", () => {
  const [subjects, list] = sampleTables(smallGood().program, { ...wish, subjects: 500 });
  const names = new Set(subjects?.rows.map(([name]) => name));
  expect(names.size).toBe(500);
  expect(list?.rows.every(([owner]) => names.has(owner ?? ""))).toBe(true);
  expect(list?.rows.length).toBeGreaterThan(100);
});

test("no cell is invalid, for the small rubric and for every scheme of the app", async () => {
  const projects = [
    { rubric: smallRubric, tables: [] },
    ...(await Promise.all(schemes.map((scheme) => scheme.load()))),
  ];
  for (const project of projects) {
    const evaluator = new Evaluator();
    const inputs = { ...project, scenario: null, lang: "zh" } as const;
    const program = evaluator.evaluate(inputs).good?.program;
    if (program === undefined) throw new Error("no program");
    const tables = sampleTables(program, wish);
    const { good } = withProblemTexts(evaluator.evaluate({ ...inputs, tables }), { ...inputs, tables });
    expect(good?.problems.map(({ text }) => text)).toEqual([]);
    expect(good?.result.subjects.length).toBe(30);
  }
});

test("every opponent of a head to head is another subject, and a meeting is in the rows of both", () => {
  const rubric = (pair: string) =>
    `考核 "联赛"\n数据 球队 { ${pair} 主键, 得分: 数值 分, 对阵: 明细 { 日期: 日期, 对手: 文本, 积分: 计数 } }\n` +
    "条目 赛季 100 分 { 得 得分 }\n排名 总榜 按 总分 再按 直接胜负 对阵.积分 对手为 对阵.对手\n";
  for (const fields of ["名称: 文本", "名称: 文本 主键, 年度: 期别, 代号: 文本"]) {
    const source = rubric(fields).replace("代号: 文本 主键", "代号: 文本");
    const evaluator = new Evaluator();
    const inputs = { rubric: source, tables: [], others: [], scenario: null, lang: "zh" } as const;
    const program = evaluator.evaluate(inputs).good?.program;
    if (program === undefined) throw new Error("no program");
    for (const subjects of [1, 2, 3, 8, 30]) {
      const tables = sampleTables(program, { ...wish, subjects });
      const names = new Set(tables[0]?.rows.map(([name]) => name));
      const list = tables.find(({ role }) => role === "list");
      const opponent = list?.header.indexOf("对手") ?? -1;
      for (const cells of list?.rows ?? []) {
        expect(names.has(cells[opponent])).toBe(true);
        expect(cells[opponent]).not.toBe(cells[0]);
        expect(list?.rows.some((others) => others[0] === cells[opponent] && others[opponent] === cells[0])).toBe(true);
      }
      expect(new Set(list?.rows.map(([owner]) => owner)).size).toBe(subjects === 1 ? 0 : subjects);
      expect(evaluator.evaluate({ ...inputs, tables }).good?.problems).toEqual([]);
    }
  }
});

test("most subjects are ranked, with a tie, a veto where a rubric has one, and a few missing cells", async () => {
  for (const scheme of schemes) {
    const project = await scheme.load();
    // The results of another rubric, of subjects of its own, cannot be made up here.
    if ((project.others?.length ?? 0) > 0) continue;
    const evaluator = new Evaluator();
    const inputs = { ...project, scenario: null, lang: "zh" } as const;
    const program = evaluator.evaluate(inputs).good?.program;
    if (program === undefined) throw new Error("no program");
    for (const seed of [1, 2, 3]) {
      const tables = sampleTables(program, { ...wish, seed });
      const result = evaluator.evaluate({ ...inputs, tables }).good?.result;
      const subjects = result?.subjects ?? [];
      const scored = subjects.filter(({ status }) => status === "scored");
      expect([scheme.id, scored.length >= 24]).toEqual([scheme.id, true]);
      const scores = scored.flatMap(({ score }) => score ?? []);
      expect(new Set(scores).size).toBeGreaterThan(8);
      expect(new Set(scores).size).toBeLessThan(scores.length);
      if (program.vetoes.length > 0) {
        const vetoed = subjects.filter(({ vetoes }) => vetoes.length > 0).length;
        expect([scheme.id, vetoed >= 1 && vetoed <= 8]).toEqual([scheme.id, true]);
      }
    }
  }
});

test("a distribution counts every subject once and states median, minimum and maximum", () => {
  const found = distribution(rankingView(smallGood(), "全区"), 2);
  expect(found?.steps.reduce((sum, { keys }) => sum + keys.length, 0)).toBe(3);
  expect([found?.least, found?.median, found?.most]).toEqual(["6.00", "9.50", "10.00"]);
});

test.each(["zh", "en"] as const)("a rubric from four questions begins without a problem of its data, in %s", (lang) => {
  const { questions } = designerMessages[lang];
  const answers = {
    subject: questions.subject,
    period: questions.periods.year,
    points: "100",
    method: "points",
    sections: questions.sectionsDefault,
    awarded: "3",
    veto: questions.veto,
    warning: questions.warning,
  } as const;
  const rubric = rubricText(answers, lang, { ...questions, title: questions.titleOf(answers.subject) });
  const evaluator = new Evaluator();
  const inputs = { rubric, tables: [], others: [], scenario: null, lang } as const;
  const program = evaluator.evaluate(inputs).good?.program;
  if (program === undefined) throw new Error("no program");
  for (let seed = 1; seed <= 20; seed++) {
    const tables = sampleTables(program, { subjects: 12, seed, lang });
    const { good } = withProblemTexts(evaluator.evaluate({ ...inputs, tables }), { ...inputs, tables });
    expect([seed, good?.problems.map(({ text }) => text)]).toEqual([seed, []]);
  }
});

test("a number that is looked up in bands falls on both sides of their borders", () => {
  const rubric = `满分 30 分
数据 单位 { 名称: 文本 主键, 件数: 计数 件, 收入: 数值 万元 }
条目 任务 20 分 { 得 按 件数 { >= 40: 20 分; 20 .. 40: 10 分; 其余: 0 } }
条目 增收 10 分 { 得 按 收入 { < 30 万元: 0; 其余: 满分 } }
`;
  const evaluator = new Evaluator();
  const inputs = { rubric, tables: [], others: [], scenario: null, lang: "zh" } as const;
  const program = evaluator.evaluate(inputs).good?.program;
  if (program === undefined) throw new Error("no program");
  const [table] = sampleTables(program, wish);
  const column = (name: string) => table?.rows.map((row) => Number(row[table.header.indexOf(name)])) ?? [];
  for (const [name, border] of [
    ["件数", 20],
    ["件数", 40],
    ["收入", 30],
  ] as const) {
    const above = column(name).filter((value) => value >= border).length;
    expect([name, border, above > 0 && above < wish.subjects]).toEqual([name, border, true]);
  }
  expect(evaluator.evaluate({ ...inputs, tables: table === undefined ? [] : [table] }).good?.problems).toEqual([]);
});
