/**
 * The files that were given, sorted by what they hold: raw tables of subjects, of each list, of constants and of history. One
 * workbook or one JSON file may hold all of them, a table a sheet or a property.
 */
import type { ProblemReason, ProblemSeverity, RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { parseCsv } from "./csv.js";
import type { Encoding } from "./encoding.js";
import { decodeTable } from "./encoding.js";
import type { GivenTables } from "./given-tables.js";
import { GivenTableList, allChoices } from "./given-tables.js";
import { parseJson } from "./json.js";
import { columnLetters, detectLayout } from "./layout.js";
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { NamedTablesFound } from "./named-tables.js";
import { tableOfValue, tablesByName } from "./named-tables.js";
import { nearestName } from "./nearest-name.js";
import type { LocatedProblem, Place } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { TooLarge, Unreadable } from "./raw-table.js";
import type { TableReport } from "./report.js";
import type { ChosenSheet } from "./sheet-choice.js";
import { chooseSheets } from "./sheet-choice.js";
import type { Steps } from "./steps.js";
import { completed } from "./steps.js";
import type { Target } from "./target.js";
import { headersOfTarget, targetOfRole, targetTitle } from "./target.js";
import { targetOfSheet } from "./table-sheets.js";
import type { DateSystem } from "./xlsx/serial-date.js";
import type { SheetGrid } from "./xlsx/workbook.js";
import { openWorkbook } from "./xlsx/workbook.js";

interface SourceCommon extends RowChoices {
  readonly role: "subjects" | "list" | "history" | "constants";
  /** Name of the list; of no meaning for the other roles. */
  readonly name?: string;
  /** Shown with problems; never opened. */
  readonly file: string;
}

/** A file as text, or as the bytes that lie there; without `encoding` it is judged. */
export type TableSource = SourceCommon &
  (
    | { readonly format: "csv" | "json"; readonly text: string }
    | { readonly format: "csv" | "json"; readonly bytes: Uint8Array; readonly encoding?: Encoding | undefined }
    | {
        readonly format: "xlsx";
        readonly bytes: Uint8Array;
        /** Name of the sheet that holds the table; without it the sheet is found by its name, else by its headers. */
        readonly sheet?: string | undefined;
      }
  );

/** What can be wrong with a file or a sheet as a whole. */
type SourceProblem = Extract<
  ProblemReason,
  | "unreadable"
  | "unknown-column"
  | "too-large"
  | "missing-sheet"
  | "several-sheets"
  | "unknown-sheet"
  | "unused-sheets"
  | "hidden-sheet"
  | "hidden-rows"
  | "hidden-columns"
>;

type Decoding = NonNullable<TableReport["encoding"]> | null;

class InputCollector {
  private readonly problems: LocatedProblem[];

  constructor(
    private readonly program: Program,
    private readonly limits: TableLimits,
    private readonly given: GivenTableList,
  ) {
    this.problems = given.problems;
  }

  add(source: TableSource): void {
    const target = targetOfRole(this.program, source.role, source.name);
    const table = target === null ? (source.name ?? "") : targetTitle(this.program, target);
    const place: Place = { table, file: source.file, format: source.format, sheet: null };
    if (target === null) {
      const expected = this.program.lists.map((list) => list.name);
      this.complain(place, { row: null, found: table, expected });
    } else if (source.format === "xlsx") {
      this.addWorkbook(target, place, source.bytes, source.sheet ?? null);
    } else if ("bytes" in source && source.bytes.length > this.limits.bytes) {
      this.tooLarge(place, { what: "bytes", limit: this.limits.bytes });
    } else {
      this.addText(target, place, source);
    }
  }

  private complain(
    place: Place,
    {
      row,
      found,
      expected = [],
      column = null,
    }: Readonly<Record<"found", string>> & {
      readonly row: number | null;
      readonly expected?: readonly string[];
      readonly column?: string | null;
    },
    reason: SourceProblem = "unreadable",
    severity: ProblemSeverity = "error",
  ): void {
    const complaints = new ProblemList(place);
    complaints.add({ severity, index: null, row, column, found, reason, expected });
    this.problems.push(...complaints.found);
  }

  private unreadable(place: Place, { row, found, why }: Unreadable): void {
    this.complain(place, { row, found, expected: [why] });
  }

  private tooLarge(place: Place, { what, limit }: TooLarge): void {
    this.complain(place, { row: null, found: what, expected: [what, String(limit)] }, "too-large");
  }

  private addText(target: Target, place: Place, source: Exclude<TableSource, { readonly format: "xlsx" }>): void {
    let text: string;
    let encoding: Decoding = null;
    if ("text" in source) {
      text = source.text;
    } else {
      const names = headersOfTarget(this.program, target).names;
      const { text: decoded, ...rest } = decodeTable(source.bytes, source.encoding, names);
      text = decoded;
      encoding = rest;
    }
    if (source.format === "json") {
      this.addJson(target, place, text, encoding);
      return;
    }
    const parsed = parseCsv(text, this.limits);
    if ("unreadable" in parsed) {
      this.unreadable(place, parsed.unreadable);
    } else if ("tooLarge" in parsed) {
      this.tooLarge(place, parsed.tooLarge);
    } else {
      const { found, headerRow, ...raw } = detectLayout(parsed.table, headersOfTarget(this.program, target), true);
      const { delimiter } = parsed.table;
      const report = { encoding, delimiter, layout: found, unusedSheets: [] };
      this.given.put(target, { place, raw, headerRow }, report);
    }
  }

  private addJson(target: Target, place: Place, text: string, encoding: Decoding): void {
    const parsed = parseJson(text);
    if ("tooLarge" in parsed) return;
    if ("unreadable" in parsed) {
      this.unreadable(place, parsed.unreadable);
    } else if (parsed.table.kind === "rows") {
      this.putNamed(tableOfValue(place, target, parsed.table.entries, this.limits), encoding);
    } else if (target.role !== "subjects") {
      const value = target.role === "constants" ? Object.fromEntries(parsed.table.tables) : null;
      this.putNamed(tableOfValue(place, target, value, this.limits), encoding);
    } else {
      this.putNamed(tablesByName(this.program, place, parsed.table.tables, this.limits), encoding);
    }
  }

  private putNamed(steps: Steps<NamedTablesFound>, encoding: Decoding): void {
    const { tables, problems } = completed(steps);
    const report = { encoding, delimiter: null, layout: null, unusedSheets: [] };
    for (const { target, given } of tables) this.given.put(target, given, report);
    this.problems.push(...problems);
  }

  /** A workbook of the subjects holds the other tables too, each in the sheet that bears its name. */
  private addWorkbook(target: Target, place: Place, bytes: Uint8Array, asked: string | null): void {
    const opened = openWorkbook(bytes, this.limits);
    if ("unreadable" in opened) return this.unreadable(place, opened.unreadable);
    if ("tooLarge" in opened) return this.tooLarge(place, opened.tooLarge);
    const { sheets, system } = opened.table;
    const { main, others, rivals, unused, fitting } = chooseSheets(this.program, target, sheets, asked);
    if (main === null && asked !== null) {
      const expected = sheets.map(({ name }) => name);
      return this.complain(place, { row: null, found: asked, expected }, "missing-sheet");
    }
    if (main === null && others.length === 0) this.unreadable(place, { row: null, found: "", why: "empty" });
    const told = main?.sheet ?? others[0]?.sheet;
    for (const { sheet, target: into, grid } of [...others, ...(main === null ? [] : [main])]) {
      const inside = { ...place, table: targetTitle(this.program, into), sheet: sheet.name };
      if ("unreadable" in grid) this.unreadable(inside, grid.unreadable);
      else if ("tooLarge" in grid) this.tooLarge(inside, grid.tooLarge);
      else if (grid.table.rows.length > 0) {
        if (sheet.isHidden) this.note(inside, "hidden-sheet", sheet.name, ["read"]);
        this.putSheet(into, inside, grid.table, { system, unusedSheets: sheet === told ? unused : [] });
      } else if (sheet === main?.sheet) this.unreadable(inside, { row: null, found: "", why: "empty" });
    }
    if (main !== null && rivals.length > 0) {
      const inside = { ...place, sheet: main.sheet.name };
      this.complain(inside, { row: null, found: main.sheet.name, expected: rivals }, "several-sheets", "warning");
    }
    this.reportNearSheets(place, others, unused);
    for (const name of fitting) this.note({ ...place, sheet: name }, "hidden-sheet", name, ["fits"], "warning");
    // A workbook that holds history or a list under its own name may hold anything else beside it.
    const isOwn = main !== null && targetOfSheet(this.program, main.sheet.name)?.role === target.role;
    if (unused.length > 0 && (target.role === "subjects" || !isOwn)) {
      this.note(place, "unused-sheets", unused[0] ?? "", unused);
    }
  }

  private note(
    place: Place,
    reason: SourceProblem,
    found: string,
    expected: readonly string[],
    severity: ProblemSeverity = "note",
  ): void {
    this.complain(place, { row: null, found, expected }, reason, severity);
  }

  private putSheet(
    into: Target,
    place: Place,
    grid: SheetGrid,
    { system, unusedSheets }: { readonly system: DateSystem; readonly unusedSheets: readonly string[] },
  ): void {
    const { found, headerRow, ...raw } = detectLayout(grid, headersOfTarget(this.program, into), false);
    const { hiddenRows } = grid;
    const hiddenColumns = grid.hiddenColumns.map((column) => {
      const header = raw.headers[column]?.trim() ?? "";
      return header === "" ? columnLetters(column) : header;
    });
    if (hiddenRows > 0) this.note(place, "hidden-rows", String(hiddenRows), [String(hiddenRows)]);
    if (hiddenColumns.length > 0) this.note(place, "hidden-columns", hiddenColumns[0] ?? "", hiddenColumns);
    this.given.put(
      into,
      { place, raw: { ...raw, serials: system }, headerRow },
      { encoding: null, delimiter: null, layout: found, unusedSheets },
    );
  }

  /** A sheet that is left aside and called almost as a list that has no sheet was most likely meant for it. */
  private reportNearSheets(place: Place, others: readonly ChosenSheet[], unused: readonly string[]): void {
    const isHeld = (list: number) => others.some(({ target }) => target.role === "list" && target.list === list);
    const wanted = this.program.lists.map(({ name }) => name).filter((_, list) => !isHeld(list));
    for (const name of unused) {
      const near = nearestName(name, wanted);
      if (near === null) continue;
      const inside = { ...place, table: near, sheet: name };
      this.complain(inside, { row: null, found: name, expected: [near] }, "unknown-sheet", "warning");
    }
  }
}

export function sortSources(
  program: Program,
  sources: readonly TableSource[],
  limits: TableLimits,
  rows: RowChoices,
): GivenTables {
  const given = new GivenTableList(program, allChoices([rows, ...sources]));
  const sorter = new InputCollector(program, limits, given);
  for (const source of sources) sorter.add(source);
  return given;
}

/** The lists, `constants` and `history` that stand in sheets of a workbook, by name, with their lines below the first. */
export function tablesInWorkbook(
  program: Program,
  bytes: Uint8Array,
  limits: TableLimits = DEFAULT_TABLE_LIMITS,
): ReadonlyMap<string, number> {
  const opened = openWorkbook(bytes, limits);
  const found = new Map<string, number>();
  for (const sheet of "table" in opened ? opened.table.sheets : []) {
    const target = targetOfSheet(program, sheet.name);
    if (target === null || target.role === "subjects") continue;
    const grid = sheet.read();
    found.set(targetTitle(program, target), "table" in grid ? Math.max(0, grid.table.rows.length - 1) : 0);
  }
  return found;
}
