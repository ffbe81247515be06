/**
 * One small file (or a few) and what reading it must give: the whole table, or the messages. Nothing is taken over from a run.
 */
import type { Cell } from "@yardstick/engine";
import type { TableLimits, TableSource } from "../../src/index.js";

export interface CorpusCase {
  readonly name: string;
  readonly sources: readonly TableSource[];
  readonly limits?: Partial<TableLimits>;
  readonly expected: {
    /** Columns of the subject table by field name; those that are not named are not looked at. */
    readonly columns?: Readonly<Record<string, readonly Cell[]>>;
    /** Of the first list. */
    readonly listColumns?: readonly (readonly Cell[])[];
    /** Reason, row and column of every problem, in order; none where it is left out. */
    readonly problems?: readonly (readonly [string, number | null, string | null])[];
    /** Pieces that the notes about the files must hold, in order; none where it is left out. */
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
