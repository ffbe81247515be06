/**
 * The tokens for pages of others: the same custom properties, on our elements instead of on the page's root, so that nothing of the
 * host page changes its looks.
 */
import editor from "../../views/styles/editor.css?inline";
import tokens from "@yardstick/ui/tokens.css?inline";

const ELEMENTS = [
  "yardstick-playground",
  "yardstick-editor",
  "yardstick-designer",
  "yardstick-results",
  "yardstick-weights",
] as const;

/** What the body of our own page says once for all elements. */
const face = `
:is(${ELEMENTS.join(", ")}) {
  display: block;
  position: relative;
  height: 480px;
  overflow: hidden;
  background: var(--paper);
  color: var(--ink);
  font: var(--w-text) var(--t-body) / var(--lh) var(--font);
  font-variant-numeric: tabular-nums lining-nums;
  text-align: start;
}
.yardstick-problems {
  position: absolute;
  inset: auto 0 0 0;
  z-index: 5;
  margin: 0;
  padding: 6px 16px;
  list-style: none;
  background: var(--ochre-wash);
  color: var(--ochre);
}
.yardstick-whole {
  position: absolute;
  inset: 0;
}`;

let sheet: CSSStyleSheet | null = null;

/** Puts the tokens where an element stands: into the page, or into the shadow root that holds it. */
export function adoptTokens(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer yardstick { ${onElements(tokens)} ${face} ${editor} }`);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** `:root` with whatever is asked of it becomes each of our elements, and what the editor puts at the end of the page, with the same asked of it. */
function onElements(css: string): string {
  return css.replaceAll(":root", `:is(${[...ELEMENTS, ".yardstick-overflow"].join(", ")})`);
}
