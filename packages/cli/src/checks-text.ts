/**
 * Requirements and policies that are not met, each with its subject and its location in the rubric, and policies that cannot be
 * decided yet.
 */
import type { Result } from "@yardstick/engine";
import type { Span } from "@yardstick/language/program";
import type { Rubric } from "yardstick";
import { describeAwaited, hasSeveralPeriods } from "yardstick";
import { SourceLines } from "./code-frame.js";
import type { Colors } from "./colors.js";
import type { Context } from "./context.js";

/** Lines without line ends; none where all requirements and policies are met. */
export function checkLines(
  result: Result,
  rubric: Rubric,
  { messages, lang }: Context,
  colors: Colors,
): readonly string[] {
  const lines = new SourceLines(rubric.source);
  const location = (span: Span): string => {
    const { line, column } = lines.positionOf(span[0]);
    return colors.dim(`${rubric.file ?? ""}:${line}:${column}`);
  };
  const hasPeriods = result.requirements.length > 0 && hasSeveralPeriods(result);
  const block = (title: string, entries: readonly string[]) => (entries.length === 0 ? [] : [title, ...entries, ""]);
  const policies = (holds: false | null) =>
    result.policies
      .filter((policy) => policy.holds === holds)
      .map(({ message, span, awaiting }) => {
        const fields = awaiting.map((awaited) => describeAwaited(awaited, lang)).join(messages.list);
        return `  ${message}${fields === "" ? "" : `${messages.comma}${messages.awaits(fields)}`}  ${location(span)}`;
      });
  return [
    ...block(
      colors.red(messages.requirements),
      result.requirements.map(({ key, period, message, span }) => {
        const subject = hasPeriods && period !== null ? `${key} ${period}` : key;
        return `  ${subject}${messages.colon}${message}  ${location(span)}`;
      }),
    ),
    ...block(colors.red(messages.policies), policies(false)),
    ...block(colors.yellow(messages.undecided), policies(null)),
  ];
}
