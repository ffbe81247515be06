// Every test with nothing left out: `npm test` takes a part of the rows of long tables, and one language or size where a path has several.

import { ensureBrowser } from "../browser.mjs";
import { cache, ensureBuilt, run as runTool } from "../workspace.mjs";
import { measured } from "./measured.mjs";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export async function run(args) {
  for (const prepare of [() => ensureBuilt("playground"), () => ensureBuilt("elements"), ensureBrowser]) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  const found = join(cache, "whole.json");
  rmSync(found, { force: true });
  const command = [
    "run",
    "--config=test/vitest.config.ts",
    "--testTimeout=0",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${found}`,
    ...args,
  ];
  const code = await runTool("vitest", command, { env: { WHOLE_TESTS: "1" } });
  if (!existsSync(found)) return code || 1;
  const { numTotalTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(found, "utf8"));
  if (args.length === 0) measured("whole").write("–", "–", numTotalTests, numFailedTests, numPendingTests);
  return code;
}
