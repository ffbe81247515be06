/** The examples with the first few of their subjects, so that every command can be run over each. */
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folderWith } from "./command.js";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));

/** Paths of their rubrics. */
export const EXAMPLES: readonly string[] = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".rubric"))
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

/** All examples in a folder of their own, the one with so many subjects and what its other tables say of them. */
export function exampleWith(rubric: string, subjects: number): string {
  const folder = folderWith({});
  cpSync(examples, folder, { recursive: true });
  if (subjects === Infinity) return folder;
  const of = join(folder, dirname(rubric));
  const data = join(of, "data.csv");
  const [header = "", ...rows] = linesOf(data);
  const kept = rows.slice(0, subjects);
  const isKept = new Set(kept.map(keyOf));
  const keys = new Set(rows.map(keyOf));
  writeFileSync(data, [header, ...kept, ""].join("\n"));
  for (const name of readdirSync(of)) {
    if (!name.endsWith(".csv") || name === basename(data)) continue;
    const file = join(of, name);
    const [head = "", ...others] = linesOf(file);
    const remaining = others.filter((line) => !keys.has(keyOf(line)) || isKept.has(keyOf(line)));
    writeFileSync(file, [head, ...remaining, ""].join("\n"));
  }
  return folder;
}

/** None of the examples has a line break in a cell, and the first column of each of their tables is the key. */
const linesOf = (file: string): readonly string[] =>
  readFileSync(file, "utf8")
    .split(/\r?\n/u)
    .filter((line) => line !== "");
const keyOf = (line: string): string => line.split(",")[0] ?? "";
