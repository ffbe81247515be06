import fc from "fast-check";
import { arrayOfCodedCells, type Cell } from "@yardstick/engine";
import { describe, expect, test } from "vitest";
import { compile } from "../src/index.js";
import { receiptOf } from "../src/receipt.js";
import { portableSha256Of, sha256Of } from "../src/sha256.js";

describe("the receipt", () => {
  test("has the hash of Node where there is Node, the same as the portable one", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (pieces) => {
        expect(sha256Of(pieces)).toBe(portableSha256Of(pieces));
      }),
    );
    expect(sha256Of(["\ud83d", "\ude00"])).toBe(portableSha256Of(["\ud83d", "\ude00"]));
    expect(sha256Of(["a", "bc"])).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("is the same however the cells of a column are held", () => {
    const { rubric } = compile(
      'total 1 point\ndata c { name: text key, n: text }\nitem a 1 point { if n = "1" deduct 1 point }\n',
    );
    if (rubric === null) throw new Error("the rubric does not compile");
    const rest = { lists: [], constants: [], history: [], used: [], problems: [] };
    const cells: readonly Cell[] = ["1", null, '"\n', true, "数"];
    fc.assert(
      fc.property(fc.array(fc.nat(cells.length), { minLength: 1, maxLength: 9000, size: "max" }), (codes) => {
        const rows = codes.length;
        const names = codes.map((_, row) => `u${row}`);
        const receipt = (column: readonly Cell[]) =>
          receiptOf(rubric.program, "", { ...rest, subjects: { rows, columns: [names, column] } });
        const plain = codes.map((code) => cells[code] ?? null);
        expect(receipt(arrayOfCodedCells({ codes: Uint8Array.from(codes), cells }))).toEqual(receipt(plain));
      }),
      { numRuns: 50 },
    );
  });
});
