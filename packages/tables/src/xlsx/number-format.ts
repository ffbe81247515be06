/**
 * What a number format makes of a number, as far as it changes what a person reads: a percentage, a day, a unit or a currency
 * sign beside it, leading zeros. Decimals and separators are left aside, since the cell's own digits are read.
 */
import type { RawCell } from "../raw-table.js";
import { hundredfold } from "./decimal-text.js";
import type { DateSystem, DayAndTime } from "./serial-date.js";
import { dayOfSerial, isoDay } from "./serial-date.js";

/** Turns the decimal text of a cell into what stands there. */
export type ShownBy = (decimal: string, system: DateSystem) => RawCell;

/** Formats that workbooks name by number alone; those of 27 to 58 as a Chinese Excel has them. */
const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const HOUR_MINUTE = 'h"时"mm"分"';
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  ...[9, 10].map((id) => [id, "0%"] as const),
  [14, "yyyy/m/d"],
  [15, "yyyy-mm-dd"],
  [16, "m-d"],
  [17, "yyyy-mm"],
  ...[18, 20].map((id) => [id, "h:mm"] as const),
  ...[19, 21, 46].map((id) => [id, "h:mm:ss"] as const),
  [22, "yyyy/m/d h:mm"],
  ...[27, 36, 50, 52, 57].map((id) => [id, YEAR_MONTH] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, MONTH_DAY] as const),
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  ...[32, 34, 55].map((id) => [id, HOUR_MINUTE] as const),
  ...[33, 35, 56].map((id) => [id, `${HOUR_MINUTE}ss"秒"`] as const),
  ...[45, 47].map((id) => [id, "mm:ss"] as const),
]);

interface Piece {
  readonly kind: "literal" | "code";
  readonly text: string;
}

/** The first section of a format, cut into literals and codes; padding and colours are left out. */
function piecesOf(format: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const tokens =
    /"([^"]*)"|\\(.)|!(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[(?:h+|m+|s+)\]|\[[^\]]*\]|(;)|General|G\/通用格式|[\s\S]/giu;
  for (const match of format.matchAll(tokens)) {
    const [whole, quoted, escaped, banged, currency, section] = match;
    if (section !== undefined) break;
    const literal = quoted ?? escaped ?? banged ?? currency;
    if (literal !== undefined) pieces.push({ kind: "literal", text: literal });
    else if (/^[_*]./u.test(whole) || (whole.startsWith("[") && !/^\[[hms]+\]$/iu.test(whole))) continue;
    else pieces.push({ kind: "code", text: whole });
  }
  return pieces;
}

const PLAIN: ShownBy = (decimal) => decimal;

/** Letters of days and times; `e` is the year of East Asian formats, `b` the Buddhist one. */
const isDateCode = ({ kind, text }: Piece): boolean => kind === "code" && /^(?:[ymdhsea]|\[[hms]+\])$/iu.test(text);

const isDigit = ({ kind, text }: Piece): boolean => kind === "code" && /^[0#?]$/u.test(text);

const pad = (number: number, length: number): string => String(number).padStart(length, "0");

/** A day as its format writes it; a format with names of weekdays or months is shown as the plain day instead. */
function dayText(pieces: readonly Piece[], at: DayAndTime): string {
  const hasTime = at.hour + at.minute + at.second > 0;
  const plain = isoDay(at) + (hasTime ? ` ${pad(at.hour, 2)}:${pad(at.minute, 2)}:${pad(at.second, 2)}` : "");
  const runs: { readonly code: string; readonly length: number }[] = [];
  for (const { kind, text } of pieces) {
    const last = runs.at(-1);
    const code = kind === "code" ? text.toLowerCase() : `"${text}`;
    if (last !== undefined && last.code === code && /^[a-z]$/u.test(code)) {
      runs[runs.length - 1] = { code, length: last.length + 1 };
    } else {
      runs.push({ code, length: 1 });
    }
  }
  let text = "";
  let afterHour = false;
  for (const [index, { code, length }] of runs.entries()) {
    const following = runs.slice(index + 1).find((run) => /^[a-z]$/u.test(run.code))?.code;
    const isMinute = code === "m" && (afterHour || following === "s");
    if (code.startsWith('"')) text += code.slice(1);
    else if (code === "y" || code === "e") text += length === 2 ? pad(at.year % 100, 2) : String(at.year);
    else if (code === "m" && length > 2) return plain;
    else if (code === "m") text += pad(isMinute ? at.minute : at.month, length);
    else if (code === "d" && length > 2) return plain;
    else if (code === "d") text += pad(at.day, length);
    else if (code === "h") text += pad(at.hour, length);
    else if (code === "s") text += pad(at.second, length);
    else if (/^[a-z[]/u.test(code)) return plain;
    else text += code;
    if (/^[a-z]$/u.test(code)) afterHour = code === "h";
  }
  return text;
}

function shownByDate(pieces: readonly Piece[]): ShownBy {
  const hasDay = pieces.some(({ kind, text }) => kind === "code" && /^[yde]$/iu.test(text));
  return (decimal, system) => {
    const at = dayOfSerial(decimal, system);
    if (at === null || !hasDay) return decimal;
    const isWholeDay = at.hour + at.minute + at.second === 0;
    return { kind: "date", iso: isWholeDay ? isoDay(at) : null, text: dayText(pieces, at) };
  };
}

/** What stands before and behind the digits, as a person reads it. */
function affixes(pieces: readonly Piece[]): { readonly before: string; readonly behind: string } {
  const first = pieces.findIndex(isDigit);
  const last = pieces.length - 1 - [...pieces].reverse().findIndex(isDigit);
  const said = (some: readonly Piece[]) =>
    some
      .filter(({ kind, text }) => kind === "literal" || /^[^\d#?.,%E+\-/():\s@]$/iu.test(text))
      .map(({ text }) => text)
      .join("")
      .trim();
  return { before: said(pieces.slice(0, first)), behind: said(pieces.slice(last + 1)) };
}

function shownByFormat(format: string): ShownBy {
  if (/^\s*(?:General|G\/通用格式|@)?\s*$/iu.test(format)) return PLAIN;
  const pieces = piecesOf(format);
  if (pieces.some(({ kind, text }) => kind === "code" && /^(?:General|G\/通用格式)$/iu.test(text))) {
    return pieces.length === 1 ? PLAIN : withAffixes(pieces, (decimal) => decimal);
  }
  if (!pieces.some(isDigit)) return pieces.some(isDateCode) ? shownByDate(pieces) : PLAIN;
  const digits = pieces.filter(({ kind }) => kind === "code").map(({ text }) => text);
  const codes = digits.join("");
  // A comma right behind the digits, or a condition: the number that is shown is another than the one that is kept.
  if (/[0#?],+(?![0#?,])/u.test(codes) || /\[[<>=]/u.test(format)) {
    return (decimal) => ({ kind: "structure", text: `${decimal}（${format}）` });
  }
  if (codes.includes("%")) return withAffixes(pieces, (decimal) => `${hundredfold(decimal)}%`);
  if (/^0{2,}$/u.test(codes)) {
    return withAffixes(pieces, (decimal) => (/^\d+$/u.test(decimal) ? decimal.padStart(codes.length, "0") : decimal));
  }
  return withAffixes(pieces, (decimal) => decimal);
}

function withAffixes(pieces: readonly Piece[], shown: (decimal: string) => string): ShownBy {
  const { before, behind } = affixes(pieces);
  if (before === "" && behind === "") return shown;
  return (decimal) => {
    const text = shown(decimal);
    return text.startsWith("-") ? `-${before}${text.slice(1)}${behind}` : `${before}${text}${behind}`;
  };
}

/** By number of the format; `own` are the formats that the workbook declares itself. */
export function shownBy(id: number, own: ReadonlyMap<number, string>): ShownBy {
  const format = own.get(id) ?? BUILT_IN.get(id);
  return format === undefined ? PLAIN : shownByFormat(format);
}
