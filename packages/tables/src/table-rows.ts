/**
 * The rows of a raw table in either form, objects or columns, as far as rows that are not subjects are looked for in them.
 */
import type { RowVerdict } from "@yardstick/engine";
import { isPlainName, isTotalWord, roughFigure } from "@yardstick/engine";
import { isBlank } from "./cell/written.js";
import { ColumnsTable } from "./columns-table.js";
import type { RawCell, RawRow, RawTable } from "./raw-table.js";
import { textOfRaw } from "./raw-table.js";

/** The rows of one table, by their index. */
export interface TableRows {
  readonly count: number;
  readonly cell: (row: number, column: number) => RawCell | undefined;
  readonly cells: (row: number) => readonly RawCell[];
  readonly row: (row: number) => RawRow;
  /** The figure in a cell as a binary number; null for what is none. */
  readonly roughly: (row: number, column: number) => number | null;
  /** Whether no name in column `key`, and no text in the columns `texts`, can be that of a total or a remark; false where unknown. */
  readonly hasPlainNames: (key: number, texts: readonly number[]) => boolean;
  /** The table without the rows `aside`; `verdicts` are those of the other rows. */
  readonly without: (aside: ReadonlySet<number>, verdicts: ReadonlyMap<number, RowVerdict>) => RawTable;
}

/** The text of a cell; empty where it is blank. */
export function filledText(cell: RawCell | undefined): string {
  const text = textOfRaw(cell);
  return isBlank(text) ? "" : text;
}

/** A figure with all stored digits, since sums of rounded figures need not agree. */
export function figureText(cell: RawCell | undefined): string {
  const isFormatted = typeof cell === "object" && cell?.kind === "formatted";
  return isFormatted && cell.exact !== null ? cell.exact : filledText(cell);
}

/** The rows of a table. */
export function rowsOf(raw: RawTable): TableRows {
  return raw instanceof ColumnsTable ? rowsOfColumns(raw) : rowsOfObjects(raw);
}

function rowsOfObjects(raw: RawTable): TableRows {
  const { rows } = raw;
  return {
    count: rows.length,
    cell: (row, column) => rows[row]?.cells[column],
    cells: (row) => rows[row]?.cells ?? [],
    row: (row) => rows[row] ?? { row: 0, cells: [], beyond: [] },
    roughly: (row, column) => {
      const written = rows[row]?.cells[column];
      return roughFigure(typeof written === "string" ? written : figureText(written));
    },
    hasPlainNames: () => false,
    without: (aside, verdicts) => ({
      ...raw,
      rows: rows.flatMap((row, index) => {
        if (aside.has(index)) return [];
        const verdict = verdicts.get(index);
        return [verdict === undefined ? row : { ...row, verdict }];
      }),
    }),
  };
}

function rowsOfColumns(raw: ColumnsTable): TableRows {
  const { columns } = raw;
  const rough = new Map<number, (number | null | undefined)[]>();
  return {
    count: columns.count,
    cell: (row, column) => columns.cell(row, column),
    cells: (row) => columns.cells(row),
    row: (row) => columns.row(row),
    roughly: (row, at) => {
      const column = columns.columns[at];
      if (column === undefined) return null;
      let known = rough.get(at);
      if (known === undefined) {
        known = [];
        rough.set(at, known);
      }
      const code = column.codes[row] ?? 0;
      let figure = known[code];
      if (figure === undefined) {
        figure = roughFigure(column.texts[code] ?? "");
        known[code] = figure;
      }
      return figure;
    },
    hasPlainNames: (key, texts) =>
      columns.occurring(key).every(isPlainName) &&
      texts.every((column) => !columns.occurring(column).some(isTotalWord)),
    without: (aside, verdicts) => {
      const rows = new Int32Array(columns.count - aside.size);
      const newIndex = new Map<number, number>();
      let count = 0;
      for (let row = 0; row < columns.count; row += 1) {
        if (aside.has(row)) continue;
        if (verdicts.has(row) || columns.beyond(row).length > 0) newIndex.set(row, count);
        rows[count] = row;
        count += 1;
      }
      const moved = <T>(of: Iterable<readonly [number, T]>): ReadonlyMap<number, T> =>
        new Map(
          [...of].flatMap(([row, value]) => (newIndex.has(row) ? [[newIndex.get(row) ?? 0, value] as const] : [])),
        );
      const beyond = [...columns.shifted].map((row) => [row, columns.beyond(row)] as const);
      return raw.withColumns(columns.kept(rows, moved(beyond), moved(verdicts)));
    },
  };
}
