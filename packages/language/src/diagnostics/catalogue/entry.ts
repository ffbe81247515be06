/**
 * The shape of one catalogue entry: a severity and, for its typed holes, a message and a next step in both languages.
 */
import type { Severity, Words } from "../words.js";

export interface Entry<H> {
  readonly severity: Severity;
  /** Names the author's own thing, says what was expected and what was found. */
  readonly message: (holes: H) => Words;
  /** One next step. */
  readonly help?: (holes: H) => Words;
}

/** Declares an entry; the type argument is its holes. */
export function entry<H>(severity: Severity, message: (holes: H) => Words, help?: (holes: H) => Words): Entry<H> {
  return help === undefined ? { severity, message } : { severity, message, help };
}
