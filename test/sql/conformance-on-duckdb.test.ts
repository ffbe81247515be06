// Every conformance case as a query on DuckDB: equal to the reference, or refused by a code. `refused-cases.json` counts the refused cases by
// construct and code, `cases-left.json` those whose data no table holds by construct; the counts may only become smaller.

import { DuckDBInstance } from "@duckdb/node-api";
import type { Dataset } from "@yardstick/engine";
import { parseDecimal, rational, rationalText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { readTables } from "@yardstick/tables";
import type { TableSource } from "@yardstick/tables";
import { compile, type Rubric, usedResults } from "yardstick";
import { expect, test } from "vitest";
import { agreementOnDuckdb } from "../../packages/sql/test/agreement.js";
import { caseFiles, type ConformanceCase } from "../conformance/case-file.js";
import acceptedLeft from "./cases-left.json" with { type: "json" };
import accepted from "./refused-cases.json" with { type: "json" };

function sources({ data = [], constants, history }: ConformanceCase): readonly TableSource[] {
  const source = (role: TableSource["role"], value: unknown): TableSource[] =>
    value === undefined ? [] : [{ role, file: `${role}.json`, format: "json", text: JSON.stringify(value) }];
  return [...source("subjects", data), ...source("constants", constants), ...source("history", history)];
}

/**
 * The data as tables would hold them: a number outside its range stands in its cell. Null: what no table can hold, as words in a column of
 * numbers, and rows that are doubled or belong to no subject, which end a query (`source-relations.test.ts`).
 */
function withStoredCells(program: Program, data: Dataset): Dataset | null {
  const columns = data.subjects.columns.map((cells) => [...cells]);
  for (const { severity, table, index, column, reason, found } of data.problems) {
    if (severity !== "error") continue;
    const field = program.fields.findIndex(({ name }) => name === column);
    const cells = columns[field];
    const number = parseDecimal(found);
    if (
      reason !== "out-of-range" ||
      table !== program.subject ||
      cells === undefined ||
      index === null ||
      number === null
    )
      return null;
    const { type } = program.fields[field] ?? {};
    const unit = type?.kind === "number" && type.unit !== null ? rational(type.unit.scale) : rational("1");
    cells[index] = rationalText(number.mul(unit));
  }
  return { ...data, subjects: { ...data.subjects, columns } };
}

/** The results of the rubrics that a case uses. */
function usedBy({ program, uses }: Rubric, one: ConformanceCase): Dataset["used"] {
  return program.uses.map(({ path }, index) => {
    const used = uses[index] ?? null;
    const data = one.uses?.[path]?.data;
    if (used === null || data === undefined) return new Map();
    const table = { role: "subjects", file: "used.json", format: "json", text: JSON.stringify(data) } as const;
    return usedResults(used.score(readTables(used.program, [table])));
  });
}

test("conformance cases on DuckDB are equal to the reference, or refused by name", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const refused: Record<string, number> = {};
  const withoutTable: Record<string, number> = {};
  const different: string[] = [];
  let [equal, whollyRefused] = [0, 0];
  for (const { construct, cases } of caseFiles()) {
    for (const one of cases) {
      const load = (path: string) => one.uses?.[path]?.rubric.join("\n") ?? null;
      const { rubric } = compile(one.rubric.join("\n"), { lang: "en", load });
      // Cases of diagnostics have no program.
      if (rubric === null || one.data === undefined) continue;
      const given = readTables(rubric.program, sources(one));
      const stored = withStoredCells(rubric.program, { ...given, used: usedBy(rubric, one) });
      if (stored === null || one.period !== undefined) {
        withoutTable[construct] = (withoutTable[construct] ?? 0) + 1;
        continue;
      }
      const {
        refused: code,
        leftOut,
        difference,
      } = await agreementOnDuckdb(connection, rubric.program, stored, one.scenario ?? null);
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
