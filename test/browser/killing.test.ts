// Kills the browser while it saves and while it imports: acknowledged data is present afterwards, no import is there in
// part, and the store opens. `npm run long -- kills` and `-- import-kills` set the number of kills, the seed and the report
// file through the environment.

import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importing } from "./killed-import.js";
import { killWhile, saving } from "./killing.js";

const kills = Number(process.env["YARDSTICK_KILLS"] ?? 3);
const seed = Number(process.env["YARDSTICK_KILL_SEED"] ?? 20_260_101);
const report = process.env["YARDSTICK_KILL_REPORT"];

test(
  `${kills} kills at random moments of saving lose no acknowledged save and leave a store that opens`,
  async () => {
    const found = await killWhile(saving, kills, seed);
    if (report !== undefined) writeFileSync(report, JSON.stringify(found));
    expect(found.losses).toEqual([]);
    expect(found.duringSave).toBeGreaterThan(0);
  },
  60_000 + kills * 20_000,
);

const imports = Number(process.env["YARDSTICK_IMPORT_KILLS"] ?? 1);

test(
  `${imports} kills in the middle of an import leave the tables as before it or as after it`,
  async () => {
    const found = await killWhile(importing, imports, seed);
    if (report !== undefined) writeFileSync(report, JSON.stringify(found));
    expect(found.losses).toEqual([]);
    expect(found.duringSave).toBeGreaterThan(0);
  },
  60_000 + imports * 20_000,
);
