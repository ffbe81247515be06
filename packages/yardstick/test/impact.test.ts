/** Impacts of other readings: each equals the difference of two runs, and "no change" is stated only where nothing differs. */
import fc from "fast-check";
import { readGrids } from "@yardstick/tables";
import { describe, expect, test } from "vitest";
import { alternatives, compile, describeAlternative, describeImpact, impactOfAlternative } from "../src/index.js";
import type { ScoredReading } from "../src/index.js";
import { runs } from "../../../test/properties.js";
import { compareResults } from "../src/compare.js";

const TEXT = `考核 "试"
满分 20 分
数据 社区 {
  名称: 文本 主键
  缺项: 计数 项 可空
  事故: 计数 起
  合格: 是否
}
大类 工作 20 分 {
  条目 材料 10 分 {
    每 缺项 少于 2 扣 1 分
    若 非 合格 扣 3 分
  }
  条目 安全 10 分 { 每 事故 扣 2 分 }
}
排名 全部 按 总分
`;

type Cells = readonly (readonly [missing: string, accidents: string, ok: string])[];

function readingOf(rows: Cells, text = TEXT): ScoredReading {
  const { rubric, diagnostics } = compile(text, { lang: "zh" });
  if (rubric === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const grid = {
    role: "subjects" as const,
    name: "社区",
    file: "0",
    header: ["名称", "缺项", "事故", "合格"],
    rows: rows.map((cells, at) => [`第${"甲乙丙丁戊己庚辛壬癸"[at] ?? "某"}社区`, ...cells]),
  };
  const read: ScoredReading["read"] = (program, choices) => readGrids(program, [grid], { rows: choices });
  const dataset = read(rubric.program, {});
  const { result } = rubric.score(dataset);
  const { program, source } = rubric;
  return {
    program,
    source,
    file: null,
    load: undefined,
    diagnostics: rubric.diagnostics,
    dataset,
    result,
    scenario: null,
    period: null,
    read,
  };
}

const sentences = (reading: ScoredReading, lang: "zh" | "en" = "zh") =>
  alternatives(reading).map(
    (each) => describeAlternative(each, lang) + describeImpact(impactOfAlternative(each, reading), "全部", lang),
  );

describe("the impact of another reading", () => {
  const rows: Cells = [
    ["", "1", "是"],
    ["1", "", "是"],
    ["5", "0", ""],
    ["3", "0", "是"],
  ];
  test("is stated for blanks that mean zero or no, with score and place", () => {
    expect(sentences(readingOf(rows))).toMatchInlineSnapshot(`
      [
        "「缺项」写明 = 0（可能改变得分）：1 个得分变化，至多 2.00 分。",
        "若这 2 处空白都是 0 或否：2 个有了得分：第乙社区 19.00 分（第 2 名）、第丙社区 17.00 分（第 4 名）；名次变化 1 处：第甲社区 2 → 3。",
      ]
    `);
    expect(sentences(readingOf(rows), "en")).toMatchInlineSnapshot(`
      [
        "「缺项」写明 = 0（可能改变得分）: 1 score changes, by 2.00 at most.",
        "If these 2 blanks were 0 or no: 2 get a score: 第乙社区 19.00 (place 2), 第丙社区 17.00 (place 4); 1 place changes: 第甲社区 2 → 3.",
      ]
    `);
  });
  test("is none where nothing published differs, and there are no blanks to fill", () => {
    const reading = readingOf([["1", "0", "是"]]);
    const found = alternatives(reading);
    expect(found.map(({ kind }) => kind)).toEqual(["fix"]);
    expect(sentences(reading)).toEqual(["「缺项」写明 = 0（可能改变得分）：按现有数据，结果不变。"]);
  });
  test("of a row that agrees with the sum of the others says who moves", () => {
    const reading = readingOf([
      ["110", "231", "是"],
      ["120", "342", "是"],
      ["230", "573", "是"],
    ]);
    expect(alternatives(reading).filter(({ kind }) => kind === "row")).toHaveLength(1);
  });
  test("of blanks equals scoring the data with zero and no written in", () => {
    const cell = fc.constantFrom("", "0", "1", "3");
    const flag = fc.constantFrom("", "是", "否");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, flag), { minLength: 1, maxLength: 6 }), (cells) => {
        const reading = readingOf(cells);
        const blanks = alternatives(reading).find(({ kind }) => kind === "blanks");
        const filled = cells.map(([missing, accidents, ok]) => [missing, accidents || "0", ok || "否"] as const);
        const impact = blanks === undefined ? null : impactOfAlternative(blanks, reading);
        const differences = compareResults(reading.result, readingOf(filled).result);
        for (const { key, score, rankings } of differences) {
          const stated = impact?.subjects.find((subject) => subject.key === key);
          const isSame = score.before === score.after && rankings["全部"]?.before === rankings["全部"]?.after;
          if (stated === undefined) expect(isSame).toBe(true);
          else expect({ score: stated.score, rankings: stated.rankings }).toEqual({ score, rankings });
        }
      }),
      runs(0.02),
    );
  });
});
