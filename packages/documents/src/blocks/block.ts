/**
 * What every format is turned into before a clause is read: headings, paragraphs and tables in the order of the document. Plain
 * JSON; a place in it is a `Location`.
 */

export interface Heading {
  readonly kind: "heading";
  /** 1 is the highest. */
  readonly level: number;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** The number that the word processor printed before it (`二、`, `(3)`), or an empty text. */
  readonly label: string;
}

export interface Cell {
  /** Paragraphs and line breaks of the cell. */
  readonly lines: readonly string[];
  /** Rows and columns that it spans, as drawn; cells that it covers are not repeated. */
  readonly rows: number;
  readonly columns: number;
  readonly nested: readonly Table[];
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Heading | Paragraph | Table;

/** Characters `from` to `to` of a block's text, or of a cell's lines joined by line feeds. Rows and columns are those of the cell's corner, -1 outside tables. */
export interface Location {
  readonly block: number;
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export const cellText = (cell: Cell): string => cell.lines.join("\n");
