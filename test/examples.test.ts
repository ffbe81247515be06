import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../packages/cli/src/main.js";

const root = fileURLToPath(new URL("../examples/", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "yardstick-examples-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const folders = readdirSync(root, { withFileTypes: true })
  // The pages that embed the elements are tested in a browser, what servers run in a file of its own.
  .filter((entry) => entry.isDirectory() && !["ci", "embedding"].includes(entry.name))
  .map((entry) => entry.name);

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  let out = "";
  const stdin = { async *[Symbol.asyncIterator]() {} };
  const code = await main(args, {
    cwd: root,
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (out += text) },
    stdin,
    env: {},
  });
  return { code, out };
}

interface Scored {
  readonly subjects: readonly Readonly<Record<string, unknown>>[];
}

/** Rubrics of an example, its subfolders included: each lies with its data and, in `expected.json`, with results worked out independently. */
function rubricsOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".rubric"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

describe.each(folders)("examples/%s", (folder) => {
  const rubrics = rubricsOf(folder);

  it("has an account of itself in both languages", () => {
    for (const name of ["README.md", "README.zh-CN.md"])
      expect(readFileSync(join(root, folder, name), "utf8")).toContain("yardstick");
    expect(rubrics).not.toEqual([]);
  });

  it("has nothing to be warned of", async () => {
    const { code, out } = await run("check", folder, "--deny-warnings", "--lang", "en");
    expect(out).toContain(" 0 errors, 0 warnings");
    expect(code).toBe(0);
  });

  it("is written in the house style", async () => {
    expect(await run("fmt", "--check", folder)).toEqual({ code: 0, out: "" });
  });

  it("passes the tests inside its rubrics", async () => {
    const { code, out } = await run("test", folder, "--lang", "en");
    expect(out).toMatch(/[1-9]\d* tests? passed, 0 failed/);
    expect(code).toBe(0);
  });

  it.each(rubrics)("%s scores as worked out independently", async (rubric) => {
    const expected = JSON.parse(readFileSync(join(root, dirname(rubric), "expected.json"), "utf8")) as Scored;
    const file = join(scratch, `${basename(rubric)}.json`);
    const { out } = await run("score", rubric, "--format", "json", "--out", file);
    const found = JSON.parse(readFileSync(file, "utf8")) as Scored;
    expect(out).not.toMatch(/internal/i);
    expect(found.subjects.length).toBe(expected.subjects.length);
    found.subjects.forEach((subject, i) => expect(subject).toMatchObject(comparable(expected.subjects[i] ?? {})));
  });
});

const scripts = folders.filter((folder) => readdirSync(join(root, folder)).includes("results.mjs"));

describe.each(scripts)("examples/%s/results.mjs", (folder) => {
  it("gives by other means what expected.json holds", async () => {
    const script = (await import(join(root, folder, "results.mjs"))) as { results(): Scored };
    const expected = JSON.parse(readFileSync(join(root, folder, "expected.json"), "utf8")) as Scored;
    expect(script.results()).toEqual(expected);
  });
});

/** What was awaited is compared as a set of fields: in which order is not of the scheme. */
function comparable(subject: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { awaiting = [], ...rest } = subject as { awaiting?: readonly { field: string }[] };
  return { ...rest, awaiting: expect.arrayContaining(awaiting.map(({ field }) => expect.objectContaining({ field }))) };
}
