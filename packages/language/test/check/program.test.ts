import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { analyse, parse, render, type Analysis, type ast } from "@yardstick/language";
import type { Expression, Item, Line, Program } from "@yardstick/language/program";
import { check } from "../../src/check/check.js";
import { around, data, item, messages } from "./marked.js";

function programOf(source: string, analysis: Analysis = analyse(source)): Program {
  expect(
    messages(analysis).filter((message) => /^(unused|item-without|ranking-unused)/.exec(message) === null),
  ).toEqual([]);
  if (analysis.program === null) throw new Error("no program");
  return analysis.program;
}

function partNamed(program: Program, name: string) {
  const part = program.parts.find((one) => one.name === name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return part;
}

function itemNamed(program: Program, name: string): Item {
  const part = partNamed(program, name);
  if (part.kind !== "item") throw new Error(`${name} is no item`);
  return part;
}

function onlyLine(source: string): Line {
  const [line] = itemNamed(programOf(item(source)), "乙").lines;
  if (line === undefined) throw new Error("no line");
  return line;
}

function amountOf(source: string): Expression {
  const { amount } = onlyLine(source);
  if (amount.kind !== "expression") throw new Error("no expression");
  return amount.value;
}

/** Without places and types, which would bury the rest. */
function bare(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === "span" || key === "type" ? undefined : inner)),
  );
}

const number = (value: string) => ({ kind: "number", value });

const community = readFileSync(
  new URL("../../../../examples/community-2008/community-2008.rubric", import.meta.url),
  "utf8",
);

describe("the example of 2008", () => {
  const analysis = analyse(community);
  const program = analysis.program as Program;

  it("has nothing that could be found, not even advice", () => {
    expect(analysis.findings.map((diagnostic) => render(diagnostic, "en").message)).toEqual([]);
  });

  it("keeps its head", () => {
    const { title, edition, total, scoreDecimals, itemDecimals, subject, language } = program;
    expect({ title, edition, total, scoreDecimals, itemDecimals, subject, language }).toEqual({
      title: "社区工作目标管理量化考核",
      edition: { name: "2008", from: "2008-01-01", to: "2008-12-31" },
      total: "100",
      scoreDecimals: 2,
      itemDecimals: null,
      subject: "社区",
      language: "1",
    });
    expect([program.fields[program.key]?.name, program.fields[program.period ?? -1]?.name]).toEqual(["名称", "年度"]);
  });

  it("has its nine sections with their worth, and the bonuses worth nothing", () => {
    expect(program.roots.map((root) => [program.parts[root]?.name, program.parts[root]?.worth])).toEqual([
      ["党群工作", "18"],
      ["经济工作", "20"],
      ["综治稳定", "12"],
      ["计划生育", "10"],
      ["劳动保障", "8"],
      ["社区建设", "8"],
      ["民政工作", "8"],
      ["爱卫创建", "8"],
      ["中心工作", "8"],
    ]);
    const { points, worth, start, min, max, form } = itemNamed(program, "招商超额");
    expect({ points, worth, start, min, max, form }).toEqual({
      points: "0",
      worth: "0",
      start: "0",
      min: "0",
      max: "3",
      form: "bonus",
    });
    expect(partNamed(program, "民主集中制").path).toBe("党群工作/党组织建设/民主集中制");
  });

  it("turns 万元 into yuan, in ranges and in tests", () => {
    const field = program.fields.findIndex((one) => one.name === "招商任务");
    expect(program.fields[field]?.type).toEqual({
      kind: "number",
      form: "number",
      unit: { name: "万元", scale: "10000", dimension: { 元: 1 } },
      min: "10000",
      max: null,
    });
    const given = program.tests[0]?.given.find((one) => one.kind === "field" && one.field === field);
    expect(bare(given)).toEqual({ kind: "field", field, value: number("5000000") });
  });

  it("asks for judgements in points, from the department of the item", () => {
    const judgement = program.fields.find((one) => one.name === "党费收缴不力");
    expect(judgement).toMatchObject({
      optional: true,
      assessor: "组织办",
      type: { kind: "number", unit: { name: "分" }, min: "0", max: "1/2" },
      judgement: {
        part:
          partNamed(program, "党费与活动").kind === "item"
            ? program.parts.indexOf(partNamed(program, "党费与活动"))
            : -1,
        line: 0,
      },
    });
  });

  it("knows who fills in a field that only one department's items read", () => {
    const assessorOf = (name: string) => program.fields.find((one) => one.name === name)?.assessor;
    expect(assessorOf("制度不健全")).toBe("组织办");
    expect(assessorOf("招商完成")).toBe("经发办");
    expect(assessorOf("台账")).toBe(null);
    expect(assessorOf("安全事故")).toBe(null);
  });

  it("flattens blocks into conditions", () => {
    const lines = itemNamed(program, "迎检与督办").lines;
    expect(lines.map((line) => line.conditions.length)).toEqual([1, 2, 0, 0]);
  });

  it("reads last places over time", () => {
    expect(bare(program.consequences[1]?.condition)).toEqual({
      kind: "comparison",
      op: "≥",
      left: {
        kind: "running",
        condition: {
          kind: "logic",
          op: "or",
          left: { kind: "reference", to: { kind: "last", ranking: 0 } },
          right: { kind: "reference", to: { kind: "last", ranking: 1 } },
        },
      },
      right: number("2"),
    });
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
  });
});

describe("units", () => {
  it("give a bare number the unit it is compared with", () => {
    const condition = onlyLine("若 完成 > 100 扣 1 分").conditions[0];
    expect(bare(condition)).toMatchObject({ right: number("1000000") });
  });

  it("give a step of one unit where none is written, and whole steps where one is", () => {
    expect(onlyLine("每 完成 扣 0.1 分").per).toMatchObject({ step: "10000", whole: false });
    expect(onlyLine("每 5 完成 扣 0.1 分").per).toMatchObject({ step: "50000", whole: true });
    expect(onlyLine("每 2% 合格率 少于 95% 扣 0.1 分").per).toMatchObject({ step: "1/50", whole: true });
    expect(onlyLine("每 迟报 扣 0.1 分").per).toMatchObject({ step: "1", whole: false });
  });

  it("make percentages shares of the item's points where points are due, and only there", () => {
    expect(bare(amountOf("扣 10%"))).toEqual({ kind: "share", operand: number("1/10") });
    expect(bare(amountOf("扣 2 个百分点"))).toEqual({ kind: "share", operand: number("1/50") });
    expect(bare(amountOf("扣 0.5"))).toEqual(number("1/2"));
    expect(bare(amountOf("扣 满分"))).toEqual({ kind: "full" });
    expect(bare(onlyLine("若 合格率 < 95% 扣 1 分").conditions[0])).toMatchObject({ right: number("19/20") });
    expect(bare(amountOf("得 按 合格率 { >= 90%: 满分; >= 60%: 50%; 其余: 1 }"))).toMatchObject({
      rows: [{ value: { kind: "full" } }, { value: { kind: "share", operand: number("1/2") } }],
      otherwise: number("1"),
    });
    expect(bare(amountOf("得 均值(按 票.档 { 优: 100%; 其余: 0 })"))).toMatchObject({
      kind: "share",
      operand: { kind: "aggregate", value: { rows: [{ value: number("1") }], otherwise: number("0") } },
    });
  });

  it("read a bare target in the unit of what was reached", () => {
    expect(onlyLine("得 按比例 完成 / 500").amount).toMatchObject({ target: { value: "5000000" } });
  });
});

describe("a by table", () => {
  const keysOf = (source: string) => {
    const value = amountOf(source);
    if (value.kind !== "bands") throw new Error("no table");
    return value.rows.map((row) => row.keys.map((key) => (key.kind === "range" ? [key.fromOpen, key.toOpen] : [])));
  };

  it("gives a shared border to the row that begins with it", () => {
    expect(keysOf("得 按 合格率 { < 60%: 0; 60% .. 80%: 50%; 80% .. 100%: 满分 }")).toEqual([
      [[false, true]],
      [[false, true]],
      [[false, false]],
    ]);
  });

  it("keeps the upper end where no other row takes it", () => {
    expect(keysOf("得 按 合格率 { < 60%: 0; 60% .. 80%: 50%; 其余: 满分 }")).toEqual([
      [[false, true]],
      [[false, false]],
    ]);
  });

  it("leaves a border to the comparison that names it", () => {
    expect(keysOf("得 按 合格率 { <= 60%: 0; 60% .. 80%: 50%; > 80%: 满分 }")).toEqual([
      [[false, false]],
      [[true, false]],
      [[true, false]],
    ]);
  });
});

describe("points and weights", () => {
  it("share the worth of what is above", () => {
    const program = programOf(
      `满分 100 分\n${data}大类 甲 权重 60% { 条目 乙 权重 1/3 {} 条目 丙 权重 2/3 {} }\n大类 丁 权重 40% { 条目 戊 30 分 {} 条目 己 70 分 {} }`,
    );
    const sizes = Object.fromEntries(program.parts.map((part) => [part.name, [part.points, part.worth, part.weight]]));
    expect(sizes).toEqual({
      甲: ["60", "60", "3/5"],
      乙: ["20", "20", "1/3"],
      丙: ["40", "40", "2/3"],
      丁: ["100", "40", "2/5"],
      戊: ["30", "30", null],
      己: ["70", "70", null],
    });
  });

  it("start an item full, or at nothing where it earns, within its range", () => {
    const program = programOf(
      `${data}条目 乙 5 分 限 2 .. 6 分 { 每 迟报 扣 1 分 }\n条目 丙 5 分 { 得 按比例 完成 / 任务 }\n扣分项 丁 最多 3 分 { 每 缺项 扣 1 分 }`,
    );
    const ranges = Object.fromEntries(
      program.parts.map((part) => [part.name, part.kind === "item" ? [part.start, part.min, part.max] : []]),
    );
    expect(ranges).toEqual({ 乙: ["5", "2", "6"], 丙: ["0", "0", "5"], 丁: ["0", "-3", "0"] });
    expect(program.total).toBe("10");
  });

  it("hold for each variant", () => {
    const program = programOf(
      `${data}大类 甲 10 分 按 类型 { 城 { 条目 乙 10 分 {} } 其余 { 条目 乙 4 分 {} 条目 丙 6 分 {} } }`,
    );
    const [section] = program.parts;
    expect(section?.kind === "section" ? section.variants?.cases : null).toEqual([
      { levels: [0], parts: [1] },
      { levels: null, parts: [2, 3] },
    ]);
    expect(program.parts.map((part) => part.path)).toEqual(["甲", "甲/城/乙", "甲/其余/乙", "甲/其余/丙"]);
  });
});

describe("results", () => {
  it("make a choice of grades, worst first", () => {
    const program = programOf(
      around(
        "等次 年度等次 { 优秀: 名额 20% 且 总分 >= 9; 称职: 总分 >= 6; 其余: 不称职 }\n处理 谈话 若 年度等次 < 称职",
      ),
    );
    const grades = program.grades[0];
    expect(program.choices[grades?.choice ?? -1]).toEqual({
      name: "年度等次",
      ordered: true,
      levels: ["不称职", "称职", "优秀"].map((name) => ({ name, description: null })),
    });
    expect(grades?.rows[0]?.quota).toMatchObject({ kind: "share", value: { value: "1/5" }, rounding: "down" });
    expect(bare(program.consequences[0]?.condition)).toMatchObject({ right: { kind: "level", value: 1 } });
  });

  it("take a condition for its own message where a check has none", () => {
    const program = programOf(around('要求 迟报 <= 缺项\n要求 迟报 <= 99 "太多"'));
    expect(program.requirements.map((one) => one.message)).toEqual(["迟报 <= 缺项", "太多"]);
  });

  it("change points, weights and constants in a scenario", () => {
    const program = programOf(
      `满分 10 分\n${data}常量 单价: 数值 元 = 5\n条目 乙 4 分 {}\n条目 丙 6 分 {}\n公布 奖金 = 迟报 * 单价\n方案 "一" { 乙: 5 分; 丙: 5; 单价: 6 元 }`,
    );
    expect(program.scenarios[0]?.changes.map((change) => bare(change))).toEqual([
      { kind: "points", part: 0, value: "5" },
      { kind: "points", part: 1, value: "5" },
      { kind: "constant", constant: 0, value: number("6") },
    ]);
  });
});

describe("a used rubric", () => {
  const team = programOf(
    around(
      "排名 全县 按 总分\n等次 年度 { 优秀: 总分 >= 9; 其余: 称职 }\n奖励 红旗 全县 第 1 名 3000 元\n公布 均分 = 总分 / 2",
    ),
  );
  const text = (body: string) => `${around(`引用 "班子.rubric" 作 班子 按 组别${body}`)}`;
  const uses = new Map([["班子.rubric", team]]);

  it("is read by its published results, with their types", () => {
    const program = programOf(
      text(
        "\n公布 子 = 班子.总分 / 班子.满分 * 班子.奖励 * 30%\n处理 谈话 若 班子.年度 = 称职 且 班子.全县 > 3 且 班子.甲 < 5 分 且 班子.均分 < 4",
      ),
      analyse(
        text(
          "\n公布 子 = 班子.总分 / 班子.满分 * 班子.奖励 * 30%\n处理 谈话 若 班子.年度 = 称职 且 班子.全县 > 3 且 班子.甲 < 5 分 且 班子.均分 < 4",
        ),
        { uses },
      ),
    );
    expect(program.outputs[0]?.value.type).toEqual({ kind: "number", dimension: { 元: 1 }, percent: false });
    expect(JSON.stringify(program.consequences[0]?.condition)).toContain('"used","use":0,"result":"年度"');
  });

  it("gives a series where all periods are asked for", () => {
    const source = text(" 各期\n公布 子 = 均值(班子.总分 去掉 最低 1)\n公布 丑 = 个数(班子.总分)");
    const program = programOf(source, analyse(source, { uses }));
    expect(program.outputs.map((output) => output.value.type)).toEqual([
      { kind: "number", dimension: { 分: 1 }, percent: false },
      { kind: "number", dimension: {}, percent: false },
    ]);
    const codesOf = (more: string) => analyse(text(` 各期\n${more}`), { uses }).findings.map(({ code }) => code);
    expect(codesOf("公布 子 = 个数(班子)")).toContain("series-function");
    expect(codesOf("公布 子 = 有(班子.总分)")).toContain("row-condition-expected");
    const two = '引用 "班子.rubric" 作 队伍 按 名称 各期\n公布 子 = 求和(班子.总分 其中 队伍.总分 > 1 分)';
    expect(codesOf(two)).toContain("periods-of-two");
  });

  it("publishes each list of a ranking by section under its own name", () => {
    const sections = programOf(around("排名 分线 按 各大类"));
    const source = text("\n公布 子 = 班子.分线.甲 + 1");
    const program = programOf(source, analyse(source, { uses: new Map([["班子.rubric", sections]]) }));
    expect(JSON.stringify(program.outputs[0]?.value)).toContain('"result":"分线/甲"');
  });

  it("publishes nothing but results", () => {
    const { findings } = analyse(text("\n公布 子 = 班子.迟报"), { uses });
    expect(findings.filter((diagnostic) => diagnostic.code === "unknown-name")).toHaveLength(1);
  });
});

describe("a tree with params", () => {
  it("leaves no program, and nothing is said of what may be in the params", () => {
    const broken = analyse(
      `${data}大类 甲 10 分 {\n条目 乙 4 分 { 每 迟报 扣 0.1 分 }\n条目 丙 6 分 分 { 每 缺项 扣 }\n}\n排名 全街道 按 总分`,
    );
    expect(broken.program).toBe(null);
    const codes = broken.findings.map((diagnostic) => diagnostic.code);
    expect(codes.filter((code) => !code.startsWith("syntax-"))).toEqual([]);
    expect(codes.length).toBeGreaterThan(0);
  });

  it("still tells of names that are surely misspelt", () => {
    const { findings } = analyse(`${data}条目 乙 4 分 { 每 迟抱 扣 0.1 分 }\n排名 全街道 按`);
    expect(findings.map((diagnostic) => diagnostic.code)).toContain("unknown-name");
  });
});

describe("the facts", () => {
  /** Names without a referent, units aside; the score itself is nowhere declared. */
  function meaningless(source: string): string[] {
    const { rubric, facts } = analyse(source);
    const found: string[] = [];
    const visit = (node: unknown, role: string): void => {
      if (typeof node !== "object" || node === null) return;
      const name = node as ast.Name;
      if (name.kind === "name" && role !== "unit" && name.text !== "总分" && !facts.references.has(name))
        found.push(name.text);
      for (const [key, inner] of Object.entries(node)) visit(inner, Number.isNaN(Number(key)) ? key : role);
    };
    visit(rubric, "");
    return found;
  }

  it("say what each name refers to, where it is declared and where it is used", () => {
    expect(meaningless(community)).toEqual([]);
    expect(
      meaningless(
        around(
          `数据 社区 { 其他: 档次 }\n选项 档次 (差 < 好)\n常量 单价: 数值 元\n大类 丙 3 分 按 类型 { 城 { 条目 丁 3 分 { 酌情 得 } } 其余 { 条目 丁 3 分 {} } }
加分项 戊 最多 1 分 { 逐条 台账 其中 事项 = "x" 且 台账.数量 > 2 加 0.1 分 最多 1 分 每 登记 }\n加分 仅限 戊
系数 规模 按 人口 { < 1000: 0.9; 其余: 1 } 用于 甲\n排名 全街道 按 得分(甲.乙) 同 组别 再按 完成\n排名 分线 按 各大类
等次 年度等次 按 全街道 { 优秀: 总分 >= 9; 其余: 称职 }\n一票否决 安全 若 迟报 > 9 { 等次不高于 称职 }
奖励 红旗 全街道 第 1 名 若 年度等次 = 优秀 发 单价 × 2\n处理 谈话 若 位次(分线.甲) > 3 或 其他 = 好
设 己 = 求和(票.分数 其中 档 = 优)\n公布 子 = 己 + 最高(己 同 组别)
方案 "一" { 单价: 3; 甲.乙: 10 分 }\n样例 "一" { 给定 { 迟报: 1, 单价: 2, 台账: [{ 事项: "x" }], 等级: 好, 甲.乙: 9 } 应得 { 甲: 9, 分线.甲: 1, 安全: 否, 年度等次: 优秀 } }`,
        ),
      ),
    ).toEqual([]);
  });

  it("say what each expression is", () => {
    const source = item("若 等级 = 好 扣 求和(台账.数量) × 0.1 分");
    const { rubric } = parse(source);
    const { facts } = check(rubric, { source });
    const kinds = new Map([...facts.types].map(([node, type]) => [source.slice(...node.span), type.kind]));
    expect([kinds.get("等级 = 好"), kinds.get("等级"), kinds.get("求和(台账.数量)")]).toEqual([
      "flag",
      "level",
      "number",
    ]);
  });
});
