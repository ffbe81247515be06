/**
 * The files that were given, sorted by what they hold: raw tables of subjects, of each list, of constants and of history. One
 * workbook or one JSON file may hold all of them, a table a sheet or a property.
 */
import type { Program } from "@yardstick/language/program";
import { shownText } from "./cell/written.js";
import { parseCsv } from "./csv.js";
import type { Encoding } from "./encoding.js";
import { decodeTable } from "./encoding.js";
import { parseJson, tableOfEntries } from "./json.js";
import { layOut } from "./layout.js";
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { LocatedProblem, Place } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { RawTable, TooLarge, Unreadable } from "./raw-table.js";
import type { TableReport } from "./report.js";
import type { Target } from "./target.js";
import { headersOfTarget, isSameTarget, targetNamed, targetOfRole, targetTitle } from "./target.js";
import { isHelpSheet, targetOfSheet } from "./table-sheets.js";
import type { SheetGrid, WorkbookSheet } from "./xlsx/workbook.js";
import { openWorkbook } from "./xlsx/workbook.js";

interface SourceCommon {
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
    | { readonly format: "xlsx"; readonly bytes: Uint8Array }
  );

/** One table of one file. */
export interface GivenTable {
  readonly place: Place;
  readonly raw: RawTable;
  /** Line of the headers; null in JSON. */
  readonly headerRow: number | null;
}

export interface GivenTables {
  readonly subjects: readonly GivenTable[];
  /** By index of the list. */
  readonly lists: ReadonlyMap<number, readonly GivenTable[]>;
  readonly constants: readonly GivenTable[];
  readonly history: readonly GivenTable[];
  readonly problems: readonly LocatedProblem[];
  readonly reports: readonly TableReport[];
}

type Decoding = NonNullable<TableReport["encoding"]> | null;

class SourceSorter {
  readonly subjects: GivenTable[] = [];
  readonly constants: GivenTable[] = [];
  readonly history: GivenTable[] = [];
  readonly lists = new Map<number, GivenTable[]>();
  readonly problems: LocatedProblem[] = [];
  readonly reports: TableReport[] = [];

  constructor(
    private readonly program: Program,
    private readonly limits: TableLimits,
  ) {}

  add(source: TableSource): void {
    const target = targetOfRole(this.program, source.role, source.name);
    const table = target === null ? (source.name ?? "") : targetTitle(this.program, target);
    const place: Place = { table, file: source.file, format: source.format, sheet: null };
    if (target === null) {
      const expected = this.program.lists.map((list) => list.name);
      this.complain(place, { row: null, found: table, expected });
    } else if (source.format === "xlsx") {
      this.addWorkbook(target, place, source.bytes);
    } else if ("bytes" in source && source.bytes.length > this.limits.bytes) {
      this.tooLarge(place, { what: "bytes", limit: this.limits.bytes });
    } else {
      this.addText(target, place, source);
    }
  }

  private put(target: Target, given: GivenTable, report: Omit<TableReport, keyof Place>): void {
    if (target.role === "subjects") this.subjects.push(given);
    else if (target.role === "constants") this.constants.push(given);
    else if (target.role === "history") this.history.push(given);
    else this.lists.set(target.list, [...(this.lists.get(target.list) ?? []), given]);
    this.reports.push({ ...given.place, ...report });
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
    reason: "unreadable" | "unknown-column" | "too-large" = "unreadable",
  ): void {
    const complaints = new ProblemList(place);
    complaints.add({ index: null, row, column, found, reason, expected });
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
      const { found, headerRow, ...raw } = layOut(parsed.table, headersOfTarget(this.program, target), true);
      const { delimiter } = parsed.table;
      const report = { encoding, delimiter, layout: found, hiddenRows: 0, unusedSheets: [] };
      this.put(target, { place, raw, headerRow }, report);
    }
  }

  private addJson(target: Target, place: Place, text: string, encoding: Decoding): void {
    const { program } = this;
    const parsed = parseJson(text);
    if ("tooLarge" in parsed) return;
    if ("unreadable" in parsed) {
      this.unreadable(place, parsed.unreadable);
    } else if (parsed.table.kind === "rows") {
      this.putEntries(target, place, parsed.table.entries, encoding);
    } else if (target.role !== "subjects") {
      const value = target.role === "constants" ? Object.fromEntries(parsed.table.tables) : null;
      this.putEntries(target, place, value, encoding);
    } else {
      for (const [name, value] of parsed.table.tables) {
        const inside = targetNamed(program, name);
        if (inside === null) this.complain(place, { row: null, found: name, column: name }, "unknown-column");
        else this.putEntries(inside, { ...place, table: targetTitle(program, inside) }, value, encoding);
      }
    }
  }

  private putEntries(target: Target, place: Place, value: unknown, encoding: Decoding): void {
    // Constants are one record; a bare object stands for an array of one.
    const entries = Array.isArray(value) ? value : target.role === "constants" ? [value] : null;
    if (entries === null) {
      this.complain(place, { row: null, found: shownText(null), expected: ["no-rows"] });
      return;
    }
    if (entries.length > this.limits.rows) {
      this.tooLarge(place, { what: "rows", limit: this.limits.rows });
      return;
    }
    const { strays, ...raw } = tableOfEntries(entries);
    for (const row of strays) this.complain(place, { row, found: "", expected: ["no-rows"] });
    const report = { encoding, delimiter: null, layout: null, hiddenRows: 0, unusedSheets: [] };
    this.put(target, { place, raw, headerRow: null }, report);
  }

  /** A workbook of the subjects holds the other tables too, each in the sheet that bears its name. */
  private addWorkbook(target: Target, place: Place, bytes: Uint8Array): void {
    const opened = openWorkbook(bytes, this.limits);
    if ("unreadable" in opened) return this.unreadable(place, opened.unreadable);
    if ("tooLarge" in opened) return this.tooLarge(place, opened.tooLarge);
    const { sheets, system } = opened.table;
    const chosen: { readonly sheet: WorkbookSheet; readonly target: Target; readonly given: SheetGrid }[] = [];
    const seen = new Set<WorkbookSheet>();
    const take = (sheet: WorkbookSheet, into: Target, mayBeEmpty: boolean) => {
      if (seen.has(sheet)) return;
      seen.add(sheet);
      const inside = { ...place, table: targetTitle(this.program, into), sheet: sheet.name };
      const grid = sheet.read();
      if ("unreadable" in grid) this.unreadable(inside, grid.unreadable);
      else if ("tooLarge" in grid) this.tooLarge(inside, grid.tooLarge);
      else if (grid.table.rows.length > 0) chosen.push({ sheet, target: into, given: grid.table });
      else if (!mayBeEmpty) this.unreadable(inside, { row: null, found: "", why: "empty" });
    };

    const own = sheets.find(({ name }) => {
      const held = targetOfSheet(this.program, name);
      return held !== null && isSameTarget(held, target);
    });
    if (target.role === "subjects") {
      for (const sheet of sheets) {
        const inside = targetOfSheet(this.program, sheet.name);
        if (inside !== null && inside.role !== "subjects") take(sheet, inside, true);
      }
    }
    const isFree = (sheet: WorkbookSheet) =>
      !seen.has(sheet) && !sheet.isHidden && !isHelpSheet(this.program, sheet.name);
    const main = own ?? sheets.find(isFree);
    if (main !== undefined) take(main, target, false);
    else if (seen.size === 0) this.unreadable(place, { row: null, found: "", why: "empty" });

    const unusedSheets = sheets.filter(isFree).map(({ name }) => name);
    for (const [index, { sheet, target: into, given }] of chosen.entries()) {
      const { found, headerRow, ...raw } = layOut(given, headersOfTarget(this.program, into), false);
      this.put(
        into,
        {
          place: { ...place, table: targetTitle(this.program, into), sheet: sheet.name },
          raw: { ...raw, serials: system },
          headerRow,
        },
        {
          encoding: null,
          delimiter: null,
          layout: found,
          hiddenRows: given.hiddenRows,
          unusedSheets: index === 0 ? unusedSheets : [],
        },
      );
    }
  }
}

export function sortSources(program: Program, sources: readonly TableSource[], limits: TableLimits): GivenTables {
  const sorter = new SourceSorter(program, limits);
  for (const source of sources) sorter.add(source);
  const { subjects, lists, constants, history, problems, reports } = sorter;
  return { subjects, lists, constants, history, problems, reports };
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
