/**
 * A diagnostic for the terminal: location, message, the source line with carets under the span (Chinese characters are two columns
 * wide), related locations, help, fixes, and the code last.
 */
import type { Diagnostic } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { Colors } from "./colors.js";
import { padStart, widthOf } from "./display-width.js";
import type { Messages } from "./messages.js";

/** Line and column from 1, as editors count; the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const TAB = "  ";

/** The lines of a text, for converting offsets to positions. */
export class SourceLines {
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n?|\n/gu)) starts.push(match.index + match[0].length);
    this.starts = starts;
  }

  /** The position of an offset in UTF-16 units. */
  positionOf(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }

  /** The text of a line, from 1, without its line end. */
  line(number: number): string {
    return this.text.slice(this.starts[number - 1] ?? this.text.length, this.starts[number]).replace(/[\r\n]+$/u, "");
  }
}

const untabbed = (text: string): string => text.replaceAll("\t", TAB);

/** The source line with its number, and carets below; a span of several lines is marked to the end of the first. */
function marked(
  lines: SourceLines,
  span: Span,
  mark: string,
  paint: (text: string) => string,
  colors: Colors,
): string[] {
  const { line, column } = lines.positionOf(span[0]);
  const text = lines.line(line);
  const before = text.slice(0, column - 1);
  const spanned = text.slice(column - 1, column - 1 + Math.max(0, span[1] - span[0]));
  const gutter = String(line).length;
  const carets = mark.repeat(Math.max(1, widthOf(untabbed(spanned))));
  return [
    `${colors.dim(`${padStart(String(line), gutter)} │`)} ${untabbed(text)}`,
    `${colors.dim(`${" ".repeat(gutter)} │`)} ${" ".repeat(widthOf(untabbed(before)))}${paint(carets)}`,
  ];
}

/** A diagnostic as lines for the terminal. */
export function codeFrame(
  diagnostic: Diagnostic,
  file: string,
  lines: SourceLines,
  messages: Messages,
  colors: Colors,
): string {
  const { line, column } = lines.positionOf(diagnostic.span[0]);
  const paint = { error: colors.red, warning: colors.yellow, advice: colors.cyan }[diagnostic.severity];
  const severity = messages.severity[diagnostic.severity];
  const out = [
    `${colors.bold(`${file}:${line}:${column}`)} ${paint(severity)}${messages.colon}${diagnostic.message}`,
    ...marked(lines, diagnostic.span, "^", paint, colors),
  ];
  for (const { span, message } of diagnostic.related) {
    const related = lines.positionOf(span[0]);
    out.push(`  ${colors.dim(`${file}:${related.line}:${related.column}`)} ${message}`);
    out.push(...marked(lines, span, "-", colors.dim, colors).map((each) => `  ${each}`));
  }
  if (diagnostic.help !== null) out.push(`  ${messages.help}${messages.colon}${diagnostic.help}`);
  for (const { title } of diagnostic.fixes) out.push(`  ${messages.fix}${messages.colon}${title}`);
  out.push(colors.dim(`  ${diagnostic.code}`));
  return out.join("\n");
}
