// The tables of a dataset as views of Spark.

import { dialects } from "../src/dialects/index.js";
import type { MadeTable } from "./data-tables.js";

const { spark } = dialects;

/** A statement for each table. */
export function sparkViews(made: readonly MadeTable[]): readonly string[] {
  return made.map(({ name, columns, rows }) => {
    const cells = columns.map((_, index) => `c${index}`);
    const types = columns.map(({ name: own, type }, index) => {
      const sparkType = type === "VARCHAR" ? "STRING" : type;
      return `CAST(c${index} AS ${sparkType}) AS ${spark.identifier(own)}`;
    });
    const values = rows.map((row) => `(${row.map(sparkLiteral).join(", ")})`);
    const none = `(${columns.map(() => "NULL").join(", ")})`;
    const from = `VALUES ${values.length === 0 ? none : values.join(", ")} AS t(${cells.join(", ")})`;
    return `CREATE OR REPLACE TEMP VIEW ${spark.identifier(name)} AS SELECT ${types.join(", ")} FROM ${from}${values.length === 0 ? " WHERE false" : ""}`;
  });
}

/** A literal of standard SQL as one of Spark. */
function sparkLiteral(text: string): string {
  return text.startsWith("'") ? spark.text(text.slice(1, -1).replaceAll("''", "'")) : text;
}
