/**
 * Appends published results to a history file. Existing lines and columns are kept, new results are added below, and results of the
 * same key and period replace the earlier ones. Appending the same results twice changes nothing.
 */
import type { Result } from "@yardstick/engine";
import { foldHeader, foldName, foldPeriod } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { foldWidth, isBlank } from "./cell/written.js";
import { parseCsv } from "./csv.js";
import { BYTE_ORDER_MARK, csvLines, plainInCsv, textInCsv } from "./csv-text.js";
import { decodeTable } from "./encoding.js";
import { detectLayout } from "./layout.js";
import { DEFAULT_TABLE_LIMITS } from "./limits.js";
import type { ResultValue } from "./result-columns.js";
import { resultColumns } from "./result-columns.js";
import { PERIOD_NAMES, headersOfTarget, keyFields } from "./target.js";

/** The new content of a history file, and the number of results added, replaced and left unchanged. */
export interface HistoryAppended {
  /** The whole new file, UTF-8 with a byte order mark. */
  readonly text: string;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** What `appendHistory` gives. */
export type HistoryOutcome =
  | HistoryAppended
  /** The present file cannot be read as a history, so it must not be overwritten. */
  | { readonly unreadable: true }
  /** A result has no period, and no default was passed. */
  | { readonly noPeriod: true };

interface HistoryOptions {
  readonly lang: "zh" | "en";
  /** Period of results that have none of their own. */
  readonly period: string | null;
}

/** The present content, as text by column. */
interface ExistingHistory {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function parseHistory(bytes: Uint8Array, program: Program): ExistingHistory | null {
  const known = headersOfTarget(program, { role: "history" });
  const parsed = parseCsv(decodeTable(bytes, undefined, known.names).text, DEFAULT_TABLE_LIMITS);
  if (!("table" in parsed))
    return "unreadable" in parsed && parsed.unreadable.why === "empty" ? { headers: [], rows: [] } : null;
  const detected = detectLayout(parsed.table, known, true);
  // Titles, grouped headers and surplus cells would be lost by rewriting the file.
  const { leftOut, headerRows, unnamed } = detected.found;
  const isPlain = leftOut.length === 0 && headerRows.length === 1 && unnamed.length === 0;
  if (!isPlain || detected.rows.some(({ beyond }) => beyond.length > 0)) return null;
  const texts = (cells: readonly unknown[]) => detected.headers.map((_, at) => String(cells[at] ?? ""));
  return { headers: detected.headers, rows: detected.rows.map(({ cells }) => texts(cells)) };
}

const identity = (key: string, period: string): string => `${foldName(key)}\u0000${foldPeriod(period)}`;

/** Whether two cells are equal; numbers are equal where they differ only in notation. */
function isSame(before: string, after: string): boolean {
  const plain = (text: string) => {
    const folded = foldWidth(text).replaceAll(",", "");
    return /^-?\d+\.\d*$/u.test(folded) ? folded.replace(/\.?0+$/u, "") : folded;
  };
  return plain(before) === plain(after);
}

/** The file being extended: its columns, its rows, and the index of the row for each key and period. */
class HistoryFile {
  private readonly headers: string[];
  private readonly rows: string[][];
  private readonly rowOf: Map<string, number>;
  /** Cells whose column holds numbers, as `row/column`. */
  private readonly numbers = new Set<string>();

  private constructor(
    existing: ExistingHistory,
    private readonly keyAt: number,
    private readonly periodAt: number,
  ) {
    this.headers = [...existing.headers];
    this.rows = existing.rows.map((row) => [...row]);
    this.rowOf = new Map(this.rows.map((row, index) => [identity(row[keyAt] ?? "", row[periodAt] ?? ""), index]));
  }

  /** Null where the column of the key or of the period is missing. */
  static of(existing: ExistingHistory, program: Program, lang: "zh" | "en"): HistoryFile | null {
    const [keyField, periodField] = keyFields(program);
    const key = keyField?.name ?? "key";
    if (existing.headers.length === 0) {
      const period = periodField?.name ?? (lang === "zh" ? "期别" : "period");
      return new HistoryFile({ headers: [key, period], rows: [] }, 0, 1);
    }
    const keyAt = indexOfHeader(existing.headers, [key]);
    const periodAt = indexOfHeader(existing.headers, periodField === undefined ? PERIOD_NAMES : [periodField.name]);
    return keyAt < 0 || periodAt < 0 ? null : new HistoryFile(existing, keyAt, periodAt);
  }

  /** Index of the column with this name, which is added if it is missing. */
  column(name: string): number {
    const found = indexOfHeader(this.headers, SCORE_NAMES.includes(name) ? SCORE_NAMES : [name]);
    return found >= 0 ? found : this.headers.push(name) - 1;
  }

  /** Sets the values of the row of a key and period, and returns whether that row is new, changed or unchanged. */
  put(key: string, period: string, values: readonly (readonly [number, ResultValue])[]): keyof Counts {
    const name = identity(key, period);
    const earlier = this.rowOf.get(name);
    const index = earlier ?? this.rows.length;
    const row = this.rows[index] ?? [];
    const before = [...row];
    if (earlier === undefined) {
      row[this.keyAt] = key;
      row[this.periodAt] = period;
      this.rows.push(row);
      this.rowOf.set(name, index);
    }
    for (const [column, value] of values) {
      const text = "number" in value ? String(value.number ?? "") : (value.text ?? "");
      if ("number" in value) this.numbers.add(`${index}/${column}`);
      if (!isSame(row[column] ?? "", text)) row[column] = text;
    }
    if (earlier === undefined) return "added";
    return this.headers.every((_, at) => (row[at] ?? "") === (before[at] ?? "")) ? "unchanged" : "replaced";
  }

  get text(): string {
    const cell = (text: string | undefined, row: number, column: number) => {
      if (text === undefined || isBlank(text)) return "";
      const isNumber = this.numbers.has(`${row}/${column}`) || /^-?\d[\d.,]*$/u.test(text);
      return isNumber ? plainInCsv(text) : textInCsv(text);
    };
    const lines = this.rows.map((row, index) => this.headers.map((_, column) => cell(row[column], index, column)));
    return BYTE_ORDER_MARK + csvLines([this.headers.map(textInCsv), ...lines]);
  }
}

const SCORE_NAMES: readonly string[] = ["总分", "score"];

function indexOfHeader(headers: readonly string[], names: readonly string[]): number {
  return headers.findIndex((header) => names.some((name) => foldHeader(name) === foldHeader(header)));
}

type Counts = Record<"added" | "replaced" | "unchanged", number>;

/**
 * Adds the results of the scored subjects to a history file. `bytes` is the present file, null where there is none. A result of the
 * same key and period replaces the earlier one.
 */
export function appendHistory(
  bytes: Uint8Array | null,
  result: Result,
  program: Program,
  { lang, period }: HistoryOptions,
): HistoryOutcome {
  const existing = bytes === null ? { headers: [], rows: [] } : parseHistory(bytes, program);
  const file = existing === null ? null : HistoryFile.of(existing, program, lang);
  if (file === null) return { unreadable: true };
  // The first columns of results are the key and, where there is one, the period.
  const columns = resultColumns(program, lang).slice(keyFields(program).length);
  const targets = columns.map(({ header }) => file.column(header));
  const counts: Counts = { added: 0, replaced: 0, unchanged: 0 };
  for (const subject of result.subjects) {
    if (subject.status !== "scored") continue;
    const of = subject.period ?? period;
    if (of === null) return { noPeriod: true };
    const values = columns.map((column, at) => [targets[at] ?? 0, column.of(subject)] as const);
    counts[file.put(subject.key, of, values)]++;
  }
  return { text: file.text, ...counts };
}
