// The whole party section of the first example, built from nothing in the form by keyboard and by mouse; `npm test` builds some items
// of it.

import { ensureBrowser } from "../browser.mjs";
import { ensureBuilt, run as runTool } from "../workspace.mjs";
import { measured } from "./measured.mjs";

const ITEMS = 11;

export async function run() {
  for (const prepare of [() => ensureBuilt("playground"), ensureBrowser]) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  const command = [
    "run",
    "--config=test/vitest.config.ts",
    "--project=browser",
    "test/browser/designer-building",
    "--testTimeout=0",
  ];
  const code = await runTool("vitest", command, { env: { WHOLE_TESTS: "1" } });
  const report = measured("building");
  report.write("–", "–", 2 * ITEMS, code === 0 ? "equal to the example" : "failed");
  return code;
}
