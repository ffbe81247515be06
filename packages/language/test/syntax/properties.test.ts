import { assert, constantFrom, nat, property, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, parse, render } from "@yardstick/language";
import { costly } from "../../../../test/properties.js";
import { rubrics } from "../format/random-rubric.js";

const rubric = rubrics({ awkwardNames: true, comments: true });

/** Pieces that hurt when they stand in the wrong place. */
const shrapnel = constantFrom(
  "{",
  "}",
  "(",
  ")",
  '"',
  "「",
  "按",
  "每",
  "若",
  "..",
  "1",
  "%",
  "，",
  "\n",
  "/*",
  "扣0.1分",
  "\u202e",
  "。",
);

describe("any text", () => {
  it("parses without throwing, whatever prefix of a rubric it is", () => {
    assert(
      property(rubric, nat(), (source, cut) => {
        const text = source.slice(0, cut % (source.length + 1));
        expect(parse(text).tree.source).toBe(text);
      }),
      costly,
    );
  });

  it("is checked without throwing when a piece is thrown into it, and every message can be rendered", () => {
    assert(
      property(rubric, nat(), shrapnel, (source, place, piece) => {
        const at = place % (source.length + 1);
        const text = source.slice(0, at) + piece + source.slice(at);
        for (const found of analyse(text).findings) {
          const { span, message } = render(found, "zh");
          expect(span[0] >= 0 && span[1] <= text.length && message.length > 0).toBe(true);
        }
      }),
      costly,
    );
  });

  it("may be anything at all", () => {
    assert(
      property(tuple(string({ unit: "binary" }), shrapnel, string({ unit: "grapheme" })), (pieces) => {
        const text = pieces.join("");
        expect(analyse(text).tree.source).toBe(text);
      }),
    );
  });
});
