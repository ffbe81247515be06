/** Text in markup. */

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Control characters other than tab and line ends, halves of pairs, and two that are no characters: XML 1.0 cannot hold them. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** A text for an element or a quoted attribute of HTML or XML; what XML cannot hold becomes U+FFFD. */
export const escaped = (text: string): string =>
  text.replaceAll(UNWRITABLE, "\ufffd").replaceAll(/[&<>"']/gu, (sign) => ENTITIES.get(sign) ?? sign);
