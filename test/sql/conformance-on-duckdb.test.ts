// Every conformance case as a query on DuckDB: equal to the reference, or refused by a code. `refused-cases.json` counts the refused cases by
// construct and code, `cases-left.json` those whose data no table holds by construct; the counts may only become smaller. `npm test` takes a quarter of the
// cases of each construct, `npm run long -- whole` all.

import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "../../packages/sql/test/agreement.js";
import { isWhole, someOf } from "../properties.js";
import { caseFiles } from "../conformance/case-file.js";
import { storedCase } from "./case-data.js";
import acceptedLeft from "./cases-left.json" with { type: "json" };
import accepted from "./refused-cases.json" with { type: "json" };

/** The counts of a part that exceed those of the whole. */
const beyond = (part: Readonly<Record<string, number>>, whole: Readonly<Record<string, number>>) =>
  Object.entries(part).filter(([name, count]) => count > (whole[name] ?? 0));

test("conformance cases on DuckDB are equal to the reference, or refused by name", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const refused: Record<string, number> = {};
  const withoutTable: Record<string, number> = {};
  const different: string[] = [];
  let [equal, whollyRefused] = [0, 0];
  for (const { construct, cases } of caseFiles()) {
    for (const one of someOf(cases, Math.ceil(cases.length / 4))) {
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
  if (isWhole) {
    expect(refused).toEqual(accepted);
    expect(withoutTable).toEqual(acceptedLeft);
    expect(equal).toBeGreaterThan(1500);
  } else {
    expect(beyond(refused, accepted)).toEqual([]);
    expect(beyond(withoutTable, acceptedLeft)).toEqual([]);
    expect(equal).toBeGreaterThan(400);
  }
});
