/**
 * `@yardstick/service`: editor features for rubrics, as plain data for any editor. Each takes the `Analysis` of the language package.
 */
export { complete, type Completion, type CompletionKind, type CompletionOptions } from "./completion.js";
export { diagnostics } from "./diagnostics.js";
export { fixAll, type AllFixed, type AppliedFix } from "./fix-all.js";
export { folds, type Fold } from "./folding.js";
export { editsBetween, formatting, keywordEdits, rangeFormatting } from "./formatting.js";
export { hover, type Hover } from "./hover.js";
export { inlayHints, type InlayHint } from "./inlay-hints.js";
export { definition, references, usedReferences, type Definition, type UsedReference } from "./navigation.js";
export { onlyFix } from "./only-fix.js";
export { outline, type OutlineEntry, type OutlineKind } from "./outline.js";
export { quickFixes, type QuickFix } from "./quick-fixes.js";
export { renamable, rename, type Renamable, type Renamed } from "./rename.js";
export { selectionSpans } from "./selection.js";
export { classify, type ClassifiedToken, type TokenClass } from "./semantic-tokens.js";
export { completionItemKinds, symbolKinds } from "./symbol-kinds.js";
export { signature, type Signature } from "./signature.js";
export { testLenses, type TestLens } from "./test-lenses.js";
