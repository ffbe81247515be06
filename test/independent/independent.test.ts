/**
 * The product against the independent evaluator on generated pairs of a rubric and its files; `npm run long -- independent` compares
 * more of them, each by a seed of its own.
 */
import { describe, expect, it } from "vitest";
import { compared } from "./compare.js";
import { generatedPair } from "./generated.js";

const FIRST = 1;
const COUNT = 200;
/** Pairs that differed: a subject called after the field of the key, beside a cell called after another field; a ranking by a section of 4 decimals. */
const DIFFERED = [1_009_779, 1_011_686, 1_014_931];

describe("the product and the independent evaluator", () => {
  it("publish the same results for generated rubrics and files", () => {
    let scored = 0;
    for (const seed of [...DIFFERED, ...Array.from({ length: COUNT }, (_, at) => FIRST + at)]) {
      const { codes, difference } = compared(seed);
      if (codes.length === 0) scored += 1;
      expect(difference, `seed ${seed}`).toBeNull();
    }
    // The others have errors, such as a percentage of an item of 0 points.
    expect(scored).toBeGreaterThan(COUNT / 2);
  });

  it("are given texts of both vocabularies, odd names, blanks and cells that cannot be read", () => {
    const pairs = Array.from({ length: 200 }, (_, at) => generatedPair(FIRST + at));
    const text = pairs.map(({ source, files }) => source + files.subjects).join("\n");
    const long = "12345678901234567890123456789012345678";
    const signs = ["考核 ", "rubric ", "__proto__", "درجة", "e\u0301", "１２", long, "约3"];
    expect(signs.filter((sign) => !text.includes(sign))).toEqual([]);
  });
});
