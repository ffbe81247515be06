import { describe, expect, test } from "vitest";
import { GOOD_DATA, LEDGER, RUBRIC, folderWith, yardstick } from "./command.js";

const SCENARIO = `
方案 "经济优先" { 党建: 权重 30%; 经济: 权重 70% }
`;
const WEIGHTED = RUBRIC.replace("大类 党建 10 分", "大类 党建 10 分 权重 50% 限 30% .. 70%").replace(
  "大类 经济 10 分",
  "大类 经济 10 分 权重 50% 限 30% .. 70%",
);
const PROJECT = { "a.rubric": WEIGHTED + SCENARIO, "data.csv": GOOD_DATA, "台账.csv": LEDGER };
const run = (...argv: readonly string[]) => yardstick(argv, { cwd: folderWith(PROJECT) });

describe("yardstick compare", () => {
  test("puts the rubric and a scenario side by side", async () => {
    const { code, out, err } = await run("compare", "a.rubric", "--scenario", "经济优先");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("A  规则原文");
    expect(out).toContain("B  经济优先");
    expect(out).toMatch(/A 名次.*A 总分.*B 名次.*升降.*B 总分/u);
    expect(out).toMatch(/甲社区\s+2\s+16\.50/u);
  });

  test("compares all scenarios where none is named, in English on request", async () => {
    const { code, out } = await run("compare", "a.rubric", "--lang", "en");
    expect(code).toBe(0);
    expect(out).toContain("as written");
    expect(out).toContain("经济优先");
  });

  test("gives JSON with the same figures as score", async () => {
    const { out } = await run("compare", "a.rubric", "--scenario", "经济优先", "--format", "json");
    const compared = JSON.parse(out) as {
      scenarios: unknown;
      subjects: { key: string; results: { score: string }[] }[];
    };
    expect(compared.scenarios).toEqual([null, "经济优先"]);
    const { out: scored } = await run("score", "a.rubric", "--scenario", "经济优先", "--format", "json");
    const { subjects } = JSON.parse(scored) as { subjects: { key: string; score: string }[] };
    expect(compared.subjects.map(({ key, results }) => [key, results[1]?.score])).toEqual(
      subjects.map(({ key, score }) => [key, score]),
    );
  });

  test("of an unknown scenario lists the existing ones", async () => {
    const { code, err } = await run("compare", "a.rubric", "--scenario", "民生优先");
    expect({ code, err }).toEqual({ code: 2, err: "没有名为“民生优先”的方案；可选：经济优先。\n" });
  });
});

describe("yardstick sensitivity", () => {
  test("reports the range of each weight, and the assumptions", async () => {
    const { code, out } = await run("sensitivity", "a.rubric", "--samples", "200", "--seed", "4");
    expect(code).toBe(0);
    expect(out).toContain("排名的稳定性：全街道");
    expect(out).toMatch(/党建\s+50%\s+30% – 70%/u);
    expect(out).toContain("名次分布（权重同时变动，取样 200 次）");
    expect(out).toMatch(/种子 4/u);
  });

  test("reports one weight alone, without draws, in English", async () => {
    const { code, out } = await run(
      "sensitivity",
      "a.rubric",
      "--weight",
      "经济",
      "--samples",
      "0",
      "--top",
      "2",
      "--lang",
      "en",
    );
    expect(code).toBe(0);
    expect(out).toContain("first 2 stay");
    expect(out).not.toMatch(/^党建/mu);
    expect(out).not.toContain("draws)");
  });

  test("gives JSON, the same for the same seed", async () => {
    const options = ["sensitivity", "a.rubric", "--seed", "9", "--samples", "50", "--format", "json"] as const;
    const [first, second] = [await run(...options), await run(...options)];
    expect(first.out).toBe(second.out);
    expect(JSON.parse(first.out)).toMatchObject({
      ranking: "全街道",
      weights: [{ name: "党建", share: "1/2", method: "exact" }, {}],
    });
  });

  test("refuses a name that is not a weight and a count that is not a whole number", async () => {
    expect(await run("sensitivity", "a.rubric", "--weight", "经")).toMatchObject({
      code: 2,
      err: "没有名为“经”的可调权重部分；是否应为“经济”？\n",
    });
    expect(await run("sensitivity", "a.rubric", "--samples", "many")).toMatchObject({
      code: 2,
      err: "--samples 应为不小于 0 的整数，不能是“many”。\n",
    });
  });
});
