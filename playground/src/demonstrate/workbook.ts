/** The comparison of scenarios as an XLSX file, made in the Worker when somebody asks for it. */
import { sheetNames, writeWorkbook, type BookCell, type BookSheet } from "@yardstick/tables";

/** Cells are text; what is a plain figure becomes one. */
export interface ComparisonTable {
  readonly title: string;
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

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
