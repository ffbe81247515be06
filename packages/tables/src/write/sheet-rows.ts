/**
 * The rows of a sheet as XML, one by one, with the texts and styles that all sheets of a workbook share. A style is named by the order in
 * which it first appears, a text likewise.
 */
import type { CellStyle } from "hucre/xlsx";
import { columnLetters } from "../xlsx/column-letters.js";
import type { BookCell, BookStyle } from "./book.js";
import { numberFormatOf, storedValue, styledAs } from "./write-workbook.js";

/** Texts that a spreadsheet stores as errors. */
const ERRORS: ReadonlySet<string> = new Set(
  "#VALUE! #REF! #N/A #NAME? #NULL! #DIV/0! #NUM! #GETTING_DATA #SPILL! #CALC!".split(" "),
);
/** Equal numbers are looked at once while no more different ones than this are known. */
const REMEMBERED = 65_536;

// Control characters cannot be written in XML.
// oxlint-disable-next-line no-control-regex
const ESCAPED = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;

function escapedSign(sign: string): string {
  if (sign === "&") return "&amp;";
  if (sign === "<") return "&lt;";
  if (sign === ">") return "&gt;";
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** The texts of a workbook, each once, in the order in which they first appear. */
export class SharedTexts {
  /** By the text as stored. */
  private readonly places = new Map<string, number>();

  /** The place of a text among all. */
  placeOf(stored: string): number {
    const known = this.places.get(stored);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(stored, place);
    return place;
  }

  get size(): number {
    return this.places.size;
  }

  /** The part `sharedStrings.xml` in pieces. */
  *xml(): Generator<string, void, void> {
    const { size } = this;
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${size}" uniqueCount="${size}">`;
    for (const text of this.places.keys()) {
      const keeps = text.startsWith(" ") || text.endsWith(" ") || text.includes("\n") || text.includes("\t");
      const escaped = text.replace(ESCAPED, escapedSign);
      if (escaped === "") yield "<si><t/></si>";
      else yield `<si><t${keeps ? ' xml:space="preserve"' : ""}>${escaped}</t></si>`;
    }
    yield "</sst>";
  }
}

/** The styles of a workbook. */
export class SharedStyles {
  /** By look, as JSON. 0 is the style of a cell without one. */
  private readonly places = new Map<string, number>();
  private readonly known = new Map<string, number>();
  /** The styles that first appear in the present sheet. */
  private own: CellStyle[] = [];

  placeOf(style: BookStyle, numberFormat: string): number {
    const name = `${style} ${numberFormat}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const look = styledAs(style, numberFormat);
    const text = JSON.stringify(look);
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.places.size + 1;
      this.places.set(text, place);
      this.own.push(look);
    }
    this.known.set(name, place);
    return place;
  }

  /** The styles that first appeared since the last call, in that order. */
  takeNew(): readonly CellStyle[] {
    const found = this.own;
    this.own = [];
    return found;
  }
}

/** Writes the rows of the sheets of one workbook. */
export class RowWriter {
  private readonly letters: string[] = [];
  /** By style and format, then by decimal text. */
  private readonly numbers = new Map<string, Map<string, string>>();

  constructor(
    private readonly texts: SharedTexts,
    private readonly styles: SharedStyles,
  ) {}

  /** The XML of a row, which is counted from 1; empty where it has no cells. */
  row(cells: readonly BookCell[], number: number): string {
    let xml = "";
    for (const [column, cell] of cells.entries())
      xml += `<c r="${(this.letters[column] ??= columnLetters(column))}${number}"${this.end(cell)}`;
    return xml === "" ? "" : `<row r="${number}">${xml}</row>`;
  }

  private end(cell: BookCell): string {
    const { value, style = "cell", format } = cell;
    if (value?.kind !== "number") return this.made(cell);
    const name = `${style} ${format ?? ""}`;
    let known = this.numbers.get(name);
    if (known === undefined) this.numbers.set(name, (known = new Map()));
    const found = known.get(value.decimal);
    if (found !== undefined) return found;
    const made = this.made(cell);
    if (known.size >= REMEMBERED) known.clear();
    known.set(value.decimal, made);
    return made;
  }

  private made(cell: BookCell): string {
    const { value, style = "cell" } = cell;
    const place = this.styles.placeOf(style, numberFormatOf(cell));
    if (value === null) return ` s="${place}"/>`;
    const stored = storedValue(value).value;
    if (typeof stored === "number") return ` s="${place}"><v>${stored}</v></c>`;
    if (typeof stored === "boolean") return ` t="b" s="${place}"><v>${stored ? 1 : 0}</v></c>`;
    const text = typeof stored === "string" ? stored : "";
    if (ERRORS.has(text)) return ` t="e" s="${place}"><v>${text}</v></c>`;
    return ` t="s" s="${place}"><v>${this.texts.placeOf(text)}</v></c>`;
  }
}
