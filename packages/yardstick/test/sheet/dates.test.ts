// Beside the dates that a rule reads stands what a function of them comes to, whether the rule fires or not; what the rule counts is
// its count instead.

import { expect, test } from "vitest";
import { compile, renderExplanation, type SheetLine } from "../../src/index.js";

const DATES = { begun: "2024-12-29", ended: "2025-01-01" };

/** Rules, and what is listed of each beside its dates. */
const rules = [
  ["if months(begun, ended) > 6 deduct 1 point", ["months(begun, ended) 0 months"]],
  ["if workdays(begun, ended) > 6 deduct 1 point", ["workdays(begun, ended) 3 days"]],
  ["if ended - begun > 20 deduct 1 point", ["ended - begun 3 days"]],
  ["if ended - begun < 20 deduct 1 point", ["ended - begun 3 days"]],
  ["if begun + 2 days > ended deduct 1 point", ["begun + 2 days 2024-12-31"]],
  ["if weekday(begun) = 1 deduct 1 point", ["weekday(begun) 7"]],
  // The year, the quarter and the month are in the date.
  ["if year(begun) = 2020 or month(begun) = 1 or quarter(begun) = 1 deduct 1 point", []],
  ["per begun over ended deduct 1 point", ["begun over ended −3 days"]],
  ["per ended over begun deduct 1 point", []],
  // Of each side row it would be another one.
  ["if any(rows where day - begun > 9) deduct 1 point", ["any(rows where day - begun > 9) no"]],
] as const;

test("functions of dates are listed with their values", () => {
  const source = [
    'rubric "dates"',
    "data c { name: text key, begun: date, ended: date, rows: list { day: date } }",
    `item all 100 points {\n${rules.map(([rule]) => rule).join("\n")}\n}`,
  ].join("\n");
  const { rubric } = compile(source, { lang: "en" });
  const scored = rubric!.score({ c: [{ name: "A", ...DATES }], rows: [{ name: "A", day: "2025-01-02" }] });
  const sheet = renderExplanation(scored.explain("A")!, rubric!.program, source, "en");
  const lines = sheet.parts.flatMap((part): readonly SheetLine[] => ("lines" in part ? part.lines : []));
  const listed = lines.map(({ reads }) =>
    reads.filter(({ name }) => !(name in DATES)).map(({ name, text }) => `${name} ${text}`),
  );
  expect(listed).toEqual(rules.map(([, reads]) => reads));
});
