import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { format, parse } from "@yardstick/language";
import { shapeOf } from "../../src/format/tree-shape.js";
import { rubrics } from "./random-rubric.js";
import { patience, runs } from "../runs.js";

vi.setConfig({ testTimeout: patience });
const options = runs(300);
const anyRubric = rubrics({ awkwardNames: true, comments: true });

function check(predicate: (source: string) => void): void {
  fc.assert(fc.property(anyRubric, predicate), options);
}

function shape(source: string): string {
  const { rubric, findings } = parse(source);
  expect(findings).toEqual([]);
  return shapeOf(rubric);
}

/** Without spaces at line ends, which the formatter takes away. */
function comments(source: string): string[] {
  return parse(source).tree.comments.map((c) =>
    source
      .slice(c.start, c.end)
      .replaceAll("\r\n", "\n")
      .replace(/[ \t]+$/gm, ""),
  );
}

describe("formatting any rubric", () => {
  it("is done once: a second time changes nothing", () => {
    check((source) => {
      for (const keywords of [undefined, "zh", "en"] as const) {
        const once = format(source, keywords === undefined ? {} : { keywords });
        expect(format(once, keywords === undefined ? {} : { keywords })).toBe(once);
      }
    });
  });

  it("keeps the syntax tree", () => {
    check((source) => {
      expect(shape(format(source))).toBe(shape(source));
    });
  });

  it("keeps every comment, in order", () => {
    check((source) => {
      expect(comments(format(source))).toEqual(comments(source));
      expect(comments(format(source, { keywords: "en" }))).toEqual(comments(source));
    });
  });

  it("keeps the tree from Chinese keywords to English ones and back", () => {
    check((source) => {
      const chinese = format(source, { keywords: "zh" });
      const english = format(chinese, { keywords: "en" });
      expect(shape(format(english, { keywords: "zh" }))).toBe(shape(chinese));
    });
  });

  it("leaves no spaces at line ends, no two blank lines, one line end at the end", () => {
    check((source) => {
      expect(format(source)).not.toMatch(/[ \t]\n|\n\n\n|\n\n$|[^\n]$/);
    });
  });

  it("never gives up on a text that parses", () => {
    check((source) => {
      expect(format(`${source}\n\n\n`)).not.toBe(`${source}\n\n\n`);
    });
  });
});
