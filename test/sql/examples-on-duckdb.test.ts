// The example rubrics as queries on DuckDB, under each of their scenarios: equal to the reference, or refused by a code that is listed here.

import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "../../packages/sql/test/agreement.js";
import { exampleOf, examples } from "./case-data.js";

/**
 * Results that rank by what may repeat for ever are left out. A sum of quotients of rows, multiplied with results of another rubric, has
 * too many digits, and so has a sum of standard scores of what is summed over rows.
 */
const refusedBy: Readonly<Record<string, string>> = {
  "community-secretaries/three-papers/three-papers.rubric": "sql-too-wide",
  "ice-gala/ice-gala.rubric": "sql-plan in part,sql-too-wide in part",
  "township-teams/leaders/leaders.rubric": "sql-plan in part",
  "township-teams/team/team.rubric": "sql-plan in part",
};

test("examples on DuckDB are equal to the reference, or refused by name", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const refused: Record<string, string> = {};
  let values = 0;
  for (const name of examples) {
    const { program, dataset } = exampleOf(name);
    for (const scenario of [null, ...program.scenarios.map((each) => each.name)]) {
      const agreement = await agreementOnDuckdb(connection, program, dataset, scenario);
      const inPart = [...new Set(agreement.leftOut)].map((code) => `${code} in part`);
      const codes = inPart.concat(agreement.refused ?? []);
      if (codes.length > 0) refused[name] = codes.join();
      expect([name, scenario, agreement.difference]).toEqual([name, scenario, null]);
      values += agreement.values;
    }
  }
  connection.closeSync();
  console.info(`${examples.length} examples, ${values} values`);
  expect(refused).toEqual(refusedBy);
  expect(values).toBeGreaterThan(1000);
});
