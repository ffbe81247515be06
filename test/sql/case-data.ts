// The data of conformance cases and examples as tables of a database would hold them.

import type { Dataset } from "@yardstick/engine";
import { decimalOrQuotient, parseDecimal, rational, rationalText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { readTables } from "@yardstick/tables";
import type { TableSource } from "@yardstick/tables";
import { compile, type Rubric, usedResults } from "yardstick";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type ConformanceCase } from "../conformance/case-file.js";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Paths of all example rubrics. */
export const examples = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".rubric"),
);

function sources({ data = [], constants, history }: ConformanceCase): readonly TableSource[] {
  const source = (role: TableSource["role"], value: unknown): TableSource[] =>
    value === undefined ? [] : [{ role, file: `${role}.json`, format: "json", text: JSON.stringify(value) }];
  return [...source("subjects", data), ...source("constants", constants), ...source("history", history)];
}

/**
 * The data as tables would hold them: with the numbers that are outside their ranges. Null: what no table can hold, as words in a column of
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
  // A time such as 8:59 in hours has no end as a decimal.
  if (columns.some((cells) => cells.some((cell) => typeof cell === "string" && isEndless(cell)))) return null;
  return { ...data, subjects: { ...data.subjects, columns } };
}

const isEndless = (cell: string): boolean =>
  /^-?\d+\/\d+$/u.test(cell) && decimalOrQuotient(rational(cell)).includes("/");

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

/** The program of a case, with its data; null: it is about diagnostics. Its data are null where no table holds them, or a period is chosen. */
export function storedCase(one: ConformanceCase): { readonly program: Program; readonly data: Dataset | null } | null {
  const load = (path: string) => one.uses?.[path]?.rubric.join("\n") ?? null;
  const { rubric } = compile(one.rubric.join("\n"), { lang: "en", load });
  if (rubric === null || one.data === undefined) return null;
  const given = readTables(rubric.program, sources(one));
  const stored = withStoredCells(rubric.program, { ...given, used: usedBy(rubric, one) });
  return { program: rubric.program, data: one.period === undefined ? stored : null };
}

/** An example with the data beside it. */
export function exampleOf(name: string): { readonly program: Program; readonly dataset: Dataset } {
  const path = join(root, name);
  const load = (used: string) => readFileSync(join(dirname(path), used), "utf8");
  const { rubric } = compile(readFileSync(path, "utf8"), { lang: "en", load });
  if (rubric === null) throw new Error(`${name} has errors`);
  return { program: rubric.program, dataset: datasetOf(rubric, path, dirname(path)) };
}

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
