/**
 * Figures of a table as they are written, for adding up: exact decimals with whatever stands behind them. Their meaning by the
 * rubric is of no account here, since a total is the sum of what is written above it.
 */

/** `units / 10 ** scale`; `behind` is the unit or sign that is written behind the digits. */
export interface Figure {
  readonly units: bigint;
  readonly scale: number;
  readonly behind: string;
}

const WRITTEN = /^[¥￥]?\s*([+-]?)[¥￥]?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*([^\d\s][^\d]{0,7})?$/u;
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
/** Longer figures are none that a user adds up. */
const MAX_LENGTH = 40;

/** Null for a blank and for anything but digits with a unit behind them. */
export function figureOf(text: string): Figure | null {
  if (text === "" || text.length > MAX_LENGTH) return null;
  const plain = /^[ -~]*$/u.test(text)
    ? text.trim()
    : text
        .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replace(/[\u2212\ufe63]/gu, "-")
        .replace(/\u200b/gu, "")
        .trim();
  const match = WRITTEN.exec(plain);
  if (match === null) return null;
  const [, sign = "", whole = "", decimals = "", behind = ""] = match;
  const units = BigInt(whole.replaceAll(",", "") + decimals);
  return { units: sign === "-" ? -units : units, scale: decimals.length, behind: behind.trim() };
}

export function isShareFigure({ behind }: Figure): boolean {
  return behind === "%" || behind === "‰";
}

/** A figure with so many decimals. */
export function unitsAt({ units, scale }: Figure, decimals: number): bigint {
  return units * 10n ** BigInt(decimals - scale);
}

const PLAIN = /^-?\d+(?:\.\d+)?$/u;

/** Digits of a whole number that is exact in binary. */
const EXACT_DIGITS = 15;

/** The number of a text of digits alone, as most cells are; -1 for any other text. */
function wholeNumber(text: string): number {
  if (text.length === 0 || text.length > EXACT_DIGITS) return -1;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** The figure as a binary number, only to locate what is then computed exactly; null where there is none. */
export function roughFigure(text: string): number | null {
  const digits = wholeNumber(text);
  if (digits >= 0) return digits;
  if (PLAIN.test(text)) return Number(text);
  const figure = figureOf(text);
  return figure === null ? null : Number(figure.units) / 10 ** figure.scale;
}
