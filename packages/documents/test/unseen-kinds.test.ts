// Wordings of public documents that were new to the reader: points that rise from time to time, prohibitions, blanks of forms, what follows
// outside the score, grades with a share of the places, English sheets; and what looks like them and is something else.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading } from "../src/index.js";
import { inItem } from "./clause.js";

const inText = (...lines: readonly string[]): Reading =>
  readDocument({ text: `${/[\u4e00-\u9fff]/u.test(lines.join("")) ? "考核细则" : "Rubric"}\n\n${lines.join("\n")}` });
const states = (reading: Reading): readonly string[] => reading.clauses.map(({ state }) => state);
const asked = (reading: Reading): readonly string[] =>
  reading.clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null).map(({ code }) => code));
/** The rules of a draft, each without its basis; it has no errors. */
function rules(reading: Reading): readonly string[] {
  const { text, from, diagnostics } = reading.draft();
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return from.map((span) => text.slice(span.from, span.to).replace(/ (?:依据|basis) "[^"]*"$/u, ""));
}

describe("points that rise from one time to the next", () => {
  const twice = inText("不系安全带的，第一次扣5分，第二次扣10分");

  test("are added up or replaced, as is answered", () => {
    expect(asked(twice)).toEqual(["each-time"]);
    expect(rules(twice.answer("each-time", 0))).toEqual([
      "若 不系安全带 >= 1 扣 5 分",
      "每 不系安全带 超过 1 扣 10 分",
    ]);
    expect(rules(twice.answer("each-time", 1))).toEqual(["扣 按 不系安全带 { >= 2: 10 分; >= 1: 5 分; 其余: 0 分 }"]);
  });

  test("are not asked about where the document says each time", () => {
    for (const text of [
      "不系安全带的，第一次扣2分，第二次及以上每次扣4分",
      "不系安全带，发现一次扣2分，第二次起每次扣4分",
    ])
      expect([text, asked(inText(text)), rules(inText(text))]).toEqual([
        text,
        [],
        ["若 不系安全带 >= 1 扣 2 分", "每 不系安全带 超过 1 扣 4 分"],
      ]);
    expect(rules(inText("策划书被退回的，首次不扣分，再次退回的每次扣1分"))).toEqual([
      "每 策划书被退回 超过 1 扣 1 分",
    ]);
  });

  test("with what follows outside the score", () => {
    const reading = inText("不系安全带的，第一次扣5分，第二次扣10分，第三次调离岗位").answer("each-time", 0);
    expect(rules(reading)).toEqual([
      "若 不系安全带 >= 1 扣 5 分",
      "每 不系安全带 超过 1 扣 10 分",
      "处理 调离岗位 若 不系安全带 >= 3",
    ]);
  });

  test("with another verb or a further one are not read", () => {
    for (const text of ["不系安全带的，第一次扣5分，第二次加10分", "不系安全带的，第一次扣5分，第二次再扣10分"])
      expect([text, states(inText(text))]).toEqual([text, ["not-read"]]);
  });
});

describe("events and their names", () => {
  test.each([
    ["严禁晚归、夜不归宿，经发现每人次扣5分", "每 晚归夜不归宿 扣 5 分"],
    ["早自习不得迟到，不得喧哗，违者每次扣1分", "每 早自习迟到或喧哗 扣 1 分"],
    ["宿舍内禁止追逐打闹。违者扣1分", "若 宿舍内追逐打闹 扣 1 分"],
    ["不得携带管制刀具，经发现没收且每人次扣5分", "每 携带管制刀具 扣 5 分"],
    ["做操懒散，提醒后仍不认真的，每人扣0.5分", "每 做操懒散提醒后仍不认真 扣 0.5 分"],
    ["未建立党员名册和活动台账的，各扣2分", "每 未建立党员名册和活动台账项数 扣 2 分"],
    ["没有党员活动室的扣5分（　）", "若 没有党员活动室 扣 5 分"],
    ["没有党员活动室的扣5分____", "若 没有党员活动室 扣 5 分"],
    ["打架斗殴的每人扣3分，并予以开除", "每 打架斗殴 扣 3 分"],
  ])("%s", (text, rule) => {
    expect(states(inItem(text))).toEqual(["read"]);
    expect(rules(inItem(text))).toEqual([rule]);
  });

  test("a range with a long dash", () => {
    expect(rules(inItem("损坏公物，视情节严重扣1——3分"))).toEqual(["酌情 扣 损坏公物 1 .. 3 分"]);
  });

  test("that say nothing alone are none", () => {
    for (const text of ["违者扣1分", "违反规定的扣1分"])
      expect([text, states(inText(text))]).toEqual([text, ["not-read"]]);
    expect(asked(inText("无摊派现象的记5分，发现一起扣1分"))).not.toEqual([]);
  });

  test("a name with brackets keeps them", () => {
    expect(inItem("Missing main() function: deduct 2 points").clauses[0]?.text).toContain("main()");
  });

  test("half a year is a part of the event, not a count", () => {
    expect(asked(inItem("党组织未换届超过半年的扣3分"))).toEqual(["figure"]);
  });
});

describe("what follows outside the points", () => {
  const GRADES = "90分以上为优秀，80分以上为良好，80分以下为一般";

  test("a grade that an event excludes is one below it", () => {
    expect(rules(inText("发生事故的，不得评为优秀", GRADES))[0]).toBe("一票否决 事故否决 若 事故 { 等次不高于 良好 }");
    // Of a grade that there is not, nothing follows.
    expect(states(inText("发生事故的，不得评为先进", GRADES))[0]).toBe("not-read");
    expect(states(inText("发生事故的，不得评为优秀"))[0]).toBe("not-read");
  });

  test("lists of events, also behind a colon", () => {
    const reading = inText("有下列情形之一的，不得评为优秀：发生事故的；受到处分的。", GRADES);
    expect(rules(reading).filter((line) => line.includes("等次不高于"))).toEqual([
      "一票否决 事故否决 若 事故 { 等次不高于 良好 }",
      "一票否决 受到处分否决 若 受到处分 { 等次不高于 良好 }",
    ]);
  });

  test("the events of a list that is not read are no notes", () => {
    expect(states(inText("有下列情形之一的，不得推荐为上级先进：发生事故的；受到处分的。"))).toEqual([
      "not-a-rule",
      "asks",
      "asks",
    ]);
    expect(states(inText("有下列情形之一的，由上级研究处理：发生事故的；受到处分的。")).slice(1)).not.toContain("read");
  });

  test.each([
    ["每月迟到累计6次的，下调一级工资", "处理 下调一级工资 若 单月迟到最多次数 >= 6"],
    ["旷工三天及以上的，予以辞退", "处理 辞退 若 旷工 >= 3"],
    ["总分低于60分的，对负责人诫勉谈话", "处理 负责人诫勉谈话 若 总分 < 60 分"],
    ["总分不足70分的，扣发年终绩效的20%", "处理 「扣发年终绩效的20%」 若 总分 < 70 分"],
    ["连续三个月排名末位的予以转岗", "处理 转岗 若 连续(末位(全部)) >= 3"],
    ["Employees below 50 points receive a written warning", "consequence receive_written_warning if score < 50"],
  ])("%s", (text, rule) => {
    expect(rules(inText(text))).toContain(rule);
  });

  test.each(["旷工三天及以上的，予以辞退（情节轻微的酌情）", "总分低于60分的，对负责人诫勉谈话（同一人只计一次）"])(
    "%s is not read without its restriction",
    (text) => {
      expect(states(inText(text))).toEqual(["not-read"]);
    },
  );
});

describe("grades", () => {
  test("with a share of the places are a quota", () => {
    const reading = inText("90分以上且排名前20%的为优秀，80分以上的为良好，80分以下的为一般");
    expect(asked(reading)).toEqual(["place-share"]);
    expect(rules(reading.answer("place-share", 0))).toContain(
      "等次 等级 按 全部 { 优秀: 名额 20% 且 总分 >= 90; 良好: 总分 >= 80; 其余: 一般 }",
    );
    expect(rules(reading.answer("place-share", 1)).join()).toContain("名额 20% 进一");
    // The places of a department are not those of all.
    expect(states(inText("90分以上且位列本科室前20%的为优秀，80分以上的为良好，80分以下的为一般"))).toContain(
      "not-read",
    );
  });

  test("may be named before what they take", () => {
    const reading = inText("考核分为优秀、良好、一般三个等次：90分以上为优秀，80分以上为良好，80分以下为一般");
    expect(states(reading)).toEqual(["read"]);
    // One that has no figure is not left out.
    expect(states(inText("考核分为优秀、良好、较差三个等次：90分以上为优秀，80分以上为良好，80分以下为一般"))).toEqual([
      "not-read",
    ]);
  });

  test("that are far apart leave what is between to an answer", () => {
    const reading = inText("90分以上为示范，60分以下为整顿");
    expect(asked(reading)).toEqual(["between-grades"]);
    expect(rules(reading.answer("1:between-grades", 0)).join()).toContain("{ 示范: 总分 >= 90; 整顿: 总分 < 60 }");
  });

  test("in a table of two columns", () => {
    const rows = [
      ["Score", "Grade"],
      ["90 - 100", "A"],
      ["80 - 89", "B"],
      ["below 80", "C"],
    ];
    const html = `<p>Inspection</p><p>Each error: 1 point off.</p><table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
    expect(readDocument({ html }).draft().text).toContain("{ A: score >= 90; B: score >= 80; else: C }");
  });
});

describe("English sheets", () => {
  const sheet = (...rows: readonly (readonly string[])[]): Reading =>
    readDocument({
      html: `<h1>Sheet</h1><table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`,
    });

  test("deductions in a column of their own", () => {
    const reading = sheet(
      ["Problem", "Example", "Deduction"],
      ["Does not compile", "An error is shown", "50 points"],
      ["Not efficient", "Too many lines", "up to 10 points"],
      ["Naming", "Names that say nothing", "1 point each, maximum 5"],
      ["Late", "After the due date", "20 points per day until it is handed in"],
    );
    expect(rules(reading)).toEqual([
      "if does_not_compile deduct 50 points",
      "at discretion deduct not_efficient 0 .. 10 points",
      "per naming deduct 1 point up to 5 points",
      'open "20 points per day until it is handed in"',
    ]);
  });

  test("levels whose cells state the points", () => {
    const reading = sheet(
      ["Criterion", "Excellent", "Good", "Poor"],
      ["Procedure (3 points)", "All described (3 points)", "Most described (2 points)", "None described (0 points)"],
    );
    expect(rules(reading)).toEqual(["earn by procedure { Excellent: 3 points; Good: 2 points; Poor: 0 points }"]);
  });

  test.each([
    ["For each hour of leave beyond 40 hours, 0.5 points are deducted", "per hour_leave over 40 deduct 0.5 points"],
    ["Each late arrival loses half a point", "per late_arrival deduct 0.5 points"],
    ["Up to 2 marks may be taken off for untidy work", "at discretion deduct untidy_work 0 .. 2 points"],
    [
      "Touching the robot: 3 penalty points per touch, no more than 15",
      "per touching_robot deduct 3 points up to 15 points",
    ],
    ["Teams that publish their code receive 3 bonus points", "if teams_that_publish_their_code add 3 points"],
    ["Teams are ranked by total score", "ranking all by score"],
    ["Points are rounded to one decimal place", "score rounds to 1 decimals"],
    ["The top three teams receive $1000, $600 and $300", "award 「award 1 in USD」 all place 1 pays 1000"],
    [
      "Where two reports are identical, both are given 0",
      "veto 「two_reports_identica veto」 if two_reports_identical { score 0 }",
    ],
  ])("%s", (text, rule) => {
    expect(rules(inText(text))).toContain(rule);
  });

  test("what may count once or each time is asked", () => {
    expect(asked(inItem("A complaint costs 4 points"))).toEqual(["each-or-once"]);
  });

  test.each([
    "The top three teams receive $1000 and $600",
    "Points are rounded to one decimal place except for bonuses",
  ])("%s is not read", (text) => {
    expect(states(inText(text))).toEqual(["not-read"]);
  });
});

describe("words of when a rule holds", () => {
  test.each(["试用期不适用", "下月起执行", "适用于新员工"])("%s is no event", (words) => {
    for (const text of [`${words}，出差错的每次扣1分`, `出差错的，${words}，每次扣1分`])
      expect([text, states(inItem(text)).includes("read")]).toEqual([text, false]);
  });
});
