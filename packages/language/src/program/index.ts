/**
 * `@yardstick/language/program`: the checked rubric as data, all that an evaluator may know of the language.
 */
export type { Span } from "../source/span.js";
export { ownEntry } from "../source/own-entry.js";
export type * from "./expression.js";
export type * from "./program.js";
export { checkLang, checkOptions, shown } from "./options.js";
export { everyExpression, findExpression, operandsOf, readsRowOf, visit } from "./expression-tree.js";
export { type Rounding, type RoundingFunction, roundingFunctions } from "./rounding.js";
export { expressionsOfLine } from "./expressions-of-line.js";
