/**
 * The header of the column in which the ledger sheets of entry forms, and tables merged from them, keep the identity of each record.
 */
import { foldHeader } from "./fold-name.js";

/** The headers by language; both are recognised. */
export const RECORD_HEADERS = { zh: "记录标识（自动生成）", en: "record id (generated)" } as const;

const FOLDED: ReadonlySet<string> = new Set(Object.values(RECORD_HEADERS).map(foldHeader));

/** Whether a header is that of the identities of records. */
export function isRecordHeader(header: string): boolean {
  return FOLDED.has(foldHeader(header));
}
