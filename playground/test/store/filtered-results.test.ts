// Which subjects of a ranking are shown and in which order. Places are those of the ranking throughout.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Inputs } from "../../src/protocol/protocol.js";
import { comparedWithBefore, periodOfResults } from "../../src/store/compared-period.js";
import { hasMarks, setMarks, withSubjects } from "../../src/store/many-subjects.js";
import { identityOf, rankingView } from "../../src/store/ranking-view.js";
import { countsOf, filteredResults } from "../../src/store/filtered-results.js";
import { NO_CHOICE, subjectStates, type ResultsChoice } from "../../src/store/shown-results.js";
import { subjectProperties } from "../../src/store/subject-properties.js";
import { Evaluator } from "../../src/worker/evaluate.js";
import { ManySubjects } from "../../src/worker/many-subjects.js";
import { withProblemTexts } from "../../src/worker/problem-texts.js";

const rubric = `考核 "筛选"
版本 "2024"
满分 10 分
数据 单位 {
  名称: 文本 主键
  片区: 文本
  级别: 选项(低 < 中 < 高)
  联系人: 文本 可空
  分: 数值 分 0 .. 10
  出事: 是否
}
条目 内务 10 分 { 得 分 }
一票否决 安全 若 出事 { 不占名次 }
排名 全区 按 总分 并列 同名次
等次 年度 按 全区 { 优秀: 名额 2; 良好: 名额 3; 其余: 合格 }
`;
const subjects: readonly (readonly string[])[] = [
  ["书院社区", "东", "高", "张三", "9", "否"],
  ["南门社区", "东", "中", "李四", "8", "否"],
  ["North ward", "西", "低", "王五", "8", "否"],
  ["松岗社区", "西", "高", "赵六", "10", "是"],
  ["柳荫社区", "", "中", "钱七", "3.25", "否"],
  ["清泉社区", "东", "低", "孙八", "", "否"],
];
const tables: Inputs["tables"] = [
  { role: "subjects", name: "", header: ["名称", "片区", "级别", "联系人", "分", "出事"], rows: subjects },
  {
    role: "history",
    name: "",
    header: ["名称", "年度", "总分", "全区"],
    rows: [
      ["书院社区", "2023", "9.5", "1"],
      ["柳荫社区", "2023", "1.25", "2"],
      ["柳荫社区", "2022", "9", "2"],
    ],
  },
];
const inputs: Inputs = { rubric, tables, scenario: null, lang: "zh" };

function good(Many: typeof ManySubjects | null = null) {
  const evaluator = new Evaluator();
  const found = withProblemTexts(evaluator.evaluate(inputs, Many), inputs).good;
  if (found === null) throw new Error("errors in the text");
  return { evaluator, good: withSubjects(structuredClone(found), null) };
}

const { good: whole } = good();
const view = rankingView(whole, "全区");
const properties = subjectProperties(whole, tables);
const compared = comparedWithBefore(whole, periodOfResults(whole), tables[1]);
const changes = new Map(compared?.rows.map((row) => [identityOf(row), row.change]));
const shown = (choice: Partial<ResultsChoice>) =>
  filteredResults(view, { ...NO_CHOICE, ...choice }, properties, changes);
const keys = (choice: Partial<ResultsChoice>) => {
  const { rows, pending } = shown(choice);
  return [...rows, ...pending].map(({ key }) => key);
};

test("grades, choices and texts that several subjects share are properties; names and numbers are not", () => {
  expect(properties.map(({ name, kind, values }) => [name, kind, values])).toEqual([
    ["年度", "grade", ["优秀", "良好", "合格"]],
    ["片区", "field", ["东", "西"]],
    ["级别", "field", ["高", "中", "低"]],
  ]);
});

describe("finding", () => {
  test.each([
    ["南门", ["南门社区"]],
    ["ns", []],
    ["nm", ["南门社区"]],
    ["NORTH", ["North ward"]],
    ["ｎｏｒｔｈ", ["North ward"]],
    ["  ", ["松岗社区", "书院社区", "南门社区", "North ward", "柳荫社区", "清泉社区"]],
    ["无此社区", []],
  ])("%s", (find, found) => {
    expect(keys({ find })).toEqual(found);
  });
});

test("filters by a property or a state, all of them together; places stay", () => {
  expect(keys({ values: new Map([["片区", "东"]]) })).toEqual(["书院社区", "南门社区", "清泉社区"]);
  expect(keys({ values: new Map([["片区", "东"]]), find: "门" })).toEqual(["南门社区"]);
  expect(keys({ state: "pending" })).toEqual(["清泉社区"]);
  expect(keys({ state: "vetoed" })).toEqual(["松岗社区"]);
  expect(shown({ find: "柳荫" }).rows.map(({ place }) => place)).toEqual([
    view.ranked.find(({ key }) => key === "柳荫社区")?.place,
  ]);
});

test("choices of what the results do not have are without effect", () => {
  const all = keys({});
  expect(keys({ values: new Map([["不存在", "东"]]), group: "不存在" })).toEqual(all);
  expect(keys({ values: new Map([["片区", "南"]]) })).toEqual(all);
});

test("groups stand in the order of the values, those without a value last", () => {
  expect(shown({ group: "片区" }).groups.map(({ value, rows }) => [value, rows.map(({ key }) => key)])).toEqual([
    ["东", ["书院社区", "南门社区"]],
    ["西", ["松岗社区", "North ward"]],
    [null, ["柳荫社区"]],
  ]);
});

test("sorts by score, name and change since the period before, what has no value last", () => {
  expect(keys({ sort: { by: "score", isDescending: false } }).slice(0, 2)).toEqual(["柳荫社区", "南门社区"]);
  expect(keys({ sort: { by: "place", isDescending: true } })[0]).toBe("柳荫社区");
  expect(keys({ sort: { by: "change", isDescending: true } }).slice(0, 2)).toEqual(["柳荫社区", "书院社区"]);
  expect(keys({ sort: { by: "change", isDescending: false } }).slice(0, 2)).toEqual(["书院社区", "柳荫社区"]);
  expect(keys({ sort: { by: "name", isDescending: false } })[0]).toBe("柳荫社区");
});

test("the comparison is with the newest period before, exactly", () => {
  expect(compared?.period).toBe("2023");
  expect(compared?.rows.flatMap(({ key, change }) => (change === null ? [] : [[key, change]]))).toEqual([
    ["书院社区", "−0.50"],
    ["柳荫社区", "+2.00"],
  ]);
});

test("whatever is chosen, no subject is shown twice, and each that is left out does not fit", () => {
  const values = fc.dictionary(
    fc.constantFrom("年度", "片区", "级别"),
    fc.constantFrom("优秀", "东", "西", "高", "中"),
  );
  const choice = fc.record({
    find: fc.constantFrom("", "社区", "n", "门"),
    state: fc.constantFrom(null, ...subjectStates),
    values: values.map((of) => new Map(Object.entries(of))),
    sort: fc.option(
      fc.record({
        by: fc.constantFrom("place", "name", "lost", "bonus", "score", "change"),
        isDescending: fc.boolean(),
      }),
    ),
    group: fc.constantFrom(null, "年度", "片区", "级别"),
    isCompared: fc.boolean(),
  });
  fc.assert(
    fc.property(choice, (of) => {
      const { rows, pending, shown: count, total } = filteredResults(view, of, properties, changes);
      const found = [...rows, ...pending].map(({ key }) => key);
      expect(new Set(found).size).toBe(found.length);
      expect([count, total]).toEqual([found.length, 6]);
      // Order and grouping leave nothing out.
      const plain = filteredResults(view, { ...of, sort: null, group: null }, properties, changes);
      expect([...found].sort()).toEqual([...plain.rows, ...plain.pending].map(({ key }) => key).sort());
    }),
    { numRuns: 300, seed: 20 },
  );
});

test("many subjects are filtered by the same marks as few, once these have been read", () => {
  const { evaluator, good: many } = good(ManySubjects);
  expect(hasMarks(many)).toBe(many.many === null);
  setMarks(many, evaluator.marks() ?? []);
  expect(hasMarks(many)).toBe(true);
  const other = rankingView(many, "全区");
  expect(countsOf(other)).toEqual(countsOf(view));
  const ofMany = subjectProperties(many, tables);
  for (const choice of [
    { state: "vetoed" },
    { state: "tied" },
    { group: "年度" },
    { values: new Map([["年度", "良好"]]) },
  ] as const) {
    const [a, b] = [
      filteredResults(other, { ...NO_CHOICE, ...choice }, ofMany, new Map()),
      filteredResults(view, { ...NO_CHOICE, ...choice }, properties, new Map()),
    ];
    expect(a.groups.map(({ value, rows }) => [value, rows.map(({ key }) => key)])).toEqual(
      b.groups.map(({ value, rows }) => [value, rows.map(({ key }) => key)]),
    );
  }
});

test("of results of several periods only those of the last are compared, and a spelling is no value of its own", () => {
  const text = `考核 "两期"
满分 10 分
数据 单位 { 名称: 文本 主键, 年度: 期别, 片区: 文本, 级别: 选项(低 < 高), 分: 数值 分 0 .. 10 }
条目 内务 10 分 { 得 分 }
排名 全区 按 总分
`;
  const two: Inputs["tables"] = [
    {
      role: "subjects",
      name: "",
      header: ["名称", "年度", "片区", "级别", "分"],
      rows: [
        ["甲", "2023", "东", "高", "5"],
        ["甲", "2024", " 东", "高 ", "7"],
        ["乙", "2024", "西", "低", "6"],
        ["丙", "2024", "西", "低", "6"],
      ],
    },
    { role: "history", name: "", header: ["名称", "年度", "总分"], rows: [["甲", "2022", "4"]] },
  ];
  const given: Inputs = { rubric: text, tables: two, scenario: null, lang: "zh" };
  const found = withProblemTexts(new Evaluator().evaluate(given), given).good!;
  const before = comparedWithBefore(found, periodOfResults(found), two[1]);
  expect(before?.rows.map(({ key, period, change }) => [key, period, change])).toEqual([
    ["甲", "2024", "+3.00"],
    ["乙", "2024", null],
    ["丙", "2024", null],
  ]);
  expect(subjectProperties(found, two).map(({ name, values }) => [name, values])).toEqual([
    ["", ["2023", "2024"]],
    ["片区", ["东", "西"]],
    ["级别", ["高", "低"]],
  ]);
});
