// The properties of merging over random sets of forms, in slices with their own seed. `npm test` tries a tenth of the default count.

import { cache, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const found = join(cache, "collecting.json");
const files = ["packages/tables/test/collect-tables.property", "test/tables/collect-everywhere"];

export async function run(args) {
  const count = numberOption(args, "count", 10_000);
  const slice = numberOption(args, "slice", 10_000);
  const report = measured("collecting");
  const seed = numberOption(args, "seed", report.nextSeed(1));
  mkdirSync(cache, { recursive: true });
  let done = 0;
  for (let at = seed; done < count; at += 1) {
    rmSync(found, { force: true });
    const runs = Math.min(slice, count - done);
    const started = Date.now();
    const ended = await runTool(
      "vitest",
      [
        "run",
        "--config=test/vitest.config.ts",
        "--project=packages",
        "--project=cross",
        "--testTimeout=0",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${found}`,
        ...files,
      ],
      { env: { PROPERTY_RUNS: String(runs), PROPERTY_SEED: String(at) } },
    );
    if (!existsSync(found)) return ended || 1;
    const { testResults } = JSON.parse(readFileSync(found, "utf8"));
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    );
    done += runs;
    const seconds = Math.round((Date.now() - started) / 1000);
    report.write(seed, at, done, seconds, failed.length === 0 ? 0 : failed.join("; "));
    if (ended !== 0) return ended;
  }
  return 0;
}
