// One runner for all goldens: beside `<construct>/<case>.rubric` lie its tree, its diagnostics as a terminal shows them in both
// languages, its formatted text, and, where `<case>.data.json` gives tables, its scores. `UPDATE_GOLDEN=1` writes; a missing golden fails.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { analyse, catalogue, format, render, type Analysis, type TextEdit } from "@yardstick/language";
import type { Dataset } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { readTables } from "@yardstick/tables";
import { compile } from "yardstick";
import { main } from "../../packages/cli/src/main.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const cases = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /(?<!\.formatted)\.rubric$/.test(entry.name))
  .map((entry) => join(relative(root, entry.parentPath), basename(entry.name, ".rubric")))
  .sort();

const read = (path: string): string => readFileSync(join(root, path), "utf8");

function expectGolden(path: string, found: string): void {
  const file = join(root, path);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, found);
  expect(existsSync(file) ? readFileSync(file, "utf8") : `no golden: run UPDATE_GOLDEN=1 npm test -- test/corpus (${path})`).toBe(found);
}

/** The syntax tree as indented lines: kind and what it says, without places. */
function treeText(value: unknown, indent = ""): string {
  if (Array.isArray(value)) return value.map((one) => treeText(one, indent)).join("");
  if (typeof value !== "object" || value === null) return `${indent}${JSON.stringify(value)}\n`;
  const { kind, ...rest } = value as Record<string, unknown>;
  const told = Object.entries(rest).filter(([key, one]) => !/span$/i.test(key) && one !== null && one !== false && !isEmpty(one));
  const plain = told.filter(([, one]) => typeof one !== "object").map(([key, one]) => ` ${key}=${JSON.stringify(one)}`);
  const nested = told.filter(([, one]) => typeof one === "object").map(([key, one]) => `${indent}  ${key}:\n${treeText(one, `${indent}    `)}`);
  return `${indent}${String(kind ?? "·")}${plain.join("")}\n${nested.join("")}`;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

async function diagnosticsText(path: string, lang: "zh" | "en"): Promise<string> {
  let out = "";
  const stdin = { async *[Symbol.asyncIterator]() {} };
  const write = { write: (text: string) => (out += text) };
  await main(["check", `${path}.rubric`, "--lang", lang], { cwd: root, stdout: write, stderr: write, stdin, env: {} });
  return out;
}

describe.each(cases)("%s", (path) => {
  const source = read(`${path}.rubric`);

  it("has its tree", () => expectGolden(`${path}.tree.txt`, treeText(analyse(source).rubric.declarations)));

  it.each(["zh", "en"] as const)("says the same in %s", async (lang) => expectGolden(`${path}.${lang}.txt`, await diagnosticsText(path, lang)));

  it("is formatted", () => expectGolden(`${path}.formatted.rubric`, format(source)));

  it("is rid of each diagnostic once its fix is applied", () => {
    const before = analyse(source);
    for (const found of before.findings) {
      for (const fix of found.fixes) expect(countOf(analyse(applied(source, fix.edits)), found.code)).toBeLessThan(countOf(before, found.code));
    }
  });
});

describe.each(cases.filter((path) => existsSync(join(root, `${path}.data.json`))))("%s with data", (path) => {
  it("scores", () => {
    const { rubric } = compile(read(`${path}.rubric`));
    const scored = rubric?.score(datasetOf(path, rubric.program));
    expectGolden(`${path}.scores.json`, `${JSON.stringify(scored?.toJSON().subjects, null, 1)}\n`);
  });
});

/** Cells as people write them, read as the command reads them. */
function datasetOf(path: string, program: Program): Dataset {
  const file = `${path}.data.json`;
  return readTables(program, [{ role: "subjects", file, format: "json", text: read(file) }]);
}

function countOf({ findings }: Analysis, code: string): number {
  return findings.filter((f) => f.code === code).length;
}

function applied(source: string, edits: readonly TextEdit[]): string {
  const fromLast = [...edits].sort((a, b) => b.span[0] - a.span[0]);
  return fromLast.reduce((text, edit) => text.slice(0, edit.span[0]) + edit.text + text.slice(edit.span[1]), source);
}

describe("the corpus as a whole", () => {
  it("shows every diagnostic there is, but one that needs a text of two million characters", () => {
    for (const lang of ["zh", "en"]) {
      const told = cases.map((path) => read(`${path}.${lang}.txt`)).join("\n");
      const shown = new Set([...told.matchAll(/^ {2}([a-z0-9-]+)$/gm)].map((match) => match[1]));
      expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual(["source-too-large"]);
    }
  });

  it("has that one told in both languages", () => {
    const found = analyse("满分 10 分", { limits: { sourceSize: 5 } }).findings.map((f) => [render(f, "zh"), render(f, "en")]);
    expect(found.flat().map(({ message, help }) => `${message} ${help}`)).toEqual([
      "规则文本有 7 个字符，超过上限 5。 请拆成几个文件，用「引用」连起来。",
      "The rubric has 7 characters, more than the limit of 5. Split it into several files and join them with `use`.",
    ]);
  });
});
