/** Writes the comparison of scenarios as an XLSX file, in the Worker. */
import { sheetNames, writeWorkbook, type BookCell, type BookSheet } from "@yardstick/tables";
import type { ComparisonTable } from "../protocol/protocol.js";

/** The bytes of an XLSX file with one sheet. */
export async function comparisonWorkbook({
  title,
  sheet,
  head,
  rows,
}: ComparisonTable): Promise<Uint8Array<ArrayBuffer>> {
  const cell = (text: string): BookCell =>
    /^-?\d{1,12}(?:\.\d+)?$/.test(text)
      ? { value: { kind: "number", decimal: text } }
      : { value: { kind: "text", text } };
  const sheets = sheetNames([sheet]).map((name): BookSheet => ({
    name,
    columns: head.map((text, at) => ({ width: at === 0 ? 20 : Math.max(10, text.length * 2) })),
    rows: [head.map((text) => ({ value: { kind: "text", text }, style: "head" })), ...rows.map((row) => row.map(cell))],
    frozen: { rows: 1, columns: 1 },
  }));
  return new Uint8Array(await writeWorkbook({ title, sheets }));
}
