/**
 * Names of worksheets. A spreadsheet allows 1 to 31 UTF-16 units without `[ ] : * ? / \` and control characters, without an
 * apostrophe at either end, not `History` in any case, and no two names that it considers equal. `sheetNames` makes such names from
 * any names of lists, sections and subjects; a `Book` accepts no others.
 */

declare const isSheetName: unique symbol;

/** A name that every spreadsheet accepts; only `sheetNames` creates one. */
export type SheetName = string & { readonly [isSheetName]: true };

/** Characters that no name may contain; the last two are not allowed in XML. */
const FORBIDDEN = /[[\]:*?/\\]|\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;
/** Characters that are removed from both ends; spaces are allowed there but not visible. */
const ENDS = /^['\s]+|['\s]+$/gu;
const LONGEST = 31;
/** Reserved by spreadsheets for the change history. */
const RESERVED = "history";
/** Replaces a name of which no character remains. */
const NO_NAME = "_";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The longest beginning of a text that has at most `longest` UTF-16 units and does not cut a grapheme. */
function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let cut = "";
  for (const { segment } of graphemes.segment(text)) {
    if (cut.length + segment.length > longest) break;
    cut += segment;
  }
  // A single grapheme with many combining marks may be longer than the limit.
  return cut === "" ? text.slice(0, longest).replace(/[\ud800-\udbff]$/u, "") : cut;
}

/** The form in which a spreadsheet compares names. */
const folded = (name: string): string => name.normalize("NFKC").toUpperCase().toLowerCase();

/** Valid, distinct names for the sheets of one workbook, parallel to the requested ones; earlier ones take precedence. */
export function sheetNames(requested: readonly string[]): readonly SheetName[] {
  const taken = new Set([RESERVED]);
  return requested.map((name) => {
    const plain = name.replace(FORBIDDEN, "_").replace(ENDS, "");
    const withTail = (tail: string) =>
      (beginning(plain, LONGEST - tail.length).replace(ENDS, "") || (tail === "" ? NO_NAME : "")) + tail;
    let found = withTail("");
    for (let number = 2; taken.has(folded(found)); number++) found = withTail(`_${number}`);
    taken.add(folded(found));
    return found as SheetName;
  });
}
