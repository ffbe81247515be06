// `npm start`: from a fresh clone to a first result in the terminal, then the playground in a browser.
// `npm start -- --no-serve` ends after the terminal part and builds nothing for the browser.

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
    // Takes the next free port when its own is in use, and prints the address it took.
    () => run("node", ["--run", "preview"], { cwd: join(root, "playground") }),
  );
}

for (const step of steps) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
