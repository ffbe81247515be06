// Every example of the project, scored as a person would score it, is scored by the columnar engine as well; both must agree
// to the last digit.

import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluateColumns } from "@yardstick/engine";
import type { Dataset, Result, RunOptions } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { describe, expect, test, vi } from "vitest";
import { main } from "../packages/cli/src/main.js";

interface Scored {
  readonly program: Program;
  readonly data: Dataset;
  readonly options: RunOptions;
  readonly result: Result;
}

const scored = vi.hoisted((): Scored[] => []);

// Whoever scores does so through this function; what it was given and what it gave is noted.
vi.mock(import("../packages/engine/src/evaluate.js"), async (load) => {
  const engine = await load();
  const evaluate: typeof engine.evaluate = (program, data, options = {}) => {
    const result = engine.evaluate(program, data, options);
    scored.push({ program, data, options, result });
    return result;
  };
  return { ...engine, evaluate };
});

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

describe.each(rubrics)("examples/%s", (rubric) => {
  test("is scored the same by both evaluators", async () => {
    const runs = await score(rubric);
    expect(runs.length).toBeGreaterThan(0);
    for (const { program, data, options, result } of runs) {
      const found = evaluateColumns(program, data, options);
      console.info(`${rubric}: ${found.engine}${found.because === null ? "" : `, because of ${found.because}`}`);
      expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(result)));
    }
  });
});
