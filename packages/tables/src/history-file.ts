/**
 * Published results appended to a history file: its lines and columns stay as they are, new results come below, results of the
 * same key and period take the place of their earlier ones. Appending the same results twice changes nothing.
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

export interface HistoryAppended {
  /** The whole new file, UTF-8 with a byte order mark. */
  readonly text: string;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

export type HistoryOutcome =
  | HistoryAppended
  /** The file is there but cannot be understood: nothing may be written over it. */
  | { readonly unreadable: true }
  /** The data has no period, and none was given. */
  | { readonly noPeriod: true };

interface HistoryOptions {
  readonly lang: "zh" | "en";
  /** Of results that have no period of their own. */
  readonly period: string | null;
}

/** What stands there, as text by column. */
interface Standing {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function standingOf(bytes: Uint8Array, program: Program): Standing | null {
  const known = headersOfTarget(program, { role: "history" });
  const parsed = parseCsv(decodeTable(bytes, undefined, known.names).text, DEFAULT_TABLE_LIMITS);
  if (!("table" in parsed))
    return "unreadable" in parsed && parsed.unreadable.why === "empty" ? { headers: [], rows: [] } : null;
  const laid = detectLayout(parsed.table, known, true);
  // Whatever is not plain would be lost when the file is written anew.
  const { leftOut, headerRows, unnamed } = laid.found;
  const isPlain = leftOut.length === 0 && headerRows.length === 1 && unnamed.length === 0;
  if (!isPlain || laid.rows.some(({ beyond }) => beyond.length > 0)) return null;
  const texts = (cells: readonly unknown[]) => laid.headers.map((_, at) => String(cells[at] ?? ""));
  return { headers: laid.headers, rows: laid.rows.map(({ cells }) => texts(cells)) };
}

const identity = (key: string, period: string): string => `${foldName(key)}\u0000${foldPeriod(period)}`;

/** Numbers that only differ in how they are written are the same. */
function isSame(before: string, after: string): boolean {
  const plain = (text: string) => {
    const folded = foldWidth(text).replaceAll(",", "");
    return /^-?\d+\.\d*$/u.test(folded) ? folded.replace(/\.?0+$/u, "") : folded;
  };
  return plain(before) === plain(after);
}

/** The file that is being added to: its columns, its rows, and where those of a key and period stand. */
class HistoryFile {
  private readonly headers: string[];
  private readonly rows: string[][];
  private readonly rowOf: Map<string, number>;
  /** Cells that hold a number by their column's type. */
  private readonly numbers = new Set<string>();

  private constructor(
    standing: Standing,
    private readonly keyAt: number,
    private readonly periodAt: number,
  ) {
    this.headers = [...standing.headers];
    this.rows = standing.rows.map((row) => [...row]);
    this.rowOf = new Map(this.rows.map((row, index) => [identity(row[keyAt] ?? "", row[periodAt] ?? ""), index]));
  }

  /** Null where the columns of key and period are not there. */
  static of(standing: Standing, program: Program, lang: "zh" | "en"): HistoryFile | null {
    const [keyField, periodField] = keyFields(program);
    const key = keyField?.name ?? "key";
    if (standing.headers.length === 0) {
      const period = periodField?.name ?? (lang === "zh" ? "期别" : "period");
      return new HistoryFile({ headers: [key, period], rows: [] }, 0, 1);
    }
    const keyAt = indexOfHeader(standing.headers, [key]);
    const periodAt = indexOfHeader(standing.headers, periodField === undefined ? PERIOD_NAMES : [periodField.name]);
    return keyAt < 0 || periodAt < 0 ? null : new HistoryFile(standing, keyAt, periodAt);
  }

  /** Index of a result's column, which is added where there is none. */
  column(name: string): number {
    const found = indexOfHeader(this.headers, SCORE_NAMES.includes(name) ? SCORE_NAMES : [name]);
    return found >= 0 ? found : this.headers.push(name) - 1;
  }

  /** Says what became of the row: it was not there, it was there and differs, or it was there. */
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

/** `existing` are the bytes of the file as it is; null where there is none. Only scored subjects are published. */
export function appendHistory(
  existing: Uint8Array | null,
  result: Result,
  program: Program,
  { lang, period }: HistoryOptions,
): HistoryOutcome {
  const standing = existing === null ? { headers: [], rows: [] } : standingOf(existing, program);
  const file = standing === null ? null : HistoryFile.of(standing, program, lang);
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
