// Every conformance case as a query on DuckDB: equal to the reference, or refused by a code. `refused-cases.json` counts the refused cases by
// construct and code, `cases-left.json` those whose data no table holds by construct; the counts may only become smaller.

import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "../../packages/sql/test/agreement.js";
import { caseFiles } from "../conformance/case-file.js";
import { storedCase } from "./case-data.js";
import acceptedLeft from "./cases-left.json" with { type: "json" };
import accepted from "./refused-cases.json" with { type: "json" };

test("conformance cases on DuckDB are equal to the reference, or refused by name", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const refused: Record<string, number> = {};
  const withoutTable: Record<string, number> = {};
  const different: string[] = [];
  let [equal, whollyRefused] = [0, 0];
  for (const { construct, cases } of caseFiles()) {
    for (const one of cases) {
      const stored = storedCase(one);
      if (stored === null) continue;
      const { program, data } = stored;
      if (data === null) {
        withoutTable[construct] = (withoutTable[construct] ?? 0) + 1;
        continue;
      }
      const {
        refused: code,
        leftOut,
        difference,
      } = await agreementOnDuckdb(connection, program, data, one.scenario ?? null);
      for (const each of [...new Set(leftOut)].map((own) => `${own} in part`).concat(code ?? [])) {
        const counted = `${construct} ${each}`;
        refused[counted] = (refused[counted] ?? 0) + 1;
      }
      if (difference !== null) different.push(`${construct}, ${one.name}: ${difference}`);
      else if (code === null) equal += 1;
      else whollyRefused += 1;
    }
  }
  connection.closeSync();
  const left = Object.values(withoutTable).reduce((a, b) => a + b, 0);
  console.info(`${equal} cases equal, ${whollyRefused} refused, ${left} with data that no table holds, or a period`);
  expect(different).toEqual([]);
  expect(refused).toEqual(accepted);
  expect(withoutTable).toEqual(acceptedLeft);
  expect(equal).toBeGreaterThan(1500);
});
