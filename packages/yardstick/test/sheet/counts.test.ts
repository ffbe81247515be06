// The count of a rule has the unit of what it counts: of a quotient, a square or a table of what was read it has none.

import { expect, test } from "vitest";
import { compile, renderExplanation, type SheetLine } from "../../src/index.js";

const counts = [
  ["hours_late", "3 小时"],
  ["hours_late * 2", "6 小时"],
  ["max(0, hours_late - 1)", "2 小时"],
  ["round(hours_late, 0 up)", "3 小时"],
  ["round(hours_late / 2 小时, 0 up)", "2"],
  ["owed / 1000 元", "20"],
  ["by hours_late { > 1: 2; else: 1 }", "2"],
  ["people", "4 人"],
  ["people * people", "16"],
  ["score(other)", "9 points"],
  ["sum(rows.hours)", "5 小时"],
  ["count(rows where hours > 1)", "2"],
] as const;

test("a rule's count has the unit of what is counted", () => {
  const source = [
    'rubric "counts"',
    "data c { name: text key, hours_late: number 小时, owed: number 万元, people: count 人, rows: list { hours: number 小时 } }",
    "item other 10 points { deduct 1 point }",
    `item all 1000 points {\n${counts.map(([counted]) => `per ${counted} deduct 0.1 points`).join("\n")}\n}`,
  ].join("\n");
  const { rubric } = compile(source, { lang: "en" });
  const scored = rubric!.score({
    c: [{ name: "A", hours_late: "3", owed: "2", people: "4" }],
    rows: [
      { name: "A", hours: "3" },
      { name: "A", hours: "2" },
    ],
  });
  const sheet = renderExplanation(scored.explain("A")!, rubric!.program, source, "en");
  const lines = sheet.parts.flatMap((part): readonly SheetLine[] => ("lines" in part ? part.lines : []));
  expect(lines.slice(1).map(({ count }) => count)).toEqual(counts.map(([, text]) => text));
});
