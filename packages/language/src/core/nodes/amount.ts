/**
 * The points of one count, as evaluators see them: a value, or nothing that could be computed.
 */
import type { Amount } from "../../program/program.js";

/** `expression`: points. `open`: a clause that is yet to be written, so that nothing is known. */
export type CoreAmount = Extract<Amount, { readonly kind: "expression" | "open" }>;
