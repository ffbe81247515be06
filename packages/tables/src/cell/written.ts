/**
 * A cell as a person wrote it, and what a reader of one field's cells makes of it. Input methods type full-width signs,
 * so these are folded first; compatibility forms are not, or `①` would be 1 and `5²` would be 52.
 */
import type { Cell, ProblemReason } from "@yardstick/engine";
import type { NumberToken, RawCell } from "../raw-table.js";

/** What is said of a cell that was read: why, and what was taken for what stands there. */
export interface CellNote {
  readonly reason: NoteReason;
  readonly used: string;
}

export type NoteReason = Extract<ProblemReason, "digits-not-shown" | "read-as-duration" | "day-of-utc">;

/** What one cell is: a value (`null` where it is blank), or the reason why it cannot be read. */
export type CellReading =
  | { readonly cell: Cell; readonly note?: CellNote }
  | { readonly reason: ProblemReason; readonly expected: readonly string[] };

/** Reads the cells of one field; never called with a blank. */
export type CellReader = (written: string | boolean | NumberToken) => CellReading;

export const BLANK: CellReading = { cell: null };

/** Spaces of every width, the byte order mark and the zero-width space. */
const BLANKS = /^[\s\u200b]*$/u;

export function isBlank(raw: RawCell | undefined): boolean {
  if (typeof raw !== "string") return raw === undefined || raw === null;
  if (raw === "") return true;
  // Most cells begin with a sign beyond every blank: no pattern needs to look at them.
  const first = raw.charCodeAt(0);
  return (first <= 32 || first >= 0x80) && BLANKS.test(raw);
}

/** Already as folding would leave it. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u;

/** Something that folding would change. */
const FOLDS = /[\uff01-\uff5e\uffe5\u3000\u00a0\u2212\ufe63\u200b]|^\s|\s$/u;

/** Trims and folds full-width signs, digits and letters, the full-width yen and the minus sign into ASCII (`¥` stays). */
export function foldWidth(text: string): string {
  if (PLAIN.test(text) || !FOLDS.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/gu, " ")
    .replace(/\uffe5/gu, "¥")
    .replace(/[\u2212\ufe63]/gu, "-")
    .replace(/\u200b/gu, "")
    .trim();
}

/** Trims and composes, the form in which names and texts compare. */
export function composed(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/^[\s\u200b]+|[\s\u200b]+$/gu, "").normalize("NFC");
}

function wordsOf(raw: RawCell | undefined): string {
  if (raw === undefined || raw === null) return "";
  if (typeof raw === "string") return composed(raw);
  if (typeof raw === "boolean") return String(raw);
  switch (raw.kind) {
    case "number":
      return raw.token;
    case "rows":
      return "[…]";
    case "merged":
      return wordsOf(raw.content);
    case "date":
    case "time":
    case "formatted":
    case "structure":
    case "refused":
      return raw.text;
    default:
      return raw satisfies never;
  }
}

/** What a problem shows as found: the words of the cell, shortened past 60 characters. */
export function shownText(raw: RawCell | undefined): string {
  const text = wordsOf(raw);
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : text;
}
