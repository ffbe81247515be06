/**
 * What differs between the engines that run a query, as data: types of whole numbers, how names and texts are quoted, how a query
 * ends with an error. Names and texts of a rubric reach a query through `identifier` and `text` alone.
 */

/** Name of an engine. */
export type DialectName = "duckdb" | "postgres" | "spark";

/** A type of whole numbers: everything up to `most` on either side of 0. */
interface Width {
  readonly type: string;
  readonly most: bigint;
}

/** An engine's SQL. All arguments and results are SQL text, unless said otherwise. */
export interface Dialect {
  readonly name: DialectName;
  /** Shown to users. */
  readonly title: string;
  /** Narrowest first. */
  readonly widths: readonly [Width, ...Width[]];
  /** Text before the query. */
  readonly preamble: string;
  readonly varchar: string;
  /** Bytes of UTF-8 that a name may have; null: any number. */
  readonly nameBytes: number | null;
  /** A name, quoted. */
  identifier(name: string): string;
  /** A text, quoted. */
  text(value: string): string;
  /** Whole division, cut toward zero; `width` is the index of the operands' type. */
  divided(a: string, b: string, width: number): string;
  /** The remainder, with the sign of the dividend. */
  remainder(a: string, b: string): string;
  /** A whole number as the engine takes roots of it, to at least 15 digits. */
  forRoot(whole: string): string;
  /** Ends the query with a message, an SQL text that depends on a column; stands where a value of `type` stands. */
  raise(message: string, type: string): string;
  /** Texts in one normal form, where the engine has it. */
  normalized(text: string): string;
  /** A text without the `BLANKS` around it. */
  trimmed(text: string): string;
  /** Whether an expression has a type of whole numbers or of decimals, rather than of binary fractions or texts. */
  isExactNumber(value: string): string;
  /** A decimal type. */
  decimal(digits: number, decimals: number): string;
  readonly mostDigits: number;
  /** A list of texts, each null or there, as one value without the nulls; and the list that has none. */
  list(texts: readonly string[]): string;
  readonly emptyList: string;
  /** Ends a subquery that must not be written into the one that reads it. */
  readonly fence: string;
  /** The exact sum of `n / d` over the rows that count, reduced at each step, as an expression with two members; null: the engine has none. */
  readonly quotientSum: {
    sum(n: string, d: string, counts: string): string;
    top(pair: string): string;
    bottom(pair: string): string;
  } | null;
}

/** Spaces of every width, line ends, the byte order mark and the zero-width space: what does not count at the ends of a cell. */
export const BLANKS =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b";

const BLANK = String.raw`[\s\x0b\pZ\x{feff}\x{200b}]`;
/** `BLANKS` at either end, as a regular expression of RE2 and Java. */
export const BLANK_ENDS = `^${BLANK}+|${BLANK}+$`;

/** Quotes a name or a text: the mark is written twice inside. */
export function quoted(value: string, mark: string): string {
  return `${mark}${value.replaceAll(mark, mark + mark)}${mark}`;
}
