// Compares queries on DuckDB with the reference evaluator on generated rubrics and data. Each pair has its own seed: `--seed N --count 1`
// repeats a single one.

import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";
import { bundledSlice } from "./sql-slices.mjs";

const node = join(root, "node_modules", ".bin", "node");

/** `{ refused, values }`, or `{ seed, difference }` of the first pair that differs. */
async function compared(slice, first, count) {
  const args = [slice, String(first), String(count)];
  const { stdout } = await promisify(execFile)(node, args).catch((error) => error);
  return JSON.parse(stdout || JSON.stringify({ seed: first, difference: "the slice ended without an answer" }));
}

export async function run(args) {
  const count = numberOption(args, "count", 500_000);
  const slice = numberOption(args, "slice", 1_000);
  const jobs = numberOption(args, "jobs", availableParallelism());
  const bundled = await bundledSlice("agreement-slice");
  const report = measured("sql");
  const seed = numberOption(args, "seed", report.nextSeed(1_000_000));
  const refused = {};
  const byCode = () => {
    const each = Object.entries(refused).sort(([, a], [, b]) => b - a);
    return each.map(([name, cases]) => `${name} ${cases}`).join(", ");
  };
  let [done, values] = [0, 0];
  while (done < count) {
    const counts = [];
    for (let rest = count - done; counts.length < jobs && rest > 0; rest -= slice) counts.push(Math.min(slice, rest));
    const answers = await Promise.all(
      counts.map((each, index) => compared(bundled, seed + done + index * slice, each)),
    );
    const different = answers.find((answer) => "difference" in answer);
    if (different !== undefined) {
      const { seed: at, difference } = different;
      report.write(seed, at, at - seed + 1, "?", "?", `1, seed ${at}: ${difference}`);
      console.log(`seed ${at}: ${difference}`);
      return 1;
    }
    for (const each of counts) done += each;
    for (const answer of answers) {
      values += answer.values;
      for (const [name, cases] of Object.entries(answer.refused)) refused[name] = (refused[name] ?? 0) + cases;
    }
    report.write(seed, seed + done - 1, done, values, byCode(), 0);
    console.log(`${done} of ${count}, no difference`);
  }
  return 0;
}
