/**
 * Builds blocks from the events of a markup reader: paragraphs, line breaks, tables within tables. Counts cells and depth against
 * the limits.
 */
import type { Block, Cell, Table } from "../blocks/block.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";

interface OpenCell {
  lines: string[];
  text: string;
  readonly rows: number;
  readonly columns: number;
  readonly nested: Table[];
  readonly continues: boolean;
}

interface OpenTable {
  readonly rows: OpenCell[][];
  cell: OpenCell | null;
}

const clean = (text: string): string => text.replaceAll(/[ \t\r\n\u00a0]+/gu, " ").trim();

/** A table whose cells that continue the one above are counted into its height. */
function closedTable(rows: readonly (readonly OpenCell[])[]): Table {
  const starts = new Map<number, { cell: OpenCell; rows: number }>();
  const heights = new Map<OpenCell, { rows: number }>();
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      const above = starts.get(column);
      if (cell.continues && above !== undefined) above.rows++;
      else {
        const start = { cell, rows: cell.rows };
        starts.set(column, start);
        heights.set(cell, start);
      }
      column += cell.columns;
    }
  }
  return {
    kind: "table",
    rows: rows.map((row) =>
      row
        .filter((cell) => heights.has(cell))
        .map((cell): Cell => ({
          lines: cell.lines,
          rows: heights.get(cell)?.rows ?? 1,
          columns: cell.columns,
          nested: cell.nested,
        })),
    ),
  };
}

/** Collects the blocks of one document. Throws an `OpenFailure` where a limit is exceeded. */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private text = "";
  private cells = 0;
  private elements = 0;
  private characters = 0;

  constructor(private readonly limits: DocumentLimits) {}

  private get cell(): OpenCell | null {
    return this.tables.at(-1)?.cell ?? null;
  }

  /** Whether text goes into a table now. */
  get inTable(): boolean {
    return this.tables.length > 0;
  }

  /** Counts a tag or an element. */
  count(): void {
    if (++this.elements > this.limits.elements) throw new OpenFailure("too-many-elements", this.limits.elements);
  }

  /** Adds to the current line. */
  add(text: string): void {
    const { characters } = this.limits;
    // A run of spaces that is longer than all text may be is no layout.
    this.characters += text.length < 64 || text.length > 2 * characters ? text.length : clean(text).length;
    if (this.characters > characters) throw new OpenFailure("too-much-text", characters);
    const { cell } = this;
    if (cell !== null) cell.text += text;
    else if (!this.inTable) this.text += text;
  }

  /** Ends the current line; outside tables it becomes a paragraph, or a heading where a level is given. */
  endLine(level: number | null = null, label = ""): void {
    const { cell } = this;
    if (cell !== null) {
      const line = clean(label + cell.text);
      cell.text = "";
      if (line !== "") cell.lines.push(line);
      return;
    }
    if (this.inTable) return;
    const text = clean(this.text);
    this.text = "";
    if (text === "") return;
    if (level !== null) this.blocks.push({ kind: "heading", level, text: clean(label + text) });
    else this.blocks.push({ kind: "paragraph", text, label: clean(label) });
  }

  openTable(): void {
    this.endLine();
    this.tables.push({ rows: [], cell: null });
    if (this.tables.length > this.limits.depth) throw new OpenFailure("too-deep", this.limits.depth);
  }

  openRow(): void {
    this.closeCell();
    this.tables.at(-1)?.rows.push([]);
  }

  /** `continues`: a cell of a vertical merge that begins further up. */
  openCell(columns: number, rows: number, continues = false): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length === 0) table.rows.push([]);
    if (++this.cells > this.limits.cells) throw new OpenFailure("too-many-cells", this.limits.cells);
    const span = (count: number) => Math.min(Math.max(1, count), 1_000);
    table.cell = { lines: [], text: "", rows: span(rows), columns: span(columns), nested: [], continues };
    table.rows.at(-1)?.push(table.cell);
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.cell === null) return;
    this.endLine();
    table.cell = null;
  }

  closeTable(): void {
    this.closeCell();
    const table = this.tables.pop();
    if (table === undefined) return;
    const closed = closedTable(table.rows);
    const outer = this.cell;
    if (outer !== null) outer.nested.push(closed);
    else if (!this.inTable) this.blocks.push(closed);
  }

  end(): readonly Block[] {
    while (this.inTable) this.closeTable();
    this.endLine();
    return this.blocks;
  }
}
