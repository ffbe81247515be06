// Kills the browser with SIGKILL while it saves: 20 kills of one profile in each slice, each slice with its own seed.

import { ensureBrowser } from "../browser.mjs";
import { cache, ensureBuilt, run as runTool } from "../workspace.mjs";
import { measured, numberOption } from "./measured.mjs";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A run of kills. `variable` sets their number, `title` is part of the title of the test that does them. */
export function killing({ name, variable, title, count: usual }) {
  const found = join(cache, `${name}.json`);
  return async (args) => {
    const count = numberOption(args, "count", usual);
    const slice = numberOption(args, "slice", 20);
    for (const prepare of [() => ensureBuilt("playground"), ensureBrowser]) {
      const code = await prepare();
      if (code !== 0) return code;
    }
    const report = measured(name);
    const seed = numberOption(args, "seed", report.nextSeed(1));
    mkdirSync(cache, { recursive: true });
    let [done, inSave] = [0, 0];
    for (let at = seed; done < count; at += 1) {
      rmSync(found, { force: true });
      const kills = Math.min(slice, count - done);
      const env = { [variable]: String(kills), YARDSTICK_KILL_SEED: String(at), YARDSTICK_KILL_REPORT: found };
      const command = [
        "run",
        "--config=test/vitest.config.ts",
        "--project=browser",
        "test/browser/killing",
        `--testNamePattern=${title}`,
        "--testTimeout=0",
      ];
      const code = await runTool("vitest", command, { env });
      if (!existsSync(found)) return code || 1;
      const { duringSave, losses } = JSON.parse(readFileSync(found, "utf8"));
      done += kills;
      inSave += duringSave;
      report.write(seed, at, done, inSave, losses.length === 0 ? 0 : losses.join("; "));
      if (code !== 0) return code;
    }
    return 0;
  };
}

export const run = killing({ name: "kills", variable: "YARDSTICK_KILLS", title: "moments of saving", count: 200 });
