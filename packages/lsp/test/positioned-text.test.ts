// Positions and incremental changes, compared with plain functions over all text.

import fc from "fast-check";
import { expect, test } from "vitest";
import { PositionedText, type Encoding } from "../src/positioned-text.js";
import { linesOf, offsetWithPosition, positionOf } from "./positions-by-definition.js";

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom("\n", "\r\n", "\r", "考核", "𠮷", "a", "é", " ", "\ud83d", "\u2028", ""),
    fc.string({ maxLength: 3 }),
  ),
  { maxLength: 20 },
);
const text = pieces.map((each) => each.join(""));
const encoding = fc.constantFrom<Encoding>("utf-16", "utf-8");

test("an offset that no line end or surrogate pair contains is kept by its position, which counts in the unit agreed on", () => {
  fc.assert(
    fc.property(text, encoding, (source, unit) => {
      const positioned = new PositionedText("file:///a", 1, source, unit);
      for (let offset = 0; offset <= source.length; offset += 1) {
        if (offsetWithPosition(source, offset) !== offset) continue;
        const position = positionOf(source, offset, unit);
        expect(positioned.positionAt(offset)).toEqual(position);
        expect(positioned.offsetAt(position)).toBe(offset);
      }
    }),
  );
});

test("any position has an offset in its line, or the end of the text", () => {
  const number = fc.oneof(fc.integer({ min: -3, max: 60 }), fc.constantFrom(1e12, 0.5, NaN, Infinity));
  fc.assert(
    fc.property(text, encoding, number, number, (source, unit, line, character) => {
      const offset = new PositionedText("file:///a", 1, source, unit).offsetAt({ line, character });
      const lines = linesOf(source);
      const [start, end] = lines[line > 0 ? Math.floor(line) : 0] ?? [source.length, source.length];
      expect(offset).toBeGreaterThanOrEqual(start);
      expect(offset).toBeLessThanOrEqual(end);
    }),
  );
});

test("changes give the text that their offsets describe, each on the text that the one before it leaves", () => {
  const change = fc.record({ from: fc.nat(40), to: fc.nat(40), text });
  fc.assert(
    fc.property(text, encoding, fc.array(change, { maxLength: 5 }), (source, unit, changes) => {
      let expected = source;
      const sent = changes.map(({ from, to, text: put }) => {
        const [start, end] = [from, to].map((each) => offsetWithPosition(expected, Math.min(each, expected.length)));
        const [first = 0, last = 0] = [start ?? 0, end ?? 0].sort((a, b) => a - b);
        // Ends may come in either order.
        const range = { start: positionOf(expected, start ?? 0, unit), end: positionOf(expected, end ?? 0, unit) };
        expected = expected.slice(0, first) + put + expected.slice(last);
        return { range, text: put };
      });
      const changed = new PositionedText("file:///a", 1, source, unit).changed(sent, 7);
      expect([changed.text, changed.version]).toEqual([expected, 7]);
    }),
  );
});
