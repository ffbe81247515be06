// Explanations of single subjects from tables of DuckDB: the same as of data in memory, or refused by a code.

import { DuckDBInstance } from "@duckdb/node-api";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dataset } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { noteTexts } from "yardstick";
import { expect, test } from "vitest";
import { connectionOf, withoutCellsInError } from "../../packages/sql/test/agreement.js";
import { dataTables } from "../../packages/sql/test/data-tables.js";
import { explainedAgreement, type ExplainedAgreement } from "../../packages/sql/test/explained.js";
import { caseFiles } from "../conformance/case-file.js";
import { exampleOf, examples, storedCase } from "./case-data.js";

/** `npm run long -- explained`: every subject of every case, under every scenario. */
const isLong = process.env["YARDSTICK_EXPLAINED"] === "all";
/** Otherwise every so many of the examples, and one case of each construct. */
const SHARE = 4;

async function agreementOf(
  connection: DuckDBConnection,
  program: Program,
  stored: Dataset,
  scenario: string | null,
  most: number,
): Promise<ExplainedAgreement> {
  const { statements, tables } = dataTables(program, stored);
  await connection.run(statements.join(";\n"));
  const data = withoutCellsInError(program, stored);
  const { rows } = data.subjects;
  const wanted = isLong ? rows : Math.min(rows, most);
  const spread = Array.from({ length: wanted }, (_, index) => Math.floor((index * rows) / wanted));
  const options = { dialect: "duckdb", tables, scenario } as const;
  return explainedAgreement(program, data, connectionOf(connection), spread, options, (result, subject) =>
    (["zh", "en"] as const).flatMap((lang) => noteTexts({ result, program }, lang).onSheet(subject)),
  );
}

test("explanations of the examples are the same", { timeout: 3_600_000 }, async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const different: string[] = [];
  const refused: Record<string, string> = {};
  let [explained, amongAll] = [0, 0];
  const chosen = examples.filter((_, index) => isLong || index % SHARE === 0);
  for (const name of chosen) {
    const { program, dataset } = exampleOf(name);
    const scenarios = isLong ? program.scenarios.map((each) => each.name) : [];
    for (const scenario of [null, ...scenarios]) {
      const found = await agreementOf(connection, program, dataset, scenario, 1);
      if (found.difference !== null) different.push(`${name} ${scenario ?? ""}: ${found.difference}`);
      if (found.refused.length > 0) refused[name] = [...new Set(found.refused)].join();
      explained += found.explained;
      amongAll += found.amongAll;
    }
  }
  connection.closeSync();
  console.info(`${explained} subjects of ${chosen.length} examples explained, ${amongAll} with the rows of all`);
  expect(different).toEqual([]);
  expect(refused).toEqual({});
});

test("explanations of conformance cases are the same", { timeout: 3_600_000 }, async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const different: string[] = [];
  const refused: string[] = [];
  let [explained, amongAll] = [0, 0];
  for (const { construct, cases } of caseFiles()) {
    let left = isLong ? cases.length : 1;
    for (const one of cases) {
      if (left === 0) break;
      const stored = storedCase(one);
      if (stored === null || stored.data === null) continue;
      left -= 1;
      try {
        const found = await agreementOf(connection, stored.program, stored.data, one.scenario ?? null, 1);
        if (found.difference !== null) different.push(`${construct}, ${one.name}: ${found.difference}`);
        refused.push(...found.refused);
        explained += found.explained;
        amongAll += found.amongAll;
      } catch (error) {
        different.push(`${construct}, ${one.name}: ${String(error).slice(0, 400)}`);
      }
    }
  }
  connection.closeSync();
  console.info(`${explained} subjects of conformance cases explained, ${amongAll} with the rows of all`);
  expect(different).toEqual([]);
  expect(refused).toEqual([]);
});
