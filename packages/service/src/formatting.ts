/** The house style as text edits: one a stretch of lines that changes, so that cursor and marks elsewhere stay. */
import { formatParsed, parse, type Analysis, type TextEdit } from "@yardstick/language";

/** Null where the grammar finds errors, which nothing can be laid out from; empty where it is laid out already. */
export function formatting({ tree: { source } }: Analysis): TextEdit[] | null {
  // Of an analysis the findings are the checker's, too: a name that is unknown keeps nothing from being laid out.
  const text = formatParsed(parse(source));
  if (text === null) return null;
  if (text === source) return [];
  const [before, after] = [linesOf(source), linesOf(text)];
  // Layout keeps the lines in their order: where their number is the same, each is held against its twin.
  if (before.length !== after.length) return [inOneStretch(before, after, source)];
  const edits: TextEdit[] = [];
  let start = 0;
  before.forEach((line, at) => {
    const end = start + line.length;
    if (line !== after[at]) edits.push({ span: [start, end], text: after[at] ?? "" });
    start = end;
  });
  return edits;
}

/** Each with its line end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Without what is the same at both ends. */
function inOneStretch(before: readonly string[], after: readonly string[], source: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const length = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
  const start = length(before.slice(0, head));
  const end = source.length - length(before.slice(before.length - tail));
  return { span: [start, end], text: after.slice(head, after.length - tail).join("") };
}
