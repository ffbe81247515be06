/**
 * What the properties of edits share: rubrics drawn once with choices, a law tried on each, and what a tree holds of a kind.
 */
import * as fc from "fast-check";
import { expect } from "vitest";
import { applyEdits, parse, type ast, type Parsed, type TextEdit } from "@yardstick/language";
import { costly } from "../../../../test/properties.js";
import { drawn } from "../drawn.js";

type Law = (parsed: Parsed, pick: <T>(from: readonly T[]) => T) => void;

/** Tries laws on these rubrics, each with the same few choices from whatever lists the law has. */
export function onEach(rubrics: fc.Arbitrary<string>): (law: Law) => void {
  const cases = drawn(fc.tuple(rubrics, fc.array(fc.nat({ max: 999 }), { minLength: 4, maxLength: 4 })), costly);
  return (law) => {
    cases.holds(([text, choices]) => {
      let at = 0;
      law(parse(text), (from) => from[(choices[at++ % 4] as number) % from.length] as never);
    });
  };
}

export function all<T extends { readonly kind: string }>(parsed: Parsed, ...kinds: T["kind"][]): T[] {
  const found: T[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (kinds.includes((node as T).kind)) found.push(node as T);
    Object.values(node).forEach(visit);
  };
  visit(parsed.rubric);
  return found;
}

export const parts = (p: Parsed) => all<ast.Section | ast.Item>(p, "section", "item");
export const sections = (p: Parsed) => all<ast.Section>(p, "section").filter((s) => s.variants === null);
export const items = (p: Parsed) => all<ast.Item>(p, "item");
export const lines = (p: Parsed) => all<ast.LineNode>(p, "line", "line-block");
export const numbers = (p: Parsed) => all<ast.NumberLiteral>(p, "number");
export const numberTypes = (p: Parsed) => all<Extract<ast.TypeNode, { kind: "number-type" }>>(p, "number-type");

/** Bilingual and comments, in any order: what a move must not lose. */
export function contents({ tree }: Parsed): string[] {
  const words = tree.tokens.filter((t) => !["Sep", "Comma"].includes(t.tokenType.name)).map((t) => t.image);
  return [...words, ...tree.comments.map((c) => tree.source.slice(c.start, c.end).replace(/[ \t]+$/gm, ""))].sort();
}

export function apply({ tree }: Parsed, edits: readonly TextEdit[] | null): string {
  expect(edits).not.toBeNull();
  return applyEdits(tree.source, edits ?? []);
}

export function isWithin(inner: { span: ast.Name["span"] }, outer: { span: ast.Name["span"] }): boolean {
  return inner.span[0] >= outer.span[0] && inner.span[1] <= outer.span[1];
}
