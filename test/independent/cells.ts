/**
 * Cells as text to values, by the table and the rules of `docs/tables/how-people-write`. Null: it cannot be read.
 */
import type { FieldType } from "./declared.js";
import { fraction, fractionOf, one, order, times, zero, type Fraction } from "./fraction.js";
import { secondsIn, secondsOf } from "./times.js";
import { dateValue, dayOf, flagValue, isoOf, numberValue, textValue, type Value } from "./value.js";

/** A cell without widths and outer spaces. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[−－]/gu, "-").trim();

/** Whether a cell holds nothing. */
export const isBlankCell = (text: string): boolean => text.trim() === "";

/** Digits with a sign, and thousands grouped correctly or not at all. */
function figure(text: string): Fraction | null {
  const ungrouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text) ? text.replaceAll(",", "") : text;
  return fractionOf(ungrouped);
}

function percentIn(text: string): Fraction | null {
  const match = /^(.*?)\s*([%‰])$/u.exec(text);
  if (match === null) return text === "0" ? zero : null;
  const number = figure(match[1] ?? "");
  return number === null ? null : times(number, fraction(1n, match[2] === "%" ? 100n : 1000n));
}

const money: readonly (readonly [suffix: string, scale: bigint])[] = [
  ["亿元", 100_000_000n],
  ["万元", 10_000n],
  ["元", 1n],
];

function numberIn(text: string, { measure, unit }: Extract<FieldType, { kind: "number" }>): Fraction | null {
  const bare = figure(text);
  if (bare !== null) return times(bare, measure.scale);
  const scaled = (suffix: string, scale: bigint) => {
    const number = text.endsWith(suffix) ? figure(text.slice(0, -suffix.length).trim()) : null;
    return number === null ? null : times(number, fraction(scale));
  };
  const second = unit === null ? null : secondsOf(unit);
  if (second !== null) {
    const time = secondsIn(text, order(second, one) === 0);
    if (time !== null) return times(times(time, { n: second.d, d: second.n }), measure.scale);
  }
  if (measure.kind === "money") {
    for (const [suffix, scale] of money) {
      const number = scaled(suffix, scale);
      if (number !== null) return number;
    }
    if (/^[¥￥]/u.test(text)) return order(measure.scale, one) === 0 ? figure(text.slice(1)) : null;
  }
  const large = scaled("万", 10_000n) ?? scaled("亿", 100_000_000n);
  if (large !== null) return large;
  return unit === null ? null : scaled(unit, 1n) === null ? null : times(scaled(unit, 1n) ?? zero, measure.scale);
}

function dayIn(text: string): number | null {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (match === null) return null;
  const iso = `${match[1] ?? ""}-${(match[2] ?? "").padStart(2, "0")}-${(match[3] ?? "").padStart(2, "0")}`;
  const day = dayOf(iso);
  return Number.isNaN(day) || isoOf(day) !== iso ? null : day;
}

const yes = new Set(["是", "√", "yes", "y", "true", "1"]);
const no = new Set(["否", "×", "no", "n", "false", "0"]);

/** Reads a cell that is not blank. `isJudgement`: 0 lies in every range. */
export function cellValue(cell: string, type: FieldType, isJudgement: boolean): Value | null {
  const text = plain(cell);
  switch (type.kind) {
    case "number": {
      const number = type.isPercent ? percentIn(text) : numberIn(text, type);
      if (number === null || (type.isCount && (number.d !== 1n || number.n < 0n))) return null;
      if (isJudgement && number.n === 0n) return numberValue(number);
      if (type.low !== null && order(number, type.low) < 0) return null;
      if (type.high !== null && order(number, type.high) > 0) return null;
      return numberValue(number);
    }
    case "flag": {
      const word = text.toLowerCase();
      return yes.has(word) ? flagValue(true) : no.has(word) ? flagValue(false) : null;
    }
    case "date": {
      const day = dayIn(text);
      return day === null ? null : dateValue(day);
    }
    case "choice": {
      const rank = type.levels.findIndex((level) => plain(level) === text);
      const name = type.levels[rank];
      return name === undefined ? null : { kind: "level", rank, name, isOrdered: type.isOrdered, isProvisional: false };
    }
    case "text":
    case "period":
      return textValue(cell.trim().normalize("NFC"));
    case "list":
      return null;
  }
}
