/** The comparison of a document and its rules as a workbook. Loaded when first requested. */
import { sheetNames, writeWorkbook, type BookCell } from "@yardstick/tables";
import type { ComparisonRequest } from "../protocol/protocol.js";

const cell = (text: string, style: BookCell["style"] & string): BookCell => ({ value: { kind: "text", text }, style });

/** One sheet: title, heads, a row a clause, notes below; landscape, with the heads on every page. */
export async function comparisonWorkbook(request: ComparisonRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subtitle, columns, rows, notes } = request;
  const [name] = sheetNames([title]);
  if (name === undefined) throw new Error("a sheet without a name");
  const right = columns.length - 1;
  const above = [title, subtitle].filter((text) => text !== "");
  const body = [
    ...above.map((text, at) => [cell(text, at === 0 ? "title" : "subtitle")]),
    columns.map(({ text }) => cell(text, "head")),
    ...rows.map((row) => row.map((text) => cell(text, "line"))),
  ];
  const merges = [...above.keys(), ...notes.map((_, at) => body.length + at)].map((row) => ({
    top: row,
    left: 0,
    bottom: row,
    right,
  }));
  const written = await writeWorkbook({
    title,
    sheets: [
      {
        name,
        columns: columns.map(({ width }) => ({ width })),
        rows: [...body, ...notes.map((text) => [cell(text, "faint")])],
        merges,
        frozen: { rows: above.length + 1, columns: 1 },
        isLandscape: true,
        header: title,
        footer: "&C&P / &N",
      },
    ],
  });
  return new Uint8Array(written);
}
