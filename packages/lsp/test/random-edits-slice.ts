// One slice of `npm run long -- lsp`: sessions of random edits by seed. `FIRST COUNT`; prints the first that fails, if any.

import { sessionProblem } from "./random-edits.js";

const [first, count] = process.argv.slice(2).map(Number);
if (first === undefined || count === undefined) throw new RangeError("FIRST COUNT");

for (let seed = first; seed < first + count; seed += 1) {
  const problem = await sessionProblem(seed);
  if (problem === null) continue;
  process.stdout.write(`${JSON.stringify({ seed, problem: problem.slice(0, 2_000) })}\n`);
  process.exit(1);
}
process.stdout.write("{}\n");
process.exit(0);
