import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "./agreement.js";
import { seededPair } from "./seeded-pairs.js";

// A longer run, on pairs of its own: `npm run long -- sql`.
const PAIRS = 300;
const FIRST = 20_081_231;
/** In every ten rubrics, so many are printed at least. */
const PRINTED = 0.6;

test(`queries on DuckDB and the reference evaluator agree to the last digit on ${PAIRS} generated rubrics with their data`, async () => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const refused = new Map<string, number>();
  let values = 0;
  for (let seed = FIRST; seed < FIRST + PAIRS; seed += 1) {
    const { program, data } = seededPair(seed);
    const agreement = await agreementOnDuckdb(connection, program, data);
    expect(agreement.difference, `seed ${seed}`).toBeNull();
    values += agreement.values;
    if (agreement.refused !== null) refused.set(agreement.refused, (refused.get(agreement.refused) ?? 0) + 1);
  }
  connection.closeSync();
  console.info(`${PAIRS} pairs, ${values} values, refused:`, Object.fromEntries(refused));
  const printed = PAIRS - [...refused.values()].reduce((sum, each) => sum + each, 0);
  expect(printed).toBeGreaterThan(PRINTED * PAIRS);
});
