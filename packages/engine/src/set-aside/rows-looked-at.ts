/**
 * The rows of a table, of which those that are not subjects are looked for.
 */
import type { Figure } from "./figure.js";

/** The rows of one table, as far as they are read. */
export interface RowsLookedAt {
  readonly count: number;
  /** One row a subject: only then figures are read, and only then anything is in doubt. */
  readonly isOfSubjects: boolean;
  /** Text of the key; empty where it is blank. */
  readonly key: (row: number) => string;
  /** Texts of all cells that are filled and hold no figure, the key's among them. */
  readonly texts: (row: number) => readonly string[];
  /** Columns of figures. */
  readonly figureColumns: number;
  /** Null for a blank; `text` for what is not a figure. */
  readonly figure: (row: number, column: number) => Figure | null | "text";
  /** The figure as a binary number, by which exact work is saved; null for a blank and for what is not a figure. */
  readonly roughly: (row: number, column: number) => number | null;
  /** Columns of text beside the key, by which rows may be grouped. */
  readonly groupColumns: number;
  readonly group: (row: number, column: number) => string;
  /** Whether the words of all rows are certainly those of subjects, so that none has to be read for them; false where unknown. */
  readonly arePlain?: () => boolean;
}
