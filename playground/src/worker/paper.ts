/** The rubric as an office document. Loaded when first requested. */
import { NotPrintable, printDocument } from "@yardstick/documents";
import type { PaperRequest } from "../protocol/protocol.js";

/** The bytes of the document; null when the text has syntax errors. */
export function paper({ rubric, format, lang }: PaperRequest): Uint8Array<ArrayBuffer> | null {
  try {
    if (format === "docx") return new Uint8Array(printDocument({ source: rubric }, { format, lang }));
    return new TextEncoder().encode(printDocument({ source: rubric }, { format, lang }));
  } catch (error) {
    if (error instanceof NotPrintable) return null;
    throw error;
  }
}
