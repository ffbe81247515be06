// `yardstick explain --engine duckdb`: every output is that of the engine in memory.

import { describe, expect, test } from "vitest";
import { folderWith, yardstick } from "./command.js";

const RUBRIC = `考核 "甲"
满分 20 分
数据 村 {
  名称: 文本 主键
  年度: 期别
  片区: 文本
  迟报: 计数 次 0 .. 20
  比例: 百分数
  查实: 是否
  台账: 明细 { 事项: 文本, 扣分: 数值, 日期: 日期 }
}
条目 报送 10 分 { 每 迟报 扣 0.3 分; 逐条 台账 扣 1 分 * 扣分 最多 2 分 每 月份(日期) }
条目 投入 10 分 { 得 满分 * 比例 }
一票否决 弄虚作假 若 查实 { 不占名次 }
排名 全部 按 总分
排名 分片 按 总分 同 片区
等次 结果 按 全部 { 优: 名额 40%; 良: 名额 40%; 其余: 差 }
`;
const files = {
  "a.rubric": RUBRIC,
  "data.csv": `名称,年度,片区,迟报,比例,查实
东,2008,山,1,98.2%,否
西,2008,山,3,50%,是
南,2008,川,1,98.2%,否
北,2008,川,0,100%,否
中,2008,川,,40%,否
外,2008,山,99,70%,否
东,2007,山,2,98.2%,否
`,
  "台账.csv": `名称,年度,事项,扣分,日期
东,2008,a,1.5,2008-01-03
东,2008,b,1.25,2008-01-20
南,2008,a,2,2008-03-01
`,
};

/** A page without what its foot says of the run: of the data only a part was read, which has no number. */
const withoutReceipt = (page: string): string =>
  page.replaceAll(/@bottom-center\{content:"[^"]*"|<footer.*?<\/footer>/gu, "");
/** JSON without where a file has the cell of a problem. */
const withoutPlace = (json: string): string =>
  json
    .replaceAll(/\s*"file": ".*",\n\s*"format": ".*",\n\s*"sheet": .*,/gu, "")
    .replaceAll(/"row": \d+,\n(\s*"column")/gu, '"row": null,\n$1');

describe("yardstick explain --engine duckdb", () => {
  const runner = () => {
    const cwd = folderWith(files);
    return async (key: string, ...more: readonly string[]) => yardstick(["explain", "a.rubric", key, ...more], { cwd });
  };

  test.each(["东", "西", "外"])("explains %s as in memory, in every format", async (key) => {
    const run = runner();
    for (const [lang, formats] of [
      ["zh", ["text", "html"]],
      ["en", ["text", "json"]],
    ] as const) {
      for (const format of formats) {
        const options = ["--format", format, "--lang", lang];
        const [memory, database] = [await run(key, ...options), await run(key, "--engine", "duckdb", ...options)];
        expect(memory.out).toContain(key);
        expect(database.err).not.toMatch(/所有对象|all subjects/u);
        const plain = (text: string) => (format === "html" ? withoutReceipt(text) : withoutPlace(text));
        expect([format, lang, plain(database.out)]).toEqual([format, lang, plain(memory.out)]);
        if (format === "html") expect(database.out).toMatch(/数据没有编号|data has no number/u);
        // The data of other subjects are not read.
        expect(database.code).toBe(key === "外" ? 1 : 0);
      }
    }
  });

  test.each([
    [["东东"], "“东”"],
    [["東"], "“東”"],
    [["南南", "--period", "2008年"], "“南”"],
    [["南南", "--period", "2007"], "“南南”"],
    [["东", "--period", "2010"], "2008, 2007"],
  ])("reports the unknown key or period of %s as in memory, with %s", async ([key = "", ...more], said) => {
    const run = runner();
    for (const lang of ["zh", "en"]) {
      const memory = await run(key, ...more, "--lang", lang);
      const { code, out, err } = await run(key, ...more, "--lang", lang, "--engine", "duckdb");
      expect([lang, code, out, err.trim()]).toEqual([lang, 2, "", memory.err.trim().split("\n").at(-1)]);
      expect(err).toContain(lang === "zh" ? said.replace(", ", "、") : said);
    }
  });

  test("takes a period, and refuses an order of rows", async () => {
    const run = runner();
    const earlier = await run("东", "--engine", "duckdb", "--period", "2007年", "--format", "json");
    expect(JSON.parse(earlier.out)).toMatchObject({ key: "东", period: "2007" });
    expect(await run("东", "--engine", "duckdb", "--order", "台账=a")).toMatchObject({ code: 2, out: "" });
    expect(await run("东", "--order", "台账=a")).toMatchObject({ code: 2, out: "" });
  });
});
