/** The table of the clauses of a document and the rules read from them. Loaded when first requested. */
import type { Lang } from "@yardstick/language";
import { printClauseTable, readDocument } from "@yardstick/documents";
import type { ComparisonRequest } from "../protocol/reading-sheet.js";

/** The bytes of the file. */
export async function comparison(
  { source, answers, format }: ComparisonRequest,
  lang: Lang,
): Promise<Uint8Array<ArrayBuffer>> {
  const reading = readDocument(source, { answers });
  return new Uint8Array(
    format === "docx" ? printClauseTable(reading, { format, lang }) : await printClauseTable(reading, { format, lang }),
  );
}
