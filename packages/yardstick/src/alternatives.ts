/**
 * Other readings of a rubric and its data that a user may mean: what a fix of a warning would write, blanks that mean zero
 * or no, rows in doubt that are subjects or none. Each is scored exactly like the rubric itself.
 */
import { Session, type Cell, type Dataset, type Result, type RowChoices } from "@yardstick/engine";
import { rational } from "@yardstick/exact";
import { applyEdits, type Diagnostic, type TextEdit } from "@yardstick/language";
import type { Field, Program, Span } from "@yardstick/language/program";
import { checkFiles, type CompileOptions } from "./check-files.js";
import { impactOf, type Impact } from "./impact.js";

/** Another reading. */
export type Alternative =
  /** A fix of a diagnostic that may change scores; `fix` is its index. */
  | { readonly kind: "fix"; readonly code: string; readonly span: Span; readonly fix: number; readonly title: string }
  /** All blanks that a subject waits for and that may be zero or no. */
  | { readonly kind: "blanks"; readonly numbers: number; readonly flags: number }
  /** A row in doubt counts as a subject, or does not. */
  | { readonly kind: "row"; readonly key: string; readonly counts: boolean };

/** A rubric that has been scored, with what it takes to score another reading of it. */
export interface ScoredReading {
  readonly program: Program;
  readonly source: string;
  readonly file: string | null;
  readonly load: ((path: string) => string | null) | undefined;
  /** Warnings and advice of `source`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly dataset: Dataset;
  readonly result: Result;
  readonly scenario: string | null;
  /** The only period that was scored; null for all. */
  readonly period: string | null;
  /** Reads the tables again, by the columns of another program or with decisions about rows. */
  readonly read: (program: Program, rows: RowChoices) => Dataset;
}

/** The other readings of a scored rubric, those of its text first. */
export function alternatives(reading: ScoredReading): readonly Alternative[] {
  const { program, diagnostics, dataset, result } = reading;
  const { numbers, flags } = blanksFilled(program, dataset, result);
  const keys = dataset.subjects.columns[program.key] ?? [];
  return [
    ...diagnostics.flatMap(({ code, severity, span, fixes }) =>
      severity === "error"
        ? []
        : fixes.flatMap(({ effect, title }, fix): Alternative[] =>
            effect === "changes" ? [{ kind: "fix", code, span, fix, title }] : [],
          ),
    ),
    ...(numbers + flags === 0 ? [] : [{ kind: "blanks", numbers, flags } as const]),
    ...dataset.problems.flatMap(({ reason, table, index }): Alternative[] => {
      const key = index === null || table !== program.subject ? null : keys[index];
      if (typeof key !== "string" || (reason !== "row-doubted" && reason !== "row-agrees")) return [];
      return [{ kind: "row", key, counts: reason === "row-doubted" }];
    }),
  ];
}

/** What another reading changes; null where its text would have errors. */
export function impactOfAlternative(alternative: Alternative, reading: ScoredReading): Impact | null {
  const { program, dataset, result } = reading;
  switch (alternative.kind) {
    case "fix": {
      const { code, span, fix } = alternative;
      const found = reading.diagnostics.find((each) => each.code === code && each.span[0] === span[0]);
      const edits = found?.fixes[fix]?.edits;
      const changed = edits === undefined ? null : programAfter(reading, edits);
      if (changed === null) return null;
      return impactOf(result, scored(reading, changed, reading.read(changed, {})));
    }
    case "blanks":
      return impactOf(result, scored(reading, program, blanksFilled(program, dataset, result).dataset));
    case "row": {
      const rows = alternative.counts ? { keep: [alternative.key] } : { leave: [alternative.key] };
      return impactOf(result, scored(reading, program, reading.read(program, rows)));
    }
  }
}

function scored({ scenario, period }: ScoredReading, program: Program, dataset: Dataset): Result {
  const known = program.scenarios.some(({ name }) => name === scenario) ? scenario : null;
  return new Session(program, dataset, { scenario: known, period }).result();
}

function programAfter({ source, file, load }: ScoredReading, edits: readonly TextEdit[]): Program | null {
  const options: CompileOptions = { ...(file === null ? {} : { file }), ...(load === undefined ? {} : { load }) };
  return checkFiles(applyEdits(source, edits), options).checked?.program ?? null;
}

/** The dataset in which each blank that a subject waits for is zero or no, as far as its field allows that. */
function blanksFilled(program: Program, dataset: Dataset, { subjects }: Result) {
  const columns = new Map<number, Cell[]>();
  const count = { numbers: 0, flags: 0 };
  const periods = program.period === null ? [] : (dataset.subjects.columns[program.period] ?? []);
  const identities = (dataset.subjects.columns[program.key] ?? []).map((key, row) => [key, periods[row] ?? null]);
  const rows = new Map(identities.map((identity, row) => [JSON.stringify(identity), row]));
  for (const { key, period, awaiting } of subjects) {
    const row = awaiting.length === 0 ? undefined : rows.get(JSON.stringify([key, period]));
    if (row === undefined) continue;
    for (const { field: name, reason } of awaiting) {
      const field = reason === "blank" ? program.fields.findIndex((each) => each.name === name) : -1;
      const nothing = zeroOf(program.fields[field]);
      const column = columns.get(field) ?? [...(dataset.subjects.columns[field] ?? [])];
      if (nothing === null || column[row] !== null) continue;
      column[row] = nothing;
      columns.set(field, column);
      count[nothing === false ? "flags" : "numbers"] += 1;
    }
  }
  const filled = dataset.subjects.columns.map((column, field) => columns.get(field) ?? column);
  return { ...count, dataset: { ...dataset, subjects: { ...dataset.subjects, columns: filled } } };
}

/** Zero of a number, no of a flag; null of any other field and of a number that may not be zero. */
function zeroOf(field: Field | undefined): Cell {
  const type = field?.type;
  if (type?.kind === "flag") return false;
  if (type?.kind !== "number") return null;
  const isBelow = type.min !== null && rational(type.min).compare(0) > 0;
  const isAbove = type.max !== null && rational(type.max).compare(0) < 0;
  return (isBelow || isAbove) && type.orZero !== true ? null : "0";
}
