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
      { title: "「任务」至少为 1（会改变得分）", effect: "changes" },
    ]);
    expect(titles(text, "possible-division-by-zero", "en")).toEqual(['Let "任务" be at least 1 (changes scores)']);
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
      "「党建」改回 2 分",
      "「经济」改回 2 分",
      "「民生」改回 94 分",
      "把分值改为 101（会改变得分）",
    ]);
    expect(titles(text, "points-sum", "en")[0]).toBe('Put "党建" back to 2 points');
    for (const fix of analyse(text).findings.flatMap(({ fixes }) =>
      fixes.filter(({ effect }) => effect === "resolves"),
    ))
      expect(afterFix(text, fix).program).not.toBeNull();
  });

  it("are looked for first in the section whose own parts say so, last in one whose parts confirm it", () => {
    const text = `满分 10 分\n${data}大类 甲 4 分 { 条目 乙 4 分 {} }\n大类 丙 7 分 { 条目 丁 6 分 {} }`;
    const found = analyse(text).findings.filter(({ code }) => code === "points-sum");
    expect(found.map((one) => render(one, "zh").fixes.map(({ title }) => title))).toEqual([
      ["「丙」改回 6 分", "「甲」改回 3 分", "把分值改为 11（会改变得分）"],
      ["「丁」改回 7 分", "把分值改为 6（会改变得分）"],
    ]);
  });

  it("go nowhere below zero", () => {
    expect(titles(`${data}大类 甲 1 分 { 条目 乙 2 分 {} 条目 丙 3 分 {} }`, "points-sum")).toEqual([
      "把分值改为 5（会改变得分）",
    ]);
    expect(titles(around("").replace("大类 甲 10 分", "大类 甲 0.5 分"), "points-sum")).toEqual([
      "「乙」改回 0.5 分",
      "把分值改为 10（会改变得分）",
    ]);
  });
});
