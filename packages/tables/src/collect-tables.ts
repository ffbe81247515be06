/**
 * Merges submitted tables into the present ones by key and period, cell by cell. Blank cells of a file change nothing; differing values are
 * reported with all their locations; doubtful rows and cells are reported and not merged. The result does not depend on the order of
 * the files.
 */
import { ownEntry } from "@yardstick/language";
import { NearNames, foldName, foldPeriod } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { assessorsOf } from "./form/assessors.js";
import type { InputTable } from "./input-tables.js";
import { inputGrids } from "./grid.js";
import type { TableLimits } from "./limits.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { LocatedProblem } from "./problem.js";
import type { RawRow } from "./raw-table.js";
import { completed } from "./steps.js";
import { headersOfTarget } from "./target.js";
import { writtenText } from "./written-text.js";
import type { CollectAnswers, Collected, PeriodQuestion, TextTable, UnmatchedRow } from "./collected.js";
import { CellsCollected } from "./cells-collected.js";
import { collectedFiles, noticesOf } from "./collected-files.js";
import { ListWriter } from "./list-writer.js";
import type { RecordCell } from "./merge-records.js";
import { mergeSideRows } from "./merge-side-rows.js";
import type { MergeSettings, PeriodDoubt, Stranger, SubjectsMerged, TableToMerge } from "./merge-subjects.js";
import { mergeSubjects } from "./merge-subjects.js";
import type { HandedIn, HandedInFile } from "./read-handed-in.js";
import { readHandedIn, tablesOf } from "./read-handed-in.js";
import type { Figure } from "./merge-figures.js";
import type { TableFacts } from "./settle-figures.js";
import { TableWriter } from "./table-writer.js";
import { contradicts } from "./said-period.js";
import { unusedAnswers } from "./unused-answers.js";

/** Options of `collectTables`. */
export interface CollectOptions {
  readonly limits?: Partial<TableLimits>;
  readonly answers?: CollectAnswers;
}

/** The tables of one kind, with facts about each. */
interface Gathered {
  readonly tables: readonly TableToMerge[];
  readonly facts: readonly TableFacts[];
}

class Collector {
  private readonly files: readonly HandedIn[];
  private readonly refused: readonly LocatedProblem[];
  private readonly merged: readonly HandedIn[];
  private readonly base: ReturnType<typeof inputGrids>;
  private readonly settings: MergeSettings;
  private readonly periods: readonly string[];
  /** Keys of rows that decisions refer to, folded. */
  private readonly keysFound = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly present: readonly TextTable[],
    files: readonly HandedInFile[],
    private readonly answers: CollectAnswers,
    limits: TableLimits,
  ) {
    const rows = answers.rows ?? {};
    this.base = inputGrids(
      program,
      present.map((table) => ({ ...table, file: "" })),
      {},
    );
    this.files = readHandedIn(program, files, { limits, rows, departments: answers.departments ?? {} });
    const byKey = new Map(Object.entries(answers.keys ?? {}).map(([key, said]) => [foldName(key), said] as const));
    this.settings = {
      keys: (key) => {
        const said = byKey.get(foldName(key)) ?? null;
        if (said !== null) this.keysFound.add(foldName(key));
        return said;
      },
      periods: answers.newPeriods ?? [],
    };
    this.periods = [...presentPeriods(program, this.base.subjects), ...(answers.newPeriods ?? [])];
    this.refused = this.files.flatMap((file) => this.refusal(file));
    const isRefused = (file: HandedIn) => this.refused.some((problem) => problem.file === file.file);
    this.merged = this.files.filter((file) => !isRefused(file));
  }

  /** The problem of a form of a period that is not collected. */
  private refusal({ file, mark }: HandedIn): readonly LocatedProblem[] {
    const { periods, program } = this;
    const said = mark?.period ?? null;
    if (said === null || periods.length === 0 || periods.some((period) => !contradicts(said, period))) return [];
    const at = { table: program.subject, file, format: "xlsx", sheet: null } as const;
    const of = { severity: "error", index: null, row: null, column: null, found: said } as const;
    return [{ ...at, ...of, reason: "other-period", expected: periods }];
  }

  private gathered(
    presentTables: readonly InputTable[],
    tablesOf: (file: HandedIn) => readonly InputTable[],
  ): Gathered {
    const { answers } = this;
    const presents = presentTables.map((input) => ({
      table: { input, isPresent: true },
      facts: { isPresent: true, file: "", department: null, modified: null },
    }));
    const handed = this.merged.flatMap((file) =>
      tablesOf(file).map((input) => {
        const { file: name, sheet } = input.location;
        const period =
          ownEntry(answers.periods ?? {}, `${name}[${sheet ?? ""}]`) ??
          ownEntry(answers.periods ?? {}, name) ??
          file.mark?.period ??
          null;
        const { department, modified } = file;
        return { table: { input, period }, facts: { isPresent: false, file: file.file, department, modified } };
      }),
    );
    const all = [...presents, ...handed];
    return { tables: all.map(({ table }) => table), facts: all.map(({ facts }) => facts) };
  }

  collect(): Collected {
    const { program, settings } = this;
    const subjects = this.gathered(this.base.subjects, ({ input }) => input.subjects);
    const merged = completed(mergeSubjects(program, subjects.tables, settings));
    const cells = new CellsCollected(this.answers, subjects.facts);
    const writer = new TableWriter(program, this.present, { role: "subjects" }, subjects.tables);
    const newRows = this.writeSubjects(merged, subjects, cells, writer);
    const keys = [...new Set(merged.keys.map(String))];
    const responsible = assessorsOf(program);
    const owners = { index: merged.index, names: new NearNames(keys), periods: merged.periods };
    const unmatched = merged.strangers.map((stranger) => unmatchedOf(stranger, "", subjects, owners.names, keys));
    const periods = merged.doubts.map((doubt) => questionOf(doubt, "", subjects));
    const lists = program.lists.map((list, at) => {
      const gathered = this.gathered(this.base.lists.get(at) ?? [], ({ input }) => input.lists.get(at) ?? []);
      const nested = merged.nested.filter((entries) => entries.list === at);
      const rows = { tables: gathered.tables, nested };
      const listWriter = new ListWriter(program, this.present, at, gathered.tables, merged);
      const ofRecords = new CellsCollected(this.answers, gathered.facts);
      const settleRecord = (cell: RecordCell) =>
        ofRecords.take(cell.figures, listWriter.idOf(cell), responsible.ofList(at), (figure) =>
          listWriter.placeOf(figure, cell.column),
        );
      const found = completed(mergeSideRows(program, list, rows, owners, { ...settings, settleRecord }));
      cells.add(ofRecords);
      unmatched.push(
        ...found.strangers.map((stranger) => unmatchedOf(stranger, list.name, gathered, owners.names, keys)),
      );
      periods.push(...found.doubts.map((doubt) => questionOf(doubt, list.name, gathered)));
      return { found, facts: gathered.facts, table: listWriter.write(found, gathered.facts) };
    });
    const constants = this.writeConstants(cells);
    const newTables = [writer.written(), ...lists.map(({ table }) => table), constants].flatMap((table) => table ?? []);
    const history = this.present.filter(({ role }) => role === "history");
    const questions = new Set(periods.map(({ file }) => file));
    const notices = noticesOf(program, this.files, { refused: this.refused, merged, lists });
    const files = collectedFiles(this.files, {
      refused: this.refused,
      lists,
      cells,
      unmatched,
      notices,
      questions,
    });
    const handed = this.files.flatMap(({ input }) => tablesOf(input));
    const aside = handed.flatMap(({ table }) =>
      table.aside.flatMap(({ key, verdict: { by } }) => (by === "person" ? [key] : [])),
    );
    for (const key of aside) this.keysFound.add(foldName(key));
    const places = handed.flatMap(({ table: { location: at } }) => [at.file, `${at.file}[${at.sheet ?? ""}]`]);
    return {
      tables: [...newTables, ...history],
      files,
      subjects: newRows,
      new: cells.fresh,
      changed: cells.changed,
      conflicts: cells.conflicts,
      unmatched,
      nearKeys: this.base.subjects.length > 0 ? [] : nearPairs(keys, this.answers),
      periods,
      ...notices,
      unusedAnswers: unusedAnswers(this.answers, {
        cells: cells.decided,
        keys: this.keysFound,
        rows: new Set(
          [...keys, ...unmatched.map(({ key }) => key), ...notices.aside.map(({ key }) => key)].map(foldName),
        ),
        places: new Set(places),
        files,
        periods: merged.periods.flatMap((period) => (period === null ? [] : String(period))),
      }),
    };
  }

  /** Writes the merged cells; returns the new subjects. */
  private writeSubjects(
    merged: SubjectsMerged,
    { facts }: Gathered,
    cells: CellsCollected,
    writer: TableWriter,
  ): Collected["subjects"] {
    const { program } = this;
    const { ofField } = assessorsOf(program);
    const owners = program.fields.map(ofField);
    const unread = new Set(merged.problems.map(({ index, column }) => `${index ?? ""}/${column ?? ""}`));
    const presentRows = new Map<number, RawRow>();
    for (const [at, placed] of merged.placed.entries()) {
      if (facts[at]?.isPresent !== true) continue;
      for (const { row, into } of placed) if (!presentRows.has(into)) presentRows.set(into, row);
    }
    const fresh: { key: string; period: string | null }[] = [];
    for (const [row, key] of merged.keys.entries()) {
      const period = merged.periods[row] ?? null;
      const id = { key: String(key ?? ""), period: period === null ? null : String(period) };
      const there = presentRows.get(row);
      if (there === undefined) fresh.push(id);
      writer.begin(there?.row ?? null, id);
      for (const [at, field] of program.fields.entries()) {
        if (at === program.key || at === program.period || field.type.kind === "list") continue;
        const column = merged.figures[at];
        const state = column?.stateOf(row) ?? "none";
        if (column === undefined || state === "none") {
          if (unread.has(`${row}/${field.name}`)) writer.putUnread(at, row, merged);
          continue;
        }
        // Nearly all cells of a second collection are unchanged.
        const first = state === "agreed" ? column.first(row) : null;
        if (first !== null && facts[first.table]?.isPresent === true) continue;
        if (first !== null && there === undefined) {
          cells.countNew(first.table);
          writer.put(at, first);
          continue;
        }
        const placeOf = (figure: Figure) => writer.placeOf(figure, at);
        const counts = cells.take(column.at(row), { ...id, field: field.name }, owners[at] ?? [], placeOf);
        if (counts !== null) writer.put(at, counts);
      }
    }
    cells.countRepeated(merged.figures);
    return fresh;
  }

  /** Merges the constants, a single row without a key. */
  private writeConstants(cells: CellsCollected): TextTable | null {
    const { program } = this;
    if (program.constants.length === 0) return null;
    const { tables, facts } = this.gathered(this.base.constants, ({ input }) => input.constants);
    const writer = new TableWriter(program, this.present, { role: "constants" }, tables);
    const presentRow = tables.find(({ isPresent }) => isPresent === true)?.input.raw.rows[0]?.row ?? null;
    writer.begin(presentRow, { key: "", period: null });
    const of = new CellsCollected(this.answers, facts);
    for (const [at, field] of program.constants.entries()) {
      const figures = writer.figuresOf(at);
      const counts = of.take(figures, { key: "", period: null, field: field.name }, [], (figure) =>
        writer.placeOf(figure, at),
      );
      if (counts !== null) writer.put(at, counts);
    }
    cells.add(of);
    return writer.written();
  }
}

/** The periods of the present rows, as written. */
function presentPeriods(program: Program, tables: readonly InputTable[]): readonly string[] {
  if (program.period === null) return [];
  const known = headersOfTarget(program, { role: "subjects" });
  const found = tables.flatMap(({ raw }) => {
    const at = raw.headers.findIndex((header) => known.find(header) === program.period);
    return raw.rows.map(({ cells }) => writtenText(cells[at], undefined)).filter((text) => text !== "");
  });
  const byFold = new Map(found.map((text) => [foldPeriod(text), text] as const));
  return [...byFold.values()];
}

function unmatchedOf(
  { table, row, key, period, why }: Stranger,
  list: string,
  { tables }: Gathered,
  names: NearNames,
  keys: readonly string[],
): UnmatchedRow {
  const near = why === "period" ? [] : names.near(key);
  const nearest = near.length > 0 || why === "period" ? null : sameBeginning(key, keys);
  const { file = "", sheet = null } = tables[table]?.input.location ?? {};
  const origin = { file, sheet, row: row.row, cell: null };
  return { list, key, period, why, near: nearest === null ? near : [nearest], origin };
}

/** The number of equal initial letters from which two names probably mean the same: 槐树居委会 for 槐树社区. */
const BEGINNING = 2;

/** The only key with the same initial letters as a name; null where there is none or several. */
function sameBeginning(name: string, keys: readonly string[]): string | null {
  const beginning = [...foldName(name)].slice(0, BEGINNING).join("");
  const [only, ...others] = keys.filter((key) => foldName(key).startsWith(beginning));
  return beginning.length < BEGINNING || only === undefined || others.length > 0 ? null : only;
}

function questionOf({ table, said, period, rows }: PeriodDoubt, list: string, { tables }: Gathered): PeriodQuestion {
  const { file = "", sheet = null } = tables[table]?.input.location ?? {};
  return { file, sheet, list, said: said.period, where: said.where, period, rows };
}

/** New keys that are one slip from others, without those that the user declares to be subjects of their own. */
function nearPairs(keys: readonly string[], answers: CollectAnswers): Collected["nearKeys"] {
  const names = new NearNames(keys);
  const own = new Set(
    Object.entries(answers.keys ?? {}).flatMap(([key, said]) => (said === "new" ? [foldName(key)] : [])),
  );
  return keys.flatMap((key) => {
    const near = own.has(foldName(key)) ? [] : names.slips(key).filter((other) => !own.has(foldName(other)));
    return near.length === 0 ? [] : [{ key, near }];
  });
}

/**
 * Merges submitted files into the present tables. Without present tables, the subjects of the files are new. Never throws for the content
 * of files.
 */
export function collectTables(
  program: Program,
  present: readonly TextTable[],
  files: readonly HandedInFile[],
  { limits = {}, answers = {} }: CollectOptions = {},
): Collected {
  return new Collector(program, present, files, answers, { ...DEFAULT_TABLE_LIMITS, ...limits }).collect();
}
