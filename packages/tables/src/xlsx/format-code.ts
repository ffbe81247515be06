/**
 * Parses a number format of a workbook, such as `[>=90]0.0"分";[Red]-0;"未测";@`, into sections and their pieces.
 */

/** One piece of a section. */
export type Piece =
  | { readonly kind: "literal"; readonly text: string }
  /** A digit placeholder: `0`, `#`, `?`. */
  | { readonly kind: "digit"; readonly text: string }
  | { readonly kind: "point" | "comma" | "percent" | "slash" | "general" | "text" }
  /** `E+`, `E-`. */
  | { readonly kind: "exponent"; readonly text: string }
  /** A run of one letter of dates and times, in lower case: `yyyy`, `mm`, `aaaa`. */
  | { readonly kind: "date"; readonly letter: string; readonly length: number }
  /** `[h]`, `[mm]`, `[s]`: a whole duration in one unit. */
  | { readonly kind: "elapsed"; readonly letter: string; readonly length: number }
  /** Decimals of seconds, `.000`. */
  | { readonly kind: "decimals"; readonly length: number }
  /** `AM/PM`, `A/P`, `上午/下午`. */
  | { readonly kind: "half-day"; readonly text: string };

/** An operator of a condition. */
export type Comparison = "<" | "<=" | ">" | ">=" | "=" | "<>";

/** The condition under which a section applies. */
export interface Condition {
  readonly comparison: Comparison;
  /** Decimal text. */
  readonly bound: string;
}

/** A section of a number format. */
export interface Section {
  readonly pieces: readonly Piece[];
  readonly condition: Condition | null;
  /** Whether the section has a colour, which may replace the sign of negative numbers. */
  readonly isColored: boolean;
  /** Chinese numerals: 1 for 一二三, 2 for 壹贰叁; null for plain digits. */
  readonly numerals: 1 | 2 | null;
  /** Whether the names of days and months are Chinese. */
  readonly isChinese: boolean;
}

const TOKEN =
  /"([^"]*)"?|[\\!]([\s\S])|_([\s\S])?|\*[\s\S]?|\[([^\]]*)\]|(AM\/PM|A\/P|上午\/下午)|(General|G\/通用格式)|(E[+-])(?=[0#?])|(y+|m+|d+|h+|s+|e+|g+|b+|a{3,})|([0#?])|([.,%/@;])|[\s\S]/giu;

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/u;
const CURRENCY = /^\$([^-]*)(?:-([0-9A-Fa-f]+))?/u;
const NUMERALS = /^DBNum([123])$/iu;
const ELAPSED = /^(h+|m+|s+)$/iu;
/** Locales in which days and months have Chinese names, by their last four digits. */
const CHINESE = /(?:0804|0404|0c04|1004|1404)$/iu;
/** The long date and the time in the format of the operating system. */
const SYSTEM_DATE = /^F800$/iu;
const SYSTEM_TIME = /^F400$/iu;

const SIGNS = { ".": "point", ",": "comma", "%": "percent", "/": "slash", "@": "text" } as const;

class SectionBuilder {
  private readonly pieces: Piece[] = [];
  private condition: Condition | null = null;
  private isColored = false;
  private numerals: 1 | 2 | null = null;
  private isChinese = false;
  private system: string | null = null;

  add(piece: Piece): void {
    this.pieces.push(piece);
  }

  literal(text: string): void {
    const last = this.pieces.at(-1);
    if (last?.kind === "literal") this.pieces[this.pieces.length - 1] = { kind: "literal", text: last.text + text };
    else if (text !== "") this.pieces.push({ kind: "literal", text });
  }

  /** Adds the content of square brackets: a condition, an elapsed time, a currency or locale, numerals, or a colour. */
  bracket(inside: string): void {
    const condition = CONDITION.exec(inside.trim());
    const currency = CURRENCY.exec(inside);
    const numerals = NUMERALS.exec(inside);
    if (condition !== null) {
      this.condition = { comparison: condition[1] as Comparison, bound: condition[2] ?? "0" };
    } else if (ELAPSED.test(inside)) {
      this.add({ kind: "elapsed", letter: (inside[0] ?? "h").toLowerCase(), length: inside.length });
    } else if (currency !== null) {
      const [, symbol = "", locale = ""] = currency;
      this.literal(symbol);
      this.isChinese ||= CHINESE.test(locale.padStart(4, "0"));
      if (SYSTEM_DATE.test(locale) || SYSTEM_TIME.test(locale)) this.system = locale.toUpperCase();
    } else if (numerals !== null) {
      this.numerals = numerals[1] === "2" ? 2 : 1;
      this.isChinese = true;
    } else {
      this.isColored = true;
    }
  }

  finished(): Section {
    const { condition, isColored, numerals, isChinese } = this;
    return { pieces: this.shaped(), condition, isColored, numerals, isChinese };
  }

  /** The pieces. In a section of dates or times a point and zeros after the seconds are their decimals; other signs are literals. */
  private shaped(): readonly Piece[] {
    if (this.system !== null) return this.system === "F800" ? LONG_DATE : LONG_TIME;
    const isTime = this.pieces.some(({ kind }) => kind === "date" || kind === "elapsed" || kind === "half-day");
    if (!isTime) return this.pieces;
    const shaped: Piece[] = [];
    for (let at = 0; at < this.pieces.length; at++) {
      const piece = this.pieces[at] as Piece;
      const before = shaped.at(-1);
      const isAfterSeconds = (before?.kind === "date" || before?.kind === "elapsed") && before.letter === "s";
      if (piece.kind === "point" && isAfterSeconds) {
        let length = 0;
        while (isZero(this.pieces[at + 1 + length])) length++;
        if (length > 0) {
          shaped.push({ kind: "decimals", length });
          at += length;
          continue;
        }
      }
      const sign = piece.kind === "point" ? "." : piece.kind === "comma" ? "," : piece.kind === "slash" ? "/" : null;
      shaped.push(sign === null ? piece : { kind: "literal", text: sign });
    }
    return shaped;
  }
}

const isZero = (piece: Piece | undefined): boolean => piece?.kind === "digit" && piece.text === "0";

const date = (letter: string, length = 1): Piece => ({ kind: "date", letter, length });
const literal = (text: string): Piece => ({ kind: "literal", text });
const LONG_DATE: readonly Piece[] = [date("y", 4), literal("年"), date("m"), literal("月"), date("d"), literal("日")];
const LONG_TIME: readonly Piece[] = [date("h"), literal(":"), date("m", 2), literal(":"), date("s", 2)];

/** Parses a format into its sections, at least one. */
export function sectionsOf(format: string): readonly Section[] {
  const sections: Section[] = [];
  let builder = new SectionBuilder();
  for (const match of format.matchAll(TOKEN)) {
    const [whole, quoted, escaped, padding, bracket, halfDay, general, exponent, letters, digit, sign] = match;
    if (sign === ";") {
      sections.push(builder.finished());
      builder = new SectionBuilder();
    } else if (bracket !== undefined) builder.bracket(bracket);
    else if (halfDay !== undefined) builder.add({ kind: "half-day", text: halfDay });
    else if (general !== undefined) builder.add({ kind: "general" });
    else if (exponent !== undefined) builder.add({ kind: "exponent", text: exponent });
    else if (letters !== undefined) {
      builder.add({ kind: "date", letter: (letters[0] ?? "").toLowerCase(), length: letters.length });
    } else if (digit !== undefined) builder.add({ kind: "digit", text: digit });
    else if (sign !== undefined) builder.add({ kind: SIGNS[sign as keyof typeof SIGNS] });
    else if (padding !== undefined) builder.literal(" ");
    else if (quoted !== undefined || escaped !== undefined) builder.literal(quoted ?? escaped ?? "");
    else if (!/^[_*]/u.test(whole)) builder.literal(whole);
  }
  sections.push(builder.finished());
  return sections;
}
