// What is wrong with the tables ends a query with an error that names it, never with other digits.

import { DuckDBInstance } from "@duckdb/node-api";
import { parseNumber } from "@yardstick/exact";
import { beforeAll, describe, expect, test } from "vitest";
import { BLANKS } from "../src/dialects/dialect.js";
import { type Connection, run, type Tables } from "../src/index.js";
import { connectionOf } from "./agreement.js";
import { compiled } from "./compiled.js";

const program = compiled(`rubric "Faults"
total 10 points
data office { name: text key, year: period, late: count times, size: number 0 .. 100, on: date, kind: choice(plain, hill), ledger: list { points: number } }
item reporting 10 points { per late deduct 1 point; each ledger deduct 1 point * points; if size > 50 deduct 1 point; if kind = hill and on > 2008-01-05 deduct 1 point }`);

const GOOD = {
  office: "VALUES ('a', '2008', 1, 3.5, DATE '2008-01-02', 'plain'), ('b', '2008', NULL, 7, NULL, 'hill')",
  ledger: "VALUES ('a', '2008', 1.5), ('a', '2008', 2)",
};

let connection: Connection & { readonly execute: (text: string) => Promise<unknown> };
beforeAll(async () => {
  const own = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  connection = { ...connectionOf(own), execute: (text) => own.run(text) };
});

async function scored(changed: Partial<typeof GOOD>, tables: Tables = {}) {
  const { office, ledger } = { ...GOOD, ...changed };
  await connection.execute(
    `CREATE OR REPLACE TABLE office AS FROM (${office}) AS t (name, year, late, size, "on", kind)`,
  );
  await connection.execute(`CREATE OR REPLACE TABLE ledger AS FROM (${ledger}) AS t (name, year, points)`);
  return run(program, connection, { tables });
}

test("tables in order are scored", async () => {
  const { subjects } = await scored({});
  expect(subjects?.map(({ key, score, missing }) => [key, score, missing])).toEqual([
    ["a", "5.50", []],
    ["b", null, ["late", "on"]],
  ]);
});

test.each(Array.from(BLANKS, (sign) => [sign.charCodeAt(0).toString(16), sign] as const))(
  "the blank %s around a key, a level or a text does not count",
  async (_, blank) => {
    const { subjects } = await scored({
      office: `VALUES ('${blank}a${blank}', '${blank}2008', 1, 3.5, NULL, '${blank}${blank}plain${blank}')`,
      ledger: `VALUES ('a', '2008${blank}', 1.5), ('a${blank}', '2008', 2)`,
    });
    expect(subjects?.map(({ key, score }) => [key, score])).toEqual([["a", "5.50"]]);
  },
);

describe("a query ends with an error", () => {
  const row = (changed: string) => ({ office: `${GOOD.office}, ${changed}` });
  test.each<[string, Partial<typeof GOOD>, RegExp]>([
    ["on a key that stands twice", row("('a', '2008', 1, 1, NULL, NULL)"), /table office: a key stands twice: a/],
    ["on a blank key", row("('  ', '2008', 1, 1, NULL, NULL)"), /table office: rows without a key or a period: 1/],
    ["on a blank period", row("('c', NULL, 1, 1, NULL, NULL)"), /table office: rows without a key or a period: 1/],
    [
      "on a side row of no subject",
      { ledger: "VALUES ('c', '2008', 1.0)" },
      /table ledger: a row belongs to no subject: c/,
    ],
    [
      "on a side row of another period",
      { ledger: "VALUES ('a', '2007', 1.0)" },
      /table ledger: a row belongs to no subject: a/,
    ],
    [
      "on a binary fraction",
      { ledger: "VALUES ('a', '2008', 1.5::DOUBLE)" },
      /column points: a cell is neither a whole number nor a decimal/,
    ],
    [
      "on words among numbers",
      { ledger: "VALUES ('a', '2008', '1.5')" },
      /column points: a cell is neither|Cannot compare|Conversion/,
    ],
    [
      "on more decimals than were assumed",
      { ledger: "VALUES ('a', '2008', 1.55555)" },
      /column points: a cell has more than 4 decimals: 1.55555/,
    ],
    [
      "on a number beyond the assumed range",
      { ledger: "VALUES ('a', '2008', 1000000000000.0)" },
      /column points: a cell is not within/,
    ],
    [
      "on a fraction of a count",
      row("('c', '2008', 1.5, 1, NULL, NULL)"),
      /column late: a cell has more than 0 decimals: 1.5/,
    ],
    [
      "on a level that is none",
      row("('c', '2008', 1, 1, NULL, 'swamp')"),
      /column kind: a cell is none of its levels: swamp/,
    ],
  ])("%s", async (_, changed, message) => {
    await expect(scored(changed)).rejects.toThrow(message);
  });

  test("on ranges that are not kept, and on more rows than were said", async () => {
    const ranged = { lists: { ledger: { columns: { points: { min: "0", max: "1", decimals: 1 } } } } };
    await expect(scored({}, ranged)).rejects.toThrow(
      /column points: a cell is not within 0 .. 1: 1.5|is not within 0 .. 1: 2/,
    );
    await expect(scored({}, { lists: { ledger: { mostRows: 1 } } })).rejects.toThrow(
      /more than 1 rows of one subject: a/,
    );
    await expect(scored({}, { subjects: { mostRows: 1 } })).rejects.toThrow(/more than 1 subjects: 2/);
  });
});

test("a query that looks back ends with an error on a period that was not named, and on groups that differ", async () => {
  const back = compiled(`rubric "Back"
total 10 points
data office { name: text key, year: period, area: text, late: count times }
item reporting 10 points { per late deduct 1 point }
ranking all by score within area
consequence again if running(last(all)) >= 2`);
  const made = async (office: string, history: string) => {
    await connection.execute(`CREATE OR REPLACE TABLE office AS FROM (${office}) AS t (name, year, area, late)`);
    await connection.execute(`CREATE OR REPLACE TABLE history AS FROM (${history}) AS t (name, year, "all")`);
  };
  const tables: Tables = { history: { columns: { area: { name: null } } } };
  await made(
    "VALUES ('a', '2008', 'x', 1), ('b', '2008', 'x', 2), ('c', '2008', 'y', 3), ('d', '2008', 'y', 2)",
    "VALUES ('a', '2007', 1), ('b', '2007', 2), ('c', '2007', 2), ('d', '2007', 3)",
  );
  const { subjects } = await run(back, connection, { tables });
  expect(subjects?.map(({ key, consequences }) => `${key} ${consequences.join()}`).toSorted()).toEqual([
    "a ",
    "b again",
    "c ",
    "d ",
  ]);
  await expect(run(back, connection, { tables: { ...tables, periods: ["2008"] } })).rejects.toThrow(
    /table history: a period that was not named: 2007/,
  );
  await made("VALUES ('a', '2008', 'x', 1), ('a', '2009', 'y', 2)", "VALUES ('a', '2007', 1)");
  await expect(run(back, connection, { tables })).rejects.toThrow(
    /column area: a group that differs between periods: a/,
  );
});

test("a number beyond the range that the rubric declares makes pending what reads it", async () => {
  const { subjects } = await scored({ office: "VALUES ('a', '2008', 1, 100.5, DATE '2008-01-02', 'plain')" });
  expect(subjects?.map(({ status, outside }) => [status, outside])).toEqual([["pending", ["size"]]]);
});

test("numbers keep every digit whatever their decimals, up to those that a query reads", async () => {
  const own = compiled(
    `rubric "D"\ntotal 1 point\ndata office { name: text key, size: number }\nitem a 1 point { }\noutput thousands = 1000 * size rounds to 20 decimals`,
  );
  const sizes = (decimals: number): readonly string[] => {
    const digits = "987654321234567".slice(0, Math.max(1, 15 - Math.max(0, decimals - 15)));
    const padded = digits.padStart(decimals + 1, "0");
    const text = decimals === 0 ? digits : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
    return [text, `-${text}`];
  };
  for (let decimals = 0; decimals <= 24; decimals += 1) {
    const [max = "", min = ""] = sizes(decimals);
    const rows = `VALUES ('a', CAST('${max}' AS DECIMAL(38, ${decimals}))), ('b', CAST('${min}' AS DECIMAL(38, ${decimals})))`;
    await connection.execute(`CREATE OR REPLACE TABLE office AS FROM (${rows}) AS t (name, size)`);
    const tables = { subjects: { columns: { size: { decimals, min, max } } } };
    const { subjects, leftOut } = await run(own, connection, { tables });
    if (decimals > 22) {
      expect(leftOut.map(({ name, refusal }) => [name, refusal.code])).toEqual([["thousands", "sql-decimals"]]);
      continue;
    }
    const found = subjects?.map(({ outputs }) => parseNumber(String(outputs["thousands"]))?.toString());
    expect([decimals, found]).toEqual([decimals, [max, min].map((text) => parseNumber(text)?.mul(1000).toString())]);
  }
});
