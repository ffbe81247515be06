/**
 * `yardstick score --engine postgres`: tables of a database are scored where they are, in one transaction; the result becomes a table, or
 * a file. The connection comes from the environment: `DATABASE_URL`, or `PGHOST`, `PGDATABASE` and so on.
 */
import { dirname } from "node:path";
import type { Program } from "@yardstick/language/program";
import type { Connection, DescribedTables, ResultColumn, SqlStatement, Tables } from "@yardstick/sql";
import type { Context } from "../context.js";
import { note } from "../context.js";
import { notTakenBy, otherFormat } from "../engine-options.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import type { DatabaseFailure } from "../postgres-messages.js";
import { piecesOfRows, ROW_FORMATS } from "../result-rows.js";
import { runLimitsOf } from "../run-limits.js";
import { namedTable, splitEntry } from "../tables-found.js";
import type { RunOptions } from "../command-options.js";
import { constantsOf } from "./duckdb-tables.js";
import { loadDriver } from "./optional-driver.js";
import { checkScenario, noteLeftOut, noteNotChecked, refusalsText, tablesOf } from "./sql.js";

const DRIVER = "pg";
/** Rows that are read at a time. */
const BATCH = 10_000;
/** Bytes of UTF-8 in a name. PostgreSQL cuts a longer one, which then is the name of another table. */
const NAME_BYTES = 63;

/** The part of the driver's interface that is used. */
interface Client {
  connect(): Promise<void>;
  query(query: { readonly text: string; readonly rowMode: "array" }): Promise<{ readonly rows: unknown[][] }>;
  on(event: "error", listener: () => void): void;
  end(): Promise<void>;
}
type Driver = new (config: Readonly<Record<string, string | number | undefined>>) => Client;

interface Counts {
  subjects: number;
  pending: number;
  provisional: number;
  failing: number;
  outside: number;
}

/** A statement that is there. */
interface Printed extends SqlStatement {
  readonly text: string;
}

/** Runs the command. */
export async function scoreOnPostgres(path: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const { messages } = context;
  const { program, file } = await compiledRubric(path, context, runLimitsOf([], context));
  checkScenario(program, options.scenario, context);
  const { out, into } = checkedTarget(options, context);
  const tables = await postgresTables(program, file ?? path, options, context);
  const session = await postgresConnection(context);
  try {
    const mode = into === null ? " READ ONLY" : "";
    await session.rows(`BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ${mode}`);
    const { describeTables, toSql } = await import("@yardstick/sql");
    const described = tablesFound(await describeTables(program, session, tables), context);
    const statement = toSql(program, { dialect: "postgres", scenario: options.scenario, tables: described.tables });
    const { text, leftOut, refusals } = statement;
    if (text === null) throw new Failure(HAS_ERRORS, refusalsText(path, refusals, context));
    const printed = { ...statement, text };
    const counts =
      into === null ? await intoFile(printed, program, out, session, context) : await intoTable(printed, into, session);
    for (const { table, names } of described.fractions) note(context, messages.duckdb.notes.fractions(table, names));
    note(context, messages.duckdb.written(into?.join(".") ?? out, counts));
    noteLeftOut(leftOut, context);
    noteNotChecked(program, context);
    return counts.failing > 0 || counts.outside > 0 ? HAS_ERRORS : DONE;
  } finally {
    await session.end();
  }
}

/** The tables that options name, and the constants of a file. */
export async function postgresTables(
  program: Program,
  file: string,
  { table, order = [] }: Pick<RunOptions, "table" | "order">,
  context: Context,
): Promise<Tables> {
  const isOfFile = (value: string) => splitEntry(value)?.list === "constants";
  const named = table.filter(isOfFile).map((value) => namedTable(value, program, context));
  const own = { table: table.filter((value) => !isOfFile(value)), order, periods: undefined };
  return {
    ...tablesOf(program, own, context),
    constants: await constantsOf(program, named, [dirname(file)], context),
  };
}

/** Where the result goes: `into` the parts of a table's name, or null for the file `out`. */
function checkedTarget(
  options: RunOptions,
  { messages }: Context,
): { readonly into: readonly string[] | null; readonly out: string } {
  const { postgres } = messages;
  const { out, into } = options;
  const taken = notTakenBy("postgres", options) ?? otherFormat(options);
  if (taken !== null) throw new Failure(WRONG_USAGE, postgres.notTaken(taken));
  if (out !== undefined && into !== undefined) throw new Failure(WRONG_USAGE, postgres.oneTarget);
  if (into !== undefined) {
    const parts = into.split(".");
    if (parts.length > 2 || parts.some((part) => part.trim() === ""))
      throw new Failure(WRONG_USAGE, postgres.badTable(into));
    const cut = parts.find((part) => Buffer.byteLength(part) > NAME_BYTES);
    if (cut !== undefined) throw new Failure(WRONG_USAGE, postgres.longName(cut, NAME_BYTES));
    return { into: parts, out: "" };
  }
  if (out === undefined || !ROW_FORMATS.includes(endingOf(out)))
    throw new Failure(WRONG_USAGE, postgres.needsTarget(ROW_FORMATS.map((each) => `.${each}`).join(", ")));
  return { into: null, out };
}

function endingOf(file: string): string {
  return /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? "";
}

/** The tables as described. Throws a `Failure` where they do not hold what the rubric reads. */
export function tablesFound(
  found: DescribedTables,
  { messages }: Context,
): Extract<DescribedTables, { readonly kind: "described" }> {
  const { postgres } = messages;
  switch (found.kind) {
    case "described":
      return found;
    case "table-missing":
      throw new Failure(HAS_ERRORS, postgres.tableMissing(found.table));
    case "columns-missing":
      throw new Failure(
        HAS_ERRORS,
        postgres.columnsMissing(found.table, found.missing.join(", "), found.found.join(", ")),
      );
    case "column-type":
      throw new Failure(HAS_ERRORS, postgres.columnType(found.table, found.column, found.type));
    case "no-number":
      throw new Failure(HAS_ERRORS, postgres.noNumber(found.table, found.column, found.found));
    default:
      return found satisfies never;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function intoTable({ text, columns }: Printed, into: readonly string[], session: Connection): Promise<Counts> {
  const table = into.map(quoted).join(".");
  await session.rows(`CREATE TABLE ${table} AS ${text}`);
  const nameOf = (of: string) => quoted(columns.find(({ meaning }) => meaning.of === of)?.name ?? of);
  const counted = [
    "count(*)",
    `count(*) FILTER (WHERE ${nameOf("status")} = 'pending')`,
    `count(*) FILTER (WHERE ${nameOf("provisional")})`,
    `count(*) FILTER (WHERE cardinality(${nameOf("requirements")}) > 0)`,
    `count(*) FILTER (WHERE cardinality(${nameOf("outside")}) > 0)`,
  ];
  const [row = []] = await session.rows(`SELECT ${counted.join(", ")} FROM ${table}`);
  const [subjects = 0, pending = 0, provisional = 0, failing = 0, outside = 0] = Array.from(row, Number);
  await session.rows("COMMIT");
  return { subjects, pending, provisional, failing, outside };
}

async function intoFile(
  { text, columns }: Printed,
  program: Program,
  out: string,
  session: Connection,
  context: Context,
): Promise<Counts> {
  const counts: Counts = { subjects: 0, pending: 0, provisional: 0, failing: 0, outside: 0 };
  const at = (of: string) => columns.findIndex(({ meaning }) => meaning.of === of);
  const has = (value: unknown) => Number(Array.isArray(value) && value.length > 0);
  async function* batches(): AsyncGenerator<readonly (readonly unknown[])[]> {
    await session.rows(`DECLARE yardstick_result NO SCROLL CURSOR FOR ${text}`);
    for (;;) {
      const rows = [...(await session.rows(`FETCH ${BATCH} FROM yardstick_result`))];
      if (rows.length === 0) break;
      for (const row of rows) {
        counts.subjects += 1;
        counts.pending += Number(row[at("status")] === "pending");
        counts.provisional += Number(row[at("provisional")] === true);
        counts.failing += has(row[at("requirements")]);
        counts.outside += has(row[at("outside")]);
      }
      yield rows;
    }
    await session.rows("COMMIT");
  }
  const named = columns.map((column) => ({ name: column.name, isNumber: isNumber(column, program) }));
  await context.files.writeStream(out, piecesOfRows(endingOf(out), named, batches()));
  return counts;
}

function isNumber({ meaning }: ResultColumn, { outputs }: Program): boolean {
  switch (meaning.of) {
    case "score":
    case "part":
    case "coefficient":
    case "payment":
    case "ranking":
      return true;
    case "output":
      return outputs.find(({ name }) => name === meaning.name)?.value.type.kind === "number";
    default:
      return false;
  }
}

/** A connection of its own, which ends with the command. */
export async function postgresConnection(context: Context): Promise<Connection & { end(): Promise<void> }> {
  const { messages, io } = context;
  const { env } = io;
  const url = env["DATABASE_URL"] ?? "";
  // The driver knows no services, and would connect to another database.
  if (url === "" && (env["PGSERVICE"] ?? "") !== "") throw new Failure(WRONG_USAGE, messages.postgres.noServices);
  if ([url, env["PGHOST"] ?? "", env["PGDATABASE"] ?? ""].every((each) => each === ""))
    throw new Failure(WRONG_USAGE, messages.postgres.noConnection);
  const module = (await loadDriver(
    DRIVER,
    messages.postgres.notInstalled(DRIVER),
    (error) => failureOf(error, context),
    context,
  )) as { readonly default: { readonly Client: Driver } };
  const client = new module.default.Client({
    application_name: "yardstick",
    ...(url === ""
      ? {
          host: env["PGHOST"],
          port: env["PGPORT"] === undefined ? undefined : Number(env["PGPORT"]),
          database: env["PGDATABASE"],
          user: env["PGUSER"],
          password: env["PGPASSWORD"],
        }
      : { connectionString: url }),
  });
  // A lost connection also rejects the query that is under way, which reports it.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw failureOf(error, context, "connect");
  }
  return {
    rows: async (text) => {
      try {
        return (await client.query({ text, rowMode: "array" })).rows;
      } catch (error) {
        throw failureOf(error, context);
      }
    },
    // Ends a transaction that was not committed.
    end: async () => client.end().catch(() => {}),
  };
}

/** By the beginning of the database's code: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const BY_CODE: readonly (readonly [start: string, failure: DatabaseFailure])[] = [
  ["28", "login"],
  ["3D000", "login"],
  ["57014", "cancelled"],
  ["57P", "lost"],
  ["08", "lost"],
  ["42501", "forbidden"],
  ["25006", "read-only"],
  ["42P07", "exists"],
  ["53100", "disk"],
];

/** An error of the database. `otherwise`: what one without a code of the database is. */
function failureOf(error: unknown, { messages }: Context, otherwise: DatabaseFailure = "lost"): Failure {
  const { postgres } = messages;
  const reason = error instanceof Error && error.message !== "" ? error.message : String(error);
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const isOfServer = /^[0-9A-Z]{5}$/u.test(code);
  const failure = isOfServer ? BY_CODE.find(([start]) => code.startsWith(start))?.[1] : otherwise;
  if (failure !== undefined) {
    const isOfFile = failure === "connect" || failure === "lost" || failure === "login";
    return new Failure(isOfFile ? NO_FILE : HAS_ERRORS, postgres.failures[failure](reason));
  }
  // A query ends with a message of its own by casting it to what it is not.
  const own = /^invalid input syntax for type [a-z ]+: "(.*)"$/su.exec(reason)?.[1];
  return new Failure(HAS_ERRORS, postgres.failed(own ?? reason));
}
