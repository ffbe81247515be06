/**
 * How names and keywords are written into quick fixes, so that the text parses once they are applied.
 */
import type { Fix } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";
import { vocabulary, type RoleName } from "../vocabulary/vocabulary.js";
import type { Checker } from "./checker.js";

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

const keywords: ReadonlySet<string> = new Set(
  Object.values(vocabulary).flatMap((role) =>
    [...role.en, ...role.zh].flatMap((spelling) => [spelling, ...spelling.split(" ")]),
  ),
);

/** The name, between quotes where it could be read as something else. */
export function writtenName(name: string): string {
  return identifier.test(name) && (!keywords.has(name) || isScore(name)) ? name : `「${name}」`;
}

/** The score is read by its keyword. */
function isScore(name: string): boolean {
  return vocabulary.Score.zh.some((word) => word === name) || vocabulary.Score.en.some((word) => word === name);
}

/** A keyword in the vocabulary of the rubric. */
export function keyword(checker: Checker, role: RoleName): string {
  const { en, zh } = vocabulary[role];
  return (checker.vocabulary === "zh" ? zh[0] : en[0]) ?? zh[0];
}

/** Quick fixes that put a candidate's name in place of a wrong one, at every occurrence. */
export function replacements(spans: readonly Span[], candidates: readonly string[]): readonly Fix<"resolves">[] {
  return candidates.map((candidate) => {
    const text = writtenName(candidate);
    return {
      effect: "resolves",
      title: { zh: `改为「${candidate}」`, en: `Change to "${candidate}"` },
      edits: spans.map((span) => ({ span, text })),
    };
  });
}
