/**
 * The order in which subjects are shown on a terminal, in a workbook and in a notice: by period and by the group of the ranking, then by
 * place.
 */
import type { Result, SubjectResult } from "@yardstick/engine";
import { subjectIds } from "@yardstick/engine";
import { decimal, type Rational } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Scored } from "../scored.js";

/** The ranking that orders a table: the first that is not by section; null where there is none. */
export function mainRanking(program: Program): Program["rankings"][number] | null {
  return program.rankings.find(({ by }) => by !== "each-section") ?? null;
}

/** The subjects of one period and group. */
export interface RankedGroup {
  /** Period and group, separated by a wide space; null where there is only one group. */
  readonly title: string | null;
  /** The scored subjects in order of places, then the others in the order of the data. */
  readonly subjects: readonly SubjectResult[];
}

/** A subject with what it is sorted by. */
interface Sortable {
  readonly subject: SubjectResult;
  readonly score: Rational | null;
  readonly place: number;
}

function compareScores({ score: a }: Sortable, { score: b }: Sortable): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : b.compare(a);
}

const comparePlaces = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Sorts by place; in a ranking by score, subjects without a place are sorted by their score. */
function inOrder(subjects: readonly SubjectResult[], program: Program): readonly SubjectResult[] {
  const main = mainRanking(program);
  const place = ({ rankings }: SubjectResult) => (main === null ? Infinity : (rankings[main.name] ?? Infinity));
  const goesByScore =
    main === null || (typeof main.by === "object" && main.by.kind === "reference" && main.by.to.kind === "score");
  const direction = main?.lowestFirst === true ? -1 : 1;
  const sortable = subjects.map((subject): Sortable => {
    const { score } = subject;
    return { subject, score: score === null ? null : decimal(score), place: place(subject) };
  });
  sortable.sort((a, b) => {
    const pending = Number(a.subject.status !== "scored") - Number(b.subject.status !== "scored");
    if (pending !== 0) return pending;
    return goesByScore
      ? direction * compareScores(a, b) || comparePlaces(a.place, b.place)
      : comparePlaces(a.place, b.place) || compareScores(a, b);
  });
  return sortable.map(({ subject }) => subject);
}

/** Whether a result has several periods, so that a name alone does not identify a subject. */
export function hasSeveralPeriods(result: Result): boolean {
  let first: string | null | undefined;
  for (const { period } of subjectIds(result)) {
    if (first === undefined) first = period;
    if (period !== first) return true;
  }
  return false;
}

/** The subjects of a result in display order, by period and group. */
export function rankedGroups({
  program,
  dataset,
  result,
}: Pick<Scored, "program" | "dataset" | "result">): readonly RankedGroup[] {
  const within = mainRanking(program)?.within ?? null;
  const field = within === null ? undefined : program.fields[within];
  // A run of one period does not contain all rows, so rows are found by key and period.
  const period = program.period === null ? [] : (dataset.subjects.columns[program.period] ?? []);
  const rowOf = new Map(
    (dataset.subjects.columns[program.key] ?? []).map((key, row) => [
      `${String(key ?? "")}\u0000${String(period[row] ?? "")}`,
      row,
    ]),
  );
  const groupOf = ({ key, period: of }: SubjectResult): string => {
    const row = rowOf.get(`${key}\u0000${of ?? ""}`) ?? -1;
    const cell = within === null ? null : (dataset.subjects.columns[within]?.[row] ?? null);
    if (cell === null) return "";
    return field?.type.kind === "level"
      ? (program.choices[field.type.choice]?.levels[Number(cell)]?.name ?? "")
      : String(cell);
  };
  const showsPeriod = program.period !== null && hasSeveralPeriods(result);
  const groups = new Map<string, SubjectResult[]>();
  for (const subject of result.subjects) {
    const pieces = [showsPeriod ? subject.period : null, groupOf(subject)];
    const title = pieces.filter((piece) => piece !== null && piece !== "").join("　");
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [subject]);
    else group.push(subject);
  }
  return [...groups].map(([title, subjects]) => ({
    title: title === "" ? null : title,
    subjects: inOrder(subjects, program),
  }));
}
