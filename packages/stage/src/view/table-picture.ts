/** A table as a picture: the comparison of scenarios. */
import type { Colour, Measure, Picture, Shape, Type } from "./picture.js";
import { wrapped } from "./picture.js";

/** What the picture says. */
export interface TablePicture {
  readonly title: string;
  /** Groups of columns: the name over them, and their heads; the first column, of the names, has none. */
  readonly groups: readonly { readonly name: string; readonly heads: readonly TableHead[] }[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly notes: readonly string[];
}

/** The head of a column; figures are aligned on the right. */
interface TableHead {
  readonly text: string;
  readonly isFigure: boolean;
}

const MARGIN = 40;
const ROW = 32;
const GAP = 24;
const TITLE: Type = { size: 26, isBold: true };
const HEAD: Type = { size: 16, isBold: true };
const TEXT: Type = { size: 16 };
const STRONG: Type = { size: 16, isBold: true };
const SMALL: Type = { size: 14 };

/** Lays the table out; nothing is cut, so that long texts make it wider. */
export function tablePicture({ title, groups, rows, notes }: TablePicture, measure: Measure): Picture {
  const heads = groups.flatMap((group) => group.heads);
  const widest = (texts: readonly string[], type: Type) => Math.max(0, ...texts.map((text) => measure(text, type)));
  const widths = heads.map(({ text }, at) =>
    Math.max(
      measure(text, SMALL),
      widest(
        rows.map(({ cells }) => cells[at] ?? ""),
        TEXT,
      ),
    ),
  );
  // A name over a group that is wider than its columns widens the last of them.
  let column = 0;
  for (const { name, heads: own } of groups) {
    const sum = widths.slice(column, column + own.length).reduce((all, width) => all + width + GAP, -GAP);
    column += own.length;
    widths[column - 1] = (widths[column - 1] ?? 0) + Math.max(0, measure(name, HEAD) - sum);
  }
  const names = widest(
    rows.map(({ name }) => name),
    STRONG,
  );
  const starts: number[] = [];
  let x = MARGIN + names + GAP;
  for (const width of widths) {
    starts.push(x);
    x += width + GAP;
  }
  const width = Math.ceil(Math.max(x - GAP, MARGIN + measure(title, TITLE)) + MARGIN);
  const shapes: Shape[] = [];
  const text = (at: number, y: number, said: string, type: Type, colour: Colour, align: "left" | "right" = "left") =>
    shapes.push({ kind: "text", x: at, y, text: said, type, align, colour });
  const line = (y: number, colour: Colour) =>
    shapes.push({ kind: "box", x: MARGIN, y, width: width - 2 * MARGIN, height: 1, colour });
  const cell = (at: number, y: number, said: string, type: Type, colour: Colour) => {
    const isFigure = heads[at]?.isFigure === true;
    text((starts[at] ?? 0) + (isFigure ? (widths[at] ?? 0) : 0), y, said, type, colour, isFigure ? "right" : "left");
  };

  let y = MARGIN;
  text(MARGIN, y + 16, title, TITLE, "ink");
  y += 52;
  let first = 0;
  for (const { name, heads: own } of groups) {
    text(starts[first] ?? 0, y + 12, name, HEAD, "ink");
    first += own.length;
  }
  y += 28;
  for (const [at, head] of heads.entries()) cell(at, y + 10, head.text, SMALL, "ink-3");
  y += 26;
  line(y, "line");
  for (const { name, cells } of rows) {
    text(MARGIN, y + ROW / 2, name, STRONG, "ink");
    for (const [at, said] of cells.entries()) cell(at, y + ROW / 2, said, TEXT, said.startsWith("▲") ? "blue" : "ink");
    y += ROW;
    line(y, "hair");
  }
  y += 14;
  for (const note of notes)
    for (const said of wrapped(note, SMALL, width - 2 * MARGIN, measure)) {
      text(MARGIN, y + 10, said, SMALL, "ink-3");
      y += 21;
    }
  return { width, height: Math.ceil(y + MARGIN - 14), shapes };
}
