// Compares the product with the independent evaluator on generated pairs of a rubric's text and its files, slice by slice. Each pair has
// its own seed: `--seed N --count 1` repeats a single one.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { cache, root, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";

const node = join(root, "node_modules", ".bin", "node");
const bundle = join(cache, "independent");

/** Bundles the slice into one file for plain Node, so that the test runner adds no time between pairs. */
const built = () =>
  runTool("vite", [
    "build",
    "--logLevel=error",
    "--configLoader=native",
    `--ssr=${join(root, "test/independent/compare-pairs.ts")}`,
    `--outDir=${bundle}`,
    "--emptyOutDir",
  ]);

/** `{ scored }`, or `{ seed, difference }` of the first pair that differs. */
async function compared(first, count) {
  const args = ["--single-threaded", join(bundle, "compare-pairs.js"), String(first), String(count)];
  const { stdout } = await promisify(execFile)(node, args).catch((error) => error);
  return JSON.parse(stdout || JSON.stringify({ seed: first, difference: "the slice ended without an answer" }));
}

export async function run(args) {
  const count = numberOption(args, "count", 1_000_000);
  const slice = numberOption(args, "slice", 5_000);
  const code = await built();
  if (code !== 0) return code;
  const report = measured("independent");
  const seed = numberOption(args, "seed", report.nextSeed(1_000_000));
  let [done, scored] = [0, 0];
  while (done < count) {
    const size = Math.min(slice, count - done);
    const answer = await compared(seed + done, size);
    if ("difference" in answer) {
      const line = answer.difference.replaceAll("\n", "; ").replaceAll("|", "\\|");
      report.write(seed, answer.seed, answer.seed - seed + 1, "?", `1, seed ${answer.seed}: ${line}`);
      console.log(`seed ${answer.seed}:\n${answer.difference}`);
      return 1;
    }
    done += size;
    scored += answer.scored;
    report.write(seed, seed + done - 1, done, scored, 0);
    console.log(`${done} of ${count}, ${scored} scored, no difference`);
  }
  return 0;
}
