// One slice of `npm run long -- independent`: pairs of a generated rubric and its files, each by a seed of its own. `FIRST COUNT`; prints
// how many were scored, or the first that differs. To look into one: `FIRST COUNT all` goes on after a difference and counts the errors of
// texts, `FIRST 1 show` prints the text and its files, `FIRST 1 product` the result of the product.

import { compared, productResult } from "./compare.js";
import { generatedPair } from "./generated.js";

const [first, count] = process.argv.slice(2, 4).map(Number);
const isAll = process.argv[4] === "all";
if (first === undefined || count === undefined) throw new RangeError("FIRST COUNT");

if (process.argv[4] === "product") console.log(JSON.stringify(productResult(generatedPair(first)), null, 1));
if (process.argv[4] === "show") {
  const { source, files } = generatedPair(first);
  console.log(
    [
      source,
      files.subjects,
      ...files.lists.map(({ name, text }) => `${name}\n${text}`),
      files.constants ?? "",
      files.history ?? "",
    ].join("\n"),
  );
}

const codes = new Map<string, number>();
let [scored, different] = [0, 0];
for (let seed = first; seed < first + count; seed += 1) {
  let difference: string | null;
  try {
    const comparison = compared(seed);
    for (const code of new Set(comparison.codes)) codes.set(code, (codes.get(code) ?? 0) + 1);
    if (comparison.codes.length === 0) scored += 1;
    ({ difference } = comparison);
  } catch (error) {
    difference = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (difference === null) continue;
  different += 1;
  if (!isAll) {
    process.stdout.write(`${JSON.stringify({ seed, difference })}\n`);
    process.exit(1);
  }
  console.log(`seed ${seed}\n${difference}\n`);
}
if (isAll) {
  const sorted = [...codes].sort(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
  console.log(`${different} different\n${sorted.join(", ")}`);
}
process.stdout.write(`${JSON.stringify({ scored })}\n`);
