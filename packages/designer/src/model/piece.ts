/**
 * What a sentence of the designer is made of: words that say what it means, slots that can be filled, and rows of further
 * sentences. A slot is one stretch of the text: filling it changes that stretch and nothing else.
 */
import type { RoleName, Span } from "@yardstick/language";

/** What may be put in a slot. */
export type SlotType =
  /** Digits; the unit is a word after it. */
  | "number"
  /** The name of something declared here: changing it renames it wherever it is read. */
  | "declared"
  /** The name of something declared elsewhere, to be picked. */
  | "reference"
  /** A word after a number's type. */
  | "unit"
  | "text"
  | "date"
  /** One of a closed list: a comparison, a verb, a type. */
  | "choice";

export interface ChoiceOption {
  /** What is written into the text. */
  readonly written: string;
  readonly label: string;
}

export interface Slot {
  readonly kind: "slot";
  readonly type: SlotType;
  readonly span: Span;
  /** As it is shown: digits, a name without its quotes, a text without its quotes. */
  readonly value: string;
  /** Of a choice; the current one is among them. */
  readonly options: readonly ChoiceOption[];
  /** The grammar's rule and label: what kind of thing a reference names. */
  readonly place: string;
  /** Nothing has been chosen yet. */
  readonly isOpen: boolean;
}

export interface Word {
  readonly kind: "word";
  readonly text: string;
  readonly role: RoleName | null;
  /** No space before it in a script that has spaces. */
  readonly isTight: boolean;
}

export interface Row {
  readonly span: Span;
  /** Of a band, what it matches; empty elsewhere. */
  readonly key: readonly Piece[];
  readonly pieces: readonly Piece[];
}

/** What stands between braces: bands, fields, effects, grades, changes, what a sample is given and should give. */
export interface Rows {
  readonly kind: "rows";
  /** The grammar's rule. */
  readonly block: string;
  /** After the opening brace, and before the closing one. */
  readonly inside: Span;
  readonly rows: readonly Row[];
}

export type Piece = Word | Slot | Rows;

/** All slots of a sentence, those of its rows included, in the order of the text. */
export function slotsOf(pieces: readonly Piece[]): readonly Slot[] {
  return pieces.flatMap((piece): readonly Slot[] => {
    if (piece.kind === "slot") return [piece];
    if (piece.kind === "word") return [];
    return piece.rows.flatMap((row) => [...slotsOf(row.key), ...slotsOf(row.pieces)]);
  });
}
