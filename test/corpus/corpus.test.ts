// One runner for all goldens. Beside `<construct>/<case>.rubric` lie `<case>.txt`, to be read by a person: the source, its diagnostics as
// a terminal shows them in both languages, its formatted text where that differs, and, where `<case>.data.json` gives tables, its
// scores; and `<case>.tree.txt`, its syntax tree. `UPDATE_GOLDEN=1` writes; a missing golden fails.
//
// A case shows the diagnostics that it is about and no others: that of its own name, and those that a line `// codes: …` at its head
// lists. Its data block has no more fields than it reads.

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

const DATA = "data.json";

function scoresText(path: string): string {
  const { rubric } = compile(read(`${path}.rubric`));
  const scored = rubric?.score(datasetOf(path, rubric.program));
  return `${JSON.stringify(scored?.toJSON().subjects, null, 1)}\n`;
}

/** What a person reads to judge a case, each part under a line that names it. */
async function goldenText(path: string, source: string): Promise<string> {
  const formatted = format(source);
  const parts = [
    ["zh", await diagnosticsText(path, "zh")],
    ["en", await diagnosticsText(path, "en")],
    ...(formatted === source ? [] : [["formatted", formatted]]),
    ...(existsSync(join(root, `${path}.${DATA}`)) ? [["scores", scoresText(path)]] : []),
  ];
  return [source, ...parts.map(([name, text]) => `===== ${name}\n${text}`)].map((text) => (text?.endsWith("\n") ? text : `${text}\n`)).join("");
}

describe.each(cases)("%s", (path) => {
  const source = read(`${path}.rubric`);

  it("has its tree", () => expectGolden(`${path}.tree.txt`, treeText(analyse(source).rubric.declarations)));

  it("says, formats and scores", async () => expectGolden(`${path}.txt`, await goldenText(path, source)));

  it("shows the diagnostics that it is about, and no others", () => {
    const found = new Set<string>(analyse(source).findings.map(({ code }) => code));
    const listed = /^\/\/ codes: (.*)$/m.exec(source)?.[1]?.split(" ") ?? [];
    expect([...found].filter((code) => code !== basename(path)).sort()).toEqual(listed.toSorted());
  });

  it("is rid of each diagnostic once its fix is applied", () => {
    const before = analyse(source);
    for (const found of before.findings) {
      for (const fix of found.fixes) expect(countOf(analyse(applied(source, fix.edits)), found.code)).toBeLessThan(countOf(before, found.code));
    }
  });
});

const WORDINGS = cases.filter((path) => path.startsWith("wording/"));

/** Places where people write comments. */
const COMMENTED: readonly (readonly [string, (source: string) => string])[] = [
  ["before", (source) => `// c\n${source}`],
  ["behind", (source) => `${source}\n// c\n`],
  ["behind each line", (source) => source.replace(/^(?=.)(?!.*\/\/).*$/gm, "$& // c")],
  ["above each line", (source) => source.replace(/^/gm, "/* c */\n")],
];

describe.each(WORDINGS)("%s with comments", (path) => {
  const told = (source: string) =>
    analyse(source).findings.map(({ code, span, fixes }) => [code, source.slice(...span), fixes.map(({ edits }) => edits.map(({ text }) => text))]);

  it.each(COMMENTED)("%s is proposed as without them", (_, commented) => {
    const source = read(`${path}.rubric`);
    expect(told(commented(source))).toEqual(told(source));
  });
});

/** Cells as people write them, read as the command reads them. */
function datasetOf(path: string, program: Program): Dataset {
  const file = `${path}.${DATA}`;
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
      const parts = cases.flatMap((path) => read(`${path}.txt`).split(/^===== /m).filter((part) => part.startsWith(`${lang}\n`)));
      expect(parts.length).toBe(cases.length);
      const shown = new Set([...parts.join("\n").matchAll(/^ {2}([a-z0-9-]+)$/gm)].map((match) => match[1]));
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
