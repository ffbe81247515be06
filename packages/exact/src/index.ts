/**
 * `@yardstick/exact`: exact rational numbers, decimal text, and the rounding of published numbers. It stands below every other
 * package and imports none.
 */
export {
  clamp,
  isRational,
  larger,
  ONE,
  power,
  powerOfTen,
  Rational,
  rational,
  rationalText,
  shareOrZero,
  smaller,
  sum,
  whole,
  ZERO,
  type Operand,
  type RationalText,
} from "./rational.js";
export { gcd, lcm } from "./integer.js";
export { roundedRoot } from "./root.js";
export { rounded, roundedBy, roundedTo, roundedUnits, type RoundingMode, truncated } from "./round.js";
export {
  decimal,
  decimalOrQuotient,
  decimalsOf,
  decimalsOfDenominator,
  decimalText,
  fixedText,
  numberOrZero,
  parseDecimal,
  parseNumber,
  parseScientific,
  percentText,
  readableText,
  shortText,
  unitsText,
  withMinusSign,
} from "./decimal-text.js";
export { quotientTexts } from "./quotient-text.js";
export { Decimal, decimalOfRational, scanDecimal } from "./decimal.js";
export { PUBLISHED_DECIMALS, publishedNumberText, publishedNumber } from "./published.js";
export { CONSTANTS_TABLE, HISTORY_TABLE, SUBJECTS_TABLE } from "./built-in-tables.js";
