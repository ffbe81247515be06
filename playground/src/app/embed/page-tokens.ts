/**
 * The design tokens for embedding pages: the same custom properties, set on the elements instead of the page's root, so
 * that the host page's appearance does not change.
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

/** What the body of the playground's own page sets once for all elements. */
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
  container-type: inline-size;
}`;

let sheet: CSSStyleSheet | null = null;

/** Adds the tokens to the root that contains an element: the document or a shadow root. */
export function adoptTokens(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer yardstick { ${onElements(tokens)} ${face} ${editor} }`);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/**
 * Replaces `:root`, with any selector attached to it, by each of our elements and by the editor's overflow container at
 * the end of the page.
 */
function onElements(css: string): string {
  return css.replaceAll(":root", `:is(${[...ELEMENTS, ".yardstick-overflow"].join(", ")})`);
}
