/**
 * The cell as written and the reading of it. Full-width characters, which Chinese input methods produce, are folded first; other
 * compatibility forms are not, since `①` would become 1 and `5²` would become 52.
 */
import type { Cell, ProblemReason } from "@yardstick/engine";
import type { NumberToken, RawCell } from "../raw-table.js";

/** A note about a cell that was read: the reason, and the value that was used. */
export interface CellNote {
  readonly reason: NoteReason;
  readonly used: string;
}

/** Reasons of notes about cells. */
export type NoteReason = Extract<ProblemReason, "digits-not-shown" | "read-as-duration" | "day-of-utc">;

/** The value of a cell (`null` where it is blank), or the reason why it cannot be read. */
export type CellReading =
  | { readonly cell: Cell; readonly note?: CellNote }
  | { readonly reason: ProblemReason; readonly expected: readonly string[] };

/** Reads the cells of one field; never called with a blank cell. */
export type CellReader = (written: string | boolean | NumberToken) => CellReading;

/** The reading of a blank cell. */
export const BLANK: CellReading = { cell: null };

/** Spaces of every width, the byte order mark and the zero-width space. */
const BLANKS = /^[\s\u200b]*$/u;

/** Whether a cell is blank: null, or only white space. */
export function isBlank(raw: RawCell | undefined): boolean {
  if (typeof raw !== "string") return raw === undefined || raw === null;
  if (raw === "") return true;
  // Most cells begin with a visible ASCII character and need no pattern.
  const first = raw.charCodeAt(0);
  return (first <= 32 || first >= 0x80) && BLANKS.test(raw);
}

/** Text that folding does not change. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/u;

/** A character that folding changes. */
const FOLDS = /[\uff01-\uff5e\uffe5\u3000\u00a0\u2212\ufe63\u200b]|^\s|\s$/u;

/** Trims, and folds full-width characters, the full-width yen sign and minus signs to ASCII (and `¥`). */
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

/** Trims and composes (NFC): the form in which names and texts are compared. */
export function composed(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/^[\s\u200b]+|[\s\u200b]+$/gu, "").normalize("NFC");
}

/** The text of a cell; empty where it is blank. */
export function textOfCell(raw: RawCell | undefined): string {
  if (raw === undefined || raw === null) return "";
  if (typeof raw === "string") return composed(raw);
  if (typeof raw === "boolean") return String(raw);
  switch (raw.kind) {
    case "number":
      return raw.token;
    case "rows":
      return "[…]";
    case "merged":
      return textOfCell(raw.content);
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

/** The text of a cell as shown in problems, truncated to 60 characters. */
export function shownText(raw: RawCell | undefined): string {
  const text = textOfCell(raw);
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : text;
}
