/**
 * Messages as GitHub Actions shows them beside the lines of a change: a workflow command each.
 */
import type { Severity } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { SourceLines } from "./code-frame.js";

/** A message about a stretch of a file. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly file: string;
  readonly span: Span;
  readonly title: string;
  readonly message: string;
}

/** The levels of GitHub by severity. */
export const githubLevels: Readonly<Record<Severity, Annotation["level"]>> = {
  error: "error",
  warning: "warning",
  advice: "notice",
};

const inData = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const inProperty = (text: string): string => inData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * The workflow command of an annotation, without a line end.
 *
 * @param lines of the file that it is about
 */
export function workflowCommand({ level, file, span, title, message }: Annotation, lines: SourceLines): string {
  const from = lines.positionOf(span[0]);
  const to = lines.positionOf(span[1]);
  const properties = [
    `file=${inProperty(file)}`,
    `line=${from.line}`,
    `endLine=${to.line}`,
    // GitHub takes columns of one line only.
    ...(to.line === from.line ? [`col=${from.column}`, `endColumn=${to.column}`] : []),
    `title=${inProperty(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${inData(message)}`;
}
