/**
 * The pages of score sheets on paper: a named page for each sheet, so that every page of it states the subject, the receipt and its
 * number within the sheet at the foot, where the browser prints margin boxes.
 */
import type { Sheet } from "../sheet/sheet.js";
import type { DocumentMessages } from "./messages.js";

/** The identifier of the article and the page of a sheet. */
export function sheetId(index: number): string {
  return `sheet-${index + 1}`;
}

/** A CSS string; every character that is no letter or digit is escaped, so that no text ends the string or the style sheet. */
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`;
}

/** The style of the page of a sheet; `receipt` is the text at the foot. */
export function sheetPageStyle(
  { key, period }: Pick<Sheet, "key" | "period">,
  index: number,
  heading: string,
  receipt: string,
  messages: DocumentMessages,
): string {
  const id = sheetId(index);
  const name = [key, period, heading].filter((each) => each !== null).join(" ");
  const [before, after] = messages.pageOfSheet;
  return `#${id}{page:${id}}
@page ${id}{margin:9mm 11mm 10mm;counter-increment:${id};@bottom-left{content:${cssText(name)};${FOOT}}@bottom-center{content:${cssText(receipt)};${FOOT}}@bottom-right{content:${cssText(before)} counter(${id}) ${cssText(after)};${FOOT}}}
`;
}

const FOOT =
  'font:10px "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#62666c;vertical-align:top;padding-top:1.5mm';
