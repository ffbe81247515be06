// `npm run kill`: kills the browser 200 times while it saves and writes down what was found. `-- --times 500 --seed 7` for others.

import { ensureBrowser } from "./browser.mjs";
import { cache, ensureBuilt, ensureInstalled, root, run } from "./workspace.mjs";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const times = option("times", 200);
const seed = option("seed", Math.floor(Math.random() * 1_000_000));
const report = join(cache, "kills.json");

async function kill() {
  for (const prepare of [ensureInstalled, () => ensureBuilt("playground"), ensureBrowser]) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  mkdirSync(cache, { recursive: true });
  rmSync(report, { force: true });
  const env = { YARDSTICK_KILLS: String(times), YARDSTICK_KILL_SEED: String(seed), YARDSTICK_KILL_REPORT: report };
  const code = await run(
    "vitest",
    ["run", "--config=test/vitest.config.ts", "--project=browser", "test/browser/killing"],
    { env },
  );
  if (!existsSync(report)) return code || 1;
  const { kills, duringSave, losses } = JSON.parse(readFileSync(report, "utf8"));
  const lines = [
    "# Kills while saving",
    "",
    "The last result of `npm run kill`: one profile on the disk, the browser killed with SIGKILL at random moments of saving, and after",
    "each kill the store opened again and held against the last save that had been acknowledged.",
    "",
    "| date | kills | in the middle of a save | seed | acknowledged saves lost, or a store that did not open |",
    "| --- | --- | --- | --- | --- |",
    `| ${new Date().toISOString().slice(0, 10)} | ${kills} | ${duringSave} | ${seed} | ${losses.length} |`,
    ...losses.map((loss) => `\n- ${loss}`),
    "",
  ];
  mkdirSync(join(root, "docs/measured"), { recursive: true });
  writeFileSync(join(root, "docs/measured/kills.md"), lines.join("\n"));
  return code;
}

process.exitCode = await kill();
