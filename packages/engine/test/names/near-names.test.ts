import { describe, expect, test } from "vitest";
import { NearNames } from "../../src/index.js";

describe("names that a written one may be a slip of", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["张三峰", ["张三丰", "李四光"], ["张三丰"]],
    ["张三丰", ["张三峰", "张三风"], ["张三峰", "张三风"]],
    ["张丰", ["张三丰"], []],
    ["李明", ["李鸣", "王明"], ["李鸣", "王明"]],
    ["南门社区居委会", ["南门社区居委"], ["南门社区居委"]],
    ["南门", ["南门社区", "北门社区"], ["南门社区"]],
    ["南", ["南门社区"], []],
    ["Nanmen", ["Nanemn", "Namen", "Nanmenn", "Beimen"], ["Nanemn", "Namen", "Nanmenn"]],
    ["第3组", ["第1组", "第2组", "第13组"], []],
    ["三组", ["一组", "二组", "十三组"], []],
    ["丙", ["甲", "乙"], []],
    ["东镇", ["西镇", "南镇"], []],
    ["Team C", ["Team A", "Team B"], []],
    ["T10", ["T1", "T01", "T100"], []],
    ["张 三丰", ["张三丰"], []],
    ["constructor", ["constructer"], ["constructer"]],
  ])("%s among %j", (written, names, expected) => {
    expect(new NearNames(names).near(written)).toEqual(expected);
  });

  test("many names are looked through at once", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `社区${String.fromCodePoint(0x4e00 + index)}站`);
    expect(new NearNames(names).near("社区一一站")).toEqual([]);
    expect(new NearNames([...names, "红旗社区居委会"]).near("红旗社区居委")).toEqual(["红旗社区居委会"]);
  });
});
