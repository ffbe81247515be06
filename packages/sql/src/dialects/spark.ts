/**
 * Spark SQL. `div` gives a BIGINT whatever it divides. Only in ANSI mode is overflow an error, so the text begins by setting it.
 */
import { BLANK_ENDS, type Dialect, quoted } from "./dialect.js";

export const spark: Dialect = {
  name: "spark",
  title: "Spark SQL",
  widths: [
    { type: "INT", most: 2n ** 31n - 1n },
    { type: "BIGINT", most: 2n ** 63n - 1n },
    { type: "DECIMAL(38, 0)", most: 10n ** 38n - 1n },
  ],
  preamble: "SET spark.sql.ansi.enabled = true;\n",
  varchar: "STRING",
  nameBytes: null,
  identifier: (name) => quoted(name, "`"),
  // Backslashes count in texts.
  text: (value) => `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  divided: (a, b) => `(${a} div ${b})`,
  remainder: (a, b) => `(${a} % ${b})`,
  forRoot: (whole) => `CAST(${whole} AS DOUBLE)`,
  raise: (message, type) => `CAST(raise_error(${message}) AS ${type})`,
  normalized: (text) => text,
  trimmed: (text) => `regexp_replace(${text}, ${spark.text(BLANK_ENDS)}, '')`,
  isExactNumber: (value) => `typeof(${value}) RLIKE '^(tinyint|smallint|int|bigint|decimal.*)$'`,
  decimal: (digits, decimals) => `DECIMAL(${digits}, ${decimals})`,
  mostDigits: 38,
  list: (texts) => `filter(array(${texts.join(", ")}), x -> x IS NOT NULL)`,
  emptyList: "CAST(array() AS ARRAY<STRING>)",
  fence: "",
  quotientSum: null,
};
