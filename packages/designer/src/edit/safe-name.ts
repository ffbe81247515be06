/** A name in the notation of a declaration: plain when it reads as one name, otherwise quoted. */
import { parse, writtenForms } from "@yardstick/language";

/** `第1类` would be read as a keyword and a number; `x` when no notation can represent the name. */
export function safeName(name: string): string {
  return writtenForms(name).find((form) => parse(`设 ${form} = ${form}`).findings.length === 0) ?? "x";
}
