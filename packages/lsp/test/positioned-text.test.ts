// Positions and incremental changes, compared with plain functions over all text.

import fc from "fast-check";
import { expect, test } from "vitest";
import { PositionedText, type Encoding } from "../src/positioned-text.js";

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom("\n", "\r\n", "\r", "考核", "𠮷", "a", "é", " ", "\ud83d", "\u2028", ""),
    fc.string({ maxLength: 3 }),
  ),
  { maxLength: 20 },
);
const text = pieces.map((each) => each.join(""));
const encoding = fc.constantFrom<Encoding>("utf-16", "utf-8");

/** Lines with the offsets at which they start and end, by the definition of the protocol. */
function linesOf(source: string): readonly (readonly [start: number, end: number])[] {
  const lines: (readonly [number, number])[] = [];
  let start = 0;
  for (const end of source.matchAll(/\r\n|\r|\n/gu)) {
    lines.push([start, end.index]);
    start = end.index + end[0].length;
  }
  return [...lines, [start, source.length]];
}

const width = (part: string, unit: Encoding) =>
  unit === "utf-16" ? part.length : new TextEncoder().encode(part).length;

test("an offset that no line end or surrogate pair contains is kept by its position, which counts in the unit agreed on", () => {
  fc.assert(
    fc.property(text, encoding, (source, unit) => {
      const positioned = new PositionedText("file:///a", 1, source, unit);
      for (const [line, [start, end]] of linesOf(source).entries())
        for (let offset = start; offset <= end; offset += 1) {
          const isInPair =
            offset > start && /^[\ud800-\udbff][\udc00-\udfff]$/u.test(source.slice(offset - 1, offset + 1));
          if (isInPair || /^[\ud800-\udbff]/u.test(source.slice(offset - 1, offset)) === true) continue;
          const position = { line, character: width(source.slice(start, offset), unit) };
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

test("changes give the text that their spans describe, each on the text that the one before it leaves", () => {
  const change = fc.record({ from: fc.nat(40), to: fc.nat(40), text });
  fc.assert(
    fc.property(text, encoding, fc.array(change, { maxLength: 5 }), (source, unit, changes) => {
      let expected = new PositionedText("file:///a", 1, source, unit);
      const sent = changes.map(({ from, to, text: put }) => {
        const range = expected.rangeOf([from, to]);
        const [start, end] = expected.spanOf(range);
        const after = expected.text.slice(0, start) + put + expected.text.slice(end);
        expected = new PositionedText("file:///a", 1, after, unit);
        return { range, text: put };
      });
      const changed = new PositionedText("file:///a", 1, source, unit).changed(sent, 7);
      expect([changed.text, changed.version]).toEqual([expected.text, 7]);
    }),
  );
});
