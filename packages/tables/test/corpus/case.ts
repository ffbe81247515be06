/**
 * One small file (or a few) and the expected result of reading: the whole table, or the messages. The expectations are written by hand.
 */
import type { Cell } from "@yardstick/engine";
import type { TableLimits, TableSource } from "../../src/index.js";

export interface CorpusCase {
  readonly name: string;
  readonly sources: readonly TableSource[];
  readonly limits?: Partial<TableLimits>;
  readonly expected: {
    /** Columns of the subject table by field name; those that are not named are not compared. */
    readonly columns?: Readonly<Record<string, readonly Cell[]>>;
    /** Columns of the first list. */
    readonly listColumns?: readonly (readonly Cell[])[];
    /** Reason, row and column of every problem, in order; no problems by default. */
    readonly problems?: readonly (readonly [string, number | null, string | null])[];
    /** Texts that the notes about the files must contain, in order; no notes by default. */
    readonly notes?: readonly string[];
  };
}

export function csvCase(
  name: string,
  content: string | Uint8Array,
  expected: CorpusCase["expected"],
  limits: Partial<TableLimits> = {},
): CorpusCase {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { name, sources: [{ role: "subjects", file: "data.csv", format: "csv", bytes }], limits, expected };
}

export function workbookCase(
  name: string,
  bytes: Uint8Array,
  expected: CorpusCase["expected"],
  limits: Partial<TableLimits> = {},
): CorpusCase {
  return { name, sources: [{ role: "subjects", file: "data.xlsx", format: "xlsx", bytes }], limits, expected };
}
