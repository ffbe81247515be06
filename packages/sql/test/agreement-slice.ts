// One slice of `npm run long -- sql`: pairs of a generated rubric and its data, each by a seed of its own, on DuckDB and by the reference.
// `FIRST COUNT`; prints what was refused by code, or the first pair that differs.

import { DuckDBInstance } from "@duckdb/node-api";
import { agreementOnDuckdb } from "./agreement.js";
import { seededPair } from "./seeded-pairs.js";

const [first, count, isAll] = process.argv.slice(2).map(Number);
if (first === undefined || count === undefined) throw new RangeError("FIRST COUNT");

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
const refused: Record<string, number> = {};
let values = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const { program, data } = seededPair(seed);
  const agreement = await agreementOnDuckdb(connection, program, data);
  values += agreement.values;
  for (const code of new Set(agreement.leftOut)) refused[`${code} in part`] = (refused[`${code} in part`] ?? 0) + 1;
  if (agreement.refused !== null) refused[agreement.refused] = (refused[agreement.refused] ?? 0) + 1;
  if (agreement.difference === null) continue;
  process.stdout.write(`${JSON.stringify({ seed, difference: agreement.difference })}\n`);
  if (isAll === undefined) process.exit(1);
}
process.stdout.write(`${JSON.stringify({ refused, values })}\n`);
