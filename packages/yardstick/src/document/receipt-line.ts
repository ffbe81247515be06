/**
 * The receipt as it stands at the foot of a page: the beginnings of both fingerprints in groups of four, enough to tell two runs
 * apart and short enough to be copied by hand.
 */
import type { Scored } from "../scored.js";
import type { DocumentMessages } from "./messages.js";

const SHOWN = 12;

function short(fingerprint: string): string {
  const digits = fingerprint.replace(/^sha256:/u, "").slice(0, SHOWN);
  return digits.replace(/(.{4})(?=.)/gu, "$1 ");
}

export function receiptLine({ receipt }: Scored, words: DocumentMessages): string {
  return words.receipt(short(receipt.rubric), short(receipt.data), receipt.edition);
}
