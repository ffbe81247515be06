/**
 * Rows of a database as the text of a file: CSV, JSON or NDJSON, as DuckDB writes them.
 */

/** A column: its name, and whether its texts are numbers. */
export interface RowColumn {
  readonly name: string;
  readonly isNumber: boolean;
}

type Row = readonly unknown[];

/** Endings of the files. */
export const ROW_FORMATS: readonly string[] = ["csv", "json", "ndjson"];

const RUNS_AS_FORMULA = /^'*[=+@\t\r-]/u;

/** The pieces of a file, in the format of its ending, from rows as they come. */
export async function* piecesOfRows(
  ending: string,
  columns: readonly RowColumn[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const isArray = ending === "json";
  const isCsv = ending === "csv";
  if (isCsv) yield `${columns.map(({ name }) => csvText(name)).join(",")}\n`;
  let before = isArray ? "[\n" : "";
  for await (const rows of batches) {
    const lines = rows.map((row) => (isCsv ? csvLine(columns, row) : jsonLine(columns, row)));
    if (lines.length === 0) continue;
    yield before + lines.join(isArray ? ",\n" : "\n") + (isArray ? "" : "\n");
    if (isArray) before = ",\n";
  }
  if (isArray) yield before === ",\n" ? "\n]\n" : "[]\n";
}

function csvLine(columns: readonly RowColumn[], row: Row): string {
  return columns
    .map(({ isNumber }, index) => {
      const value = row[index] ?? null;
      if (value === null) return "";
      const text = Array.isArray(value) ? value.join("; ") : String(value);
      return isNumber || typeof value === "boolean" ? text : csvText(text);
    })
    .join(",");
}

/** A text, guarded against being run as a formula by a spreadsheet. */
function csvText(text: string): string {
  const guarded = RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function jsonLine(columns: readonly RowColumn[], row: Row): string {
  const members = columns.map(({ name, isNumber }, index) => {
    const value = row[index] ?? null;
    // A number keeps every digit that the database gives.
    return `${JSON.stringify(name)}:${isNumber && value !== null ? String(value) : JSON.stringify(value)}`;
  });
  return `{${members.join(",")}}`;
}
