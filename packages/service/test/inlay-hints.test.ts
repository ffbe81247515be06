import { expect, it } from "vitest";
import { analyse, type Lang } from "@yardstick/language";
import { inlayHints } from "@yardstick/service";
import { inEnglishItem, inItem } from "./cursor.js";

const of = (source: string, lang: Lang = "zh") => inlayHints(analyse(source), lang).map(({ text }) => text);

it("shows sums after headings and ranges after items", () => {
  for (const { analysis } of [inItem("每 迟报次数 扣 0.1 分|"), inEnglishItem("per late deduct 0.1 points|")])
    expect(inlayHints(analysis, "zh").map(({ text }) => text)).toEqual(["= 10 ✓", "= 6 + 4 ✓", "0 .. 6", "0 .. 4"]);
});

it("shows the missing and the surplus points while the sums are wrong", () => {
  const source = (points: string) =>
    `满分 10 分\n大类 甲 10 分 { 条目 乙 6 分 { 扣 1 分 } 条目 丙 ${points} 分 { 扣 1 分 } }`;
  expect(of(source("2.5"))).toContain("= 6 + 2.5，还差 1.5");
  expect(of(source("5"))).toContain("= 6 + 5，多出 1");
  expect(of(source("2.5"), "en")).toContain("= 6 + 2.5, 1.5 left");
  expect(of(source("5"), "en")).toContain("= 6 + 5, 1 too much");
});

it("is shown while a line cannot be parsed", () => {
  expect(of("满分 5 分\n大类 甲 5 分 {\n 条目 乙 3 分 { 每 每 }\n 条目 丙 2 分 { 扣 1 分 }\n}")).toEqual(
    expect.arrayContaining(["= 5 ✓", "= 3 + 2 ✓"]),
  );
});

it("shows equal parts as a count", () => {
  const items = ["乙", "丙", "丁"].map((name) => `条目 ${name} 2 分 { 扣 1 分 }`).join(" ");
  expect(of(`大类 甲 7 分 { 条目 一 1 分 { 扣 1 分 } ${items} }`)[0]).toBe("= 1 + 2 × 3 ✓");
});

it("shows the sum of the weights", () => {
  const weighed = (last: string) =>
    of(`大类 甲 { 条目 乙 权重 40% { 得 1 分 } 条目 丙 权重 1/3 { 得 1 分 } 条目 丁 权重 ${last} { 得 1 分 } }`)[0];
  expect(weighed("20%")).toBe("= 40% + 100/3% + 20%，还差 20/3%");
  expect(weighed("4/15")).toBe("= 40% + 100/3% + 80/3% ✓");
});

it("leaves bonuses out of the sum, and omits sums with a part without points", () => {
  expect(of("大类 甲 5 分 { 条目 乙 5 分 { 扣 1 分 } 加分项 丙 最多 3 分 { 加 1 分 } }")[0]).toBe("= 5 ✓");
  expect(of("大类 甲 5 分 { 条目 乙 { 扣 1 分 } }")).not.toContain("= 5 ✓");
});

it("is placed after the opening brace, not after one in a text", () => {
  const source = '大类 甲 5 分 依据 "{旧}" { 条目 乙 5 分 { 扣 1 分 } }';
  const [hint] = inlayHints(analyse(source), "zh");
  expect(source.slice(0, hint?.offset)).toBe('大类 甲 5 分 依据 "{旧}" {');
});
