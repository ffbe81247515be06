// Each pattern reads its examples, and none of its counter-examples.

import { describe, expect, test } from "vitest";
import { patterns, seriesPatterns } from "../src/patterns/index.js";
import { inItem } from "./clause.js";

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
