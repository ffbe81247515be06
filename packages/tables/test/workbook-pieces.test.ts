// A workbook whose rows are made as they are written has the bytes of one that is written whole.

import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { runs } from "../../../test/properties.js";
import { sheetNames } from "../src/sheet-name.js";
import type { Book, BookCell, BookFormat, BookStyle, BookValue } from "../src/write/book.js";
import { streamedWorkbook } from "../src/write/workbook-pieces.js";
import { writeWorkbook } from "../src/write/write-workbook.js";

const STYLES: readonly BookStyle[] = [
  "title",
  "subtitle",
  "head",
  "cell",
  "strong",
  "faint",
  "section",
  "item",
  "line",
  "quiet",
  "sum",
];
const FORMATS: readonly BookFormat[] = ["general", "text", "percent", "date", "points"];

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", " a ", "a\nb", "a\r\nb\tc", "<&>\"'", "_x0041_", "#N/A", "\u0001", "数据", "😀"),
);
const value: fc.Arbitrary<BookValue | null> = fc.oneof(
  fc.constant(null),
  text.map((of): BookValue => ({ kind: "text", text: of })),
  fc
    .oneof(
      fc.constantFrom("0", "-0.50", "17.80", "12345678901234567890", "0.1234567890123456", "1/3"),
      fc.integer().map(String),
    )
    .map((decimal): BookValue => ({ kind: "number", decimal })),
  fc.constantFrom<BookValue>(
    { kind: "date", iso: "2024-02-29" },
    { kind: "flag", holds: true },
    { kind: "flag", holds: false },
  ),
);
const cell: fc.Arbitrary<BookCell> = fc
  .record({ value, style: fc.option(fc.constantFrom(...STYLES)), format: fc.option(fc.constantFrom(...FORMATS)) })
  .map(({ value: of, style, format }) => ({
    value: of,
    ...(style === null ? {} : { style }),
    ...(format === null ? {} : { format }),
  }));
const book: fc.Arbitrary<Book> = fc
  .record({
    title: fc.string(),
    sheets: fc.array(
      fc.record({
        width: fc.integer({ min: 1, max: 30 }),
        rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 30 }), { maxLength: 6 }),
        frozen: fc.record({ rows: fc.nat(2), columns: fc.nat(2) }),
        isLandscape: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ title, sheets }) => {
    const names = sheetNames(sheets.map((_, at) => `sheet ${at}`));
    return {
      title,
      sheets: sheets.map(({ width, rows, ...other }, at) => ({
        ...other,
        name: names[at]!,
        columns: Array.from({ length: Math.max(width, ...rows.map(({ length }) => length)) }, () => ({ width: 9 })),
        rows,
        merges: [{ top: 0, left: 0, bottom: 0, right: width - 1 }],
      })),
    };
  });

/** The parts in their order. */
const partsOf = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]);

const streamed = ({ title, sheets }: Book) =>
  streamedWorkbook({
    title,
    sheets: sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      height: rows.length,
      rows: rows as readonly BookCell[][],
    })),
  });

describe("a workbook in pieces", () => {
  test("has the parts of one that is written whole", async () => {
    await fc.assert(
      fc.asyncProperty(book, async (any) => {
        expect(partsOf(await streamed(any))).toEqual(partsOf(await writeWorkbook(any)));
      }),
      runs(0.05),
    );
  });

  test("is as long as one that is written whole, and the same whenever it is written", async () => {
    const rows = Array.from({ length: 5000 }, (_, row): BookCell[] => [
      { value: { kind: "text", text: `单位${row}` } },
      { value: { kind: "number", decimal: `${row % 97}.50` }, format: "points" },
    ]);
    const [name] = sheetNames(["结果"]);
    const any: Book = { title: "结果", sheets: [{ name: name!, columns: [{ width: 9 }, { width: 9 }], rows }] };
    vi.useFakeTimers({ now: new Date("2008-05-06T07:08:09Z"), toFake: ["Date"] });
    const bytes = await streamed(any);
    const whole = await writeWorkbook(any);
    vi.setSystemTime(new Date("2009-10-11T12:13:14Z"));
    expect(Buffer.compare(await streamed(any), bytes)).toBe(0);
    expect(Buffer.compare(await writeWorkbook(any), whole)).toBe(0);
    vi.useRealTimers();
    expect(partsOf(whole)).toEqual(partsOf(bytes));
  });

  test("of many rows has the same parts and the same bytes each time, compressed with the effort of the platform or with less", async () => {
    const rows = Array.from({ length: 10_001 }, (_, row): BookCell[] => [
      { value: { kind: "text", text: `单位${row % 1000}` } },
      { value: { kind: "number", decimal: `${row % 97}.50` }, format: "points" },
    ]);
    const [name] = sheetNames(["结果"]);
    const any: Book = { title: "结果", sheets: [{ name: name!, columns: [{ width: 9 }, { width: 9 }], rows }] };
    const bytes = await streamed(any);
    const builtins = vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined as never);
    const usual = await streamed(any);
    builtins.mockRestore();
    expect(Buffer.compare(await streamed(any), bytes)).toBe(0);
    expect(bytes.length).not.toBe(usual.length);
    expect(partsOf(bytes)).toEqual(partsOf(usual));
  });

  test("names a sheet that has more rows than it says", async () => {
    const [name] = sheetNames(["a"]);
    const sheet = { name: name!, columns: [{ width: 9 }], height: 2, rows: [[]] };
    await expect(streamedWorkbook({ title: "", sheets: [sheet] })).rejects.toThrow(
      "the sheet a has 1 rows instead of 2",
    );
  });
});
