/**
 * Names of worksheets: a spreadsheet allows 31 characters without brackets, colons, slashes, asterisks or question marks, and no
 * two that differ in case alone. Writing makes a table's name such a name; reading finds it again.
 */
import { foldWidth } from "./cell/written.js";

const FORBIDDEN = /[[\]:*?/\\]|\p{Cc}/gu;
const LONGEST = 31;

/** The name of the sheet that holds a table, `taken` being names that others have already. */
export function sheetName(table: string, taken: readonly string[] = []): string {
  const isTaken = (name: string) => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  const plain =
    table
      .replace(FORBIDDEN, "_")
      .replace(/^'+|'+$/gu, "")
      .trim() || "_";
  // Cut by UTF-16 units, as the limit counts, but never inside a character.
  const cut = (length: number) => plain.slice(0, length).replace(/[\ud800-\udbff]$/u, "");
  let name = cut(LONGEST);
  for (let number = 2; isTaken(name); number++) {
    const tail = `_${number}`;
    name = cut(LONGEST - tail.length) + tail;
  }
  return name;
}

/** Whether a sheet is the one that a table would be written to; spaces and widths aside. */
export function isSheetOf(sheet: string, table: string): boolean {
  const plain = (name: string) => foldWidth(name).replace(/\s+/gu, "").toLowerCase();
  return plain(sheet) === plain(sheetName(table)) || plain(sheet) === plain(table);
}
