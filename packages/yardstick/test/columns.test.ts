// Tables by columns: arrays, typed arrays and Arrow tables give what the same values give in rows.

import {
  Bool,
  type DataType,
  DateDay,
  DateMillisecond,
  Decimal,
  Dictionary,
  Field,
  Float16,
  Float32,
  Float64,
  Int32,
  Int64,
  List,
  makeVector,
  Struct,
  Table,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type ColumnTable, type RowTables, type RowValue } from "../src/index.js";
import { runs } from "../../../test/properties.js";

const TOWNS = `rubric "Towns"
total 100 points
data town { name: text key, late: count times, done: number points, share: percent, met: date, open: flag, visits: list { day: date, cost: number } }
constant price: number = 2
item reporting 50 points { per late deduct 0.3 points }
item works 50 points { earn done }
output cost = sum(visits.cost) * price
output held = open and share > 10%
output met_after = met - 2026-01-01
ranking overall by score`;

function towns() {
  const { rubric, diagnostics } = compile(TOWNS, { lang: "en" });
  if (rubric === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return rubric;
}

const rubric = towns();

/** What a run says of its data and its subjects. */
function found(tables: RowTables) {
  const { subjects, problems, dataset } = rubric.score(tables);
  return { subjects, problems, receipt: dataset.subjects.rows };
}

const expected = (rows: readonly Record<string, RowValue>[]) => found(rows);

/** A decimal of Arrow, whose builder takes words of 32 bits. */
function decimals(units: readonly bigint[], scale: number, bits: 128 | 256 = 128) {
  const words = new Uint32Array(
    units.flatMap((value) =>
      Array.from({ length: bits / 32 }, (_, at) => Number(BigInt.asUintN(32, value >> BigInt(32 * at)))),
    ),
  );
  return makeVector({ type: new Decimal(scale, 38, bits), data: words, length: units.length } as never) as Vector;
}

const typed = <T extends DataType>(values: readonly unknown[], type: T) =>
  vectorFromArray(values as never, type as never) as Vector;

/** A table that has been written and read, as one from a file or a service. */
const sent = (columns: Readonly<Record<string, Vector>>): Table =>
  tableFromIPC(tableToIPC(new Table(columns as never)));

const NAMES = ["A", "B", "C"];

describe("columns of a program", () => {
  test("in arrays and typed arrays", () => {
    const columns = { name: NAMES, late: Int32Array.of(3, 1, 0), done: ["90", 80n, null], open: [true, false, null] };
    expect(found({ subjects: columns })).toEqual(
      expected([
        { name: "A", late: 3, done: "90", open: true },
        { name: "B", late: 1, done: "80", open: false },
        { name: "C", late: 0, done: null, open: null },
      ]),
    );
  });

  test.each([
    [Int8Array.of(-1, 100, 0)],
    [Uint8Array.of(1, 100, 0)],
    [Uint8ClampedArray.of(1, 100, 0)],
    [Int16Array.of(1, 100, 0)],
    [Uint16Array.of(1, 100, 0)],
    [Int32Array.of(1, 100, 0)],
    [Uint32Array.of(1, 100, 2 ** 32 - 1)],
    [BigInt64Array.of(1n, -5n, 2n ** 62n)],
    [BigUint64Array.of(1n, 5n, 2n ** 63n)],
    [Float64Array.of(1, 2 ** 53, 0.5)],
    [Float64Array.of(Number.NaN, Number.POSITIVE_INFINITY, -0)],
  ])("each cell of %o is what it is in a row", (values) => {
    const rows = NAMES.map((name, row) => ({ name, late: 0, done: values[row] }));
    expect(found({ subjects: { name: NAMES, late: new Uint8Array(3), done: values } })).toEqual(expected(rows));
  });

  test("a narrow float is exact up to the last whole number that it tells from its neighbours", () => {
    const late = Float32Array.of(7, 2 ** 24 - 1, 2 ** 24 + 1);
    expect(late[2]).toBe(2 ** 24);
    const { problems } = found({ subjects: { name: NAMES, late } });
    expect(problems.filter(({ row }) => row !== null)).toMatchObject([
      { row: 3, column: "late", reason: "inexact-number" },
    ]);
  });

  test("for the lists and the earlier results, too", () => {
    const lists = { visits: { name: ["B", "A"], day: ["2026-02-01", "2026-02-02"], cost: Int32Array.of(5, 7) } };
    const subjects = { name: NAMES, late: new Uint8Array(3), done: Int8Array.of(1, 2, 3) };
    const rows = NAMES.map((name, row) => ({ name, late: 0, done: row + 1 }));
    const visits = [
      { name: "B", day: "2026-02-01", cost: 5 },
      { name: "A", day: "2026-02-02", cost: 7 },
    ];
    expect(found({ subjects, lists })).toEqual(found({ subjects: rows, lists: { visits } }));
    expect(found({ town: subjects, visits: lists.visits, constants: { price: 3n } })).toEqual(
      found({ subjects: rows, visits, constants: { price: 3n } }),
    );
  });

  test("problems name table, row and column as in rows", () => {
    const columns: ColumnTable = { name: ["A", "A", ""], late: ["x", 1, 2], lte: [1, 2, 3] };
    const rows = [0, 1, 2].map((row) => ({ name: ["A", "A", ""][row], late: ["x", 1, 2][row], lte: row + 1 }));
    expect(found({ subjects: columns })).toEqual(expected(rows));
    expect(found({ subjects: columns }).problems.length).toBeGreaterThan(2);
  });

  test("of different lengths are refused", () => {
    const subjects = { name: NAMES, late: Int32Array.of(1) };
    expect(() => rubric.score({ subjects })).toThrow(
      new TypeError("column “late” of subjects must have 3 entries, and has 1"),
    );
  });
});

describe("an Arrow table", () => {
  test("as people make it", () => {
    const table = tableFromArrays({ name: NAMES, late: Int32Array.of(3, 1, 0), done: Float64Array.of(90, 80, 70) });
    const rows = NAMES.map((name, row) => ({ name, late: [3, 1, 0][row], done: 90 - 10 * row }));
    expect(found(table)).toEqual(expected(rows));
    expect(found({ subjects: table })).toEqual(expected(rows));
  });

  test.each<[string, Vector, readonly RowValue[]]>([
    ["done", typed([1, null, 3], new Int32()), [1, null, 3]],
    ["done", typed([1n, null, 2n ** 62n], new Int64()), [1n, null, 2n ** 62n]],
    ["done", typed([1, null, 0.5], new Float64()), [1, null, 0.5]],
    ["done", typed(["1", null, "0.5"], new Utf8()), ["1", null, "0.5"]],
    ["done", typed(["1", null, "1"], new Dictionary(new Utf8(), new Int32())), ["1", null, "1"]],
    ["done", decimals([8050n, -1n, 0n], 2), ["80.50", "-0.01", "0"]],
    ["done", decimals([8050n, 10n ** 60n, 1n], 0, 256), [8050n, 10n ** 60n, 1n]],
    ["done", decimals([8n, 1n, 0n], -1), [80n, 10n, 0n]],
    ["open", typed([true, null, false], new Bool()), [true, null, false]],
    [
      "met",
      typed([new Date("2026-02-03"), null, new Date("1899-12-31")], new DateDay()),
      ["2026-02-03", null, "1899-12-31"],
    ],
    [
      "met",
      typed([new Date("2026-02-03"), null, new Date("2026-02-03T10:00Z")], new DateMillisecond()),
      ["2026-02-03", null, new Date("2026-02-03T10:00Z") as never],
    ],
  ])("a column %s of type %s has the values of rows", (field, vector, values) => {
    const late = typed([0, 0, 0], new Int32());
    const columns = { name: typed(NAMES, new Utf8()), late, [field]: vector };
    const rows = NAMES.map((name, row) => ({ name, late: 0, [field]: values[row] }));
    expect(found(sent(columns))).toEqual(expected(rows));
    expect(found({ subjects: { name: NAMES, late: new Int8Array(3), [field]: vector } })).toEqual(expected(rows));
  });

  test("a moment is no number and no day", () => {
    const moments = typed([0, 1, 2], new TimestampMillisecond());
    for (const field of ["late", "done", "met"]) {
      const { problems } = found(sent({ name: typed(NAMES, new Utf8()), [field]: moments }));
      expect(problems.filter(({ severity, column }) => severity === "error" && column === field)).toHaveLength(3);
    }
  });

  test("narrow floats are exact as far as they count", () => {
    const narrow = (type: Float16 | Float32, values: readonly number[]) =>
      found(sent({ name: typed(NAMES, new Utf8()), late: typed(values, type) })).problems.flatMap(
        ({ row }) => row ?? [],
      );
    expect(narrow(new Float32(), [7, 2 ** 24 - 1, 2 ** 24])).toEqual([3]);
    expect(narrow(new Float16(), [7, 2 ** 11 - 1, 2 ** 11])).toEqual([3]);
  });

  test("side rows nest as a list of structures", () => {
    const type = new List(
      new Field(
        "item",
        new Struct([new Field("day", new DateDay(), true), new Field("cost", new Int32(), true)]) as never,
        true,
      ),
    );
    const nested = [
      [
        { day: new Date("2026-02-01"), cost: 5 },
        { day: null, cost: 2 },
      ],
      [],
      null,
    ];
    const rows = [
      {
        name: "A",
        visits: [
          { day: "2026-02-01", cost: 5 },
          { day: null, cost: 2 },
        ],
      },
      { name: "B", visits: [] },
      { name: "C", visits: null },
    ];
    expect(found(sent({ name: typed(NAMES, new Utf8()), visits: typed(nested, type) }))).toEqual(expected(rows));
  });

  test("in several batches", () => {
    const part = (name: string, late: number) =>
      sent({ name: typed([name], new Utf8()), late: typed([late], new Int32()) });
    expect(found(part("A", 1).concat(part("B", 2)))).toEqual(
      expected([
        { name: "A", late: 1 },
        { name: "B", late: 2 },
      ]),
    );
  });
});

const cell = fc.oneof(
  fc.integer({ min: -5, max: 120 }),
  fc.double({ noNaN: false }),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  fc.constantFrom(null, undefined, "", "12.5", "100", "x", "50%", true, false, "2026-02-03"),
);

test("any values score in columns as they do in rows, and have the same problems", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          name: fc.constantFrom("A", "B", "C", "合计", ""),
          late: cell,
          done: cell,
          share: cell,
          met: cell,
          open: cell,
        }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      (rows) => {
        const columns = Object.fromEntries(
          ["name", "late", "done", "share", "met", "open"].map((field) => [
            field,
            rows.map((row) => row[field as keyof typeof row]),
          ]),
        );
        expect(found({ subjects: columns })).toEqual(expected(rows));
      },
    ),
    runs(0.1),
  );
});
