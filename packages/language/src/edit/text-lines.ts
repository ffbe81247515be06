/**
 * Lines of a text by offset: where they begin and end, how they are indented, and how a text is set in at another indentation.
 */
import { scan } from "../syntax/scan.js";

export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line ends, before its line end. */
export function lineEnd(source: string, offset: number): number {
  const at = source.indexOf("\n", offset);
  if (at < 0) return source.length;
  return at > offset && source[at - 1] === "\r" ? at - 1 : at;
}

/** Where the next line begins; the text's end after the last. */
export function nextLine(source: string, offset: number): number {
  const at = source.indexOf("\n", offset);
  return at < 0 ? source.length : at + 1;
}

/** The end of the line before the one that begins there. */
export function endBefore(source: string, next: number): number {
  if (source[next - 1] !== "\n") return next;
  return source[next - 2] === "\r" ? next - 2 : next - 1;
}

export function indentAt(source: string, offset: number): string {
  return /^[ \t\u3000]*/.exec(source.slice(lineStart(source, offset)))?.[0] ?? "";
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Whether the line that begins here is there and has nothing on it. */
export function isBlankLine(source: string, start: number): boolean {
  return start < source.length && isBlank(source.slice(start, nextLine(source, start)));
}

/** The offset where the spaces before an offset begin. */
export function blankBefore(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[ \t\u3000]/.test(source[at - 1] as string)) at -= 1;
  return at;
}

/** Whether nothing can follow on the text's last line. */
export function endsInComment(text: string): boolean {
  const last = scan(text, new Set()).comments.at(-1);
  return last !== undefined && last.kind !== "block" && last.end >= text.trimEnd().length;
}

/** Whether the text can be on one line with others after it. */
export function isOneLine(text: string): boolean {
  return !text.includes("\n") && scan(text, new Set()).comments.every((c) => c.kind === "block");
}

/**
 * The text with each line's indentation `from` changed into `to`, and its line ends into `eol`; lines inside a comment stay as
 * they are.
 */
export function setIn(text: string, from: string, to: string, eol: string): string {
  const { comments } = scan(text, new Set());
  let out = "";
  let start = 0;
  for (const line of text.split("\n")) {
    const at = start;
    const isInside = comments.some((c) => c.start < at && at < c.end);
    if (at > 0) out = isInside ? `${out}\n` : out.replace(/\r$/, "") + eol;
    if (isInside) out += line;
    else if (!isBlank(line)) out += line.startsWith(from) ? to + line.slice(from.length) : to + line.trimStart();
    start += line.length + 1;
  }
  return out;
}
