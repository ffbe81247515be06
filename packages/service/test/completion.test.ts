import { describe, expect, it } from "vitest";
import { analyse, applyEdits, type Lang } from "@yardstick/language";
import { complete, type Completion, type CompletionKind } from "@yardstick/service";
import { at, atEnd, atEnglishEnd, inEnglishItem, inItem, type AtCursor } from "./cursor.js";

const found = ({ analysis, offset }: AtCursor, lang: Lang = "zh"): Completion[] => complete(analysis, offset, lang);
const labels = (place: AtCursor, ...kinds: readonly CompletionKind[]): string[] =>
  found(place)
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ label }) => label);

describe("keywords", () => {
  it.each([
    ["|", ["每", "若", "逐条", "扣", "酌情", "得"]],
    ["每 迟报次数 |", ["少于", "超过", "介于", "扣"]],
    ["每 迟报次数 扣 0.1 分 |", ["最多", "就高 每", "除非", "依据"]],
    ["每 迟报次数 扣 0.1 分 最|", ["最多"]],
    ["若 |", ["非", "按"]],
    ["得 |", ["按比例"]],
  ])("in a Chinese item at %j are %j", (line, expected) => {
    expect(labels(inItem(line), "keyword")).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ["|", ["per", "if", "each", "deduct", "at discretion", "earn"]],
    ["per late |", ["under", "over", "between", "deduct"]],
    ["per late deduct 0.1 points |", ["up to", "highest per", "unless", "basis"]],
    ["if |", ["not"]],
    ["earn |", ["in proportion"]],
  ])("in an English item at %j are %j", (line, expected) => {
    expect(labels(inEnglishItem(line), "keyword")).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ["每 迟报次数 |", "排名"],
    ["每 迟报次数 扣 0.1 分 |", "每"],
    ["|", "最多"],
    ["|", "大类"],
  ])("at %j, %s is not offered: the grammar would refuse it", (line, unwanted) => {
    expect(labels(inItem(line))).not.toContain(unwanted);
  });

  it.each([
    ["公布 甲 = 求和(台账.数量 |)", ["取", "去掉", "其中"]],
    ["公布 甲 = 求和(台账.数量 取 |)", ["最高", "最低"]],
    ["公布 甲 = 名次(人口 |)", ["并列 不空名次", "并列 平均名次", "同", "其中"]],
    ["公布 甲 = 舍入(人口, 2 |)", ["四舍五入", "成双", "舍去", "进一", "向下取整", "向上取整"]],
    ["公布 甲 = 人口 |", ["保留", "取整到"]],
    ["公布 甲 = 人口 保留 2 位小数 |", ["四舍五入", "成双", "舍去", "进一", "向下取整", "向上取整"]],
    ["总分 |", ["保留", "取整到"]],
    ["排名 甲 按 总分 |", ["并列 同名次", "并列 不空名次", "再按"]],
    ["排名 甲 按 总分 再按 |", ["直接胜负"]],
    ["排名 甲 按 总分 再按 直接胜负 台账.数量 |", ["对手为"]],
    ["设 甲 = 按 人口 |", ["插值"]],
    ["系数 甲 50% |", ["若", "用于"]],
    ["等次 甲 { 优: 总分 >= 90; | }", ["升", "降", "升至", "等次不高于"]],
  ])("at %j are %j", (line, expected) => {
    expect(labels(atEnd(line), "keyword")).toEqual(expect.arrayContaining(expected));
  });

  it.each(["排名 甲 按 总分 再按 直接胜负 |", "排名 甲 按 总分 再按 直接胜负 台账.数量 对手为 |"])(
    "are followed by ledgers at %j",
    (line) => {
      expect(labels(atEnd(line), "field")).toEqual(expect.arrayContaining(["台账"]));
      expect(labels(atEnd(line), "field")).not.toContain("人口");
    },
  );

  it("are followed by the grades that a rule raises to", () => {
    expect(labels(atEnd("等次 甲 { 优: 总分 >= 90; 其余: 差; 升至 | }"), "level")).toEqual(["优", "差"]);
  });

  it("begin declarations at the start of a line", () => {
    expect(labels(atEnd("|"), "keyword")).toEqual(expect.arrayContaining(["排名", "等次", "奖励", "一票否决", "样例"]));
    expect(labels(atEnglishEnd("|"), "keyword")).toEqual(
      expect.arrayContaining(["ranking", "grades", "award", "test"]),
    );
  });

  it("are only the effects of a veto between its braces", () => {
    expect(labels(atEnd("一票否决 甲 若 班子不团结 { | }"), "keyword")).toEqual(
      expect.arrayContaining(["总分归零", "不占名次", "等次不高于"]),
    );
  });

  it("have a short description and their spelling in the other language", () => {
    const of = (lang: Lang) =>
      found(inItem("每 迟报次数 扣 0.1 分 |"), lang).find(({ label }) => label === "最多")?.detail;
    expect([of("zh"), of("en")]).toEqual(["封顶：最多多少 · up to", "a cap on these points · up to"]);
    const english = found(inEnglishItem("per late deduct 0.1 points |")).find(({ label }) => label === "up to");
    expect([english?.detail, english?.filter]).toEqual(["封顶：最多多少 · 最多", "up to 最多"]);
  });

  it("are in the language of most keywords of the text, independently of its names", () => {
    const english = at('rubric "每 若 扣"\nitem 数据 5 points { per x deduct 1\n|\n}');
    expect(labels(english, "keyword")).toEqual(expect.arrayContaining(["per", "deduct"]));
  });
});

describe("names", () => {
  it.each<[string, CompletionKind, string[]]>([
    ["每 |", "field", ["迟报次数"]],
    ["每 |", "function", ["求和", "个数", "舍入"]],
    ["若 班子不团结 且 |", "field", ["班子不团结", "迟报次数"]],
    ["逐条 台账 其中 |", "column", ["数量", "事项"]],
    ["每 求和(台账.|", "column", ["事项", "数量"]],
    ["若 评议 = |", "level", ["差", "中", "好"]],
    ["若 评议 ≥ |", "level", ["差", "中", "好"]],
  ])("at %j offer as %s %j", (line, kind, expected) => {
    expect(labels(inItem(line), kind)).toEqual(expect.arrayContaining(expected));
  });

  it.each<[string, CompletionKind, string[]]>([
    ["per |", "field", ["late"]],
    ["per |", "function", ["sum", "count", "round"]],
    ["each incidents where |", "column", ["number", "matter"]],
    ["if opinion = |", "level", ["poor", "fair", "good"]],
    ["per sum(incidents.|", "column", ["matter", "number"]],
  ])("at %j offer in English as %s %j", (line, kind, expected) => {
    expect(labels(inEnglishItem(line), kind)).toEqual(expect.arrayContaining(expected));
  });

  it("after 逐条 are those of lists only", () => {
    expect(labels(inItem("逐条 |"), "field", "part", "name", "function", "column")).toEqual(["台账"]);
    expect(labels(inEnglishItem("each |"), "field", "part", "name", "function")).toEqual(["incidents"]);
  });

  it("after a dot are the columns of the list only", () => {
    expect(labels(inItem("每 求和(台账.|)"))).toEqual(["事项", "数量"]);
  });

  it("of the expected type come first: numbers where a count is expected, flags where a condition is", () => {
    expect(labels(inItem("每 |"), "field")[0]).toBe("迟报次数");
    expect(labels(inItem("若 |"), "field")[0]).toBe("班子不团结");
    expect(labels(inItem("每 迟报次数 扣 0.1 分 除非 |"), "field")[0]).toBe("班子不团结");
  });

  it("are offered while the text has errors", () => {
    const { analysis } = inItem("若 评议 = |");
    expect(analysis.program).toBeNull();
    expect(labels(inItem("若 评议 = |\n每 每 每"), "level")).toEqual(["差", "中", "好"]);
  });

  it.each([
    ["奖励 红旗 |", ["全街道"]],
    ["等次 评定 按 |", ["全街道"]],
    ["排名 分组 按 总分 同 |", ["名称", "评议", "街道"]],
    ["加分 仅限 |", ["党群", "信息", "团结"]],
  ])("at %j are exactly %j", (end, expected) => {
    expect(labels(atEnd(end), "field", "part", "ranking", "name", "function").sort()).toEqual([...expected].sort());
  });

  it.each(["排名 |", "奖励 |", "条目 |", "大类 |", "一票否决 |", "设 |", "公布 |"])(
    "are not offered at %j, where a new one is given",
    (end) => {
      expect(labels(atEnd(end), "field", "part", "ranking", "name", "function")).toEqual([]);
    },
  );

  it("of fields, parts and constants are offered in tests and scenarios", () => {
    expect(labels(atEnd('样例 "甲" { 给定 { | } }'), "field", "part")).toEqual(
      expect.arrayContaining(["迟报次数", "信息"]),
    );
    expect(labels(atEnd('样例 "甲" { 给定 { 评议: | } }'), "level")).toEqual(["差", "中", "好"]);
    expect(labels(atEnd('样例 "甲" { 应得 { | } }'), "part", "ranking")).toEqual(["党群", "信息", "团结", "全街道"]);
  });

  it("of choices and units are offered where a field is declared", () => {
    expect(labels(at("选项 档次 (差 < 好)\n数据 社区 { 评议: | }"), "name")).toEqual(["档次"]);
    expect(labels(at("数据 社区 { 迟报: 计数 | }"), "unit")).toEqual(expect.arrayContaining(["次", "件"]));
    expect(labels(at("数据 社区 { | }"))).toEqual([]);
  });

  it("of grades are offered where a veto caps them", () => {
    const end = "等次 评定 按 全街道 { 优秀: 名额 20%; 其余: 称职 }\n一票否决 甲 若 班子不团结 { 等次不高于 | }";
    expect(labels(atEnd(end), "level")).toEqual(["优秀", "称职"]);
  });

  it("of a used rubric's results are offered after its name", () => {
    const used = analyse(
      '考核 "班子"\n满分 5 分\n数据 班 { 名称: 文本 主键; 缺勤: 计数 次 }\n条目 出勤 5 分 { 每 缺勤 扣 1 分 }\n排名 全体 按 总分',
    );
    const place = at(
      '引用 "team.rubric" 作 班子 按 街道\n数据 社区 { 名称: 文本 主键; 街道: 文本 }\n条目 甲 5 分 { 得 班子.| }',
    );
    const uses = new Map([["team.rubric", used.program!]]);
    const names = complete(place.analysis, place.offset, "zh", { uses }).map(({ label }) => label);
    expect(names).toEqual(["总分", "出勤", "全体"]);
    expect(complete(place.analysis, place.offset, "zh")).toEqual([]);
  });

  it("have type and assessor also in a rubric with errors", () => {
    const detail = (label: string, lang: Lang) => found(inItem("每 |"), lang).find((c) => c.label === label)?.detail;
    expect([detail("迟报次数", "zh"), detail("迟报次数", "en")]).toEqual([
      "字段 · 计数 次 · 党政办",
      "field · 计数 次 · 党政办",
    ]);
    expect(detail("求和", "zh")).toContain(" · sum");
  });

  it("that are not identifiers are quoted", () => {
    const place = at("数据 社区 { 名称: 文本 主键; 「2008 年」: 计数; 每: 计数 }\n条目 甲 5 分 { 每 | 扣 1 分 }");
    const texts = found(place)
      .filter(({ kind }) => kind === "field")
      .map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["「2008 年」", "「每」"]));
  });
});

describe("snippets", () => {
  it("are whole clauses with tab stops, in the vocabulary of the text", () => {
    const [zh, en] = [inItem("|"), inEnglishItem("|")].map((place) => found(place).filter(({ snippet }) => snippet));
    expect(zh?.find(({ label }) => label === "每 … 扣 … 分")?.text).toBe("每 ${1:字段} 扣 ${2:0.1} 分");
    expect(en?.find(({ label }) => label === "per … deduct …")?.text).toBe("per ${1:field} deduct ${2:0.1} points");
  });

  it("at the start of a line parse once they are inserted", () => {
    for (const place of [atEnd("|"), atEnglishEnd("|")]) {
      const snippets = found(place).filter(({ snippet }) => snippet);
      expect(snippets.length).toBeGreaterThan(5);
      for (const { text, span, label } of snippets) {
        const plain = text.replace(/\$\{\d:([^}]*)\}/g, "$1").replace("$0", "");
        const { findings } = analyse(applyEdits(place.source, [{ span, text: plain }]));
        const syntax = findings.filter(({ code }) => /^(expected|unexpected|missing|joined)/.test(code));
        expect([label, syntax.map(({ code }) => code)]).toEqual([label, []]);
      }
    }
  });
});

describe("the place", () => {
  it("is the word being typed", () => {
    const { analysis, offset, source } = inItem("每 迟报|");
    const [start, end] = complete(analysis, offset, "zh").find((c) => c.label === "迟报次数")?.span ?? [0, 0];
    expect(source.slice(start, end)).toBe("迟报");
  });

  it.each(["// 备注 |", "/* 每 | */", '每 迟报次数 扣 0.1 分 依据 "细|则"'])("in %j gives no completions", (line) => {
    expect(labels(inItem(line))).toEqual([]);
  });
});
