/**
 * PostgreSQL. `/` on integers is whole division, on numeric it is not, so numeric takes `div`. Names beyond 63 bytes are cut by the server.
 */
import { BLANKS, type Dialect, quoted } from "./dialect.js";

/** Index of numeric among the widths. */
const NUMERIC = 2;

/** `BLANKS` in the form with escapes, so that a query has none that a reader cannot see. */
const BLANKS_TEXT = `E'${Array.from(BLANKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}'`;

export const postgres: Dialect = {
  name: "postgres",
  title: "PostgreSQL",
  widths: [
    { type: "integer", most: 2n ** 31n - 1n },
    { type: "bigint", most: 2n ** 63n - 1n },
    // numeric holds more; beyond a thousand digits nothing is published.
    { type: "numeric", most: 10n ** 1000n },
  ],
  preamble: "",
  varchar: "text",
  nameBytes: 63,
  identifier: (name) => quoted(name, '"'),
  // With a backslash inside, the form that reads the same whatever `standard_conforming_strings` says.
  text: (value) => (value.includes("\\") ? ` E${quoted(value.replaceAll("\\", "\\\\"), "'")}` : quoted(value, "'")),
  divided: (a, b, width) => (width === NUMERIC ? `div(${a}, ${b})` : `(${a} / ${b})`),
  remainder: (a, b) => `mod(${a}, ${b})`,
  // The message is cast to a number, which it is not: PostgreSQL quotes it in its error.
  forRoot: (whole) => `CAST(${whole} AS numeric)`,
  raise: (message, type) => `CAST(CAST(${message} AS text) AS ${type})`,
  normalized: (text) => `normalize(${text}, NFC)`,
  trimmed: (text) => `btrim(${text}, ${BLANKS_TEXT})`,
  isExactNumber: (value) => `pg_typeof(${value})::text IN ('smallint', 'integer', 'bigint', 'numeric')`,
  decimal: (digits, decimals) => `numeric(${digits}, ${decimals})`,
  mostDigits: 1000,
  list: (texts) => `array_remove(ARRAY[${texts.join(", ")}], NULL)`,
  emptyList: "CAST(ARRAY[] AS text[])",
  // Without it a subquery is written into the one that reads it, and shared values are computed again.
  fence: "OFFSET 0",
  quotientSum: null,
};
