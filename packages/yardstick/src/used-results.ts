/**
 * The published results of a rubric in the form in which other rubrics use them: by key, then by period, each result under its name.
 */
import type { Cell, SubjectResult, UsedRecord, UsedResults } from "@yardstick/engine";
import { decimal, rational, rationalText, sum } from "@yardstick/exact";
import type { Program, ValueType } from "@yardstick/language/program";
import type { Scored } from "./scored.js";

/** Published decimal text or a percentage as an exact number; it is not rounded again. */
function exact(text: string | null): Cell {
  if (text === null) return null;
  return rationalText(text.endsWith("%") ? decimal(text.slice(0, -1)).div(100) : decimal(text));
}

function levelOf(program: Program, choice: number, name: string | null): Cell {
  const level = program.choices[choice]?.levels.findIndex((each) => each.name === name) ?? -1;
  return level < 0 ? null : level;
}

function cellOf(program: Program, type: ValueType, text: string | boolean | null): Cell {
  if (text === null || typeof text === "boolean") return text;
  if (type.kind === "number") return exact(text);
  if (type.kind === "level") return levelOf(program, type.choice, text);
  return text;
}

function fullMarks(program: Program): string {
  if (program.total !== null) return program.total;
  const worths = program.roots.flatMap((root) => {
    const part = program.parts[root];
    return part === undefined || (part.kind === "item" && part.form !== "item") ? [] : [part.worth];
  });
  return rationalText(sum(worths.map(rational)));
}

function recordOf(program: Program, subject: SubjectResult): Readonly<Record<string, Cell>> {
  const isUndecided = (name: string) =>
    subject.undecided.some((one) => (one.kind === "award" || one.kind === "payment") && one.name === name);
  const paid = (name: string): Cell => {
    if (isUndecided(name)) return null;
    const award = subject.awards.find((each) => each.name === name);
    return award === undefined ? "0" : exact(award.pays ?? "0");
  };
  const all = sum(subject.awards.map(({ pays }) => decimal(pays ?? "0")));
  // Later entries override earlier ones of the same name, by the same precedence as in the checker.
  return Object.fromEntries<Cell>([
    ...program.awards.map(({ name }) => [name, paid(name)] as const),
    ...program.grades.map(
      ({ name, choice }) => [name, levelOf(program, choice, subject.grades[name] ?? null)] as const,
    ),
    ...Object.entries(subject.rankings).map(([name, place]) => [name, place === null ? null : String(place)] as const),
    ...Object.entries(subject.parts).map(([path, score]) => [path, exact(score)] as const),
    ...program.outputs.map(
      ({ name, value }) => [name, cellOf(program, value.type, subject.outputs[name] ?? null)] as const,
    ),
    ["奖励", program.awards.some(({ name }) => isUndecided(name)) ? null : rationalText(all)],
    ["满分", fullMarks(program)],
    ["总分", exact(subject.score)],
  ]);
}

/** The results of a scored rubric for rubrics that use it. */
export function usedResults({ program, subjects }: Pick<Scored, "program" | "subjects">): UsedResults {
  const results = new Map<string, UsedRecord[]>();
  const inOrder = [...subjects].sort((a, b) => byPeriod.compare(a.period ?? "", b.period ?? ""));
  for (const subject of inOrder) {
    const { period, awaiting, undecided } = subject;
    const record: UsedRecord = {
      period,
      results: recordOf(program, subject),
      ...(awaiting.length > 0 && { awaiting }),
      ...(undecided.length > 0 && { undecided: Object.fromEntries(undecided.map((one) => [one.name, one.awaiting])) }),
    };
    results.set(subject.key, [...(results.get(subject.key) ?? []), record]);
  }
  return results;
}

/** Compares digits by value: 第9期 before 第10期. */
const byPeriod = new Intl.Collator("und", { numeric: true });
