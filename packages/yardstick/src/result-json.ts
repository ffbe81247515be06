/**
 * The JSON form of a result: `score --format json` and `toJSON` of an embedded result. Numbers are decimal text with an ASCII minus. The
 * form is stable: properties may be added at the end but do not change their meaning.
 */
import { type CellProblem, publishedUnit, type Result, type SubjectResult, type Undecided } from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { Program, Span } from "@yardstick/language/program";
import type { Failure } from "./failure.js";
import { type AwaitedJson, awaitedJson } from "./notes/awaited-json.js";
import type { NotesJson } from "./notes/notes-json.js";
import type { Receipt } from "./receipt.js";

/** A result in JSON. */
export interface ResultJson extends NotesJson {
  readonly receipt: Receipt;
  readonly rubric: string | null;
  readonly scenario: string | null;
  readonly subjects: readonly SubjectJson[];
  /** Requirements that are not met. */
  readonly requirements: readonly {
    readonly key: string;
    readonly period: string | null;
    readonly message: string;
    readonly span: Span;
  }[];
  readonly policies: readonly { readonly message: string; readonly span: Span; readonly holds: false | null }[];
  /** Results and policies that are undecided, and ties at the cut of a quota. */
  readonly undecided: NotesJson["undecided"];
  /** Results that depend on incomplete data of other subjects. */
  readonly provisional: NotesJson["provisional"];
  readonly diagnostics: readonly DiagnosticJson[];
  /** Cells and headers of the data that could not be read. */
  readonly problems: readonly Omit<CellProblem, "index">[];
  /** Why there is no result; usually empty. */
  readonly failures: readonly Failure[];
  /** Base units of outputs by name (`元`, `分`, `元/公里`); outputs without a unit and percentages have no entry. */
  readonly units: Readonly<Record<string, string>>;
}

/** A result in JSON whose subjects are read one by one. */
export interface ResultJsonStream extends Omit<ResultJson, "subjects"> {
  readonly subjects: Iterable<SubjectJson>;
}

/** The result of one subject in JSON. */
export interface SubjectJson {
  readonly key: string;
  readonly period: string | null;
  readonly status: SubjectResult["status"];
  /** The values that the score depends on and that are missing (`blank`) or cannot be used. */
  readonly awaiting: readonly AwaitedJson[];
  readonly score: string | null;
  readonly parts: SubjectResult["parts"];
  readonly coefficients: SubjectResult["coefficients"];
  readonly vetoes: SubjectResult["vetoes"];
  readonly rankings: SubjectResult["rankings"];
  readonly grades: SubjectResult["grades"];
  readonly awards: SubjectResult["awards"];
  readonly consequences: SubjectResult["consequences"];
  readonly outputs: SubjectResult["outputs"];
  readonly provisional: SubjectResult["provisional"];
  /** The undecided results of the subject. */
  readonly undecided: readonly { readonly kind: Undecided["kind"]; readonly name: string }[];
  /** The value that a ranking is ordered by, where that is not the score. */
  readonly rankedBy: SubjectResult["rankedBy"];
}

/** A diagnostic with its file, named as the caller passed it. */
export interface DiagnosticJson extends Diagnostic {
  readonly file: string | null;
}

/** A diagnostic in JSON. */
export function diagnosticJson(diagnostic: Diagnostic, file: string | null): DiagnosticJson {
  const { code, severity, ...rest } = diagnostic;
  return { code, severity, file, ...rest };
}

/** The JSON form of a result; the properties are in the order in which they are written. */
export function resultJson(
  result: Result,
  program: Program,
  { undecided, provisional }: NotesJson,
  receipt: Receipt,
  failures: readonly Failure[],
  diagnostics: readonly DiagnosticJson[],
): ResultJsonStream {
  return {
    receipt,
    rubric: result.rubric,
    scenario: result.scenario,
    subjects: { [Symbol.iterator]: () => subjectsJson(result) },
    requirements: result.requirements.map(({ key, period, message, span }) => ({ key, period, message, span })),
    policies: result.policies.map(({ message, span, holds }) => ({ message, span, holds })),
    undecided,
    provisional,
    diagnostics,
    problems: result.problems.map(({ index: _, ...problem }) => problem),
    failures,
    units: unitsOf(program),
  };
}

function* subjectsJson({ subjects }: Result): Generator<SubjectJson, void, void> {
  for (const subject of subjects) {
    yield {
      key: subject.key,
      period: subject.period,
      status: subject.status,
      awaiting: subject.awaiting.map(awaitedJson),
      score: subject.score,
      parts: subject.parts,
      coefficients: subject.coefficients,
      vetoes: subject.vetoes,
      rankings: subject.rankings,
      grades: subject.grades,
      awards: subject.awards,
      consequences: subject.consequences,
      outputs: subject.outputs,
      provisional: subject.provisional,
      undecided: subject.undecided.map(({ kind, name }) => ({ kind, name })),
      rankedBy: subject.rankedBy,
    };
  }
}

function unitsOf({ outputs }: Program): ResultJson["units"] {
  return Object.fromEntries(
    outputs.flatMap(({ name, value }) => {
      const unit = publishedUnit(value.type);
      return unit === null ? [] : [[name, unit] as const];
    }),
  );
}
