// Mutated documents never give a silently wrong rule. `npm run long -- mutations` tries ten thousand and more.

import { expect, test } from "vitest";
import { documents, read } from "./nine.js";
import { htmlOf, mutationProblem, shapeOf } from "./mutations.js";
import { readDocument } from "@yardstick/documents";

test("the documents as pages are read as they were", () => {
  for (const document of documents) {
    const reading = read(document);
    const again = readDocument({ html: htmlOf(reading.blocks) });
    expect(again.clauses.map((clause) => [clause.text, clause.state, shapeOf(clause)])).toEqual(
      reading.clauses.map((clause) => [clause.text, clause.state, shapeOf(clause)]),
    );
  }
});

test("each of 300 mutations is read as its own rule or not at all", () => {
  const problems: string[] = [];
  const kinds = new Map<string, number>();
  for (let seed = 1; seed <= 300; seed++) {
    const { kind, problem } = mutationProblem(seed);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (problem !== null) problems.push(`${String(seed)} ${problem}`);
  }
  expect(problems).toEqual([]);
  expect([...kinds.keys()].toSorted()).toEqual(["figure", "merge", "phrase", "swap"]);
});
