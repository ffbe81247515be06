// What the checker accepts can be scored, whatever the data: nothing is thrown, every subject is scored or says what is awaited,
// and why, with one of the reasons that data alone can give.

import { evaluate, explain, type Awaited } from "@yardstick/engine";
import { analyse } from "@yardstick/language";
import { completed, readRows } from "@yardstick/tables/rows";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costly } from "../properties.js";
import { written } from "./written-rubric.js";

const reasons: ReadonlySet<Awaited["reason"]> = new Set([
  "blank",
  "unreadable",
  "division-by-zero",
  "best-is-zero",
  "history-gap",
  "no-history",
  "no-band",
  "no-calendar",
  "out-of-range",
  "no-result",
  "no-used-row",
  "used-pending",
]);

const { numRuns } = costly;

/** Constructs that the cases are to reach, by their word. */
const constructs =
  "每 少于 超过 介于 若 否则 逐条 其中 酌情 扣 得 按比例 低于 按 其余 最多 除非 依据 适用 折算 权重 加分项 保留 " +
  "有 个数 求和 均值 较大 最高 最低 平均 合计 名次 上期 连续 末位 排名 低者在前 高者在前 再按 奖励 位次 处理 公布 设 等次 名额 一票否决 系数 要求 政策 满分 月份";

describe("a rubric that the checker accepts", () => {
  it("never fails in evaluation, and says of whatever cannot be scored which datum is to blame", () => {
    let drawn = 0;
    const reached = new Set<string>();
    const reasonsSeen = new Set<string>();
    fc.assert(
      fc.property(written, ({ text, subjects }) => {
        drawn += 1;
        const { program } = analyse(text);
        fc.pre(program !== null);
        const dataset = completed(readRows(program, { subjects }));
        const result = evaluate(program, dataset);
        expect(result.subjects).toHaveLength(subjects.length);
        for (const subject of result.subjects) {
          expect(subject.status === "scored").toBe(subject.score !== null);
          expect(subject.status === "scored" || subject.awaiting.length > 0).toBe(true);
          for (const { reason } of subject.awaiting) {
            expect(reasons).toContain(reason);
            reasonsSeen.add(reason);
          }
        }
        const [first] = result.subjects;
        expect(explain(program, dataset, first!.key, { period: first!.period })?.score).toBe(first!.score);
        for (const word of constructs.split(" ")) if (text.includes(word)) reached.add(word);
      }),
      { numRuns, maxSkipsPerRun: 3 },
    );
    expect(constructs.split(" ").filter((word) => !reached.has(word))).toEqual([]);
    expect([...reasonsSeen]).toEqual(expect.arrayContaining(["blank", "division-by-zero"]));
    // Most of what is written is accepted, or the cases would say little.
    expect(numRuns / drawn).toBeGreaterThan(0.3);
  });
});
