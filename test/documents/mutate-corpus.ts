// One slice of `npm run long -- mutations`: mutations of the nine documents by seed. `FIRST COUNT`; prints how many of each kind were
// tried, or the first that is read as something else.

import { mutationProblem } from "./mutations.js";

const [first, count] = process.argv.slice(2).map(Number);
if (first === undefined || count === undefined) throw new RangeError("FIRST COUNT");

const kinds: Record<string, number> = {};
for (let seed = first; seed < first + count; seed += 1) {
  const { kind, problem } = mutationProblem(seed);
  kinds[kind] = (kinds[kind] ?? 0) + 1;
  if (problem === null) continue;
  process.stdout.write(`${JSON.stringify({ seed, problem })}\n`);
  process.exit(1);
}
process.stdout.write(`${JSON.stringify({ kinds })}\n`);
