/** Chinese numerals, read and written: 三, 十二, 一百零五, 两, 半, 一点五. */
import { ownEntry } from "@yardstick/language";

const DIGITS = "零一二三四五六七八九";

/** A whole number from 0 to 9,999 in Chinese. */
export function chineseNumeral(value: number): string {
  if (value < 10) return DIGITS[value] ?? String(value);
  if (value < 20) return `十${value === 10 ? "" : (DIGITS[value - 10] ?? "")}`;
  if (value < 100)
    return `${DIGITS[Math.floor(value / 10)] ?? ""}十${value % 10 === 0 ? "" : (DIGITS[value % 10] ?? "")}`;
  return String(value);
}

const VALUES: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  五: 5,
  伍: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };

function wholeOf(text: string): number | null {
  if ([...text].every((sign) => ownEntry(VALUES, sign) !== undefined))
    return [...text].reduce((sum, sign) => sum * 10 + (ownEntry(VALUES, sign) ?? 0), 0);
  let sum = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const value = ownEntry(VALUES, sign);
    const unit = ownEntry(UNITS, sign);
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      sum += (digit ?? 1) * unit;
      digit = null;
    } else return null;
  }
  return sum + (digit ?? 0);
}

/** A number as written, in digits or in Chinese, as decimal text: `0.5`, `三` is `3`, `半` is `0.5`; null where it is none. */
export function numberText(text: string): string | null {
  const plain = text.replaceAll(",", "");
  if (/^\d+(?:\.\d+)?$/u.test(plain))
    return plain
      .replace(/^0+(?=\d)/u, "")
      .replace(/(\.\d*?)0+$/u, "$1")
      .replace(/\.$/u, "");
  if (plain === "半") return "0.5";
  const [whole = "", decimals] = plain.split("点");
  if (whole === "") return null;
  const value = wholeOf(whole);
  if (value === null) return null;
  if (decimals === undefined) return String(value);
  const digits = [...decimals].map((sign) => ownEntry(VALUES, sign));
  return digits.length === 0 || digits.includes(undefined) ? null : `${String(value)}.${digits.join("")}`;
}

/** So many percent of a number, both as decimal text, exactly. */
export function percentOfNumber(percent: string, value: string): string {
  const parts = (text: string) => {
    const [whole = "0", decimals = ""] = text.split(".");
    return { digits: BigInt(whole + decimals), places: decimals.length };
  };
  const [a, b] = [parts(percent), parts(value)];
  const places = a.places + b.places + 2;
  const text = String(a.digits * b.digits).padStart(places + 1, "0");
  return `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/u, "");
}
