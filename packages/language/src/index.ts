/**
 * `@yardstick/language`: from a rubric's text to a checked program and its findings. The way in is `parse`, then `check`.
 */
export { parse, type ParseLimits } from "./syntax/parse.js";
export type { Parsed, SyntaxTree } from "./syntax/syntax-tree.js";
export { tokenText, type Token, type Comment, type NumberPayload } from "./syntax/tokens.js";
export type * as ast from "./syntax/ast.js";
export {
  type BesideForm,
  type ItemForm,
  itemWordOf,
  itemWords,
  type Reach,
  limitMeasures,
  suffixes,
  unitWords,
  roundingWords,
  verbs,
  vocabulary,
  type Role,
  type RoleName,
} from "./vocabulary/vocabulary.js";
export { splitJoined } from "./syntax/joined-words.js";
export { catalogue, type Code } from "./diagnostics/catalogue/index.js";
export {
  diagnostic,
  render,
  severityOf,
  type Diagnostic,
  type TypedDiagnostic,
  type Fix,
  type FixEffect,
  type RenderedFix,
  type Lang,
  type Severity,
  type TextEdit,
  type Bilingual,
} from "./diagnostics/diagnostic.js";
export { inLineBreaks } from "./source/line-break.js";
export type { Span } from "./source/span.js";
export { ownEntry } from "./source/own-entry.js";
export { isPlaceholderName, placeholderName } from "./source/placeholder-name.js";
export { expectedAt, type Expected } from "./syntax/expected.js";
export { format, formatParsed, type FormatOptions } from "./format/format.js";
export { analyse, type AnalyseOptions, type Analysis } from "./check/analyse.js";
export { builtins, type Builtin, type BuiltinName } from "./library/builtins.js";
export { check, type CheckOptions, type Checked } from "./check/check.js";
export type { Facts, Referent } from "./check/checker.js";
export { sentencesIn } from "./format/sentences.js";
export { leavesOf, type Leaf } from "./format/leaves.js";
export { keywordIn, vocabularyOf } from "./syntax/file-vocabulary.js";
export { writtenForms } from "./edit/written-name.js";
export * from "./edit/index.js";
