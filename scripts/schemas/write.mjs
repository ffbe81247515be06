// Writes packages/yardstick/schemas/: JSON Schemas of the plain JSON in the interfaces, generated only from the published
// types. Each row is the file, the type, the module that exports it, and a description.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { createGenerator } from "ts-json-schema-generator";
import { root, run } from "../workspace.mjs";

// Types of other packages are read from their declarations.
const code = await run("tsc", ["-b", "packages/yardstick"]);
if (code !== 0) process.exit(code);

const schemas = [
  [
    "tree",
    "Rubric",
    "packages/language/src/syntax/ast.ts",
    "The syntax tree of one rubric: what `parse` and `analyse` give as `rubric`.",
  ],
  [
    "program",
    "Program",
    "packages/language/src/program/program.ts",
    "The checked rubric: names, types, units and points resolved.",
  ],
  [
    "explanation",
    "Explanation",
    "packages/engine/src/data/explanation.ts",
    "How every number of one subject came about: what `explain` gives.",
  ],
  [
    "result",
    "ResultJson",
    "packages/yardstick/src/result-json.ts",
    "Scores of all subjects: what `score --format json` prints.",
  ],
];

for (const [name, type, path, description] of schemas) {
  const { $schema, ...schema } = createGenerator({
    path: join(root, path),
    tsconfig: join(root, path.replace(/src\/.*/, "tsconfig.json")),
    type,
    topRef: true,
    skipTypeCheck: true,
    sortProps: true,
    additionalProperties: false,
  }).createSchema(type);
  const file = join(root, "packages/yardstick/schemas", `${name}.json`);
  const text = JSON.stringify({ $schema, title: name, description, ...schema });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
