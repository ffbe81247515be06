import type { CstNode } from "chevrotain";
import { describe, expect, it } from "vitest";
import { format, parse } from "@yardstick/language";
import { isSameShape } from "../../src/format/tree-shape.js";
import { rubrics } from "./random-rubric.js";
import { costly } from "../../../../test/properties.js";
import { drawn } from "../drawn.js";
import { grammar } from "../../src/syntax/grammar.js";

const ofAnyKind = rubrics({ awkwardNames: true, comments: true });
const anyRubric = drawn(ofAnyKind, costly);

function check(predicate: (source: string) => void): void {
  anyRubric.holds(predicate);
}

function rubricOf(source: string): object {
  const { rubric, findings } = parse(source);
  expect(findings).toEqual([]);
  return rubric;
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
  it("is tried on rubrics of which a thousand reach every rule of the grammar", () => {
    const reached = new Set<string>();
    const visit = ({ name, children }: CstNode): void => {
      reached.add(name);
      for (const element of Object.values(children).flat()) if ("children" in element) visit(element);
    };
    for (const source of drawn(ofAnyKind).all()) visit(parse(source).tree.root);
    expect(Object.keys(grammar.getGAstProductions()).filter((rule) => !reached.has(rule))).toEqual([]);
  });

  it("is done once: a second time changes nothing", () => {
    check((source) => {
      for (const keywords of [undefined, "zh", "en"] as const) {
        const once = format(source, keywords === undefined ? {} : { keywords });
        expect(format(once, keywords === undefined ? {} : { keywords })).toBe(once);
      }
    });
  });

  it("keeps the line ends of the text", () => {
    check((source) => {
      const text = source.replaceAll(/\r?\n/gu, "\n");
      if (!text.includes("\n")) return;
      expect(format(text.replaceAll("\n", "\r\n"))).toBe(format(text).replaceAll("\n", "\r\n"));
    });
  });

  it("keeps the syntax tree", () => {
    check((source) => {
      expect(isSameShape(rubricOf(format(source)), rubricOf(source))).toBe(true);
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
      expect(isSameShape(rubricOf(format(english, { keywords: "zh" })), rubricOf(chinese))).toBe(true);
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
