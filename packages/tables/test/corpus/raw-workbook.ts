/**
 * Workbooks written part by part, with the contents that spreadsheets write and invalid ones.
 */
import { strToU8, zipSync } from "fflate";

interface RawSheet {
  readonly name: string;
  /** The content of `<sheetData>`. */
  readonly data: string;
  /** The elements before it: views and columns. */
  readonly head?: string;
  /** The elements after it: merged ranges. */
  readonly tail?: string;
  readonly state?: "hidden";
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly strings?: readonly string[];
  /** Number formats of the cell styles 1, 2, …; style 0 has none. A number is a built-in format. */
  readonly formats?: readonly (string | number)[];
  readonly date1904?: boolean;
  /** Further parts of the archive, or replacements of the generated ones. */
  readonly parts?: Readonly<Record<string, Uint8Array>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const relations = (list: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of the archive as text. */
function partsOf({
  sheets,
  strings = [],
  formats = [],
  date1904 = false,
}: RawWorkbook): Readonly<Record<string, string>> {
  const own = formats.flatMap((format, at) => (typeof format === "string" ? [[164 + at, format] as const] : []));
  const ids = formats.map((format, at) => (typeof format === "string" ? 164 + at : format));
  return {
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state === undefined ? "" : ` state="${state}"`}/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const),
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "/xl/styles.xml"],
    ]),
    "xl/sharedStrings.xml": `<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}><numFmts>${own
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
      .join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${ids
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ data, head = "", tail = "" }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0" encoding="UTF-8"?><worksheet ${MAIN}>${head}<sheetData>${data}</sheetData>${tail}</worksheet>`,
      ]),
    ),
  };
}

export function rawWorkbook(workbook: RawWorkbook): Uint8Array {
  const parts = Object.entries(partsOf(workbook)).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(parts), ...workbook.parts });
}

/** A row of cells as text, or as the content of `<c>` where they begin with `<`. */
export function rawRow(row: number, cells: readonly (string | null)[], attributes = ""): string {
  const inner = cells.map((cell, column) => {
    const reference = String.fromCharCode(65 + column) + row;
    if (cell === null) return "";
    if (cell.startsWith("<c")) return cell.replace("<c", `<c r="${reference}"`);
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${row}"${attributes}>${inner.join("")}</row>`;
}

/** A cell with a number in the notation of a workbook, in a style. */
export const numberIn = (text: string, style = 0): string => `<c s="${style}"><v>${text}</v></c>`;
