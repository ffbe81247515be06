import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ErrorObject } from "ajv";
import { describe, expect, it } from "vitest";
import { analyse } from "../packages/language/src/index.js";
import { main } from "../packages/cli/src/main.js";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const rubrics = readdirSync(examples, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".rubric"))
  .map((entry) => relative(examples, join(entry.parentPath, entry.name)));
const corpus = fileURLToPath(new URL("corpus/", import.meta.url));
const cases = readdirSync(corpus, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /(?<!\.formatted)\.rubric$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

// Scoring an example takes long on a machine that does other work besides.

const ajv = new Ajv({ allErrors: false, allowUnionTypes: true });

/** What a value has against the schema as the package exports it; null where it keeps to it. */
function schema(name: string): (value: unknown) => ErrorObject[] | null {
  const path = new URL(`../packages/yardstick/schemas/${name}.json`, import.meta.url);
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")) as object);
  return (value) => (validate(value) ? null : (validate.errors ?? []));
}

const tree = schema("tree");
const program = schema("program");
const result = schema("result");
const explanation = schema("explanation");

async function printed(...args: string[]): Promise<unknown> {
  let out = "";
  const stdin = { async *[Symbol.asyncIterator]() {} };
  const stdout = { write: (text: string) => (out += text) };
  await main(args, { cwd: examples, stdout, stderr: { write: () => 0 }, stdin, env: {} });
  return JSON.parse(out);
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(rubrics)("what is written of %s keeps to its schema", (rubric) => {
  const read = analyse(readFileSync(join(examples, rubric), "utf8"), { uses: usedBy(rubric) });

  it("the tree", () => expect(tree(asJson(read.rubric))).toBeNull());

  it("the program", () => {
    expect(read.program).not.toBeNull();
    expect(program(asJson(read.program))).toBeNull();
  });

  it("the scores, and the explanation of its first subjects", async () => {
    const scores = (await printed("score", rubric, "--format", "json")) as { subjects: { key: string }[] };
    expect(scores.subjects).not.toEqual([]);
    expect(result(scores)).toBeNull();
    for (const { key } of scores.subjects.slice(0, 2))
      expect(explanation(await printed("explain", rubric, key, "--format", "json"))).toBeNull();
  });
});

describe("of any rubric", () => {
  it("with mistakes or without, the tree keeps to its schema, and so does the program where there is one", () => {
    for (const path of cases) {
      const read = analyse(readFileSync(path, "utf8"));
      expect(tree(asJson(read.rubric))).toBeNull();
      expect(read.program === null ? null : program(asJson(read.program))).toBeNull();
    }
  });

  it("what is no tree, no program, no result and no explanation does not", () => {
    for (const one of [tree, program, result, explanation]) {
      expect(one({})).not.toBeNull();
      expect(one({ kind: "rubric", span: [0, "1"], declarations: [], more: 1 })).not.toBeNull();
    }
  });
});

/** Programs of the rubrics that one uses, by path as written. */
function usedBy(rubric: string): Map<string, NonNullable<ReturnType<typeof analyse>["program"]>> {
  const used = new Map<string, NonNullable<ReturnType<typeof analyse>["program"]>>();
  const source = readFileSync(join(examples, rubric), "utf8");
  for (const [, path] of source.matchAll(/^(?:use|引用)\s+["“]([^"”]+)["”]/gm)) {
    const { program: other } = analyse(readFileSync(join(examples, dirname(rubric), path!), "utf8"));
    if (other !== null) used.set(path!, other);
  }
  return used;
}
