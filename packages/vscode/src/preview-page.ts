/**
 * The page of a preview: what the server drew, with its notes above.
 */
import type { Preview } from "@yardstick/lsp/protocol";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;

/** The page as HTML. `otherwise` is shown where there is neither a result nor a note. */
export function previewPage({ html, notes }: Preview, otherwise: string): string {
  const lines = notes.length === 0 && html === null ? [otherwise] : notes;
  const list =
    lines.length === 0 ? "" : `<pre style="white-space:pre-wrap;margin:1em">${lines.map(escaped).join("\n")}</pre>`;
  if (html === null)
    return `<!doctype html><html><head><meta charset="utf-8">${POLICY}</head><body>${list}</body></html>`;
  return html.replace(/<body[^>]*>/u, (body) => body + list);
}
