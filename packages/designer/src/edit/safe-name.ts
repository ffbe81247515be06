/** A name as it can be written where it is declared: plain where that reads as one name, else between quotes. */
import { parse, writtenForms } from "@yardstick/language";

/** `第1类` would be read as a keyword and a number; `x` where no text can stand for the name. */
export function safeName(name: string): string {
  return writtenForms(name).find((form) => parse(`设 ${form} = ${form}`).findings.length === 0) ?? "x";
}
