/** Page setup of printed documents: A4 with the margins of official documents (GB/T 9704), fonts, and widths of columns. */
import type { Lang } from "@yardstick/language";
import type { Table } from "../blocks/block.js";

/** `official`: 仿宋 text, 黑体 headings and a 小标宋 title, as offices write; `plain`: 宋体 and 黑体. */
export type PageStyle = "official" | "plain";

/** Sizes in twentieths of a point. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1588,
  right: 1474,
  textWidth: 11906 - 1588 - 1474,
} as const;

/** Fonts by style. */
export const FONTS = {
  official: { body: "仿宋", heading: "黑体", title: "方正小标宋简体", latin: "Times New Roman" },
  plain: { body: "宋体", heading: "黑体", title: "黑体", latin: "Arial" },
} as const;

const longest = (lines: readonly string[]): number =>
  Math.max(1, ...lines.map((line) => Array.from(line).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0)));

/** Widths of a table's columns that add up to `total`: by the longest text of each, within bounds. */
export function columnWidths(table: Table, lang: Lang, total: number): readonly number[] {
  const count = Math.max(1, ...table.rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const least: number = lang === "zh" ? 8 : 9;
  const wanted = Array.from({ length: count }, () => least);
  for (const row of table.rows) {
    // Rows below a merged cell have fewer cells, at the right.
    let column = count - row.reduce((sum, cell) => sum + cell.columns, 0);
    for (const cell of row) {
      if (cell.columns === 1) wanted[column] = Math.max(wanted[column] ?? least, Math.min(48, longest(cell.lines)));
      column += cell.columns;
    }
  }
  const sum = wanted.reduce((a, b) => a + b, 0);
  const widths = wanted.map((each) => Math.floor((total * each) / sum));
  const rest = total - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}
