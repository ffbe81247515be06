import { describe, expect, test } from "vitest";
import type { FieldType } from "@yardstick/language/program";
import { rawReader } from "../../src/cell/reader.js";
import type { RawCell } from "../../src/raw-table.js";
import {
  DATE,
  FLAG,
  PERIOD,
  PIECE,
  TEXT,
  WAN_YUAN,
  YUAN,
  countType,
  numberType,
  percentType,
  sample,
} from "../sample-program.js";

/** The value of a cell, or the reason why it has none. */
function read(type: FieldType, raw: RawCell, columnScale: string | null = null): unknown {
  const reading = rawReader(type, sample.choices, columnScale)(raw);
  return "cell" in reading ? reading.cell : reading.reason;
}
const json = (token: string): RawCell => ({ kind: "number", token });

describe("numbers", () => {
  test.each([
    ["1,234", "1234"],
    ["12,345,678.90", "123456789/10"],
    ["１２．５", "25/2"],
    ["１，２３４", "1234"],
    [" 7　", "7"],
    ["-3", "-3"],
    ["－3", "-3"],
    ["−3", "-3"],
    ["+3", "3"],
    [".5", "1/2"],
    ["007", "7"],
    ["0.1", "1/10"],
    ["3万", "30000"],
    ["1.2亿", "120000000"],
    ["3 次", "3"],
    ["99999999999999999999.01", "9999999999999999999901/100"],
  ])("%s in a column without a unit is %s", (text, value) => {
    expect(read(numberType(), text)).toEqual(value);
  });

  test.each([
    ["￥9,876.00", "9876"],
    ["¥ -5", "-5"],
    ["-￥5", "-5"],
    ["3万", "30000"],
    ["3万元", "30000"],
    ["450元", "450"],
  ])("%s in a column of 元 is %s yuan", (text, value) => {
    expect(read(numberType(YUAN), text)).toEqual(value);
  });

  test.each([
    ["450", "4500000"],
    ["450万元", "4500000"],
    ["450 万", "4500000"],
    ["0.5亿元", "50000000"],
    ["4500000元", "4500000"],
    ["1,398.00", "13980000"],
  ])("%s in a column of 万元 is %s yuan", (text, value) => {
    expect(read(numberType(WAN_YUAN), text)).toEqual(value);
  });

  test("a currency sign in a column of 万元 is refused, since it may mean either unit", () => {
    for (const text of ["￥3", "¥-3", "-￥3", "￥1,200.50", "¥3万元"]) {
      expect(read(numberType(WAN_YUAN), text)).toEqual("not-a-number");
      // Also where only the heading is in 万元.
      expect(read(numberType(YUAN), text, "10000")).toEqual("not-a-number");
    }
  });

  test.each([
    "—",
    "-",
    "/",
    "无",
    "#N/A",
    "三次",
    "1,23",
    "0,123",
    "1,2345",
    "1.2.3",
    "12%",
    "1.2E+05",
    "约3",
    "(5)",
    "①",
    "5²",
    "½",
    "3件5",
    "NaN",
    "Infinity",
  ])("%s is not a number, and not zero", (text) => {
    expect(read(numberType(), text)).toEqual("not-a-number");
  });

  test("a unit of another measure is refused", () => {
    expect(read(countType(PIECE), "3次")).toEqual("not-a-number");
    expect(read(countType(PIECE), "3件")).toEqual("3");
    expect(read(numberType(YUAN), "3分")).toEqual("not-a-number");
  });

  test("a blank is missing, with any spaces", () => {
    for (const blank of ["", " ", "\u3000\u3000", "\t", "\u00a0", "\u200b"])
      expect(read(numberType(), blank)).toBeNull();
  });

  test("a number of absurd length is refused at once", () => {
    expect(read(numberType(), "9".repeat(100_000))).toEqual("not-a-number");
    expect(read(numberType(), json("1e999999999"))).toEqual("not-a-number");
  });
});

describe("numbers of JSON", () => {
  test("keep every digit that a binary float would lose", () => {
    expect(read(numberType(), json("0.1"))).toEqual("1/10");
    expect(read(numberType(), json("9007199254740993"))).toEqual("9007199254740993");
    expect(read(numberType(WAN_YUAN), json("1.15"))).toEqual("11500");
  });
  test("may have an exponent", () => {
    expect(read(numberType(), json("1.5e3"))).toEqual("1500");
    expect(read(numberType(), json("15E-1"))).toEqual("3/2");
  });
  test("are texts where the field is a text", () => {
    expect(read(TEXT, json("2008"))).toEqual("2008");
  });
});

describe("ranges", () => {
  test("a count is whole and not below zero", () => {
    expect(read(countType(), "2.5")).toEqual("not-whole");
    expect(read(countType(), "2.0")).toEqual("2");
    expect(read(countType(), "-1")).toEqual("out-of-range");
  });
  test("both ends of a range belong to it", () => {
    const range = numberType(WAN_YUAN, "10000", "50000");
    expect(read(range, "1")).toEqual("10000");
    expect(read(range, "5")).toEqual("50000");
    expect(read(range, "0.99")).toEqual("out-of-range");
    expect(read(range, "5.01")).toEqual("out-of-range");
  });
  test("the bounds are reported in the unit of the field", () => {
    const reading = rawReader(numberType(WAN_YUAN, "10000", "50000"), [], null)("9");
    expect(reading).toEqual({ reason: "out-of-range", expected: ["1 万元", "5 万元"] });
    expect(rawReader(percentType("0", "1"), [], null)("101%")).toEqual({
      reason: "out-of-range",
      expected: ["0%", "100%"],
    });
  });
});

describe("percentages", () => {
  test.each([
    ["12%", "3/25"],
    ["１２．５％", "1/8"],
    ["12 ‰", "3/250"],
    ["0", "0"],
    ["0.00", "0"],
    ["100%", "1"],
  ])("%s is %s", (text, value) => {
    expect(read(percentType(), text)).toEqual(value);
  });
  test.each(["95", "0.95", "—", "￥5%", "5个百分点"])("%s has no definite unit", (text) => {
    expect(read(percentType(), text)).toEqual("not-a-percent");
  });
  test("a bare number has the unit of its header", () => {
    expect(read(percentType(), "95", "1/100")).toEqual("19/20");
    expect(read(percentType(), json("0.95"))).toEqual("not-a-percent");
  });
});

describe("flags", () => {
  test("yes in all its forms", () => {
    for (const yes of ["是", "√", "✓", "Yes", "Y", "TRUE", "1", "１", true, json("1")])
      expect(read(FLAG, yes)).toEqual(true);
  });
  test("no in all its forms", () => {
    for (const no of ["否", "×", "no", "N", "false", "0", false, json("0")]) expect(read(FLAG, no)).toEqual(false);
  });
  test.each(["无", "有", "—", "2", "不详"])("%s is neither", (text) => {
    expect(read(FLAG, text)).toEqual("not-a-flag");
  });
});

describe("dates", () => {
  test.each([
    "2024年1月2日",
    "2024/1/2",
    "2024-01-02",
    "2024.1.2",
    "20240102",
    "２０２４／１／２",
    "2024/1/2 0:00",
    "2024-01-02T00:00:00",
  ])("%s is the second of January", (text) => {
    expect(read(DATE, text)).toEqual("2024-01-02");
  });
  test.each(["1/2/2024", "24-1-2", "2024-2-30", "2023-02-29", "2024/13/1", "2024年1月", "45293", "—", "2024-1/2"])(
    "%s is no date",
    (text) => {
      expect(read(DATE, text)).toEqual("not-a-date");
    },
  );
  test("leap days exist every fourth year but in three centuries of four", () => {
    expect(read(DATE, "2024-02-29")).toEqual("2024-02-29");
    expect(read(DATE, "2000-02-29")).toEqual("2000-02-29");
    expect(read(DATE, "1900-02-29")).toEqual("not-a-date");
  });
  test("a bare JSON number is not a date", () => {
    expect(read(DATE, json("20240102"))).toEqual("not-a-date");
  });
});

describe("levels, texts and periods", () => {
  const level: FieldType = { kind: "level", choice: 0 };
  test("a level is its index, worst first", () => {
    expect(read(level, " 好 ")).toEqual(2);
    expect(read(level, "差")).toEqual(0);
  });
  test("another word is not a level, and the levels are reported", () => {
    expect(rawReader(level, sample.choices, null)("优")).toEqual({
      reason: "not-a-level",
      expected: ["差", "中", "好"],
    });
  });
  test("a text is trimmed but keeps its widths", () => {
    expect(read(TEXT, "　材料（迟报） ")).toEqual("材料（迟报）");
  });
  test("a period folds its digits", () => {
    expect(read(PERIOD, "２００８")).toEqual("2008");
  });
  test("an object or an array is not a cell value", () => {
    expect(read(TEXT, { kind: "structure", text: "{…}" })).toEqual("unreadable");
    expect(read(numberType(), { kind: "rows", entries: [] })).toEqual("unreadable");
  });
});
