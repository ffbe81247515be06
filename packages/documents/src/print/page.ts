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

/** Half-width characters of a table's text that fit the width of a page. */
const PAGE_CHARACTERS = 84;
/** The width, in the same unit, of a cell's padding and borders. */
const CELL_MARGIN = 3;
/** A text of up to this width stays on one line where the columns leave room for it: 考核部门, Assessor. */
const SHORT_TEXT = 8;

/** Shares of `total` in proportion to `wanted`, none below its `least`; in proportion alone where these do not fit. */
function shared(total: number, wanted: readonly number[], least: readonly number[]): readonly number[] {
  const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
  const held = new Set<number>();
  for (;;) {
    const isFree = (_: number, at: number): boolean => !held.has(at);
    const room = total - sum(least.filter((_, at) => held.has(at)));
    const scale = room / sum(wanted.filter(isFree));
    if (room <= 0 || held.size === wanted.length) return wanted.map((each) => (total * each) / sum(wanted));
    const short = wanted.flatMap((each, at) => (!held.has(at) && each * scale < (least[at] ?? 0) ? [at] : []));
    if (short.length === 0) return wanted.map((each, at) => (held.has(at) ? (least[at] ?? 0) : each * scale));
    for (const at of short) held.add(at);
  }
}

/**
 * Widths of a table's columns that add up to `total`: by the longest text of each, within bounds, and no column narrower than its short
 * texts where all of these fit.
 */
export function columnWidths(table: Table, lang: Lang, total: number): readonly number[] {
  const count = Math.max(1, ...table.rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const usual: number = lang === "zh" ? 8 : 9;
  const texts = Array.from({ length: count }, () => 1);
  for (const row of table.rows) {
    // Rows below a merged cell have fewer cells, at the right.
    let column = count - row.reduce((sum, cell) => sum + cell.columns, 0);
    for (const cell of row) {
      if (cell.columns === 1) texts[column] = Math.max(texts[column] ?? 1, longest(cell.lines));
      column += cell.columns;
    }
  }
  const wanted = texts.map((each) => Math.min(48, Math.max(usual, each)));
  const least = texts.map((each) => (total * (Math.min(each, SHORT_TEXT) + CELL_MARGIN)) / PAGE_CHARACTERS);
  const widths = shared(total, wanted, least).map(Math.floor);
  const rest = total - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}
