/**
 * What Monaco's code calls in the build of the elements in place of writing markup with `style` attributes and `style` elements, which a
 * policy without `unsafe-inline` blocks: the same styles, set through the object model. The build puts the calls in; see
 * `vite.elements.config.ts`.
 */

interface MarkupPolicy {
  createHTML(markup: string): string;
}

const { trustedTypes } = globalThis as {
  readonly trustedTypes?: { createPolicy(name: string, rules: MarkupPolicy): MarkupPolicy };
};
const policy: MarkupPolicy | undefined = trustedTypes?.createPolicy("yardstick-markup", {
  createHTML: (markup) => markup,
});

/** A tag up to its `style` attribute. Text is escaped in this markup: what looks like a tag is one. */
const STYLED = /(<[a-z][^<>]*?\s)style="/gi;
const ATTRIBUTE = "data-yardstick-style";

function withoutStyles(markup: unknown): string {
  const plain = String(markup).replaceAll(STYLED, `$1${ATTRIBUTE}="`);
  return policy === undefined ? plain : policy.createHTML(plain);
}

function applyStyles(root: ParentNode | null): void {
  for (const element of root?.querySelectorAll<HTMLElement>(`[${ATTRIBUTE}]`) ?? []) {
    for (const declaration of (element.getAttribute(ATTRIBUTE) ?? "").split(";")) {
      const colon = declaration.indexOf(":");
      if (colon > 0) element.style.setProperty(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
    }
    element.removeAttribute(ATTRIBUTE);
  }
}

/** Replaces the content of an element, as an assignment to `innerHTML` does. */
export function setMarkup(element: Element, markup: unknown): void {
  element.innerHTML = withoutStyles(markup);
  applyStyles(element);
}

/** Inserts markup beside an element, as `insertAdjacentHTML` does. */
export function insertMarkup(element: Element, position: InsertPosition, markup: unknown): void {
  element.insertAdjacentHTML(position, withoutStyles(markup));
  applyStyles(position === "afterend" || position === "beforebegin" ? element.parentElement : element);
}

/** What Monaco uses of a `style` element. */
export class StyleSheet {
  readonly sheet = new CSSStyleSheet();
  className = "";
  type = "";
  media = "";
  #text = "";
  #root: Document | ShadowRoot | null = null;

  get textContent(): string {
    return this.#text;
  }
  set textContent(text: string) {
    this.#text = text;
    this.sheet.replaceSync(text);
  }

  /** Applies the styles in the shadow root of the element, or in the document when it has none. */
  adopt(container: Node): void {
    const root = container.getRootNode();
    this.#root = root instanceof ShadowRoot ? root : document;
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, this.sheet];
  }

  remove(): void {
    if (this.#root === null) return;
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    this.#root = null;
  }
}

const FACE = /@font-face\s*\{[^}]*\}/g;
const INLINED = /font-family:\s*["']?([^;"'}]+)["']?[\s\S]*?base64,([A-Za-z0-9+/=]+)/;

/**
 * Applies a file of styles to the page. Its fonts, which the build has put into the text, are loaded from memory: a policy without `data:`
 * blocks them in a style sheet.
 */
export function adoptStyles(css: string): void {
  for (const [face] of css.matchAll(FACE)) {
    const [, family, base64] = INLINED.exec(face) ?? [];
    if (family === undefined || base64 === undefined) continue;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    document.fonts.add(new FontFace(family.trim(), bytes));
  }
  const sheet = new StyleSheet();
  sheet.textContent = css.replaceAll(FACE, "");
  sheet.adopt(document);
}
