/**
 * Reads the XML of a worksheet into a grid: cells as shown, merged ranges, and hidden rows and columns. Formulas have the value that the
 * spreadsheet stored last; a formula without one is reported and not blank.
 */
import { mayHaveLostDigits } from "../cell/text.js";
import type { TableLimits } from "../limits.js";
import type { GridRow, Merge, RawCell } from "../raw-table.js";
import { decimalOfCell } from "./decimal-text.js";
import type { MarkupHandler } from "../archive/markup.js";
import { attribute } from "../archive/markup.js";
import type { NumberFormat } from "./number-format.js";
import type { DateSystem } from "./serial-date.js";
import { isBlank } from "../cell/written.js";

/** The parts of the workbook that cells refer to. */
export interface SheetEnvironment {
  readonly strings: readonly string[];
  /** By style number of the cell. */
  readonly styles: readonly NumberFormat[];
  readonly system: DateSystem;
  readonly limits: TableLimits;
}

/** Thrown inside this folder where a sheet exceeds a limit. */
export class SheetError extends Error {
  constructor(readonly what: "rows" | "columns" | "merged") {
    super(what);
  }
}

const HIDDEN_ZERO: RawCell = { kind: "formatted", text: "", exact: null, kept: "0", isRounded: false };

const showsNothing = (cell: RawCell): boolean =>
  typeof cell === "object" && cell !== null && cell.kind === "formatted" && cell.text === "";

const MAX_MERGES = 20_000;
const MAX_MERGED_CELLS = 2_000_000;
const MAX_HIDDEN_RANGES = 2_000;

/** Resolves escapes such as `_x000D_`, in which workbooks write characters that XML cannot contain. */
export function unescapedText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Column (from 0) of a reference such as `AB12`; -1 where it has none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function mergeOf(reference: string): Merge | null {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/iu.exec(reference);
  if (match === null) return null;
  const [, left = "", top = "", right = "", bottom = ""] = match;
  const row = (digits: string) => Number.parseInt(digits, 10) - 1;
  return { top: row(top), left: columnOf(left), bottom: row(bottom), right: columnOf(right) };
}

function isHiddenIn(attributes: string): boolean {
  const hidden = attribute(attributes, "hidden");
  return hidden === "1" || hidden === "true";
}

const CELL = /\sr\s*=\s*["']([A-Za-z]+)\d*["']|\ss\s*=\s*["'](\d+)["']|\st\s*=\s*["'](\w+)["']/gu;

/** The attributes of a cell as all common writers write them, in this order: a fifth of the time of `CELL`. */
const USUAL_CELL = /^ r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?$/u;

/** Builds the grid of a worksheet from its markup. */
export class SheetHandler implements MarkupHandler {
  private readonly rows: GridRow[] = [];
  readonly merges: Merge[] = [];
  hiddenRows = 0;
  /** First and last of each hidden range of columns, from 0. */
  private readonly hiddenRanges: (readonly [first: number, last: number])[] = [];
  private readonly filled = new Set<number>();

  /** Whether the sheet shows cells with the value 0 as empty. */
  private hidesZeros = false;
  private row = 0;
  private isHidden = false;
  private cells: RawCell[] = [];
  private column = -1;
  private style = 0;
  private type = "n";
  private value: string | null = null;
  private inline: string | null = null;
  private formula: string | null = null;
  /** The target of the following text; null for white space between elements. */
  private into: "value" | "inline" | "formula" | null = null;
  private inPhonetic = false;

  constructor(private readonly environment: SheetEnvironment) {}

  open(name: string, attributes: string): void {
    switch (name) {
      case "c":
        this.beginCell(attributes);
        break;
      case "v":
        this.into = "value";
        this.value = "";
        break;
      case "t":
        if (this.inPhonetic) break;
        this.into = "inline";
        this.inline ??= "";
        break;
      case "f":
        this.into = "formula";
        this.formula = "";
        break;
      case "rPh":
        this.inPhonetic = true;
        break;
      case "row":
        this.beginRow(attributes);
        break;
      case "sheetView":
        this.hidesZeros = /^(?:0|false)$/u.test(attribute(attributes, "showZeros") ?? "1");
        break;
      case "col":
        this.takeColumns(attributes);
        break;
      case "mergeCell": {
        const merge = mergeOf(attribute(attributes, "ref") ?? "");
        if (merge !== null) this.merges.push(merge);
        if (this.merges.length > MAX_MERGES) throw new SheetError("merged");
        break;
      }
    }
  }

  text(text: string): void {
    if (this.into === "value") this.value += text;
    else if (this.into === "inline") this.inline += text;
    else if (this.into === "formula") this.formula += text;
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
      case "f":
        this.into = null;
        break;
      case "rPh":
        this.inPhonetic = false;
        break;
      case "c":
        this.endCell();
        break;
      case "row":
        this.endRow();
        break;
    }
  }

  private beginRow(attributes: string): void {
    const number = Number.parseInt(attribute(attributes, "r") ?? "", 10);
    this.row = Number.isNaN(number) ? this.row + 1 : number;
    this.isHidden = isHiddenIn(attributes) || Number(attribute(attributes, "ht") ?? "1") === 0;
    this.cells = [];
    this.column = -1;
  }

  private takeColumns(attributes: string): void {
    if (!isHiddenIn(attributes) && Number(attribute(attributes, "width") ?? "1") !== 0) return;
    const number = (name: string) => Number.parseInt(attribute(attributes, name) ?? "", 10) - 1;
    if (this.hiddenRanges.length < MAX_HIDDEN_RANGES) this.hiddenRanges.push([number("min"), number("max")]);
  }

  /** Hidden columns that are not empty, from 0. */
  get hiddenColumns(): readonly number[] {
    const isHidden = (column: number) => this.hiddenRanges.some(([first, last]) => first <= column && column <= last);
    return [...this.filled].filter(isHidden).sort((a, b) => a - b);
  }

  private beginCell(attributes: string): void {
    let at = this.column + 1;
    this.style = 0;
    this.type = "n";
    const usual = USUAL_CELL.exec(attributes);
    for (const [, reference, style, type] of usual === null ? attributes.matchAll(CELL) : [usual]) {
      if (reference !== undefined) at = columnOf(reference);
      if (style !== undefined) this.style = Number.parseInt(style, 10);
      if (type !== undefined) this.type = type;
    }
    this.column = at;
    this.value = null;
    this.inline = null;
    this.formula = null;
  }

  private endCell(): void {
    const cell = this.content();
    if (isBlank(cell)) return;
    if (this.column >= this.environment.limits.columns) throw new SheetError("columns");
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = cell;
    if (this.hiddenRanges.length > 0) this.filled.add(this.column);
  }

  private content(): RawCell {
    const { value, type } = this;
    if (type === "inlineStr") return this.shownText(unescapedText(this.inline ?? ""));
    if (value === null || (value === "" && type !== "str")) {
      return this.formula === null ? "" : { kind: "structure", text: `=${this.formula}` };
    }
    switch (type) {
      case "s": {
        const text = this.environment.strings[Number.parseInt(value, 10)];
        return text === undefined ? { kind: "structure", text: "?" } : this.shownText(text);
      }
      case "str":
        return this.shownText(unescapedText(value));
      case "b":
        return value === "1" || value === "true";
      case "d": {
        const iso = /^\d{4}-\d{2}-\d{2}(?=$|T)/u.exec(value)?.[0] ?? null;
        return { kind: "date", iso, text: value, isWhole: true };
      }
      case "n": {
        const decimal = decimalOfCell(value);
        if (decimal === null) return { kind: "structure", text: value };
        if (decimal === "0" && this.hidesZeros) return HIDDEN_ZERO;
        return asNumber(
          this.environment.styles[this.style]?.number(decimal, this.environment.system) ?? decimal,
          decimal,
        );
      }
      default:
        // An error value, by its name.
        return value;
    }
  }

  private shownText(text: string): RawCell {
    return this.environment.styles[this.style]?.text(text) ?? text;
  }

  private endRow(): void {
    // A row that shows nothing is omitted, also where formulas give values.
    if (this.cells.every((cell) => isBlank(cell) || showsNothing(cell))) return;
    if (this.rows.length >= this.environment.limits.rows) throw new SheetError("rows");
    if (this.isHidden) this.hiddenRows++;
    this.rows.push({ row: this.row, cells: this.cells });
    this.cells = [];
  }

  /** The rows, with the cells covered by merged ranges filled in. */
  finished(): readonly GridRow[] {
    if (this.merges.length === 0) return this.rows;
    const rows = this.rows.map(({ row, cells }) => ({ row, cells: [...cells] }));
    const byNumber = new Map(rows.map((row) => [row.row, row]));
    let covered = 0;
    for (const { top, left, bottom, right } of this.merges) {
      const content = byNumber.get(top + 1)?.cells[left] ?? "";
      if (isBlank(content)) continue;
      const down = left === right;
      for (let row = top; row <= Math.min(bottom, this.row - 1); row++) {
        const cells = byNumber.get(row + 1)?.cells;
        if (++covered > MAX_MERGED_CELLS) throw new SheetError("merged");
        if (cells === undefined) continue;
        for (let column = left; column <= Math.min(right, this.environment.limits.columns - 1); column++) {
          if (++covered > MAX_MERGED_CELLS) throw new SheetError("merged");
          if (row === top && column === left) continue;
          while (cells.length <= column) cells.push("");
          cells[column] = { kind: "merged", content, down };
        }
      }
    }
    return rows;
  }
}

/** Marks a number with more digits than a spreadsheet stores, so that it is not read as text. */
function asNumber(shown: RawCell, decimal: string): RawCell {
  const isLong = shown === decimal && mayHaveLostDigits(decimal);
  return isLong ? { kind: "formatted", text: decimal, exact: decimal, kept: decimal, isRounded: false } : shown;
}
