import type { Field, Program } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import { columnOfCells } from "../../src/columnar/cells-to-columns.js";
import type { Column, Columns } from "../../src/columnar/columns.js";
import { columnsOf } from "../../src/columnar/dataset-view.js";
import { evaluateColumns } from "../../src/session/evaluate-columns.js";
import type { Cell, Dataset } from "../../src/data/dataset.js";
import { evaluate } from "../../src/run/evaluate.js";
import { seeded } from "./seeded.js";

/** The same data in typed columns, as one would hand them over who holds columns already. */
function typed(program: Program, data: Dataset): Columns {
  const problems = new Set(data.problems.map(({ table, index, column }) => `${table} ${index} ${column}`));
  const columnOf = (table: string, field: Field, cells: readonly Cell[], rows: number): Column | null => {
    if (field.type.kind === "list") return null;
    const { kind } = field.type;
    const form = kind === "number" ? "number" : kind === "flag" || kind === "level" ? "code" : "text";
    return columnOfCells(cells, rows, form, (row) => (problems.has(`${table} ${row} ${field.name}`) ? 2 : 1));
  };
  const { rows, columns } = data.subjects;
  return {
    ...columnsOf(data),
    fields: program.fields.map((field, index) => columnOf(program.subject, field, columns[index] ?? [], rows)),
    lists: program.lists.map(({ name, columns: fields }, list) => {
      const side = data.lists[list] ?? { rows: 0, columns: [], owner: [] };
      const own = fields.map((field, index) => columnOf(name, field, side.columns[index] ?? [], side.rows));
      return { rows: side.rows, columns: own, owner: Int32Array.from(side.owner) };
    }),
  };
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe("typed columns", () => {
  test("give the same as the cells they were made of", () => {
    for (let seed = 500; seed < 560; seed += 1) {
      const { program, data } = seeded(seed);
      expect({ seed, result: plain(evaluateColumns(program, typed(program, data))) }).toEqual({
        seed,
        result: plain(evaluate(program, data)),
      });
    }
  }, 60_000);

  test("are scored for one period as the reference scores it", () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { program, data } = seeded(seed);
      const options = { period: "2009" };
      expect({ seed, result: plain(evaluateColumns(program, data, options)) }).toEqual({
        seed,
        result: plain(evaluate(program, data, options)),
      });
    }
  }, 60_000);

  test("leave out side rows that belong to no subject", () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { program, data } = seeded(seed);
      const lists = data.lists.map((list) => ({
        ...list,
        owner: list.owner.map((owner, row) => (row % 3 === 0 ? -1 : owner)),
      }));
      const orphaned = { ...data, lists };
      expect({ seed, result: plain(evaluateColumns(program, orphaned)) }).toEqual({
        seed,
        result: plain(evaluate(program, orphaned)),
      });
    }
  }, 60_000);
});
