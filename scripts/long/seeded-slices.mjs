// Long runs whose cases each have their own seed, which repeats them: `--seed N --count 1`. A bundled file tries `FIRST COUNT` and prints
// `{ … }`, or `{ seed, problem }` of the first case that fails.

import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { cache, root, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";

const node = join(root, "node_modules", ".bin", "node");

/**
 * Runs `entry` in slices and writes them to docs/measured/NAME.md; `what` says what none of the cases was. `usual` has the number of
 * cases, and of those in a slice, where the arguments name none.
 */
export async function seededSlices(args, { name, entry, what, env = {}, usual = { count: 10_000, slice: 1_000 } }) {
  const count = numberOption(args, "count", usual.count);
  const slice = numberOption(args, "slice", usual.slice);
  const jobs = numberOption(args, "jobs", availableParallelism());
  const folder = join(cache, name);
  const built = () =>
    runTool("vite", [
      "build",
      "--logLevel=warn",
      "--configLoader=native",
      `--ssr=${join(root, entry)}`,
      `--outDir=${folder}`,
      "--emptyOutDir",
    ]);
  const code = await built();
  if (code !== 0) return code;
  const file = join(folder, basename(entry).replace(/\.ts$/u, ".js"));
  const tried = async (first, cases) => {
    const { stdout } = await promisify(execFile)(node, [file, String(first), String(cases)], {
      env: { ...process.env, ...env },
    }).catch((error) => error);
    return JSON.parse(stdout || JSON.stringify({ seed: first, problem: "the slice ended without an answer" }));
  };
  const report = measured(name);
  const seed = numberOption(args, "seed", report.nextSeed(1_000));
  let done = 0;
  while (done < count) {
    const counts = [];
    for (let rest = count - done; counts.length < jobs && rest > 0; rest -= slice) counts.push(Math.min(slice, rest));
    const answers = await Promise.all(counts.map((each, index) => tried(seed + done + index * slice, each)));
    const wrong = answers.find((answer) => "problem" in answer);
    if (wrong !== undefined) {
      report.write(seed, wrong.seed, wrong.seed - seed + 1, `1, seed ${wrong.seed}`);
      console.log(`seed ${wrong.seed}: ${wrong.problem}`);
      return 1;
    }
    for (const each of counts) done += each;
    report.write(seed, seed + done - 1, done, 0);
    console.log(`${done} of ${count}, none ${what}`);
  }
  return 0;
}
