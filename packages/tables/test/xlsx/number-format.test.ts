// The texts of number formats, compared with those of a library, and the values that cells with such formats have.

import { format as shownByLibrary } from "numfmt";
import { describe, expect, test } from "vitest";
import type { RawCell } from "../../src/raw-table.js";
import { decimalOfCell } from "../../src/xlsx/decimal-text.js";
import { numberFormat } from "../../src/xlsx/number-format.js";
import type { DateSystem } from "../../src/xlsx/serial-date.js";

const OWN = 164;

function cellIn(code: string, value: number | string, system: DateSystem = "1900"): RawCell {
  const format = numberFormat(OWN, new Map([[OWN, code]]));
  if (typeof value === "string") return format.text(value);
  return format.number(decimalOfCell(String(value)) ?? "", system);
}

function textOf(cell: RawCell): string {
  if (typeof cell === "string") return cell;
  return typeof cell === "object" && cell !== null && "text" in cell ? cell.text : String(cell);
}

const NUMBER_FORMATS = [
  "0",
  "0.0",
  "0.00",
  "#",
  "#.##",
  "0.0#",
  "#,##0",
  "#,##0.00",
  "#,###",
  "0,000.0",
  "000",
  "0000.00",
  "?0.0?",
  "0%",
  "0.00%",
  "0.0\\%",
  '0.0"分"',
  '"第"0"名"',
  "0.00E+00",
  "##0.0E+0",
  "0.0E-0",
  "# ?/?",
  "# ??/??",
  "# ?/8",
  "?/?",
  "#,##0.00_);(#,##0.00)",
  "#,##0.00_);[Red](#,##0.00)",
  '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  '0;-0;"未测"',
  '0;"作废"',
  "0;-0;;@",
  ";;;",
  "0;;",
  '[>=90]"优秀";[>=60]"及格";"不及格"',
  "[>=100]0.0;0.00",
  "[<0]0.00;0",
  '[Red][<60]0;[Blue]0"分"',
  "0,",
  "0.0,,",
  '0.00,"千"',
  "General",
  'General"分"',
  "+0;-0;0",
  "000-0000",
  '0"."0',
  "$#,##0.00",
  "[$¥-804]#,##0.00",
  "0.0;[Red]0.0",
  '"△"0;"▲"0',
];
const NUMBERS = [
  0, 1, 5, -3, 12.5, -12.5, 0.5, 0.05, 0.004, -0.25, 60, 90, 89.995, 1234.567, -1234.567, 1234567.891,
  0.333333333333333, 100, 1e-7, 123456789,
];

const DATE_FORMATS = [
  "yyyy-mm-dd",
  "yyyy/m/d",
  "yy/mm/dd",
  "m/d/yyyy",
  'yyyy"年"m"月"d"日"',
  'm"月"d"日"',
  "yyyy-mm-dd hh:mm:ss",
  "yyyy-mm-dd hh:mm:ss.000",
  "yyyy/m/d h:mm",
  "h:mm",
  "hh:mm:ss",
  "h:mm:ss.0",
  "mm:ss",
  "mm:ss.00",
  "[h]:mm",
  "[h]:mm:ss",
  "[mm]:ss",
  "[ss]",
  "[s].000",
  "h:mm AM/PM",
  "h AM/PM",
  "h:mm:ss A/P",
  'h"时"mm"分"ss"秒"',
  "d",
  "dd",
  "ddd",
  "dddd",
  "mmm",
  "mmmm",
  "mmmmm",
  "d-mmm-yy",
  "mmm d, yyyy",
  "yyyy",
  "m",
  "h",
  "s",
  'd"天"h"小时"',
];
const SERIALS = [
  45293,
  45293.354,
  45293.5,
  45351.999,
  40 / 1440,
  0.5,
  0.999988,
  1.25,
  25.5 / 24,
  36.75,
  59,
  61,
  0.0006944,
  12.345678,
];

/** Where the two differ on purpose: all digits of General are kept, since columns of text and numbers read them. */
const known: ReadonlySet<string> = new Set([
  "General|0.333333333333333",
  "General|1e-7",
  'General"分"|0.333333333333333',
  'General"分"|1e-7',
  // A zero in engineering notation is shown with one digit.
  "##0.0E+0|0",
  // A fraction that is rounded to a whole is carried, as spreadsheets do.
  "# ?/?|89.995",
  "# ??/??|89.995",
  "# ?/8|89.995",
]);

/** The text without alignment spaces, which are not compared. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").replace(/^- /u, "-").trim();

describe("the displayed text of a number format", () => {
  test.each(NUMBER_FORMATS)("of numbers: %s", (code) => {
    for (const value of NUMBERS) {
      if (known.has(`${code}|${value}`)) continue;
      expect([value, plain(textOf(cellIn(code, value)))]).toEqual([
        value,
        plain(shownByLibrary(code, value, { locale: "en", throws: true })),
      ]);
    }
  });
  test.each(DATE_FORMATS)("of days and times: %s", (code) => {
    for (const value of SERIALS) {
      expect([value, plain(textOf(cellIn(code, value)))]).toEqual([
        value,
        plain(shownByLibrary(code, value, { locale: "en" })),
      ]);
    }
  });
});
