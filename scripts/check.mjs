// `npm run check`: to be run before each commit. Every step runs, even after one has failed.

import { checkGenerated } from "./generated.mjs";
import { checkProse } from "./prose.mjs";
import { cache, ensureBuilt, ensureInstalled, pnpm, publishedPackages, run } from "./workspace.mjs";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const packed = join(cache, "packed");

/** Packs every published package as for publication, with workspace versions filled in. */
async function pack() {
  rmSync(packed, { recursive: true, force: true });
  return (
    (await ensureBuilt("packages")) ||
    pnpm([...publishedPackages.map((name) => `--filter=./packages/${name}`), "pack", `--pack-destination=${packed}`])
  );
}

/** Runs a command for each packed package. Returns the highest exit code, at least 1 where a package is missing. */
async function eachPacked(command, argsFor) {
  const files = existsSync(packed) ? readdirSync(packed) : [];
  let worst = files.length === publishedPackages.length ? 0 : 1;
  for (const file of files) worst = Math.max(worst, await run(command, argsFor(join(packed, file))));
  return worst;
}

const steps = [
  ["types", () => run("tsc", ["-b"])],
  ["lint", () => run("oxlint", ["--deny-warnings"])],
  ["format", () => run("prettier", ["--check", "--log-level=warn", "."])],
  ["words", checkProse],
  ["generated files", checkGenerated],
  ["dead code", () => run("knip", [])],
  ["packing", pack],
  ["package manifests", () => eachPacked("publint", (file) => ["run", file, "--strict"])],
  ["package types", () => eachPacked("attw", (file) => [file, "--profile=esm-only", "--no-summary"])],
  ["tests", () => run("node", ["scripts/test.mjs"])],
];

process.exitCode = await ensureInstalled();
if (process.exitCode === 0) {
  const failed = [];
  for (const [name, step] of steps) {
    console.log(`\n— ${name}`);
    if ((await step()) !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? "\nall good" : `\nfailed: ${failed.join(", ")}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
