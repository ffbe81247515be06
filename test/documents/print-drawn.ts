// One slice of `npm run long -- printing`: drawn rubrics printed and read back, by seed. `FIRST COUNT`; prints how many were tried and how
// many had errors, or the first that is read back as another.

import { printedProblem } from "./printed-back.js";

const [first, count] = process.argv.slice(2).map(Number);
if (first === undefined || count === undefined) throw new RangeError("FIRST COUNT");

let withErrors = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const problem = printedProblem(seed);
  if (problem === "has errors") withErrors += 1;
  else if (problem !== null) {
    process.stdout.write(`${JSON.stringify({ seed, problem })}\n`);
    process.exit(1);
  }
}
process.stdout.write(`${JSON.stringify({ count, withErrors })}\n`);
