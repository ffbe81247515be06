/**
 * From inputs to an evaluation, without a Worker around it: compile the text, read the tables, score, run the samples. Rubrics
 * that it uses are scored first, with the tables beside them. Keeps the last that worked, to explain its subjects.
 */
import { withScenario, type UsedResults } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { describeProblem, type LocatedProblem } from "@yardstick/tables";
import { compile, renderExplanation, usedResults, type Rubric, type Scored, type Sheet } from "yardstick";
import { filesOf, type CellPlace, type ProjectFile } from "../store/project.js";
import { placesBefore } from "./places-before.js";
import type { Evaluation, Inputs, TableProblem } from "./protocol.js";
import { TableReader, type GivenTable } from "./table-reader.js";

/** What the last good evaluation stands on: what explanations, documents and files are made from. */
export interface LastScored {
  readonly scored: Scored;
  readonly rubric: string;
}

export class Evaluator {
  #last: LastScored | null = null;
  /** One a file, so that tables are read anew only when they or the columns they should have are other ones. */
  readonly #readers = new Map<string, TableReader>();

  get last(): LastScored | null {
    return this.#last;
  }

  evaluate(inputs: Inputs): Evaluation {
    const { rubric: text, path = "main.rubric", tables, scenario, lang } = inputs;
    const files = new Map(filesOf(inputs).map((file) => [file.path, file]));
    const load = (used: string) => files.get(used)?.rubric ?? null;
    const { rubric, diagnostics } = compile(text, { lang, file: path, load });
    if (rubric === null) return { diagnostics, good: null };
    const { program } = rubric;
    const { data, given } = this.#reader(path).read(program, tables);
    const used = this.#used(rubric, files);
    const known = program.scenarios.some(({ name }) => name === scenario) ? scenario : null;
    const scored = rubric.score({ ...data, used }, known === null ? {} : { scenario: known });
    this.#last = { scored, rubric: text };
    return {
      diagnostics,
      good: {
        rubric: text,
        program: known === null ? program : withScenario(program, known),
        result: scored.result,
        problems: data.problems.map((problem) => tableProblem(problem, given, lang)),
        tests: rubric.test(),
        before: placesBefore(scored.result.subjects, data.history),
      },
    };
  }

  explain(key: string, period: string | null, lang: Lang): Sheet | null {
    if (this.#last === null) return null;
    const { scored, rubric } = this.#last;
    const explanation = scored.explain(key, period);
    return explanation === null ? null : renderExplanation(explanation, scored.program, rubric, lang);
  }

  /** The checker has refused circles, so that this comes to an end. */
  #used(rubric: Rubric, files: ReadonlyMap<string, ProjectFile>): readonly UsedResults[] {
    return rubric.uses.map((other) => {
      const file = other?.file === null || other?.file === undefined ? undefined : files.get(other.file);
      if (other === null || file === undefined) return new Map();
      const { data } = this.#reader(file.path).read(other.program, file.tables);
      return usedResults(other.score({ ...data, used: this.#used(other, files) }));
    });
  }

  #reader(path: string): TableReader {
    const reader = this.#readers.get(path) ?? new TableReader();
    this.#readers.set(path, reader);
    return reader;
  }
}

/** Rows are counted as the grid counts them, not as lines of a file that nobody sees. */
function tableProblem(problem: LocatedProblem, given: readonly GivenTable[], lang: Lang): TableProblem {
  const place = placeOf(problem, given);
  const row = place === null || place.row < 0 ? null : place.row + 1;
  return { problem, place, text: describeProblem({ ...problem, row }, lang) };
}

function placeOf({ file, row, column }: LocatedProblem, given: readonly GivenTable[]): CellPlace | null {
  const found = given[Number(file)];
  if (found === undefined) return null;
  const { role, name } = found.table;
  return { role, name, row: row === null ? -1 : found.lines.indexOf(row), column: column ?? "" };
}
