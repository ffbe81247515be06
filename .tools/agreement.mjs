// `npm run agreement`: holds the columnar engine against the reference evaluator on generated rubrics with their data, slice by
// slice, until there are as many as asked for or somebody ends it; what has been done by then stands in the report.
// `-- --runs 2000000 --seed 10000000 --slice 10000 --jobs 2`; as many slices at once as there are processors, unless told.

import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cache, ensureInstalled, root, run } from "./workspace.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const runs = Number(option("runs", 2_000_000));
const slice = Number(option("slice", 10_000));
const seed = Number(option("seed", 10_000_000));
const report = join(root, "docs/measured/agreement.md");
const jobs = Number(option("jobs", availableParallelism()));

const node = join(root, "node_modules", ".bin", "node");
const bundle = join(cache, "agreement");

/** The slice with all that it imports in one file, for plain Node: nothing of the test runner stands between two pairs. */
const built = () =>
  run("vite", [
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
  // Slices fill the processors themselves: threads that compile and collect beside them would take a fifth of the time.
  const args = ["--single-threaded", script, String(first), String(count)];
  const { stdout } = await promisify(execFile)(node, args).catch((error) => error);
  return JSON.parse(stdout || JSON.stringify({ seed: first, difference: "the slice ended without an answer" }));
}

async function agreement() {
  const code = (await ensureInstalled()) || (await built());
  if (code !== 0) return code;
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const before = readFileSync(report, "utf8");
  let [done, left] = [0, 0];
  while (done < runs) {
    const counts = [];
    for (let rest = runs - done; counts.length < jobs && rest > 0; rest -= slice) counts.push(Math.min(slice, rest));
    const answers = await Promise.all(counts.map((count, index) => compared(seed + done + index * slice, count)));
    const date = new Date().toISOString().slice(0, 10);
    const different = answers.find((answer) => "difference" in answer);
    if (different !== undefined) {
      appendFileSync(report, `\n${date}, ${commit}, seed ${different.seed}: ${different.difference}\n`);
      process.stdout.write(`seed ${different.seed}: ${different.difference}\n`);
      return 1;
    }
    for (const count of counts) done += count;
    for (const answer of answers) left += answer.left;
    writeFileSync(report, `${before}| ${date} | ${commit} | ${seed} | ${seed + done - 1} | ${done} | ${left} | 0 |\n`);
    process.stdout.write(`${done} of ${runs}, no difference\n`);
  }
  return 0;
}

process.exitCode = await agreement();
