/**
 * Cells of files as typed columns of DuckDB. They are read strictly: every cell that is read has the value that `yardstick score` reads,
 * and any other ends the query with an error, though `yardstick score` knows more ways of writing.
 */
import type { DataModel, Field } from "@yardstick/language/core";
import { BLANKS } from "../dialects/dialect.js";
import { duckdb } from "../dialects/duckdb.js";

const YES = ["是", "√", "✓", "✔", "☑", "yes", "y", "true", "1"];
/** Truths as results are published. */
const RESULT_FLAGS = [
  ["是", "yes", "true"],
  ["否", "no", "false"],
] as const;
const NO = ["否", "×", "✗", "✘", "no", "n", "false", "0"];

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
const WRITTEN = /^(?:VARCHAR|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|UUID|ENUM\(.*\))$/u;

/** The type of a field that cells of a file may have beside text. */
function hasOwnType({ type: { kind } }: Field, type: string): boolean {
  return kind === "number"
    ? EXACT.test(type)
    : kind === "flag"
      ? type === "BOOLEAN"
      : kind === "date" && type === "DATE";
}

/** A cell as it is written, of a column of the file. */
export interface WrittenCell {
  readonly text: string;
  /** Whether it is text without the blanks around it, null where nothing is left; else it has the type of its field. */
  readonly isText: boolean;
  /** Decimals of a number that is no text. */
  readonly decimals: number;
}

/** The cell as it is written; `type` is what DuckDB read the column as. */
export function writtenCell(field: Field, type: string): WrittenCell {
  const own = duckdb.identifier(field.name);
  const [, scale = "0"] = /^DECIMAL\(\d+,\s*(\d+)\)$/u.exec(type) ?? [];
  if (hasOwnType(field, type)) return { text: own, isText: false, decimals: Number(scale) };
  const blanks = duckdb.text(BLANKS);
  const text = type === "JSON" ? `(${own} ->> '$')` : `CAST(${own} AS VARCHAR)`;
  // Nearly no cell has blanks around it, and to cut off signs of a set is dear.
  const hasBlanks = `contains(${blanks}, left(${text}, 1)) OR contains(${blanks}, right(${text}, 1))`;
  const plain = `CASE WHEN ${hasBlanks} THEN nullif(trim(${text}, ${blanks}), '') ELSE ${text} END`;
  const isNumber = field.type.kind === "number";
  if (field.type.kind === "flag" || field.type.kind === "date" || (isNumber && type === "VARCHAR"))
    return { text: plain, isText: true, decimals: 0 };
  // Of any other value the text is not the one that was written: of binary fractions, of times, of arrays.
  const isWritten = type === "JSON" ? `json_type(${own}) IN ('VARCHAR', 'BIGINT', 'UBIGINT')` : `${WRITTEN.test(type)}`;
  const what = isNumber ? "is neither a whole number nor a decimal" : "is not written as a text";
  const failed = `CAST(error(${duckdb.text(`column ${field.name}: a cell ${what}: `)} || ${text}) AS VARCHAR)`;
  return {
    text: `CASE WHEN ${own} IS NULL OR ${isNumber ? "false" : isWritten} THEN ${plain} ELSE ${failed} END`,
    isText: true,
    decimals: 0,
  };
}

/** The number of decimals of a number that is text, trailing zeros left out; null where it is blank. */
export function decimalsText(field: Field): string {
  const percent = isPercent(field) ? 2 : 0;
  return `length(rtrim(regexp_extract(${duckdb.identifier(field.name)}, '\\.([0-9]*)', 1), '0')) + ${percent}`;
}

/** The cell as text for its figures, without the zeros that a type of decimals adds. */
export function figureText({ name }: Field, { isText, decimals }: WrittenCell): string {
  const text = `CAST(${duckdb.identifier(name)} AS VARCHAR)`;
  return isText || decimals === 0 ? text : `regexp_replace(${text}, '(\\.[0-9]*[1-9])0+$|\\.0+$', '\\1')`;
}

/** Whether a percentage is stored as a number, of which 1 is 100%. */
export function isFraction(field: Field, { isText }: WrittenCell): boolean {
  return isPercent(field) && !isText;
}

/** What the cells of a number's column need at most. */
export interface NumberSize {
  readonly decimals: number;
  /** Of a cell that is text. */
  readonly letters: number;
}

/**
 * The typed value of a written cell, under the name of its field; `size` is that of a number's column. `isResult`: of a published result,
 * of which truths are written in words alone.
 */
export function cellText(
  field: Field,
  { choices }: DataModel,
  { isText }: WrittenCell,
  { decimals, letters }: NumberSize,
  isResult = false,
): string {
  const text = duckdb.identifier(field.name);
  /** The first case that holds; an error for every other cell. */
  const cases = (known: readonly (readonly [condition: string, value: string])[], what: string, as: string) => {
    const when = [[`${text} IS NULL`, "NULL"] as const, ...known].map(
      ([condition, value]) => `WHEN ${condition} THEN ${value}`,
    );
    const message = duckdb.text(`column ${field.name}: a cell ${what}: `);
    return `CASE ${when.join(" ")} ELSE CAST(error(${message} || CAST(${text} AS VARCHAR)) AS ${as}) END`;
  };
  switch (field.type.kind) {
    case "number": {
      // Up to 18 digits are a machine word, which DuckDB reads many times faster.
      const digits = letters + decimals <= 16 ? 18 : 38;
      const decimal = duckdb.decimal(digits, decimals);
      if (isPercent(field)) {
        if (!isText) return text;
        const isNumber = `regexp_full_match(${text}, '${NUMBER} ?%')`;
        const share = `CAST(CAST(rtrim(${text}, ' %') AS ${duckdb.decimal(digits - 2, Math.max(0, decimals - 2))}) * 0.01 AS ${decimal})`;
        return cases([[isNumber, share]], "cannot be read as a percentage", decimal);
      }
      const value = isText ? `CAST(${text} AS ${decimal})` : text;
      const places = wholePlaces(field);
      const isWhole = `${value} = round(${value}, ${places ?? 0})`;
      const read = places === null ? value : cases([[isWhole, value]], "is not whole", decimal);
      return isText
        ? cases([[`regexp_full_match(${text}, '${NUMBER}')`, read]], "cannot be read as a number", decimal)
        : read;
    }
    case "flag": {
      if (!isText) return text;
      const among = (words: readonly string[]) =>
        `lower(${text}) IN (${words.map((word) => duckdb.text(word)).join(", ")})`;
      const [yes, no] = isResult ? RESULT_FLAGS : [YES, NO];
      const known = [[among(yes), "true"] as const, [among(no), "false"] as const];
      return cases(known, "is neither yes nor no", "BOOLEAN");
    }
    case "date": {
      if (!isText) return text;
      const isDay = `regexp_full_match(${text}, '${DAY}')`;
      return cases([[isDay, `CAST(left(${text}, 10) AS DATE)`]], "is no date such as 2008-01-31", "DATE");
    }
    case "level": {
      const names = choices[field.type.choice]?.levels.map(({ name }) => duckdb.text(name)) ?? [];
      const normal = duckdb.normalized(text);
      return cases([[`${normal} IN (${names.join(", ")})`, normal]], "is none of its levels", "VARCHAR");
    }
    case "text":
    case "period": {
      const isPlain = `NOT regexp_matches(${text}, ${duckdb.text(`${NO_TEXT}|${GUARDED}`)})`;
      return cases([[isPlain, duckdb.normalized(text)]], "cannot be read as a text", "VARCHAR");
    }
    case "list":
      throw new RangeError("a list has no cells");
    default:
      return field.type satisfies never;
  }
}

/** Decimals that a count may have in its unit: four of 万人, none of 人; null for what is no count. */
function wholePlaces({ type }: Field): number | null {
  if (type.kind !== "number" || type.form !== "count") return null;
  return /^10*$/u.test(type.unit?.scale ?? "1") ? (type.unit?.scale ?? "1").length - 1 : 0;
}

function isPercent({ type }: Field): boolean {
  return type.kind === "number" && type.form === "percent";
}
