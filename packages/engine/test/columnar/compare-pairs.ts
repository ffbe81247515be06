// One slice of `npm run long -- agreement`: pairs of a generated rubric and its data, each by a seed of its own, compared one after the
// other with the loops in WebAssembly and with those in JavaScript. `FIRST COUNT`; prints how many were left to the reference, or the first pair that differs.

import { compareOn } from "./agreement.js";
import { seeded } from "./seeded.js";

const [first, count] = process.argv.slice(2).map(Number);
if (first === undefined || count === undefined) throw new RangeError("FIRST COUNT");

let left = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const { program, data } = seeded(seed);
  for (const isSimd of [true, false]) {
    const { because, difference } = compareOn(program, data, isSimd);
    if (because !== null && isSimd) left += 1;
    if (difference === null) continue;
    const where = isSimd ? "in WebAssembly: " : "";
    process.stdout.write(`${JSON.stringify({ seed, difference: `${where}${difference}` })}\n`);
    process.exit(1);
  }
}
process.stdout.write(`${JSON.stringify({ left })}\n`);
