/**
 * Names of worksheets. A spreadsheet allows 1 to 31 UTF-16 units without `[ ] : * ? / \` and control characters, without an
 * apostrophe at either end, not `History` in any case, and no two names that it takes for the same. Whatever a list, a section or
 * a subject is called, `sheetNames` makes such names of it; a `Book` takes no others.
 */

declare const isSheetName: unique symbol;

/** A name that every spreadsheet takes; only `sheetNames` makes one. */
export type SheetName = string & { readonly [isSheetName]: true };

/** What no name may contain; the last two are no characters of XML. */
const FORBIDDEN = /[[\]:*?/\\]|\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;
/** What a name must not begin or end with; spaces at the ends are allowed, but are not seen. */
const ENDS = /^['\s]+|['\s]+$/gu;
const LONGEST = 31;
/** Spreadsheets keep it for the history of changes. */
const RESERVED = "history";
/** Stands for a name of which nothing remains. */
const NO_NAME = "_";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The beginning of a text that has at most so many UTF-16 units, never cut inside what is seen as one character. */
function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let cut = "";
  for (const { segment } of graphemes.segment(text)) {
    if (cut.length + segment.length > longest) break;
    cut += segment;
  }
  // One character of many marks may be longer than the whole name.
  return cut === "" ? text.slice(0, longest).replace(/[\ud800-\udbff]$/u, "") : cut;
}

/** What two names have in common that a spreadsheet takes for the same. */
const folded = (name: string): string => name.normalize("NFKC").toUpperCase().toLowerCase();

/** Names for the sheets of one workbook, in the order of what they are wanted to be called; the first has the first choice. */
export function sheetNames(wanted: readonly string[]): readonly SheetName[] {
  const taken = new Set([RESERVED]);
  return wanted.map((name) => {
    const plain = name.replace(FORBIDDEN, "_").replace(ENDS, "");
    const withTail = (tail: string) =>
      (beginning(plain, LONGEST - tail.length).replace(ENDS, "") || (tail === "" ? NO_NAME : "")) + tail;
    let found = withTail("");
    for (let number = 2; taken.has(folded(found)); number++) found = withTail(`_${number}`);
    taken.add(folded(found));
    return found as SheetName;
  });
}
