// Whether explanations of single subjects from tables of an engine are those of data in memory: the explanation as JSON, and the notes of a
// score sheet. The position of a cell in its file is left out: tables of a database have none.

import type { Dataset, Explanation, Result } from "@yardstick/engine";
import { evaluate, explain as explainInMemory } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { type Connection, explain, type SqlOptions } from "../src/index.js";

export interface ExplainedAgreement {
  /** Subjects that were explained. */
  readonly explained: number;
  /** Those of them for which the rows of all were read. */
  readonly amongAll: number;
  /** Codes of those that were refused. */
  readonly refused: readonly string[];
  /** Null: the same. */
  readonly difference: string | null;
}

/** Where a file has the cell of a problem. */
const OF_FILES = new Set(["file", "format", "sheet", "index", "row"]);

/** The same, and what a generated problem does not say as a reader of files does. */
export const OF_GENERATED = new Set([...OF_FILES, "found", "expected"]);

/** Sentences of a score sheet besides the explanation. */
export type Notes = (result: Result, subject: Pick<Explanation, "key" | "period">) => readonly string[];

/** Compares subjects by row. The tables are made. */
export async function explainedAgreement(
  program: Program,
  data: Dataset,
  connection: Connection,
  rows: readonly number[],
  options: Omit<SqlOptions, "exact">,
  notesOf: Notes,
  /** What is not compared of a problem. */
  left: ReadonlySet<string> = OF_FILES,
): Promise<ExplainedAgreement> {
  const { scenario } = options;
  const result = evaluate(program, data, { scenario });
  const refused: string[] = [];
  let [explained, amongAll] = [0, 0];
  for (const row of rows) {
    const subject = result.subjects[row];
    if (subject === undefined) continue;
    const { key, period } = subject;
    const expected = explainInMemory(program, data, key, { scenario, period });
    if (expected === null) continue;
    const found = await explain(program, connection, key, { ...options, period });
    if (found.kind === "refused") {
      refused.push(...found.refusals.map(({ code }) => code));
      continue;
    }
    explained += 1;
    if (found.kind === "explained" && found.amongAll) amongAll += 1;
    const difference =
      found.kind === "explained"
        ? (differenceOf(textOf(expected, left), textOf(found.explanation, left)) ??
          differenceOf(notesOf(result, subject).join("\n"), notesOf(found.result, subject).join("\n")))
        : found.kind;
    if (difference !== null)
      return { explained, amongAll, refused, difference: `${key} ${period ?? ""}: ${difference}` };
  }
  return { explained, amongAll, refused, difference: null };
}

function textOf(explanation: Explanation, left: ReadonlySet<string>): string {
  return JSON.stringify(
    explanation,
    (name, value: unknown) => {
      if (name !== "problem" || typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).filter(([each]) => !left.has(each)));
    },
    1,
  );
}

function differenceOf(expected: string, found: string): string | null {
  if (expected === found) return null;
  const [a, b] = [expected.split("\n"), found.split("\n")];
  const first = a.findIndex((line, index) => line !== b[index]);
  const from = Math.max(0, first - 3);
  return `expected\n${a.slice(from, first + 4).join("\n")}\nfound\n${b.slice(from, first + 4).join("\n")}`;
}
