/**
 * Opens files as DuckDB reads them: the files of a pattern, the headers of each, and the table function that reads all of them. Of text and
 * JSON every cell comes as written, so that no number is read as a binary fraction and no type is guessed from a sample.
 */
import { duckdb } from "../dialects/duckdb.js";
import type { Connection } from "../statement/run.js";

/** The files of one table. */
export interface SourceFiles {
  /** The table function. */
  readonly from: string;
  /** Types of the columns by name, as DuckDB names them. */
  readonly types: ReadonlyMap<string, string>;
  /** The headers of each file as written; an unnamed column is empty. */
  readonly headers: readonly { readonly file: string; readonly names: readonly string[] }[];
  /** A number of JSON with more digits than DuckDB reads; null where there is none. */
  readonly inexact: string | null;
}

type Format = "csv" | "parquet" | "json" | "ndjson";

/** The ending of a file's name in lower case; `csv` where it has none. */
export function endingOf(file: string): string {
  return /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? "csv";
}

function formatOf(file: string): Format {
  const ending = endingOf(file);
  return ending === "parquet" || ending === "json" || ending === "ndjson" ? ending : "csv";
}

/** Nothing but the delimiter is detected, and a wrong one leaves the headers in one piece. */
const CSV = `all_varchar = true, skip = 0, comment = '', quote = '"', escape = '"'`;
const JSON_FORMAT = { json: "array", ndjson: "newline_delimited" } as const;

/** Opens a file, or the files of a pattern. `isText`: whether JSON values of this name are texts, of which the type is kept. */
export async function openFiles(
  connection: Connection,
  pattern: string,
  isText: (name: string) => boolean,
): Promise<SourceFiles> {
  const format = formatOf(pattern);
  const files = await filesOf(connection, pattern);
  const all = `[${files.map((file) => duckdb.text(escaped(file))).join(", ")}]`;
  switch (format) {
    case "parquet": {
      const from = `read_parquet(${all}, union_by_name = true)`;
      const headers = await eachOf(files, async (file) => [
        ...(await typesOf(connection, `read_parquet(${duckdb.text(escaped(file))})`)).keys(),
      ]);
      return { from, types: await typesOf(connection, from), headers, inexact: null };
    }
    case "csv": {
      const from = `read_csv(${all}, header = true, union_by_name = true, ${CSV})`;
      const headers = await eachOf(files, async (file) => {
        const first = `SELECT * FROM read_csv(${duckdb.text(escaped(file))}, header = false, ${CSV}) LIMIT 1`;
        const [row = []] = await connection.rows(first);
        return Array.from(row, (name) => (typeof name === "string" ? name : ""));
      });
      return { from, types: await typesOf(connection, from), headers, inexact: null };
    }
    case "json":
    case "ndjson": {
      const form = `format = '${JSON_FORMAT[format]}'`;
      const inexact = await inexactNumber(connection, `read_json_objects(${all}, ${form})`);
      // Every row is looked at: a column may first occur in the last one.
      const looked = `${form}, records = true, sample_size = -1, maximum_depth = 1, map_inference_threshold = -1`;
      const headers = await eachOf(files, async (file) => [
        ...(await typesOf(connection, `read_json(${duckdb.text(escaped(file))}, ${looked})`)).keys(),
      ]);
      const types = new Map(
        headers.flatMap(({ names }) => names).map((name) => [name, isText(name) ? "JSON" : "VARCHAR"]),
      );
      const columns = Array.from(types, ([name, type]) => `${duckdb.text(name)}: '${type}'`).join(", ");
      return { from: `read_json(${all}, ${form}, records = true, columns = {${columns}})`, types, headers, inexact };
    }
    default:
      return format satisfies never;
  }
}

/** A file with signs of a pattern in its name is itself. Where there is no file, the engine's error of one that is not there is thrown. */
async function filesOf(connection: Connection, pattern: string): Promise<readonly string[]> {
  const found = async (path: string) =>
    Array.from(await connection.rows(`SELECT file FROM glob(${duckdb.text(path)})`), ([file]) => String(file));
  const own = await found(escaped(pattern));
  const all = own.length > 0 ? own : await found(pattern);
  if (all.length === 0) await typesOf(connection, `read_csv(${duckdb.text(pattern)})`);
  return all;
}

/** A path that DuckDB takes for no pattern. */
function escaped(path: string): string {
  return path.replaceAll(/[[*?]/gu, (sign) => `[${sign}]`);
}

async function eachOf(
  files: readonly string[],
  names: (file: string) => Promise<readonly string[]>,
): Promise<SourceFiles["headers"]> {
  const found: { readonly file: string; readonly names: readonly string[] }[] = [];
  for (const file of files) found.push({ file, names: await names(file) });
  return found;
}

async function typesOf(connection: Connection, from: string): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.rows(`DESCRIBE SELECT * FROM ${from}`);
  return new Map(Array.from(rows, ([name, type]) => [String(name), String(type)]));
}

/** Signs of a number beyond which a binary fraction does not keep every digit: fifteen digits and the point. */
const KEPT = 16;

/** DuckDB reads a fraction of JSON as a binary one before it gives its text, so the rows are searched as written. */
async function inexactNumber(connection: Connection, from: string): Promise<string | null> {
  const outside = String.raw`regexp_replace(json, '"(?:[^"\\]|\\.)*"', '""', 'g')`;
  const numbers = String.raw`regexp_extract_all(${outside}, '[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+')`;
  const long = `list_filter(${numbers}, lambda x: length(x) > ${KEPT})`;
  const [row] = await connection.rows(`SELECT l[1] FROM (SELECT ${long} AS l FROM ${from}) WHERE len(l) > 0 LIMIT 1`);
  return row === undefined ? null : String(row[0]);
}
