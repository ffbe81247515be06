/**
 * Computes an evaluation from inputs, independent of the Worker: compiles the text, reads the tables, scores, runs the
 * tests. Rubrics that it uses are scored first, with their own tables. Keeps the last successful evaluation for
 * explanations.
 */
import {
  evaluate,
  ownRankingValues,
  runTests,
  withScenario,
  type Dataset,
  type Result,
  type UsedResults,
} from "@yardstick/engine";
import type { Diagnostic, Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { LocatedProblem } from "@yardstick/tables";
import { checkFiles, scoreUses, type CheckedFile, type CheckedFiles, type CompileOptions } from "yardstick";
import { filesOf, type CellPlace, type ProjectFile, type TableText } from "../project/project.js";
import { placesBefore } from "./places-before.js";
import type { Evaluation, Good, Inputs, KnownSubject, SubjectMarks, TableProblem } from "../protocol/protocol.js";
import type { ManySubjects } from "./many-subjects.js";
import { TableReader } from "./table-reader.js";

/** Number of subjects from which the Worker sends details only of those on the screen; below it, of all. */
const MANY = 400;

/** Whether the subjects are too many to send the details of each. */
export function hasMany({ tables }: Pick<Inputs, "tables">): boolean {
  return tables.some(({ role, rows }) => role === "subjects" && rows.length >= MANY);
}

/** The data of the last successful evaluation, from which explanations, documents and files are made. */
export interface LastScored {
  readonly program: Program;
  readonly dataset: Dataset;
  readonly rubric: string;
  readonly path: string;
  readonly load: (path: string) => string | null;
  readonly scenario: string | null;
  readonly tables: readonly TableText[];
  /** Null when many subjects were scored in columns and no full result has been computed. */
  readonly result: Result | null;
}

/** A result with its problems located in the tables from which it was read. */
export interface Noted {
  readonly program: Program;
  readonly result: Result;
  readonly problems: readonly LocatedProblem[];
  readonly tables: readonly TableText[];
  /** Null where there are few subjects. */
  readonly many: Pick<ManySubjects, "notedSubjects" | "hasSeveralPeriods"> | null;
}

/** A problem without its message. */
interface ComputedProblem extends Omit<TableProblem, "text" | "problem"> {
  readonly problem: LocatedProblem;
}

/** An evaluation whose problems have no messages yet; `problem-texts.ts` adds them. */
export interface ComputedEvaluation extends Omit<Evaluation, "good"> {
  readonly good: (Omit<Good, "problems"> & { readonly problems: readonly ComputedProblem[] }) | null;
}

/** Computes evaluations and keeps the last successful one. */
export class Evaluator {
  #last: LastScored | null = null;
  #notes: Noted | null = null;
  #many: ManySubjects | null = null;
  #checked: KnownCheck | null = null;
  /** One reader per file, so that tables are read again only when they or their declared columns have changed. */
  readonly #readers = new Map<string, TableReader>();
  readonly #known = new Map<string, KnownFile>();

  get last(): LastScored | null {
    return this.#last;
  }

  /** @param Many scores many subjects; loaded only when there are many */
  evaluate(inputs: Inputs, Many: typeof ManySubjects | null = null): ComputedEvaluation {
    const { rubric: text, path = "main.rubric", tables, scenario, lang } = inputs;
    const files = new Map(filesOf(inputs).map((file) => [file.path, file]));
    const load = (used: string) => files.get(used)?.rubric ?? null;
    for (const kept of [this.#readers, this.#known])
      for (const gone of kept.keys()) if (!files.has(gone)) kept.delete(gone);
    const check = this.#check(inputs, files, load);
    const { checked, diagnostics, heading } = check.found;
    const others = this.#diagnosticsOfOthers(path, files, load, lang);
    if (checked === null) return { heading, diagnostics, others, good: null };
    const { program } = checked;
    const data = this.#reader(path).read(program, tables);
    const used = this.#used(checked, files);
    const dataset = used.length === 0 ? data : { ...data, used };
    const known = program.scenarios.some(({ name }) => name === scenario) ? scenario : null;
    this.#many = Many === null ? null : new Many(program, data, used, known);
    const { result, many } = this.#many?.scored(inputs.inView ?? []) ?? {
      result: evaluate(program, dataset, { scenario: known }),
      many: null,
    };
    const last = { program, dataset, rubric: text, path, load, scenario: known, tables };
    this.#last = { ...last, result: many === null ? result : null };
    this.#notes = {
      program,
      result: this.#many?.result ?? result,
      problems: data.problems,
      tables,
      many: this.#many,
    };
    return {
      heading,
      diagnostics,
      others,
      good: {
        rubric: text,
        program: check.shown(program, known),
        result,
        many,
        problems: data.problems.map((problem) => ({ problem, place: placeOf(problem, tables) })),
        tests: check.tests(program),
        rankedBy: check.rankedBy(program),
        before: placesBefore(program, dataset),
      },
    };
  }

  /** The data for the notes of the last successful evaluation; null when there was none. */
  get noted(): Noted | null {
    return this.#notes;
  }

  /**
   * Details of some subjects of the last successful evaluation, by row; empty when that evaluation included all
   * details.
   */
  subjects(rows: readonly number[]): readonly KnownSubject[] {
    return this.#many?.subjects(rows) ?? [];
  }

  /** The marks of all subjects; null when the last successful evaluation included all details. */
  marks(): readonly SubjectMarks[] | null {
    return this.#many?.marks() ?? null;
  }

  /** The texts are checked again only when one of them or the language has changed. */
  #check(
    { rubric, path = "main.rubric", lang }: Inputs,
    files: ReadonlyMap<string, ProjectFile>,
    load: (path: string) => string | null,
  ): KnownCheck {
    const of = [lang, path, ...[...files.values()].flatMap((file) => [file.path, file.rubric])];
    if (this.#checked === null || !this.#checked.isOf(of))
      this.#checked = new KnownCheck(of, lang, checkFiles(rubric, { lang, file: path, load }));
    return this.#checked;
  }

  /** A file that uses no other file is checked again only when its text has changed. */
  #diagnosticsOfOthers(
    front: string,
    files: ReadonlyMap<string, ProjectFile>,
    load: (path: string) => string | null,
    lang: Lang,
  ): Evaluation["others"] {
    const found = new Map<string, readonly Diagnostic[]>();
    for (const { path, rubric } of files.values()) {
      if (path === front) continue;
      const before = this.#known.get(path);
      const isSame = before?.rubric === rubric && before.lang === lang && before.isAlone;
      const known = isSame ? before : knownFile(rubric, { lang, file: path, load });
      this.#known.set(path, known);
      if (known.diagnostics.length > 0) found.set(path, known.diagnostics);
    }
    return found;
  }

  /** The results of the used rubrics, each scored with the tables of its file in the project. */
  #used(checked: CheckedFile, files: ReadonlyMap<string, ProjectFile>): readonly UsedResults[] {
    const uses = scoreUses(checked);
    let step = uses.next();
    while (step.done !== true) {
      const { rubric, file, used } = step.value;
      const { program } = rubric;
      const tables = files.get(file)?.tables;
      const data = tables === undefined ? null : this.#reader(file).read(program, tables);
      step = uses.next(data === null ? null : { program, ...evaluate(program, { ...data, used }) });
    }
    return step.value;
  }

  #reader(path: string): TableReader {
    const reader = this.#readers.get(path) ?? new TableReader();
    this.#readers.set(path, reader);
    return reader;
  }
}

/** Checked texts, with what follows from them alone. */
class KnownCheck {
  #tests: Good["tests"] | null = null;
  #rankedBy: Good["rankedBy"] | null = null;
  #shown: { readonly scenario: string | null; readonly program: Program } | null = null;

  constructor(
    private readonly of: readonly string[],
    private readonly lang: Lang,
    readonly found: CheckedFiles,
  ) {}

  isOf(texts: readonly string[]): boolean {
    return texts.length === this.of.length && texts.every((text, at) => text === this.of[at]);
  }
  tests(program: Program): Good["tests"] {
    return (this.#tests ??= runTests(program));
  }
  /** By ranking by another value than the score: the label of that value. */
  rankedBy(program: Program): Good["rankedBy"] {
    return (this.#rankedBy ??= new Map(
      ownRankingValues(program, this.lang).map(({ ranking, header }) => [ranking, header]),
    ));
  }
  shown(program: Program, scenario: string | null): Program {
    if (this.#shown?.scenario !== scenario)
      this.#shown = { scenario, program: scenario === null ? program : withScenario(program, scenario) };
    return this.#shown.program;
  }
}

/** Diagnostics of another file of the project. */
interface KnownFile {
  readonly rubric: string;
  readonly lang: Lang;
  /** It uses no other file: its diagnostics depend only on its own text. */
  readonly isAlone: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function knownFile(text: string, options: CompileOptions & { readonly lang: Lang }): KnownFile {
  const { checked, diagnostics } = checkFiles(text, options);
  return { rubric: text, lang: options.lang, isAlone: checked !== null && checked.uses.length === 0, diagnostics };
}

/** A problem with its row numbered as in the grid, not as a line of a file that the user does not see. */
export function inGrid(problem: LocatedProblem, tables: readonly TableText[]): LocatedProblem {
  const place = placeOf(problem, tables);
  return { ...problem, row: place === null || place.row < 0 ? null : place.row + 1 };
}

/** Line 1 is the header, line 2 is row 0 of the grid. */
function placeOf({ file, row, column }: LocatedProblem, tables: readonly TableText[]): CellPlace | null {
  const table = tables[Number(file)];
  if (table === undefined) return null;
  return { role: table.role, name: table.name, row: row === null ? -1 : row - 2, column: column ?? "" };
}
