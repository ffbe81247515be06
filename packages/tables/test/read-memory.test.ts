// Tables that are read again after each change give, with a memory, exactly what they give without one: cells, problems,
// rows set aside. Also their typed columns are the same, which are kept while a column does not change.

import { array, assert, constant, constantFrom, integer, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import { typedColumns } from "@yardstick/engine";
import { readGrids, ReadMemory, type GridTable } from "../src/index.js";
import { costly } from "../../../test/properties.js";
import { sample } from "./sample-program.js";

const HEADER = ["名称", "年度", "招商完成", "违规", "满意率", "不团结", "档次", "备注"];
const texts: Readonly<Record<string, readonly string[]>> = {
  名称: ["甲社区", "乙社区", "丙街道", "丁村", "甲 社区", "合计", "制表人：张三", "小计", "", "100"],
  年度: ["2008", "2008年", "２００８", "何时", ""],
  招商完成: ["450", "450.0", "4500000元", "1350", "大约五百", "", "1/3"],
  违规: ["0", "1", "2件", "3", "2008-01-02", "1:30", ""],
  满意率: ["98%", "0.98", "９８％", "95", "", "不满意"],
  不团结: ["是", "否", "√", "也许", ""],
  档次: ["差", "中", "好", "优", ""],
  备注: ["见附件", "合计", "无异议", "123456789012345678", ""],
};
const textOf = (column: number) => constantFrom(...(texts[HEADER[column] ?? ""] ?? [""]));
const anyRow = record({
  cells: oneof(
    { weight: 6, arbitrary: constantFrom(HEADER.length) },
    { weight: 1, arbitrary: constantFrom(0, 3, HEADER.length + 1) },
  ),
  seed: array(integer({ min: 0, max: 1000 }), { minLength: HEADER.length + 1, maxLength: HEADER.length + 1 }),
}).map(({ cells, seed }) =>
  Array.from({ length: cells }, (_, column) => {
    const known = texts[HEADER[column] ?? ""] ?? ["多出", ""];
    return known[(seed[column] ?? 0) % known.length] ?? "";
  }),
);
const place = { at: integer({ min: 0, max: 12 }) };
const change = oneof(
  {
    weight: 6,
    arbitrary: integer({ min: 0, max: HEADER.length - 1 }).chain((column) =>
      record({ kind: constant("cell" as const), ...place, column: constant(column), text: textOf(column) }),
    ),
  },
  record({ kind: constant("insert" as const), ...place, row: anyRow }),
  record({ kind: constant("delete" as const), ...place }),
  record({ kind: constant("repeat" as const), ...place }),
  record({ kind: constant("reverse" as const) }),
  record({ kind: constant("header" as const), without: integer({ min: 0, max: HEADER.length - 1 }) }),
  record({ kind: constant("keep" as const), key: textOf(0) }),
  record({ kind: constant("second" as const), rows: array(anyRow, { maxLength: 2 }) }),
);
type Change = typeof change extends { generate(...args: never[]): { readonly value: infer V } } ? V : never;

function changed([first, ...others]: readonly GridTable[], step: Change): readonly GridTable[] {
  if (first === undefined) return [];
  const { rows } = first;
  switch (step.kind) {
    case "cell":
      return [
        {
          ...first,
          rows: rows.map((row, at) =>
            at === step.at % Math.max(1, rows.length)
              ? row.map((old, column) => (column === step.column ? step.text : old))
              : row,
          ),
        },
        ...others,
      ];
    case "insert":
      return [{ ...first, rows: [...rows.slice(0, step.at), step.row, ...rows.slice(step.at)] }, ...others];
    case "delete":
      return [{ ...first, rows: rows.filter((_, at) => at !== step.at) }, ...others];
    case "repeat":
      return [{ ...first, rows: [...rows, ...rows.slice(step.at, step.at + 1)] }, ...others];
    case "reverse":
      return [{ ...first, rows: [...rows].reverse() }, ...others];
    case "header":
      return [{ ...first, header: HEADER.filter((_, at) => at === 0 || at !== step.without) }, ...others];
    case "keep":
      return [{ ...first, keep: [step.key] }, ...others];
    case "second":
      return [first, ...(step.rows.length === 0 ? [] : [{ ...first, file: "1", rows: step.rows }])];
  }
}

test("after any changes, reading with a memory gives what reading without one gives", () => {
  const program = sample;
  assert(
    property(array(anyRow, { maxLength: 10 }), array(change, { minLength: 1, maxLength: 8 }), (rows, changes) => {
      const memory = new ReadMemory();
      let tables: readonly GridTable[] = [{ role: "subjects", file: "0", header: HEADER, rows }];
      const read = () => {
        const found = readGrids(program, tables, {}, memory);
        const afresh = readGrids(program, tables);
        expect(found).toEqual(afresh);
        // The columns of the first are kept for those arrays of cells that are the same as before.
        expect(typedColumns(program, found)).toEqual(typedColumns(program, afresh));
      };
      read();
      for (const each of changes) {
        tables = changed(tables, each);
        read();
      }
    }),
    costly,
  );
});

test("after an edit of one cell, the columns of all other fields are the very same arrays", () => {
  const program = sample;
  const memory = new ReadMemory();
  const rows = Array.from({ length: 40 }, (_, at) => [`第${at}社区`, "2008", "450", "1", "98%", "是", "好", ""]);
  const tables = [{ role: "subjects" as const, file: "0", header: HEADER, rows }];
  const first = readGrids(program, tables, {}, memory);
  const edited = rows.map((row, at) => (at === 7 ? row.with(3, "2") : row));
  const second = readGrids(program, [{ ...tables[0]!, rows: edited }], {}, memory);
  const other = program.fields.filter(
    ({ type }, field) => type.kind !== "list" && second.subjects.columns[field] !== first.subjects.columns[field],
  );
  expect(other.map(({ name }) => name)).toEqual(["违规"]);
});
