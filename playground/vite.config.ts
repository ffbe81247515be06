// Builds the playground: static files with relative addresses, for browsers from Chromium 108. Packages of the
// workspace are compiled from their sources.

import { defineConfig, type Plugin } from "vite";

/**
 * The Worker is another entry of the same build rather than a separate build: what page and Worker have in common,
 * above all the language, is one file that is loaded once.
 */
const sharedWorker: Plugin = {
  name: "yardstick-shared-worker",
  enforce: "pre",
  apply: (_config, { command }) => command === "build",
  async resolveId(id, importer) {
    if (!id.endsWith("scoring-worker.ts?worker")) return null;
    const found = await this.resolve(id.replace("?worker", ""), importer, { skipSelf: true });
    return found === null ? null : `\0shared-worker:${found.id}`;
  },
  load(id) {
    if (!id.startsWith("\0shared-worker:")) return null;
    const file = this.emitFile({ type: "chunk", id: id.slice("\0shared-worker:".length), name: "scoring-worker" });
    return `export default class { constructor() { return new Worker(import.meta.ROLLUP_FILE_URL_${file}, { type: "module" }); } }`;
  },
};

/** Modules of Chevrotain that a page never uses, by the end of their path, with what stands for them. */
const unusedOfChevrotain: Readonly<Record<string, string>> = {
  // The language has its own scanner (decision 0002) and uses only the pattern for tokens that no lexer produces.
  "/scan/lexer_public.js":
    "export class Lexer { static NA = /NOT_APPLICABLE/; } export const LexerDefinitionErrorType = {};",
  // The grammar is validated by the tests, and nowhere else.
  "/parse/grammar/checks.js": [
    "validateGrammar",
    "validateLookahead",
    "validateRuleIsOverridden",
    "validateAmbiguousAlternationAlternatives",
    "validateEmptyOrAlternative",
    "validateNoLeftRecursion",
    "validateSomeNonEmptyLookaheadPath",
  ]
    .map((name) => `export const ${name} = () => [];`)
    .join("\n"),
  // The language writes its own messages (`parser-messages.ts`).
  "/parse/errors_public.js": [
    "defaultParserErrorProvider",
    "defaultGrammarResolverErrorProvider",
    "defaultGrammarValidatorErrorProvider",
  ]
    .map((name) => `export const ${name} = {};`)
    .join("\n"),
  // The language walks the tree itself.
  "/parse/cst/cst_visitor.js": ["createBaseSemanticVisitorConstructor", "createBaseVisitorConstructorWithDefaults"]
    .map((name) => `export const ${name} = () => class {};`)
    .join("\n"),
  "/parse/parser/traits/perf_tracer.js":
    "export class PerformanceTracer { initPerformanceTracer() {} TRACE_INIT(_phase, run) { return run(); } }",
};

/** What Chevrotain explains to those who write a grammar or come from an earlier version; errors are thrown without it all the same. */
const explanations =
  /"[^"\n]*(?:https:\/\/chevrotain\.io|the Parser is|no longer|Token Vocabulary|For Further|first argument|argument must be)[^"\n]*"/gu;

/** Leaves out Chevrotain's lexer, its checks of a grammar, its messages, its visitors and its explanations, which saves 15 KB of the first view. */
export const trimmedChevrotain: Plugin = {
  name: "yardstick-trimmed-chevrotain",
  enforce: "pre",
  load: (id) =>
    Object.entries(unusedOfChevrotain).find(([end]) => id.endsWith(`/chevrotain/lib/src${end}`))?.[1] ?? null,
  transform: (code, id) =>
    id.includes("/chevrotain/lib/src/") ? { code: code.replaceAll(explanations, '""'), map: null } : null,
};

/** A text of a template as offsets. */
interface TemplateText {
  readonly start: number;
  readonly end: number;
  readonly isStyle: boolean;
}

/** The template texts in a syntax tree that belong to style sheets and markup. */
function* templateTexts(node: unknown): Generator<TemplateText> {
  if (Array.isArray(node)) for (const each of node) yield* templateTexts(each);
  if (typeof node !== "object" || node === null || Array.isArray(node)) return;
  const { type, tag, quasi } = node as {
    type?: string;
    tag?: { name?: string };
    quasi?: { quasis: { start: number; end: number }[] };
  };
  if (type === "TaggedTemplateExpression" && quasi !== undefined && /^(?:css|html|svg)$/u.test(tag?.name ?? "")) {
    const isStyle = tag?.name === "css";
    for (const { start, end } of quasi.quasis) yield { start, end, isStyle };
  }
  for (const inner of Object.values(node)) yield* templateTexts(inner);
}

/** A style sheet without comments and without blanks beside braces, semicolons and colons; none of its strings holds such signs. */
const minifiedStyle = (text: string): string =>
  text.replace(/\/\*[^]*?\*\//gu, "").replace(/\s*([{};])\s*|(?<=:)\s+/gu, "$1");

/**
 * Takes comments and indentation out of style sheets and markup, which no minifier of scripts looks into: 1.5 KB of the first view. Line
 * ends stay in markup, so that blanks between words do.
 */
export const flatTemplates: Plugin = {
  name: "yardstick-flat-templates",
  enforce: "post",
  apply: "build",
  transform(code, id) {
    if (!id.endsWith(".ts") || !/\b(?:css|html|svg)`/u.test(code)) return null;
    let [flat, from] = ["", 0];
    for (const { start, end, isStyle } of [...templateTexts(this.parse(code))].sort((a, b) => a.start - b.start)) {
      const text = code.slice(start, end).replace(/\s*\n\s*/gu, "\n");
      flat += code.slice(from, start) + (isStyle ? minifiedStyle(text) : text);
      from = end;
    }
    return { code: flat + code.slice(from), map: null };
  },
};

export default defineConfig({
  base: "./",
  plugins: [sharedWorker, trimmedChevrotain, flatTemplates],
  resolve: {
    conditions: ["@yardstick/source", "module", "browser", "development|production"],
  },
  build: { target: "chrome108", modulePreload: false, chunkSizeWarningLimit: 4000 },
  worker: { format: "es", plugins: () => [trimmedChevrotain] },
});
