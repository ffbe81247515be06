/** Ranges of cells of the grid: rows as they are displayed, columns by index. */

/** A cell: its displayed row and its column, from 0. */
export interface Place {
  readonly row: number;
  readonly at: number;
}

/** A range, both ends inclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The range between two cells. */
export function rangeOf(one: Place, other: Place): Range {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.at, other.at),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.at, other.at),
  };
}

/** Whether a range has a single cell. */
export function isSingle({ top, left, bottom, right }: Range): boolean {
  return top === bottom && left === right;
}

/** The columns of a range in a row; null where the row is outside. */
export function columnsIn({ top, left, bottom, right }: Range, row: number): readonly [number, number] | null {
  return row < top || row > bottom ? null : [left, right];
}

/** The cells of a range by rows; `textAt` is the text of a cell. */
export function blockOf(
  { top, left, bottom, right }: Range,
  textAt: (row: number, at: number) => string,
): readonly (readonly string[])[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, over) => textAt(top + down, left + over)),
  );
}

/** Cells as a spreadsheet puts them on the clipboard: tabs between cells, quoted where needed. */
export function clipboardText(block: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/["\t\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** A block repeated over a range that it fits into a whole number of times, as spreadsheets paste it; else the block itself. */
export function tiled(block: readonly (readonly string[])[], { top, left, bottom, right }: Range) {
  const [height, width] = [bottom - top + 1, right - left + 1];
  const wide = Math.max(0, ...block.map((row) => row.length));
  if (block.length === 0 || wide === 0 || height % block.length !== 0 || width % wide !== 0) return block;
  return Array.from({ length: height }, (_, down) =>
    Array.from({ length: width }, (__, over) => block[down % block.length]?.[over % wide] ?? ""),
  );
}

/** The row to which Ctrl and an arrow key move: the last filled cell before a blank, else the next filled one, else the edge. */
export function edgeFrom(from: number, step: 1 | -1, count: number, isFilled: (row: number) => boolean): number {
  const isInside = (row: number) => row >= 0 && row < count;
  let at = from;
  if (isFilled(at) && isInside(at + step) && isFilled(at + step)) {
    while (isInside(at + step) && isFilled(at + step)) at += step;
    return at;
  }
  for (let next = at + step; isInside(next); next += step) if (isFilled(next)) return next;
  return step === 1 ? Math.max(0, count - 1) : 0;
}
