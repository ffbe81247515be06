import { decimal as exact } from "@yardstick/exact";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Cell } from "@yardstick/engine";
import { readTables, sheetNames, writeWorkbook } from "../src/index.js";
import { csvLines, plainInCsv, textInCsv } from "../src/csv-text.js";
import type { BookCell } from "../src/write/book.js";
import { WRITTEN_ENCODINGS, encode } from "./encode.js";
import { sample } from "./sample-program.js";
import { runs } from "../../../test/properties.js";

/** One subject with the values that its cells must be read back as. */
interface Row {
  readonly key: string;
  readonly amount: string | null;
  readonly count: number | null;
  readonly percent: string | null;
  readonly flag: boolean | null;
  readonly level: number | null;
  readonly remark: string | null;
}

const LEVELS = ["差", "中", "好"];

/** Arbitrary text in characters that every encoding has; not blank, and without surrounding spaces. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."学校社区表扬甲乙丙，。；：“”（）、·—…％＋－＝＠①√㐀𠮷"),
      fc.constantFrom(..."abcXYZ019 =+-@'\",;\t/\\|<>&#_%.()[]{}*?!:"),
      fc.constantFrom("\n", "=1+1", "_x0041_", "'=", "''", "&amp;", "]]>", "café", "é"),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join("").trim().normalize("NFC"))
  .filter((whole) => whole !== "" && !/^#[A-Z/0!?]+$/u.test(whole));

/** Decimal text: small, large, long, negative, with trailing zeros. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat({ max: 12 }))
  .map(([negative, digits, scale]) => {
    const whole = digits.toString().padStart(scale + 1, "0");
    const unsigned = scale === 0 ? whole : `${whole.slice(0, -scale)}.${whole.slice(-scale)}`;
    return negative ? `-${unsigned}` : unsigned;
  });

const row = fc.record<Row>({
  key: text,
  amount: fc.option(decimal),
  count: fc.option(fc.nat()),
  percent: fc.option(
    fc.nat({ max: 10_000 }).map((parts) => `${Math.floor(parts / 100)}.${String(parts % 100).padStart(2, "0")}`),
  ),
  flag: fc.option(fc.boolean()),
  level: fc.option(fc.nat({ max: 2 })),
  remark: fc.option(text),
});
/** Keys without those that could be a remark below the table or a total. */
const rows = fc.uniqueArray(row, {
  minLength: 1,
  maxLength: 6,
  selector: ({ key }) => key.normalize("NFKC").replace(/\s+/gu, " "),
});

const HEADERS = ["名称", "年度", "招商完成", "违规", "满意率", "不团结", "档次", "备注"];

function expectedColumns(all: readonly Row[]): readonly (readonly Cell[])[] {
  return [
    all.map(({ key }) => key),
    all.map(() => "2008"),
    all.map(({ amount }) => (amount === null ? null : exact(amount).mul(10_000).toString())),
    all.map(({ count }) => (count === null ? null : String(count))),
    all.map(({ percent }) => (percent === null ? null : exact(percent).div(100).toString())),
    all.map(({ flag }) => flag),
    all.map(({ level }) => level),
    all.map(({ remark }) => remark),
  ];
}

function csvOf(all: readonly Row[]): string {
  const lines = all.map(({ key, amount, count, percent, flag, level, remark }) => [
    textInCsv(key),
    "2008",
    plainInCsv(amount ?? ""),
    count === null ? "" : String(count),
    percent === null ? "" : `${percent}%`,
    flag === null ? "" : flag ? "是" : "否",
    level === null ? "" : (LEVELS[level] ?? ""),
    textInCsv(remark ?? ""),
  ]);
  return csvLines([HEADERS, ...lines]);
}

function bookRows(all: readonly Row[]): readonly (readonly (BookCell | null)[])[] {
  const textCell = (said: string | null): BookCell | null =>
    said === null ? null : { value: { kind: "text", text: said } };
  return all.map(({ key, amount, count, percent, flag, level, remark }) => [
    textCell(key),
    { value: { kind: "number", decimal: "2008" } },
    amount === null ? null : { value: { kind: "number", decimal: amount } },
    count === null ? null : { value: { kind: "number", decimal: String(count) } },
    percent === null
      ? null
      : {
          value: { kind: "number", decimal: (Number(percent.replace(".", "")) / 10_000).toFixed(4) },
          format: "percent",
        },
    flag === null ? null : { value: { kind: "flag", holds: flag } },
    textCell(level === null ? null : (LEVELS[level] ?? "")),
    textCell(remark),
  ]);
}

describe("a table that is written and read back", () => {
  test.each(WRITTEN_ENCODINGS)("as CSV in %s is the same, to the last digit", (encoding) => {
    fc.assert(
      fc.property(rows, (all) => {
        const bytes = encode(csvOf(all), encoding);
        const read = readTables(sample, [{ role: "subjects", file: "a.csv", format: "csv", bytes }]);
        expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(read.subjects.columns.slice(0, 8)).toEqual(expectedColumns(all));
      }),
      runs(0.05),
    );
  });

  test("as a workbook is the same, to the last digit, and holds no formula", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const head = HEADERS.map((said): BookCell => ({ value: { kind: "text", text: said } }));
        const sheets = sheetNames(["社区"]).map((name) => ({
          name,
          columns: HEADERS.map(() => ({ width: 10 })),
          rows: [head, ...bookRows(all)],
        }));
        const bytes = await writeWorkbook({ title: "样例", sheets });
        expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toMatch(/<f[\s>]/u);
        const read = readTables(sample, [{ role: "subjects", file: "a.xlsx", format: "xlsx", bytes }]);
        expect(read.problems.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(read.subjects.columns.slice(0, 8)).toEqual(expectedColumns(all));
      }),
      runs(0.05),
    );
  });
});
