/**
 * The receipt at the foot of a page: the first digits of both fingerprints in groups of four, which distinguish two runs and can be
 * copied by hand.
 */
import type { Receipt } from "../receipt.js";
import type { DocumentMessages } from "./messages.js";

const SHOWN = 12;

function short(fingerprint: string): string {
  const digits = fingerprint.replace(/^sha256:/u, "").slice(0, SHOWN);
  return digits.replace(/(.{4})(?=.)/gu, "$1 ");
}

/** What a page says of the run that it is from. `data` is null where the data stayed in a database and have no fingerprint. */
export interface PageReceipt {
  readonly receipt: Pick<Receipt, "rubric" | "edition"> & { readonly data: string | null };
}

/** The receipt as text. */
export function receiptLine({ receipt }: PageReceipt, messages: DocumentMessages): string {
  const data = receipt.data === null ? null : short(receipt.data);
  return messages.receipt(short(receipt.rubric), data, receipt.edition);
}
