// What could be read in more than one way is asked, or given by the document with its reason; it is never read silently.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading } from "../src/index.js";
import { inItem } from "./clause.js";

const inText = (...lines: readonly string[]): Reading => readDocument({ text: `考核细则\n\n${lines.join("\n")}` });
const inTable = (...rows: readonly string[]): Reading =>
  readDocument({ html: `<table>${rows.map((row) => `<tr>${row}</tr>`).join("")}</table>` });
const cells = (...texts: readonly string[]): string => texts.map((text) => `<td>${text}</td>`).join("");

/** The questions of a clause; those that the document answers with the option. */
const asked = (reading: Reading, clause = 0): readonly string[] =>
  (reading.clauses[clause]?.questions ?? []).map(({ code, chosen, because }) =>
    because === null ? code : `${code} ${String(chosen)}`,
  );
const states = (reading: Reading): readonly string[] => reading.clauses.map(({ state }) => state);
const effects = (reading: Reading): readonly string[] =>
  reading.clauses.flatMap(({ matches }) =>
    matches.flatMap(({ parts }) => parts.map((part) => (part.kind === "rule" ? part.effect : part.kind))),
  );

describe("points without a verb", () => {
  test.each(["发表信息每篇0.5分", "Reports on time: 5 points", "2 points for each idea"])(
    "are asked about in an item: %s",
    (text) => {
      expect(asked(inItem(text))).toContain("earn-or-lose");
    },
  );

  test.each(["发生安全事故5分", "国家级5分，省级3分，市级1分", "迟到1次2分"])(
    "are what their section is: %s",
    (text) => {
      expect(effects(inText("一、扣分项", text))).toEqual(["deduct"]);
      expect(effects(inText("一、减分事项", text))).toEqual(["deduct"]);
      expect(effects(inText("一、加分项", text))).toEqual(["add"]);
    },
  );

  test.each(["Missing a meeting: 3 points", "Complaint upheld (5 points)", "2 points for each late report"])(
    "are what their English section is: %s",
    (text) => {
      const below = (heading: string) =>
        readDocument({ text: `Scheme\n\nQuality (20 points)\nOne\n${heading}\n1. ${text}` });
      expect(effects(below("Penalties"))).toEqual(["deduct"]);
      expect(effects(below("Bonus"))).toEqual(["add"]);
    },
  );

  test("are what their column is", () => {
    const reading = inTable(
      "<th>考核项目</th><th>分值</th><th>加分标准</th><th>扣分标准</th>",
      cells("综治", "10", "获市级表彰2分", "漏报一次1分"),
    );
    expect(effects(reading)).toEqual(["add", "deduct"]);
  });

  test.each([
    ["2 points for each confirmed partner, up to 10 points", "earn-or-lose 0"],
    ["参加培训一次2分，最高10分", "earn-or-lose 0"],
    ["New client: 6 points; old client: 4 points", "earn-or-lose 0"],
    ["2 points for each late report, up to 10 points", "earn-or-lose"],
    ["New client: 6 points; old client: 3 points", "earn-or-lose"],
    ["New client: 6 points; missing report: deduct 4 points", "earn-or-lose"],
  ])("are earned where they make up the points of their item, with the reason: %s", (text, expected) => {
    expect(asked(inItem(text))).toContain(expected);
  });

  test("levels of quality that share out the points of an item are earned", () => {
    expect(asked(inItem("优秀10分，良好8分，一般5分"))).toEqual(["earn-or-lose 0"]);
    expect(asked(inItem("优秀8分，良好6分，一般5分"))).toContain("earn-or-lose");
  });
});

describe("lines of a section", () => {
  test("a line of a bonus or a penalty that states points alone is a clause, and the next number stands beside it", () => {
    const reading = inText("一、扣分项", "1.发生安全事故5分。", "2.未报告工作3分。", "3.迟到一次扣1分。");
    expect(reading.clauses.map(({ text }) => text)).toEqual(["发生安全事故5分", "未报告工作3分", "迟到一次扣1分"]);
    expect(effects(reading)).toEqual(["deduct", "deduct", "deduct"]);
  });

  test("a line whose number continues that of its item is asked about", () => {
    const reading = inText(
      "一、综治（10分）",
      "1.组织健全（3分）。",
      "2.未召开会议的，每次扣1分。",
      "3.制度完善（7分）。",
    );
    expect(asked(reading)).toEqual(["beside-item"]);
    expect(reading.answer("1:beside-item", 1).clauses[0]?.state).toBe("not-read");
    expect(states(reading.answer("1:beside-item", 0))).toEqual(["read"]);
  });

  test("a line numbered behind a clause is a clause", () => {
    const reading = inText("一、综治（10分）", "1.漏报一次扣1分。", "2.召开会议2分。");
    expect(states(reading)).toEqual(["read", "not-read"]);
    expect(reading.draft().text).toContain("满分 10 分");
  });

  test("points that the items of a section make up are not those of the text before as well", () => {
    const reading = inText(
      "一、综治（10分）",
      "漏报一次扣1分。",
      "1.组织（3分）：未建立扣1分。",
      "2.制度（7分）：缺一项扣2分。",
    );
    expect(asked(reading)).toEqual(["no-points"]);
    expect(reading.draft().text).toContain("满分 10 分");
  });

  test("points of a section that are left by its items are asked about", () => {
    const reading = inText("一、平安（40分）", "1、漏报一次扣1分。", "2、安全生产（10.5分）：每发生事故1起扣5分。");
    expect(asked(reading)).toEqual(["rest-points"]);
    expect(reading.answer("1:rest-points", 0).draft().text).toContain("满分 40 分");
    expect(reading.outline.sections[0]?.items.map(({ points }) => points)).toEqual(["29.5", "10.5"]);
  });

  test("each part with points is in the draft", () => {
    const reading = inTable(
      "<th>项目</th><th>分值</th><th>评分标准</th>",
      cells("综治", "10", ""),
      cells("加分项", "5", ""),
    );
    expect(reading.draft().text).toContain('待定 "加分项：原文没有写怎样计分"');
  });
});

describe("merged and empty cells", () => {
  const head = "<th>考核项目</th><th>分值</th><th>评分标准</th>";

  test("a clause over the rows of several items is asked about", () => {
    const reading = inTable(head, `${cells("综治", "10")}<td rowspan=2>漏报一次扣1分</td>`, cells("信访", "5"));
    expect(asked(reading)).toEqual(["merged-cells"]);
    expect(reading.answer("1:merged-cells", 1).clauses[0]?.state).toBe("not-read");
  });

  test("points over several names are those of one item, with the reason", () => {
    const reading = inTable(
      head,
      "<td>会议</td><td rowspan=2>5</td><td>未开会一次扣1分</td>",
      cells("学习", "未学习一次扣1分"),
    );
    expect(asked(reading)).toEqual(["shared-points 0"]);
    expect(reading.totals.points).toBe("5");
    expect(reading.answer("1:shared-points", 1).clauses[0]?.state).toBe("not-read");
  });

  test("points over several sections are not those of each", () => {
    const reading = inTable(
      "<th>类别</th><th>考核项目</th><th>分值</th><th>评分标准</th>",
      "<td>综治</td><td>值班</td><td rowspan=2>5</td><td>脱岗一次扣1分</td>",
      cells("信访", "接访", "未接访一次扣1分"),
    );
    expect(reading.totals.points).toBe("5");
    expect(asked(reading, 1)).toEqual(["no-points"]);
  });

  test.each(["", "10、5", "见附件"])("an item beside others whose points are “%s” is asked about", (points) => {
    const reading = inTable(head, cells("综治", "10", "漏报一次扣1分"), cells("信访", points, "越级上访一次扣2分"));
    const clause = reading.clauses.findIndex(({ text }) => text.startsWith("越级"));
    expect(asked(reading, clause)).toEqual(["no-points"]);
  });

  test.each(["/", "无", "-"])("an item that is said to have no points is a penalty: %s", (points) => {
    const reading = inTable(head, cells("综治", "10", "漏报一次扣1分"), cells("信访", points, "越级上访一次扣2分"));
    expect(states(reading)).toEqual(["read", "read"]);
    expect(reading.draft().text).toContain("扣分项 信访");
  });

  test("an empty name goes on with the item above", () => {
    const reading = inTable(
      head,
      cells("综治", "10", "漏报一次扣1分"),
      cells("", "", "迟报一次扣2分"),
      cells("", "5", "缺报一次扣3分"),
    );
    expect(reading.outline.sections[0]?.items.map(({ name, points }) => [name, points])).toEqual([
      ["综治", "10"],
      ["综治2", "5"],
    ]);
  });
});

describe("columns and rows of tables", () => {
  test("what an assessment found is no rule", () => {
    const reading = inTable(
      "<th>考核内容</th><th>分值</th><th>考核标准</th><th>得分</th><th>扣分原因</th>",
      cells("综治", "10", "漏报一次扣1分", "9", "迟报2次扣2分"),
    );
    expect(states(reading)).toEqual(["read", "not-read"]);
  });

  test("points of items stand behind their names, those of sections before them", () => {
    const reading = inTable(
      "<th>考核项目</th><th>分值</th><th>考核内容</th><th>分值</th><th>评分标准</th>",
      "<td rowspan=2>党建</td><td rowspan=2>20</td><td>组织</td><td>8</td><td>缺一次扣1分</td>",
      cells("学习", "12", "缺一次扣2分"),
      cells("综治", "10", "值班", "10", "脱岗一次扣1分"),
    );
    expect(
      reading.outline.sections.map(({ name, points, items }) => [
        name,
        points,
        items.map((item) => [item.name, item.points]),
      ]),
    ).toEqual([
      [
        "党建",
        "20",
        [
          ["组织", "8"],
          ["学习", "12"],
        ],
      ],
      ["综治", "10", [["值班", "10"]]],
    ]);
    expect(reading.outline.sums).toEqual([]);
  });

  test("a sentence beside a sum is listed", () => {
    const reading = inTable(
      "<th>考核项目</th><th>分值</th><th>评分标准</th>",
      cells("综治", "10", "漏报一次扣1分"),
      cells("合计", "10", "扣分超过5分的不得评优"),
    );
    expect(states(reading)).toEqual(["read", "not-read"]);
  });

  test("a header that is printed again is no item", () => {
    const head = cells("考核项目", "分值", "评分标准");
    const reading = inTable(head, cells("综治", "10", "漏报一次扣1分"), head, cells("信访", "10", "越级上访一次扣1分"));
    expect(reading.outline.sections[0]?.items.map(({ name }) => name)).toEqual(["综治", "信访"]);
  });

  test("points and weights that cannot be read are asked about", () => {
    const reading = inTable(
      "<th>考核项目</th><th>分值及权重</th><th>评分标准</th>",
      cells("综治", "10分，占20%", "漏报一次扣1分"),
    );
    expect(asked(reading)).toContain("no-points");
  });
});

describe("names of fields", () => {
  const fields = (reading: Reading) =>
    (reading.draft().text.match(/(?<=\n {2})\S+(?=: (?:计数|是否|count))/gu) ?? []).length;

  test.each([
    ["发生集体访（5人以上）的，每次扣2分", "发生集体访（20人以上）的，每次扣5分"],
    ["发生集体访（进京）每起扣6分", "发生集体访（赴省）每起扣4分"],
    ["参加培训每少1人次扣1分", "参加培训每少1小时扣2分"],
    ["发生事故1起扣2分", "发生事故1人扣1分"],
    ["Each complaint (confirmed) costs 2 points", "Each complaint (unresolved) costs 1 point"],
  ])("%s and %s are counted apart", (one, other) => {
    const reading = inText("一、信访（20分）", `1.${one}。`, `2.${other}。`);
    expect(states(reading)).toEqual(["read", "read"]);
    expect(fields(reading)).toBe(2);
  });

  test("events of different words and one name are asked about", () => {
    const reading = inText(
      "一、信访（20分）",
      "1.在上级检查中，发现问题未整改到位的，每次扣1分。",
      "2.在自查中，发现问题未整改到位的，每次扣3分。",
    );
    expect(asked(reading, 1)).toEqual(["same-event"]);
    expect(reading.answer("2:same-event", 1).clauses[1]?.state).toBe("not-read");
    expect(fields(reading.answer("2:same-event", 0))).toBe(1);
  });

  test("an event that two clauses count is asked about", () => {
    const reading = inText("一、信访（20分）", "1.漏报一次扣1分。", "2.漏报1次扣2分。");
    expect(asked(reading, 1)).toEqual(["same-event"]);
  });

  test("the questions of a clause have ids of their own", () => {
    const reading = inText(
      "一、信访（20分）",
      "1.在上级检查中，发现问题未整改到位的，每次扣1分。",
      "2.漏报一次扣1分。",
      "3.漏报一次扣2分，在自查中，发现问题未整改到位的，每次扣3分。",
    );
    const ids = reading.open.map(({ id }) => id);
    expect(ids).toContain("3:same-event");
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("the same event in other words around it is one figure", () => {
    const reading = inText("一、信访（20分）", "1.出现漏报的，每次扣1分。", "2.发生漏报，超过3次的，每超1次扣3分。");
    expect(asked(reading, 1)).not.toContain("same-event");
    expect(fields(reading)).toBe(1);
  });
});

describe("lists", () => {
  const list = (lead: string) => inText("一、综治（20分）", lead, "1.越级上访；", "2.集体上访。");

  test("points for one of several events are asked about", () => {
    const reading = list("有下列情形之一的，扣5分：");
    expect(asked(reading, 1)).toEqual(["list-once"]);
    expect(states(reading.answer("list-once", 0))).toEqual(["not-a-rule", "read", "read"]);
    expect(states(reading.answer("list-once", 1)).slice(1)).toEqual(["not-read", "not-read"]);
  });

  test("a bound before a list is asked about", () => {
    expect(asked(list("有下列情形之一的，每次扣2分，最多扣6分："), 1)).toEqual(["list-cap"]);
  });

  test.each(["有下列情形之一的，每项扣2分：", "有下列情形之一的，各扣2分：", "有下列情形的，不得分："])(
    "%s says what each of them does",
    (lead) => {
      expect(list(lead).open).toEqual([]);
    },
  );
});

describe("consequences below a heading of vetoes", () => {
  test.each(["受到县级通报批评的，降低一个等次", "瞒报事故的，直接评定为不合格"])("%s is no event", (text) => {
    expect(states(inText("一、一票否决", `1.${text}。`))).toEqual(["not-read"]);
  });

  test("总分归零 is what it says", () => {
    const reading = inText("一、一票否决", "1.受党纪处分的，总分归零。");
    expect(states(reading)).toEqual(["read"]);
    expect(reading.draft().text).toContain("若 受党纪处分 { 总分归零 }");
  });

  test("the last place is no event", () => {
    expect(states(inText("一、结果运用", "末位的社区取消评优资格。"))).toEqual(["not-read"]);
  });

  test("得0分 in a penalty is not read", () => {
    expect(states(inText("一、扣分项", "1.未完成任务得0分。"))).toEqual(["not-read"]);
  });
});

describe("ends of grades", () => {
  const graded = (text: string) => inText("一、工作（100分）", "1.出差错一次扣1分。", "二、等次", text);
  const table = (reading: Reading) =>
    /等次 等级 按 全部 \{ (.*) \}/u.exec(reading.draft().text)?.[1]?.replaceAll("总分 ", "");

  test.each([
    [
      "90分（不含）以上为优秀，80分（不含）-90分（含）为良好，80分（含）以下为合格。",
      "优秀: > 90; 良好: > 80; 其余: 合格",
    ],
    ["90分（含）以上为优秀，80分（含）-90分为良好，80分以下为合格。", "优秀: >= 90; 良好: >= 80; 其余: 合格"],
    ["90-100分为优秀，80-90分（不含90分）为良好，80分（不含）以下为合格。", "优秀: >= 90; 良好: >= 80; 其余: 合格"],
    ["80-90分（含80分、不含90分）为良好，90分以上为优秀，80分以下为合格。", "优秀: >= 90; 良好: >= 80; 其余: 合格"],
    ["85分（不含）以上为优秀，85分（含）以下为合格。", "优秀: > 85; 其余: 合格"],
  ])("are those that it says: %s", (text, expected) => {
    const reading = graded(text);
    expect(asked(reading, 1)).toEqual([]);
    expect(table(reading)).toBe(expected);
  });

  test.each([
    ["90分以上为优秀，80-90分为良好，80分以下为合格。", ["border 0"]],
    ["90-100分为优秀，80-90分为良好，80分以下为合格。", ["border"]],
    ["75-90分为良好，75分以下为合格。", ["border", "above-grades"]],
  ])("that it does not say are asked or given: %s", (text, expected) => {
    expect(asked(graded(text), 1).toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    "80分以上为合格，80分（含）以下为不合格。",
    "80分（含）以上为合格，80分（含）以下为不合格。",
    "高于90分为优秀，低于90分为合格。",
    "60-80分（含80分）为合格，80-90分（含90分）为良好，90分以上为优秀，60分以下为不合格。",
  ])("that contradict one another are not read: %s", (text) => {
    expect(states(graded(text)).at(-1)).toBe("not-read");
  });

  test("two tables of grades are not read", () => {
    const reading = inText(
      "一、工作（100分）",
      "1.出差错一次扣1分。",
      "二、等次",
      "90分以上为优秀，90分以下为合格。",
      "85分以上为优秀，85分以下为合格。",
    );
    expect(states(reading)).toEqual(["read", "not-read", "not-read"]);
  });
});

describe("bands", () => {
  test.each([
    ["90%以上10分，80-89%8分，80%以下0分", "earn-or-lose 0"],
    ["90%以上8分，80-89%5分，80%以下3分", "earn-or-lose"],
    ["late by more than 3 days: 5 points, more than 7 days: 10 points", "earn-or-lose"],
  ])("without a verb are asked or given: %s", (text, expected) => {
    expect(asked(inItem(text))).toContain(expected);
  });

  test("of deductions that reach down to none at all are asked about", () => {
    const reading = inItem("迟报3天以内扣1分，4-5天扣2分，6天以上扣3分");
    expect(asked(reading)).toEqual(["none-at-all"]);
    expect(reading.answer("1:none-at-all", 0).draft().text).toContain("{ 0: 0 分;");
    expect(reading.answer("1:none-at-all", 1).draft().text).not.toContain("0: 0 分");
  });
});

describe("what is left of a list of levels", () => {
  test.each(["评为优秀的得10分，合格的得6分，其他的酌情得分", "获得一等奖得10分，二等奖得7分，其他得基本分"])(
    "is no requirement and not the whole item: %s",
    (text) => {
      expect(states(inItem(text))).toEqual(["not-read"]);
    },
  );
});

test.each(["国家级通报扣5分，省级扣3分，其他扣1分", "国家级通报5分，省级3分，其他情形1分"])(
  "what is left of levels is no event: %s",
  (text) => {
    expect(states(inText("一、扣分项", `1.${text}。`))).toEqual(["not-read"]);
  },
);

describe("quotas of grades", () => {
  const graded = (...lines: readonly string[]) =>
    inText("一、工作（100分）", "1.出差错一次扣1分。", "二、等次", ...lines);

  test.each([
    ["90分以上为优秀，90分以下为合格。", "优秀等次比例控制在20%以内。"],
    ["优秀等次比例控制在20%以内。", "90分以上为优秀，90分以下为合格。"],
    ["优秀等次比例控制在20%以内，90分以上为优秀，90分以下为合格。"],
  ])("are written wherever they stand: %s", (...lines) => {
    expect(graded(...lines).draft().text).toContain("优秀: 名额 20% 且 总分 >= 90");
  });

  test("of the lowest grade is not read", () => {
    const reading = graded("90分以上为优秀，90分以下为合格。", "合格等次不超过20%。");
    expect(states(reading).at(-1)).toBe("not-read");
  });
});

describe("weights", () => {
  const weighted = (...weights: readonly string[]) =>
    inTable(
      "<th>项目</th><th>权重</th><th>评分标准</th>",
      ...weights.map((weight, at) => cells(`工作${"甲乙丙"[at] ?? ""}`, weight, "漏报一次扣1分")),
    );
  const read = (reading: Reading) => reading.outline.sections[0]?.items.map(({ weight }) => weight);

  test.each([
    [
      ["30%", "70%"],
      ["30", "70"],
    ],
    [
      ["30", "70"],
      ["30", "70"],
    ],
    [
      ["0.3", "0.7"],
      ["30", "70"],
    ],
    [
      ["0.125", "0.875"],
      ["12.5", "87.5"],
    ],
    [
      ["30%", "0.7"],
      ["30", "70"],
    ],
    [
      ["0.5%", "99.5%"],
      ["0.5", "99.5"],
    ],
  ] as const)("%s", (texts, expected) => {
    const reading = weighted(...texts);
    expect(read(reading)).toEqual(expected);
    expect(reading.outline.sums).toEqual([]);
  });

  test("that do not make up the whole are said", () => {
    expect(weighted("0.3", "0.6").outline.sums).toEqual([
      { what: "section", name: "权重", stated: "100", found: "0.9" },
    ]);
  });
});

describe("outcomes beside clauses", () => {
  const outcome = (clause: string, text: string) =>
    states(
      inTable(
        "<th>考核项目</th><th>评分标准</th><th>分值</th>",
        cells("综治", clause, text),
        cells("信访", "漏报一次扣3分", "N×-3"),
      ),
    );

  test("are said already where they are the same", () => {
    expect(outcome("发生越级上访扣10分", "-10")).toEqual(["read", "read"]);
  });

  test.each([
    ["每起扣10分", "-10"],
    ["发生越级上访扣10分", "N×-10"],
    ["得10分", "0"],
  ])("are listed where they are not: %s beside %s", (clause, text) => {
    expect(outcome(clause, text).length).toBe(3);
  });
});

describe("a measure says nothing of what is counted", () => {
  const read = (text: string) =>
    readDocument({ text: `Scorecard (100 points)\nReports (100 points)\n${text}` })
      .draft()
      .text.match(/^ {2}per .*(?= basis)/gmu);
  test.each([
    ["Late reports lose 1 point per day, maximum 5.", "  per late_reports_days deduct 1 point up to 5 points"],
    ["Late filing: deduct 1 point per working day.", "  per late_filing_working_days deduct 1 point"],
    ["Late returns: 1 point off per day late.", "  per late_returns_days deduct 1 point"],
    ["Complaints lose 3 points per case upheld.", "  per complaints_case_upheld deduct 3 points"],
    ["Late orders lose 1 point per wrong line.", "  per late_orders_wrong_line deduct 1 point"],
    ["Deduct 1 point per day.", "  per reports_days deduct 1 point"],
    // Who is scored is no part of it.
    ["Teams lose 1 point for each foul.", "  per foul deduct 1 point"],
    ["The students lose 2 points per missed deadline.", "  per missed_deadline deduct 2 points"],
  ])("%s", (text, rule) => {
    expect(read(text)).toEqual([rule]);
  });
});

test("a line behind the first item is a clause, whatever it looks like, and never the title", () => {
  const { clauses } = readDocument({
    text: "卫生（60分）\n垃圾未清的，每处扣1分\n迟交另行处理\n纪律（40分）\n有关事项按上级要求办理",
  });
  expect(clauses.map(({ text }) => text)).toEqual(["垃圾未清的,每处扣1分", "迟交另行处理", "有关事项按上级要求办理"]);
});

test.each(["附件1", "附件：", "附", "某镇人民政府文件", "某政办发〔2026〕12号", "附件2\n某政发〔2026〕3号"])(
  "%s above a title is not the title",
  (above) => {
    const { text } = readDocument({
      text: `${above}\n某村考核细则（100分）\n一、卫生（100分）\n1.垃圾未清的，每处扣1分`,
    }).draft();
    expect(text.startsWith('考核 "某村考核细则"\n满分 100 分')).toBe(true);
  },
);

test("an annex above an English title is not the title", () => {
  const { text } = readDocument({
    text: "Annex 2\nSupplier scorecard (100 points)\nDelivery (100 points)\nDeduct 1 point for each late order.",
  }).draft();
  expect(text.startsWith('rubric "Supplier scorecard"\ntotal 100')).toBe(true);
});

test.each([
  ["某村考核细则（100分）", '考核 "某村考核细则"\n满分 100 分'],
  ["某校评分表（总分：100分）", '考核 "某校评分表"\n满分 100 分'],
  ["Supplier scorecard (100 points)", 'rubric "Supplier scorecard"\ntotal 100'],
])("%s is a title with the total", (first, expected) => {
  const lines = /[a-z]/u.test(first)
    ? "Delivery (100 points)\nDeduct 1 point for each late order."
    : "一、卫生（100分）\n1.垃圾未清的，每处扣1分";
  expect(
    readDocument({ text: `${first}\n${lines}` })
      .draft()
      .text.startsWith(expected),
  ).toBe(true);
});

test("a bound of points is no mere requirement", () => {
  const { clauses } = readDocument({
    text: "考核细则\n\n一、卫生（30分）\n1.有垃圾，每处扣1分，同一区域累计不超过3分。",
  });
  expect(clauses.map(({ state, questions }) => [state, questions.map(({ code }) => code)])).toEqual([
    ["asks", ["restriction"]],
  ]);
});

describe("of the same thing only the highest counts", () => {
  const asked = (text: string) =>
    inText("二、加分", `1.${text}`).clauses.flatMap(({ questions }) => questions.map(({ code }) => code));
  test.each([
    // Rules before it may be about the same thing.
    ["好人好事每件加1分，校级表扬加2分，区级以上表扬加5分，同一事迹只加最高分。", ["best-which"]],
    ["校级表扬加2分，区级以上表扬加5分，同一事迹只加最高分。", []],
    ["发表文章每篇加1分；受省级、市级表彰的分别加3分、1分，同一表彰就高计分。", []],
  ])("%s", (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  test("what is named is the thing alone", () => {
    const { text } = inText("二、加分", "1.校级表扬加2分，区级以上表扬加5分，同一事迹只加最高分。").draft();
    expect(text).toContain("就高 每 事迹 ");
  });
});
