/**
 * The report of `yardstick collect` as text: files, changes, open decisions, and what was not merged.
 */
import type { Collected, CollectedConflict, DepartmentProgress, TableReport, UnusedAnswer } from "@yardstick/tables";
import { describeProblem, describeReport } from "@yardstick/tables";
import { collectMessages } from "./collect-messages.js";
import type { Context } from "./context.js";

/** The number of lines printed of each kind at most; the rest are counted. */
const MAX_LINES = 40;

/** The options that decisions are made with. */
const OPTIONS: Readonly<Record<UnusedAnswer["kind"], string>> = {
  cells: "--take",
  keys: "--match, --new-subject, --leave-row",
  periods: "--file-period",
  departments: "--department",
  newPeriods: "--period",
  kept: "--keep-row",
};

interface FileLocation {
  readonly file: string;
  readonly sheet: string | null;
}

const fileOf = ({ file, sheet }: FileLocation): string => (sheet === null ? file : `${file}[${sheet}]`);

/** The report, without a final line end. `unreadable`: files that could not be opened, with the reason. */
export function collectedText(
  collected: Collected & { readonly departments: readonly DepartmentProgress[] },
  unreadable: readonly { readonly file: string; readonly why: string }[],
  { lang, out }: Context,
): string {
  const messages = collectMessages[lang];
  const sep = lang === "zh" ? "，" : ", ";
  const colon = lang === "zh" ? "：" : ": ";
  const beside = (text: string) => (lang === "zh" ? `（${text}）` : ` (${text})`);
  const subject = ({
    key,
    period,
    field,
    record,
  }: {
    readonly key: string;
    readonly period: string | null;
    readonly field?: string;
    readonly record?: { readonly list: string };
  }) =>
    [key, period, record?.list, field]
      .filter((piece) => piece !== null && piece !== undefined && piece !== "")
      .join(" ");
  const block = (title: string, lines: readonly string[], hint?: string): readonly string[] => {
    if (lines.length === 0) return [];
    const shown = lines.slice(0, MAX_LINES).map((line) => `  ${line}`);
    const more = lines.length > MAX_LINES ? [`  ${messages.more(lines.length - MAX_LINES)}`] : [];
    return ["", out.bold(title), ...shown, ...more, ...(hint === undefined ? [] : [out.dim(`  ${hint}`)])];
  };
  const cellAt = (origin: FileLocation & { readonly row: number; readonly cell: string | null }) =>
    `${fileOf(origin)} ${origin.cell ?? messages.row(origin.row)}`;
  const conflictLine = ({ figures, why, owners, settled, ...id }: CollectedConflict): string => {
    const texts = figures.map(({ text, origins, isPresent, departments }, at) => {
      const places = [...(isPresent ? [messages.present] : []), ...origins.map(cellAt)].join(sep);
      const by = departments.length === 0 ? "" : `${departments.join(lang === "zh" ? "、" : ", ")} `;
      return `${text}${beside(by + places)}${settled === at ? messages.counted : ""}`;
    });
    const owner = why === "not-owner" ? `${messages.notOwner(owners.join(lang === "zh" ? "、" : ", "))}` : "";
    return `${subject(id)}${colon}${texts.join(" ≠ ")}${owner}`;
  };
  const {
    files,
    changed,
    conflicts,
    reports,
    unusedAnswers,
    unmatched,
    nearKeys,
    periods,
    aside,
    unknownColumns,
    unread,
    problems,
  } = collected;
  // Columns that were not used come first, before titles and encodings.
  const unnamed = (report: TableReport) => report.layout?.unnamed.length ?? 0;
  const layouts = [...reports]
    .sort((one, other) => Number(unnamed(other) > 0) - Number(unnamed(one) > 0))
    .flatMap((report) => describeReport(report, lang).map((sentence) => `${fileOf(report)}${colon}${sentence}`));
  const open = conflicts.filter(({ settled }) => settled === null);
  const at = (location: FileLocation & { readonly row: number }) => `${fileOf(location)} ${messages.row(location.row)}`;
  return [
    out.bold(messages.files(files.length + unreadable.length)),
    ...files.map(({ file, state, department, recognised, counts }) => {
      const by = recognised === null ? messages.noDepartment : messages.recognised[recognised];
      const who = department === null ? by : department + beside(by);
      return `  ${file}  ${who}  ${[messages.state[state], messages.counts(counts)].filter((text) => text !== "").join(sep)}`;
    }),
    ...unreadable.map(({ why }) => `  ${why}`),
    ...block(
      messages.departments,
      collected.departments.some(({ department }) => department !== null)
        ? collected.departments.map(({ department, filled, expected, missing }) =>
            messages.department(
              department ?? messages.withoutDepartment,
              filled,
              expected,
              missing.map(({ field, subjects }) => `${field} ${subjects.length}`).join(lang === "zh" ? "、" : ", "),
            ),
          )
        : [],
    ),
    ...block(messages.subjects(collected.subjects.length), collected.subjects.map(subject)),
    ...block(
      messages.changed(changed.length),
      changed.map((cell) => `${subject(cell)}${colon}${cell.before} → ${cell.text}${beside(cellAt(cell.origin))}`),
    ),
    ...block(
      messages.conflicts(open.length, conflicts.length - open.length),
      [...open, ...conflicts.filter(({ settled }) => settled !== null)].map(conflictLine),
      open.length === 0 ? undefined : messages.settleHint,
    ),
    ...block(
      messages.unmatched(unmatched.length),
      unmatched.map(({ origin, key, near, why, period }) =>
        why === "period"
          ? messages.unmatchedPeriod(at(origin), key, period ?? "")
          : messages.unmatchedRow(at(origin), key, near.join(lang === "zh" ? "、" : ", ")),
      ),
      messages.matchHint,
    ),
    ...block(
      messages.nearKeys(nearKeys.length),
      nearKeys.map(({ key, near }) => messages.nearKey(key, near.join(lang === "zh" ? "、" : ", "))),
      messages.matchHint,
    ),
    ...block(
      messages.periods(periods.length),
      periods.map((question) =>
        messages.period(fileOf(question), messages.said[question.where], question.said, question.rows, question.period),
      ),
      messages.periodHint,
    ),
    ...block(
      messages.unread(unread.length),
      unread.map((problem) => `${fileOf(problem)} ${describeProblem(problem, lang)}`),
    ),
    ...block(
      messages.aside(aside.length),
      aside.map((row) => `${at(row)}${colon}${row.text}`),
    ),
    ...block(
      messages.unknownColumns(unknownColumns.length),
      unknownColumns.map((column) => messages.unknownColumn(fileOf(column), column.column, column.filled)),
    ),
    ...block(
      messages.unusedAnswers(unusedAnswers.length),
      unusedAnswers.map(({ kind, name }) => messages.unusedAnswer(OPTIONS[kind], name)),
    ),
    ...block(messages.layouts(layouts.length), layouts),
    ...block(
      messages.others(problems.length),
      problems.map((problem) => `${fileOf(problem)} ${describeProblem(problem, lang)}`),
    ),
  ].join("\n");
}
