// `npm start`: installs and builds a fresh clone, scores an example in the terminal, then serves the playground.
// `npm start -- --no-serve` ends after the example and does not build the playground.

import { ensureBuilt, ensureInstalled, root, run } from "./workspace.mjs";
import { join } from "node:path";

const score = ["score", "examples/community-2008/community-2008.rubric"];

const steps = [
  ensureInstalled,
  () => ensureBuilt("packages"),
  () => {
    console.log(`\n$ npx yardstick ${score.join(" ")}\n`);
    return run("yardstick", score);
  },
];
if (!process.argv.includes("--no-serve")) {
  steps.push(
    () => ensureBuilt("playground"),
    // Uses the next free port where its own is in use, and prints the address.
    () => run("node", ["--run", "preview"], { cwd: join(root, "playground") }),
  );
}

for (const step of steps) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
