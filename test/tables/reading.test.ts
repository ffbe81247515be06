// Whatever an office does to a clean table, reading it gives the clean result or a named problem, never another result.
// `READING_CASES=10000` tries more.

import { foldName } from "@yardstick/engine";
import { readTables } from "@yardstick/tables";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "yardstick";
import type { Draws } from "./noise.js";
import { cleanRows, cleanTable, untidyTable } from "./noise.js";

const { rubric } = compile(`考核 "读表"
满分 100 分
数据 单位 {
  名称: 文本 主键
  组: 文本
  任务: 数值 万元
  完成: 数值 万元
  次数: 计数 件
  满意率: 百分数
  提交日: 日期
}
条目 任务完成 50 分 { 得 按比例 完成 / 任务 }
条目 满意 30 分 { 得 满意率 }
条目 规范 20 分 {
  每 1 件 次数 扣 1 分
  若 提交日 > 2024年1月20日 扣 5 分
}
排名 全县 按 总分 并列 同名次
排名 组内 按 总分 同 组 并列 同名次
奖励 红旗 全县 第 1 名 3000 元
奖励 组冠军 组内 第 1 名 500 元
`);
if (rubric === null) throw new Error("the rubric has errors");

function scored(text: string) {
  const tables = readTables(rubric!.program, [{ role: "subjects", file: "data.csv", format: "csv", text }]);
  const { subjects } = rubric!.score(tables);
  const outcomes = subjects.map(({ key, status, score, rankings, awards, provisional }) => ({
    key: foldName(key),
    status,
    score,
    places: rankings,
    awards: awards.map(({ name }) => name),
    provisional,
  }));
  return { problems: tables.problems, outcomes };
}

/** Draws from a list of numbers, over and over. */
function drawsFrom(seeds: readonly number[]): Draws {
  let at = 0;
  return { below: (bound) => (seeds[at++ % seeds.length] ?? 0) % bound };
}

describe("a clean table made untidy", () => {
  test("gives the clean result or a named problem", () => {
    let clean = 0;
    const numRuns = Number(process.env["READING_CASES"] ?? 300);
    const seeds = fc.array(fc.nat(1_000_003), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(seeds, (numbers) => {
        const draws = drawsFrom(numbers);
        const rows = cleanRows(draws);
        const wanted = scored(cleanTable(rows));
        // Figures that add up by chance are in doubt already.
        if (wanted.problems.length > 0) return;
        const untidy = untidyTable(rows, draws);
        const found = scored(untidy);
        const named = found.problems.filter(({ severity }) => severity !== "note");
        if (named.length === 0) {
          clean += 1;
          expect({ untidy, outcomes: found.outcomes }).toEqual({ untidy, outcomes: wanted.outcomes });
          return;
        }
        // What is scored beside a problem has its own score, unless the problem is about it.
        const agreeing = new Set(
          named.flatMap(({ reason, found: key }) => (reason === "row-agrees" ? [foldName(key)] : [])),
        );
        for (const outcome of found.outcomes) {
          if (outcome.status !== "scored" || agreeing.has(outcome.key)) continue;
          const same = wanted.outcomes.find(({ key }) => key === outcome.key);
          expect([untidy, outcome.key, outcome.score]).toEqual([untidy, same?.key, same?.score]);
          if (agreeing.size === 0 && outcome.provisional.length === 0) {
            expect([untidy, outcome.key, outcome.places]).toEqual([untidy, same?.key, same?.places]);
          }
        }
      }),
      { numRuns },
    );
    // The property would say little if every table had a problem.
    expect(clean).toBeGreaterThan(numRuns / 5);
  }, 600_000);
});
