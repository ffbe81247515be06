/**
 * What is wrong, where, and what would mend it. The lexer, the parser and the checker collect `Finding`s (facts);
 * `render` writes the prose from the catalogue; terminals and editors only lay a `Diagnostic` out.
 */
import type { Span } from "../source/span.js";
import { catalogue, type Code, type Holes, type SeverityOf } from "./catalogue/index.js";
import type { EffectOf, FixEffect, Lang, Severity, Words } from "./words.js";

export type { FixEffect, Lang, Severity, Words } from "./words.js";

/** Replaces the text in `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** One way to mend it. Once its edits are applied, its diagnostic is gone and the text parses. */
export interface Fix<E extends FixEffect = FixEffect> {
  /** Without what it does to scores: `render` adds that from the effect. */
  readonly title: Words;
  readonly effect: E;
  readonly edits: readonly TextEdit[];
}

/** Facts of one mistake. `related` points to other places that belong to it, each with a word why. */
export type Finding = {
  readonly [C in Code]: {
    readonly code: C;
    readonly span: Span;
    readonly holes: Holes<C>;
    readonly related: readonly { readonly span: Span; readonly note: Words }[];
    readonly fixes: readonly Fix<EffectOf<SeverityOf<C>>>[];
  };
}[Code];

/** A fix in one language; the title says so where scores may change. */
export interface RenderedFix {
  readonly title: string;
  readonly effect: FixEffect;
  readonly edits: readonly TextEdit[];
}

/** Plain JSON in one language. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly help: string | null;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes: readonly RenderedFix[];
}

/** Puts the facts of one mistake together; `related` and `fixes` may be left out. */
export function finding<C extends Code>(
  code: C,
  span: Span,
  holes: Holes<C>,
  more: { related?: Finding["related"]; fixes?: readonly Fix<EffectOf<SeverityOf<C>>>[] } = {},
): Finding {
  return { code, span, holes, related: more.related ?? [], fixes: more.fixes ?? [] } as unknown as Finding;
}

export function severityOf(found: Finding): Severity {
  return catalogue[found.code].severity;
}

export function render(found: Finding, lang: Lang): Diagnostic {
  const entry = catalogue[found.code] as {
    severity: Severity;
    message: (holes: unknown) => Words;
    help?: (holes: unknown) => Words;
  };
  return {
    code: found.code,
    severity: entry.severity,
    span: found.span,
    message: entry.message(found.holes)[lang],
    help: entry.help?.(found.holes)[lang] ?? null,
    related: found.related.map((r) => ({ span: r.span, message: r.note[lang] })),
    fixes: found.fixes.map((fix) => ({ title: titleOf(fix, found.fixes, lang), effect: fix.effect, edits: fix.edits })),
  };
}

const changes: Words = { zh: "（会改变得分）", en: " (changes scores)" };
const stays: Words = { zh: "（得分不变）", en: " (scores stay)" };

/** That scores stay is said only beside a fix that changes them. */
function titleOf(fix: Fix, all: readonly Fix[], lang: Lang): string {
  const isChoice = all.some(({ effect }) => effect === "changes");
  const suffix = fix.effect === "changes" ? changes[lang] : fix.effect === "keeps" && isChoice ? stays[lang] : "";
  return fix.title[lang] + suffix;
}
