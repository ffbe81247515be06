// Each pattern reads its examples, and none of its counter-examples.

import { describe, expect, test } from "vitest";
import { patterns, seriesPatterns } from "../src/patterns/index.js";
import { inItem, isRead, rulesOf } from "./clause.js";

/** Points of the item where the example says them. */
const points: Readonly<Record<string, string>> = {
  "第1名得0.5分，其他按与最高值之比": "0.5",
  "lowest price times 35, divided by the price": "35",
  "score 0-5, times 4": "20",
  "优得5分，良得3分，一般得1分": "5",
  "目标95%，达标得100分，未达标按实际": "100",
};

describe.each([...patterns, ...seriesPatterns])("$name", ({ name, examples, counterExamples }) => {
  const all = [...examples.zh, ...examples.en];
  test.skipIf(all.length === 0).each(all.length === 0 ? [""] : all)("reads %s", (text) => {
    // A consequence is of a grade that the document defines.
    const grades = name === "consequence" ? "90分以上为A级，60-90分为B级，60分以下为C级。" : "";
    const { clauses } = inItem(grades + text, { points: points[text] ?? "10" });
    expect(clauses.flatMap(({ matches }) => matches.map(({ pattern }) => pattern))).toContain(name);
    expect(clauses.map(({ state }) => state)).not.toContain("not-read");
  });

  test.skipIf(counterExamples.length === 0).each(counterExamples.length === 0 ? [""] : counterExamples)(
    "does not read %s",
    (text) => {
      const { clauses } = inItem(text);
      const alone = clauses.filter(({ matches }) => matches.length === 1 && matches[0]?.pattern === name);
      expect(alone.map(({ text: read }) => read)).toEqual([]);
    },
  );
});

/** Phrases that restrict a rule; who decides is left out, since it changes nothing where an assessor decides. */
const restrictions = (
  "前3次不计 已扣分的不再扣 按50%计 责任人减半 首次不扣 每月最多计2次 同一问题只扣一次 超过部分减半 第二次起 限扣一次 整改到位的不扣 连续两次以上 " +
  "重复的不计 不含试用期人员 仅限主要领导 累计3次以上 免予扣分 经批准的除外 每月 每人 下半年起 最多3次"
).split(" ");

test("a restricting phrase put into an example is never dropped", () => {
  const grades = "90分以上为A级，60-90分为B级，60分以下为C级。";
  const isWhole = ({ clauses }: ReturnType<typeof inItem>) =>
    clauses.every((clause) => isRead(clause) || clause.state === "not-a-rule");
  const dropped: string[] = [];
  let turn = 0;
  for (const { name, examples } of [...patterns, ...seriesPatterns])
    for (const text of examples.zh) {
      const before = name === "consequence" ? grades : "";
      const own = { points: points[text] ?? "10" };
      const plain = inItem(before + text, own);
      if (!isWhole(plain)) continue;
      for (const phrase of restrictions) {
        // One of the places for each phrase, another for the next.
        const places = [0, ...[...text.matchAll(/，/gu)].map(({ index }) => index + 1), text.length];
        const at = places[turn++ % places.length] ?? 0;
        const inserted = at === text.length ? `（${phrase}）` : turn % 2 === 0 ? phrase : `${phrase}，`;
        const changed = `${text.slice(0, at)}${inserted}${text.slice(at)}`;
        const reading = inItem(before + changed, own);
        if (isWhole(reading) && rulesOf(reading) === rulesOf(plain)) dropped.push(`${name}: ${changed}`);
      }
    }
  expect(dropped).toEqual([]);
});
