/**
 * The points of one count, as evaluators see them: a value, or an input that only they can read.
 */
import type { Amount } from "../../program/program.js";

/** `expression`: points. `judgement`: an assessor's number. `open`: a clause that is yet to be written, so that nothing is known. */
export type CoreAmount = Extract<Amount, { readonly kind: "expression" | "judgement" | "open" }>;
