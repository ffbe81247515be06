// Random edits of the examples: what the server knows of a text that was changed piece by piece is what it knows of the whole text.
// `npm run long -- lsp` tries ten times as many.

import { expect, test } from "vitest";
import { EDITS, sessionProblem } from "./random-edits.js";

test("1,000 random edits leave the text and the answers of one that was sent whole, without an error", async () => {
  const problems: string[] = [];
  for (let seed = 1; seed <= 1_000 / EDITS; seed += 1) {
    const problem = await sessionProblem(seed);
    if (problem !== null) problems.push(`seed ${seed}: ${problem}`);
  }
  expect(problems).toEqual([]);
});
