// Wordings of documents that were new to the reader: what was read wrong or left out in them, each by its kind.

import { describe, expect, test } from "vitest";
import { readDocument, type Reading, type RulePart } from "../src/index.js";
import { inItem } from "./clause.js";

const parts = (reading: Reading): readonly RulePart[] =>
  reading.clauses.flatMap(({ matches }) => matches.flatMap((match) => match.parts));
const states = (reading: Reading): readonly string[] => reading.clauses.map(({ state }) => state);
const asked = (reading: Reading): readonly string[] =>
  reading.clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null).map(({ code }) => code));
const draft = (reading: Reading): string => reading.draft().text;
const inText = (...lines: readonly string[]): Reading => readDocument({ text: `考核细则\n\n${lines.join("\n")}` });

/** Points of the first row of a table of bands that holds for a value. */
function pointsAt(reading: Reading, value: number): string {
  const [rule] = parts(reading);
  if (rule?.kind !== "rule" || rule.amount.kind !== "by") return "no bands";
  const row = rule.amount.rows.find(({ test }) => {
    switch (test.kind) {
      case "else":
        return true;
      case "range":
        return value >= Number(test.from.value) && value <= Number(test.to.value);
      case "compare": {
        const limit = "field" in test.value ? NaN : Number(test.value.value);
        return {
          "<": value < limit,
          "<=": value <= limit,
          ">": value > limit,
          ">=": value >= limit,
          "=": value === limit,
        }[test.sign];
      }
      default:
        return false;
    }
  });
  return row?.amount.kind === "points" ? row.amount.value : "none";
}

describe("a border belongs to the band whose words say so", () => {
  const lowest = [
    { words: (v: string) => `低于${v}`, has: false },
    { words: (v: string) => `<${v}`, has: false },
    { words: (v: string) => `不超过${v}`, has: true },
    { words: (v: string) => `≤${v}`, has: true },
  ];
  const highest = [
    { words: (v: string) => `超过${v}`, has: false },
    { words: (v: string) => `>${v}`, has: false },
    { words: (v: string) => `不低于${v}`, has: true },
    { words: (v: string) => `≥${v}`, has: true },
  ];
  const cases = ["%", "起"].flatMap((unit) =>
    lowest.flatMap((low) => highest.map((high) => ({ unit, low, high, name: `${low.words("3")} ${high.words("7")}` }))),
  );
  test.each(cases)("$name in $unit", ({ unit, low, high }) => {
    const name = unit === "%" ? "流失率" : "投诉";
    const reading = inItem(
      `${name}${low.words(`3${unit}`)}得10分，3${unit === "%" ? "%" : ""}-7${unit}得6分，${high.words(`7${unit}`)}得2分`,
    );
    // What both bands claim, or neither says, may be asked.
    if (asked(reading).length > 0) return;
    expect(states(reading)).toEqual(["read"]);
    expect([2, 3, 5, 7, 8].map((value) => pointsAt(reading, value))).toEqual([
      "10",
      low.has ? "10" : "6",
      "6",
      high.has ? "2" : "6",
      "2",
    ]);
  });

  test("is not asked about where each band says it", () => {
    for (const text of ["流失率<5%得10分，5%-10%得4分，>10%得1分", "投诉少于3起得10分，3-5起得4分，超过5起得0分"])
      expect([text, states(inItem(text))]).toEqual([text, ["read"]]);
  });
});

describe("what a rate is held against", () => {
  test("is its target or the whole, where a target is stated", () => {
    const table = (target: string) =>
      readDocument({
        html: `<table><tr><th>指标</th><th>目标值</th><th>分值</th><th>评分办法</th></tr><tr><td>职工满意度</td><td>${target}</td><td>7</td><td>按比例得分</td></tr></table>`,
      });
    expect(asked(table("≥80%"))).toEqual(["proportion-of"]);
    expect(asked(table("100%"))).toEqual([]);
    expect(draft(table("≥80%").answer("proportion-of", 0))).toContain("得 按比例 职工满意度");
    expect(draft(table("≥80%").answer("proportion-of", 0))).toContain("/ 80%");
  });

  test.each([
    "信息采集准确率达98%以上不扣分，每降低1个百分点扣1分，准确率低于90%的，本项计0分",
    "信息采集准确率低于98%的，每低1个百分点扣1分，准确率低于90%的不得分",
  ])("is one rate, named in full and by its last word: %s", (text) => {
    const names = new Set(
      parts(inItem(text)).flatMap((part) =>
        part.kind !== "rule"
          ? []
          : [part.per?.field.name ?? (part.when?.kind === "compare" ? part.when.field.name : "")],
      ),
    );
    expect([...names]).toEqual(["信息采集准确率"]);
  });

  test("is that of each of two rates", () => {
    const text = "及时受理率100%、按期办结率95%，每低一个百分点分别扣1分、2分";
    expect(draft(inItem(text))).toMatch(/每 1% 及时受理率 少于 100% 扣 1 分[\s\S]*每 1% 按期办结率 少于 95% 扣 2 分/u);
  });
});

describe("lists", () => {
  test("of levels of their own have not those of the rule before", () => {
    const reading = inText(
      "一、教科研（10分）",
      "1.论文在国家级、省级、市级刊物发表的，每篇分别得5、3、1分。",
      "2.优质课获省级一、二、三等奖分别计6、5、4分，市级一、二、三等奖分别计4、3、2分。",
    );
    expect(draft(reading)).not.toMatch(/优质课[^\n]*国家级/u);
    expect(asked(reading)).toContain("levels-once");
  });

  test("of bullets have no heading of their own", () => {
    const reading = readDocument({
      text: "# Call scorecard\n\n## Opening (10 points)\n\n- Greeting missed: -2\n\n## Auto-fail\n\n- Abusive language\n- Disclosure of account details\n- Recording switched off\n",
    });
    expect(reading.clauses.map(({ text }) => text)).toEqual([
      "Greeting missed: -2",
      "Abusive language",
      "Disclosure of account details",
      "Recording switched off",
    ]);
    expect(parts(reading).filter(({ kind }) => kind === "veto")).toHaveLength(3);
  });

  test.each([
    ["一票否决", ["veto-then", "veto-then"]],
    ["实行一票否决，取消评先资格", []],
  ])("below a lead go on behind an event with a figure: %s", (outcome, questions) => {
    const reading = inText(
      "一、基础工作（10分）",
      "1.漏报的，每次扣1分。",
      "二、一票否决",
      `有下列情形之一的，${outcome}：`,
      "（1）因失职引发群体性事件的；",
      "（2）瞒报事故的。",
    );
    expect(parts(reading).filter(({ kind }) => kind === "veto")).toHaveLength(2);
    expect(asked(reading)).toEqual(questions);
  });
});

describe("a class of occurrences", () => {
  test.each([
    ["迟到15分钟以内的，每次扣0.5分", "每 迟到15分钟以内 扣 0.5 分"],
    ["路面垃圾停留超过30分钟的，每处扣0.5分", "每 路面垃圾停留超过30分钟 扣 0.5 分"],
    ["党员参加率低于80%的，每次扣1分", "每 党员参加率不足80个百分点 扣 1 分"],
  ])("has its limit in its name: %s", (text, rule) => {
    expect(draft(inItem(text))).toContain(rule);
  });

  test.each(["迟到3次以上的，每次扣1分", "旷工2天以上的，每天扣1分"])(
    "is none where the limit may be what is counted: %s",
    (text) => {
      expect(states(inItem(text))).not.toContain("read");
    },
  );

  test("above a figure is asked about behind a rule that may hold it already", () => {
    expect(asked(inItem("被处罚的，每次扣3分；罚款5万元以上的，每次扣5分"))).toContain("graver");
  });
});

describe("what follows from grades", () => {
  const written = (text: string) =>
    draft(
      inText(
        "一、基础工作（10分）",
        "1.漏报的，每次扣1分。",
        "二、结果运用",
        "90分以上为A级，60-89分为B级，60分以下为C级。",
        text,
      ),
    );
  test.each([
    ["连续2个季度C级的，启动淘汰评审", "连续(等级 = C) >= 2"],
    ["连续3年A级的，授予荣誉称号", "连续(等级 = A) >= 3"],
    ["由A级降为B级的，预警", "等级 = B 且 上期(等级) = A"],
  ])("is a consequence: %s", (text, condition) => {
    expect(written(text)).toContain(`若 ${condition}\n`);
  });
});

describe("what follows from a low score", () => {
  test.each([
    ["连续三个月考核不满60分的，予以辞退", "处理 辞退 若 连续(总分 < 60 分) >= 3"],
    ["年度考核得分低于60分的，限期整改", "处理 限期整改 若 总分 < 60 分"],
  ])("is a consequence: %s", (text, line) => {
    expect(draft(inText("一、基础工作（10分）", "1.漏报的，每次扣1分。", "二、结果运用", text))).toContain(line);
  });

  test.each(["累计两次不满60分的，予以辞退", "连续三个月考核不满60分的，扣发绩效500元"])(
    "is none where it is counted or is money: %s",
    (text) => {
      expect(draft(inText("一、基础工作（10分）", "1.漏报的，每次扣1分。", "二、结果运用", text))).not.toContain(
        "处理 ",
      );
    },
  );
});

describe("a restriction is not dropped", () => {
  test.each([
    "渗滤液直排的，每次扣5分，情节严重的移交执法部门处理（情节轻微的酌情）",
    "渗滤液直排的，每次扣5分，情节严重的移交执法部门处理（除不可抗力外）",
    "内容完整得10分，主动上报的除外，每有一处缺陷扣1分",
    "Wrong information: minus 10 points for each instance, after two warnings",
    "Jargon left unexplained: deduct 1 point each (after two warnings)",
    "前3次不计，以有效投标报价的最低价为基准价，价格得分=基准价÷投标报价×10",
  ])("%s", (text) => {
    expect(states(inItem(text))).not.toContain("read");
  });
});

describe("the ends of bands", () => {
  test.each([
    ["完成率90%-100%得10分，80%-89%得8分，80%以下不得分", "10"],
    ["满意度90-100分得10分，80-89分得8分，80分以下不得分", "10"],
  ])("beyond all have the points of the highest: %s", (text, most) => {
    expect(asked(inItem(text))).toEqual([]);
    expect(pointsAt(inItem(text), 105)).toBe(most);
  });

  test("that are not said are asked about", () => {
    expect(asked(inItem("迟到1-3次扣1分，4-6次扣2分"))).toContain("above-bands");
    expect(asked(inItem("完成率90%-100%得10分，80%-90%得8分，80%以下得0分"))).toContain("border");
  });
});

describe("what the rule before counts", () => {
  test.each(["无健康证上岗的，每人扣2分，3人以上的不得分", "无健康证上岗的，每人扣2分，超过2人的不得分"])(
    "may lose all points from a figure on: %s",
    (text) => {
      expect(draft(inItem(text))).toMatch(/每 无健康证上岗 扣 2 分[\s\S]*若 无健康证上岗 (?:>= 3|> 2) 扣 满分/u);
    },
  );

  test.each(["3人以上的不得分", "无健康证上岗的，每人扣2分，3次以上的不得分"])("must be counted alike: %s", (text) => {
    expect(states(inItem(text))).not.toContain("read");
  });
});

describe("a sample", () => {
  test("does not score", () => {
    expect(draft(inItem("抽查50张，每发现1张不合格处方扣0.2分"))).toMatch(/每 [^ ]*不合格处方 扣 0\.2 分/u);
  });
});

describe("English score sheets", () => {
  test.each([
    ["Each missed question: -5 points, up to a maximum of 15", "per missed_question deduct 5 points up to 15 points"],
    ["Wrong information given: minus 10 points for each instance", "per wrong_information_given deduct 10 points"],
    ["Notes incomplete: -1 per missing field, max -3", "per notes_incomplete deduct 1 point up to 3 points"],
    ["No disclosure: lose all 10 points", "if no_disclosure deduct full"],
    ["On hold above 2 minutes: 2 points off each time", "per on_hold_above_2_minutes deduct 2 points"],
  ])("%s", (text, rule) => {
    expect(draft(readDocument({ text: `Scorecard\n\nQuality of work (10 points)\n- ${text}\n` }))).toContain(rule);
  });

  test("points that are added are asked about beside deductions, and not earned", () => {
    const text =
      "Scheme\n\nIncidents (30 points)\n- Injury: deduct 10 points\n- Near misses reported: add 0.5 points each\n";
    const effects = parts(readDocument({ text })).map((part) => (part.kind === "rule" ? part.effect : part.kind));
    expect(effects).toEqual(["deduct", "add"]);
    expect(asked(readDocument({ text }))).toEqual(["over-full"]);
  });

  test("points that are lost only where the document starts at all of them", () => {
    const sheet = (lead: string) =>
      readDocument({ text: `Scorecard\n\n${lead}\n\nCalls (20 points)\n- Wording skipped: 5 points per statement\n` });
    expect(asked(sheet("Each call starts at 100 points."))).toEqual([]);
    expect(asked(sheet("Calls are looked at each month."))).toEqual(["earn-or-lose"]);
  });
});

describe("several events with points of their own", () => {
  test.each([
    "未上报日报、周报、月报的，分别扣1分、2分、3分",
    "缺少日报、周报、月报，每份分别扣1分、2分、3分",
    "迟交日报、周报每次分别扣1分、2分",
  ])("have no predicate that stands before the first alone: %s", (text) => {
    expect(states(inItem(text))).toEqual(["not-read"]);
  });

  test.each([
    "迟到、早退每次分别扣1分、2分",
    "漏报、瞒报每次分别扣1分、2分",
    "事假、病假，每天分别扣0.5分，0.2分",
    "未佩戴工牌、未着装的，分别扣1分、2分",
  ])("are read where each is an event: %s", (text) => {
    expect(states(inItem(text))).toEqual(["read"]);
    expect(parts(inItem(text))).toHaveLength(2);
  });
});

describe("a figure behind what is counted", () => {
  test.each([
    ["缺勤每人扣2分，满3人不得分", "甲项工作缺勤 >= 3"],
    ["缺勤每人扣2分，达到３人的，不得分", "甲项工作缺勤 >= 3"],
    ["缺勤每人扣2分，超过3人不得分", "甲项工作缺勤 > 3"],
    ["缺勤每人扣2分，累计3人（含）以上不得分", "甲项工作缺勤 >= 3"],
    ["漏报每人次扣2分，3人次及以上不得分", "漏报 >= 3"],
  ])("is of the same: %s", (text, expected) => {
    expect(draft(inItem(text))).toContain(`若 ${expected} 扣 满分`);
  });

  test.each(["缺勤每人扣2分，不足3人不得分", "缺勤每人扣2分，超过3人扣5分", "缺勤每人扣2分，3人（不含）以上不得分"])(
    "is not read as another one's: %s",
    (text) => {
      expect(states(inItem(text))).toEqual(["asks"]);
    },
  );
});

test.each(["每人次扣2分", "每1人次扣2分", "每人·次扣2分", "每件次扣2分", "每台次扣2分"])(
  "half of a unit is no event: %s",
  (text) => {
    expect(draft(inItem(text))).toMatch(/甲项工作数: 计数 [人件台]次/u);
  },
);

test.each(["完成率达到80%得满分，未达到按比例得分", "完成率≥80%得10分，不足80%的按比例得分"])(
  "points in proportion below a figure are of the figure or of all: %s",
  (text) => {
    const reading = inItem(text);
    expect(asked(reading)).toEqual(["proportion-of"]);
    expect(draft(reading.answer("proportion-of", 0))).toContain("/ 80%");
    expect(draft(reading.answer("proportion-of", 1))).toContain("/ 100%");
    expect(asked(inItem(text.replaceAll("80%", "100%")))).toEqual([]);
  },
);

describe("deductions below a limit", () => {
  test.each([
    "旷工1天以内扣2分",
    "迟报3天以内的，扣1分",
    "迟报不超过３天的，扣1分",
    "迟到3次以下扣1分",
    "迟到不足10分钟扣1分",
    "投诉5件以内扣2分",
    "隐患3处及以下的扣1分",
    "late by less than 3 days: deduct 1 point",
    "Errors below 3: deduct 1 point",
  ])("reach down to none at all: %s", (text) => {
    const reading = inItem(text);
    expect(asked(reading)).toEqual(["none-at-all"]);
    expect(draft(reading.answer("1:none-at-all", 0))).toMatch(
      /\{ 0[^;]*: 0 (?:分|points); <=? [^;]*; (?:其余|else): 0/u,
    );
    expect(draft(reading.answer("1:none-at-all", 1))).toMatch(/(?:若|if) \S+ <=? \d+/u);
  });

  test.each(["参会5次以下扣2分", "骨干不足3名的，扣1分", "出勤率80%以下扣2分", "满意度低于80分扣1分"])(
    "of what should be are read: %s",
    (text) => {
      expect(states(inItem(text))).toEqual(["read"]);
    },
  );
});

test.each(["成本超预算5%以内，每超1%扣1分，超过5%的不得分", "费用超支不超过5%的，每超1%扣1分"])(
  "what is over counts from none on, not from its bound: %s",
  (text) => {
    expect(states(inItem(text))).not.toContain("read");
  },
);
