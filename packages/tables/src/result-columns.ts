/**
 * The columns of published results, the same in every format: key, period, score, root parts and sections, rankings, grades, outputs.
 * Read back as history, they are the values of `previous` and `running`.
 */
import type { SubjectResult, Undecided } from "@yardstick/engine";
import { rankingValues } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";

/** A value of a result column; a number is decimal text, or an integer. */
export type ResultValue = { readonly text: string | null } | { readonly number: string | number | null };

/** The texts that a result contains, provided by the caller. */
export interface ResultMessages {
  readonly lang: "zh" | "en";
  /** An award as text. */
  readonly describeAward: (award: SubjectResult["awards"][number]) => string;
  /** A list of the known names, followed by the undecided ones, marked as such. */
  readonly withUndecided: (known: readonly string[], undecided: readonly string[]) => string;
  /** The undecided results, shown in a column of their own. */
  readonly undecided: string;
  /** Notes about a subject: missing, undecided, tied at a cut, provisional. */
  readonly notesOf: (subject: SubjectResult) => readonly string[];
}

const MESSAGES = {
  zh: {
    status: "状态",
    statuses: { scored: "已评分", pending: "待定", invalid: "数据有误" },
    vetoes: "一票否决",
    awards: "奖励",
    consequences: "处理",
    notes: "说明",
    stop: "；",
    truth: { yes: "是", no: "否" },
  },
  en: {
    status: "status",
    statuses: { scored: "scored", pending: "pending", invalid: "data in error" },
    vetoes: "vetoes",
    awards: "awards",
    consequences: "consequences",
    notes: "notes",
    stop: "; ",
    truth: { yes: "yes", no: "no" },
  },
} as const;

/** A published value as text: a condition as yes or no in the language, other values unchanged. */
export function outputText(value: string | boolean | null, lang: "zh" | "en"): string | null {
  return typeof value === "boolean" ? MESSAGES[lang].truth[value ? "yes" : "no"] : value;
}

/** Names of the undecided results of a subject, of one kind. */
export function undecidedNames({ undecided }: SubjectResult, kind: Undecided["kind"]): readonly string[] {
  return undecided.length === 0 ? [] : undecided.filter((one) => one.kind === kind).map(({ name }) => name);
}

/** A column of published results. */
export interface ResultColumn {
  readonly header: string;
  readonly of: (subject: SubjectResult) => ResultValue;
}

/**
 * The columns that follow `resultColumns` in a CSV file: the values that rankings are ordered by, the status, vetoes, awards,
 * consequences and notes. A header that is already used gets a number.
 */
export function columnsBeside(program: Program, messages: ResultMessages): readonly ResultColumn[] {
  const { lang } = messages;
  const own = MESSAGES[lang];
  const taken = new Set(resultColumns(program, lang).map(({ header }) => header));
  const columns: readonly ResultColumn[] = [
    ...rankingValues(program, lang).map(({ ranking, header }): ResultColumn => ({
      header,
      of: ({ rankedBy }) => ({ text: rankedBy[ranking] ?? null }),
    })),
    { header: own.status, of: ({ status }) => ({ text: own.statuses[status] }) },
    {
      header: own.vetoes,
      of: (subject) => ({ text: messages.withUndecided(subject.vetoes, undecidedNames(subject, "veto")) }),
    },
    {
      header: own.awards,
      of: (subject) => ({
        text: messages.withUndecided(subject.awards.map(messages.describeAward), undecidedNames(subject, "award")),
      }),
    },
    {
      header: own.consequences,
      of: (subject) => ({ text: messages.withUndecided(subject.consequences, undecidedNames(subject, "consequence")) }),
    },
    { header: own.notes, of: (subject) => ({ text: messages.notesOf(subject).join(own.stop) }) },
  ];
  return columns.map((column) => {
    let { header } = column;
    for (let number = 2; taken.has(header); number++) header = `${column.header}_${number}`;
    taken.add(header);
    return { ...column, header };
  });
}

/** The columns of the results of a program. */
export function resultColumns(program: Program, lang: "zh" | "en"): readonly ResultColumn[] {
  const period = program.period === null ? [] : [program.fields[program.period]?.name ?? "period"];
  const parts = program.parts.filter((part, index) => part.kind === "section" || program.roots.includes(index));
  const rankings = program.rankings.flatMap(({ name, by }) =>
    by === "each-section"
      ? program.roots.flatMap((root) => {
          const part = program.parts[root];
          return part?.kind === "section" ? [`${name}/${part.name}`] : [];
        })
      : [name],
  );
  return [
    { header: program.fields[program.key]?.name ?? "key", of: ({ key }) => ({ text: key }) },
    ...period.map((header) => ({ header, of: ({ period: text }: SubjectResult) => ({ text }) })),
    { header: lang === "zh" ? "总分" : "score", of: ({ score }) => ({ number: score }) },
    ...parts.map(({ path }) => ({
      header: path,
      of: ({ parts: scores }: SubjectResult) => ({ number: scores[path] ?? null }),
    })),
    ...rankings.map((name) => ({
      header: name,
      of: ({ rankings: places }: SubjectResult) => ({ number: places[name] ?? null }),
    })),
    ...program.grades.map(({ name }) => ({
      header: name,
      of: ({ grades }: SubjectResult) => ({ text: grades[name] ?? null }),
    })),
    ...program.outputs.map(({ name, value }) => ({
      header: name,
      of: ({ outputs }: SubjectResult) => {
        const text = outputText(outputs[name] ?? null, lang);
        return value.type.kind === "number" ? { number: text } : { text };
      },
    })),
  ];
}
