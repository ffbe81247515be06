/**
 * Which data files a run reads: those that were named, else those that lie beside, by the names that the rubric gives its
 * tables.
 */
import { dirname, extname, join } from "node:path";
import type { Program } from "@yardstick/language/program";
import type { TableSource } from "@yardstick/tables";
import {
  CONSTANTS_TABLE,
  ENCODINGS,
  HISTORY_TABLE,
  encodingNamed,
  looksLikeWorkbook,
  tablesInWorkbook,
} from "@yardstick/tables";
import type { Encoding } from "@yardstick/tables";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import { STDIN } from "./files.js";
import type { RunLimits } from "./run-limits.js";

export interface TableOptions {
  readonly data: readonly string[];
  /** Of the workbooks among the data. */
  readonly sheet: string | undefined;
  /** `LIST=FILE` each. */
  readonly table: readonly string[];
  readonly history: string | undefined;
  /** Of all CSV files of the run. */
  readonly encoding: string | undefined;
  readonly mayLackHistory?: boolean;
}

export interface TablesFound {
  readonly sources: readonly TableSource[];
  /** The history file that is read, or where one would lie. */
  readonly history: string;
}

type ExpectedSource = Pick<TableSource, "role" | "name">;

/** In the order of preference where several lie there. */
const EXTENSIONS = [".csv", ".xlsx", ".json"];

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

/** A data file; what it is, is seen from its beginning rather than from its name. */
export async function readSource(
  path: string,
  wanted: ExpectedSource,
  { encoding, sheet, limits }: SourceOptions,
  context: Context,
): Promise<TableSource> {
  const inProject = context.files.projectTable(path);
  if (inProject !== null) return { ...wanted, file: path, format: "csv", ...inProject };
  const { progress, messages } = context;
  const bytes = await context.files.longFile(path, limits.tables.bytes, (done, all) =>
    progress.notify(messages.progress.reading(path, all === 0 ? 100 : Math.floor((100 * done) / all))),
  );
  const common = { ...wanted, file: path, bytes };
  const extension = extname(path).toLowerCase();
  if (looksLikeWorkbook(bytes) || extension === ".xlsx" || extension === ".xls")
    return { ...common, format: "xlsx", sheet };
  const isJson = path === STDIN ? BRACE.test(new TextDecoder().decode(bytes.subarray(0, 100))) : extension === ".json";
  return { ...common, format: isJson ? "json" : "csv", encoding };
}

/** The first of `NAME.csv`, `NAME.xlsx`, `NAME.json` that lies in one of the folders; others beside it are told of. */
function beside(name: string, folders: readonly string[], context: Context): string | null {
  // A list may be called anything; only what is a plain file name is looked for on the disk.
  const isPlain = !/[/\\]/u.test(name) && !name.startsWith(".");
  for (const folder of folders) {
    const [found, ...others] = EXTENSIONS.map((extension) => join(folder, name + extension)).filter(
      (path) => context.files.projectTable(path) !== null || (isPlain && context.files.exists(path)),
    );
    if (found === undefined) continue;
    for (const other of others) note(context, context.messages.notUsed(other, found));
    return found;
  }
  return null;
}

/** Splits `LIST=FILE`, and holds the name to the lists that there are. */
function namedTable(
  value: string,
  program: Program,
  { messages }: Context,
): { readonly wanted: ExpectedSource; readonly path: string } {
  const at = value.indexOf("=");
  const name = value.slice(0, at).trim().normalize("NFC");
  const path = value.slice(at + 1);
  if (at < 1 || path === "") throw new Failure(WRONG_USAGE, messages.badTable(value));
  if (program.lists.some((list) => list.name === name)) return { wanted: { role: "list", name }, path };
  if (name === CONSTANTS_TABLE) return { wanted: { role: "constants" }, path };
  if (name === HISTORY_TABLE) return { wanted: { role: "history" }, path };
  const known = program.lists.map((list) => list.name);
  throw new Failure(WRONG_USAGE, messages.unknownTable(name, known));
}

/** A sheet can only be named of a workbook. */
export function checkSheetOption(
  sheet: string | undefined,
  sources: readonly TableSource[],
  { messages }: Context,
): void {
  if (sheet !== undefined && sources.length > 0 && !sources.some(({ format }) => format === "xlsx")) {
    throw new Failure(WRONG_USAGE, messages.noWorkbook(sources.map(({ file }) => file)));
  }
}

/** `rubric` is the rubric's path; throws a `Failure` where there is no data at all. */
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
  const read = async (path: string, wanted: ExpectedSource) => {
    const sheet = wanted.role === "subjects" ? options.sheet : undefined;
    sources.push(await readSource(path, wanted, { encoding, sheet, limits }, context));
  };

  const data = [...options.data];
  if (data.length === 0) {
    const found = beside("data", [besideRubric], context);
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
  for (const { wanted, path } of named) await read(path, wanted);

  // Other tables lie beside the data that was named, and failing that beside the rubric.
  const folders = [...new Set([...data.filter((path) => path !== STDIN).map((path) => dirname(path)), besideRubric])];
  const isNamed = (role: ExpectedSource["role"], name: string) =>
    named.some(({ wanted }) => wanted.role === role && (role !== "list" || wanted.name === name));
  /** A table that a workbook holds with lines in it is not looked for elsewhere; what lies there is told of. */
  const isGiven = (role: ExpectedSource["role"], name: string): boolean => {
    if (isNamed(role, name)) return true;
    const holder = inWorkbooks.get(name);
    if (holder === undefined || holder.rows === 0) return false;
    const other = beside(name, folders, context);
    if (other !== null) note(context, context.messages.notUsed(other, holder.file));
    return true;
  };
  for (const { name } of program.lists) {
    if (isGiven("list", name)) continue;
    const path = beside(name, folders, context);
    const isKnownEmpty = inWorkbooks.has(name) || sources.some(({ format }) => format === "json");
    if (path !== null) await read(path, { role: "list", name });
    else if (!isKnownEmpty) note(context, context.messages.emptyList(name));
  }
  if (program.constants.length > 0 && !isGiven("constants", CONSTANTS_TABLE)) {
    const path = beside(CONSTANTS_TABLE, folders, context);
    if (path !== null) await read(path, { role: "constants" });
  }
  const besideData = join(folders[0] ?? ".", `${HISTORY_TABLE}.csv`);
  const namedHistory = named.find(({ wanted }) => wanted.role === "history")?.path;
  if (isGiven("history", HISTORY_TABLE)) return { sources, history: namedHistory ?? besideData };
  const history = options.history ?? beside(HISTORY_TABLE, folders, context);
  // A history that results are to be appended to may not be there yet.
  const isYetToCome = history !== null && options.mayLackHistory === true && !context.files.exists(history);
  if (history !== null && !isYetToCome) await read(history, { role: "history" });
  return { sources, history: history ?? besideData };
}

interface Holder {
  readonly file: string;
  readonly rows: number;
}

/** The tables that stand in sheets of the workbooks given, by name. */
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
