// Results of used rubrics and of earlier periods are stored by Chinese words; an English output names them in English, also where
// they are awaited, and a column of a list that is called like one of these words keeps its name.

import type { Awaited } from "@yardstick/engine";
import { expect, test } from "vitest";
import { describeAwaited } from "../../src/index.js";

const awaited = (field: string, reason: Awaited["reason"]): Awaited => ({
  field,
  assessor: null,
  problem: null,
  reason,
});

test.each([
  ["month.总分", "no-result", "month.score"],
  ["month.满分", "no-result", "month.full"],
  ["month.奖励", "no-result", "month.awards"],
  ["总分", "history-gap", "score"],
  ["总分", "no-history", "score"],
  ["month.reports", "no-result", "month.reports"],
  ["ledger.总分", "blank", "ledger.总分"],
  ["总分", "unreadable", "总分"],
] as const)("%s (%s) is %s in English", (field, reason, name) => {
  expect(describeAwaited(awaited(field, reason), "en")).toMatch(new RegExp(`^${name} \\(`, "u"));
  expect(describeAwaited(awaited(field, reason), "zh")).toMatch(new RegExp(`^${field}（`, "u"));
});
