// Mutations of the nine documents of test/documents/corpus: figures changed, clauses swapped, cells merged, restricting phrases put in.
// None may be read as another rule than the right one mutated in the same way.

import { join } from "node:path";
import { root } from "../workspace.mjs";
import { seededSlices } from "./seeded-slices.mjs";

export const run = (args) =>
  seededSlices(args, {
    name: "mutations",
    entry: "test/documents/mutate-corpus.ts",
    what: "read as something else",
    env: { DOCUMENTS: join(root, "test/documents/corpus") },
  });
