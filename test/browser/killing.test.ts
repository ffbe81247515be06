// Kills the browser while it saves: acknowledged data is present afterwards, and the store opens. `npm run long --
// kills` sets the number of kills, the seed and the report file through the environment.

import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { killWhileSaving } from "./killing.js";

const kills = Number(process.env["YARDSTICK_KILLS"] ?? 6);
const seed = Number(process.env["YARDSTICK_KILL_SEED"] ?? 20_260_101);
const report = process.env["YARDSTICK_KILL_REPORT"];

test(
  `${kills} kills at random moments of saving lose no acknowledged save and leave a store that opens`,
  async () => {
    const found = await killWhileSaving(kills, seed);
    if (report !== undefined) writeFileSync(report, JSON.stringify(found));
    expect(found.losses).toEqual([]);
    expect(found.duringSave).toBeGreaterThan(0);
  },
  60_000 + kills * 20_000,
);
