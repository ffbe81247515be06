// The rubrics of the repository: those of the corpus, including invalid ones, and the examples.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));

function* rubricsUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* rubricsUnder(path);
    else if (/(?<!\.formatted)\.rubric$/.test(entry.name)) yield readFileSync(path, "utf8");
  }
}

/** Their texts. */
export const corpus: readonly string[] = [
  ...rubricsUnder(join(root, "test", "corpus")),
  ...rubricsUnder(join(root, "examples")),
];
