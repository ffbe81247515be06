/**
 * Datasets for the tests of the evaluators, from rows of plain values that are written as the engine holds them. What callers and
 * files give is read by `@yardstick/tables`.
 */
import { CONSTANTS_TABLE } from "@yardstick/exact";
import { ownEntry } from "@yardstick/language/program";
import type { Choice, Field, Program } from "@yardstick/language/program";
import { cellOfValue, isBlank, shownRaw } from "./cell-of-value.js";
import type { Cell, CellProblem, Dataset, HistoryRow, ProblemReason, SideTable, UsedResults } from "../src/index.js";
import { at } from "../src/values/internal-error.js";

/** Cells by name of field or column. */
type Row = Readonly<Record<string, unknown>>;

export interface RowsInput {
  /** Side rows may nest under the name of their list. */
  readonly subjects: readonly Row[];
  /** Side rows by name of list, each with the key (and period) of its subject in columns named as the fields are. */
  readonly lists?: Readonly<Record<string, readonly Row[]>>;
  /** By name. */
  readonly constants?: Row;
  /** Key and period in columns named as the fields are, published results in the others; or ready `HistoryRow`s. */
  readonly history?: readonly (Row | HistoryRow)[];
  /** Parallel to `Program.uses`. */
  readonly used?: readonly UsedResults[];
}

const HISTORY_TABLE = "history";

export function datasetFromRows(program: Program, input: RowsInput): Dataset {
  const problems: CellProblem[] = [];
  const subjects = new TableReader(program.subject, program.fields, program.choices, problems);
  for (const row of input.subjects) subjects.add(row, []);
  const owners = ownersOf(program, subjects.columns, input.subjects.length, problems);
  const lists = program.lists.map((_, list) => sideTable(program, list, input, owners, problems));
  for (const name of Object.keys(input.lists ?? {})) {
    if (!program.lists.some((list) => list.name === name)) problems.push(problem(name, "unknown-column", name));
  }
  return {
    subjects: { rows: input.subjects.length, columns: subjects.columns },
    lists,
    constants: constantCells(program, input.constants ?? {}, problems),
    history: (input.history ?? []).flatMap((row, index) => historyRow(program, row, index, problems)),
    used: input.used ?? program.uses.map(() => new Map()),
    problems,
  };
}

function problem(
  table: string,
  reason: ProblemReason,
  found: string,
  column: string | null = found,
  index: number | null = null,
): CellProblem {
  return {
    severity: "error",
    table,
    index,
    row: index === null ? null : index + 1,
    column,
    found,
    reason,
    expected: [],
  };
}

/** Reads rows of one table, column by column of its fields. */
class TableReader {
  readonly columns: readonly Cell[][];
  private readonly known: ReadonlySet<string>;
  private readonly strangers = new Set<string>();
  private rows = 0;

  constructor(
    private readonly table: string,
    private readonly fields: readonly Field[],
    private readonly choices: readonly Choice[],
    private readonly problems: CellProblem[],
  ) {
    this.columns = fields.map(() => []);
    this.known = new Set(fields.map(({ name }) => name));
  }

  /** `others` are names that may stand in the row without being cells of this table. */
  add(row: Row, others: readonly string[]): void {
    const index = this.rows;
    this.rows += 1;
    this.fields.forEach((field, column) => {
      if (field.type.kind === "list") return;
      this.columns[column]?.push(this.cell(field, ownEntry(row, field.name), index));
    });
    for (const name of Object.keys(row)) {
      if (this.known.has(name) || others.includes(name) || this.strangers.has(name)) continue;
      this.strangers.add(name);
      this.problems.push(problem(this.table, "unknown-column", name));
    }
  }

  private cell(field: Field, value: unknown, index: number): Cell {
    const reading = cellOfValue(field.type, this.choices, value);
    if ("cell" in reading) return reading.cell;
    const { reason, expected } = reading;
    this.problems.push({ ...problem(this.table, reason, shownRaw(value), field.name, index), expected });
    return null;
  }
}

const identityOf = (key: Cell, period: Cell): string => JSON.stringify([key, period]);

/** Rows of the subject table by key and period; of several with the same, the first. */
function ownersOf(
  program: Program,
  columns: readonly (readonly Cell[])[],
  rows: number,
  problems: CellProblem[],
): ReadonlyMap<string, number> {
  const keyName = at(program.fields, program.key).name;
  const owners = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    const key = columns[program.key]?.[row] ?? null;
    const period = program.period === null ? null : (columns[program.period]?.[row] ?? null);
    const identity = identityOf(key, period);
    if (key === null) problems.push(problem(program.subject, "missing-key", "", keyName, row));
    else if (owners.has(identity)) problems.push(problem(program.subject, "duplicate-key", String(key), keyName, row));
    else owners.set(identity, row);
  }
  return owners;
}

function sideTable(
  program: Program,
  list: number,
  input: RowsInput,
  owners: ReadonlyMap<string, number>,
  problems: CellProblem[],
): SideTable {
  const { name, columns } = at(program.lists, list);
  const reader = new TableReader(name, columns, program.choices, problems);
  const owner: number[] = [];
  input.subjects.forEach((subject, index) => {
    const nested = ownEntry(subject, name);
    if (isBlank(nested)) return;
    const rows: readonly unknown[] = Array.isArray(nested) ? nested : [String(nested)];
    for (const row of rows) {
      if (!isRow(row)) {
        problems.push(problem(program.subject, "unreadable", shownRaw(row), name, index));
        continue;
      }
      reader.add(row, []);
      owner.push(index);
    }
  });
  const key = at(program.fields, program.key);
  const period = program.period === null ? null : at(program.fields, program.period);
  (ownEntry(input.lists ?? {}, name) ?? []).forEach((row, index) => {
    const of = (field: Field | null): Cell => {
      const reading =
        field === null ? { cell: null } : cellOfValue(field.type, program.choices, ownEntry(row, field.name));
      return "cell" in reading ? reading.cell : null;
    };
    const found = owners.get(identityOf(of(key), of(period)));
    if (found === undefined) {
      // It has no row in the table, since it belongs to nobody; `row` still says where it stood.
      const reason = isBlank(ownEntry(row, key.name)) ? "missing-key" : "unknown-key";
      problems.push({ ...problem(name, reason, shownRaw(ownEntry(row, key.name) ?? ""), key.name), row: index + 1 });
      return;
    }
    reader.add(row, [key.name, ...(period === null ? [] : [period.name])]);
    owner.push(found);
  });
  return { rows: owner.length, columns: reader.columns, owner };
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function constantCells(program: Program, given: Row, problems: CellProblem[]): readonly Cell[] {
  for (const name of Object.keys(given)) {
    if (!program.constants.some((constant) => constant.name === name))
      problems.push(problem(CONSTANTS_TABLE, "unknown-column", name));
  }
  return program.constants.map(({ name, type }) => {
    const reading = cellOfValue(type, program.choices, ownEntry(given, name));
    if ("cell" in reading) return reading.cell;
    problems.push({
      ...problem(CONSTANTS_TABLE, reading.reason, shownRaw(ownEntry(given, name)), name),
      index: 0,
      expected: reading.expected,
    });
    return null;
  });
}

function historyRow(
  program: Program,
  row: Row | HistoryRow,
  index: number,
  problems: CellProblem[],
): readonly HistoryRow[] {
  if (isReady(row)) return [row];
  const keyName = at(program.fields, program.key).name;
  const periodName = program.period === null ? null : at(program.fields, program.period).name;
  const key = resultText(ownEntry(row, keyName));
  const period = periodName === null ? null : resultText(ownEntry(row, periodName));
  if (key === null || period === null) {
    problems.push(problem(HISTORY_TABLE, "missing-key", "", key === null ? keyName : periodName, index));
    return [];
  }
  const results = Object.entries(row).filter(([name]) => name !== keyName && name !== periodName);
  return [{ key, period, results: Object.fromEntries(results.map(([name, value]) => [name, resultText(value)])) }];
}

function isReady(row: Row | HistoryRow): row is HistoryRow {
  return typeof row["key"] === "string" && typeof row["period"] === "string" && isRow(row["results"]);
}

function resultText(value: unknown): string | null {
  return isBlank(value) ? null : shownRaw(value).trim();
}
