/**
 * Applies a number format to a cell: the text that the sheet shows, and the value that a column of numbers reads. What is shown decides:
 * the section is chosen by the number, a section without digits is a text, and dates and times are not numbers. A number that is shown
 * with fewer digits than are stored is read with all stored digits.
 */
import { parseDecimal, type Rational } from "@yardstick/exact";
import type { RawCell } from "../raw-table.js";
import type { Comparison, Condition, Section } from "./format-code.js";
import { sectionsOf } from "./format-code.js";
import { shownNumber } from "./format-number.js";
import { isTimeSection, timeFormatter } from "./format-time.js";
import type { DateSystem } from "./serial-date.js";

/** A number format, applied to the stored value of a cell. */
export interface NumberFormat {
  /** The raw cell of a stored number, given as decimal text. */
  readonly number: (decimal: string, system: DateSystem) => RawCell;
  /** The raw cell of a stored text. */
  readonly text: (text: string) => RawCell;
}

/** The built-in formats by number, as in Chinese Excel. */
const YEAR_MONTH = 'yyyy"年"m"月"';
const MONTH_DAY = 'm"月"d"日"';
const HOUR_MINUTE = 'h"时"mm"分"';
const ACCOUNTING = (digits: string) => `_ * ${digits}_ ;_ * \\-${digits}_ ;_ * "-"??_ ;_ @_ `;
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  ...[5, 6, 37, 38].map((id) => [id, "#,##0_);(#,##0)"] as const),
  ...[7, 8, 39, 40].map((id) => [id, "#,##0.00_);(#,##0.00)"] as const),
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "yyyy-mm-dd"],
  [16, "m-d"],
  [17, "yyyy-mm"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  ...[27, 36, 50, 52, 57].map((id) => [id, YEAR_MONTH] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, MONTH_DAY] as const),
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, HOUR_MINUTE],
  [33, `${HOUR_MINUTE}ss"秒"`],
  ...[34, 55].map((id) => [id, `上午/下午${HOUR_MINUTE}`] as const),
  ...[35, 56].map((id) => [id, `上午/下午${HOUR_MINUTE}ss"秒"`] as const),
  [41, ACCOUNTING("#,##0")],
  [42, ACCOUNTING("#,##0")],
  [43, ACCOUNTING("#,##0.00")],
  [44, ACCOUNTING("#,##0.00")],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

const holds: Readonly<Record<Comparison, (value: number, bound: number) => boolean>> = {
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound,
  "=": (value, bound) => value === bound,
  "<>": (value, bound) => value !== bound,
};

const ABOVE: Condition = { comparison: ">", bound: "0" };
const FROM: Condition = { comparison: ">=", bound: "0" };
const BELOW: Condition = { comparison: "<", bound: "0" };

/** The condition of each section for numbers; null matches every number left by the sections before. */
function conditionsOf(sections: readonly Section[]): readonly (Condition | null)[] {
  const [first, second] = sections;
  switch (sections.length) {
    case 1:
      return [first?.condition ?? null];
    case 2:
      return [first?.condition ?? (second?.condition == null ? FROM : ABOVE), second?.condition ?? null];
    default:
      return [first?.condition ?? ABOVE, second?.condition ?? BELOW, null];
  }
}

/** Index of the first condition that a number meets; -1 where it meets none. Doubles are compared, as in the spreadsheet. */
function chosen(conditions: readonly (Condition | null)[], value: number): number {
  return conditions.findIndex(
    (condition) => condition === null || holds[condition.comparison](value, Number(condition.bound)),
  );
}

/** Whether the section applies only to negative numbers, which it shows without their sign. */
function isForNegatives(conditions: readonly (Condition | null)[], index: number): boolean {
  const bounds = conditions.flatMap((condition) => (condition === null ? [] : [Number(condition.bound)]));
  const tried = [0, 1, ...bounds, ...bounds.map((bound) => bound + 1), ...bounds.map((bound) => bound - 1)];
  return conditions.length > 1 && !tried.some((value) => value >= 0 && chosen(conditions, value) === index);
}

/** Signs of a negative number in the literals before it. */
const MINUS = /[-−－]|[(（]/u;
const MINUS_SIGNS = /^[-−－(（]+/u;

/** The raw cell of a number in a section with digits, with its sign and the literals around it. */
function numberCell(section: Section, value: Rational, decimal: string, dropsSign: boolean): RawCell {
  const shown = shownNumber(section, value);
  const isNegative = value.compare(0) < 0;
  // A number rounded to zero is shown without its sign.
  const isShownAsZero = !/[1-9]/u.test(shown.text) && section.numerals === null;
  const text = `${isNegative && !dropsSign && !isShownAsZero ? "-" : ""}${shown.text}`.trim();
  const hasMinus = MINUS.test(shown.before);
  const isZero = !/[1-9]/u.test(decimal);
  // The shown text must have the sign of the number: `0;0` shows -3 as 3, and `"-"0` shows 3 as -3.
  const isSignShown = isNegative ? !dropsSign || hasMinus || section.isColored : !hasMinus || isZero;
  const isOther =
    shown.exact === null ||
    !isSignShown ||
    text === "" ||
    /\d[.,]?$/u.test(shown.before) ||
    /^[.,]?\d/u.test(shown.behind);
  if (isOther) return { kind: "formatted", text, exact: null, kept: decimal, isRounded: false };
  const before = hasMinus ? shown.before.replace(MINUS_SIGNS, "") : shown.before;
  const behind = hasMinus ? shown.behind.replace(/^[)）]/u, "") : shown.behind;
  const exact = `${isNegative && !isZero ? "-" : ""}${before}${shown.exact ?? ""}${behind}`;
  if (exact === text) return text;
  // An accounting format shows 0 as a dash.
  const showsDigits = /\d/u.test(text) || section.numerals !== null;
  return { kind: "formatted", text, exact, kept: decimal, isRounded: shown.isRounded || !showsDigits };
}

type Formatter = NumberFormat["number"];

function formatterOf(section: Section, dropsSign: boolean, format: string): Formatter {
  const { pieces } = section;
  if (isTimeSection(section)) return timeFormatter(section, format);
  if (pieces.some(({ kind }) => kind === "digit" || kind === "general")) {
    const isPlain = pieces.length === 1 && pieces[0]?.kind === "general" && !dropsSign && section.numerals === null;
    return (decimal) => {
      const value = isPlain ? null : parseDecimal(decimal);
      return value === null ? decimal : numberCell(section, value, decimal, dropsSign);
    };
  }
  const text = textOf(section, "");
  return (decimal) => {
    const shown = text !== "" && decimal.startsWith("-") && !dropsSign ? `-${text}` : text;
    return { kind: "formatted", text: shown, exact: null, kept: decimal, isRounded: false };
  };
}

/** The text of a section, with `text` in place of `@`. */
function textOf({ pieces }: Section, text: string): string {
  return pieces
    .map((piece) =>
      piece.kind === "text" || piece.kind === "general"
        ? text
        : piece.kind === "literal"
          ? piece.text
          : piece.kind === "percent"
            ? "%"
            : "",
    )
    .join("")
    .trim();
}

const isText = ({ pieces }: Section): boolean => pieces.some(({ kind }) => kind === "text");

function formatOf(format: string): NumberFormat {
  const sections = sectionsOf(format);
  // The last section may be the one for texts.
  const last = sections.at(-1);
  const textSection = sections.length === 4 ? sections[3] : last !== undefined && isText(last) ? last : undefined;
  const numeric = sections.slice(0, 3).filter((section) => section !== textSection);
  const text = (written: string): RawCell => {
    if (textSection === undefined) return written;
    const shown = textOf(textSection, written);
    if (shown === written.trim()) return written;
    return { kind: "formatted", text: shown, exact: shown === "" ? null : shown, kept: written, isRounded: false };
  };
  if (numeric.length === 0) return { number: (decimal) => decimal, text };
  const conditions = conditionsOf(numeric);
  const formatters = numeric.map((section, index) => formatterOf(section, isForNegatives(conditions, index), format));
  const number: Formatter = (decimal, system) => {
    const formatter = formatters[chosen(conditions, Number(decimal))];
    // The sheet shows #### for a number that no section applies to.
    return formatter === undefined
      ? { kind: "structure", text: `${decimal}（${format}）` }
      : formatter(decimal, system);
  };
  return { number, text };
}

const GENERAL: NumberFormat = { number: (decimal) => decimal, text: (text) => text };

/** The format with this number; `own` are the formats that the workbook declares. */
export function numberFormat(id: number, own: ReadonlyMap<number, string>): NumberFormat {
  const format = own.get(id) ?? BUILT_IN.get(id);
  return format === undefined || format.trim() === "" ? GENERAL : formatOf(format);
}
