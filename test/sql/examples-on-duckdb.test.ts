// The example rubrics as queries on DuckDB, under each of their scenarios: equal to the reference, or refused by a code that is listed here.

import { DuckDBInstance } from "@duckdb/node-api";
import { readTables } from "@yardstick/tables";
import type { TableSource } from "@yardstick/tables";
import { compile } from "yardstick";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "../../packages/sql/test/agreement.js";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));
const rubrics = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rubric"));

/** Results that look back, use other rubrics or rank by what may repeat for ever are left out; where a score uses another rubric, all is. */
const refusedBy: Readonly<Record<string, string>> = {
  "community-2008/community-2008.rubric": "sql-history in part",
  "community-cadres/cadres/cadres.rubric": "sql-used in part",
  "community-cadres/team/team.rubric": "sql-history in part",
  "community-secretaries/appraisal/appraisal.rubric": "sql-history in part",
  "community-secretaries/three-papers/three-papers.rubric": "sql-used",
  "ice-gala/ice-gala.rubric": "sql-plan in part",
  "mountain-town/households/households.rubric": "sql-history in part",
  "mountain-town/members/members.rubric": "sql-history in part",
  "mountain-town/town-officials/town-officials.rubric": "sql-history in part",
  "mountain-town/village-cadres/village-cadres.rubric": "sql-used",
  "township-teams/leaders/leaders.rubric": "sql-used",
  "township-teams/team/team.rubric": "sql-plan in part,sql-history in part",
};

test("examples on DuckDB are equal to the reference, or refused by name", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const refused: Record<string, string> = {};
  let values = 0;
  for (const name of rubrics) {
    const path = join(root, name);
    const load = (used: string) => readFileSync(join(dirname(path), used), "utf8");
    const { rubric } = compile(readFileSync(path, "utf8"), { lang: "en", load });
    if (rubric === null) throw new Error(`${name} has errors`);
    const { program } = rubric;
    const sourceOf = (name: string, of: Pick<TableSource, "role" | "name">): TableSource[] => {
      const file = join(dirname(path), `${name}.csv`);
      if (!existsSync(file)) return [];
      return [{ ...of, file: relative(root, file), format: "csv", text: readFileSync(file, "utf8") }];
    };
    const sources = [
      ...sourceOf("data", { role: "subjects" }),
      ...sourceOf("constants", { role: "constants" }),
      ...sourceOf("history", { role: "history" }),
      ...program.lists.flatMap((list) => sourceOf(list.name, { role: "list", name: list.name })),
    ];
    const dataset = readTables(program, sources);
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
  console.info(`${rubrics.length} examples, ${values} values`);
  expect(refused).toEqual(refusedBy);
  expect(values).toBeGreaterThan(1000);
});
