/**
 * The forms in which tables may be passed to `score`: rows of the subjects or an Arrow table of them, several tables by name, each by
 * rows or by columns, or the columns of a dataset. All are converted to a dataset in which every subject has a unique key.
 */
import type { Cell, CellProblem, Dataset, RowChoices, SideTable, UsedResults } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { shown } from "@yardstick/language/program";
import type { ArrowTable, Row, RowsInput, Steps, TableInput } from "@yardstick/tables/rows";
import { hasUniqueKeys, isArrowTable, isByColumns, readRows, SubjectIndex } from "@yardstick/tables/rows";
import { checkedColumns, isDataset } from "./run/typed-columns.js";

/**
 * Row objects by field name, with numbers as text, bigint or safe integers, or tables by columns. Instead of `subjects` and `lists`, the name of the data block
 * and the names of lists may be used, next to `constants` (one row), `history` and `used`.
 */
export type RowTables = readonly Row[] | ArrowTable | RowsInput | NamedTables;

/** Tables by name, by rows or by columns. */
export interface NamedTables {
  readonly [table: string]: TableInput | Row | RowsInput["lists"] | RowsInput["history"] | RowsInput["used"];
}

/** Converts tables to a dataset. Problems in the tables are part of the dataset; an invalid form throws a `TypeError`. */
export function* datasetSteps(program: Program, tables: Dataset | RowTables, rows: RowChoices = {}): Steps<Dataset> {
  if (typeof tables !== "object" || tables === null) {
    throw new TypeError(
      `score() expects an array of rows, an Arrow table, an object of tables by name, or a dataset, not ${shown(tables)}`,
    );
  }
  if (Array.isArray(tables)) return yield* readRows(program, { subjects: tables as readonly Row[] }, rows);
  if (isArrowTable(tables)) return yield* readRows(program, { subjects: tables }, rows);
  if (isDataset(tables) && !isByColumns(tables.subjects)) {
    const named = [...(rows.keep ?? []), ...(rows.leave ?? [])];
    if (named.length > 0) {
      throw new TypeError(
        "`rows` applies to rows that are read; typed columns contain only subjects, so remove the row from them instead",
      );
    }
    return sound(program, checkedColumns(program, tables));
  }
  const { used, ...named } = tables as Readonly<Record<string, unknown>>;
  const isTable = program.lists.some(({ name }) => name === "used");
  const dataset = yield* readRows(program, isTable ? (tables as Readonly<Record<string, unknown>>) : named, rows);
  return { ...dataset, used: isTable ? noneUsed(program) : usedIn(program, used) };
}

const noneUsed = (program: Program): readonly UsedResults[] => program.uses.map(() => new Map());

function usedIn(program: Program, used: unknown): readonly UsedResults[] {
  if (used === undefined) return noneUsed(program);
  if (!Array.isArray(used) || !used.every((results) => results instanceof Map)) {
    throw new TypeError("`used` must be an array of results of usedResults(), one for each used rubric");
  }
  return program.uses.map((_, index) => (used[index] as UsedResults | undefined) ?? new Map());
}

/**
 * Applies the rules for files to typed columns: a subject without a key is omitted, and of two with the same key the first keeps only its
 * key and period. A dataset without such rows is returned unchanged.
 */
function sound(program: Program, dataset: Dataset): Dataset {
  const { subjects } = dataset;
  if (hasUniqueKeys(subjects, program)) return dataset;
  const keys = subjects.columns[program.key] ?? [];
  const periods = program.period === null ? [] : (subjects.columns[program.period] ?? []);
  const index = new SubjectIndex();
  const kept: number[] = [];
  const newRow: number[] = [];
  const doubted = new Set<number>();
  const problems: CellProblem[] = [];
  const column = program.fields[program.key]?.name ?? null;
  for (let row = 0; row < subjects.rows; row += 1) {
    const key = keys[row] ?? null;
    const location = { severity: "error", table: program.subject, row: row + 1, expected: [] } as const;
    newRow.push(-1);
    if (key === null || key === "") {
      problems.push({ ...location, index: null, column, found: "", reason: "missing-key" });
      continue;
    }
    const earlier = index.add(key, periods[row] ?? null, kept.length);
    if (earlier !== null) {
      problems.push({ ...location, index: earlier, column: null, found: String(key), reason: "duplicate-key" });
      doubted.add(earlier);
      continue;
    }
    newRow[row] = kept.length;
    kept.push(row);
  }
  if (problems.length === 0) return dataset;
  const isName = (field: number) => field === program.key || field === program.period;
  const columns = subjects.columns.map((cells, field): readonly Cell[] =>
    cells.length === 0 ? [] : kept.map((row, at) => (doubted.has(at) && !isName(field) ? null : (cells[row] ?? null))),
  );
  return {
    ...dataset,
    subjects: { rows: kept.length, columns },
    lists: dataset.lists.map((list) => withOwners(list, newRow)),
    problems: [
      ...dataset.problems.map((problem) => (problem.table === program.subject ? moved(problem, newRow) : problem)),
      ...problems,
    ],
  };
}

/** The side rows of the remaining subjects. */
function withOwners(list: SideTable, newRow: readonly number[]): SideTable {
  const kept = list.owner.flatMap((owner, row) => ((newRow[owner] ?? -1) < 0 ? [] : [row]));
  return {
    rows: kept.length,
    columns: list.columns.map((cells) => kept.map((row) => cells[row] ?? null)),
    owner: kept.map((row) => newRow[list.owner[row] ?? -1] ?? 0),
  };
}

function moved(problem: CellProblem, newRow: readonly number[]): CellProblem {
  const index = problem.index === null ? -1 : (newRow[problem.index] ?? -1);
  return { ...problem, index: index < 0 ? null : index };
}
