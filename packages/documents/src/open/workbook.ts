/** A workbook to blocks: each visible sheet is a table with its merged cells. */
import { sheetTexts } from "@yardstick/tables/office";
import type { Block, Cell } from "../blocks/block.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";

/** The blocks of an XLSX. Throws an `OpenFailure` for whatever keeps it from being read. */
export function workbookBlocks(bytes: Uint8Array, limits: DocumentLimits): readonly Block[] {
  const read = sheetTexts(bytes, { bytes: limits.bytes, unpackedBytes: limits.unpackedBytes });
  if ("failure" in read) {
    throw read.failure === "damaged"
      ? new OpenFailure("damaged")
      : new OpenFailure("too-much-unpacked", limits.unpackedBytes);
  }
  let cells = 0;
  let characters = 0;
  return read.sheets.flatMap(({ rows, merges }): Block[] => {
    const height = Math.max(rows.length, 0);
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    cells += height * width;
    if (cells > limits.cells) throw new OpenFailure("too-many-cells", limits.cells);
    const corners = new Map(merges.map((merge) => [`${String(merge.top)}:${String(merge.left)}`, merge]));
    const covered = new Set<string>();
    for (const { top, left, bottom, right } of merges) {
      for (let row = top; row <= Math.min(bottom, height - 1); row++) {
        for (let column = left; column <= Math.min(right, width - 1); column++) {
          if (row !== top || column !== left) covered.add(`${String(row)}:${String(column)}`);
        }
      }
    }
    characters += rows.reduce((sum, row) => sum + row.reduce((own, text) => own + text.length, 0), 0);
    if (characters > limits.characters) throw new OpenFailure("too-much-text", limits.characters);
    const table = rows.map((texts, row) =>
      Array.from({ length: width }, (_, column): Cell | null => {
        const key = `${String(row)}:${String(column)}`;
        if (covered.has(key)) return null;
        const merge = corners.get(key);
        const lines = (texts[column] ?? "")
          .split(/\r?\n/u)
          .map((line) => line.trim())
          .filter((line) => line !== "");
        return {
          lines,
          rows: merge === undefined ? 1 : Math.min(merge.bottom, height - 1) - merge.top + 1,
          columns: merge === undefined ? 1 : Math.min(merge.right, width - 1) - merge.left + 1,
          nested: [],
        };
      }).filter((cell) => cell !== null),
    );
    const filled = table.filter((row) => row.some((cell) => cell.lines.length > 0 || cell.rows > 1));
    return filled.length === 0 ? [] : [{ kind: "table", rows: table }];
  });
}
