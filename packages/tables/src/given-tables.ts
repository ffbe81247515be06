/**
 * The tables that were given, sorted by what they hold, before they are read.
 */
import type { RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { LocatedProblem, Place } from "./problem.js";
import type { RawTable } from "./raw-table.js";
import type { TableReport } from "./report.js";
import type { AsideRow } from "./rows-aside.js";
import { sortTableRows } from "./rows-aside.js";
import type { Steps } from "./steps.js";
import { completed } from "./steps.js";
import type { Target } from "./target.js";
import { headersOfTarget } from "./target.js";

/** The words of a person about rows, gathered from all tables. */
export function allChoices(all: readonly RowChoices[]): RowChoices {
  return { keep: all.flatMap(({ keep = [] }) => keep), leave: all.flatMap(({ leave = [] }) => leave) };
}

/** One table of one file. */
export interface GivenTable {
  readonly place: Place;
  readonly raw: RawTable;
  /** Line of the headers; null in JSON. */
  readonly headerRow: number | null;
  /** Rows that were taken out because they are no subjects. */
  readonly aside: readonly AsideRow[];
}

/** A table as it was found in a file or a grid, all its rows in it. */
export type TableFound = Omit<GivenTable, "aside">;

/** Tables by what they hold, without the rows that are no subjects. */
export class GivenTableList {
  readonly subjects: GivenTable[] = [];
  readonly constants: GivenTable[] = [];
  readonly history: GivenTable[] = [];
  readonly lists = new Map<number, GivenTable[]>();
  readonly problems: LocatedProblem[] = [];
  readonly reports: TableReport[] = [];

  constructor(
    private readonly program: Program,
    readonly rows: RowChoices,
  ) {}

  put(target: Target, found: TableFound, report: Omit<TableReport, keyof Place>): void {
    completed(this.putting(target, found, report));
  }

  /** The same in steps. */
  *putting(target: Target, found: TableFound, report: Omit<TableReport, keyof Place>): Steps<void> {
    const known = headersOfTarget(this.program, target);
    const isOfSubjects = target.role === "subjects";
    const { raw, aside, problems } = yield* sortTableRows(found.raw, known, found.place, isOfSubjects, this.rows);
    const given: GivenTable = { ...found, raw, aside };
    this.problems.push(...problems);
    if (target.role === "list") this.lists.set(target.list, [...(this.lists.get(target.list) ?? []), given]);
    else this[target.role].push(given);
    this.reports.push({ ...found.place, ...report });
  }
}

export interface GivenTables {
  /** The words of a person about rows. */
  readonly rows: RowChoices;
  readonly subjects: readonly GivenTable[];
  /** By index of the list. */
  readonly lists: ReadonlyMap<number, readonly GivenTable[]>;
  readonly constants: readonly GivenTable[];
  readonly history: readonly GivenTable[];
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
}
