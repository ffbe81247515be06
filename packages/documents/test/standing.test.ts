// Wordings that four documents new to the reader brought: points whose bearer or scope is doubtful, what is done with the total, and places.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading } from "../src/index.js";
import { inItem as inChinese } from "./clause.js";

const states = (reading: Reading): readonly string[] => reading.clauses.map(({ state }) => state);
const asked = (reading: Reading): readonly string[] =>
  reading.clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null).map(({ code }) => code));
const draft = (reading: Reading): string => reading.draft().text;
const errors = (reading: Reading) => reading.draft().diagnostics.filter(({ severity }) => severity === "error");
/** A clause of an item of ten points, in a document of its language. */
const inItem = (text: string): Reading =>
  /[\u4e00-\u9fff]/u.test(text)
    ? inChinese(text)
    : readDocument({ text: `Appraisal\n\n## Quality of work (10 points)\n\n- ${text}\n` });
/** A sentence behind the items of a document. */
const behind = (...lines: readonly string[]): Reading => {
  const isChinese = /[\u4e00-\u9fff]/u.test(lines.join(""));
  const head = isChinese
    ? "季度考核办法\n\n一、业务（100分）\n1．差错每次扣1分。\n\n二、结果"
    : "Appraisal\n\n## Work (100 points)\n\n- 1 point off per error\n\n## Results";
  return readDocument({
    text: `${head}\n\n${lines.map((line, at) => (isChinese ? `${String(at + 1)}．${line}` : `- ${line}`)).join("\n")}\n`,
  });
};

describe("points of others than the item or the subject are asked about", () => {
  test.each([
    "打架斗殴的，当日宿舍考核记0分",
    "弄虚作假的，当月绩效为0",
    "发生事故，安全考核分清零",
    "漏报的，本月质量考评得零分",
  ])("a zero of the whole: %s", (text) => {
    expect(asked(inItem(text))).toContain("zero-of");
    expect(draft(inItem(text))).not.toMatch(/扣 满分/u);
  });

  test.each([
    "评为文明宿舍的，全室每人加2分",
    "发生火灾的，值班人员每人扣5分",
    "被投诉的，班主任扣2分",
    "出现差错的，科主任每次扣1分",
  ])("someone within the subject: %s", (text) => {
    const reading = inItem(text);
    expect(asked(reading)).toContain("bearer");
    expect(states(reading.answer("1:bearer", 1))).toEqual(["not-read"]);
  });

  test.each(["全室每人扣1分", "科室负责人扣1分", "发生火灾的扣5分，责任人扣2分"])("someone named alone: %s", (text) => {
    expect(asked(inItem(text))).toContain("bearer");
  });

  test.each(["作弊者，该科成绩记零分", "作弊的，该门课程记0分并取消评优资格"])(
    "no points of another thing: %s",
    (text) => {
      expect(states(inItem(text))).toEqual(["not-read"]);
    },
  );

  test("a zero of an assessment in other words", () => {
    for (const text of ["发生责任事故的，当月安全考核不得分", "考试作弊的，该次考核不得分"])
      expect(asked(inItem(text))).toEqual(["zero-of"]);
    expect(asked(inItem("未参加考核的不得分"))).toEqual([]);
  });

  test("what is added besides each may be added each time", () => {
    expect(asked(inItem("报送信息每条得0.5分，被采用的另加1分"))).toContain("each-again");
  });

  test("who the document is about is no other", () => {
    const reading = readDocument({ text: "班主任考核细则\n\n一、管理（10分）\n1．班级被通报的，班主任每次扣2分。\n" });
    expect(asked(reading)).toEqual([]);
  });

  test.each([
    "讲话每人次扣1分，经提醒不改的每人次扣2分",
    "迟到每次扣1分，屡教不改的每次扣3分",
    "违章每次扣1分，拒不改正的每次扣2分",
  ])("what goes on is besides the rule before, or instead of it: %s", (text) => {
    expect(asked(inItem(text))).toEqual(["graver"]);
  });

  test("a condition that names a check is not left out", () => {
    expect(draft(inItem("检查发现问题的，每次扣2分"))).toContain("问题");
    expect(asked(inItem("检查发现问题的，相关人员每次扣2分"))).toEqual(["bearer"]);
  });

  test.each(["受到处分的，年度考核不得评为优秀", "考核不合格的，由主要领导约谈", "连续违规的，解除聘用合同"])(
    "what follows for the result is never a note: %s",
    (text) => {
      expect(states(behind(text))).not.toContain("not-a-rule");
    },
  );
});

describe("what is done with the total", () => {
  test.each([
    ["得分相同的，结案数多者名次在前", "再按 结案数"],
    ["总分相同时，按投诉量由低到高排序", "再按 投诉量 低者在前"],
    ["考核得分保留一位小数", "总分 保留 1 位小数"],
    ["得分四舍五入，保留整数", "总分 保留 0 位小数"],
    ["总分按四舍五入取整数", "总分 保留 0 位小数"],
    ["In the event of a tie, the vendor with the lower price ranks first", "then by price lowest first"],
    ["Scores are rounded to one decimal place", "score rounds to 1 decimals"],
    ["考核排名第一、第二、第三的支行分别奖励5万元、3万元、2万元", "第 3 名 2 万元"],
    ["排名前三位的，分别给予500元、300元、200元奖励", "第 3 名 200 元"],
  ])("%s", (text, rule) => {
    const reading = behind(text);
    expect(states(reading).at(-1)).toBe("read");
    expect(draft(reading)).toContain(rule);
    expect(errors(reading)).toEqual([]);
  });

  test.each([
    "得分相同的，按业务得分高低排序",
    "得分相同的，依次比较业务、作风",
    "In case of a tie, the bid with the higher technical score ranks first",
  ])("points of a part break no tie: %s", (text) => {
    expect(states(behind(text)).at(-1)).toBe("not-read");
  });

  test("each point below a figure costs money, whole points or in proportion", () => {
    const reading = behind("季度考核得分低于80分的，每低1分扣减服务费500元，最多扣减5000元");
    expect(asked(reading)).toEqual(["part-of-step"]);
    const id = reading.open[0]?.id ?? "";
    expect(draft(reading.answer(id, 0))).toContain(
      "公布 服务费扣减 = 较小(较大(80 分 - 总分, 0 分) / 1 分 * 500 元, 5000 元)",
    );
    expect(draft(reading.answer(id, 1))).toContain("舍入(较大(80 分 - 总分, 0 分) / 1 分, 0 舍去) * 500 元");
    for (const option of [0, 1]) expect(errors(reading.answer(id, option))).toEqual([]);
  });

  test("only full points count where the clause says so", () => {
    const reading = behind("For each full point below 80, 1% of the fee is withheld");
    expect(asked(reading)).toEqual([]);
    expect(draft(reading)).toContain("round(max(80 points - score, 0 points) / 1 points, 0 down) * 1%");
  });

  test.each(["总分相同的，安全事故少的优先，仍相同的，满意度高的优先", "得分四舍五入", "总分四舍五入取整"])(
    "what is done with the total is never a note: %s",
    (text) => {
      expect(states(behind(text)).at(-1)).toBe("not-read");
    },
  );

  test("grades weigh and pay what the document says", () => {
    const reading = behind(
      "90分以上为A级，80分以上不足90分为B级，不足80分为C级",
      "A级支行绩效系数为1.2，B级为1.0，C级为0.8",
      "A级比例不超过参评网点总数的20%",
    );
    expect(draft(reading)).toContain("等次 等级 按 全部 { A: 名额 20% 且 总分 >= 90; B: 总分 >= 80; 其余: C }");
    expect(draft(reading)).toContain("公布 绩效系数 = 按 等级 { A: 1.2; B: 1; C: 0.8 }");
    const paid = behind("得分90分以上的全额支付服务费，80-89分的扣减服务费的5%，低于80分的扣减20%");
    expect(draft(paid)).toContain("按 总分 { >= 90 分: 100%; >= 80 分: 95%; 其余: 80% }");
  });
});

test("places that are named one by one", () => {
  expect(draft(inItem("平均分列同年级第一名得10分，第二名得8分，其余得4分"))).toMatch(
    /第一名: 10 分; 第二名: 8 分; 其他名次: 4 分/u,
  );
  expect(asked(readDocument({ text: "细则\n\n一、加分\n1．运动会第一名加5分，第二名加3分。\n" }))).toEqual([
    "once-or-each",
  ]);
  // All others may be named by the place from which they are.
  for (const others of ["第三名以后得4分", "第三名及以后4分", "第三名及以下得4分", "其余4分"])
    expect(draft(inItem(`第一名得10分，第二名得8分，${others}`))).toMatch(
      /第一名: 10 分; 第二名: 8 分; 其他名次: 4 分/u,
    );
  for (const text of [
    "第一名得10分，第二名得8分，第四名以后得4分",
    "全县第一名得10分，第二名得9分，第三名得8分，倒数第一名得0分",
    "第一名加3分，第二名加2分，第三名以后加1分",
  ])
    expect(states(inItem(text))).not.toContain("read");
  for (const text of ["第二名得8分，第一名得10分，其余得4分", "连续两次第一名得10分，第二名得8分"])
    expect(draft(inItem(text))).not.toContain("其他名次");
});

test.each([
  ["桌面零乱（每处扣1分）", "每 桌面零乱 扣 1 分"],
  ["私自调换床位（扣3分/人）", "每 私自调换床位 扣 3 分"],
  ["墙面有污渍（酌情扣1—5分）", "酌情 扣 墙面有污渍 1 .. 5 分"],
  ["旷课者，扣1分/人/节", "旷课: 计数 人节"],
  ["收回率达到99%以上的得满分，低于99%的每差1个百分点扣1分", "每 1% 收回率 少于 99% 扣 1 分"],
  ["不良率控制在1.5%以内得满分，每超0.1个百分点扣1分", "超过 1.5% 扣 1 分"],
  ["完成计划得满分；未完成的按完成比例得分，完成率低于60%的不得分", "< 60%: 0 分"],
  ["每清收10万元得1分，最高得10分", "每 10 万元 甲项工作清收 得 1 分 最多 10 分"],
  ["资料齐全得10分，缺一项扣1分，缺五项以上不得分", "资料齐全缺少 >= 5 扣 满分"],
  [
    "Reports submitted late incur a penalty of 2 points per day, up to 10 points",
    "per reports_submitted_late_days deduct 2 points up to 10 points",
  ],
  [
    "Target 99.5%. One point is lost for every 0.1 percentage point below target",
    "per 0.1% quality_work under 99.5% deduct 1 point",
  ],
  ["1 point is deducted for every full $200 of repair cost", "per 200 repair_cost deduct 1 point"],
])("%s", (text, rule) => {
  const reading = inItem(text);
  expect(asked(reading)).toEqual([]);
  expect(draft(reading)).toContain(rule);
});

test.each([
  "收回率达到99%以上的得满分，低于98%的每差1个百分点扣1分",
  "每增加10万元得1分",
  "Introduction and conclusion earn 5 points each",
])("is not read: %s", (text) => {
  expect(states(inItem(text))).not.toContain("read");
});

test("no more than so many is a band from none up to them", () => {
  const reading = inItem("No more than 3 absences: 10; 4-6 absences: 5; 7 or more: 0");
  const answered = reading.answerAll(Object.fromEntries(reading.open.map(({ id }) => [id, 0])));
  expect(draft(answered)).toContain("<= 3: 10 points");
});

describe("no points left", () => {
  const entries = (last: string): Reading =>
    readDocument({
      text: `细则\n\n一、组织领导（15分）\n1.未开会的扣1分。\n2.未签订责任书的，每家扣0.5分。\n3.${last}\n\n二、应急管理（10分）\n4.漏报的每次扣2分。\n`,
    });

  test.each(["报告率低于60%的不得分", "无专职人员的该项不得分", "发生重大事故的本大项不得分"])(
    "one of several entries may lose less than all: %s",
    (text) => {
      const reading = entries(`${text}。`);
      expect(asked(reading)).toEqual(["full-of"]);
      expect(draft(reading.answer(reading.open[0]?.id ?? "", 0))).toContain("扣 满分");
      expect(states(reading.answer(reading.open[0]?.id ?? "", 1))).toContain("not-read");
    },
  );

  test("all points that are named are those of the item", () => {
    for (const text of ["隐瞒不报的，扣完本项分值。", "隐瞒不报的，本项不得分。"])
      expect(asked(entries(text))).toEqual([]);
    expect(asked(inItem("无专职人员的不得分"))).toEqual([]);
  });
});

describe("one event is one figure", () => {
  test.each([
    ["每逾期1天扣1分，逾期10天以上不得分", ["甲项工作逾期 >= 10"]],
    ["每缺1人扣1分，缺3人以上的不得分，缺5人以上的取消评优资格", ["甲项工作缺少 >= 3", "甲项工作缺少 >= 5"]],
    ["迟到每次扣1分，累计5次以上的取消评优资格", ["迟到 >= 5"]],
  ])("%s", (text, comparisons) => {
    const written = draft(inItem(text));
    for (const each of comparisons) expect(written).toContain(each);
    expect(written.match(/: 计数/gu)).toHaveLength(1);
  });

  test("an exception keeps its words", () => {
    expect(draft(inItem("迟到扣1分，因公除外"))).toContain("除非 因公");
  });

  test("a name that begins with a comparison and a figure is written so that it is one name", () => {
    const reading = inItem("超过30分钟未到岗的每次扣1分");
    expect(draft(reading)).toContain("每 「超过30分钟未到岗」 扣 1 分");
    expect(errors(reading)).toEqual([]);
  });
});

test.each([
  "党建工作考核细则（40分）\n1.未开会的每次扣2分。\n\n经济工作考核细则（60分）\n1.漏报每次扣1分。",
  "# Quality scorecard (40 points)\n\n- 1 point off per error\n\n# Service scorecard (60 points)\n\n- 1 point off per complaint",
])("lines like a title with points are the headings of parts where there are several: %s", (text) => {
  const { outline } = readDocument({ text });
  expect(outline.sections.flatMap(({ items }) => items.map(({ points }) => points))).toEqual(["40", "60"]);
});

describe("columns beside the clauses", () => {
  const table = (
    requirement: string,
    clause: string,
    heads = ["项目", "分值", "质量标准", "考核方法", "评分标准"],
  ): Reading =>
    readDocument({
      html: `<table><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr><tr><td>合理用药</td><td>5</td><td>${requirement}</td><td>点评处方100张</td><td>${clause}</td></tr></table>`,
    });

  test("state the base, and how something is checked", () => {
    const reading = table("抗菌药物使用率≤60%", "每升高1个百分点扣0.5分");
    expect(draft(reading)).toContain("每 1% 抗菌药物使用率 超过 60% 扣 0.5 分");
    expect(states(reading).filter((state) => state === "not-read")).toEqual([]);
  });

  test("a base that is not understood is not left out", () => {
    expect(states(table("抗菌药物使用强度≤40DDDs", "每超1个DDD扣0.5分，超过60不得分"))).toContain("asks");
    expect(states(table("药品齐全", "每超1个百分点扣0.5分"))).toContain("asks");
  });
});

test("a number before a figure is that of its line, where the next line goes on", () => {
  const reading = readDocument({
    text: "细则\n\n一、业务（100分）\n1.差错每次扣1分。\n\n五、等次\n22.95分以上为优秀，85—94分为良好，85分以下为一般。\n23.对优秀单位奖励5万元。\n",
  });
  expect(draft(reading)).toContain("优秀: 总分 >= 95");
  expect(draft(reading)).toContain("公布 优秀奖励 = 按 等级 { 优秀: 5 万元; 其余: 0 万元 }");
});

test.each([
  ["迟到每次扣1分（因公除外）", "每 迟到不含因公 扣 1 分"],
  ["参保率达到95%以上的得10分，95%以下90%以上的得7分，90%以下的得4分", "90% .. 95%: 7 分"],
  ["演练少于2次的每少1次扣2分", "少于 2 扣 2 分"],
  ["死亡病例未在一周内讨论的，每例扣3分", "每 死亡病例未在一周内讨论 扣 3 分"],
  ["弄虚作假的，该项记零分并通报", "若 弄虚作假 扣 满分"],
  [
    "Each washroom below the required standard loses 1.5 points",
    "per washroom_below_required_standard deduct 1.5 points",
  ],
  ["Absent: 0; part of the shift: 5; throughout: 10", "throughout: 10 points; part_shift: 5 points; absent: 0 points"],
])("%s", (text, rule) => {
  expect(draft(inItem(text))).toContain(rule);
});

test.each([
  ["台账不全每次扣1分，同一问题不重复扣分", "no-repeats"],
  ["检查第一名得10分，第二名得9分，最后一名得5分", "figure"],
])("%s is asked about", (text, code) => {
  expect(asked(inItem(text))).toContain(code);
});

test("grades by a mean, and pay by the score in English", () => {
  expect(asked(behind("日均分95分以上为优秀，80分以上为良好，80分以下为一般"))).toContain("mean-score");
  expect(
    draft(behind("A score of 90 or above earns the full fee; 80 to 89, 95% of the fee; below 80, 85% of the fee")),
  ).toContain("output fee_share = by score { >= 90: 100%; >= 80: 95%; else: 85% }");
});

test.each(["违规用电，每发现一次扣5分并没收电器仅限主要领导", "违规用电，每发现一次扣5分并追究责任，不含试用期人员"])(
  "what restricts a rule is no remark on what follows: %s",
  (text) => {
    expect(states(inItem(text))).not.toContain("read");
  },
);

test.each([
  "得分90分以上的全额发放绩效，90分以下的不发放绩效仅限正式职工",
  "A score of 90 or above earns the full fee; below 90, 85% of the fee except for new staff",
])("what restricts pay is no name of it: %s", (text) => {
  expect(states(behind(text))).toContain("not-read");
});
