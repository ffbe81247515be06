/** The comparison of a document and its rules as a table, to be checked and signed on paper. */
import type { ReadingMessages } from "../../messages/reading.js";
import type { ComparisonRequest } from "../../protocol/protocol.js";
import type { ClauseSheet, ReadingSheet, RuleSheet } from "../../protocol/reading-sheet.js";
import { sectionsIn } from "../../store/reading-session.js";

/** Widths of the columns, in characters of the default size. */
const WIDTHS = [6, 16, 18, 8, 48, 12, 48, 36];

/** The table of all clauses; `fileName` names the document in the title. */
export function comparisonOf(sheet: ReadingSheet, fileName: string, messages: ReadingMessages): ComparisonRequest {
  const rows = sectionsIn(sheet).flatMap((section) =>
    section.items.flatMap((item) =>
      item.clauses.map((clause) => [
        String(clause.number),
        section.name,
        item.name,
        item.points ?? (item.weight === null ? "" : `${item.weight}%`),
        clause.text,
        messages.states[clause.state],
        clause.state === "asks" ? "" : clause.rules.map(ruleText).join("\n"),
        remarks(clause, messages),
      ]),
    ),
  );
  return {
    title: `${sheet.title} ${messages.comparison}`,
    subtitle: fileName,
    columns: messages.comparisonColumns.map((text, at) => ({ text, width: WIDTHS[at] ?? 12 })),
    rows,
    notes: [...sheet.sums.map((sum) => messages.sum(sum)), messages.signature],
  };
}

function ruleText({ pieces }: RuleSheet): string {
  return pieces
    .map(({ kind, text }) => (kind === "row" ? ";" : text))
    .join(" ")
    .replace(" ; ", ": ")
    .replaceAll(" ; ", "; ")
    .replace(/ ;$/u, "");
}

function remarks(clause: ClauseSheet, messages: ReadingMessages): string {
  const unused = clause.figures.filter(({ isUsed }) => !isUsed).map(({ text }) => text);
  return [
    ...clause.questions.map(({ text, options, chosen }) =>
      chosen === null ? text : messages.answered(text, options[chosen] ?? ""),
    ),
    ...(clause.reason === null ? [] : [messages.reasons[clause.reason]]),
    ...(clause.unread.length === 0 ? [] : [messages.unreadPart(clause.unread)]),
    ...(unused.length > 0 && clause.state !== "not-read" && clause.state !== "not-a-rule"
      ? [messages.unusedFigures(unused)]
      : []),
  ].join("\n");
}
