/**
 * From inputs to an evaluation, without a Worker around it: compile the text, read the tables, score, run the samples. Rubrics
 * that it uses are scored first, with the tables beside them. Keeps the last that worked, to explain its subjects.
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
import { describeProblem, type LocatedProblem } from "@yardstick/tables";
import { checkFiles, usedResults, type CheckedFile, type CompileOptions } from "yardstick";
import { filesOf, type CellPlace, type ProjectFile, type TableText } from "../project/project.js";
import { placesBefore } from "./places-before.js";
import type { Evaluation, Inputs, KnownSubject, TableProblem } from "../protocol/protocol.js";
import type { ManySubjects } from "./many-subjects.js";
import { TableReader } from "./table-reader.js";

/** From so many subjects on only what is looked at is told of each; below, all of it is. */
const MANY = 400;

export function hasMany({ tables }: Pick<Inputs, "tables">): boolean {
  return tables.some(({ role, rows }) => role === "subjects" && rows.length >= MANY);
}

/** What the last good evaluation stands on: what explanations, documents and files are made from. */
export interface LastScored {
  readonly program: Program;
  readonly dataset: Dataset;
  readonly rubric: string;
  readonly path: string;
  readonly load: (path: string) => string | null;
  readonly scenario: string | null;
  /** Null where many subjects were scored in columns, and none was looked at whole. */
  readonly result: Result | null;
}

/** A result with its problems located in the tables that it was read from. */
export interface Noted {
  readonly program: Program;
  readonly result: Result;
  readonly problems: readonly LocatedProblem[];
  readonly tables: readonly TableText[];
}

export class Evaluator {
  #last: LastScored | null = null;
  #notes: Noted | null = null;
  #many: ManySubjects | null = null;
  /** One a file, so that tables are read anew only when they or the columns they should have are other ones. */
  readonly #readers = new Map<string, TableReader>();
  readonly #known = new Map<string, KnownFile>();

  get last(): LastScored | null {
    return this.#last;
  }

  /** @param Many what scores many subjects, where there are many: it is loaded for them alone */
  evaluate(inputs: Inputs, Many: typeof ManySubjects | null = null): Evaluation {
    const { rubric: text, path = "main.rubric", tables, scenario, lang } = inputs;
    const files = new Map(filesOf(inputs).map((file) => [file.path, file]));
    const load = (used: string) => files.get(used)?.rubric ?? null;
    const { checked, diagnostics, heading } = checkFiles(text, { lang, file: path, load });
    const others = this.#diagnosticsOfOthers(path, files, load, lang);
    if (checked === null) return { heading, diagnostics, others, good: null };
    const { program } = checked;
    const data = this.#reader(path).read(program, tables);
    const used = this.#used(checked, files);
    const dataset = used.length === 0 ? data : { ...data, used };
    const known = program.scenarios.some(({ name }) => name === scenario) ? scenario : null;
    this.#many = Many === null ? null : new Many(program, data, used, known);
    const { result, many } = this.#many?.scored() ?? {
      result: evaluate(program, dataset, { scenario: known }),
      many: null,
    };
    const last = { program, dataset, rubric: text, path, load, scenario: known };
    this.#last = { ...last, result: many === null ? result : null };
    this.#notes = { program, result: this.#many?.result ?? result, problems: data.problems, tables };
    return {
      heading,
      diagnostics,
      others,
      good: {
        rubric: text,
        program: known === null ? program : withScenario(program, known),
        result,
        many,
        problems: data.problems.map((problem) => tableProblem(problem, tables, lang)),
        tests: runTests(program),
        rankedBy: new Map(ownRankingValues(program, lang).map(({ ranking, header }) => [ranking, header])),
        before: placesBefore(program, dataset),
      },
    };
  }

  /** What notes of the last good evaluation are made from; null where there was none. */
  get noted(): Noted | null {
    return this.#notes;
  }

  /** What is known of some subjects of the last good evaluation, by row; none where that told all there is. */
  subjects(rows: readonly number[]): readonly KnownSubject[] {
    return this.#many?.subjects(rows) ?? [];
  }

  /** Files that use none need not be looked at again while their text is the same. */
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

  /** The checker has refused circles, so that this comes to an end. */
  #used({ uses }: CheckedFile, files: ReadonlyMap<string, ProjectFile>): readonly UsedResults[] {
    return uses.map((other) => {
      const file = other?.file === null || other?.file === undefined ? undefined : files.get(other.file);
      if (other === null || file === undefined) return new Map();
      const { program } = other;
      const data = this.#reader(file.path).read(program, file.tables);
      return usedResults({ program, ...evaluate(program, { ...data, used: this.#used(other, files) }) });
    });
  }

  #reader(path: string): TableReader {
    const reader = this.#readers.get(path) ?? new TableReader();
    this.#readers.set(path, reader);
    return reader;
  }
}

/** What is wrong with another file of the project. */
interface KnownFile {
  readonly rubric: string;
  readonly lang: Lang;
  /** It uses no other: only its own text decides. */
  readonly isAlone: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function knownFile(text: string, options: CompileOptions & { readonly lang: Lang }): KnownFile {
  const { checked, diagnostics } = checkFiles(text, options);
  return { rubric: text, lang: options.lang, isAlone: checked !== null && checked.uses.length === 0, diagnostics };
}

/** Rows are counted as the grid counts them, not as lines of a file that nobody sees. */
function tableProblem(problem: LocatedProblem, tables: readonly TableText[], lang: Lang): TableProblem {
  const place = placeOf(problem, tables);
  return { problem, place, text: describeProblem(inGrid(problem, tables), lang) };
}

/** A problem with its row as the grid counts it. */
export function inGrid(problem: LocatedProblem, tables: readonly TableText[]): LocatedProblem {
  const place = placeOf(problem, tables);
  return { ...problem, row: place === null || place.row < 0 ? null : place.row + 1 };
}

/** Line 1 is the header, line 2 row 0 of the grid. */
function placeOf({ file, row, column }: LocatedProblem, tables: readonly TableText[]): CellPlace | null {
  const table = tables[Number(file)];
  if (table === undefined) return null;
  return { role: table.role, name: table.name, row: row === null ? -1 : row - 2, column: column ?? "" };
}
