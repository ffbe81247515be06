// Explanations of single subjects of generated rubrics on DuckDB are those of data in memory.

import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { connectionOf, withoutCellsInError } from "./agreement.js";
import { dataTables } from "./data-tables.js";
import { explainedAgreement, OF_GENERATED } from "./explained.js";
import { seededPair } from "./seeded-pairs.js";

/** `YARDSTICK_EXPLAINED_PAIRS`: how many pairs are compared. */
const PAIRS = Number(process.env["YARDSTICK_EXPLAINED_PAIRS"] ?? 25);
const FIRST = 7_000_000;

test("explanations of generated rubrics are the same", { timeout: 3_600_000 }, async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  let [explained, amongAll] = [0, 0];
  for (let seed = FIRST; seed < FIRST + PAIRS; seed += 1) {
    const { program, data } = seededPair(seed);
    const { statements, tables } = dataTables(program, data);
    await connection.run(statements.join(";\n"));
    const rows = [0, Math.floor(data.subjects.rows / 2)];
    const found = await explainedAgreement(
      program,
      withoutCellsInError(program, data),
      connectionOf(connection),
      rows,
      { dialect: "duckdb", tables },
      () => [],
      OF_GENERATED,
    );
    expect([seed, found.difference, found.refused]).toEqual([seed, null, []]);
    explained += found.explained;
    amongAll += found.amongAll;
  }
  connection.closeSync();
  console.info(`${explained} subjects of ${PAIRS} rubrics explained, ${amongAll} with the rows of all`);
  expect(explained - amongAll).toBeGreaterThan(PAIRS / 2);
});
