// The tables in docs/measured to which long runs add lines. The line is rewritten after each slice with the progress so far.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.mjs";

/** The number after `--name`, or `otherwise`. */
export function numberOption(args, name, otherwise) {
  const at = args.indexOf(`--${name}`);
  const given = at < 0 ? otherwise : Number(args[at + 1]);
  if (!Number.isSafeInteger(given) || given < 0) throw new RangeError(`--${name} takes a whole number`);
  return given;
}

/** The table at the end of docs/measured/NAME.md, whose first columns are date, commit, first seed, last seed and count. */
export function measured(name) {
  const file = join(root, "docs/measured", `${name}.md`);
  const before = readFileSync(file, "utf8");
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const lastSeeds = [...before.matchAll(/^\| \d{4}-\d\d-\d\d \|[^|]*\|[^|]*\| *(\d+) *\|/gmu)].map(([, seed]) =>
    Number(seed),
  );
  return {
    /** The seed after the highest one so far, at least `first`. */
    nextSeed: (first) => Math.max(first, ...lastSeeds.map((seed) => seed + 1)),
    /** Writes the line of this run: seeds `first` to `last`, number of cases, and further cells. */
    write(first, last, count, ...cells) {
      const date = new Date().toISOString().slice(0, 10);
      writeFileSync(file, `${before}| ${[date, commit, first, last, count, ...cells].join(" | ")} |\n`);
    },
  };
}
