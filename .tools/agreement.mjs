// `npm run agreement`: holds the columnar engine against the reference evaluator on generated rubrics with their data, slice by
// slice, until there are as many as asked for or somebody ends it; what has been done by then stands in the report.
// `-- --runs 2000000 --seed 7 --slice 20000 --jobs 2 --report FILE`; as many slices at once as there are processors, unless told.

import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { cache, ensureInstalled, root, run } from "./workspace.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const runs = Number(option("runs", 2_000_000));
const slice = Number(option("slice", 20_000));
const seed = Number(option("seed", 7));
const report = option("report", join(root, "docs/measured/agreement.md"));
const jobs = Number(option("jobs", availableParallelism()));

const HEAD = `# Agreement of the two evaluators

Generated rubrics with their data, scored by the columnar engine and by the reference evaluator: every subject as published, the
columns, requirements, policies and one explanation a rubric, all equal to the last digit. \`npm run agreement\` adds lines: it works in slices,
each with a seed of its own, the first seed one more for each, so that any slice can be run again
(\`AGREEMENT_SEED=… AGREEMENT_RUNS=… npx vitest run --config test/vitest.config.ts --project packages agreement\`).

| date | commit | first seed | last seed | rubrics with data | left to the reference, in part or whole | differences |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
`;

/** One slice: how many pairs were left to the reference, or the code with which it ended. */
async function compared(count, own) {
  const told = join(cache, `agreement-${process.pid}-${own}.json`);
  const env = { AGREEMENT_RUNS: String(count), AGREEMENT_SEED: String(own), AGREEMENT_REPORT: told };
  const options = ["--config=test/vitest.config.ts", "--project=packages", "--silent", "--reporter=dot"];
  const code = await run("vitest", ["run", ...options, "columnar/agreement"], { env });
  if (code !== 0) return { code, left: 0 };
  const { left } = JSON.parse(readFileSync(told, "utf8"));
  rmSync(told);
  return { code, left };
}

async function agreement() {
  const installed = await ensureInstalled();
  if (installed !== 0) return installed;
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const before = existsSync(report) ? readFileSync(report, "utf8") : HEAD;
  let [done, left, next] = [0, 0, seed];
  while (done < runs) {
    const slices = [];
    for (let planned = done; slices.length < jobs && planned < runs; planned += slice)
      slices.push({ count: Math.min(slice, runs - planned), own: next++ });
    const ended = await Promise.all(slices.map(({ count, own }) => compared(count, own)));
    const date = new Date().toISOString().slice(0, 10);
    const failed = ended.findIndex(({ code }) => code !== 0);
    if (failed >= 0) {
      const { own } = slices[failed];
      appendFileSync(
        report,
        `\n${date}: the slice with seed ${own} ended with code ${ended[failed].code}, see above.\n`,
      );
      return ended[failed].code;
    }
    for (const { count } of slices) done += count;
    for (const each of ended) left += each.left;
    writeFileSync(report, `${before}| ${date} | ${commit} | ${seed} | ${next - 1} | ${done} | ${left} | 0 |\n`);
    process.stdout.write(`${done} of ${runs}, no difference\n`);
  }
  return 0;
}

process.exitCode = await agreement();
