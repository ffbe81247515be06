/** Formatting as minimal text edits, so that the cursor and markers in unchanged lines stay. */
import { formatParsed, type Analysis, type Lang, type Parsed, type Span, type TextEdit } from "@yardstick/language";

/** The edits that format a text; null where it has syntax errors, empty where it is formatted already. */
export function formatting(analysis: Analysis): TextEdit[] | null {
  const text = formatParsed(parsedIn(analysis));
  return text === null ? null : editsBetween(analysis.tree.source, text);
}

/** The edits that format the lines that a range touches; null where the text has syntax errors. */
export function rangeFormatting(analysis: Analysis, [start, end]: Span): TextEdit[] | null {
  const { source } = analysis.tree;
  const text = formatParsed(parsedIn(analysis));
  if (text === null) return null;
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = source.indexOf("\n", Math.max(start, end - 1));
  const to = lineEnd < 0 ? source.length : lineEnd + 1;
  return joined(lineEdits(source, text).filter(({ span }) => from <= span[0] && span[1] <= to));
}

/**
 * The edits that write the keywords in one vocabulary and format the text; null where it has syntax errors, empty where all keywords
 * are in that vocabulary.
 */
export function keywordEdits(analysis: Analysis, keywords: Lang): TextEdit[] | null {
  const parsed = parsedIn(analysis);
  const [formatted, text] = [formatParsed(parsed), formatParsed(parsed, { keywords })];
  if (formatted === null || text === null) return null;
  return text === formatted ? [] : editsBetween(analysis.tree.source, text);
}

/** Errors of the checker do not prevent formatting. */
const parsedIn = ({ tree, rubric, syntaxFindings }: Analysis): Parsed => ({ tree, rubric, findings: syntaxFindings });

/** The edits that turn one text into another, as few lines as a single pass finds. */
export function editsBetween(source: string, text: string): TextEdit[] {
  return joined(lineEdits(source, text));
}

/** An edit for each line that changes; where lines cannot be told apart, one for all that remain. */
function lineEdits(source: string, text: string): readonly TextEdit[] {
  if (text === source) return [];
  const [before, after] = [linesOf(source), linesOf(text)];
  const edits: TextEdit[] = [];
  // Formatting keeps the order of lines, so lines with text are compared pairwise where their numbers are equal.
  const arePairs = before.filter(hasText).length === after.filter(hasText).length;
  let [at, other, start] = [0, 0, 0];
  while (at < before.length || other < after.length) {
    const [line, replaced] = [before[at], after[other]];
    if (line !== undefined && replaced !== undefined && mayPair(line, replaced, arePairs)) {
      if (line !== replaced) edits.push({ span: [start, start + line.length], text: replaced });
      [at, other, start] = [at + 1, other + 1, start + line.length];
    } else if (line !== undefined && !hasText(line)) {
      edits.push({ span: [start, start + line.length], text: "" });
      [at, start] = [at + 1, start + line.length];
    } else if (replaced !== undefined && !hasText(replaced)) {
      edits.push({ span: [start, start], text: replaced });
      other += 1;
    } else {
      edits.push(oneEdit(before.slice(at), after.slice(other), start));
      break;
    }
  }
  return edits;
}

const hasText = (line: string): boolean => line.trim() !== "";

/** Whether a line becomes the other: both are blank, or both have text, which `arePairs` declares to correspond. */
const mayPair = (line: string, other: string, arePairs: boolean): boolean =>
  hasText(line) === hasText(other) && (arePairs || line.trim() === other.trim());

/** The lines of a text with their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** One edit, without the lines that are equal at both ends. `from` is the offset of the first line. */
function oneEdit(before: readonly string[], after: readonly string[], from: number): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const length = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
  const start = from + length(before.slice(0, head));
  const end = from + length(before) - length(before.slice(before.length - tail));
  return { span: [start, end], text: after.slice(head, after.length - tail).join("") };
}

/** Edits that touch each other as one: an editor need not know the order of edits at the same place. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const found: TextEdit[] = [];
  for (const edit of edits) {
    const last = found.at(-1);
    if (last !== undefined && last.span[1] === edit.span[0])
      found.splice(-1, 1, { span: [last.span[0], edit.span[1]], text: last.text + edit.text });
    else found.push(edit);
  }
  return found;
}
