/**
 * Reads percentages: `12%`, `１２．５％`, `12‰`. The unit of a bare number is unknown (0.95 or 95?), so only 0 is accepted without a sign,
 * unless the header has the sign: 调解成功率（%）.
 */
import { rational, type Rational, type RationalText, scanDecimal } from "@yardstick/exact";
import type { CellReader, CellReading } from "./written.js";
import { foldWidth } from "./written.js";
import type { NumberType } from "./number.js";
import { looksLikeTime } from "./duration.js";
import { digitsAtFront, exactOfToken, isATime, plainCheck, rangeCheck } from "./number.js";

const SIGNS: ReadonlyMap<string, RationalText> = new Map([
  ["%", "1/100"],
  ["‰", "1/1000"],
]);

/** The factor of a percent or per-mille sign; null for any other text. */
export function scaleOfPercentSign(sign: string): RationalText | null {
  return SIGNS.get(sign) ?? null;
}

/** Creates the reader of a percentage field. `columnScale` is the factor of the sign in the header; null where it has none. */
export function percentReader(type: NumberType, columnScale: RationalText | null): CellReader {
  const check = rangeCheck(type, null);
  const isPlainlyRight = plainCheck(type);
  const notAPercent: CellReading = { reason: "not-a-percent", expected: ["%"] };
  const bare = (value: Rational): CellReading => {
    if (columnScale !== null) return check(value.mul(rational(columnScale)));
    return value.equals(0) ? check(value) : notAPercent;
  };

  return (written) => {
    if (typeof written === "boolean") return notAPercent;
    if (typeof written !== "string") {
      const value = exactOfToken(written.token);
      return value === null ? notAPercent : bare(value);
    }
    const plain = written.endsWith("%") ? scanDecimal(written, written.length - 1, -2) : null;
    if (plain !== null && isPlainlyRight(plain)) return { cell: plain };
    const folded = foldWidth(written);
    const digits = digitsAtFront(folded);
    if (digits === null || digits.currency) return looksLikeTime(folded) ? isATime(type) : notAPercent;
    if (digits.rest === "") return bare(digits.value);
    const scale = scaleOfPercentSign(digits.rest);
    if (scale === null && looksLikeTime(folded)) return isATime(type);
    return scale === null ? notAPercent : check(digits.value.mul(rational(scale)));
  };
}
