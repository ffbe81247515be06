/**
 * The CSV tables of an example as one workbook, as if a person had typed them into a spreadsheet: numbers and percentages as
 * numbers, days as serial dates, a sheet a table.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Book, BookCell } from "@yardstick/tables";
import { sheetNames, writeWorkbook } from "@yardstick/tables";

/** A cell as a spreadsheet keeps what is typed. */
export function typed(text: string): BookCell | null {
  if (text === "") return null;
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return { value: { kind: "number", decimal: text } };
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { value: { kind: "date", iso: text } };
  const percent = /^(\d+)(?:\.(\d+))?%$/u.exec(text);
  if (percent !== null) {
    const [, whole = "", fraction = ""] = percent;
    const digits = whole.padStart(3, "0");
    const decimal = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
    return { value: { kind: "number", decimal }, format: "percent" };
  }
  return { value: { kind: "text", text } };
}

/** Plain tables only: a quoted cell would need more than this. */
function rowsOf(file: URL): readonly (readonly (BookCell | null)[])[] {
  const text = readFileSync(file, "utf8").replace(/^\ufeff/u, "");
  if (text.includes('"')) throw new Error(`${file.pathname} holds quoted cells`);
  const lines = text.trimEnd().split(/\r?\n/u);
  return lines.map((line, at) =>
    line.split(",").map((cell) => (at === 0 ? { value: { kind: "text", text: cell } } : typed(cell))),
  );
}

/** `tables` maps the sheet's name to the CSV file in the folder. */
export function spreadsheetForm(folder: URL, tables: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const sheets = Object.entries(tables)
    .filter(([, file]) => existsSync(new URL(file, folder)))
    .map(([name, file]) => ({ name, rows: rowsOf(new URL(file, folder)) }));
  const names = sheetNames(sheets.map(({ name }) => name));
  const book: Book = {
    title: "example",
    sheets: names.map((name, at) => {
      const rows = sheets[at]?.rows ?? [];
      return { name, columns: (rows[0] ?? []).map(() => ({ width: 10 })), rows };
    }),
  };
  return writeWorkbook(book);
}
