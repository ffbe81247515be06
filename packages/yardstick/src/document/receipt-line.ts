/**
 * The receipt at the foot of a page: the first digits of both fingerprints in groups of four, which distinguish two runs and can be
 * copied by hand.
 */
import type { Scored } from "../scored.js";
import type { DocumentMessages } from "./messages.js";

const SHOWN = 12;

function short(fingerprint: string): string {
  const digits = fingerprint.replace(/^sha256:/u, "").slice(0, SHOWN);
  return digits.replace(/(.{4})(?=.)/gu, "$1 ");
}

/** The receipt as text. */
export function receiptLine({ receipt }: Scored, messages: DocumentMessages): string {
  return messages.receipt(short(receipt.rubric), short(receipt.data), receipt.edition);
}
