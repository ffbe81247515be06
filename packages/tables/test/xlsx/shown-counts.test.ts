// Cells of real sheets: the displayed text of a number, and the value that each type of column reads from it.

import { describe, expect, test } from "vitest";
import type { FieldType, Unit } from "@yardstick/language/program";
import { rawReader } from "../../src/cell/reader.js";
import { decimalOfCell } from "../../src/xlsx/decimal-text.js";
import { numberFormat } from "../../src/xlsx/number-format.js";
import type { DateSystem } from "../../src/xlsx/serial-date.js";
import { DATE, FLAG, TEXT, countType, numberType, percentType, sample } from "../sample-program.js";

const time = (name: string): Unit => ({ name, scale: "1", dimension: { [name]: 1 } });
const POINTS: Unit = { name: "分", scale: "1", dimension: { 分: 1 } };

const COLUMNS = {
  number: numberType(),
  points: numberType(POINTS),
  count: countType(),
  percent: percentType(),
  minutes: numberType(time("分钟")),
  hours: numberType(time("小时")),
  seconds: numberType(time("秒")),
  days: numberType(time("天")),
  date: DATE,
  text: TEXT,
  flag: FLAG,
  level: { kind: "level", choice: 0 },
} as const satisfies Readonly<Record<string, FieldType>>;

type Column = keyof typeof COLUMNS;

/** A value or the reason of a failure; after a value the reason of its warning. */
function read(code: string | number, kept: string, column: Column, system: DateSystem = "1900"): unknown {
  const [id, own] = typeof code === "number" ? [code, new Map<number, string>()] : [200, new Map([[200, code]])];
  const format = numberFormat(id, own);
  const cell = kept.startsWith("'") ? format.text(kept.slice(1)) : format.number(decimalOfCell(kept) ?? "", system);
  const reading = rawReader(COLUMNS[column], sample.choices, null, system)(cell);
  if ("reason" in reading) return `! ${reading.reason}`;
  return reading.note === undefined ? reading.cell : [reading.cell, reading.note.reason, reading.note.used];
}

type Row = readonly [code: string | number, kept: string, reads: Readonly<Partial<Record<Column, unknown>>>];

const SECTIONS: readonly Row[] = [
  ['0;-0;"未测"', "0", { number: "! not-a-number", minutes: "! not-a-number", text: "未测", level: "! not-a-level" }],
  ['0;-0;"未测"', "5", { number: "5" }],
  ['0;"作废"', "-3", { number: "! not-a-number", text: "作废" }],
  ["General;General;-;General", "0", { number: "! not-a-number", text: "-" }],
  ["General;General;-;General", "'甲", { text: "甲" }],
  ["0;-0;;@", "0", { number: "! shown-otherwise", text: null, date: "! shown-otherwise", flag: "! shown-otherwise" }],
  ["0;-0;;@", "-7", { number: "-7" }],
  ["0;-0;;@", "'好", { level: 2 }],
  [";;;", "5", { number: "! shown-otherwise", text: null }],
  [";;;", "'好", { level: "! shown-otherwise", text: null }],
  ["#,###", "0", { number: "! shown-otherwise" }],
  ["0;0", "-3", { number: "! shown-otherwise", text: "3" }],
  ["0;[Red]0", "-3", { number: "-3" }],
  ["0.0_);(0.0)", "-3", { number: "-3", text: "(3.0)" }],
  ['"-"0', "3", { number: "! shown-otherwise" }],
  ['0;-0;"无"', "0", { number: "! not-a-number" }],
  ['0"分";-0"分";"缺考"', "0", { points: "! not-a-number", text: "缺考" }],
  ['0"分";-0"分";"缺考"', "85", { points: "85", text: "85分" }],
  ['[>=90]"好";[>=60]"中";"差"', "95", { level: 2, number: "! not-a-number" }],
  ['[>=90]"好";[>=60]"中";"差"', "60", { level: 1 }],
  ['[>=90]"好";[>=60]"中";"差"', "59.9", { level: 0 }],
  ["[<60][Red]0;0", "45", { number: "45" }],
  ["[>100]0", "5", { number: "! unreadable" }],
  ['[=1]"是";[=0]"否";General', "1", { flag: true }],
  ['[=1]"是";[=0]"否";General', "0", { flag: false, number: "! not-a-number" }],
  ['"是";;"否"', "0", { flag: false }],
  ["0.0", "1", { flag: true, text: "1.0" }],
  ['@"号"', "'3", { text: "3号", number: "! not-a-number" }],
  ['@"分"', "'85", { points: "85" }],
];

const DIGITS: readonly Row[] = [
  ['0.0"分"', "89.5", { points: "179/2", number: "! not-a-number", text: "89.5分" }],
  ["0.00", "1.1", { text: "1.10", number: "11/10" }],
  ["000", "7", { text: "007", number: "7" }],
  ["0", "89.6", { number: ["448/5", "digits-not-shown", "89.6"], text: "90" }],
  ["0.00", "0.004", { number: ["1/250", "digits-not-shown", "0.004"] }],
  ["#,##0.00", "1234567.891", { number: ["1234567891/1000", "digits-not-shown", "1234567.891"], text: "1,234,567.89" }],
  ["0.00", "0.30000000000000004", { number: "3/10" }],
  [9, "0.98", { percent: "49/50", number: "! not-a-number", text: "98%" }],
  [9, "0.987", { percent: ["987/1000", "digits-not-shown", "0.987"], text: "99%" }],
  [10, "0.955", { percent: "191/200" }],
  ['0.0"%"', "95", { percent: "19/20" }],
  ["0.0\\%", "95", { percent: "19/20" }],
  ['0"‰"', "5", { percent: "1/200" }],
  ["0.00E+00", "12345", { number: ["12345", "digits-not-shown", "12345"], text: "12345" }],
  ["0.00E+00", "1230", { number: "1230" }],
  [12, "0.5", { number: "1/2", text: "1/2" }],
  [12, "1.25", { number: "5/4", text: "1 1/4" }],
  [12, "0.3", { number: ["3/10", "digits-not-shown", "0.3"], text: "2/7" }],
  ['0,"千"', "12345", { number: "! shown-otherwise", text: "12千" }],
  ['0!.0,"万"', "123456", { number: "! shown-otherwise" }],
  ["000-0000", "1380000", { number: "! shown-otherwise", text: "138-0000" }],
  ["0000-00-00", "20240102", { date: "2024-01-02", number: "! shown-otherwise" }],
  [44, "0", { number: ["0", "digits-not-shown", "0"], text: "-" }],
  [44, "-1234.5", { number: "-2469/2" }],
  ["[DBNum1]0", "12", { number: "12", text: "一二" }],
  ['"第"0"名"', "3", { number: "! not-a-number", text: "第3名" }],
  ['0"人"', "3", { count: "3" }],
  ["@", "7", { number: "7", text: "7" }],
];

const TIMES: readonly Row[] = [
  [
    20,
    "0.027777777777777776",
    {
      minutes: "40",
      hours: "2/3",
      seconds: "2400",
      days: "1/36",
      number: "! is-a-time",
      percent: "! is-a-time",
      text: "0:40",
    },
  ],
  ["h:mm:ss", "0.0451388888888889", { minutes: "65", text: "1:05:00" }],
  ["[h]:mm", "1.0625", { minutes: "1530", days: "17/16", text: "25:30" }],
  ["h:mm", "1.0625", { minutes: "! shown-otherwise", text: "1:30" }],
  ["h:mm", "45293.354", { minutes: "! shown-otherwise", date: "! not-a-date" }],
  ["mm:ss", "0.0177083333333333", { seconds: "1530", text: "25:30" }],
  ["mm:ss", "0.0593750000000000", { seconds: "! shown-otherwise", text: "25:30" }],
  ["mm:ss.0", "0.00238541666666667", { seconds: "2061/10", text: "03:26.1" }],
  ["mm:ss.00", "0.00238541666666667", { seconds: "2061/10", text: "03:26.10" }],
  ["[s].000", "0.0000173726851851852", { seconds: "1501/1000", text: "1.501" }],
  ["h:mm", "0.0280092592592593", { minutes: ["121/3", "digits-not-shown", "0:40:20"], text: "0:40" }],
  [
    "h:mm AM/PM",
    "0.0277777777777778",
    { minutes: ["40", "read-as-duration", "40 分钟"], text: "12:40 AM", number: "! is-a-time" },
  ],
  ["上午/下午h:mm", "0.5625", { text: "下午1:30", number: "! is-a-time" }],
  ['[$-804]上午/下午h"时"mm"分"', "0.354166666666667", { text: "上午8时30分" }],
  ["[$-804]h:mm AM/PM", "0.5625", { text: "1:30 下午" }],
  ['h"小时"mm"分"', "0.0451388888888889", { minutes: "65", text: "1小时05分" }],
  ['[h]"小时"mm"分"', "1.5", { hours: "36", text: "36小时00分" }],
  ['d"天"h"小时"', "1.5", { hours: "36", text: "1天12小时" }],
  ["[m]", "0.0625", { minutes: "90", text: "90" }],
  ['0"分钟"', "40", { minutes: "40" }],
  ['0"小时"00"分"', "130", { minutes: "! shown-otherwise", text: "1小时30分" }],
  ['0.0"小时"', "1.5", { minutes: "90", hours: "3/2" }],
  ["h:mm", "-0.5", { minutes: "! unreadable" }],
  ["yyyy-mm-dd", "45293", { minutes: "! is-a-time", days: "! is-a-time" }],
];

const DAYS: readonly Row[] = [
  ["yyyy-mm-dd hh:mm:ss.000", "45293", { date: "2024-01-02", text: "2024-01-02 00:00:00.000", number: "! is-a-time" }],
  ["yyyy-mm-dd hh:mm:ss.000", "45293.354", { date: "2024-01-02", text: "2024-01-02 08:29:45.600" }],
  ["yyyy/m/d h:mm", "45293.5", { date: "2024-01-02", text: "2024/1/2 12:00" }],
  ['yyyy"年"m"月"d"日"', "45293", { date: "2024-01-02", text: "2024年1月2日", count: "! is-a-time" }],
  ['m"月"d"日"', "45293", { date: ["2024-01-02", "digits-not-shown", "2024-01-02"], text: "1月2日" }],
  ['yyyy"年"m"月"', "45292", { date: ["2024-01-01", "digits-not-shown", "2024-01-01"], text: "2024年1月" }],
  ["yyyy", "45293", { number: "! is-a-time", count: "! is-a-time", text: "2024" }],
  ["[$-804]aaaa", "45293", { text: "星期二" }],
  ["[$-804]yyyy/m/d dddd", "45293", { date: "2024-01-02", text: "2024/1/2 星期二" }],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日"', "45293", { date: "2024-01-02", text: "二〇二四年一月二日" }],
  ["[$-F800]dddd, mmmm dd, yyyy", "45293", { date: "2024-01-02", text: "2024年1月2日" }],
  ["d-mmm-yy", "45293", { date: "2024-01-02", text: "2-Jan-24" }],
  [14, "60", { date: "! not-a-date" }],
  [14, "0", { date: "! not-a-date" }],
  ["General", "45293", { date: "2024-01-02", number: "45293" }],
  ["0", "45293", { date: "2024-01-02" }],
  ["yyyy-mm-dd", "45292.99999999999", { date: "2024-01-02" }],
];

const named = (rows: readonly Row[]) =>
  rows.flatMap(([code, kept, reads]) =>
    Object.entries(reads).map(([column, value]) => [String(code), kept, column as Column, value, code] as const),
  );

describe.each([
  ["sections", SECTIONS],
  ["digits", DIGITS],
  ["times", TIMES],
  ["days", DAYS],
])("%s of formats", (_, rows) => {
  test.each(named(rows))("%s of %s in a column of %s is %j", (_code, kept, column, value, code) => {
    expect(read(code, kept, column)).toEqual(value);
  });
});

test("days that count from 1904 are the same days", () => {
  expect(read(14, "43831", "date", "1904")).toBe("2024-01-02");
  expect(read("yyyy-mm-dd h:mm", "43831.5", "text", "1904")).toBe("2024-01-02 12:00");
  expect(read("[h]:mm", "1.0625", "minutes", "1904")).toEqual("1530");
});
