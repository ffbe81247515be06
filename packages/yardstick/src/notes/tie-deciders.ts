/**
 * What could decide a tie at the cut of a quota: each published value that separates as many of those who tie from the
 * others as there are places left. A ranking with that value as its next key, highest first, decides the tie.
 */
import type { QuotaCut, Result, SubjectResult } from "@yardstick/engine";
import { parseDecimal, type Rational } from "@yardstick/exact";
import { ownEntry } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";

/** A value that would decide a tie. */
export interface TieDecider {
  /** Name of the section, the item or the output, as the rubric has it. */
  readonly by: string;
  /** The published value of each that ties, in the order of the data. */
  readonly values: readonly { readonly key: string; readonly value: string }[];
  /** Keys of those who would take the places that are left, in the order of the data. */
  readonly takes: readonly string[];
}

/** Sections first; items and outputs only where no section decides it. */
export function tieDeciders(cut: QuotaCut, result: Result, program: Program): readonly TieDecider[] {
  const tied = result.subjects.filter(({ key, period }) => period === cut.period && cut.tied.includes(key));
  const parts = program.parts.filter(({ name }) => program.parts.filter((other) => other.name === name).length === 1);
  const ofParts = (kind: "section" | "item") =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap(({ name, path }) => decider(name, tied, cut.left, ({ parts: scores }) => ownEntry(scores, path)));
  const sections = ofParts("section");
  if (sections.length > 0) return sections;
  const outputs = program.outputs.flatMap(({ name }) =>
    decider(name, tied, cut.left, ({ outputs: published }) => ownEntry(published, name)),
  );
  return [...ofParts("item"), ...outputs];
}

function decider(
  by: string,
  tied: readonly SubjectResult[],
  left: number,
  valueOf: (subject: SubjectResult) => string | boolean | null | undefined,
): readonly TieDecider[] {
  const values = tied.map((subject) => ({ key: subject.key, value: valueOf(subject) }));
  const known = values.flatMap(({ key, value }) => {
    const number = typeof value === "string" ? parseDecimal(value) : null;
    return number === null ? [] : [{ key, value: value as string, number }];
  });
  if (known.length !== tied.length || left < 1 || left >= known.length) return [];
  const sorted = known.map(({ number }) => number).sort((a, b) => b.compare(a));
  const last = sorted[left - 1] as Rational;
  if (last.compare(sorted[left] as Rational) <= 0) return [];
  return [
    {
      by,
      values: known.map(({ key, value }) => ({ key, value })),
      takes: known.filter(({ number }) => number.compare(last) >= 0).map(({ key }) => key),
    },
  ];
}
