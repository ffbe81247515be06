// Mutations of the nine documents of test/documents/corpus: figures changed, clauses swapped, cells merged, restricting phrases put in.
// None may be read as another rule than the right one mutated in the same way. Each has its own seed: `--seed N --count 1` repeats it.

import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cache, ensureBuilt, ensureInstalled, root, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";

const node = join(root, "node_modules", ".bin", "node");

const built = () =>
  runTool("vite", [
    "build",
    "--logLevel=warn",
    "--configLoader=native",
    `--ssr=${join(root, "test/documents/mutate-corpus.ts")}`,
    `--outDir=${join(cache, "mutations")}`,
    "--emptyOutDir",
  ]);

/** `{ kinds }`, or `{ seed, problem }` of the first mutation that is read as something else. */
async function mutated(first, count) {
  const args = [join(cache, "mutations", "mutate-corpus.js"), String(first), String(count)];
  const { stdout } = await promisify(execFile)(node, args, {
    env: { ...process.env, DOCUMENTS: join(root, "test/documents/corpus") },
  }).catch((error) => error);
  return JSON.parse(stdout || JSON.stringify({ seed: first, problem: "the slice ended without an answer" }));
}

export async function run(args) {
  const count = numberOption(args, "count", 10_000);
  const slice = numberOption(args, "slice", 1_000);
  const jobs = numberOption(args, "jobs", availableParallelism());
  const code = (await ensureInstalled()) || (await ensureBuilt("packages")) || (await built());
  if (code !== 0) return code;
  const report = measured("mutations");
  const seed = numberOption(args, "seed", report.nextSeed(1_000));
  let done = 0;
  while (done < count) {
    const counts = [];
    for (let rest = count - done; counts.length < jobs && rest > 0; rest -= slice) counts.push(Math.min(slice, rest));
    const answers = await Promise.all(counts.map((each, index) => mutated(seed + done + index * slice, each)));
    const wrong = answers.find((answer) => "problem" in answer);
    if (wrong !== undefined) {
      report.write(seed, wrong.seed, wrong.seed - seed + 1, `1, seed ${wrong.seed}`);
      console.log(`seed ${wrong.seed}: ${wrong.problem}`);
      return 1;
    }
    for (const each of counts) done += each;
    report.write(seed, seed + done - 1, done, 0);
    console.log(`${done} of ${count}, none read as something else`);
  }
  return 0;
}
