/**
 * Collects the raw tables of all input files by role: subjects, each list, constants and history. One workbook or one JSON file may
 * contain all of them, one table for each sheet or property.
 */
import type { Cancellation, ProblemReason, ProblemSeverity, RowChoices } from "@yardstick/engine";
import { isRecordHeader } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { parseCsv } from "./csv.js";
import { parseCsvColumns } from "./csv-columns.js";
import type { Encoding } from "./encoding.js";
import { encodingOf } from "./encoding.js";
import type { FormMark } from "./form-mark.js";
import { markDiffers, markIn } from "./form-mark.js";
import { InputTableList, allChoices } from "./input-tables.js";
import { parseJson } from "./json.js";
import { detectLayout } from "./layout.js";
import { gridsWithin } from "./stacked-grids.js";
import { detectColumnsLayout } from "./layout-columns.js";
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { NamedTablesFound } from "./named-tables.js";
import { tableOfValue, tablesByName } from "./named-tables.js";
import { nearestName } from "./nearest-name.js";
import type { LocatedProblem, TableLocation } from "./problem.js";
import { ProblemList } from "./problem.js";
import type { Grid, TooLarge, Unreadable } from "./raw-table.js";
import { withRecordIds } from "./record-ids.js";
import type { TableReport } from "./report.js";
import type { ChosenSheet } from "./sheet-choice.js";
import { chooseSheets } from "./sheet-choice.js";
import type { Steps } from "./steps.js";
import { completed } from "./steps.js";
import type { Target } from "./target.js";
import { headersOfTarget, targetOfRole, targetTitle } from "./target.js";
import { targetOfSheet } from "./table-sheets.js";
import { columnLetters } from "./xlsx/column-letters.js";
import type { DateSystem } from "./xlsx/serial-date.js";
import type { SheetGrid } from "./xlsx/workbook.js";
import { withDoubtfulNumbers, withoutContinuedColumns } from "./xlsx/merged-cells.js";
import { openWorkbook } from "./xlsx/workbook.js";

interface SourceCommon extends RowChoices {
  readonly role: "subjects" | "list" | "history" | "constants";
  /** Name of the list; ignored for the other roles. */
  readonly name?: string;
  /** Name shown with problems; the file is not opened. */
  readonly file: string;
}

/** A table file as text or as bytes; without `encoding` the encoding is detected. */
export type TableSource = SourceCommon &
  (
    | { readonly format: "csv" | "json"; readonly text: string }
    | { readonly format: "csv" | "json"; readonly bytes: Uint8Array; readonly encoding?: Encoding | undefined }
    | {
        readonly format: "xlsx";
        readonly bytes: Uint8Array;
        /** Name of the sheet to read; without it the sheet is found by the table's name, else by its headers. */
        readonly sheet?: string | undefined;
      }
  );

/** Reasons of problems with a whole file or sheet. */
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
  | "other-form"
  | "outdated-form"
>;

/** Bytes of a file that is decoded as one text: JSON, and CSV that cannot be split as bytes. Longer texts cannot be held. */
const MAX_TEXT = 0x1fffffe8;

/** Half of a surrogate pair, which cannot be encoded. */
const LONE_SURROGATE = /\p{Surrogate}/u;

type Decoding = NonNullable<TableReport["encoding"]> | null;

class InputCollector {
  private readonly problems: LocatedProblem[];

  constructor(
    private readonly program: Program,
    private readonly limits: TableLimits,
    private readonly input: InputTableList,
    private readonly options: {
      /** Whether all sheets of a workbook that contain a table of the rubric are read, instead of the best one. */
      readonly readsEverySheet: boolean;
      readonly signal: Cancellation | undefined;
    },
  ) {
    this.problems = input.problems;
  }

  add(source: TableSource): void {
    const target = targetOfRole(this.program, source.role, source.name);
    const table = target === null ? (source.name ?? "") : targetTitle(this.program, target);
    const location: TableLocation = { table, file: source.file, format: source.format, sheet: null };
    if (target === null) {
      const expected = this.program.lists.map((list) => list.name);
      this.reportProblem(location, { row: null, found: table, expected });
    } else if (source.format === "xlsx") {
      this.addWorkbook(target, location, source.bytes, source.sheet ?? null);
    } else if ("bytes" in source && source.bytes.length > this.limits.bytes) {
      this.tooLarge(location, { what: "bytes", limit: this.limits.bytes });
    } else {
      this.addText(target, location, source);
    }
  }

  private reportProblem(
    location: TableLocation,
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
    const problemList = new ProblemList(location);
    problemList.add({ severity, index: null, row, column, found, reason, expected });
    this.problems.push(...problemList.found);
  }

  private unreadable(location: TableLocation, { row, found, why }: Unreadable): void {
    this.reportProblem(location, { row, found, expected: [why] });
  }

  private tooLarge(location: TableLocation, { what, limit }: TooLarge): void {
    this.reportProblem(location, { row: null, found: what, expected: [what, String(limit)] }, "too-large");
  }

  private addText(
    target: Target,
    location: TableLocation,
    source: Exclude<TableSource, { readonly format: "xlsx" }>,
  ): void {
    const known = headersOfTarget(this.program, target);
    const bytes = "bytes" in source ? source.bytes : null;
    const encoding =
      bytes === null ? null : encodingOf(bytes, "bytes" in source ? source.encoding : undefined, known.names);
    if (source.format === "csv" && this.addColumns(target, location, source, encoding)) return;
    if (bytes !== null && bytes.length > MAX_TEXT) return this.tooLarge(location, { what: "bytes", limit: MAX_TEXT });
    const text = "text" in source ? source.text : new TextDecoder(encoding?.encoding).decode(source.bytes);
    if (source.format === "json") {
      this.addJson(target, location, text, encoding);
      return;
    }
    const parsed = parseCsv(text, this.limits);
    if ("unreadable" in parsed) {
      this.unreadable(location, parsed.unreadable);
    } else if ("tooLarge" in parsed) {
      this.tooLarge(location, parsed.tooLarge);
    } else {
      const { delimiter } = parsed.table;
      for (const grid of this.gridsIn(target, parsed.table)) {
        const { found, headerRow, ...raw } = detectLayout(grid, known, true);
        const report = { encoding, delimiter, layout: found, unusedSheets: [] };
        this.input.put(target, { location, raw, headerRow }, report);
      }
    }
  }

  /** Adds a CSV file as columns; false where its text has to be parsed as a whole. */
  private addColumns(
    target: Target,
    location: TableLocation,
    source: Exclude<TableSource, { readonly format: "xlsx" }>,
    encoding: Decoding,
  ): boolean {
    const isText = "text" in source;
    if (isText ? LONE_SURROGATE.test(source.text) : encoding === null || encoding.malformed > 0) return false;
    const bytes = isText ? new TextEncoder().encode(source.text) : source.bytes;
    const { signal } = this.options;
    const parsed = completed(parseCsvColumns(bytes, encoding?.encoding ?? "utf-8", this.limits), signal);
    if (parsed === null || "unreadable" in parsed) return false;
    if ("tooLarge" in parsed) {
      this.tooLarge(location, parsed.tooLarge);
      return true;
    }
    const { columns, delimiter } = parsed.table;
    const detected = detectColumnsLayout(columns, headersOfTarget(this.program, target));
    if (detected === null) return false;
    const { found, headerRow, table } = detected;
    const report = { encoding, delimiter, layout: found, unusedSheets: [] };
    this.input.put(target, { location, raw: table, headerRow }, report, signal);
    return true;
  }

  private addJson(target: Target, location: TableLocation, text: string, encoding: Decoding): void {
    const parsed = parseJson(text);
    if ("tooLarge" in parsed) return;
    if ("unreadable" in parsed) {
      this.unreadable(location, parsed.unreadable);
    } else if (parsed.table.kind === "rows") {
      this.putNamed(tableOfValue(location, target, parsed.table.entries, this.limits), encoding);
    } else if (target.role !== "subjects") {
      const value = target.role === "constants" ? Object.fromEntries(parsed.table.tables) : null;
      this.putNamed(tableOfValue(location, target, value, this.limits), encoding);
    } else {
      this.putNamed(tablesByName(this.program, location, parsed.table.tables, this.limits), encoding);
    }
  }

  private putNamed(steps: Steps<NamedTablesFound>, encoding: Decoding): void {
    const { tables, problems } = completed(steps);
    const report = { encoding, delimiter: null, layout: null, unusedSheets: [] };
    for (const { target, input } of tables) this.input.put(target, input, report);
    this.problems.push(...problems);
  }

  /** Whether an entry form belongs to another rubric. Reports that, and columns that have changed since the form was made. */
  private isOfOtherRubric(location: TableLocation, mark: FormMark): boolean {
    const differs = markDiffers(this.program, mark);
    if (differs === null) return false;
    const expected = [mark.title, mark.edition, this.program.title ?? "", this.program.edition?.name ?? ""];
    const problem = { row: null, found: mark.title, expected };
    if (differs === "rubric") this.reportProblem(location, problem, "other-form");
    else this.reportProblem(location, problem, "outdated-form", "warning");
    return differs === "rubric";
  }

  /** Adds the sheets of a workbook. A workbook of the subjects may contain the other tables too, each in the sheet of its name. */
  private addWorkbook(target: Target, location: TableLocation, bytes: Uint8Array, requested: string | null): void {
    const opened = openWorkbook(bytes, this.limits);
    if ("unreadable" in opened) return this.unreadable(location, opened.unreadable);
    if ("tooLarge" in opened) return this.tooLarge(location, opened.tooLarge);
    const { system } = opened.table;
    const found = markIn(opened.table.sheets);
    if (found !== null) {
      if (this.isOfOtherRubric(location, found.mark)) return;
      this.input.marks.push(found.mark);
    }
    const sheets = opened.table.sheets.filter((sheet) => sheet !== found?.sheet);
    const isEvery = this.options.readsEverySheet && target.role === "subjects" && requested === null;
    const choice = chooseSheets(this.program, target, sheets, { requested, isEvery });
    const { main, others, rivals, unused, fitting } = choice;
    if (main === null && requested !== null) {
      const expected = sheets.map(({ name }) => name);
      return this.reportProblem(location, { row: null, found: requested, expected }, "missing-sheet");
    }
    if (main === null && others.length === 0) this.unreadable(location, { row: null, found: "", why: "empty" });
    const reportedWith = main?.sheet ?? others[0]?.sheet;
    for (const { sheet, target: into, grid } of [...others, ...(main === null ? [] : [main])]) {
      const inside = { ...location, table: targetTitle(this.program, into), sheet: sheet.name };
      if ("unreadable" in grid) this.unreadable(inside, grid.unreadable);
      else if ("tooLarge" in grid) this.tooLarge(inside, grid.tooLarge);
      else if (grid.table.rows.length > 0) {
        if (sheet.isHidden) this.note(inside, "hidden-sheet", sheet.name, ["read"]);
        this.putSheet(into, inside, grid.table, {
          system,
          unusedSheets: sheet === reportedWith ? [...unused, ...fitting] : [],
        });
      } else if (sheet === main?.sheet) this.unreadable(inside, { row: null, found: "", why: "empty" });
    }
    if (main !== null && rivals.length > 0) {
      const inside = { ...location, sheet: main.sheet.name };
      this.reportProblem(inside, { row: null, found: main.sheet.name, expected: rivals }, "several-sheets", "warning");
    }
    this.reportNearSheets(location, others, unused);
    for (const name of requested === null ? fitting : [])
      this.note({ ...location, sheet: name }, "hidden-sheet", name, ["fits"], "warning");
    // A workbook with history or a list in the sheet of its name may contain any other sheets.
    const isOwn = main !== null && targetOfSheet(this.program, main.sheet.name)?.role === target.role;
    if (unused.length > 0 && (target.role === "subjects" || !isOwn)) {
      this.note(location, "unused-sheets", unused[0] ?? "", unused);
    }
  }

  private note(
    location: TableLocation,
    reason: SourceProblem,
    found: string,
    expected: readonly string[],
    severity: ProblemSeverity = "note",
  ): void {
    this.reportProblem(location, { row: null, found, expected }, reason, severity);
  }

  private putSheet(
    into: Target,
    location: TableLocation,
    grid: SheetGrid,
    { system, unusedSheets }: { readonly system: DateSystem; readonly unusedSheets: readonly string[] },
  ): void {
    const whole = grid.merges.length === 0 ? grid : { ...grid, rows: withoutContinuedColumns(grid.rows) };
    for (const [number, part] of this.gridsIn(into, whole).entries())
      this.putGrid(into, location, part, {
        system,
        unusedSheets: number === 0 ? unusedSheets : [],
        isFirst: number === 0,
      });
  }

  /** The tables in a grid of subjects or list rows. */
  private gridsIn<G extends Grid>(target: Target, grid: G): readonly G[] {
    return target.role === "subjects" || target.role === "list"
      ? gridsWithin(grid, headersOfTarget(this.program, target))
      : [grid];
  }

  private putGrid(
    into: Target,
    location: TableLocation,
    grid: SheetGrid,
    {
      system,
      unusedSheets,
      isFirst,
    }: { readonly system: DateSystem; readonly unusedSheets: readonly string[]; readonly isFirst: boolean },
  ): void {
    const known = headersOfTarget(this.program, into);
    const { found, headerRow, ...raw } = detectLayout(grid, known, false);
    const rows = grid.merges.length === 0 ? raw.rows : withDoubtfulNumbers(raw.rows, known.keyColumn(raw.headers));
    const hiddenRows = isFirst ? grid.hiddenRows : 0;
    const hiddenColumns = grid.hiddenColumns.flatMap((column) => {
      const header = raw.headers[column]?.trim() ?? "";
      return isRecordHeader(header) ? [] : [header === "" ? columnLetters(column) : header];
    });
    if (hiddenRows > 0) this.note(location, "hidden-rows", String(hiddenRows), [String(hiddenRows)]);
    if (hiddenColumns.length > 0) this.note(location, "hidden-columns", hiddenColumns[0] ?? "", hiddenColumns);
    this.input.put(
      into,
      { location, raw: { ...raw, rows, serials: system }, headerRow },
      { encoding: null, delimiter: null, layout: found, unusedSheets },
    );
  }

  /** Reports unused sheets whose name resembles that of a list without a sheet. */
  private reportNearSheets(location: TableLocation, others: readonly ChosenSheet[], unused: readonly string[]): void {
    const isHeld = (list: number) => others.some(({ target }) => target.role === "list" && target.list === list);
    const requested = this.program.lists.map(({ name }) => name).filter((_, list) => !isHeld(list));
    for (const name of unused) {
      const near = nearestName(name, requested);
      if (near === null) continue;
      const inside = { ...location, table: near, sheet: name };
      this.reportProblem(inside, { row: null, found: name, expected: [near] }, "unknown-sheet", "warning");
    }
  }
}

/**
 * Reads the raw tables of the sources, sorted by role. With `readsEverySheet`, every sheet of a workbook that contains a table is read, such
 * as one sheet a month; by default this is so where several files are merged.
 */
export function sortSources(
  program: Program,
  sources: readonly TableSource[],
  limits: TableLimits,
  rows: RowChoices,
  {
    readsEverySheet = sources.filter(({ role }) => role === "subjects").length > 1,
    signal,
  }: { readonly readsEverySheet?: boolean; readonly signal?: Cancellation | undefined } = {},
): InputTableList {
  const input = new InputTableList(program, allChoices([rows, ...sources]));
  const collector = new InputCollector(program, limits, input, { readsEverySheet, signal });
  for (const source of sources) collector.add(source);
  return input;
}

/** The tables other than the subjects that a workbook contains, by name (`constants` and `history` included), with their number of rows. */
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
    const known = headersOfTarget(program, target);
    const rows = "table" in grid ? withRecordIds(detectLayout(grid.table, known, false), known).rows : [];
    found.set(targetTitle(program, target), rows.length);
  }
  return found;
}
