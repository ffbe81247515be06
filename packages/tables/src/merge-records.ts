/**
 * Rows of several files that are one record, known by the identity that the entry form gave them. They are merged cell by cell, so that a
 * corrected row replaces the earlier one. An identity proves nothing where two people fill in copies of a form, or where rows were moved:
 * rows whose content stands elsewhere in the other file, and rows that differ in most columns, are records of their own.
 */
import type { Cell } from "@yardstick/engine";
import { cellIdentity } from "@yardstick/engine";
import type { Figure } from "./merge-figures.js";
import { groupedByValue } from "./merge-figures.js";
import type { TableLocation } from "./problem.js";
import type { RawRow } from "./raw-table.js";

/** A row of a list as read from a table. */
export interface SideEntry {
  readonly owner: number;
  /** Parallel to the columns of the list. */
  readonly cells: readonly Cell[];
  readonly row: RawRow;
  /** Index of the table; -1 where the row was nested in its subject. */
  readonly table: number;
  readonly isPresent: boolean;
  readonly location: TableLocation;
  /** Owner and cells as one text, the same for rows with the same content. */
  readonly content: string;
}

/** A cell of a record for which tables differ, or of a present one. */
export interface RecordCell {
  readonly record: string;
  /** Index among the columns of the list; -1 for the subject, whose values are the numbers of its row. */
  readonly column: number;
  readonly owner: number;
  readonly figures: readonly Figure[];
}

/** Decides a cell; null where it is not changed or undecided. */
export type SettleRecordCell = (cell: RecordCell) => Figure | null;

/** A record merged from the rows of several tables. */
export interface MergedRecord {
  /** The present row first, then in the order of the files. */
  readonly entries: readonly SideEntry[];
  /** Null where undecided and not present: the record counts for no subject. */
  readonly owner: number | null;
  readonly cells: readonly Cell[];
  /** By column: the row that each cell is taken from; null where it is blank or undecided. */
  readonly from: readonly (Figure | null)[];
  /** Columns with differing values that nothing decides; -1 for the subject. */
  readonly undecided: readonly { readonly column: number; readonly figures: readonly Figure[] }[];
  /** Values that change the present row, by column; -1 for the subject. */
  readonly updates: ReadonlyMap<number, Figure>;
}

/** The records with rows of several files. */
export interface RecordsFound {
  readonly records: readonly (readonly SideEntry[])[];
  /** Rows with the identity of another row that they have little in common with; both count. */
  readonly unlike: readonly { readonly entry: SideEntry; readonly of: SideEntry }[];
}

/** Two rows of different files that may be one record, with the number of cells in which they differ and agree. */
interface Pair {
  readonly one: SideEntry;
  readonly other: SideEntry;
  readonly differing: number;
  readonly agreeing: number;
}

function pairOf(one: SideEntry, other: SideEntry): Pair {
  let agreeing = one.owner === other.owner ? 1 : 0;
  let differing = 1 - agreeing;
  for (const [at, cell] of one.cells.entries()) {
    const beside = other.cells[at] ?? null;
    if (cell === null || beside === null) continue;
    if (cellIdentity(cell) === cellIdentity(beside)) agreeing += 1;
    else differing += 1;
  }
  return { one, other, differing, agreeing };
}

/** Whether two rows may be one record: most of what both state agrees, or they differ in one cell only. */
function isAlike({ differing, agreeing }: Pair): boolean {
  return differing < agreeing || (differing === 1 && agreeing > 0);
}

/**
 * Whether the content of a row is in the file of another one, in a row with another identity: there, rows that have the same identity
 * and content in both files do not count.
 */
function contentsElsewhere(entries: readonly SideEntry[]): (entry: SideEntry, other: SideEntry) => boolean {
  const found = new Map<string, ReadonlySet<string>>();
  const identityOf = ({ row, content }: SideEntry) => `${row.record ?? ""}\u0000${content}`;
  return (entry, { location: { file } }) => {
    const own = entry.location.file;
    const id = `${own}\u0000${file}`;
    let contents = found.get(id);
    if (contents === undefined) {
      const inOwn = new Set(
        entries.flatMap((each) =>
          each.location.file === own && each.row.record !== undefined ? identityOf(each) : [],
        ),
      );
      contents = new Set(
        entries.flatMap((each) => (each.location.file === file && !inOwn.has(identityOf(each)) ? each.content : [])),
      );
      found.set(id, contents);
    }
    return contents.has(entry.content);
  };
}

/** Finds the rows of different files that are one record. The result does not depend on the order of the tables. */
export function findRecords(entries: readonly SideEntry[]): RecordsFound {
  const byRecord = new Map<string, SideEntry[]>();
  for (const entry of entries) {
    const { record } = entry.row;
    // A shifted row was not read, so it cannot be compared with others.
    if (record === undefined || entry.row.beyond.length > 0) continue;
    const known = byRecord.get(record);
    if (known === undefined) byRecord.set(record, [entry]);
    else known.push(entry);
  }
  const standsIn = contentsElsewhere(entries);
  const records: (readonly SideEntry[])[] = [];
  const unlike: { readonly entry: SideEntry; readonly of: SideEntry }[] = [];
  for (const all of byRecord.values()) {
    if (all.length < 2) continue;
    const groups = groupsOf([...all].sort(inOrder), standsIn);
    for (const group of groups.groups)
      if (group.some(({ content }) => content !== group[0]?.content)) records.push(group);
    unlike.push(...groups.unlike);
  }
  return { records, unlike };
}

/** Groups the rows of one identity, the most similar first; a group has one row of each file at most. */
function groupsOf(
  all: readonly SideEntry[],
  standsIn: (entry: SideEntry, other: SideEntry) => boolean,
): { readonly groups: Iterable<readonly SideEntry[]>; readonly unlike: RecordsFound["unlike"] } {
  const groupOf = new Map(all.map((entry): readonly [SideEntry, readonly SideEntry[]] => [entry, [entry]]));
  const unlike = new Map<SideEntry, SideEntry>();
  const pairs = all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other): readonly Pair[] => {
      if (one.location.file === other.location.file) return [];
      const pair = pairOf(one, other);
      // A row that stands elsewhere in the other file was moved.
      if (one.content !== other.content && (standsIn(one, other) || standsIn(other, one))) return [];
      if (isAlike(pair)) return [pair];
      if (!unlike.has(other)) unlike.set(other, one);
      return [];
    }),
  );
  // A stable order: pairs that are equally similar stay in the order of the files.
  for (const { one, other } of pairs.sort((a, b) => a.differing - b.differing || b.agreeing - a.agreeing)) {
    const [left, right] = [groupOf.get(one) ?? [], groupOf.get(other) ?? []];
    const files = new Set(left.map(({ location }) => location.file));
    if (left === right || right.some(({ location }) => files.has(location.file))) continue;
    const both = [...left, ...right].sort(inOrder);
    for (const entry of both) groupOf.set(entry, both);
  }
  return {
    groups: new Set(groupOf.values()),
    unlike: [...unlike]
      .filter(([entry, of]) => groupOf.get(entry) !== groupOf.get(of))
      .map(([entry, of]) => ({ entry, of })),
  };
}

function inOrder(one: SideEntry, other: SideEntry): number {
  if (one.isPresent !== other.isPresent) return one.isPresent ? -1 : 1;
  const [a, b] = [one.location.file, other.location.file];
  return a < b ? -1 : a > b ? 1 : one.row.row - other.row.row;
}

/** Merges the rows of a record. Without `settle`, differing values are undecided. */
export function mergeRecord(entries: readonly SideEntry[], settle: SettleRecordCell | null): MergedRecord {
  const present = entries.find(({ isPresent }) => isPresent);
  const owner = present?.owner ?? entries[0]?.owner ?? -1;
  const undecided: { readonly column: number; readonly figures: readonly Figure[] }[] = [];
  const updates = new Map<number, Figure>();
  const decided = (column: number): Figure | null => {
    const figures = entries.flatMap(({ owner: of, cells, table, row }): readonly Figure[] => {
      const value = column < 0 ? String(of) : (cells[column] ?? null);
      return value === null ? [] : [{ value, table, row }];
    });
    const ofPresent = figures.find(({ row }) => row === present?.row) ?? null;
    const groups = groupedByValue(figures);
    if (groups.length < 2 && (present === undefined || ofPresent !== null)) return figures[0] ?? null;
    const record = entries[0]?.row.record ?? "";
    const taken = figures.length === 0 ? null : (settle?.({ record, column, owner, figures }) ?? null);
    if (taken !== null && present !== undefined) updates.set(column, taken);
    if (taken === null && ofPresent === null && figures.length > 0) undecided.push({ column, figures });
    return taken ?? ofPresent;
  };
  const of = decided(-1);
  const from = (entries[0]?.cells ?? []).map((_, column) => decided(column));
  return {
    entries,
    owner: of === null ? null : Number(of.value),
    cells: from.map((figure) => figure?.value ?? null),
    from,
    undecided,
    updates,
  };
}
