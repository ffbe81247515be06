/**
 * The number of a cell as decimal text. A workbook keeps numbers as binary doubles, printed with up to 17 digits: the shortest
 * text that means the same double is what was typed, and a spreadsheet shows 15 digits at most. No arithmetic is done on it.
 */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/u;
const MAX_DIGITS = 15;
const LONGEST = 400;

/** Sign, digits without a point, and how many of them stand behind it. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/** Null where the text is no number. */
export function parseDecimal(text: string): Decimal | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  return { negative: sign === "-", digits: whole + fraction, scale: fraction.length - Number.parseInt(exponent, 10) };
}

/** Without an exponent, without zeros that say nothing. */
export function decimalText({ negative, digits, scale }: Decimal): string {
  const padded = scale > 0 ? digits.padStart(scale + 1, "0") : digits + "0".repeat(-scale);
  const at = padded.length - Math.max(scale, 0);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/u, "");
  const fraction = padded.slice(at).replace(/0+$/u, "");
  const text = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative && /[1-9]/u.test(text) ? `-${text}` : text;
}

/** Decimal text of the number in a cell; null where the text is none. */
export function decimalOfCell(text: string): string | null {
  const decimal = parseDecimal(text.trim());
  if (decimal === null || Math.abs(decimal.scale) > LONGEST || decimal.digits.length > LONGEST) return null;
  const significant = decimal.digits.replace(/^0+/u, "").replace(/0+$/u, "");
  const isWhole = decimal.scale <= 0;
  if (isWhole || significant.length <= MAX_DIGITS) return decimalText(decimal);
  // Noise of binary arithmetic, as in 0.1 + 0.2, lies beyond the digits that any spreadsheet shows.
  const short = parseDecimal(Number(Number(text).toPrecision(MAX_DIGITS)).toString());
  return short === null ? null : decimalText(short);
}

/** The point moved to the right by so many places, or to the left. */
export function shifted(value: Decimal, places: number): Decimal {
  return { ...value, scale: value.scale - places };
}

/** Rounded to so many places behind the point, half away from zero as a spreadsheet shows it. */
export function rounded({ negative, digits, scale }: Decimal, places: number): Decimal {
  if (scale <= places) return { negative, digits: digits + "0".repeat(places - scale), scale: places };
  const cut = scale - places;
  const padded = digits.padStart(cut + 1, "0");
  const kept = BigInt(padded.slice(0, -cut));
  const isUp = (padded.at(-cut) ?? "0") >= "5";
  return { negative, digits: String(isUp ? kept + 1n : kept), scale: places };
}

/** Whether two decimals without their signs are the same number. */
export function sameSize(one: Decimal, other: Decimal): boolean {
  const plain = (value: Decimal) => decimalText({ ...value, negative: false });
  return plain(one) === plain(other);
}
