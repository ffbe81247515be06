/**
 * Two texts, or a text with edits of it, in; what takes the change back out, with the words that were there and are there
 * now.
 */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/span.js";

/** What takes a change back. */
export interface PutBack {
  /** Edits of the changed text. */
  readonly edits: readonly TextEdit[];
  /** The words before the change, one text for each edit; empty where something was added. */
  readonly before: readonly string[];
  /** The words now, one text for each edit; empty where something was removed. */
  readonly now: readonly string[];
}

/**
 * Takes a text back to an older one: one edit of the stretch in which they differ, widened to whole words and figures.
 * Null when they are the same.
 */
export function putBackTo(older: string, newer: string): PutBack | null {
  if (older === newer) return null;
  const most = Math.min(older.length, newer.length);
  let head = 0;
  while (head < most && older[head] === newer[head]) head += 1;
  let tail = 0;
  while (tail < most - head && older.at(-1 - tail) === newer.at(-1 - tail)) tail += 1;
  // Characters that are two units long, as in rare names, are taken whole.
  if (isSplit(older, head) || isSplit(newer, head)) head -= 1;
  if (isSplit(older, older.length - tail) || isSplit(newer, newer.length - tail)) tail -= 1;
  const [inOlder, inNewer] = [
    wholeWords(older, [head, older.length - tail]),
    wholeWords(newer, [head, newer.length - tail]),
  ];
  const start = Math.min(inOlder[0], inNewer[0]);
  const rest = Math.min(older.length - inOlder[1], newer.length - inNewer[1]);
  const now = newer.slice(start, newer.length - rest);
  const before = older.slice(start, older.length - rest);
  return { edits: [{ span: [start, newer.length - rest], text: before }], before: [before], now: [now] };
}

/** Whether an offset is inside a character. */
function isSplit(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Takes edits of a text back, once they are applied. */
export function putBackEdits(source: string, edits: readonly TextEdit[]): PutBack {
  const sorted = [...edits].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  let shift = 0;
  const back = sorted.map(({ span: [start, end], text }): TextEdit => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { span: [at, at + text.length], text: source.slice(start, end) };
  });
  return { edits: back, before: back.map(({ text }) => text), now: sorted.map(({ text }) => text) };
}

/** A figure with its signs, or a word. */
const WORDS = [/[\p{Nd}.．,，:：%％]/u, /[\p{L}\p{N}\p{M}_]/u];

/** The span widened to the whole words and figures that its ends lie in. */
function wholeWords(text: string, [start, end]: Span): Span {
  const kindAt = (at: number) => WORDS.find((kind) => kind.test(text[at - 1] ?? "") && kind.test(text[at] ?? ""));
  const isOf = (kind: RegExp | undefined, at: number) => kind?.test(text[at] ?? "") === true;
  const [before, behind] = [kindAt(start), kindAt(end)];
  let [from, to] = [start, end];
  while (isOf(before, from - 1)) from -= 1;
  while (isOf(behind, to)) to += 1;
  return [from, to];
}
