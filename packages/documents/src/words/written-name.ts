/** Names and texts as a rubric writes them. */
import { writtenForms } from "@yardstick/language";

/** A name as it is written in a rubric, in quotes where it has to be. */
export const written = (name: string): string => writtenForms(name.replaceAll(/[`」「]/gu, ""))[0] ?? "「_」";

/** A text in quotes, on one line. */
export const quotedText = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", " ")}"`;
