import { describe, expect, it } from "vitest";
import { analyse, render, type Diagnostic, type Lang } from "@yardstick/language";
import { afterFix, around, data, item } from "./marked.js";

function fixesOf(text: string, code: string, lang: Lang = "zh"): Diagnostic["fixes"] {
  const found = analyse(text).findings.find((one) => one.code === code);
  return found === undefined ? [] : render(found, lang).fixes;
}

function titles(text: string, code: string, lang: Lang = "zh"): readonly string[] {
  return fixesOf(text, code, lang).map(({ title }) => title);
}

describe("what a fix does to scores", () => {
  it("is said in the title where it changes them, in both languages, and in the JSON", () => {
    const text = `${data.replace("任务: 数值 万元 1 ..", "任务: 数值 万元")}条目 乙 10 分 { 得 按比例 完成 / 任务 }`;
    expect(fixesOf(text, "possible-division-by-zero")).toMatchObject([
      { title: "「任务」至少为 1（可能改变得分）", effect: "changes" },
    ]);
    expect(titles(text, "possible-division-by-zero", "en")).toEqual(['Let "任务" be at least 1 (may change scores)']);
  });

  it("goes without saying where an error leaves no scores to change", () => {
    expect(fixesOf(item("每 迟抱 扣 0.1 分"), "unknown-name")).toMatchObject([
      { title: "改为「迟报」", effect: "resolves" },
    ]);
  });
});

describe("points that do not add up", () => {
  const names = ["党建", "经济", "民生"];
  const section = (points: readonly number[]): string =>
    `满分 100 分\n${data}大类 甲 100 分 {\n${points.map((each, at) => `条目 ${names[at]} ${each} 分 { 每 迟报 扣 0.1 分 }`).join("\n")}\n}`;

  it("go back to the figure that makes the printed sum right, before the sum is changed", () => {
    const text = section([2, 3, 95]).replace("党建 2 分", "党建 3 分");
    expect(titles(text, "points-sum")).toEqual([
      "「党建」改为 2 分",
      "「经济」改为 2 分",
      "「民生」改为 94 分",
      "把分值改为 101（可能改变得分）",
    ]);
    expect(titles(text, "points-sum", "en")[0]).toBe('Make "党建" 2 points');
    for (const fix of analyse(text).findings.flatMap(({ fixes }) =>
      fixes.filter(({ effect }) => effect === "resolves"),
    ))
      expect(afterFix(text, fix).program).not.toBeNull();
  });

  it("are looked for first in the section whose own parts say so, last in one whose parts confirm it", () => {
    const text = `满分 10 分\n${data}大类 甲 4 分 { 条目 乙 4 分 {} }\n大类 丙 7 分 { 条目 丁 6 分 {} }`;
    const found = analyse(text).findings.filter(({ code }) => code === "points-sum");
    expect(found.map((one) => render(one, "zh").fixes.map(({ title }) => title))).toEqual([
      ["「丙」改为 6 分", "「甲」改为 3 分", "把分值改为 11（可能改变得分）"],
      ["「丁」改为 7 分", "把分值改为 6（可能改变得分）"],
    ]);
  });

  it("go nowhere below zero", () => {
    expect(titles(`${data}大类 甲 1 分 { 条目 乙 2 分 {} 条目 丙 3 分 {} }`, "points-sum")).toEqual([
      "把分值改为 5（可能改变得分）",
    ]);
    expect(titles(around("").replace("大类 甲 10 分", "大类 甲 0.5 分"), "points-sum")).toEqual([
      "「乙」改为 0.5 分",
      "把分值改为 10（可能改变得分）",
    ]);
  });
});

describe("differences that may be below 0", () => {
  const fixed = (rule: string) => {
    const text = item(rule);
    const found = analyse(text).findings.find(({ code }) => code === "difference-below-zero");
    return found?.fixes.map((fix) => {
      const { program, source } = { ...afterFix(text, fix), source: "" };
      return [render(found, "en").fixes[0]?.title, program !== null, source] as const;
    });
  };

  it.each([
    ["每 (迟报 - 缺项) 扣 0.1 分", "Write `迟报 超过 缺项`: below 0 it does not count (may change scores)"],
    ["每 2 次 迟报 - 缺项 扣 0.1 分", "Write `迟报 超过 缺项`: below 0 it does not count (may change scores)"],
    ["扣 (迟报 - 缺项) × 0.1 分", "Write `较大(0, 迟报 - 缺项)` (may change scores)"],
  ])("%s", (rule, title) => {
    expect(fixed(rule)).toEqual([[title, true, ""]]);
  });
});

describe("what is no points, and how it would be", () => {
  const solved = (text: string) => {
    const found = analyse(text).findings.find(({ code }) => code === "points-expected");
    return (found?.fixes ?? []).map((fix, at) => {
      expect(afterFix(text, fix).program).not.toBeNull();
      return render(found!, "zh").fixes[at]?.title;
    });
  };

  it("a fraction of a point", () => {
    expect(solved(item("若 迟报 > 1 扣 1/3 分"))).toEqual(["改为 1 分 / 3"]);
  });

  it("a bare factor in a sum of counts is a share alone, since counts are no points", () => {
    expect(
      solved(
        item("得 (迟报 + 缺项 × 0.8) / 人口")
          .replaceAll("计数 次", "计数")
          .replaceAll("计数 项", "计数")
          .replaceAll("数值 人", "计数"),
      ),
    ).toEqual(["改为 80%"]);
  });

  it("a bare factor of a ratio is a share or points", () => {
    expect(solved(item("得 完成 / 任务 × 0.8"))).toEqual(["改为 80%", "改为 0.8 分"]);
  });

  it("a table of bare factors, within a sum too", () => {
    expect(
      solved(
        item("得 求和(票.数 × 按 票.档 { 优: 1; 良: 0.8; 其余: 0 }) / 求和(票.数)").replace(
          "分数: 数值 分",
          "数: 计数, 分数: 数值 分",
        ),
      ),
    ).toEqual(["改为 100%、80%"]);
  });
});

describe("`otherwise` without braces", () => {
  it.each(["若 迟报 > 3 扣 1 分 否则 扣 2 分", "若 迟报 > 3 每 缺项 扣 1 分 最多 2 分 否则 若 不团结 扣 2 分"])(
    "%s",
    (rule) => {
      const text = item(rule);
      const found = analyse(text).findings;
      expect(found.map(({ code }) => code)).toEqual(["otherwise-without-braces"]);
      expect(found[0]?.fixes).toHaveLength(1);
      for (const fix of found[0]?.fixes ?? []) expect(afterFix(text, fix).program).not.toBeNull();
    },
  );

  it("is said without a fix where the condition stands behind the rule", () => {
    const [found] = analyse(item("扣 1 分 若 迟报 > 3 否则 扣 2 分")).findings;
    expect(found).toMatchObject({ code: "otherwise-without-braces", fixes: [] });
  });
});
