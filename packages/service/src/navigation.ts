/**
 * Go to the definition of a name, and find all places where it stands.
 */
import type { Analysis, Span } from "@yardstick/language";
import { declarationOf, occurrences, symbolAt } from "./symbols.js";

export function definition(analysis: Analysis, offset: number): Span | null {
  const symbol = symbolAt(analysis, offset);
  return symbol === null ? null : declarationOf(symbol.means);
}

/** The declaration first; empty where the cursor is on no name. */
export function references(analysis: Analysis, offset: number): Span[] {
  const symbol = symbolAt(analysis, offset);
  return symbol === null ? [] : occurrences(analysis, symbol.means);
}
