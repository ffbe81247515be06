// `npm run agreement`: holds the columnar engine against the reference evaluator on generated rubrics with their data, slice by
// slice, until there are as many as asked for or somebody ends it; what has been done by then stands in the report.
// `-- --runs 2000000 --seed 7 --slice 5000 --report FILE`.

import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, ensureInstalled, root, run } from "./workspace.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const runs = Number(option("runs", 2_000_000));
const slice = Number(option("slice", 5000));
const seed = Number(option("seed", 7));
const report = option("report", join(root, "docs/measured/agreement.md"));
const told = join(cache, `agreement-${process.pid}.json`);

const HEAD = `# Agreement of the two evaluators

Generated rubrics with their data, scored by the columnar engine and by the reference evaluator: every subject as published, the
columns, requirements, policies and one explanation a rubric, all equal to the last digit. \`npm run agreement\` adds lines: it works in slices,
each with a seed of its own, the first seed one more for each, so that any slice can be run again
(\`AGREEMENT_SEED=… AGREEMENT_RUNS=… npx vitest run --config test/vitest.config.ts --project packages agreement\`).

| date | first seed | last seed | rubrics with data | left to the reference, in part or whole | differences |
| --- | ---: | ---: | ---: | ---: | ---: |
`;

async function agreement() {
  const installed = await ensureInstalled();
  if (installed !== 0) return installed;
  const before = existsSync(report) ? readFileSync(report, "utf8") : HEAD;
  let [done, left] = [0, 0];
  for (let own = seed; done < runs; own += 1) {
    rmSync(told, { force: true });
    const count = Math.min(slice, runs - done);
    const env = { AGREEMENT_RUNS: String(count), AGREEMENT_SEED: String(own), AGREEMENT_REPORT: told };
    const code = await run(
      "vitest",
      [
        "run",
        "--config=test/vitest.config.ts",
        "--project=packages",
        "--silent",
        "--reporter=dot",
        "columnar/agreement",
      ],
      { env },
    );
    const date = new Date().toISOString().slice(0, 10);
    if (code !== 0) {
      appendFileSync(report, `\n${date}: the slice with seed ${own} ended with code ${code}, see above.\n`);
      return code;
    }
    done += count;
    left += JSON.parse(readFileSync(told, "utf8")).left;
    writeFileSync(report, `${before}| ${date} | ${seed} | ${own} | ${done} | ${left} | 0 |\n`);
    process.stdout.write(`${done} of ${runs}, no difference\n`);
  }
  return 0;
}

process.exitCode = await agreement();
