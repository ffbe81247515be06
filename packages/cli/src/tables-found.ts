/**
 * Finds the data files of a run: those named by options, else files beside the data or the rubric that have the names of its tables.
 */
import { dirname, extname, join } from "node:path";
import { CONSTANTS_TABLE, HISTORY_TABLE } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { TableSource } from "@yardstick/tables";
import { ENCODINGS, encodingNamed, looksLikeWorkbook, tablesInWorkbook } from "@yardstick/tables";
import type { Encoding } from "@yardstick/tables";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import { STDIN } from "./files.js";
import type { RunLimits } from "./run-limits.js";

/** The options that name data files. */
export interface TableOptions {
  readonly data: readonly string[];
  /** The sheet of the workbooks among the data. */
  readonly sheet: string | undefined;
  /** Values of the form `LIST=FILE`. */
  readonly table: readonly string[];
  readonly history: string | undefined;
  /** The encoding of all CSV files. */
  readonly encoding: string | undefined;
  /** Whether the history file may be missing, as when results are appended to a new one. */
  readonly mayLackHistory?: boolean;
}

/** The data files of a run. */
export interface TablesFound {
  readonly sources: readonly TableSource[];
  /** The history file that is read, or its default path. */
  readonly history: string;
}

type ExpectedSource = Pick<TableSource, "role" | "name">;

/** In order of preference. */
const EXTENSIONS = [".csv", ".xlsx", ".json"];

/** Checks the value of `--encoding`. Throws a `Failure` for an unknown one. */
export function encodingOf(name: string | undefined, { messages }: Context): Encoding | undefined {
  if (name === undefined) return undefined;
  const encoding = encodingNamed(name);
  if (encoding === null) {
    throw new Failure(WRONG_USAGE, messages.usage.badValue("--encoding", name, ENCODINGS.join(", ")));
  }
  return encoding;
}

const BRACE = /^\s*[[{]/u;

interface SourceOptions {
  readonly encoding: Encoding | undefined;
  readonly sheet?: string | undefined;
  readonly limits: RunLimits;
}

/** Reads a data file. A workbook is recognised by its first bytes; JSON by the extension, on standard input by the first character. */
export async function readSource(
  path: string,
  expected: ExpectedSource,
  { encoding, sheet, limits }: SourceOptions,
  context: Context,
): Promise<TableSource> {
  const inProject = context.files.projectTable(path);
  if (inProject !== null) return { ...expected, file: path, format: "csv", ...inProject };
  const { progress, messages } = context;
  const bytes = await context.files.longFile(path, limits.tables.bytes, (done, all) =>
    progress.notify(messages.progress.reading(path, all === 0 ? 100 : Math.floor((100 * done) / all))),
  );
  const common = { ...expected, file: path, bytes };
  const extension = extname(path).toLowerCase();
  if (looksLikeWorkbook(bytes) || extension === ".xlsx" || extension === ".xls")
    return { ...common, format: "xlsx", sheet };
  const isJson = path === STDIN ? BRACE.test(new TextDecoder().decode(bytes.subarray(0, 100))) : extension === ".json";
  return { ...common, format: isJson ? "json" : "csv", encoding };
}

/** The first of `NAME.csv`, `NAME.xlsx`, `NAME.json` in the folders; null where there is none. Others in the same folder are reported. */
export function tableBeside(
  name: string,
  folders: readonly string[],
  context: Context,
  extensions: readonly string[] = EXTENSIONS,
): string | null {
  // Names of lists are arbitrary; only those that are plain file names are searched on disk.
  const isPlain = !/[/\\]/u.test(name) && !name.startsWith(".");
  for (const folder of folders) {
    const [found, ...others] = extensions
      .map((extension) => join(folder, name + extension))
      .filter((path) => context.files.projectTable(path) !== null || (isPlain && context.files.exists(path)));
    if (found === undefined) continue;
    for (const other of others) note(context, context.messages.notUsed(other, found));
    return found;
  }
  return null;
}

/** Splits `LIST=NAME`: the list in composed form, and what it is set to; null where the value is not of this form. */
export function splitEntry(value: string): { readonly list: string; readonly name: string } | null {
  const at = value.indexOf("=");
  const name = value.slice(at + 1);
  return at < 1 || name === "" ? null : { list: value.slice(0, at).trim().normalize("NFC"), name };
}

/** Splits `LIST=FILE`. Throws a `Failure` where the rubric has no such list. */
export function namedTable(
  value: string,
  program: Program,
  { messages }: Context,
): { readonly expected: ExpectedSource; readonly path: string } {
  const split = splitEntry(value);
  if (split === null) throw new Failure(WRONG_USAGE, messages.badTable(value));
  const { list: name, name: path } = split;
  if (program.lists.some((list) => list.name === name)) return { expected: { role: "list", name }, path };
  if (name === CONSTANTS_TABLE) return { expected: { role: "constants" }, path };
  if (name === HISTORY_TABLE) return { expected: { role: "history" }, path };
  const known = program.lists.map((list) => list.name);
  throw new Failure(WRONG_USAGE, messages.unknownTable(name, known));
}

/** Throws a `Failure` where `--sheet` is used without a workbook. */
export function checkSheetOption(
  sheet: string | undefined,
  sources: readonly TableSource[],
  { messages }: Context,
): void {
  if (sheet !== undefined && sources.length > 0 && !sources.some(({ format }) => format === "xlsx")) {
    throw new Failure(WRONG_USAGE, messages.noWorkbook(sources.map(({ file }) => file)));
  }
}

/** Reads all data files of the rubric at the path `rubric`. Throws a `Failure` where there is no data. */
export async function findTables(
  program: Program,
  rubric: string,
  options: TableOptions & { readonly limits: RunLimits },
  context: Context,
): Promise<TablesFound> {
  const { limits } = options;
  const besideRubric = rubric === STDIN ? "." : dirname(rubric);
  const named = options.table.map((value) => namedTable(value, program, context));
  const encoding = encodingOf(options.encoding, context);
  const sources: TableSource[] = [];
  const read = async (path: string, expected: ExpectedSource) => {
    const sheet = expected.role === "subjects" ? options.sheet : undefined;
    sources.push(await readSource(path, expected, { encoding, sheet, limits }, context));
  };

  const data = [...options.data];
  if (data.length === 0) {
    const found = tableBeside("data", [besideRubric], context);
    if (found === null) {
      const tried = EXTENSIONS.map((extension) => join(besideRubric, `data${extension}`));
      throw new Failure(NO_FILE, context.messages.noData(tried));
    }
    data.push(found);
  }
  for (const path of data) await read(path, { role: "subjects" });
  checkSheetOption(options.sheet, sources, context);
  const inWorkbooks = context.progress.busy(context.messages.progress.arranging, () =>
    tablesInWorkbooks(program, sources, limits),
  );
  for (const { expected, path } of named) await read(path, expected);

  // Other tables are searched beside the data, then beside the rubric.
  const folders = [...new Set([...data.filter((path) => path !== STDIN).map((path) => dirname(path)), besideRubric])];
  const isNamed = (role: ExpectedSource["role"], name: string) =>
    named.some(({ expected }) => expected.role === role && (role !== "list" || expected.name === name));
  /** Whether a table is named by an option or contained in a workbook with at least one row. An unused file of its name is reported. */
  const isProvided = (role: ExpectedSource["role"], name: string): boolean => {
    if (isNamed(role, name)) return true;
    const holder = inWorkbooks.get(name);
    if (holder === undefined || holder.rows === 0) return false;
    const other = tableBeside(name, folders, context);
    if (other !== null) note(context, context.messages.notUsed(other, holder.file));
    return true;
  };
  for (const { name } of program.lists) {
    if (isProvided("list", name)) continue;
    const path = tableBeside(name, folders, context);
    const isKnownEmpty = inWorkbooks.has(name) || sources.some(({ format }) => format === "json");
    if (path !== null) await read(path, { role: "list", name });
    else if (!isKnownEmpty) note(context, context.messages.emptyList(name));
  }
  if (program.constants.length > 0 && !isProvided("constants", CONSTANTS_TABLE)) {
    const path = tableBeside(CONSTANTS_TABLE, folders, context);
    if (path !== null) await read(path, { role: "constants" });
  }
  const besideData = join(folders[0] ?? ".", `${HISTORY_TABLE}.csv`);
  const namedHistory = named.find(({ expected }) => expected.role === "history")?.path;
  if (isProvided("history", HISTORY_TABLE)) return { sources, history: namedHistory ?? besideData };
  const history = options.history ?? tableBeside(HISTORY_TABLE, folders, context);
  // The history file to append to may not exist yet.
  const isNew = history !== null && options.mayLackHistory === true && !context.files.exists(history);
  if (history !== null && !isNew) await read(history, { role: "history" });
  return { sources, history: history ?? besideData };
}

interface Holder {
  readonly file: string;
  readonly rows: number;
}

/** The tables contained in sheets of the workbooks, by name. */
function tablesInWorkbooks(
  program: Program,
  sources: readonly TableSource[],
  limits: RunLimits,
): ReadonlyMap<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const source of sources) {
    if (source.format !== "xlsx") continue;
    for (const [name, rows] of tablesInWorkbook(program, source.bytes, limits.tables)) {
      const known = holders.get(name)?.rows ?? 0;
      if (!holders.has(name) || known === 0) holders.set(name, { file: source.file, rows });
    }
  }
  return holders;
}
