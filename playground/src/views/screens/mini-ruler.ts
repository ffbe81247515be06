/** A ruler of sections in proportional width, as rows of lists show it. */
import { html, type TemplateResult } from "lit";
import { cssProperties } from "@yardstick/ui";

/** The narrowest ruler, in pixels, and the widths of letters on it. */
const NARROWEST = 300;
const HAN = 12;
const LATIN = 5.6;

/** Names that do not fit are shortened; the whole name is the tooltip. */
export function miniRuler(sections: readonly { readonly name: string; readonly size: number }[]): TemplateResult {
  const whole = sections.reduce((sum, { size }) => sum + size, 0);
  return html`<span class="mr" aria-hidden="true"
    >${sections.map(
      ({ name, size }) =>
        html`<span title=${name} style=${cssProperties({ flex: `${size} 0 0` })}
          >${fitting(name, (size / whole) * NARROWEST - 4)}</span
        >`,
    )}</span
  >`;
}

/** The name, or its first characters in Chinese; nothing where no part of it can be read. */
function fitting(name: string, width: number): string {
  const letters = [...name];
  const isHan = letters.some((letter) => letter > "\u2e7f");
  if (letters.reduce((sum, letter) => sum + (letter > "\u2e7f" ? HAN : LATIN), 0) <= width) return name;
  return isHan ? letters.slice(0, Math.min(2, Math.floor(width / HAN))).join("") : "";
}
