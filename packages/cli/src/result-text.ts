/**
 * A result as tables for the terminal: one for each period and group, in the order of places, then the subjects without a score, then
 * the requirements and policies that are not met.
 */
import { withMinusSign } from "@yardstick/exact";
import type { Result, SubjectResult, Undecided } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { outputText } from "@yardstick/tables";
import { rankingValues } from "@yardstick/engine";
import type { Rubric, Scored, RankedGroup } from "yardstick";
import {
  bracketed,
  describeAward,
  describeAwaited,
  hasSeveralPeriods,
  mainRanking,
  noteTexts,
  outputHeading,
  partHeading,
  rankedGroups,
  undecidedWord,
  withUndecided,
} from "yardstick";
import { checkLines } from "./checks-text.js";
import type { Context } from "./context.js";
import { padEnd, widthOf } from "./display-width.js";
import type { LayoutColumn } from "./table-layout.js";
import { layoutTable } from "./table-layout.js";

/** The width assumed where the terminal does not report it. */
const USUAL_WIDTH = 120;
/** The number of missing fields listed at most; the rest are counted. */
const MAX_MISSING = 6;

interface ResultColumn extends LayoutColumn {
  readonly of: (subject: SubjectResult) => string;
  readonly tint?: "bold" | "red" | "dim";
}

function columnsOf(
  program: Program,
  subjects: readonly SubjectResult[],
  { messages, lang }: Context,
): readonly ResultColumn[] {
  const main = mainRanking(program);
  const key = program.fields[program.key]?.name ?? "";
  const others = program.rankings.filter((ranking) => ranking !== main && ranking.by !== "each-section");
  const sections = program.roots.flatMap((root) => program.parts[root] ?? []);
  const text = (header: string, of: ResultColumn["of"]): ResultColumn => ({ header, align: "left", of });
  /** The known names, followed by the undecided ones of the same kind, marked as such. */
  const marked = (known: readonly string[], { undecided }: SubjectResult, kind: Undecided["kind"]) => {
    const others = undecided.filter((one) => one.kind === kind);
    return withUndecided(
      known,
      others.map(({ name }) => name),
      lang,
    );
  };
  /** In a column of its own. */
  const openWord = ({ undecided }: SubjectResult, kind: Undecided["kind"], name: string): string | null =>
    undecided.some((one) => one.kind === kind && one.name === name) ? undecidedWord(lang) : null;
  const columns: ResultColumn[] = [
    ...(main === null
      ? []
      : [
          {
            header: messages.place,
            align: "right" as const,
            of: ({ rankings }: SubjectResult) => String(rankings[main.name] ?? "—"),
          },
        ]),
    text(key, (subject) => subject.key),
    { header: messages.score, align: "decimal", of: ({ score }) => withMinusSign(score ?? ""), tint: "bold" },
    ...rankingValues(program, lang).map(({ ranking, header }): ResultColumn => ({
      header,
      align: "decimal",
      of: ({ rankedBy }) => withMinusSign(rankedBy[ranking] ?? ""),
    })),
    ...others.map(({ name }): ResultColumn => ({
      header: name,
      align: "right",
      of: ({ rankings }) => String(rankings[name] ?? "—"),
    })),
    ...program.grades.map(({ name }) =>
      text(name, (subject) => subject.grades[name] ?? openWord(subject, "grade", name) ?? ""),
    ),
    { ...text(messages.veto, (subject) => marked(subject.vetoes, subject, "veto")), tint: "red" },
    text(messages.awards, (subject) =>
      marked(
        subject.awards.map((award) => describeAward(program, award, lang)),
        subject,
        "award",
      ),
    ),
    text(messages.consequences, (subject) => marked(subject.consequences, subject, "consequence")),
    ...program.coefficients.map(({ name }): ResultColumn => ({
      header: name,
      align: "decimal",
      of: ({ coefficients }) => withMinusSign(coefficients[name] ?? ""),
    })),
    ...program.outputs.map((output): ResultColumn => ({
      header: outputHeading(output, lang),
      align: output.value.type.kind === "number" ? "decimal" : "left",
      of: (subject) =>
        withMinusSign(
          outputText(subject.outputs[output.name] ?? null, lang) ?? openWord(subject, "output", output.name) ?? "",
        ),
    })),
    ...sections.map((section): ResultColumn => ({
      header: partHeading(section, lang),
      align: "decimal",
      of: ({ parts }) => withMinusSign(parts[section.path] ?? ""),
      tint: "dim",
    })),
  ];
  const optional = new Set<string>([messages.veto, messages.awards, messages.consequences]);
  return columns.filter(
    (column) => !optional.has(column.header) || subjects.some((subject) => column.of(subject) !== ""),
  );
}

function tableOf(group: RankedGroup, scored: Scored, context: Context): readonly string[] {
  const { program } = scored;
  const subjects = group.subjects.filter(({ status }) => status === "scored");
  if (subjects.length === 0) return [];
  const columns = columnsOf(program, subjects, context);
  const width = context.io.stdout.columns ?? USUAL_WIDTH;
  const { out } = context;
  const lines = layoutTable(
    {
      columns,
      rows: subjects.map((subject) => columns.map(({ of }) => of(subject))),
      fixed: mainRanking(program) === null ? 1 : 2,
    },
    width,
    (padded, row, column) => {
      if (row < 0) return out.dim(padded);
      const tint = columns[column]?.tint;
      return tint === undefined ? padded : out[tint](padded);
    },
  );
  return [...(group.title === null ? [] : [out.bold(group.title)]), ...lines, ""];
}

/** The subjects that are pending or invalid, with their missing fields. */
function unscoredLines(
  result: Result,
  status: "pending" | "invalid",
  { messages, lang, out }: Context,
): readonly string[] {
  const subjects = result.subjects.filter((subject) => subject.status === status);
  if (subjects.length === 0) return [];
  const hasPeriods = hasSeveralPeriods(result);
  const names = subjects.map(({ key, period }) => (hasPeriods && period !== null ? `${key} ${period}` : key));
  const width = Math.max(...names.map(widthOf));
  return [
    out.yellow(messages[status](subjects.length)),
    ...subjects.map(({ awaiting }, index) => {
      const listed = awaiting.slice(0, MAX_MISSING).map((awaited) => describeAwaited(awaited, lang));
      const more = awaiting.length - listed.length;
      const list = listed.join(messages.list) + (more > 0 ? `${messages.comma}${messages.andMore(more)}` : "");
      return `  ${padEnd(names[index] ?? "", width)}  ${messages.awaits(list)}`;
    }),
    "",
  ];
}

const shortened = (fingerprint: string): string => fingerprint.replace(/^sha256:/u, "").slice(0, 12);

/** The result as text. */
export function resultText(scored: Scored, rubric: Rubric, context: Context): string {
  const { result, program, receipt } = scored;
  const { messages, out } = context;
  const edition = program.edition === null ? "" : bracketed(program.edition.name, context.lang);
  const title = `${result.rubric ?? ""}${edition}${result.scenario === null ? "" : `　${messages.scenario(result.scenario)}`}`;
  // Subjects without a score and policies have blocks of their own below.
  const notes = noteTexts(scored, context.lang).all.filter(
    ({ kind }) => kind !== "pending" && kind !== "invalid" && kind !== "policy",
  );
  const lines = [
    ...(title === "" ? [] : [out.bold(title), ""]),
    ...rankedGroups(scored).flatMap((group) => tableOf(group, scored, context)),
    ...(result.subjects.length === 0 ? [messages.noSubjects, ""] : []),
    ...unscoredLines(result, "pending", context),
    ...unscoredLines(result, "invalid", context),
    ...checkLines(result, rubric, context, out),
    ...(notes.length === 0 ? [] : [out.yellow(messages.notes), ...notes.map(({ text }) => `  ${text}`), ""]),
    out.dim(messages.receipt(shortened(receipt.rubric), shortened(receipt.data))),
  ];
  return `${lines.join("\n")}\n`;
}
