// Queries on PostgreSQL, where the machine has a server: generated pairs equal to the reference, faults of the data that end a query, and
// names of every kind.

import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BLANKS } from "../src/dialects/dialect.js";
import { type Connection, describeTables, run } from "../src/index.js";
import { agreementOf, withoutCellsInError } from "./agreement.js";
import { compiled } from "./compiled.js";
import { dataTables } from "./data-tables.js";
import { explainedAgreement, OF_GENERATED } from "./explained.js";
import { postgresFolder, type PostgresServer, startPostgres } from "./postgres-server.js";
import { seededPair } from "./seeded-pairs.js";

const PAIRS = 40;
const EXPLAINED = 12;
const folder = postgresFolder();
if (folder === null) console.info("no PostgreSQL server on this machine: its tests are left out");

describe.skipIf(folder === null)("queries on PostgreSQL", () => {
  let server: PostgresServer;
  let client: pg.Client;
  let connection: Connection;

  beforeAll(async () => {
    server = await startPostgres(folder ?? "");
    client = new pg.Client({ host: server.host, user: server.user, database: "postgres" });
    await client.connect();
    connection = { rows: async (text) => (await client.query<unknown[]>({ text, rowMode: "array" })).rows };
  });
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  test(`agree with the reference to the last digit on ${PAIRS} generated rubrics with their data`, async () => {
    let printed = 0;
    for (let seed = 5_432_000; seed < 5_432_000 + PAIRS; seed += 1) {
      const { program, data } = seededPair(seed);
      const { statements, tables } = dataTables(program, data);
      const prepare = async () => client.query(statements.join(";\n"));
      const { difference, refused } = await agreementOf(program, data, connection, prepare, {
        dialect: "postgres",
        tables,
      });
      expect([seed, difference]).toEqual([seed, null]);
      if (refused === null) printed += 1;
    }
    expect(printed).toBeGreaterThan(PAIRS / 2);
  });

  test("explains single subjects of generated rubrics as in memory", async () => {
    let explained = 0;
    for (let seed = 5_432_000; seed < 5_432_000 + EXPLAINED; seed += 1) {
      const { program, data } = seededPair(seed);
      const { statements, tables } = dataTables(program, data);
      await client.query(statements.join(";\n"));
      const found = await explainedAgreement(
        program,
        withoutCellsInError(program, data),
        connection,
        [0],
        { dialect: "postgres", tables },
        () => [],
        OF_GENERATED,
      );
      expect([seed, found.difference]).toEqual([seed, null]);
      explained += found.explained - found.amongAll;
    }
    expect(explained).toBeGreaterThan(EXPLAINED / 3);
  });

  const program = compiled(`rubric "Faults"
total 10 points
data office { name: text key, late: count times, kind: choice(plain, hill), ledger: list { size: number } }
item reporting 10 points { per late deduct 1 point; each ledger deduct 1 point * size; if kind = hill deduct 1 point }`);

  test.each<[string, string, string, RegExp]>([
    ["a doubled key", "('a', 1, 'plain'), ('a', 2, 'hill')", "('a', 1.5)", /table office: a key stands twice: a/u],
    ["a blank key", "(' ', 1, 'plain')", "('a', 1.5)", /rows without a key or a period: 1/u],
    ["a side row of no subject", "('a', 1, 'plain')", "('b', 1.5)", /table ledger: a row belongs to no subject: b/u],
    [
      "more decimals than were assumed",
      "('a', 1, 'plain')",
      "('a', 1.55555)",
      /column size: a cell has more than 4 decimals/u,
    ],
    [
      "a negative number beyond the assumed range",
      "('a', 1, 'plain')",
      "('a', -1000000000000)",
      /column size: a cell is not within/u,
    ],
    ["a level that is none", "('a', 1, 'swamp')", "('a', 1.5)", /column kind: a cell is none of its levels: swamp/u],
  ])("end with an error on %s", async (_, office, ledger, message) => {
    await client.query(
      `DROP TABLE IF EXISTS office; DROP TABLE IF EXISTS ledger; CREATE TABLE office (name text, late integer, kind text);
       CREATE TABLE ledger (name text, size numeric); INSERT INTO office VALUES ${office}; INSERT INTO ledger VALUES ${ledger}`,
    );
    await expect(run(program, connection, { dialect: "postgres" })).rejects.toThrow(message);
  });

  test("count no blanks around a text, as the engine in memory", async () => {
    const own = compiled(`rubric "B"
total 10 points
data office { name: text key, area: text, ledger: list { points: number } }
item a 10 points { if area = "x" deduct 4 points; each ledger deduct 1 point * points }`);
    const rows = Array.from(BLANKS, (sign, index) => `('${sign}n${index}', '${sign}x${sign}')`);
    const side = Array.from(BLANKS, (sign, index) => `('n${index}${sign}', 1)`);
    await client.query(
      `DROP TABLE IF EXISTS office; DROP TABLE IF EXISTS ledger; CREATE TABLE office (name text, area text);
       CREATE TABLE ledger (name text, points integer); INSERT INTO office VALUES ${rows.join(", ")}; INSERT INTO ledger VALUES ${side.join(", ")}`,
    );
    const described = await describeTables(own, connection);
    if (described.kind !== "described") throw new Error(described.kind);
    const { subjects } = await run(own, connection, { dialect: "postgres", tables: described.tables });
    expect(subjects?.map(({ score }) => score)).toEqual(Array.from(BLANKS, () => "5.00"));
  });

  test("end with an error on binary fractions", async () => {
    await client.query(
      `DROP TABLE IF EXISTS office; DROP TABLE IF EXISTS ledger; CREATE TABLE office (name text, late integer, kind text);
       CREATE TABLE ledger (name text, size double precision); INSERT INTO office VALUES ('a', 1, 'hill'); INSERT INTO ledger VALUES ('a', 1.5)`,
    );
    await expect(run(program, connection, { dialect: "postgres" })).rejects.toThrow(
      /neither a whole number nor a decimal/u,
    );
  });
});
