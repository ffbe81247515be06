/**
 * Periods as people write them: `2008年`, `2008 年度` and `2008` are one year, `2024年上半年` and `2024 H1` one half, `１月份` and `1月` one
 * month. What is none of these forms is compared as a name.
 */
import { foldHeader } from "./fold-name.js";

const HAN_DIGITS = "〇一二三四五六七八九";
/** Words for the number of a half, a quarter or a term. */
const ORDINALS: Readonly<Record<string, string>> = { 上: "1", 下: "2", 一: "1", 二: "2", 三: "3", 四: "4" };

const YEAR = String.raw`(?<year>\d{4})`;
/** What may stand between a year and its part. */
const OF_YEAR = String.raw`${YEAR}(?:年度?|[-./ ])?`;
const HALF = String.raw`(?:(?<half>[上下])半?年?|h(?<h>[12])|(?<h2>[12])h)`;
const QUARTER = String.raw`(?:第?(?<quarter>[1-4一二三四])季度?|q(?<q>[1-4]))`;
const MONTH = String.raw`(?:(?<month>0?[1-9]|1[0-2])(?:月份?)?)`;
const TERM = String.raw`(?:(?:第?(?<term>[12一二上下])学?期)?)`;

/** A year as a spreadsheet may write a number: `2,024`, `2024.0`. */
const AS_NUMBER = /^([12]),?(\d{3})(?:\.0+)?$/u;

/** `24年`, `'24`, `FY24`, `23-24学年`: which century is meant is not said. */
const SHORT_YEAR = /^(?:['’‘]?\d{2}年(?!期)|['’‘]\d{2}$|fy ?['’‘]?\d{2}$|\d{2}[-~/]\d{2}学?年)/u;

/** Whether a period has a year of two digits, which is not guessed. */
export function hasShortYear(period: string): boolean {
  return SHORT_YEAR.test(foldHeader(period));
}

const FORMS: readonly RegExp[] = [
  new RegExp(`^${YEAR}(?:年度?|年全年|全年|财年|财政年度)?$`, "u"),
  new RegExp(`^fy ?${YEAR}$`, "u"),
  new RegExp(`^${OF_YEAR}${HALF}$`, "u"),
  new RegExp(`^${HALF} ?${YEAR}$`, "u"),
  new RegExp(`^${OF_YEAR}${QUARTER}$`, "u"),
  new RegExp(`^${QUARTER} ?${YEAR}$`, "u"),
  new RegExp(`^${YEAR}(?:年|[-./])${MONTH}$`, "u"),
  new RegExp(`^${YEAR}(?<month>0[1-9]|1[0-2])$`, "u"),
  new RegExp(`^(?<month>0?[1-9]|1[0-2])月份?$`, "u"),
  new RegExp(`^${YEAR}[-~/](?<to>\\d{4})(?:学年度?|年度?)?${TERM}$`, "u"),
];

const digitsOf = (year: string): string => [...year].map((sign) => Math.max(0, HAN_DIGITS.indexOf(sign))).join("");

/** A number up to 99 in Chinese numerals: `十二`, `二十`, `三十一`. */
function smallNumber(text: string): string {
  const [tens = "", ones = ""] = text.includes("十") ? text.split("十") : ["0", text];
  const of = (sign: string, otherwise: number) => (sign === "" ? otherwise : Number(digitsOf(sign)));
  return String(of(tens, 1) * 10 + of(ones, 0));
}

/** A text with its years, months and days in digits: `二〇〇八年十二月` as `2008年12月`. */
export function withPeriodDigits(text: string): string {
  return text
    .replace(/(?<![〇零○一二三四五六七八九十])[一二][〇零○一二三四五六七八九]{3}(?=\s*(?:年|$))/gu, digitsOf)
    .replace(
      /(?<![一二三四五六七八九十第])(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/gu,
      smallNumber,
    );
}

/** The text by which two periods are compared and put in order: `2008`, `2024-h1`, `2024-q3`, `2024-07`, `07`, `2023-2024-1`. */
export function foldPeriod(period: string): string {
  if (/^\d{4}$/u.test(period)) return period;
  const text = withPeriodDigits(foldHeader(period).replace(AS_NUMBER, "$1$2"));
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const { year, half, h, h2, quarter, q, month, to, term } = groups;
    const ordinal = (word: string | undefined) => (word === undefined ? undefined : (ORDINALS[word] ?? word));
    const halfYear = ordinal(half) ?? h ?? h2;
    const quarterYear = ordinal(quarter) ?? q;
    return [
      year,
      to,
      halfYear === undefined ? undefined : `h${halfYear}`,
      quarterYear === undefined ? undefined : `q${quarterYear}`,
      month?.padStart(2, "0"),
      ordinal(term),
    ]
      .filter((piece) => piece !== undefined)
      .join("-");
  }
  return text;
}

/** A period as it is published: a year as its four digits, any other as it is written. */
export function plainPeriod(period: string): string {
  const folded = foldPeriod(period);
  return /^\d{4}$/u.test(folded) ? folded : period;
}
