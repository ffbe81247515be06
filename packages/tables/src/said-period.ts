/**
 * The period named in the title, the sheet name or the file name of a table: `2007年度社区考核`, a sheet `1月`. It is never used as the
 * period of the rows; where it contradicts the one that they would belong to, the user must decide.
 */
import { foldPeriod, withPeriodDigits } from "@yardstick/engine";
import { foldWidth } from "./cell/written.js";

/** A named period, and where it is named. */
export interface SaidPeriod {
  readonly period: string;
  readonly where: "title" | "sheet" | "file";
}

/** Dates, which are not periods: 填报日期：2008年12月18日, 20081218. */
const DAY =
  /\d{4}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*[日号]?|\d{1,2}\s*月\s*\d{1,2}\s*[日号]|(?<!\d)(?:19|20)\d{6}(?!\d)/gu;

const YEAR = String.raw`(?<!\d)(?:19|20)\d{2}`;
const PART = String.raw`(?:[上下]半年|第?[一二三四1-4]季度|(?:0?[1-9]|1[0-2])\s*月份?)`;
/** Notations, most specific first; the last one has no year. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`${YEAR}\s*[-~/—至]\s*(?:19|20)\d{2}\s*学年度?(?:第?[一二上下12]学?期)?`, "u"),
  new RegExp(String.raw`${YEAR}\s*年?度?\s*${PART}`, "u"),
  new RegExp(String.raw`${YEAR}[-./](?:0?[1-9]|1[0-2])(?![\d.])`, "u"),
  new RegExp(String.raw`${YEAR}\s*-?\s*[hHqQ][1-4]`, "u"),
  new RegExp(String.raw`${YEAR}\s*(?:年度|年|财年)?(?!\d)`, "u"),
  new RegExp(String.raw`(?<![\d一二三四五六七八九十])${PART}`, "u"),
];

const WITH_YEAR = new RegExp(YEAR, "u");

function periodIn(text: string): string | null {
  const plain = withPeriodDigits(foldWidth(text)).replace(DAY, " ");
  for (const form of FORMS) {
    const found = form.exec(plain)?.[0];
    if (found !== undefined) return found.replace(/\s+/gu, "");
  }
  return null;
}

/** The named period; null where there is none. A month without a year takes the year from another of the texts. */
export function saidPeriod({
  titles,
  sheet,
  file,
}: {
  readonly titles: readonly string[];
  readonly sheet: string | null;
  readonly file: string;
}): SaidPeriod | null {
  const name = file.replace(/^.*[/\\]/u, "").replace(/\.[^.]*$/u, "");
  const texts = [
    ...(sheet === null ? [] : [{ where: "sheet" as const, text: sheet }]),
    ...titles.map((text) => ({ where: "title" as const, text })),
    { where: "file" as const, text: name },
  ];
  const said = texts.flatMap(({ where, text }): readonly SaidPeriod[] => {
    const period = periodIn(text);
    return period === null ? [] : [{ period, where }];
  });
  const whole = said.find(({ period }) => WITH_YEAR.test(period));
  const part = said.find(({ period }) => !WITH_YEAR.test(period));
  if (part === undefined) return whole ?? null;
  const year = whole === undefined ? null : WITH_YEAR.exec(whole.period)?.[0];
  if (year === undefined || year === null) return part;
  return partOf(foldPeriod(whole?.period ?? "")) === ""
    ? { ...part, period: `${year}年${part.period}` }
    : (whole ?? part);
}

const yearOf = (folded: string): string => /^\d{4}/u.exec(folded)?.[0] ?? "";
const partOf = (folded: string): string => (yearOf(folded) === "" ? folded : folded.slice(4).replace(/^-/u, ""));

/** Whether a period names a part of a year, and another one the year without a part. */
export function isPartOf(said: string, period: string): boolean {
  return partOf(foldPeriod(said)) !== "" && partOf(foldPeriod(period)) === "" && !contradicts(said, period);
}

/** Whether two periods exclude each other: different years, or different parts of a year. A month is within its year. */
export function contradicts(said: string, period: string): boolean {
  const [a, b] = [foldPeriod(said), foldPeriod(period)];
  const [yearA, yearB] = [yearOf(a), yearOf(b)];
  if (yearA !== "" && yearB !== "" && yearA !== yearB) return true;
  const [partA, partB] = [partOf(a), partOf(b)];
  return partA !== "" && partB !== "" && partA !== partB;
}
