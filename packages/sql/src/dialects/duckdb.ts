/**
 * DuckDB. Overflow of INTEGER, BIGINT and HUGEINT is an error, `//` is whole division, `/` would be a double.
 */
import { BLANK_ENDS, type Dialect, quoted } from "./dialect.js";

export const duckdb: Dialect = {
  name: "duckdb",
  title: "DuckDB",
  widths: [
    { type: "INTEGER", most: 2n ** 31n - 1n },
    { type: "BIGINT", most: 2n ** 63n - 1n },
    { type: "HUGEINT", most: 2n ** 127n - 1n },
  ],
  preamble: "",
  varchar: "VARCHAR",
  nameBytes: null,
  identifier: (name) => quoted(name, '"'),
  text: (value) => quoted(value, "'"),
  divided: (a, b) => `(${a} // ${b})`,
  remainder: (a, b) => `(${a} % ${b})`,
  forRoot: (whole) => `CAST(${whole} AS DOUBLE)`,
  raise: (message, type) => `CAST(error(${message}) AS ${type})`,
  normalized: (text) => `nfc_normalize(${text})`,
  trimmed: (text) => `regexp_replace(${text}, '${BLANK_ENDS}', '', 'g')`,
  isExactNumber: (value) => `regexp_matches(typeof(${value}), '^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*)$')`,
  decimal: (digits, decimals) => `DECIMAL(${digits}, ${decimals})`,
  mostDigits: 38,
  list: (texts) => `list_filter([${texts.join(", ")}], lambda x: x IS NOT NULL)`,
  emptyList: "CAST([] AS VARCHAR[])",
  fence: "",
  quotientSum: {
    sum: (n, d, counts) =>
      `list_reduce(list({'n': CAST((${n}) // gcd(${n}, ${d}) AS HUGEINT), 'd': CAST((${d}) // gcd(${n}, ${d}) AS HUGEINT)}) FILTER (WHERE ${counts}), ` +
      "lambda a, b: {'n': a.n * (b.d // gcd(a.d, b.d)) + b.n * (a.d // gcd(a.d, b.d)), 'd': a.d * (b.d // gcd(a.d, b.d))})",
    top: (pair) => `(${pair}).n`,
    bottom: (pair) => `(${pair}).d`,
  },
};
