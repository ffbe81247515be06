/**
 * A result in the form that other programs rely on: `score --format json` and `toJSON` of an embedded result. Numbers are
 * decimal text with an ASCII minus. What is added to it comes after what is there; nothing changes its meaning.
 */
import {
  type Awaited,
  type CellProblem,
  publishedUnit,
  type Result,
  type SubjectResult,
  type Undecided,
} from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { Program, Span } from "@yardstick/language/program";
import type { Failure } from "./failure.js";
import type { NotesJson } from "./notes/notes-json.js";
import type { Receipt } from "./receipt.js";

export interface ResultJson extends NotesJson {
  readonly receipt: Receipt;
  readonly rubric: string | null;
  readonly scenario: string | null;
  readonly subjects: readonly SubjectJson[];
  /** Requirements that do not hold. */
  readonly requirements: readonly {
    readonly key: string;
    readonly period: string | null;
    readonly message: string;
    readonly span: Span;
  }[];
  readonly policies: readonly { readonly message: string; readonly span: Span; readonly holds: false | null }[];
  /** What cannot be decided yet, policies among it, and ties at the cut of a quota. */
  readonly undecided: NotesJson["undecided"];
  /** Results that lean on data of others that is not complete. */
  readonly provisional: NotesJson["provisional"];
  readonly diagnostics: readonly DiagnosticJson[];
  /** Cells and headers of the data that could not be read. */
  readonly problems: readonly Omit<CellProblem, "index">[];
  /** Why nothing was scored; usually none. */
  readonly failures: readonly Failure[];
  /** Units of outputs that have one, by the output's name: base units (`元`, `分`, `元/公里`). Percentages carry their sign. */
  readonly units: Readonly<Record<string, string>>;
}

export interface SubjectJson {
  readonly key: string;
  readonly period: string | null;
  readonly status: SubjectResult["status"];
  /** `reason` is `blank` where a value is still to come. */
  readonly awaiting: readonly {
    readonly field: string;
    readonly assessor: string | null;
    readonly reason: Awaited["reason"];
  }[];
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
  /** What cannot be decided yet of the subject; what is neither in its list nor here is not. */
  readonly undecided: readonly { readonly kind: Undecided["kind"]; readonly name: string }[];
  /** The value that a ranking goes by, where that is not the score. */
  readonly rankedBy: SubjectResult["rankedBy"];
}

/** A diagnostic and the file it is about; the file's name is as the caller gave it. */
export interface DiagnosticJson extends Diagnostic {
  readonly file: string | null;
}

export function diagnosticJson(diagnostic: Diagnostic, file: string | null): DiagnosticJson {
  const { code, severity, ...rest } = diagnostic;
  return { code, severity, file, ...rest };
}

export function resultJson(
  result: Result,
  program: Program,
  { undecided, provisional }: NotesJson,
  receipt: Receipt,
  failures: readonly Failure[],
  diagnostics: readonly DiagnosticJson[],
): ResultJson {
  return {
    receipt,
    rubric: result.rubric,
    scenario: result.scenario,
    subjects: result.subjects.map((subject): SubjectJson => ({
      key: subject.key,
      period: subject.period,
      status: subject.status,
      awaiting: subject.awaiting.map(({ field, assessor, reason }) => ({ field, assessor, reason })),
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
    })),
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

function unitsOf({ outputs }: Program): ResultJson["units"] {
  return Object.fromEntries(
    outputs.flatMap(({ name, value }) => {
      const unit = publishedUnit(value.type);
      return unit === null ? [] : [[name, unit] as const];
    }),
  );
}
