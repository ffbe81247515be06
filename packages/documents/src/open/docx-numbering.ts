/** The numbers that a word processor prints before paragraphs: `一、`, `(3)`, `1.2`. */
import { chineseNumeral } from "../words/numerals.js";

/** One level of a list as the file defines it. */
export interface NumberingLevel {
  start: number;
  /** As the file names it: `decimal`, `chineseCounting`, `upperLetter` … */
  format: string;
  /** `%1、`, `(%2)`. */
  text: string;
}

function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let left = Math.min(value, 3999);
  let text = "";
  for (const [size, sign] of parts) {
    while (left >= size) {
      text += sign;
      left -= size;
    }
  }
  return text;
}

function written(value: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "ideographDigital":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return chineseNumeral(value);
    case "upperLetter":
      return String.fromCodePoint(64 + ((value - 1) % 26) + 1);
    case "lowerLetter":
      return String.fromCodePoint(96 + ((value - 1) % 26) + 1);
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case "bullet":
    case "none":
      return "";
    default:
      return String(value);
  }
}

/** Counts the paragraphs of all lists of a document. */
export class Numbering {
  private readonly counters = new Map<string, number[]>();

  constructor(
    private readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, NumberingLevel>>,
    private readonly numbers: ReadonlyMap<
      string,
      { readonly abstract: string; readonly starts: ReadonlyMap<number, number> }
    >,
  ) {}

  /** The number of the next paragraph of a list at a level; empty for bullets and unknown lists. */
  next(id: string, level: number): string {
    const number = this.numbers.get(id);
    const levels = this.abstracts.get(number?.abstract ?? "");
    const own = levels?.get(level);
    if (number === undefined || levels === undefined || own === undefined) return "";
    // Lists of one definition go on counting, unless one says where it starts.
    const key = number.starts.size > 0 ? `own ${id}` : number.abstract;
    const counts = this.counters.get(key) ?? [];
    this.counters.set(key, counts);
    const startOf = (at: number) => number.starts.get(at) ?? levels.get(at)?.start ?? 1;
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
    counts.length = level + 1;
    for (let at = 0; at < level; at++) counts[at] ??= startOf(at);
    return own.format === "bullet"
      ? ""
      : own.text.replaceAll(/%(\d)/gu, (_, digit: string) => {
          const at = Number(digit) - 1;
          return written(counts[at] ?? 1, levels.get(at)?.format ?? "decimal");
        });
  }
}
