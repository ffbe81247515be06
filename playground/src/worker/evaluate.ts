/**
 * From inputs to an evaluation, without a Worker around it: compile the text, read the tables, score, run the samples. Rubrics
 * that it uses are scored first, with the tables beside them. Keeps the last that worked, to explain its subjects.
 */
import { withScenario, type Dataset, type Result, type UsedResults } from "@yardstick/engine";
import type { Diagnostic, Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { describeProblem, type LocatedProblem, type TablesRead } from "@yardstick/tables";
import { compile, usedResults, type CompileOptions, type Rubric, type Scored } from "yardstick";
import { filesOf, type CellPlace, type ProjectFile, type TableText } from "../store/project.js";
import { placesBefore } from "./places-before.js";
import type { Evaluation, Inputs, KnownSubject, ManyScored, TableProblem } from "./protocol.js";
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
  /** They were scored in columns, and `scored` has yet to be worked out. */
  readonly isMany: boolean;
  /** Worked out when it is first asked for: a ranking of ten thousand is shown without it. */
  readonly scored: Scored;
}

export class Evaluator {
  #last: LastScored | null = null;
  #many: ManySubjects | null = null;
  /** One a file, so that tables are read anew only when they or the columns they should have are other ones. */
  readonly #readers = new Map<string, TableReader>();
  readonly #checked = new Map<string, CheckedFile>();

  get last(): LastScored | null {
    return this.#last;
  }

  /** @param Many what scores many subjects, where there are many: it is loaded for them alone */
  evaluate(inputs: Inputs, Many: typeof ManySubjects | null = null): Evaluation {
    const { rubric: text, path = "main.rubric", tables, scenario, lang } = inputs;
    const files = new Map(filesOf(inputs).map((file) => [file.path, file]));
    const load = (used: string) => files.get(used)?.rubric ?? null;
    const { rubric, diagnostics } = compile(text, { lang, file: path, load });
    const others = this.#diagnosticsOfOthers(path, files, load, lang);
    if (rubric === null) return { diagnostics, others, good: null };
    const { program } = rubric;
    const data = this.#reader(path).read(program, tables);
    const used = this.#used(rubric, files);
    const dataset = used.length === 0 ? data : { ...data, used };
    const known = program.scenarios.some(({ name }) => name === scenario) ? scenario : null;
    const options = known === null ? {} : { scenario: known };
    let scored: Scored | null = null;
    const last: LastScored = {
      program,
      dataset,
      rubric: text,
      isMany: Many !== null,
      get scored() {
        return (scored ??= rubric.score(dataset, options));
      },
    };
    const { result, many } = this.#results(last, data, known, Many);
    this.#last = last;
    return {
      diagnostics,
      others,
      good: {
        rubric: text,
        program: known === null ? program : withScenario(program, known),
        result,
        many,
        problems: data.problems.map((problem) => tableProblem(problem, tables, lang)),
        tests: rubric.test(),
        before: placesBefore(program, dataset),
      },
    };
  }

  /** What is known of some subjects of the last good evaluation, by row; none where that told all there is. */
  subjects(rows: readonly number[]): readonly KnownSubject[] {
    return this.#many?.subjects(rows) ?? [];
  }

  #results(
    last: LastScored,
    data: TablesRead,
    scenario: string | null,
    Many: typeof ManySubjects | null,
  ): { readonly result: Result; readonly many: ManyScored | null } {
    this.#many = Many === null ? null : new Many(last.program, data, last.dataset.used, scenario);
    return this.#many?.scored() ?? { result: last.scored.result, many: null };
  }

  /** Files that use none need not be looked at again while their text is the same. */
  #diagnosticsOfOthers(
    front: string,
    files: ReadonlyMap<string, ProjectFile>,
    load: (path: string) => string | null,
    lang: Lang,
  ): Evaluation["others"] {
    const found: Record<string, readonly Diagnostic[]> = {};
    for (const { path, rubric } of files.values()) {
      if (path === front) continue;
      const before = this.#checked.get(path);
      const isSame = before?.rubric === rubric && before.lang === lang && before.isAlone;
      const checked = isSame ? before : checkedFile(rubric, { lang, file: path, load });
      this.#checked.set(path, checked);
      if (checked.diagnostics.length > 0) found[path] = checked.diagnostics;
    }
    return found;
  }

  /** The checker has refused circles, so that this comes to an end. */
  #used(rubric: Rubric, files: ReadonlyMap<string, ProjectFile>): readonly UsedResults[] {
    return rubric.uses.map((other) => {
      const file = other?.file === null || other?.file === undefined ? undefined : files.get(other.file);
      if (other === null || file === undefined) return new Map();
      const data = this.#reader(file.path).read(other.program, file.tables);
      return usedResults(other.score({ ...data, used: this.#used(other, files) }));
    });
  }

  #reader(path: string): TableReader {
    const reader = this.#readers.get(path) ?? new TableReader();
    this.#readers.set(path, reader);
    return reader;
  }
}

/** What is wrong with another file of the project. */
interface CheckedFile {
  readonly rubric: string;
  readonly lang: Lang;
  /** It uses no other: only its own text decides. */
  readonly isAlone: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function checkedFile(text: string, options: CompileOptions & { readonly lang: Lang }): CheckedFile {
  const { rubric, diagnostics } = compile(text, options);
  return { rubric: text, lang: options.lang, isAlone: rubric !== null && rubric.uses.length === 0, diagnostics };
}

/** Rows are counted as the grid counts them, not as lines of a file that nobody sees. */
function tableProblem(problem: LocatedProblem, tables: readonly TableText[], lang: Lang): TableProblem {
  const place = placeOf(problem, tables);
  const row = place === null || place.row < 0 ? null : place.row + 1;
  return { problem, place, text: describeProblem({ ...problem, row }, lang) };
}

/** Line 1 is the header, line 2 row 0 of the grid. */
function placeOf({ file, row, column }: LocatedProblem, tables: readonly TableText[]): CellPlace | null {
  const table = tables[Number(file)];
  if (table === undefined) return null;
  return { role: table.role, name: table.name, row: row === null ? -1 : row - 2, column: column ?? "" };
}
