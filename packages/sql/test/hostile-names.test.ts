// Names and texts of a rubric are quoted wherever they reach a query: never executed, never cut, never changed.

import { DuckDBInstance } from "@duckdb/node-api";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "@yardstick/engine";
import type { Dataset } from "@yardstick/engine";
import { dialects } from "../src/dialects/index.js";
import { explain, run, toSql } from "../src/index.js";
import { connectionOf } from "./agreement.js";
import { compiled } from "./compiled.js";
import { dataTables } from "./data-tables.js";
import { explainedAgreement } from "./explained.js";

const HOSTILE = [
  `"; drop table office; --`,
  "'; DROP TABLE office; --",
  "select",
  "a\\",
  "\\'; --",
  "''",
  '""',
  "`",
  "/* */",
  "$$",
  "line\nbreak",
  "𝒳🙂",
  "名称",
  "x".repeat(70),
  "汉".repeat(30),
  "%s {} ${x} ?1 :a",
];
// NUL is in no rubric: the scanner does not accept it.
const piece = oneof(constantFrom(...HOSTILE), string({ unit: "grapheme", maxLength: 12 }));
const name = array(piece, { minLength: 1, maxLength: 3 }).map((each) => each.join("").replaceAll("\0", "") || "x");

/** What an engine reads of a quoted text: by the rules of its manual, apart from the printer. */
function read(quoted: string, mark: string, backslashes: boolean): string | null {
  if (!quoted.startsWith(mark)) return null;
  let text = "";
  for (let index = 1; index < quoted.length; index += 1) {
    const letter = quoted[index] ?? "";
    if (backslashes && letter === "\\") text += quoted[(index += 1)] ?? "";
    else if (letter !== mark) text += letter;
    else if (quoted[index + 1] === mark) text += quoted[(index += 1)];
    else return index === quoted.length - 1 ? text : null;
  }
  return null;
}

describe("quoting", () => {
  test("gives one token that reads as what was quoted, in each dialect", () => {
    assert(
      property(name, (own) => {
        expect(read(dialects.duckdb.identifier(own), '"', false)).toBe(own);
        expect(read(dialects.duckdb.text(own), "'", false)).toBe(own);
        expect(read(dialects.postgres.identifier(own), '"', false)).toBe(own);
        const text = dialects.postgres.text(own);
        expect(text.startsWith(" E'") ? read(text.slice(2), "'", true) : read(text, "'", false)).toBe(own);
        expect(read(dialects.spark.identifier(own), "`", false)).toBe(own);
        expect(read(dialects.spark.text(own), "'", true)).toBe(own);
      }),
    );
  });

  test("is read by DuckDB as what was quoted", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const names = [...new Set(HOSTILE.flatMap((a) => HOSTILE.map((b) => a + b)))];
    const { duckdb } = dialects;
    const reader = await connection.runAndReadAll(
      `SELECT ${names.map((each) => `${duckdb.text(each)} AS ${duckdb.identifier(each)}`).join(", ")}`,
    );
    expect(reader.columnNames()).toEqual(names);
    expect(reader.getRowsJson()).toEqual([names]);
    connection.closeSync();
  });
});

const RUBRIC = `rubric "Names"
total 10 points
data office { name: text key, year: period, late: count times, kind: choice(plain, hill), matters: list { matter: text, size: count } }
section work 10 points {
  item reporting 10 points { per late deduct 1 point; each matters where matter = "TEXT" deduct 1 point }
}
veto safety if kind = hill and late > 4 { no place }
ranking overall by score
grades quality by overall { good: score >= 8; else: poor }
consequence warning if score < 5
consequence again if running(last(overall)) >= 2 or previous(score) < 5
output share = score / 10`;

test("rubrics of hostile names give the results of the reference on DuckDB", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  for (const [index, own] of HOSTILE.entries()) {
    const other = HOSTILE[(index + 5) % HOSTILE.length] ?? "";
    const plain = compiled(RUBRIC);
    // Every name and text that the program holds, spans and kinds apart.
    const renamed = JSON.parse(JSON.stringify(plain), (key, value: unknown) => {
      if (key === "subject" && value === "office") return `office ${own}`;
      if (key === "value" && value === "TEXT") return own;
      if (key === "path" && typeof value === "string")
        return value
          .split("/")
          .map((each) => `${each} ${own}`)
          .join("/");
      if (key === "grade" || key === "otherwise")
        return value === "poor" || value === "good" ? `${value} ${own}` : value;
      const isName = key === "name" && typeof value === "string";
      return isName ? `${value} ${own}` : value;
    }) as typeof plain;
    const data: Dataset = {
      subjects: {
        rows: 3,
        columns: [[own, `${own}2`, other], ["2008", "2008", "2008"], ["1", "5", null], [0, 1, 0], []],
      },
      lists: [
        {
          rows: 3,
          columns: [
            [own, other, own],
            ["1", "2", "3"],
          ],
          owner: [0, 0, 1],
        },
      ],
      constants: [],
      history: [own, `${own}2`].map((key, row) => ({
        key,
        period: `2007 ${other}`.trim(),
        results: { 总分: "4", [renamed.rankings[0]?.name ?? ""]: String(row + 1) },
      })),
      used: [],
      problems: [],
    };
    const { statements, tables } = dataTables(renamed, data);
    await connection.run(statements.join(";\n"));
    const { subjects } = await run(renamed, connectionOf(connection), { tables });
    const expected = evaluate(renamed, data).subjects;
    const trimmed = (key: string) => key.trim().normalize("NFC");
    const shown = (each: {
      readonly key: string;
      readonly score: string | null;
      readonly grades: object;
      readonly consequences: readonly string[];
    }) => [trimmed(each.key), each.score, each.grades, each.consequences];
    expect(subjects?.map(shown).toSorted()).toEqual(expected.map(shown).toSorted());
    const options = { dialect: "duckdb", tables } as const;
    const explained = await explainedAgreement(renamed, data, connectionOf(connection), [0, 1, 2], options, () => []);
    expect(explained).toEqual({ explained: 3, amongAll: 0, refused: [], difference: null });
  }
  connection.closeSync();
});

test("tables are read whatever relations of the query are called", async () => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const lists = ["cells", "Cells1", "problems", "u0", "l1_0", "sums", "r_1"];
  const program = compiled(`rubric "Relations"
total 100 points
data own { name: text key, year: period, k: count times, ${lists.map((each) => `${each}: list { points: number }`).join(", ")} }
item reporting 100 points { per k deduct 1 point; ${lists.map((each) => `each ${each} deduct 1 point * points`).join("; ")}; if previous(score) < 5 deduct 1 point }
ranking overall by score`);
  const tables = [
    `own AS FROM (VALUES ('a', '2008', 3), ('b', '2008', 2)) AS t (name, year, k)`,
    ...lists.map((each, index) => `"${each}" AS FROM (VALUES ('a', '2008', ${index + 1})) AS t (name, year, points)`),
    `past_cells AS FROM (VALUES ('a', '2007', 4), ('b', '2007', 6)) AS t (name, year, score)`,
  ];
  for (const table of tables) await connection.run(`CREATE TABLE ${table}`);
  const options = { tables: { history: { name: "past_cells", columns: { score: { name: "score" } } } } };
  const { subjects, refusals } = await run(program, connectionOf(connection), options);
  expect(refusals).toEqual([]);
  expect(subjects?.map(({ key, score }) => [key, score]).toSorted()).toEqual([
    ["a", "68.00"],
    ["b", "98.00"],
  ]);
  const found = await explain(program, connectionOf(connection), "a", options);
  expect(found).toMatchObject({ kind: "explained", amongAll: false, explanation: { score: "68.00" } });
  connection.closeSync();
});

test("names of columns are unique in any case, and fit 63 bytes for PostgreSQL", () => {
  const long = "很".repeat(40);
  const program = compiled(RUBRIC);
  const outputs = ["Score", "score ", long, `${long}2`].flatMap((each) =>
    program.outputs.map((output) => ({ ...output, name: each })),
  );
  const { columns } = toSql({ ...program, outputs }, { dialect: "postgres" });
  const names = columns.map((column) => column.name);
  expect(new Set(names.map((each) => each.toLowerCase())).size).toBe(names.length);
  expect(names.filter((each) => new TextEncoder().encode(each).length > 63)).toEqual([]);
  expect(columns.map(({ meaning }) => ("name" in meaning ? meaning.name : ""))).toContain(`${long}2`);
});
