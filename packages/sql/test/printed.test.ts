// The text of queries, a file for each rubric and dialect under `printed/`: what a reader of a query sees, and whatever changes in it.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type DialectName, toSql } from "../src/index.js";
import { compiled } from "./compiled.js";

const folder = new URL("printed/", import.meta.url);
const rubrics = readdirSync(folder).filter((name) => name.endsWith(".rubric"));
const dialects: readonly DialectName[] = ["duckdb", "postgres", "spark"];

test.each(rubrics.flatMap((name) => dialects.map((dialect) => [name, dialect] as const)))(
  "%s for %s",
  async (name, dialect) => {
    const program = compiled(readFileSync(new URL(name, folder), "utf8"));
    const { text, leftOut, refusals } = toSql(program, { dialect, tables: { lists: { ledger: { order: "entry" } } } });
    const left = leftOut.map(({ name: own, refusal }) => `-- without ${own}: ${refusal.code}\n`).join("");
    const printed = left + (text ?? refusals.map((refusal) => `-- ${refusal.code}: ${refusal.en}\n`).join(""));
    await expect(printed).toMatchFileSnapshot(`printed/${name.replace(".rubric", "")}.${dialect}.sql`);
  },
);
