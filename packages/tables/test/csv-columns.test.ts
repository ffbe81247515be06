// CSV files are split into columns of codes; the same file parsed as one text into rows is the measure: cells, line numbers, what is set
// aside, problems and their order are the same, in every encoding, whatever is quoted or cut short.

import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { columnsOf, typedColumns } from "@yardstick/engine";
import { assemble } from "../src/assemble.js";
import { parseCsvColumns } from "../src/csv-columns.js";
import { parseCsv } from "../src/csv.js";
import { InputTableList } from "../src/input-tables.js";
import { detectLayout } from "../src/layout.js";
import { DEFAULT_TABLE_LIMITS } from "../src/limits.js";
import { readTables } from "../src/index.js";
import { completed } from "../src/steps.js";
import { RecordBlocks, setCsvVectors } from "../src/vectors/record-blocks.js";
import { headersOfTarget, targetOfRole, targetTitle } from "../src/target.js";
import { runs } from "../../../test/properties.js";
import { encode } from "./encode.js";
import { sample } from "./sample-program.js";
import type { Program } from "@yardstick/language/program";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const rowsOf = (text: string, limits = DEFAULT_TABLE_LIMITS) => {
  const parsed = completed(parseCsvColumns(bytesOf(text), "utf-8", limits));
  if (parsed === null || !("table" in parsed)) return parsed;
  const { columns, delimiter } = parsed.table;
  const rows = Array.from({ length: columns.count }, (_, row) => ({
    row: columns.line(row),
    cells: columns.cells(row),
  }));
  return { table: { rows, merges: [], delimiter } };
};

/** The same file with records read in blocks. */
const inBlocks = <T>(read: () => T): T => {
  setCsvVectors(true, 0);
  try {
    return read();
  } finally {
    setCsvVectors(false);
  }
};

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(",", ",", ",", "\n", "\r\n", "a", "12", "甲", "") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "\r",
      '"',
      '""',
      ";",
      "\t",
      "，",
      "'",
      "'=",
      '="001"',
      " ",
      "\u200b",
      "\ufeff",
      "sep=;",
      "😀",
      "\0",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"x"', '"a,b"', '"a\nb"', '"a\r\nb"', '"say ""x"""', '""', '"=1"', '"\'+1"'),
  },
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("a CSV file split into columns", () => {
  test("has the cells and line numbers of the file parsed as one text", () => {
    let split = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const columns = rowsOf(text);
        if (columns === null) return;
        split += 1;
        expect(columns).toEqual(parseCsv(text, DEFAULT_TABLE_LIMITS));
      }),
      runs(1),
    );
    expect(split).toBeGreaterThan(25);
  });

  // Blocks hold records of equal width, so files are drawn of which most records have it.
  const cellText = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("", "1", "12", "123", "甲", "no", " ", "\u3000", "\0", "a\0", "'=1") },
    { weight: 2, arbitrary: fc.nat(300).map((size) => String(size * 7).padStart(size % 20, "0")) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("sixteen letters!", "seventeen letters", "考核对象名称一二三四五六七八", '"q"', '5"'),
    },
  );
  const lineEnd = fc.oneof(
    { weight: 60, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom("\r", "\n", "\r\n", ",\n", ",,,,,\n") },
  );
  const tableText = fc
    .tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.tuple(fc.array(cellText, { minLength: 5, maxLength: 5 }), lineEnd), { minLength: 1, maxLength: 150 }),
    )
    .map(([width, end, lines]) =>
      lines.map(([cells, odd]) => (odd === "" ? cells.slice(0, width).join(",") + end : odd)).join(""),
    );

  test("has the same cells and line numbers where records are read in blocks", () => {
    const reading = vi.spyOn(RecordBlocks.prototype, "read");
    fc.assert(
      fc.property(tableText, (text) => {
        const columns = inBlocks(() => rowsOf(text));
        expect(columns).toEqual(rowsOf(text));
        if (columns !== null) expect(columns).toEqual(parseCsv(text, DEFAULT_TABLE_LIMITS));
      }),
      runs(0.2),
    );
    const ends = reading.mock.calls.filter(([at], call) => reading.mock.results[call]?.value !== at);
    reading.mockRestore();
    expect(ends.length).toBeGreaterThan(100);
  });

  test("of more cells than tables hold has the same cells read in blocks", () => {
    const rows = 300_000;
    const lines = Array.from({ length: rows }, (_, row) => `u${row},${row % 3 === 0 ? "x" : row % 210_000}\n`);
    const bytes = bytesOf(`a,b\n${lines.join("")}`);
    const read = () => completed(parseCsvColumns(bytes, "utf-8", DEFAULT_TABLE_LIMITS));
    const [one, blocks] = [read(), inBlocks(read)];
    if (one === null || blocks === null || !("table" in one && "table" in blocks)) throw new Error("not split");
    for (const at of one.table.columns.columns.keys()) {
      const cell = (row: number, of = one) => of.table.columns.cell(row, at);
      const different = Array.from({ length: rows + 1 }, (_, row) => row).filter(
        (row) => cell(row) !== cell(row, blocks),
      );
      expect(different).toEqual([]);
    }
  });

  test.each([
    ["a,b\n1,2", "plain"],
    ["\ufeffa,b\r\n1,2\r\n", "a byte order mark and the line ends of Windows"],
    ["a;b\r1;2\r\n3;4\n", "mixed line ends"],
    ['a,b\n"x, ""y""",2\n', "doubled quotes"],
    ['a,b\n"one\r\ntwo",2\n3,4', "a line end in a cell"],
    ["a,b\n1\n\n,\n1,2,3\n4,", "short, blank and long rows"],
    ['编号,名\n="001",\'=甲\n', "notations of spreadsheets"],
    ["a\tb\n1\t2\n", "tabs"],
  ])("%j is split: %s", (text) => {
    expect(rowsOf(text)).toEqual(parseCsv(text, DEFAULT_TABLE_LIMITS));
    expect(rowsOf(text)).not.toBeNull();
    expect(inBlocks(() => rowsOf(text))).toEqual(rowsOf(text));
  });

  test.each(['a,b\n"1,2\n', 'a,b\n"1"x,2\n', 'a,b\n"1" ,2\n', "sep=;\na;b\n", "a，b\n1，2\n", "\ufeff\ufeffa,b\n"])(
    "%j is left to the parser of texts",
    (text) => {
      expect(rowsOf(text)).toBeNull();
    },
  );

  test("with more rows or columns than allowed is too large, blank lines or not", () => {
    const limits = { ...DEFAULT_TABLE_LIMITS, rows: 3, columns: 2 };
    expect(rowsOf("a,b\n1,2\n3,4\n", limits)).toHaveProperty("table");
    expect(rowsOf("a,b\n1,2\n3,4\n5,6\n", limits)).toEqual({ tooLarge: { what: "rows", limit: 3 } });
    expect(rowsOf("a,b\n1,2\n3,4\n\n\n5,6\n", limits)).toEqual({ tooLarge: { what: "rows", limit: 3 } });
    for (const more of ["", "\n", "\n\n\n", "\n\n5,6\n", '\n\n"5",6\n', ",\n,\n,\n5", ",\n,\n,\n,\n"]) {
      const text = `a,b\n1,2\n3,4\n${more}`;
      expect(parseCsv(text, limits)).toEqual(rowsOf(text, limits));
    }
    expect(inBlocks(() => rowsOf("a,b\n1,2\n3,4\n5,6\n", limits))).toEqual({ tooLarge: { what: "rows", limit: 3 } });
    expect(rowsOf("a,b\n1,2,,\n", limits)).toHaveProperty("table");
    expect(rowsOf("a,b\n1,2,3\n", limits)).toBeNull();
  });

  test("does not take memory for each delimiter of a line without cells", () => {
    const limits = { ...DEFAULT_TABLE_LIMITS, columns: 3 };
    const blank = `a,b\n1,2${",".repeat(300_000)}\n${",".repeat(300_000)}\n3,4,, ,\u200b\n`;
    const parsed = completed(parseCsvColumns(bytesOf(blank), "utf-8", limits));
    if (parsed === null || !("table" in parsed)) throw new Error("not split");
    const { columns } = parsed.table;
    expect(columns.columns).toHaveLength(3);
    expect([columns.count, columns.line(2), columns.cells(2).slice(0, 3)]).toEqual([3, 4, ["3", "4", ""]]);
    expect(columns.widths.at(1)).toBe(300_002);
    for (const text of [`${blank}5,6,,x\n`, `${blank}5,6,,"x"\n`]) {
      expect(rowsOf(text, limits)).toBeNull();
      expect(parseCsv(text, limits)).toEqual({ tooLarge: { what: "columns", limit: 3 } });
    }
  });

  test("is left to the parser of texts where rows are far shorter than the widest, first or last", () => {
    const wide = Array.from({ length: 2000 }, (_, column) => `x${column}`).join(",");
    const short = (rows: number) => Array.from({ length: rows }, (_, row) => `u${row}`).join("\n");
    expect(rowsOf(`${wide}\n${short(5000)}\n`)).toHaveProperty("table");
    expect(rowsOf(`${short(5000)}\n${wide}\n`)).toHaveProperty("table");
    expect(rowsOf(`${wide}\n${short(12_000)}\n`)).toBeNull();
    expect(rowsOf(`${short(12_000)}\n${wide}\n`)).toBeNull();
  });

  test("keeps cells apart whatever their hash, and many different ones", () => {
    const lines = Array.from({ length: 200_000 }, (_, row) => `u${row},${row % 300},${row % 70_000}`);
    const text = `a,b,c\n${lines.join("\n")}\n`;
    const parsed = completed(parseCsvColumns(bytesOf(text), "utf-8", DEFAULT_TABLE_LIMITS));
    if (parsed === null || !("table" in parsed)) throw new Error("not split");
    const { columns } = parsed.table;
    for (const row of [1, 2, 255, 256, 65_536, 131_073, 200_000]) {
      expect(columns.cells(row).join(",")).toBe(lines[row - 1]);
    }
    const sums = [1, 2].map((column) => {
      let sum = 0;
      for (let row = 1; row <= lines.length; row += 1) sum += Number(columns.cell(row, column));
      return sum;
    });
    const expected = [300, 70_000].map((size) => lines.reduce((sum, _, row) => sum + (row % size), 0));
    expect(sums).toEqual(expected);
  });
});

/** Programs that compare texts, so that their spellings are unified; with a period and without. */
const compared = {
  ...sample,
  lets: [
    { kind: "field", field: 7 },
    { kind: "row-field", list: 0, column: 0 },
  ],
} as unknown as Program;
const programs = [compared, { ...compared, period: null }];
const SUBJECT_HEADER = "名称,年度,招商完成,违规,满意率,不团结,档次,备注";
const SIDE_HEADER = "名称,年度,事项,日期,数量";
const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const subjectRow = fc
  .tuple(
    of("甲社区", "乙社区", "丙街道", "丁 村", "丁村", "合计", "制表人：张三", "", "名称"),
    of("2008", "2008年", "２００８", "2009", "何时", ""),
    of("450", "450.0", "4500000元", "1350", "大约五百", "", " ", "1/3"),
    of("0", "1", "2件", "-1", "2008-01-02", ""),
    of("98%", "0.98", "９８％", "95", "1", "", "不满意"),
    of("是", "否", "√", "也许", ""),
    of("差", "中", "好", "优", ""),
    of("见附件", "合计", '"无,异议"', "#N/A", ""),
    of("", "", "", ",多出", ","),
  )
  .map((cells) => `${cells.slice(0, -1).join(",")}${cells.at(-1) ?? ""}`);
const sideRow = fc
  .tuple(
    of("甲社区", "乙社区", "甲社 区", "甲社区 ", "已社区", "丙街道", "合计", ""),
    of("2008", "2008年", "2009", "何时", ""),
    of("上访", "上 访", "小计", "", '"处分,一次"'),
    of("2008-01-02", "2008/3/4", "某日", ""),
    of("1", "2.5", "三", "", "1,多"),
  )
  .map((cells) => cells.join(","));
const fileOf = (header: string, row: fc.Arbitrary<string>) =>
  fc
    .tuple(
      of("", "", "考核表\n", "单位：万元\n\n"),
      of(
        header,
        header,
        `${header.replace("满意率", "满意率（%）").replace("备注", "")}`,
        header.split(",").slice(0, 3).join(","),
      ),
      fc.array(row, { maxLength: 12 }),
      of("\n", "\r\n", "\r"),
    )
    .map(([title, names, rows, end]) => `${title}${names}\n${rows.join("\n")}\n`.replaceAll("\n", end));

/** Reads the files as rows that are objects. */
function readAsRows(program: Program, files: readonly { readonly role: "subjects" | "list"; readonly text: string }[]) {
  const input = new InputTableList(program, {});
  for (const { role, text } of files) {
    const target = targetOfRole(program, role, "台账");
    const parsed = parseCsv(text, DEFAULT_TABLE_LIMITS);
    if (target === null || !("table" in parsed)) throw new Error(JSON.stringify(parsed));
    const { found, headerRow, ...raw } = detectLayout(parsed.table, headersOfTarget(program, target), true);
    const location = { table: targetTitle(program, target), file: role, format: "csv" as const, sheet: null };
    const { delimiter } = parsed.table;
    input.put(target, { location, raw, headerRow }, { encoding: null, delimiter, layout: found, unusedSheets: [] });
  }
  return completed(assemble(program, input));
}

describe("tables read from columns", () => {
  test("are those read from rows, with the same problems in the same order", () => {
    fc.assert(
      fc.property(
        of(...programs),
        fileOf(SUBJECT_HEADER, subjectRow),
        fileOf(SIDE_HEADER, sideRow),
        (program, subjects, side) => {
          const files = [
            { role: "subjects" as const, text: subjects },
            { role: "list" as const, text: side },
          ];
          const read = readTables(
            program,
            files.map(({ role, text }) => ({ role, name: "台账", file: role, format: "csv" as const, text })),
          );
          const expected = readAsRows(program, files);
          expect(JSON.stringify(read)).toBe(JSON.stringify(expected));
          expect(typedColumns(program, read)).toEqual(typedColumns(program, expected));
          expect(columnsOf(read).rows).toBe(columnsOf(expected).rows);
        },
      ),
      runs(0.5),
    );
  });

  test.each(["utf-8", "utf-8-mark", "gb18030", "utf-16le"] as const)("are the same from bytes in %s", (encoding) => {
    const rows = ["甲社区,2008,450,1,98%,是,好,无", '乙社区,2008,"1,350",0,97%,否,中,"见\n附件"', "丙,2009,,,,,,"];
    const text = `${SUBJECT_HEADER}\n${rows.join("\n")}\n`;
    const read = readTables(compared, [
      { role: "subjects", file: "subjects", format: "csv", bytes: encode(text, encoding) },
    ]);
    const { subjects, problems } = readAsRows(compared, [{ role: "subjects", text }]);
    expect(JSON.stringify([read.subjects, read.problems])).toBe(JSON.stringify([subjects, problems]));
  });
});
