/**
 * Finds the files that a run in DuckDB reads, as `yardstick score` finds them: those named by options, else files beside the data or the
 * rubric that have the names of its tables. Constants are few and read here; the others are read by DuckDB.
 */
import { basename, dirname, resolve } from "node:path";
import type { Cell } from "@yardstick/engine";
import { CONSTANTS_TABLE, Decimal, HISTORY_TABLE, rational } from "@yardstick/exact";
import type { Field, Program } from "@yardstick/language/program";
import type { DataFiles, Tables } from "@yardstick/sql";
import { readTables } from "@yardstick/tables";
import type { Context } from "../context.js";
import { note } from "../context.js";
import { Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { STDIN } from "../files.js";
import { endOnUnreadable, printProblems } from "../problems-text.js";
import { runLimitsOf } from "../run-limits.js";
import { namedTable, readSource, splitEntry, tableBeside } from "../tables-found.js";
import type { RunOptions } from "../command-options.js";

/** The files of a run. */
interface DuckdbTables {
  readonly files: DataFiles;
  readonly constants: Tables["constants"];
}

/** Files that DuckDB cannot read. They are searched too, so that a table is never taken for missing. */
const NOT_READ = /\.(?:xlsx|xls)$/iu;

/** Finds the files, and reads the constants. Throws a `Failure` where there is no data, or DuckDB cannot read it. */
export async function duckdbTables(
  program: Program,
  rubric: string,
  { data, table }: Pick<RunOptions, "data" | "table">,
  formats: readonly string[],
  context: Context,
): Promise<DuckdbTables> {
  const { files, messages } = context;
  const aliases = new Set(program.uses.map(({ alias }) => alias));
  const isOfUse = (value: string) => aliases.has(splitEntry(value)?.list ?? "");
  const named = table.filter((value) => !isOfUse(value)).map((value) => namedTable(value, program, context));
  // Where several files have the name of a table, the one that memory would take.
  const extensions = [...new Set([".csv", ".xlsx", ".json", ...formats.map((format) => `.${format}`)])];
  const besideRubric = rubric === STDIN ? "." : dirname(rubric);
  const readable = (path: string): string => {
    if (path === STDIN || NOT_READ.test(path) || files.projectTable(path) !== null)
      throw new Failure(WRONG_USAGE, messages.duckdb.notRead(path));
    // Of a pattern without a file DuckDB reports it.
    if (!files.exists(path) && !/[*?[]/u.test(path))
      throw new Failure(NO_FILE, messages.cannotRead(path, messages.whyNot("ENOENT")));
    return resolve(files.folder, path);
  };
  const [first, second] = data;
  if (second !== undefined) throw new Failure(WRONG_USAGE, messages.duckdb.oneFile);
  const subjects = first ?? tableBeside("data", [besideRubric], context, extensions);
  if (subjects === null)
    throw new Failure(NO_FILE, messages.duckdb.noData(resolve(files.folder, besideRubric, "data.parquet")));
  const folders = [...new Set([dirname(subjects), besideRubric])];
  const lists = program.lists.flatMap(({ name }) => {
    const paths = named.filter(({ expected }) => expected.role === "list" && expected.name === name);
    if (paths.length > 1) throw new Failure(WRONG_USAGE, messages.duckdb.oneTable(name));
    const file = paths[0]?.path ?? tableBeside(name, folders, context, extensions);
    if (file === null) note(context, messages.emptyList(name));
    return file === null ? [] : [[name, readable(file)] as const];
  });
  const uses = table.filter(isOfUse).flatMap((value) => {
    const { list, name } = splitEntry(value) ?? { list: "", name: "" };
    return [[list, readable(name)] as const];
  });
  if (new Set(uses.map(([alias]) => alias)).size < uses.length)
    throw new Failure(WRONG_USAGE, messages.duckdb.oneTable(uses[0]?.[0] ?? ""));
  const pasts = named.filter(({ expected }) => expected.role === "history");
  if (pasts.length > 1) throw new Failure(WRONG_USAGE, messages.duckdb.oneTable(HISTORY_TABLE));
  const past = pasts[0]?.path ?? tableBeside(HISTORY_TABLE, folders, context);
  return {
    files: {
      subjects: readable(subjects),
      lists: Object.fromEntries(lists),
      history: past === null ? null : readable(past),
      uses: Object.fromEntries(uses),
    },
    constants: await constantsOf(program, named, folders, context),
  };
}

/** The constants of the file that is named, or found. */
export async function constantsOf(
  program: Program,
  named: readonly ReturnType<typeof namedTable>[],
  folders: readonly string[],
  context: Context,
): Promise<Tables["constants"]> {
  if (program.constants.length === 0) return {};
  const paths = named.flatMap(({ expected, path }) => (expected.role === "constants" ? [path] : []));
  const found = paths.length > 0 ? null : tableBeside(CONSTANTS_TABLE, folders, context);
  const limits = runLimitsOf([], context);
  const sources = [];
  for (const path of found === null ? paths : [found])
    sources.push(await readSource(path, { role: "constants" }, { encoding: undefined, limits }, context));
  if (sources.length === 0) return {};
  const { constants, problems } = readTables(program, sources, { limits: limits.tables });
  const files = new Set(sources.map(({ file }) => file));
  const own = problems.filter(({ file }) => files.has(file));
  endOnUnreadable(own, context, program.subject);
  printProblems(own, context);
  if (own.some(({ severity }) => severity === "error"))
    throw new Failure(
      HAS_ERRORS,
      context.messages.duckdb.constantsInError([...files].map((file) => basename(file)).join(", ")),
    );
  return Object.fromEntries(
    program.constants.flatMap((field, index) => {
      const cell = constants[index] ?? null;
      return cell === null ? [] : [[field.name, constantOf(program, field, cell)] as const];
    }),
  );
}

/** A constant as a query takes it: a number in the field's own unit, a level by name. */
function constantOf({ choices }: Program, { type }: Field, cell: Exclude<Cell, null>): string | boolean {
  if (typeof cell === "boolean") return cell;
  if (type.kind === "level") return choices[type.choice]?.levels[Number(cell)]?.name ?? "";
  if (type.kind !== "number") return String(cell);
  const number = cell instanceof Decimal ? cell.toRational() : rational(String(cell));
  return (type.unit === null ? number : number.div(rational(type.unit.scale))).toString();
}
