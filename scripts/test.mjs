// `npm test`: prepares a fresh clone for the tests, then runs all of them.
// The last line is always `N passed, N failed`. A preparation that fails counts as one failure,
// and the tests still run, so that one broken part does not hide the state of the others.

import { ensureBrowser } from "./browser.mjs";
import { cache, ensureBuilt, ensureInstalled, root, run } from "./workspace.mjs";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const ONE_FAILED = { ...NOTHING, failed: 1 };

/** Prints the 20 slowest tests and files in seconds, the slowest last. */
function printSlowest(testResults) {
  const files = testResults.map(({ name, assertionResults }) => ({
    name: relative(root, name),
    tests: assertionResults.map(({ fullName, duration }) => ({ name: fullName, duration: duration ?? 0 })),
  }));
  const print = (what, all) => {
    const slowest = all.sort((a, b) => a.duration - b.duration).slice(-20);
    const lines = slowest.map(({ name, duration }) => `${(duration / 1000).toFixed(1).padStart(7)} s  ${name}`);
    console.log(`\nthe slowest ${what}\n${lines.join("\n")}`);
  };
  const total = (tests) => tests.reduce((sum, { duration }) => sum + duration, 0);
  print(
    "tests",
    files.flatMap(({ name, tests }) => tests.map((test) => ({ ...test, name: `${name} › ${test.name}` }))),
  );
  print(
    "files",
    files.map(({ name, tests }) => ({ name, duration: total(tests) })),
  );
}

/** Runs Vitest on all projects, or on the files that match the filters, and counts passed and failed tests. */
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
  printSlowest(testResults);
  // A file that fails outside its tests (an import, a hook) contains no failed test and is counted itself.
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

/** Builds the playground, and after it the elements, which are built by the same tool. */
const pagesBuilt = async () => (await ensureBuilt("playground")) || (await ensureBuilt("elements"));

async function runAll(filters) {
  if ((await ensureInstalled()) !== 0) return [ONE_FAILED];
  // Side by side: neither build reads what the other writes, and the browser is mostly waited for.
  const prepared = await Promise.all([ensureBuilt("packages"), pagesBuilt(), ensureBrowser()]);
  const counts = prepared.map((code) => (code === 0 ? NOTHING : ONE_FAILED));
  counts.push(await runVitest(filters));
  return counts;
}

const sum = { ...NOTHING };
for (const count of await runAll(process.argv.slice(2))) for (const key of Object.keys(sum)) sum[key] += count[key];

console.log(sum.skipped > 0 ? `\n${sum.skipped} skipped` : "");
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
