/**
 * The shape of one catalogue entry: a severity and, for its typed params, a message and a next step in both languages.
 * The severity is part of the type: it says which effects the fixes of the diagnostic may have.
 */
import type { Severity, Bilingual } from "../../vocabulary/bilingual.js";

export interface Entry<H, S extends Severity = Severity> {
  readonly severity: S;
  /** Names the author's own thing, says what was expected and what was found. */
  readonly message: (params: H) => Bilingual;
  /** One next step. */
  readonly help?: (params: H) => Bilingual;
}

type Prose<H> = (params: H) => Bilingual;

/** Declares an entry; the type argument is its params. */
export function entry<H>(severity: "error", message: Prose<H>, help?: Prose<H>): Entry<H, "error">;
export function entry<H>(severity: "warning", message: Prose<H>, help?: Prose<H>): Entry<H, "warning">;
export function entry<H>(severity: "advice", message: Prose<H>, help?: Prose<H>): Entry<H, "advice">;
export function entry<H>(severity: Severity, message: Prose<H>, help?: Prose<H>): Entry<H> {
  return help === undefined ? { severity, message } : { severity, message, help };
}
