/**
 * Digits as people type them, with an input method or without, and the one word among the signs of a range.
 */

/** `60 至 80` */
export const rangeWord = "至";

export function isDigit(ch: string | undefined): boolean {
  return ch !== undefined && ((ch >= "0" && ch <= "9") || (ch >= "０" && ch <= "９"));
}

/** Full-width digits and the full-width point as their ASCII twins. */
export function asciiDigits(text: string): string {
  return text.replace(/[０-９．]/g, (c) => (c === "．" ? "." : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}
