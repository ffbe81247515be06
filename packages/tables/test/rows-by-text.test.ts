// Row numbers by text are those that a `Map` holds, for any texts in any order, also where their hashes are the same.

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { RowsByText } from "../src/rows-by-text.js";

test("the first row of a text is kept, whatever is added", () => {
  const text = fc.oneof(fc.constantFrom("", "a", "甲", "u1"), fc.string({ maxLength: 3 }), fc.nat(500).map(String));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (texts) => {
      const rows = new RowsByText();
      const expected = new Map<string, number>();
      for (const [row, each] of texts.entries()) {
        expect(rows.add(each, row)).toBe(expected.get(each));
        if (!expected.has(each)) expected.set(each, row);
      }
      for (const each of [...texts, "none"]) {
        expect(rows.get(each)).toBe(expected.get(each));
        expect(rows.has(each)).toBe(expected.has(each));
      }
    }),
    { numRuns: 300 },
  );
});

test("a hundred thousand texts are found, and no others", () => {
  const rows = new RowsByText();
  const texts = Array.from({ length: 100_000 }, (_, row) => `社区${row}`);
  for (const [row, text] of texts.entries()) rows.add(text, row);
  expect(texts.every((text, row) => rows.get(text) === row)).toBe(true);
  expect(rows.has("社区")).toBe(false);
});

test("texts that are looked for at one place are found, however many", () => {
  const texts = Array.from({ length: 400_000 }, (_, number) => `u${number}`).filter(
    (text) => (hashOf(text) & 4095) === 0,
  );
  const rows = new RowsByText();
  expect(texts.length).toBeGreaterThan(80);
  for (const [row, text] of texts.entries()) expect(rows.add(text, row)).toBeUndefined();
  const areFound = () => {
    for (const [row, text] of texts.entries()) expect([rows.get(text), rows.add(text, -1)]).toEqual([row, row]);
  };
  areFound();
  // Among many more texts each has another place.
  for (let more = 0; more < 5000; more += 1) rows.add(`v${more}`, more);
  areFound();
});

/** The hash of `RowsByText`. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x01000193);
}
