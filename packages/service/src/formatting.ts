/** Formatting as minimal text edits, so that the cursor and markers in unchanged lines stay. */
import { formatParsed, parse, type Analysis, type TextEdit } from "@yardstick/language";

/** The edits that format a text; null where it has syntax errors, empty where it is formatted already. */
export function formatting({ tree: { source } }: Analysis): TextEdit[] | null {
  // The text is parsed again, since the diagnostics of the analysis include those of the checker, which do not prevent formatting.
  const text = formatParsed(parse(source));
  if (text === null) return null;
  if (text === source) return [];
  const [before, after] = [linesOf(source), linesOf(text)];
  // Formatting keeps the order of lines, so with equal numbers lines are compared pairwise.
  if (before.length !== after.length) return [oneEdit(before, after, source)];
  const edits: TextEdit[] = [];
  let start = 0;
  before.forEach((line, at) => {
    const end = start + line.length;
    if (line !== after[at]) edits.push({ span: [start, end], text: after[at] ?? "" });
    start = end;
  });
  return edits;
}

/** The lines of a text with their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** One edit, without the lines that are equal at both ends. */
function oneEdit(before: readonly string[], after: readonly string[], source: string): TextEdit {
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
