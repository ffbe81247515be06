// The nine documents of the corpus with the right rule of each clause, and how a reading stands against them.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument, type ClauseState, type ReadClause, type Reading } from "@yardstick/documents";

// A long run is bundled elsewhere, and says where the documents are.
const root = process.env["DOCUMENTS"] ?? fileURLToPath(new URL("corpus/", import.meta.url));

export interface RightClause {
  readonly number: number;
  readonly clause: string;
  readonly rubric: string;
  readonly state: string;
  readonly asks: string;
}

export interface CorpusDocument {
  readonly name: string;
  readonly source: Uint8Array;
  readonly file: string;
  readonly rubric: string;
  readonly clauses: readonly RightClause[];
}

export const documents: readonly CorpusDocument[] = readdirSync(root).map((name) => {
  const file = readdirSync(join(root, name)).find((each) => each.startsWith("source.")) ?? "";
  const [, ...rows] = readFileSync(join(root, name, "clauses.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return {
    name,
    file,
    source: new Uint8Array(readFileSync(join(root, name, file))),
    rubric: readFileSync(join(root, name, `${name}.rubric`), "utf8"),
    clauses: rows.map((row) => {
      const [number = "", clause = "", , rubric = "", state = "", asks = ""] = row.split("\t");
      return { number: Number(number), clause, rubric, state, asks };
    }),
  };
});

export const read = ({ source, file }: CorpusDocument): Reading => readDocument({ bytes: source, name: file });

/** Letters and figures alone, so that marks, punctuation and widths make no difference. */
const letters = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("÷", "/")
    .replaceAll(/[–—−~]/gu, "-")
    .replaceAll(/[^\p{L}\p{N}%.<>=≥≤×/-]/gu, "")
    .replaceAll(/\.(?!\d)/gu, "");

const worst: readonly ClauseState[] = ["not-read", "asks", "judged", "read", "not-a-rule"];

export interface Standing {
  readonly right: RightClause;
  /** The sentences that the clause was split into. */
  readonly own: readonly ReadClause[];
  readonly state: ClauseState | "missing";
}

/** For each clause of the corpus the clauses of the reading that are parts of it, in the order of the document. */
export function standings(document: CorpusDocument, reading: Reading): readonly Standing[] {
  const taken = new Set<number>();
  return document.clauses.map((right) => {
    const whole = letters(right.clause);
    const own: ReadClause[] = [];
    let left = whole;
    // Notes, such as the figure of a requirement, only where nothing else has the text.
    for (const clause of [
      ...reading.clauses.filter(({ state }) => state !== "not-a-rule"),
      ...reading.clauses.filter(({ state }) => state === "not-a-rule"),
    ]) {
      const text = letters(clause.text);
      if (taken.has(clause.number) || text.length < 2 || !left.includes(text)) continue;
      taken.add(clause.number);
      own.push(clause);
      left = left.replace(text, "");
      if (left.length < 2) break;
    }
    const rules = own.filter(({ state }) => state !== "not-a-rule");
    const state =
      worst.find((each) => (rules.length > 0 ? rules : own).some((clause) => clause.state === each)) ?? "missing";
    return { right, own, state };
  });
}
