/**
 * The common form of all document formats: headings, paragraphs and tables in the order of the document. Plain JSON; a `Location`
 * refers to a part of it.
 */

/** A heading of the document. */
export interface Heading {
  readonly kind: "heading";
  /** 1 is the highest. */
  readonly level: number;
  readonly text: string;
}

/** A paragraph of running text, or an entry of a list. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** The number that the word processor printed before it (`二、`, `(3)`), or an empty text. */
  readonly label: string;
}

/** A cell of a table, at its upper left corner. */
export interface Cell {
  /** Paragraphs and line breaks of the cell. */
  readonly lines: readonly string[];
  /** Rows and columns that it spans, as drawn; cells that it covers are not repeated. */
  readonly rows: number;
  readonly columns: number;
  readonly nested: readonly Table[];
}

/** A table of rows of cells. */
export interface Table {
  readonly kind: "table";
  readonly rows: readonly (readonly Cell[])[];
}

/** One element of a document, in document order. */
export type Block = Heading | Paragraph | Table;

/** Characters `from` to `to` of a block's text, or of a cell's lines joined by line feeds. Rows and columns are those of the cell's corner, -1 outside tables. */
export interface Location {
  readonly block: number;
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** The lines of a cell joined by line feeds, as locations count them. */
export const cellText = (cell: Cell): string => cell.lines.join("\n");
