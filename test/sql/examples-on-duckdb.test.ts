// The example rubrics as queries on DuckDB, under each of their scenarios: equal to the reference, or refused by a code that is listed here.

import { DuckDBInstance } from "@duckdb/node-api";
import type { Dataset } from "@yardstick/engine";
import { readTables } from "@yardstick/tables";
import type { TableSource } from "@yardstick/tables";
import { compile, type Rubric, usedResults } from "yardstick";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "../../packages/sql/test/agreement.js";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));
const rubrics = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rubric"));

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

/** The data beside a rubric's file; `folder` is where the files of used rubrics are found. */
function datasetOf({ program, uses }: Rubric, path: string, folder: string): Dataset {
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
  const used = uses.map((each) =>
    each === null ? new Map() : usedResults(each.score(datasetOf(each, join(folder, each.file ?? ""), folder))),
  );
  return { ...readTables(program, sources), used };
}

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
    const dataset = datasetOf(rubric, path, dirname(path));
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
