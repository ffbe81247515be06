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

  test("is the same for published numbers that a spreadsheet wrote shorter, and another for any other number or text", () => {
    const { rubric } = compile(
      "total 1 point\ndata c { name: text key, when: period }\nitem a 1 point { if previous(score) > 1 deduct 1 point }\n",
    );
    if (rubric === null) throw new Error("the rubric does not compile");
    const subjects = { rows: 1, columns: [["u"], ["2009"]] };
    const receipt = (score: string | null) =>
      receiptOf(rubric.program, "", {
        subjects,
        lists: [],
        constants: [],
        history: [{ key: "u", period: "2008", results: { score } }],
        used: [],
        problems: [],
      }).data;
    const same = [
      ["97.80", "97.8"],
      ["100.00", "100", "100.0"],
      ["-0.50", "-0.5"],
      ["0.00", "0"],
      ["1.2.30"],
      ["v1.0"],
      ["10"],
    ];
    const receipts = same.map((texts) => new Set(texts.map(receipt)));
    expect(receipts.map(({ size }) => size)).toEqual(same.map(() => 1));
    const all = [...receipts.flatMap((each) => [...each]), receipt(null), receipt("97.81")];
    expect(new Set(all).size).toBe(all.length);
  });
});
