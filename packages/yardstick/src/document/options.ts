/**
 * The options above a page on the screen, which control how it prints: the typeface of a notice, all sections or only the total, and
 * the rules without effect, which are left out by default. They are plain inputs evaluated by the style sheet, without a script.
 */
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";
import type { DocumentMessages } from "./messages.js";

function pair(name: string, title: string, labels: readonly (readonly [id: string, label: string])[]): Markup {
  return markup`<span role="radiogroup" aria-label="${title}"><span class="ot">${title}</span>${labels.map(
    ([id, label], index) =>
      markup`<label><input type="radio" name="${name}" id="${id}"${index === 0 ? markup` checked` : markup``}>${label}</label>`,
  )}</span>`;
}

/** The bar of options for a page with a notice, score sheets or both. */
export function optionsBar(
  has: { readonly notice: boolean; readonly sheets: boolean; readonly showsAllRules: boolean },
  messages: DocumentMessages,
): Markup {
  const { options } = messages;
  const notice = has.notice
    ? markup`${pair("face", options.face, [
        ["face-doc", options.official],
        ["face-sans", options.sans],
      ])}${pair("columns", options.columns, [
        ["all-sections", options.allSections],
        ["only-total", options.onlyTotal],
      ])}`
    : markup``;
  const sheets = has.sheets
    ? markup`<label><input type="checkbox" id="not-fired"${has.showsAllRules ? markup` checked` : markup``}>${options.notFired}</label>`
    : markup``;
  return markup`<div class="opt">${notice}${sheets}</div>`;
}

/** The style sheet that applies the options. */
export const optionsStyle = `
.opt{display:flex;flex-wrap:wrap;gap:4px 28px;justify-content:center;padding:10px 16px 0;font:13px/24px var(--font);color:var(--ink-2)}
.opt .ot{color:var(--ink-3);margin-right:8px}.opt label{margin-right:12px;white-space:nowrap}.opt input{accent-color:var(--blue);margin:0 5px 0 0;vertical-align:-2px}
body:has(#face-sans:checked) .notice{--font-title:var(--font);--font-doc:var(--font)}
body:has(#only-total:checked) .gt .pt{display:none}
body:has(#not-fired:not(:checked)) .off,body:has(#not-fired:checked) .cut{display:none}
@media print{.opt{display:none}}
`;
