// Compares the columnar engine with the reference evaluator on generated rubrics and data, in as many slices at once as there are
// processors. Each pair has its own seed: `--seed N --count 1` repeats a single one.

import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cache, root, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";

const node = join(root, "node_modules", ".bin", "node");
const bundle = join(cache, "agreement");

/** Bundles the slice into one file for plain Node, so that the test runner adds no time between pairs. */
const built = () =>
  runTool("vite", [
    "build",
    "--logLevel=warn",
    "--configLoader=native",
    `--ssr=${join(root, "packages/engine/test/columnar/compare-pairs.ts")}`,
    `--outDir=${bundle}`,
    "--emptyOutDir",
  ]);

/** `{ left }`, or `{ seed, difference }` of the first pair that differs. */
async function compared(first, count) {
  const script = join(bundle, "compare-pairs.js");
  // Slices use all processors, so background threads for compilation and garbage collection would cost a fifth of the time.
  const args = ["--single-threaded", script, String(first), String(count)];
  const { stdout } = await promisify(execFile)(node, args).catch((error) => error);
  return JSON.parse(stdout || JSON.stringify({ seed: first, difference: "the slice ended without an answer" }));
}

export async function run(args) {
  const count = numberOption(args, "count", 2_000_000);
  const slice = numberOption(args, "slice", 10_000);
  const jobs = numberOption(args, "jobs", availableParallelism());
  const code = await built();
  if (code !== 0) return code;
  const report = measured("agreement");
  const seed = numberOption(args, "seed", report.nextSeed(10_000_000));
  let [done, left] = [0, 0];
  while (done < count) {
    const counts = [];
    for (let rest = count - done; counts.length < jobs && rest > 0; rest -= slice) counts.push(Math.min(slice, rest));
    const answers = await Promise.all(counts.map((each, index) => compared(seed + done + index * slice, each)));
    const different = answers.find((answer) => "difference" in answer);
    if (different !== undefined) {
      report.write(
        seed,
        different.seed,
        different.seed - seed + 1,
        "?",
        `1, seed ${different.seed}: ${different.difference}`,
      );
      console.log(`seed ${different.seed}: ${different.difference}`);
      return 1;
    }
    for (const each of counts) done += each;
    for (const answer of answers) left += answer.left;
    report.write(seed, seed + done - 1, done, left, 0);
    console.log(`${done} of ${count}, no difference`);
  }
  return 0;
}
