/**
 * The columns of published results, the same in every format: key, period, score, parts at the top and sections, rankings, grades,
 * outputs. Read back as history, they are what `previous` and `running` see.
 */
import type { SubjectResult } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";

/** A number is decimal text. */
export type ResultValue = { readonly text: string | null } | { readonly number: string | number | null };

export interface ResultColumn {
  readonly header: string;
  readonly of: (subject: SubjectResult) => ResultValue;
}

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
        const text = outputs[name] ?? null;
        return value.type.kind === "number" ? { number: text } : { text };
      },
    })),
  ];
}
