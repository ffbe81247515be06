// Every example of the project, scored as a person would score it: what the API gave, and why, must be what the reference
// evaluator says, to the last digit.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate } from "@yardstick/engine";
import type { ColumnarResult, Dataset, RunOptions } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { afterAll, describe, expect, test, vi } from "vitest";
import { someOf } from "./properties.js";
import { main } from "../packages/cli/src/main.js";
import { changedBy, evaluationOf } from "../packages/engine/src/run/evaluate.js";
import { explanationOf } from "../packages/engine/src/explain/explain.js";
import { Session } from "../packages/engine/src/session/session.js";

interface Scored {
  readonly program: Program;
  readonly data: Dataset;
  readonly options: RunOptions;
  readonly result: ColumnarResult;
}

const scored: Scored[] = [];

// All scoring goes through a session; what it was given and what it gave is noted.
const { result: resultOf } = Session.prototype;
const noted = vi.spyOn(Session.prototype, "result").mockImplementation(function note(this: Session) {
  const result = resultOf.call(this);
  // No example is scored with a scenario: the base is then the program itself.
  scored.push({ program: this["base"], data: this["data"] as Dataset, options: this["options"], result });
  return result;
});
afterAll(() => noted.mockRestore());

const root = fileURLToPath(new URL("../examples/", import.meta.url));
const rubrics = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".rubric"))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)));

async function score(rubric: string): Promise<readonly Scored[]> {
  scored.length = 0;
  const silent = { write: () => true };
  await main(["score", rubric, "--format", "json"], {
    cwd: root,
    stdout: silent,
    stderr: silent,
    stdin: { async *[Symbol.asyncIterator]() {} },
    env: {},
  });
  return [...scored];
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(someOf(rubrics, 7))("examples/%s", (rubric) => {
  test("is scored and explained the same by both evaluators", async () => {
    const runs = await score(rubric);
    expect(runs.length).toBeGreaterThan(0);
    for (const { program, data, options, result } of runs) {
      const { scenario, period } = options;
      expect(scenario ?? null).toBeNull();
      console.info(`${rubric}: ${result.engine}${result.because === null ? "" : `, because of ${result.because}`}`);
      expect(plain(result)).toEqual(plain(evaluate(program, data, { scenario, period })));
      const { explain } = result;
      if (explain === null) continue;
      result.subjects.forEach((_, row) => {
        const run = evaluationOf(program, data, { scenario, period }, row);
        const subject = run.subjects[row];
        if (subject !== undefined && subject.row === row)
          expect(plain(explain(row))).toEqual(plain(explanationOf(subject, run, changedBy(program, scenario))));
      });
    }
  });
});
