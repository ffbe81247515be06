import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeProblem, readTables } from "../src/index.js";
import { HEADER, sample } from "./sample-program.js";
import { runs } from "../../../test/properties.js";

const EXACT = /^-?(?:0|[1-9]\d*)(?:\/[1-9]\d*)?$/u;

/** Cells as people and faulty programs write them. */
const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "1,234",
    "１２",
    "3万",
    "5%",
    "是",
    "好",
    "2024/1/2",
    '"',
    ",",
    "\n",
    "\t",
    "—",
    "=1",
    "\ufeff",
    "甲",
    "2008",
  ),
);
const file = fc
  .array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 })
  .map((rows) => `${HEADER}\n${rows.map((cells) => cells.join(",")).join("\n")}`);

describe("any content of a file", () => {
  test("is read without exceptions, as exact numbers or nothing, and every problem has a message", () => {
    const text = fc.oneof(file, fc.string({ unit: "binary" }), fc.json());
    fc.assert(
      fc.property(text, text, fc.constantFrom("csv" as const, "json" as const), (first, second, format) => {
        const { subjects, lists, problems } = readTables(sample, [
          { role: "subjects", file: "a", format, text: first },
          { role: "list", name: "台账", file: "b", format, text: second },
          { role: "history", file: "c", format, text: second },
          { role: "constants", file: "d", format, text: second },
        ]);
        const numbers = [2, 3, 4, 8].flatMap((column) => subjects.columns[column] ?? []);
        for (const value of numbers.filter((found) => found !== null)) expect(String(value)).toMatch(EXACT);
        for (const owner of lists[0]?.owner ?? []) expect(owner).toBeLessThan(subjects.rows);
        for (const problem of problems) {
          expect(describeProblem(problem, "zh")).not.toContain("undefined");
          expect(describeProblem(problem, "en")).not.toContain("undefined");
        }
      }),
      runs(0.3),
    );
  });
});
