/**
 * A first row that numbers the columns instead of naming a subject: 甲 1 2, A 1 2.
 */
import { foldName } from "../names/fold-name.js";
import type { RowsLookedAt } from "./rows-looked-at.js";

/** The first two of the series by which columns are numbered. */
const SERIES: ReadonlyMap<string, string> = new Map(
  ["甲乙", "一二", "AB", "12"].map(([one = "", two = ""]) => [one, two]),
);
/** The greatest difference between the numbers of two columns of figures, with columns of text between them. */
const MAX_STEP = 3;

/** Whether the key of the first row begins a series that the next key does not continue, and its figures count the columns. */
export function isNumbering(rows: RowsLookedAt): boolean {
  const second = rows.count > 1 ? SERIES.get(foldName(rows.key(0))) : undefined;
  if (second === undefined || foldName(rows.key(1)) === second) return false;
  let last = 0;
  for (let column = 0; column < rows.figureColumns; column++) {
    const number = rows.roughly(0, column);
    if (number === null || !Number.isInteger(number) || number <= last || number > last + MAX_STEP) return false;
    last = number;
  }
  return rows.figureColumns > 1;
}
