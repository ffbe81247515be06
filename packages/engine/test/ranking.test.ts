import { describe, expect, test } from "vitest";
import type { Expression, TieBreak } from "@yardstick/language/program";
import { explain } from "../src/index.js";
import { Session } from "../src/session/session.js";
import { earn, is, last, numberType, Rubric, score, text } from "./builder.js";
import { datasetFromRows } from "./dataset-from-rows.js";
import { explained, oneItem, type Rows, rows, run } from "./scored.js";

const highest = (by: Expression): TieBreak => ({ by, against: null, lowestFirst: false });
const lowest = (by: Expression): TieBreak => ({ by, against: null, lowestFirst: true });

const places = (rubric: Rubric, data: ReturnType<typeof rows>, name = "总") =>
  run(rubric, data).subjects.map(({ rankings }) => rankings[name]);

describe("places", () => {
  test("are competition places: those that tie share the higher one", () => {
    const rubric = oneItem((r) => void r.ranking("总", score));
    expect(places(rubric, rows("90", "80", "80", "70"))).toEqual([1, 2, 2, 4]);
  });

  test("go by the published score, so what rounds alike ties", () => {
    const rubric = oneItem((r) => void r.ranking("总", score));
    expect(places(rubric, rows("89.994", "89.99", "89.996"))).toEqual([2, 2, 1]);
  });

  test("go by tie-breaks in their order, the higher first, though the key goes by the lowest", () => {
    const rubric = oneItem((r) => {
      r.ranking("总", score, { thenBy: [highest(r.number("甲项")), highest(r.number("乙项"))] });
      r.ranking("低", score, { lowestFirst: true, thenBy: [highest(r.number("丙项"))] });
    });
    const data = rows(
      { 得: "80", 甲项: "1", 乙项: "2", 丙项: "1" },
      { 得: "80", 甲项: "1", 乙项: "3", 丙项: "2" },
      { 得: "90", 甲项: "0", 乙项: "0", 丙项: "0" },
    );
    expect([places(rubric, data), places(rubric, data, "低")]).toEqual([
      [3, 2, 1],
      [2, 1, 3],
    ]);
  });

  test("go by each tie-break in its own direction, dates included", () => {
    const rubric = oneItem((r) => {
      r.ranking("总", score, { thenBy: [lowest(r.number("用时")), highest(r.date("日期"))] });
      r.ranking("早", score, { lowestFirst: true, thenBy: [highest(r.number("用时")), lowest(r.date("日期"))] });
    });
    const data = rows(
      { 得: "80", 用时: "30", 日期: "2008-01-02" },
      { 得: "80", 用时: "20", 日期: "2008-01-01" },
      { 得: "80", 用时: "20", 日期: "2008-01-03" },
      { 得: "90", 用时: "99", 日期: "2008-01-01" },
    );
    expect([places(rubric, data), places(rubric, data, "早")]).toEqual([
      [4, 3, 2, 1],
      [1, 2, 3, 4],
    ]);
  });

  test("stay tied where a tie-break is pending for one of the tie; a blank decides no place", () => {
    const rubric = oneItem(
      (r) => void r.ranking("总", score, { thenBy: [highest(r.number("甲项")), highest(r.number("乙项"))] }),
    );
    const data = rows(
      { 得: "80", 甲项: "5", 乙项: "1" },
      { 得: "80", 甲项: "", 乙项: "2" },
      { 得: "80", 甲项: "3", 乙项: "3" },
      { 得: "70", 甲项: "1", 乙项: "1" },
      { 得: "70", 甲项: "2", 乙项: "" },
      { 得: "90", 甲项: "", 乙项: "" },
    );
    const result = run(rubric, data);
    expect(result.subjects.map(({ rankings }) => rankings["总"])).toEqual([2, 2, 2, 6, 5, 1]);
    expect(result.subjects.every(({ provisional }) => provisional.includes("总"))).toBe(true);
    expect(explained(rubric, data, data[0]!["名称"]!).rankings[0]?.tiedWith).toHaveLength(2);
  });

  test("are given within groups and among those who meet the condition", () => {
    const rubric = oneItem((r) => {
      const area = r.text("片区");
      r.ranking("片", score, { within: r.fieldIndex("片区"), where: is(area, "≠", text("免评")) });
    });
    const data = rows(
      { 得: "90", 片区: "东" },
      { 得: "95", 片区: "西" },
      { 得: "80", 片区: "东" },
      { 得: "99", 片区: "免评" },
    );
    expect(places(rubric, data, "片")).toEqual([1, 1, 2, null]);
  });

  test("a percentage ranks by hundredths of a percent", () => {
    const rubric = oneItem((r) => void r.ranking("率", r.percent("合格率")));
    expect(
      places(
        rubric,
        rows({ 得: "1", 合格率: "98.12%" }, { 得: "1", 合格率: "98.34%" }, { 得: "1", 合格率: "98.123%" }),
        "率",
      ),
    ).toEqual([2, 1, 2]);
  });

  test("one who is pending has none, and the others' are provisional until then", () => {
    const rubric = oneItem((r) => void r.ranking("总", score));
    const result = run(rubric, rows("90", { 得: "" }, "80"));
    expect(result.subjects.map(({ rankings, provisional }) => [rankings["总"], provisional])).toEqual([
      [1, ["总"]],
      [null, []],
      [2, ["总"]],
    ]);
  });

  test("are given among the subjects of one period", () => {
    const rubric = oneItem((r) => {
      r.period("年度");
      r.ranking("总", score);
    });
    const data = [
      { 名称: "甲", 年度: "2007", 得: "90" },
      { 名称: "甲", 年度: "2008", 得: "70" },
      { 名称: "乙", 年度: "2008", 得: "80" },
    ];
    expect(places(rubric, data)).toEqual([1, 2, 1]);
    expect(run(rubric, data, { period: "2008" }).subjects.map(({ key }) => key)).toEqual(["甲", "乙"]);
  });
});

describe("head to head", () => {
  const match = (opponent: string, points: string) => ({ 对手: opponent, 积分: points });
  const rubric = (more: (rubric: Rubric) => readonly TieBreak[] = () => []) =>
    oneItem((r) => {
      const { list, column } = r.list("比赛", { 对手: { kind: "text" }, 积分: numberType("count") });
      r.veto("否决", r.flag("事故"), "no-place");
      const against = { by: column.积分, against: { list, column: 0 }, lowestFirst: false };
      r.ranking("总", score, { thenBy: [...more(r), against] });
    });
  const team = (name: string, accident: "是" | "否", ...matches: readonly ReturnType<typeof match>[]) => ({
    名称: name,
    得: "9",
    事故: accident,
    比赛: matches,
  });
  /** Place, place without vetoes and meetings, by `explain` and by a session. */
  const standing = (of: Rubric, data: Rows, key: string) => {
    const program = of.build();
    const dataset = datasetFromRows(program, { subjects: data });
    const session = new Session(program, dataset).result();
    const row = data.findIndex(({ 名称 }) => 名称 === key);
    const [byReference, byColumns] = [explain(program, dataset, key), session.explain?.(row)].map(
      (found) => found?.rankings[0],
    );
    expect(byColumns).toEqual(byReference);
    const meetings = (byReference?.headToHead ?? []).map((tie) =>
      tie.map((one) => `${one.key} ${one.value}`).join("、"),
    );
    return [byReference?.place, byReference?.withoutVetoes, ...meetings];
  };

  test("is explained by those of the tie that hold a place, and counts no result against one that a veto leaves without", () => {
    const data = [
      team("甲", "否", match("乙", "0"), match("丙", "9")),
      team("乙", "否", match("甲", "1"), match("丙", "0")),
      team("丙", "是", match("甲", "0"), match("乙", "2")),
      { ...team("丁", "否"), 得: "5" },
    ];
    const of = rubric();
    expect(["甲", "乙", "丙", "丁"].map((key) => standing(of, data, key))).toEqual([
      [2, 3, "乙 1、甲 0"],
      [1, 2, "乙 1、甲 0"],
      [null, 1, "丙 2、乙 1、甲 0"],
      [3, 4],
    ]);
  });

  test("is explained where it is pending, and not where an earlier key breaks the tie or is pending", () => {
    const byYear = (r: Rubric) => [highest(r.number("年"))];
    const data = [
      { ...team("甲", "否", match("乙", "")), 年: "1" },
      { ...team("乙", "否", match("甲", "1")), 年: "1" },
      { ...team("丙", "否", match("甲", "1")), 年: "2" },
    ];
    expect(["甲", "乙", "丙"].map((key) => standing(rubric(byYear), data, key))).toEqual([
      [2, 2, "甲 null、乙 1"],
      [2, 2, "甲 null、乙 1"],
      [1, 1],
    ]);
    const open = data.map((row) => ({ ...row, 年: "" }));
    expect(["甲", "乙", "丙"].map((key) => standing(rubric(byYear), open, key))).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test("puts one that a veto leaves without a place behind the tie while its own results are pending", () => {
    const data = [
      team("甲", "否", match("乙", "0")),
      team("乙", "否", match("甲", "1")),
      team("丙", "是", match("甲", "")),
    ];
    expect(["甲", "乙", "丙"].map((key) => standing(rubric(), data, key))).toEqual([
      [2, 2, "乙 1、甲 0"],
      [1, 1, "乙 1、甲 0"],
      [null, 3, "乙 1、甲 0、丙 null"],
    ]);
  });

  test("compares nothing where only one of a tie holds a place", () => {
    const data = [team("甲", "否", match("乙", "0")), team("乙", "是", match("甲", "1"))];
    expect(["甲", "乙"].map((key) => standing(rubric(), data, key))).toEqual([
      [1, 2],
      [null, 1, "乙 1、甲 0"],
    ]);
  });
});

describe("by each section", () => {
  test("ranks each top section by its published score, whatever is vetoed", () => {
    const rubric = new Rubric();
    for (const name of ["党建", "民生"])
      rubric.section(name, "10", () => void rubric.item(`${name}分`, "10", [earn(rubric.number(name))]));
    rubric.veto("否决", rubric.flag("事故"), "no-place");
    rubric.ranking("总", score);
    rubric.ranking("分线", "each-section");
    const result = run(
      rubric,
      rows(
        { 党建: "9", 民生: "5", 事故: "是" },
        { 党建: "8.001", 民生: "6", 事故: "否" },
        { 党建: "8", 民生: "6.1", 事故: "否" },
      ),
    );
    expect(result.subjects.map(({ rankings }) => rankings)).toEqual([
      { 总: null, "分线/党建": 1, "分线/民生": 3 },
      { 总: 2, "分线/党建": 2, "分线/民生": 2 },
      { 总: 1, "分线/党建": 2, "分线/民生": 1 },
    ]);
  });
});

describe("last", () => {
  const lasts = (more: (rubric: Rubric) => Expression, data: ReturnType<typeof rows>) => {
    const rubric = oneItem((r) => {
      r.ranking("总", score);
      r.ranking("分线", "each-section");
      r.consequence("约谈", more(r));
    });
    return run(rubric, data).subjects.map(({ consequences }) => consequences.length === 1);
  };

  test("is the greatest place given, not the only one; those that tie for it are all last", () => {
    expect(lasts(() => last(0), rows("90", "80", "80"))).toEqual([false, true, true]);
    expect(lasts(() => last(0), rows("90", "90"))).toEqual([false, false]);
    expect(lasts(() => last(1), rows("90", "80"))).toEqual([false, true]);
  });

  test("is not one whose place was taken away: the one before is", () => {
    const data = rows({ 得: "90", 事故: "否" }, { 得: "80", 事故: "否" }, { 得: "70", 事故: "是" });
    const withVeto = (r: Rubric) => {
      r.veto("否决", r.flag("事故"), "unranked");
      return last(0);
    };
    expect(lasts(withVeto, data)).toEqual([false, true, false]);
  });
});
