/**
 * Merges the rows of one list from several tables. A row is identified by its subject and all its columns: a table submitted twice, or the
 * same incident in two tables, adds nothing. Two equal rows of one file are two records, and both are kept. Rows of entry forms have an
 * identity of their own, by which a corrected row is known.
 */
import type { Cell } from "@yardstick/engine";
import { cellIdentity, foldName } from "@yardstick/engine";
import type { Field, List, Program } from "@yardstick/language/program";
import { isBlank, shownText } from "./cell/written.js";
import { tableOfEntries } from "./entries-table.js";
import type { InputTable } from "./input-tables.js";
import type { ExpectedField } from "./header.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import { groupedByValue } from "./merge-figures.js";
import type { MergedRecord, SideEntry } from "./merge-records.js";
import { findRecords, mergeRecord } from "./merge-records.js";
import type { RawRow } from "./raw-table.js";
import { isOtherRowOfForm } from "./record-ids.js";
import { RecordReader } from "./record-reader.js";
import type { Steps } from "./steps.js";
import type { NestedEntries } from "./subject-fields.js";
import type { Owners } from "./side-owners.js";
import { expectedSideFields, ownerFields, reportStranger } from "./side-owners.js";
import type { MergeSettings, PeriodDoubt, Stranger, TableToMerge } from "./merge-subjects.js";
import { contradicts, saidPeriod } from "./said-period.js";

export interface MergedSideRow {
  readonly owner: number;
  /** Parallel to the columns of the list. */
  readonly cells: readonly Cell[];
  readonly row: RawRow;
  /** Index of the table; -1 where the row was nested in its subject. */
  readonly table: number;
  readonly location: TableLocation;
  /** Set where it was merged from rows of several files. */
  readonly record?: MergedRecord;
}

/** Rows of a table that another table contains too. */
interface SameRows {
  readonly table: number;
  /** File of the first table that contains them. */
  readonly file: string;
  readonly rows: readonly number[];
}

export interface SideRowsMerged {
  readonly rows: readonly MergedSideRow[];
  readonly same: readonly SameRows[];
  readonly strangers: readonly Stranger[];
  readonly doubts: readonly PeriodDoubt[];
  readonly problems: readonly LocatedProblem[];
}

/** The number of side rows read in one step. */
const BATCH = 512;
/** Rows of one subject that a further one is compared with. */
const MAX_COMPARED = 200;
/** Longer texts are compared without folding. */
const MAX_FOLDED = 60;

/** Owner and cells of a row as one text, which is the same for rows with the same content. */
function contentOf(owner: number, cells: readonly Cell[]): string {
  return `${owner}\u0000${JSON.stringify(cells.map((cell) => cellIdentity(plainCell(cell))))}`;
}

/** Counts for each row its occurrences in the file that contains it most often. */
class RowUnion {
  private readonly counts = new Map<string, { count: number; readonly file: string }>();
  private readonly inFile = new Map<string, Map<string, number>>();

  /** Null where the row occurs more often than in any other file, so that it is added; else the first file that contains it. */
  add(file: string, identity: string): string | null {
    const ofFile = this.inFile.get(file) ?? new Map<string, number>();
    this.inFile.set(file, ofFile);
    const count = (ofFile.get(identity) ?? 0) + 1;
    ofFile.set(identity, count);
    const known = this.counts.get(identity);
    if (known === undefined) {
      this.counts.set(identity, { count, file });
      return null;
    }
    if (count <= known.count) return known.file;
    known.count = count;
    return null;
  }
}

function plainCell(cell: Cell): Cell {
  return typeof cell === "string" && cell.length <= MAX_FOLDED ? foldName(cell) : cell;
}

class SideRowsMerger {
  /** All rows in the order of the tables; problems of their cells are first reported under these indexes. */
  private readonly entries: SideEntry[] = [];
  private readonly entryProblems: LocatedProblem[] = [];
  private readonly readers: RecordReader[] = [];
  /** Files and identities of the records read so far. */
  private readonly recordsRead = new Set<string>();
  private readonly rows: MergedSideRow[] = [];
  private readonly union = new RowUnion();
  private readonly same = new Map<string, { readonly table: number; readonly file: string; readonly rows: number[] }>();
  private readonly strangers: Stranger[] = [];
  private readonly doubts = new Map<string, PeriodDoubt>();
  /** By owner: rows that are added. */
  private readonly added = new Map<
    number,
    { readonly location: TableLocation; readonly row: RawRow; readonly cells: readonly Cell[] }[]
  >();
  private problems: LocatedProblem[] = [];
  private readonly keyFields: readonly Field[];

  constructor(
    private readonly program: Program,
    private readonly list: List,
    private readonly owners: Owners,
    private readonly settings: MergeSettings,
  ) {
    this.keyFields = ownerFields(program);
  }

  *merge(tables: readonly TableToMerge[], nested: readonly NestedEntries[]): Steps<SideRowsMerged> {
    for (const [at, table] of tables.entries()) yield* this.readTable(at, table);
    for (const input of new Set(nested.map((group) => group.input))) {
      yield* this.readNested(
        input,
        nested.filter((group) => group.input === input),
      );
    }
    yield* this.mergeEntries();
    return {
      rows: this.rows,
      same: [...this.same.values()],
      strangers: this.strangers,
      doubts: [...this.doubts.values()],
      problems: this.problems,
    };
  }

  private expectedFields(keyIsRequired: boolean): readonly ExpectedField[] {
    return expectedSideFields(this.program, this.list, this.owners, keyIsRequired);
  }

  private *readTable(at: number, table: TableToMerge): Steps<void> {
    const { program, list, owners, settings, keyFields } = this;
    const { input } = table;
    const width = keyFields.length;
    const reader = new RecordReader(input, this.expectedFields(true), program.choices);
    this.readers[at] = reader;
    const [keyField, periodField] = keyFields;
    for (const [number, row] of (reader.has(0) ? input.raw.rows : []).entries()) {
      if (number % BATCH === BATCH - 1) yield;
      const written = reader.peek(row, 0);
      const place = { index: null, row: row.row, column: keyField?.name ?? null, expected: [] };
      if (written === null) {
        reader.reportInvalidKey(row, 0, keyField?.name ?? "");
        continue;
      }
      const said = table.isPresent === true ? null : (settings.keys?.(String(written)) ?? null);
      if (said === "none") continue;
      const key = said === null || said === "new" ? written : said.is;
      const ownPeriod = width > 1 ? reader.peek(row, 1) : null;
      if (ownPeriod === null && width > 1 && !isBlank(reader.raw(row, 1))) {
        reader.reportUnclearPeriod(row, 1);
        continue;
      }
      const period = ownPeriod ?? ((table.period ?? "") === "" ? null : (table.period ?? null));
      const owner = owners.index.find(key, period);
      if (typeof owner === "number" && period === null && this.isDoubted(at, table, owner)) continue;
      if (owner === "ambiguous") {
        reader.problems.add({ ...place, column: periodField?.name ?? null, found: "", reason: "missing-key" });
      } else if (owner === null) {
        this.reportStranger(reader, at, input, row, String(key), period);
      } else {
        const cells = reader.cells(row, this.entries.length, [0, width - 1]);
        const columns = list.columns.map((_, column) => cells[width + column] ?? null);
        const { location } = input;
        const isPresent = table.isPresent === true;
        const content = contentOf(owner, columns);
        const own = isPresent ? row : this.withOwnRecord(row, location.file);
        this.entries.push({ owner, cells: columns, row: own, table: at, isPresent, location, content });
      }
    }
    for (const problem of reader.problems.found) this.entryProblems.push(problem);
  }

  /** A row without its identity where an earlier row of the file has the same one, as after copying it. */
  private withOwnRecord(row: RawRow, file: string): RawRow {
    const { record, ...others } = row;
    if (record === undefined) return row;
    const id = `${file}\u0000${record}`;
    if (this.recordsRead.has(id)) return others;
    this.recordsRead.add(id);
    return row;
  }

  /** Whether a title, a sheet or a file names a different period than that of the subject to which a row without a period would belong. */
  private isDoubted(at: number, table: TableToMerge, owner: number): boolean {
    const { titles = [] } = table.input.raw;
    const { sheet, file } = table.input.location;
    const period = this.owners.periods[owner];
    if (typeof period !== "string" || table.isPresent === true || table.period === "") return false;
    const said = saidPeriod({ titles, sheet, file });
    if (said === null || !contradicts(said.period, period)) return false;
    const id = `${at}\u0000${period}`;
    this.doubts.set(id, { table: at, said, period, rows: (this.doubts.get(id)?.rows ?? 0) + 1 });
    return true;
  }

  private reportStranger(
    reader: RecordReader,
    at: number,
    input: InputTable,
    row: RawRow,
    key: string,
    period: Cell,
  ): void {
    const { program, list, owners } = this;
    const why = owners.index.hasKey(key) ? "period" : "key";
    this.strangers.push({ table: at, row, key, period: period === null ? null : String(period), why });
    const stranger = { reader, location: input.location, row, key, period };
    this.problems.push(...reportStranger(program, list, owners, stranger));
  }

  private *readNested(input: InputTable, groups: readonly NestedEntries[]): Steps<void> {
    const { program, list, keyFields } = this;
    const width = keyFields.length;
    // All nested rows of a file are read as one table, so that a wrong column name is reported once.
    const flat = groups.flatMap(({ owner, row, entries }) => entries.map((entry) => ({ owner, row, entry })));
    const { nonObjects, ...raw } = yield* tableOfEntries(flat.map(({ entry }) => entry));
    const location = { ...input.location, table: list.name };
    const inside = { location, raw, headerRow: null, aside: [] };
    const reader = new RecordReader(inside, this.expectedFields(false), program.choices);
    for (const at of nonObjects) {
      const row = flat[at - 1]?.row ?? null;
      reader.problems.add({ index: null, row, column: null, found: "", reason: "unreadable", expected: [] });
    }
    for (const [number, entry] of raw.rows.entries()) {
      if (number % BATCH === BATCH - 1) yield;
      const source = flat[entry.row - 1];
      if (source === undefined) continue;
      const row = { ...entry, row: source.row };
      const cells = reader.cells(row, this.entries.length, [0, width - 1]);
      const columns = list.columns.map((_, column) => cells[width + column] ?? null);
      const { owner } = source;
      const content = contentOf(owner, columns);
      this.entries.push({ owner, cells: columns, row, table: -1, isPresent: false, location, content });
    }
    for (const problem of reader.problems.found) this.entryProblems.push(problem);
  }

  /** Adds all rows: those of one record once, merged, and rows with the same content as often as in the file that has them most often. */
  private *mergeEntries(): Steps<void> {
    const { records, unlike } = findRecords(this.entries);
    const { settleRecord = null } = this.settings;
    const recordOf = new Map<SideEntry, MergedRecord>();
    for (const entries of records) {
      const merged = mergeRecord(entries, settleRecord);
      for (const entry of entries) recordOf.set(entry, merged);
    }
    /** By entry: the row that it became, or that has the same content. */
    const rowOf: (number | null)[] = [];
    const rowWith = new Map<string, number>();
    for (const [number, entry] of this.entries.entries()) {
      if (number % BATCH === BATCH - 1) yield;
      const record = recordOf.get(entry);
      if (record?.owner === null && settleRecord !== null) {
        rowOf.push(null);
        continue;
      }
      const owner = record?.owner ?? entry.owner;
      const cells = record?.cells ?? entry.cells;
      const content = record === undefined ? entry.content : contentOf(owner, cells);
      const isAdded = this.add(entry, { owner, cells, content, record });
      if (isAdded) rowWith.set(content, this.rows.length - 1);
      rowOf.push(rowWith.get(content) ?? null);
    }
    const atRow = (problem: LocatedProblem): LocatedProblem =>
      problem.index === null ? problem : { ...problem, index: rowOf[problem.index] ?? null };
    this.problems = [...this.entryProblems.map(atRow), ...this.problems];
    const entryNumbers = unlike.length === 0 ? null : new Map(this.entries.map((entry, at) => [entry, at] as const));
    for (const { entry, of } of unlike) {
      const index = rowOf[entryNumbers?.get(entry) ?? -1] ?? null;
      this.reportBeside("same-record", entry, index, of.location, of.row);
    }
  }

  private reportBeside(
    reason: "similar-row" | "same-record",
    { location, row }: Pick<SideEntry, "location" | "row">,
    index: number | null,
    { file, sheet }: TableLocation,
    other: RawRow,
  ): void {
    const expected = [file, String(other.row), sheet ?? ""];
    const of = { severity: "warning", index, row: row.row, column: null } as const;
    this.problems.push({ ...location, ...of, found: this.list.name, reason, expected });
  }

  /** A row that another file may hold completed or corrected: both count, which is reported. */
  private reportSimilar(entry: SideEntry, owner: number, cells: readonly Cell[]): void {
    const { location, row } = entry;
    const ofOwner = this.added.get(owner) ?? [];
    const similar = ofOwner
      .slice(0, MAX_COMPARED)
      .find(
        (other) =>
          other.location.file !== location.file &&
          !isOtherRowOfForm(other.row.record, row.record) &&
          isSimilar(other.cells, cells),
      );
    if (ofOwner.length === 0) this.added.set(owner, ofOwner);
    ofOwner.push({ location, row, cells });
    if (similar !== undefined) this.reportBeside("similar-row", entry, this.rows.length, similar.location, similar.row);
  }

  /** Reports the cells of a merged row on which its tables differ; a row whose subject is undecided is an error as a whole. */
  private reportUndecided({ entries, undecided }: MergedRecord): void {
    const index = this.rows.length;
    const width = this.keyFields.length;
    for (const { column, figures } of undecided) {
      const named = groupedByValue(figures).flatMap(([figure]) => {
        const of = entries.find(({ row }) => row === figure?.row);
        if (of === undefined) return [];
        const raw = this.readers[of.table]?.raw(of.row, column < 0 ? 0 : width + column);
        return [{ location: of.location, row: of.row.row, found: shownText(raw) }];
      });
      const last = named.at(-1);
      if (last === undefined) continue;
      const expected = named
        .slice(0, -1)
        .flatMap(({ location, row, found }) => [found, location.file, String(row), location.sheet ?? ""]);
      const { location, row, found } = last;
      const name = column < 0 ? null : (this.list.columns[column]?.name ?? null);
      this.problems.push({
        ...location,
        severity: "error",
        index,
        row,
        column: name,
        found,
        reason: "conflict",
        expected,
      });
    }
  }

  /** Adds a row unless another file has it; returns whether it was added. */
  private add(
    entry: SideEntry,
    {
      owner,
      cells,
      content,
      record,
    }: Pick<SideEntry, "owner" | "cells" | "content"> & { readonly record: MergedRecord | undefined },
  ): boolean {
    const { location, row, table } = entry;
    const earlier = row.beyond.length > 0 ? null : this.union.add(location.file, content);
    if (earlier === null) {
      this.reportSimilar(entry, owner, cells);
      if (record !== undefined && this.settings.settleRecord === undefined) this.reportUndecided(record);
      this.rows.push({ owner, cells, row, table, location, ...(record === undefined ? {} : { record }) });
      return true;
    }
    // A row that changes another one, or is changed by it, is reported by its cells.
    if (content !== entry.content || (record?.updates.size ?? 0) > 0) return false;
    const id = `${table}\u0000${earlier}`;
    const same = this.same.get(id) ?? { table, file: earlier, rows: [] };
    same.rows.push(row.row);
    this.same.set(id, same);
    return false;
  }
}

/** The number of columns that must agree where one column of two rows differs: of fewer, separate records often differ so little. */
const MIN_AGREEING = 2;

/**
 * Whether two rows may be one record: they differ only where one of them is blank and agree in some column, as where it was completed later,
 * or they differ in one column and agree in at least two, as where it was corrected.
 */
function isSimilar(one: readonly Cell[], other: readonly Cell[]): boolean {
  let agreeing = 0;
  let differing = 0;
  let isCompleted = false;
  for (const [at, cell] of one.entries()) {
    const beside = other[at] ?? null;
    if (cell === null || beside === null) isCompleted ||= cell !== beside;
    else if (cellIdentity(plainCell(cell)) === cellIdentity(plainCell(beside))) agreeing += 1;
    else differing += 1;
  }
  return differing === 0 ? isCompleted && agreeing > 0 : differing === 1 && agreeing >= MIN_AGREEING;
}

/** Merges the rows of `tables`, the present one first, then the `nested` rows. */
export function mergeSideRows(
  program: Program,
  list: List,
  { tables, nested }: { readonly tables: readonly TableToMerge[]; readonly nested: readonly NestedEntries[] },
  owners: Owners,
  settings: MergeSettings = {},
): Steps<SideRowsMerged> {
  return new SideRowsMerger(program, list, owners, settings).merge(tables, nested);
}
