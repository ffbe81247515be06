// The bench runs by hand and takes long: here each of its cases runs once on few rows, where it holds every total and place against
// exact ones, so that a change of the engine that breaks the bench is seen at once.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const measure = fileURLToPath(new URL("measure.mjs", import.meta.url));

interface Measured {
  readonly subject: string;
  readonly medianMs: number;
  readonly wrongTotals: number | null;
  readonly wrongRanks: number | null;
}

test.each(["score", "rank", "drag"])("the case `%s` runs, and ours has nothing wrong", (kind) => {
  const output = execFileSync(process.execPath, ["--expose-gc", measure, kind, "400", "alone"], { encoding: "utf8" });
  const results = JSON.parse(output) as readonly Measured[];
  const ours = results.filter(({ subject }) => subject.startsWith("yardstick"));
  expect(ours.length).toBeGreaterThan(0);
  for (const { medianMs, wrongTotals, wrongRanks } of ours) {
    expect(medianMs).toBeGreaterThan(0);
    expect([wrongTotals ?? 0, wrongRanks ?? 0]).toEqual([0, 0]);
  }
});
