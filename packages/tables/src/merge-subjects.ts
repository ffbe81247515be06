/**
 * Merges tables of subjects: rows are matched by key and period regardless of spelling, and each cell collects the values of all tables
 * without a decision between them. The order of the tables affects only the order of new rows and the spelling of their keys. Scoring
 * uses the values on which the tables agree; collecting forms writes the merged tables and the report.
 */
import type { Cell } from "@yardstick/engine";
import { foldPeriod } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { keyOfPeriod } from "./key-of-period.js";
import { isBlank, shownText } from "./cell/written.js";
import type { InputTable } from "./input-tables.js";
import type { LocatedProblem } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import { RecordReader } from "./record-reader.js";
import type { Steps } from "./steps.js";
import { SubjectIndex } from "./subject-index.js";
import type { NestedEntries } from "./subject-fields.js";
import { isRequired, nestedEntries, expectedFieldsOf } from "./subject-fields.js";
import { FigureColumn, type Figure } from "./merge-figures.js";
import type { SettleRecordCell } from "./merge-records.js";
import type { SaidPeriod } from "./said-period.js";
import { contradicts, isPartOf, saidPeriod } from "./said-period.js";

/** A table to be merged. */
export interface TableToMerge {
  readonly input: InputTable;
  /** Whether it is a present table, whose rows are the known subjects. */
  readonly isPresent?: boolean;
  /** The period of rows without one, as decided by the user; empty for that of the only row of the key. */
  readonly period?: string | null;
}

/** The user's decisions for merging. */
export interface MergeSettings {
  /** The meaning of an unknown key: an existing key, `new` for a new subject, `none` for no subject; null where undecided. */
  readonly keys?: (key: string) => { readonly is: string } | "new" | "none" | null;
  /** Accepted periods besides those of the present rows; where there are neither, all are accepted. */
  readonly periods?: readonly string[];
  /** Decides cells of ledger rows that are one record; without it, differing values are not used and are reported. */
  readonly settleRecord?: SettleRecordCell;
}

/** A row whose key or period the present tables do not contain. */
export interface Stranger {
  readonly table: number;
  readonly row: RawRow;
  readonly key: string;
  readonly period: string | null;
  readonly why: "key" | "period";
}

/** Rows without a period in a table that names a different period than the one they would belong to. */
export interface PeriodDoubt {
  readonly table: number;
  readonly said: SaidPeriod;
  /** The period that they would belong to; null where unknown. */
  readonly period: string | null;
  readonly rows: number;
}

/** The merged subject table, before decisions between values. */
export interface SubjectsMerged {
  readonly rows: number;
  readonly keys: readonly Cell[];
  readonly periods: readonly Cell[];
  /** Values by field. */
  readonly figures: readonly FigureColumn[];
  /** Fields for which any table has a column. */
  readonly seen: ReadonlySet<number>;
  /** Readers by table, with the fields of their columns by position. */
  readonly readers: readonly { readonly reader: RecordReader; readonly fields: readonly number[] }[];
  /** By table: the row of the merged table for each of its rows. */
  readonly placed: readonly (readonly { readonly row: RawRow; readonly into: number }[])[];
  readonly index: SubjectIndex;
  readonly nested: readonly NestedEntries[];
  readonly strangers: readonly Stranger[];
  readonly doubts: readonly PeriodDoubt[];
  readonly problems: readonly LocatedProblem[];
}

/** The number of rows read column by column in one step. */
const BLOCK = 1024;

interface TableState {
  readonly at: number;
  readonly table: TableToMerge;
  readonly reader: RecordReader;
  readonly fields: readonly number[];
  readonly key: number;
  readonly period: number;
  readonly placed: { readonly row: RawRow; readonly into: number }[];
  /** Rows of the merged table that this table contains. */
  readonly named: Set<number>;
  readonly doubts: Map<string, PeriodDoubt>;
}

/** Counts a row whose period the user must decide; `period` is the one that it would count in, null where unknown. */
function doubt({ doubts, at }: TableState, said: SaidPeriod, period: string | null): void {
  const rows = (doubts.get(period ?? "")?.rows ?? 0) + 1;
  doubts.set(period ?? "", { table: at, said, period, rows });
}

class SubjectsMerger {
  private readonly index = new SubjectIndex();
  private readonly keys: Cell[] = [];
  private readonly periods: Cell[] = [];
  private readonly figures: readonly FigureColumn[];
  private readonly seen = new Set<number>();
  private readonly nested: NestedEntries[] = [];
  private readonly strangers: Stranger[] = [];
  private readonly states: readonly TableState[];
  private readonly isClosed: boolean;
  private readonly knownPeriods: ReadonlySet<string>;

  constructor(
    private readonly program: Program,
    tables: readonly TableToMerge[],
    private readonly settings: MergeSettings,
  ) {
    this.figures = program.fields.map((_, field) => new FigureColumn((row) => this.figuresAt(field, row)));
    this.states = tables.map((table, at) => this.stateOf(table, at));
    this.isClosed = tables.some(({ isPresent, input }) => isPresent === true && input.raw.rows.length > 0);
    const present = this.states.filter(({ table }) => table.isPresent === true);
    this.knownPeriods = new Set([
      ...(settings.periods ?? []).map(foldPeriod),
      ...present.flatMap(({ reader, period, table }) =>
        period < 0 ? [] : table.input.raw.rows.flatMap((row) => periodTextOf(reader.peek(row, period))),
      ),
    ]);
  }

  private stateOf(table: TableToMerge, at: number): TableState {
    const { program } = this;
    const { expectedFields, at: fields } = expectedFieldsOf(program, table.input, false);
    const reader = new RecordReader(table.input, expectedFields, program.choices);
    fields.forEach((field, position) => {
      if (reader.has(position)) this.seen.add(field);
    });
    const period = program.period === null ? -1 : fields.indexOf(program.period);
    return {
      at,
      table,
      reader,
      fields,
      key: fields.indexOf(program.key),
      period: period >= 0 && reader.has(period) ? period : -1,
      placed: [],
      named: new Set(),
      doubts: new Map(),
    };
  }

  *merge(): Steps<SubjectsMerged> {
    const { states } = this;
    const isPresent = ({ table }: TableState) => table.isPresent === true;
    yield* this.placeRows(states.filter(isPresent));
    yield* this.placeRows(states.filter((state) => !isPresent(state)));
    for (const state of states) yield* this.readCells(state);
    return {
      rows: this.keys.length,
      keys: this.keys,
      periods: this.periods,
      figures: this.figures,
      seen: this.seen,
      readers: states.map(({ reader, fields }) => ({ reader, fields })),
      placed: states.map(({ placed }) => placed),
      index: this.index,
      nested: this.nested,
      strangers: this.strangers,
      doubts: states.flatMap(({ doubts }) => [...doubts.values()]),
      problems: [...states.flatMap(({ reader }) => reader.problems.inOrder()), ...this.missingColumns()],
    };
  }

  /** Matches the rows. Rows with a period come first, since a row without one belongs to the only row of its key. */
  private *placeRows(states: readonly TableState[]): Steps<void> {
    const without: { readonly state: TableState; readonly row: RawRow; readonly key: string }[] = [];
    for (const state of states) {
      const rows = state.reader.has(state.key) ? state.table.input.raw.rows : [];
      const said = this.program.period === null ? this.saidOf(state) : null;
      const isPart = this.isOneOfParts(state, said, "");
      for (const [number, row] of rows.entries()) {
        if (number % BLOCK === BLOCK - 1) yield;
        const key = this.keyOf(state, row);
        if (key === null) continue;
        if (isPart) {
          doubt(state, said, null);
          continue;
        }
        const written = state.period < 0 ? null : state.reader.peek(row, state.period);
        const decided = state.table.period ?? "";
        const period = written ?? (decided === "" ? null : decided);
        if (period === null && this.program.period !== null) without.push({ state, row, key });
        else this.place(state, row, key, period);
      }
    }
    for (const { state, row, key } of without) this.placeWithoutPeriod(state, row, key);
  }

  /** By row of the merged table: the rows that were merged into it, in the order of the tables. */
  private sources: ReadonlyMap<number, readonly { readonly state: TableState; readonly row: RawRow }[]> | null = null;

  /** Reads the values of all tables for one cell. */
  private figuresAt(field: number, into: number): readonly Figure[] {
    if (this.sources === null) {
      const sources = new Map<number, { readonly state: TableState; readonly row: RawRow }[]>();
      for (const state of this.states) {
        for (const { row, into: to } of state.placed) {
          const known = sources.get(to);
          if (known === undefined) sources.set(to, [{ state, row }]);
          else known.push({ state, row });
        }
      }
      this.sources = sources;
    }
    return (this.sources.get(into) ?? []).flatMap(({ state, row }): readonly Figure[] => {
      const value = row.beyond.length > 0 ? null : state.reader.peek(row, state.fields.indexOf(field));
      return value === null ? [] : [{ value, table: state.at, row }];
    });
  }

  /** The key of a row after the user's decisions; null where it has none or is not a subject. */
  private keyOf({ reader, key, table, at, period }: TableState, row: RawRow): string | null {
    const { program, settings } = this;
    const cell = reader.peek(row, key);
    if (cell === null) {
      reader.reportInvalidKey(row, key, program.fields[program.key]?.name ?? "");
      return null;
    }
    const written = String(cell);
    if (table.isPresent === true) return written;
    const said = settings.keys?.(written) ?? null;
    if (said === "none") return null;
    const meant = said === null || said === "new" ? written : said.is;
    if (said !== "new" && this.isClosed && !this.index.hasKey(meant)) {
      const periodText = period < 0 ? null : shownText(reader.raw(row, period)) || null;
      this.strangers.push({ table: at, row, key: written, period: periodText, why: "key" });
      return null;
    }
    return meant;
  }

  private place(state: TableState, row: RawRow, key: string, period: Cell): void {
    const known = this.index.find(key, period);
    const isOpen = state.table.isPresent === true || this.knownPeriods.size === 0 || period === null;
    if (known === null && !isOpen && !this.knownPeriods.has(foldPeriod(String(period)))) {
      this.strangers.push({ table: state.at, row, key, period: String(period), why: "period" });
      return;
    }
    if (known === "ambiguous") return;
    this.settle(state, row, known ?? this.add(key, period));
  }

  private placeWithoutPeriod(state: TableState, row: RawRow, key: string): void {
    const { program, index } = this;
    const { reader } = state;
    const name = program.fields[program.period ?? -1]?.name ?? null;
    const raw = state.period < 0 ? undefined : reader.raw(row, state.period);
    const isUnclear = raw !== undefined && !isBlank(raw);
    const known = index.find(key, null);
    if (isUnclear) {
      // The text is not a valid period, so the row is not used, and a subject of other tables is not affected.
      const into = known === null ? this.add(key, null) : null;
      const found = shownText(raw);
      reader.problems.add({ index: into, row: row.row, column: null, found, reason: "unclear-period", expected: [] });
      return;
    }
    const said = this.saidOf(state);
    const period = typeof known === "number" ? this.periods[known] : null;
    const isDoubted =
      said !== null &&
      (known === "ambiguous" ||
        (typeof period === "string" && (contradicts(said.period, period) || this.isOneOfParts(state, said, period))));
    if (isDoubted) {
      doubt(state, said, typeof period === "string" ? period : null);
      return;
    }
    if (known === "ambiguous") {
      reader.problems.add({ index: null, row: row.row, column: name, found: "", reason: "missing-key", expected: [] });
      return;
    }
    this.settle(state, row, known ?? this.add(key, null));
  }

  /**
   * Whether a sheet is that of a part of the year `period`, such as a month, and the file has sheets of other parts: none has the figures
   * of the year. Of a rubric without periods, for which `period` is empty, a sheet of any period is such a part.
   */
  private isOneOfParts({ table }: TableState, said: SaidPeriod | null, period: string): said is SaidPeriod {
    const isPart = (of: string) => period === "" || isPartOf(of, period);
    if (said?.where !== "sheet" || !isPart(said.period)) return false;
    const { file } = table.input.location;
    return this.states.some(({ table: { input } }) => {
      const { location } = input;
      if (location.file !== file || location.sheet === null) return false;
      const other = saidPeriod({ titles: [], sheet: location.sheet, file: "" });
      return other !== null && isPart(other.period) && contradicts(other.period, said.period);
    });
  }

  /** The period that the title, the sheet or the file of a table names, unless the user has decided about it. */
  private saidOf({ table }: TableState): SaidPeriod | null {
    const { titles = [] } = table.input.raw;
    const { sheet, file } = table.input.location;
    const isDecided = table.isPresent === true || typeof table.period === "string";
    return isDecided ? null : saidPeriod({ titles, sheet, file });
  }

  private add(key: Cell, period: Cell): number {
    const row = this.keys.length;
    this.index.add(key, period, row);
    this.keys.push(key);
    this.periods.push(period);
    return row;
  }

  /** Adds a row to its row of the merged table, unless it may not be a subject. */
  private settle(state: TableState, row: RawRow, into: number): void {
    const { reader, named, placed, table, key } = state;
    if (named.has(into)) {
      const found = keyOfPeriod(shownText(reader.raw(row, key)), this.periods[into] ?? null);
      const place = { index: into, row: row.row, column: null, expected: [] };
      reader.problems.add({ ...place, severity: "warning", found, reason: "repeated-row" });
    }
    named.add(into);
    if (row.beyond.length > 0) reader.reportShiftedRow(row, into);
    if (row.verdict !== undefined) {
      reader.reportVerdict(row, into, String(this.keys[into] ?? ""), row.verdict);
      if (row.verdict.state === "doubted") return;
    }
    placed.push({ row, into });
    if (table.input.location.format === "json") {
      this.nested.push(...nestedEntries(this.program, reader, table.input, row, into));
    }
  }

  private *readCells({ at, reader, fields, placed }: TableState): Steps<void> {
    const { program } = this;
    for (let from = 0; from < placed.length; from += BLOCK) {
      const some = placed.slice(from, from + BLOCK);
      const rows = some.map(({ row }) => row);
      const indexes = some.map(({ into }) => into);
      for (const [position, field] of fields.entries()) {
        if (field === program.key || field === program.period) continue;
        const cells: Cell[] = [];
        reader.column(position, rows, indexes, cells);
        for (const [number, value] of cells.entries()) {
          const placedRow = some[number];
          if (value !== null && placedRow !== undefined)
            this.figures[field]?.put(placedRow.into, value, at, placedRow.row);
        }
        yield;
      }
    }
  }

  /** Reports the columns that all tables lack, except those already suspected behind a misspelt header. */
  private missingColumns(): readonly LocatedProblem[] {
    const { program, states, seen } = this;
    const [first] = states;
    if (first === undefined) return [];
    const found = states.flatMap(({ reader }) => reader.problems.found);
    const suspected = new Set(
      found.filter(({ reason }) => reason === "unknown-column").map(({ expected }) => expected[0]),
    );
    const missing = new ProblemList(first.table.input.location);
    for (const [index, field] of program.fields.entries()) {
      const isMissing = index !== program.key && isRequired(field) && !seen.has(index) && !suspected.has(field.name);
      if (!isMissing) continue;
      const row = first.table.input.headerRow;
      missing.add({ index: null, row, column: field.name, found: field.name, reason: "missing-column", expected: [] });
    }
    return missing.found;
  }
}

function periodTextOf(cell: Cell): readonly string[] {
  return cell === null ? [] : [foldPeriod(String(cell))];
}

/** Merges the rows of tables, the present ones first. */
export function mergeSubjects(
  program: Program,
  tables: readonly TableToMerge[],
  settings: MergeSettings = {},
): Steps<SubjectsMerged> {
  return new SubjectsMerger(program, tables, settings).merge();
}
