/**
 * One subject's results as text, the way they are published. Numbers that do not end are rounded half up.
 */
import { decimalText, fixedText, publishedNumberText, type Rational } from "@yardstick/exact";
import type { SubjectResult, Undecided } from "../data/result.js";
import { paidText } from "./award.js";
import type { Evaluation } from "./evaluation.js";
import { at } from "../values/internal-error.js";
import type { PartOutcome } from "./part.js";
import { COEFFICIENT_DECIMALS, publishedText } from "../values/display-value.js";
import { ownKey } from "../values/ranking-key.js";
import type { Subject } from "./subject.js";
import type { Pending } from "../values/value.js";
import { awaitedOf, isPending, known } from "../values/value.js";

/** What is computed of a subject before it is written as text, with what is undecided and what is provisional of it. */
function outcomesOf(subject: Subject, evaluation: Evaluation) {
  const { program } = evaluation;
  const score = subject.score();
  const { published, vetoes } = score;
  const parts = concernedParts(subject);
  const coefficients = program.coefficients.map((_, index) => subject.coefficient(index));
  const tables = program.rankings.flatMap((_, index) => evaluation.rankingTables(index));
  const grades = program.grades.map(({ name }, index) => ({ name, given: evaluation.grade(index, subject) }));
  const allAwards = program.awards.map((_, index) => evaluation.award(index, subject));
  const awards = allAwards.filter(({ isGiven }) => isGiven);
  const allConsequences = program.consequences.map(({ name }, index) => ({
    name,
    ...evaluation.consequence(index, subject),
  }));
  const consequences = allConsequences.filter(({ value }) => value === true);
  const outputs = program.outputs.map((output, index) => ({ output, ...subject.output(index) }));
  const undecided: readonly Undecided[] = [
    ...pendingOf(
      "veto",
      vetoes.map(({ veto, holds }) => [veto.name, holds]),
    ),
    ...pendingOf(
      "grade",
      grades.map(({ name, given }) => [name, isPending(published) ? published : given?.pending]),
    ),
    ...pendingOf(
      "award",
      allAwards.map(({ award, holds }) => [award.name, holds]),
    ),
    ...pendingOf(
      "payment",
      awards.map(({ award, pays }) => [award.name, pays]),
    ),
    ...pendingOf(
      "consequence",
      allConsequences.map(({ name, value }) => [name, value]),
    ),
    ...pendingOf(
      "output",
      outputs.map(({ output, value }) => [output.name, value]),
    ),
    ...pendingOf(
      "requirement",
      program.requirements.map(({ condition, message }) => [message, subject.find(condition, message, true).value]),
    ),
  ];
  // Only of what there is: what is pending is not provisional.
  const provisional: readonly string[] = [
    ...parts
      .filter((part) => part.provisional && !isPending(part.score))
      .map(({ part }) => at(program.parts, part).path),
    ...(score.provisional && !isPending(published) ? ["score"] : []),
    ...coefficients
      .filter(({ trace, value }) => trace.provisional && !isPending(value))
      .map(({ coefficient }) => coefficient.name),
    ...tables
      .filter((table) => (table.standings.get(subject.row)?.place ?? null) !== null && table.isProvisional(subject))
      .map(({ ranking }) => ranking.publishedAs),
    ...grades.filter(({ given }) => given?.provisional === true && given.pending === null).map(({ name }) => name),
    ...awards.filter(({ trace }) => trace.provisional).map(({ award }) => award.name),
    ...consequences.filter(({ trace }) => trace.provisional).map(({ name }) => name),
    ...outputs.filter(({ trace, value }) => trace.provisional && !isPending(value)).map(({ output }) => output.name),
  ];
  return {
    published,
    vetoes,
    parts,
    coefficients,
    tables,
    grades,
    awards,
    consequences,
    outputs,
    undecided,
    provisional,
  };
}

/** What is undecided and what is provisional of a subject. */
export function openOutcomes(
  subject: Subject,
  evaluation: Evaluation,
): Pick<SubjectResult, "undecided" | "provisional"> {
  const { undecided, provisional } = outcomesOf(subject, evaluation);
  return { undecided, provisional };
}

export function publish(subject: Subject, evaluation: Evaluation): SubjectResult {
  const { program } = evaluation;
  const outcomes = outcomesOf(subject, evaluation);
  const { published, vetoes, parts, coefficients, tables, grades, awards, consequences, outputs } = outcomes;
  return {
    key: subject.key,
    period: subject.period,
    ...statusOf(published),
    score: scoreText(published, program.scoreDecimals),
    parts: record(
      parts.map(({ part: index, score }) => {
        const part = at(program.parts, index);
        return [part.path, score === null || isPending(score) ? null : publishedNumberText(score, part.decimals)];
      }),
    ),
    coefficients: record(coefficients.map(({ coefficient: { name }, value }) => [name, coefficientText(value)])),
    vetoes: vetoes.filter(({ holds }) => holds === true).map(({ veto }) => veto.name),
    rankings: record(
      tables.map(({ ranking, standings }) => [ranking.publishedAs, standings.get(subject.row)?.place ?? null]),
    ),
    grades: record(grades.map(({ name, given }) => [name, given?.grade ?? null])),
    awards: awards.map(({ award, pays }) => ({ name: award.name, pays: paidText(pays) })),
    consequences: consequences.map(({ name }) => name),
    outputs: record(
      outputs.map(({ output, value }) => [
        output.name,
        isPending(value)
          ? null
          : typeof value === "boolean"
            ? value
            : publishedText(program, output.value.type, value, output.decimals),
      ]),
    ),
    undecided: outcomes.undecided,
    rankedBy: record(
      tables
        .filter(({ ranking }) => ownKey(ranking) !== null)
        .map((table) => [table.ranking.publishedAs, table.keyText(subject)]),
    ),
    provisional: outcomes.provisional,
  };
}

/** Those of the named values that are pending. */
function pendingOf(kind: Undecided["kind"], values: readonly (readonly [string, unknown])[]): readonly Undecided[] {
  return values.flatMap(([name, value]) => (isPending(value) ? [{ kind, name, awaiting: awaitedOf(value) }] : []));
}

/** `invalid` where a cell that matters could not be read; else `pending` where anything is pending. */
export function statusOf(published: Rational | Pending): Pick<SubjectResult, "status" | "awaiting"> {
  if (!isPending(published)) return { status: "scored", awaiting: [] };
  const awaiting = awaitedOf(published);
  return { status: awaiting.some(({ problem }) => problem !== null) ? "invalid" : "pending", awaiting };
}

export function scoreText(score: Rational | Pending, decimals: number): string | null {
  return isPending(score) ? null : fixedText(score, decimals);
}

function coefficientText(value: Rational | Pending): string | null {
  const factor = known(value);
  return factor === null ? null : decimalText(factor, COEFFICIENT_DECIMALS);
}

/** The parts that concern a subject, in the order of the text, a section before what it holds. */
function concernedParts(subject: Subject): readonly PartOutcome[] {
  const below = (parts: readonly number[]): readonly PartOutcome[] =>
    parts
      .map((part) => subject.part(part))
      .flatMap((part) => (part.score === null ? [] : [part, ...below(part.section?.chosen ?? [])]));
  return below(subject.program.roots);
}

/** Own properties only, whatever the author called them. */
function record<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries);
}
