/**
 * The pieces of a sentence in the designer: words, slots to be filled, and rows of further sentences. A slot is one
 * span of the text: filling it changes only that span.
 */
import type { RoleName, Span } from "@yardstick/language";

/** What a slot accepts. */
export type SlotType =
  /** Digits; the unit is a word after them. */
  | "number"
  /** The name of something declared here: changing it renames every reference. */
  | "declared"
  /** The name of something declared elsewhere, to be picked. */
  | "reference"
  /** The unit after a number type. */
  | "unit"
  | "text"
  | "date"
  /** One of a closed list: a comparison, a verb, a type. */
  | "choice";

/** One option of a closed list. */
export interface ChoiceOption {
  /** As written into the text. */
  readonly written: string;
  readonly label: string;
}

/** A span of the text that the user can fill in. */
export interface Slot {
  readonly kind: "slot";
  readonly type: SlotType;
  readonly span: Span;
  /** As shown: digits; a name or a text without its quotes. */
  readonly value: string;
  /** The options of a choice, including the current one. */
  readonly options: readonly ChoiceOption[];
  /** Rule and label of the grammar, which determine what a reference may name. */
  readonly place: string;
  /** Nothing has been chosen yet. */
  readonly isOpen: boolean;
}

/** Text of a sentence that cannot be changed. */
export interface Word {
  readonly kind: "word";
  readonly text: string;
  readonly role: RoleName | null;
  /** No space before it in scripts that use spaces. */
  readonly isTight: boolean;
}

/** One row between braces, as a sentence. */
export interface Row {
  readonly span: Span;
  /** What a band matches; empty for other rows. */
  readonly key: readonly Piece[];
  readonly pieces: readonly Piece[];
}

/** The rows between braces: bands, fields, effects, grades, changes, inputs and expectations of a test. */
export interface Rows {
  readonly kind: "rows";
  /** The rule of the grammar. */
  readonly block: string;
  /** From after the opening brace to before the closing one. */
  readonly inside: Span;
  readonly rows: readonly Row[];
}

/** A piece of a sentence. */
export type Piece = Word | Slot | Rows;

/** All slots of a sentence, including those of its rows, in the order of the text. */
export function slotsOf(pieces: readonly Piece[]): readonly Slot[] {
  return pieces.flatMap((piece): readonly Slot[] => {
    if (piece.kind === "slot") return [piece];
    if (piece.kind === "word") return [];
    return piece.rows.flatMap((row) => [...slotsOf(row.key), ...slotsOf(row.pieces)]);
  });
}
