// `npm test`: everything that a fresh clone needs to run every test, then all of them.
// The last line is `N passed, N failed`, whatever happened before it. A preparation that fails counts as one failure,
// and the tests run all the same, so that one broken part does not hide the state of the others.

import { ensureBrowser } from "./browser.mjs";
import { cache, ensureBuilt, ensureInstalled, run } from "./workspace.mjs";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const ONE_FAILED = { ...NOTHING, failed: 1 };

/** Runs Vitest over all its projects, or over those files that the filters name, and counts. */
async function runVitest(filters) {
  const report = join(cache, "vitest.json");
  rmSync(report, { force: true });
  const code = await run("vitest", [
    "run",
    "--config=test/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  if (!existsSync(report)) return ONE_FAILED;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  // A file that fails outside its tests (an import, a hook) has no failed test to be counted by.
  const failedFiles = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = numFailedTests + failedFiles.length;
  return {
    passed: numPassedTests,
    failed: code !== 0 ? Math.max(failed, 1) : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

async function runAll(filters) {
  if ((await ensureInstalled()) !== 0) return [ONE_FAILED];
  const counts = [];
  for (const prepare of [() => ensureBuilt("packages"), () => ensureBuilt("playground"), ensureBrowser]) {
    counts.push((await prepare()) === 0 ? NOTHING : ONE_FAILED);
  }
  counts.push(await runVitest(filters));
  return counts;
}

const sum = { ...NOTHING };
for (const count of await runAll(process.argv.slice(2))) for (const key of Object.keys(sum)) sum[key] += count[key];

if (sum.skipped > 0) console.log(`${sum.skipped} skipped`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
