/**
 * The input tables by role, before they are read.
 */
import type { Cancellation, RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { FormMark } from "./form-mark.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import type { RawTable } from "./raw-table.js";
import { withRecordIds } from "./record-ids.js";
import type { TableReport } from "./report.js";
import type { AsideRow } from "./rows-aside.js";
import { sortTableRows } from "./rows-aside.js";
import type { Steps } from "./steps.js";
import { completed } from "./steps.js";
import type { Target } from "./target.js";
import { headersOfTarget } from "./target.js";

/** Combines the row choices of all tables. */
export function allChoices(all: readonly RowChoices[]): RowChoices {
  return { keep: all.flatMap(({ keep = [] }) => keep), leave: all.flatMap(({ leave = [] }) => leave) };
}

/** One table of one file. */
export interface InputTable {
  readonly location: TableLocation;
  readonly raw: RawTable;
  /** Line of the first header row; null in JSON. */
  readonly headerRow: number | null;
  /** Rows that were removed because they are not subjects. */
  readonly aside: readonly AsideRow[];
}

/** A table as found in a file or a grid, with all its rows. */
export type TableFound = Omit<InputTable, "aside">;

/** Collects tables by role and removes the rows that are not subjects. */
export class InputTableList {
  readonly subjects: InputTable[] = [];
  readonly constants: InputTable[] = [];
  readonly history: InputTable[] = [];
  readonly lists = new Map<number, InputTable[]>();
  readonly problems: LocatedProblem[] = [];
  readonly reports: TableReport[] = [];
  /** Of the workbooks that are entry forms. */
  readonly marks: FormMark[] = [];

  constructor(
    private readonly program: Program,
    readonly rows: RowChoices,
  ) {}

  /** Adds a table. */
  put(target: Target, found: TableFound, report: Omit<TableReport, keyof TableLocation>, signal?: Cancellation): void {
    completed(this.putInSteps(target, found, report), signal);
  }

  /** Adds a table, in interruptible steps. */
  *putInSteps(target: Target, found: TableFound, report: Omit<TableReport, keyof TableLocation>): Steps<void> {
    const known = headersOfTarget(this.program, target);
    const isOfSubjects = target.role === "subjects";
    const table = target.role === "list" ? withRecordIds(found.raw, known) : found.raw;
    const { raw, aside, problems } = yield* sortTableRows(table, known, found.location, isOfSubjects, this.rows);
    const input: InputTable = { ...found, raw, aside };
    this.problems.push(...problems);
    if (target.role === "list") this.lists.set(target.list, [...(this.lists.get(target.list) ?? []), input]);
    else this[target.role].push(input);
    this.reports.push({ ...found.location, ...report });
  }
}

/** All tables of a run by role. */
export interface InputTables {
  /** The user's choices about rows. */
  readonly rows: RowChoices;
  readonly subjects: readonly InputTable[];
  /** By index of the list. */
  readonly lists: ReadonlyMap<number, readonly InputTable[]>;
  readonly constants: readonly InputTable[];
  readonly history: readonly InputTable[];
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
}
