/**
 * Cells of files as typed columns of DuckDB. They are read strictly: every cell that is read has the value that `yardstick score` reads,
 * and any other ends the query with an error, though `yardstick score` knows more ways of writing.
 */
import type { DataModel, Field } from "@yardstick/language/core";
import { duckdb } from "../dialects/duckdb.js";

const YES = ["是", "√", "✓", "✔", "☑", "yes", "y", "true", "1"];
const NO = ["否", "×", "✗", "✘", "no", "n", "false", "0"];

/** Spaces of every width, line ends, the byte order mark and the zero-width space: what does not count at the ends of a cell. */
const BLANKS =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b";

/** Digits before the point, those behind the sign of a percentage aside. */
const NUMBER = "[+-]?[0-9]+(\\.[0-9]+)?";

/** A day, which may be followed by midnight: a column of times that holds days. */
const DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}( 00:00:00)?";

/** What is no text though it is written as one: errors of spreadsheets, ditto marks, long numbers in scientific notation, characters that were lost. */
const NO_TEXT = [
  "^#(N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$",
  "^(〃|″|‶|〝|々|同上|同前|(?i:ditto|do\\.))$",
  "^[+＋-]?[0-9０-９]([.．][0-9０-９]+)?[EeＥｅ][+＋][0-9０-９]{2,3}$",
  "\ufffd",
  "\\r",
].join("|");

/** A text that a spreadsheet was kept from running as a formula: `="001"`, `'=A1`. */
const GUARDED = "^\\s*=\"|^'+[=+@\\t-]";

const EXACT = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*\))$/u;
const WHOLE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|UUID|ENUM\(.*\))$/u;

/** Whether DuckDB read the column as text. */
const isText = (type: string): boolean => type === "VARCHAR" || type === "JSON";

/** The cell as text, without the blanks around it; null where nothing is left. */
export function plainCell(column: string, type: string): string {
  const own = duckdb.identifier(column);
  const text = type === "JSON" ? `(${own} ->> '$')` : `CAST(${own} AS VARCHAR)`;
  const plain = `nullif(trim(${text}, ${duckdb.text(BLANKS)}), '')`;
  // The zeros that a type of decimals adds are not written.
  return type.startsWith("DECIMAL") ? `regexp_replace(${plain}, '(\\.[0-9]*[1-9])0+$|\\.0+$', '\\1')` : plain;
}

/** The number of decimals of a cell, trailing zeros left out; null where it is blank. */
export function decimalsText(field: Field, column: string, type: string): string {
  const [, scale] = /^DECIMAL\(\d+,\s*(\d+)\)$/u.exec(type) ?? [];
  if (!isText(type)) return scale ?? "0";
  const percent = isPercent(field) ? 2 : 0;
  return `length(rtrim(regexp_extract(${plainCell(column, type)}, '\\.([0-9]*)', 1), '0')) + ${percent}`;
}

/** Whether a percentage is stored as a number, of which 1 is 100%. */
export function isFraction(field: Field, type: string): boolean {
  return isPercent(field) && !isText(type);
}

/** The typed value of a cell; `decimals` are those of a number's column. */
export function cellText(field: Field, { choices }: DataModel, column: string, type: string, decimals: number): string {
  const own = duckdb.identifier(column);
  const text = plainCell(column, type);
  /** The first case that holds; an error for every other cell. */
  const cases = (known: readonly (readonly [condition: string, value: string])[], what: string, as: string) => {
    const when = [[`${text} IS NULL`, "NULL"] as const, ...known].map(
      ([condition, value]) => `WHEN ${condition} THEN ${value}`,
    );
    const message = duckdb.text(`column ${column}: a cell ${what}: `);
    return `CASE ${when.join(" ")} ELSE CAST(error(${message} || ${text}) AS ${as}) END`;
  };
  switch (field.type.kind) {
    case "number": {
      const decimal = duckdb.decimal(38, decimals);
      if (isPercent(field) && isText(type)) {
        const isNumber = `regexp_full_match(${text}, '${NUMBER} ?%')`;
        const share = `CAST(CAST(rtrim(${text}, ' %') AS ${duckdb.decimal(36, Math.max(0, decimals - 2))}) * 0.01 AS ${decimal})`;
        return cases([[isNumber, share]], "cannot be read as a percentage", decimal);
      }
      if (!isText(type) && !EXACT.test(type)) return cases([], "is neither a whole number nor a decimal", decimal);
      const value = isText(type) ? `CAST(${text} AS ${decimal})` : own;
      const isNumber = isText(type) ? `regexp_full_match(${text}, '${NUMBER}')` : "true";
      const places = wholePlaces(field);
      const read =
        places === null
          ? value
          : cases([[`${value} = round(${value}, ${places})`, value]], "is not whole", isText(type) ? decimal : type);
      return cases([[isNumber, read]], "cannot be read as a number", isText(type) ? decimal : type);
    }
    case "flag": {
      if (type === "BOOLEAN") return own;
      const among = (words: readonly string[]) =>
        `lower(${text}) IN (${words.map((word) => duckdb.text(word)).join(", ")})`;
      const known = [[among(YES), "true"] as const, [among(NO), "false"] as const];
      return cases(known, "is neither yes nor no", "BOOLEAN");
    }
    case "date": {
      if (type === "DATE") return own;
      const isDay = `regexp_full_match(${text}, '${DAY}')`;
      return cases([[isDay, `CAST(left(${text}, 10) AS DATE)`]], "is no date such as 2008-01-31", "DATE");
    }
    case "level": {
      const names = choices[field.type.choice]?.levels.map(({ name }) => duckdb.text(name)) ?? [];
      const normal = duckdb.normalized(text);
      return cases(
        [[`${isWritten(own, type)} AND ${normal} IN (${names.join(", ")})`, normal]],
        "is none of its levels",
        "VARCHAR",
      );
    }
    case "text":
    case "period": {
      const isPlain = `NOT regexp_matches(${text}, ${duckdb.text(`${NO_TEXT}|${GUARDED}`)})`;
      const known = [[`${isWritten(own, type)} AND ${isPlain}`, duckdb.normalized(text)] as const];
      return cases(known, "cannot be read as a text", "VARCHAR");
    }
    case "list":
      throw new RangeError("a list has no cells");
    default:
      return field.type satisfies never;
  }
}

/** Whether the cell was written as a text or a whole number: of any other value the text is not the one that was written. */
function isWritten(own: string, type: string): string {
  if (type === "JSON") return `json_type(${own}) IN ('VARCHAR', 'BIGINT', 'UBIGINT')`;
  return String(type === "VARCHAR" || WHOLE.test(type));
}

/** Decimals that a count may have in its unit: four of 万人, none of 人; null for what is no count. */
function wholePlaces({ type }: Field): number | null {
  if (type.kind !== "number" || type.form !== "count") return null;
  return /^10*$/u.test(type.unit?.scale ?? "1") ? (type.unit?.scale ?? "1").length - 1 : 0;
}

function isPercent({ type }: Field): boolean {
  return type.kind === "number" && type.form === "percent";
}
