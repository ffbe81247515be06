// Compares explanations of single subjects on DuckDB with those of data in memory: every subject of every conformance case, every subject of
// every example under each of its scenarios, and generated rubrics (`--count`).

import { join } from "node:path";
import { root, run as started } from "../workspace.mjs";
import { numberOption } from "./measured.mjs";

export async function run(args) {
  process.env.YARDSTICK_EXPLAINED = "all";
  process.env.YARDSTICK_EXPLAINED_PAIRS = String(numberOption(args, "count", 1_000));
  const files = ["test/sql/explained-on-duckdb", "packages/sql/test/explained.test.ts"];
  return started(join(root, "node_modules", ".bin", "vitest"), ["run", "--config", "test/vitest.config.ts", ...files]);
}
