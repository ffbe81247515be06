/**
 * Scores many subjects at every edit: in columns, with typed data that is kept between edits. Details other than score
 * and places are computed for the requested subjects only. Loaded when a table is large.
 */
import {
  evaluateColumns,
  typedColumns,
  type Columns,
  type ColumnarResult,
  type Dataset,
  type Result,
  type SubjectResult,
} from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { KnownSubject, ManyScored, SubjectMarks } from "../protocol/protocol.js";

/** Number of subjects with details that are sent with the evaluation: those that a pane shows at first. */
const AT_ONCE = 16;

/** Columns by the data from which they were made. */
const typed = new WeakMap<Dataset, Columns>();

/** The texts of a column, which is the same array while none of its cells changes. */
const texts = new WeakMap<readonly unknown[], readonly string[]>();

/** The result of many subjects in columns. */
export class ManySubjects {
  readonly #program: Program;
  readonly #data: Dataset;
  readonly #result: ColumnarResult;

  /** Its subjects are computed on access. */
  get result(): Result {
    return this.#result;
  }

  constructor(program: Program, data: Dataset, used: Dataset["used"], scenario: string | null) {
    const columns = typed.get(data) ?? typedColumns(program, data);
    typed.set(data, columns);
    this.#program = program;
    this.#data = data;
    this.#result = evaluateColumns(program, { ...columns, used }, { scenario });
  }

  /** @param inView rows whose details are sent as well */
  scored(inView: readonly number[]): { readonly result: Result; readonly many: ManyScored | null } {
    const { rubric, scenario, requirements, policies, cuts, problems, scores, places } = this.#result;
    // The rubric is beyond the columnar evaluator: the reference evaluator has scored all subjects.
    if (scores === null) return { result: this.#result, many: null };
    const many: ManyScored = {
      keys: this.#texts(this.#program.key),
      periods: this.#program.period === null ? null : this.#texts(this.#program.period),
      scores: Float64Array.from(scores.values),
      den: scores.den,
      pending: scores.pending?.slice() ?? null,
      places: [...places].map(([name, values]) => [name, Int32Array.from(values)] as const),
      known: this.subjects([...new Set([...firstRows(places.values().next().value ?? []), ...inView])]),
    };
    return { result: { rubric, scenario, subjects: [], requirements, policies, cuts, problems }, many };
  }

  /** The subjects that notes may be about, so that the others need not be computed. */
  notedSubjects(): readonly SubjectResult[] {
    const { noted, subjects } = this.#result;
    return noted === null ? subjects : this.subjects(noted()).map(([, subject]) => subject);
  }

  hasSeveralPeriods(): boolean {
    const { period } = this.#program;
    return period !== null && new Set(this.#texts(period)).size > 1;
  }

  subjects(rows: readonly number[]): readonly KnownSubject[] {
    return rows.flatMap((row) => {
      const subject = this.#result.subjects[row];
      return subject === undefined ? [] : [[row, subject] as const];
    });
  }

  marks(): readonly SubjectMarks[] {
    return this.#result.subjects.map(({ vetoes, grades, awards, consequences, undecided, provisional }) => ({
      vetoes,
      grades,
      awards,
      consequences,
      undecided,
      provisional,
    }));
  }

  #texts(field: number): readonly string[] {
    const cells = this.#data.subjects.columns[field] ?? [];
    const { rows } = this.#data.subjects;
    const known = texts.get(cells);
    if (known?.length === rows) return known;
    const made = Array.from({ length: rows }, (_, row) => String(cells[row] ?? ""));
    texts.set(cells, made);
    return made;
  }
}

/** Rows of the subjects that are shown first, so that they need not be requested. */
function firstRows(places: ArrayLike<number>): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < places.length && found.length < AT_ONCE; row += 1)
    if (places[row]! > 0 && places[row]! <= AT_ONCE) found.push(row);
  return found;
}
