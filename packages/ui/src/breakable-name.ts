/** Names of the language on a line that may be too short for them. */
import { html, type TemplateResult } from "lit";

/** A name that may be broken behind each of its underscores; its text stays the same. */
export const breakableName = (name: string): readonly TemplateResult[] =>
  name.split(/(?<=_)/u).map((word) => html`${word}<wbr />`);
