/** Pasted content as a document. */
import type { ReadingSource } from "../../protocol/reading-sheet.js";

/** Both forms of what a clipboard holds. */
export interface Pasted {
  readonly html: string;
  readonly text: string;
}

/** Shorter texts are no documents. */
const MIN_TEXT = 12;

/** The document; null when there is too little of it. A page with a table is read as a page, anything else as text. */
export function pastedSource({ html, text }: Pasted): ReadingSource | null {
  if (/<table[\s>]/iu.test(html)) return { html };
  if (text.trim().length >= MIN_TEXT) return { text };
  return html.replaceAll(/<[^>]*>/gu, "").trim().length >= MIN_TEXT ? { html } : null;
}

/** Whether an element handles pasted text itself: fields, the text editor, the grid. */
export function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target.isContentEditable ||
      target.localName === "ys-data-grid" ||
      target.classList.contains("monaco-editor"))
  );
}
