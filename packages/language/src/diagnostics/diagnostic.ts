/**
 * What is wrong, where, and what would correct it. The lexer, the parser and the checker collect `TypedDiagnostic`s (facts);
 * `render` writes the prose from the catalogue; terminals and editors only lay a `Diagnostic` out.
 */
import type { Span } from "../source/span.js";
import { catalogue, type Code, type Params, type SeverityOf } from "./catalogue/index.js";
import type { EffectOf, FixEffect, Lang, Severity, Bilingual } from "../vocabulary/bilingual.js";

export type { FixEffect, Lang, Severity, Bilingual } from "../vocabulary/bilingual.js";

/** Replaces the text in `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** One way to correct it. Once its edits are applied, its diagnostic is gone and the text parses. */
export interface Fix<E extends FixEffect = FixEffect> {
  /** Without what it does to scores: `render` adds that from the effect. */
  readonly title: Bilingual;
  readonly effect: E;
  readonly edits: readonly TextEdit[];
}

/** Facts of one mistake. `related` points to other places that belong to it, each with a word why. */
export type TypedDiagnostic = {
  readonly [C in Code]: {
    readonly code: C;
    readonly span: Span;
    readonly params: Params<C>;
    readonly related: readonly { readonly span: Span; readonly note: Bilingual }[];
    readonly fixes: readonly Fix<EffectOf<SeverityOf<C>>>[];
  };
}[Code];

/** A fix in one language; the title states where scores may change. */
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
export function diagnostic<C extends Code>(
  code: C,
  span: Span,
  params: Params<C>,
  more: { related?: TypedDiagnostic["related"]; fixes?: readonly Fix<EffectOf<SeverityOf<C>>>[] } = {},
): TypedDiagnostic {
  return { code, span, params, related: more.related ?? [], fixes: more.fixes ?? [] } as unknown as TypedDiagnostic;
}

/** The fix whose title shows the text that its edits come to. */
export function showing<E extends FixEffect>(effect: E, text: string, edits: readonly TextEdit[]): Fix<E> {
  return { effect, title: { zh: `改为 ${text}`, en: `Write ${text}` }, edits };
}

/** The fix that writes this text in place of what is there, which its title shows. */
export function writing<E extends FixEffect>(effect: E, text: string, ...spans: readonly Span[]): Fix<E> {
  return showing(
    effect,
    text,
    spans.map((span) => ({ span, text })),
  );
}

/** The severity of a diagnostic. */
export function severityOf(found: TypedDiagnostic): Severity {
  return catalogue[found.code].severity;
}

/** A diagnostic with its texts in one language. */
export function render(found: TypedDiagnostic, lang: Lang): Diagnostic {
  const entry = catalogue[found.code] as {
    severity: Severity;
    message: (params: unknown) => Bilingual;
    help?: (params: unknown) => Bilingual;
  };
  return {
    code: found.code,
    severity: entry.severity,
    span: found.span,
    message: entry.message(found.params)[lang],
    help: entry.help?.(found.params)[lang] ?? null,
    related: found.related.map((r) => ({ span: r.span, message: r.note[lang] })),
    fixes: found.fixes.map((fix) => ({ title: titleOf(fix, found.fixes, lang), effect: fix.effect, edits: fix.edits })),
  };
}

const changes: Bilingual = { zh: "（可能改变得分）", en: " (may change scores)" };
const stays: Bilingual = { zh: "（得分不变）", en: " (scores stay)" };

/** That scores stay is said only beside a fix that changes them. */
function titleOf(fix: Fix, all: readonly Fix[], lang: Lang): string {
  const isChoice = all.some(({ effect }) => effect === "changes");
  const suffix = fix.effect === "changes" ? changes[lang] : fix.effect === "keeps" && isChoice ? stays[lang] : "";
  return fix.title[lang] + suffix;
}
