/**
 * Cells of files as typed columns of DuckDB. Text is read strictly: what is not plainly a number, a percentage, a truth or a date ends the
 * query with an error, as does a percentage without its sign; the reading of `yardstick score` knows more ways of writing.
 */
import type { Field } from "@yardstick/language/core";
import { duckdb } from "../dialects/duckdb.js";

const YES = ["是", "yes", "y", "true", "1", "√", "✓"];
const NO = ["否", "no", "n", "false", "0"];

/** Whether DuckDB read the column as text. */
const isText = (type: string): boolean => type === "VARCHAR" || type === "JSON";

/** The cell without the blanks around it; null where nothing is left. */
const plain = (column: string): string => `nullif(trim(CAST(${duckdb.identifier(column)} AS VARCHAR)), '')`;

/** Digits before the point, those behind the sign of a percentage aside. */
const NUMBER = "[+-]?[0-9]+(\\.[0-9]+)?";

/** The number of decimals of a cell, trailing zeros left out; null where it is blank. */
export function decimalsText(field: Field, column: string, type: string): string {
  const [, scale] = /^DECIMAL\(\d+,\s*(\d+)\)$/u.exec(type) ?? [];
  if (!isText(type)) return scale ?? "0";
  const percent = isPercent(field) ? 2 : 0;
  return `length(rtrim(regexp_extract(${plain(column)}, '\\.([0-9]*)', 1), '0')) + ${percent}`;
}

/** The typed value of a cell; `decimals` are those of a number's column. */
export function cellText(field: Field, column: string, type: string, decimals: number): string {
  const own = duckdb.identifier(column);
  if (!isText(type)) return own;
  const text = plain(column);
  const otherwise = (what: string, as: string) =>
    `ELSE CAST(error(${duckdb.text(`column ${column}: a cell ${what}: `)} || ${text}) AS ${as}) END`;
  switch (field.type.kind) {
    case "number": {
      const decimal = duckdb.decimal(38, decimals);
      if (!isPercent(field)) {
        const isNumber = `regexp_full_match(${text}, '${NUMBER}')`;
        return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${isNumber} THEN CAST(${text} AS ${decimal}) ${otherwise("cannot be read as a number", decimal)}`;
      }
      const isNumber = `regexp_full_match(${text}, '${NUMBER} ?%')`;
      const share = `CAST(CAST(rtrim(${text}, ' %') AS ${duckdb.decimal(36, Math.max(0, decimals - 2))}) * 0.01 AS ${decimal})`;
      return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${isNumber} THEN ${share} ${otherwise("cannot be read as a percentage", decimal)}`;
    }
    case "flag": {
      const among = (words: readonly string[]) =>
        `lower(${text}) IN (${words.map((word) => duckdb.text(word)).join(", ")})`;
      return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${among(YES)} THEN true WHEN ${among(NO)} THEN false ${otherwise("is neither yes nor no", "BOOLEAN")}`;
    }
    case "date":
      return `CAST(${text} AS DATE)`;
    case "text":
    case "level":
    case "period":
      return text;
    case "list":
      throw new RangeError("a list has no cells");
    default:
      return field.type satisfies never;
  }
}

function isPercent({ type }: Field): boolean {
  return type.kind === "number" && type.form === "percent";
}
