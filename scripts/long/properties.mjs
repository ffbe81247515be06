// Every property over generated cases, in slices with their own seed. `npm test` tries each 1,000 times, those with expensive
// cases fewer times, and the most expensive ones 100 times; this run tries the latter, too, as often as its count says.

import { cache, packages, root, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

const found = join(cache, "properties.json");

/** The test files with properties. The comparison of the two evaluators is a separate long run. */
function files() {
  const folders = ["test", "playground/test", ...packages.map((name) => `packages/${name}/test`)];
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !/node_modules|agreement\.test|[\\/]browser[\\/]/u.test(file))
    .filter((file) => /from "(?:fast-check|[./]*\/(?:drawn|on-each|properties)\.js)"/u.test(readFileSync(file, "utf8")))
    .map((file) => relative(root, file));
}

export async function run(args) {
  const count = numberOption(args, "count", 10_000);
  const slice = numberOption(args, "slice", 10_000);
  const report = measured("properties");
  const seed = numberOption(args, "seed", report.nextSeed(1));
  mkdirSync(cache, { recursive: true });
  let done = 0;
  for (let at = seed; done < count; at += 1) {
    rmSync(found, { force: true });
    const runs = Math.min(slice, count - done);
    const ended = await runTool(
      "vitest",
      [
        "run",
        "--config=test/vitest.config.ts",
        ...["packages", "cross", "playground"].map((project) => `--project=${project}`),
        "--testTimeout=0",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${found}`,
        ...files(),
      ],
      { env: { PROPERTY_RUNS: String(runs), PROPERTY_SEED: String(at) } },
    );
    if (!existsSync(found)) return ended || 1;
    const { numTotalTests, testResults } = JSON.parse(readFileSync(found, "utf8"));
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    );
    done += runs;
    report.write(seed, at, done, numTotalTests, failed.length === 0 ? 0 : failed.join("; "));
    if (ended !== 0) return ended;
  }
  return 0;
}
