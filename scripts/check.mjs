// `npm run check`: to be run before each commit. Every step runs, even after one has failed.

import { checkGenerated } from "./generated.mjs";
import { checkProse } from "./prose.mjs";
import { checkManifests, checkTypes, pack } from "./pack.mjs";
import { checkSizes } from "./sizes.mjs";
import { ensureInstalled, run } from "./workspace.mjs";

const steps = [
  ["types", () => run("tsc", ["-b"])],
  ["lint", () => run("oxlint", ["--deny-warnings"])],
  ["format", () => run("prettier", ["--check", "--log-level=warn", "."])],
  ["words", checkProse],
  ["generated files", checkGenerated],
  ["dead code", () => run("knip", [])],
  ["packing", pack],
  ["package manifests", checkManifests],
  ["package types", checkTypes],
  ["sizes", checkSizes],
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
