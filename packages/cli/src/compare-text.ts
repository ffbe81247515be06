/** Scenarios side by side for the terminal: place, score and awards of each subject in each scenario, and the change of place. */
import { withMinusSign } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { ScenarioComparison, ScenarioResult } from "yardstick";
import { describeAward } from "yardstick";
import type { Context } from "./context.js";
import type { LayoutColumn } from "./table-layout.js";
import { layoutTable } from "./table-layout.js";
import { weightMessagesOf } from "./weight-messages.js";

const USUAL_WIDTH = 120;

type Subject = ScenarioComparison["subjects"][number];
interface Column extends LayoutColumn {
  readonly of: (subject: Subject) => string;
}

/** The comparison as text. */
export function compareText(comparison: ScenarioComparison, program: Program, context: Context): string {
  const { out, lang } = context;
  const messages = weightMessagesOf[lang];
  const ranking = program.rankings.find(({ by }) => by !== "each-section")?.name ?? null;
  const columns = columnsOf(comparison, program, ranking, context);
  const placeOf = ({ results }: Subject) => (ranking === null ? Infinity : (results[0]?.rankings[ranking] ?? Infinity));
  const rank = (a: number, b: number) => (a === b ? 0 : a - b);
  const subjects = [...comparison.subjects].sort((a, b) => rank(placeOf(a), placeOf(b)));
  const table = layoutTable(
    { columns, rows: subjects.map((subject) => columns.map(({ of }) => of(subject))), fixed: 1 },
    context.io.stdout.columns ?? USUAL_WIDTH,
    (padded, row) => (row < 0 ? out.dim(padded) : padded),
  );
  const names = comparison.scenarios.map((name, index) => `  ${letter(index)}  ${name ?? messages.asWritten}`);
  return `${[out.bold(`${comparison.rubric ?? ""}　${messages.compared}`.trim()), "", ...names, "", ...table].join("\n")}\n`;
}

/** A, B, C …: abbreviations of the scenarios in the headers. */
function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

function columnsOf(
  { scenarios, subjects }: ScenarioComparison,
  program: Program,
  ranking: string | null,
  { messages, lang }: Context,
): readonly Column[] {
  const own = weightMessagesOf[lang];
  const key: Column = { header: program.fields[program.key]?.name ?? "", align: "left", of: (subject) => subject.key };
  const periods = new Set(subjects.map(({ period }) => period));
  const period: Column = { header: messages.period, align: "left", of: (subject) => subject.period ?? "" };
  const each = scenarios.flatMap((_, index): readonly Column[] => {
    const of = (write: (result: ScenarioResult) => string) => (subject: Subject) => {
      const result = subject.results[index];
      return result === undefined ? "" : write(result);
    };
    const place = (result: ScenarioResult | undefined) =>
      ranking === null ? null : (result?.rankings[ranking] ?? null);
    const hasAwards = subjects.some(({ results }) => (results[index]?.awards.length ?? 0) > 0);
    return [
      ...(ranking === null
        ? []
        : [
            {
              header: `${letter(index)} ${messages.place}`,
              align: "right" as const,
              of: of((result) => String(place(result) ?? "—")),
            },
          ]),
      ...(index === 0 || ranking === null
        ? []
        : [
            {
              header: own.change,
              align: "right" as const,
              of: ({ results }: Subject) => movedText(place(results[0]), place(results[index])),
            },
          ]),
      {
        header: `${letter(index)} ${messages.score}`,
        align: "decimal" as const,
        of: of(({ score }) => withMinusSign(score ?? "")),
      },
      ...program.grades.slice(0, 1).map(({ name }) => ({
        header: `${letter(index)} ${name}`,
        align: "left" as const,
        of: of(({ grades }) => grades[name] ?? ""),
      })),
      ...(hasAwards
        ? [
            {
              header: `${letter(index)} ${messages.awards}`,
              align: "left" as const,
              of: of(({ awards }) => awards.map((award) => describeAward(program, award, lang)).join(messages.list)),
            },
          ]
        : []),
    ];
  });
  return [key, ...(periods.size > 1 ? [period] : []), ...each];
}

/** The change of place: `↑2` for a better place, `↓2` for a worse one, empty for none. */
function movedText(before: number | null, after: number | null): string {
  if (before === null || after === null || before === after) return "";
  return after < before ? `↑${before - after}` : `↓${after - before}`;
}
