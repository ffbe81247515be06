/** A paste on the page, outside of every field: what it holds is read as a document. */
import type { Workbench } from "../../store/workbench.js";
import type { ReadingSource } from "../../protocol/reading-sheet.js";

/** Shorter texts are no documents. */
const MIN_TEXT = 12;

/** What a clipboard holds as a document; null when it is too little. A page with a table is read as one, otherwise the text. */
export function pastedSource(html: string, text: string): ReadingSource | null {
  if (/<table[\s>]/iu.test(html)) return { html };
  if (text.trim().length >= MIN_TEXT) return { text };
  return html.replaceAll(/<[^>]*>/gu, "").trim().length >= MIN_TEXT ? { html } : null;
}

/** Handles a paste event of the page. Fields, the text editor and the grid handle theirs. */
export function takePaste(store: Workbench, event: ClipboardEvent): void {
  if (event.defaultPrevented || event.clipboardData === null) return;
  const { current } = store.screens;
  if (current !== null && current.kind !== "start") return;
  if (event.composedPath().some(isField)) return;
  const source = pastedSource(event.clipboardData.getData("text/html"), event.clipboardData.getData("text/plain"));
  if (source === null) return;
  event.preventDefault();
  store.screens.show({ kind: "reading", source });
}

function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target.isContentEditable ||
      target.localName === "ys-data-grid" ||
      target.classList.contains("monaco-editor"))
  );
}
