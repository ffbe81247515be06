/**
 * Every command in every format and both languages, over the examples and over rubrics with hostile names: nothing throws, no
 * stack is printed, and both languages state the same facts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { DEFAULT_TABLE_LIMITS } from "../../packages/tables/src/limits.js";
import { openWorkbook } from "../../packages/tables/src/xlsx/workbook.js";
import { isWhole, someOf } from "../properties.js";
import type { Outcome } from "./command.js";
import { folderWith, run } from "./command.js";
import { EXAMPLES, exampleWith } from "./few-subjects.js";
import { BARE, HOSTILE, hostileFiles } from "./hostile.js";

vi.setConfig({ testTimeout: 120_000 });

const STACK = /\n\s+at .*[:(]\d+|TypeError|RangeError|InvalidArgumentError|\[object Object\]|\bNaN\b/u;

/** Keys of JSON whose values are sentences. */
const MESSAGES = new Set([
  "message",
  "help",
  "title",
  "why",
  "what",
  "text",
  "label",
  "heading",
  "statusText",
  "condition",
  "lang",
]);

/** JSON without sentences, and without what is written in the words of a language. */
function facts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(facts);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).flatMap(([key, inner]) => (MESSAGES.has(key) ? [] : [[key, facts(inner)]]));
}

/** In an order of their own: languages put them in other places of a sentence. */
const numbersIn = (text: string): readonly string[] => (text.match(/\d+(?:\.\d+)?/gu) ?? []).sort();

/** Both outcomes, held to each other: neither crashed, the same code, and what `read` makes of their output. */
function expectSame(zh: Outcome, en: Outcome, read: (outcome: Outcome) => unknown): void {
  for (const { out, err } of [zh, en]) {
    expect(out).not.toMatch(STACK);
    expect(err).not.toMatch(STACK);
  }
  expect(en.code).toBe(zh.code);
  expect(read(en)).toEqual(read(zh));
}

const asJson = ({ out }: Outcome): unknown => (out === "" ? null : facts(JSON.parse(out)));
const asJsonLines = ({ out }: Outcome): unknown =>
  out.split("\n").map((line) => (line === "" ? null : facts(JSON.parse(line))));
/** As many lines, with the same numbers in each: only words may differ. */
const asLines = ({ out }: Outcome): unknown => out.split("\n").length;
const asNumbers = ({ out }: Outcome): unknown => out.split(/\r?\n/u).map((line) => numbersIn(line));
/** The numbers of the whole text, where rules of different lengths are broken into lines. */
const asAllNumbers = ({ out }: Outcome): unknown => numbersIn(out);
/** The numbers of every element of a page. */
const asPage = ({ out }: Outcome): unknown =>
  out
    .replace(/<style>.*?<\/style>|<[^>]*>/gsu, "\n")
    .split("\n")
    .flatMap((text) => (/\d/u.test(text) ? [numbersIn(text)] : []));

/** Sheets with their cells that are numbers. */
function sheetsOf(path: string): unknown {
  const opened = openWorkbook(new Uint8Array(readFileSync(path)), DEFAULT_TABLE_LIMITS);
  if (!("table" in opened)) throw new Error(`${path} does not open`);
  return opened.table.sheets.map((sheet) => {
    const grid = sheet.read();
    if (!("table" in grid)) throw new Error(`a sheet of ${path} cannot be read`);
    return grid.table.rows.map(({ cells }) =>
      cells.map((cell) => (typeof cell === "object" && cell !== null && cell.kind === "number" ? cell.token : "")),
    );
  });
}

interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  readonly read: (outcome: Outcome) => unknown;
}

/** What is written depends on the samples; how it is written does not. */
const FEW_SAMPLES = ["--samples", "50"];

function commands(rubric: string, subject: string, scenario: string | null): readonly Command[] {
  const scored: readonly Command[] = [
    { name: "score table", argv: ["score", rubric], read: asNumbers },
    { name: "score json", argv: ["score", rubric, "--format", "json"], read: asJson },
    { name: "score ndjson", argv: ["score", rubric, "--format", "ndjson"], read: asJsonLines },
    { name: "score csv", argv: ["score", rubric, "--format", "csv"], read: asNumbers },
    { name: "score html", argv: ["score", rubric, "--format", "html"], read: asPage },
    { name: "explain text", argv: ["explain", rubric, subject], read: asAllNumbers },
    { name: "explain json", argv: ["explain", rubric, subject, "--format", "json"], read: asJson },
    { name: "explain html", argv: ["explain", rubric, subject, "--format", "html"], read: asPage },
    { name: "impact table", argv: ["impact", rubric], read: asNumbers },
    { name: "impact json", argv: ["impact", rubric, "--format", "json"], read: asJson },
    { name: "sensitivity table", argv: ["sensitivity", rubric, ...FEW_SAMPLES], read: asNumbers },
    { name: "sensitivity json", argv: ["sensitivity", rubric, ...FEW_SAMPLES, "--format", "json"], read: asJson },
    { name: "check text", argv: ["check", rubric], read: asLines },
    { name: "check json", argv: ["check", rubric, "--format", "json"], read: asJson },
    { name: "test text", argv: ["test", rubric], read: asLines },
    { name: "test json", argv: ["test", rubric, "--format", "json"], read: asJson },
    { name: "fmt check", argv: ["fmt", rubric, "--check"], read: ({ code }) => code },
  ];
  if (scenario === null) return scored;
  return [
    ...scored,
    { name: "compare table", argv: ["compare", rubric, "--scenario", scenario], read: asNumbers },
    { name: "compare json", argv: ["compare", rubric, "--scenario", scenario, "--format", "json"], read: asJson },
  ];
}

/** How many of the commands and outputs are run on each rubric in `npm test`: others on the next, so that each is run on several. */
const SHARE = 4;

/** `npm run long -- whole` runs them all. */
async function expectMatrix(cwd: string, rubric: string, turn: number): Promise<void> {
  const scores = await run(cwd, ["score", rubric, "--format", "json", "--lang", "en"]);
  if (scores.out === "") {
    // A name that the language refuses, for signs that are not seen: refused in both languages for the same reason.
    const check = ["check", rubric, "--format", "json"];
    expect(scores.code).toBe(1);
    expectSame(await run(cwd, [...check, "--lang", "zh"]), await run(cwd, [...check, "--lang", "en"]), asJson);
    return;
  }
  const { subjects } = JSON.parse(scores.out) as { readonly subjects: readonly { readonly key: string }[] };
  const scenario =
    /^(?:方案|scenario)\s+["“「]?([^\s"”」{]+)/mu.exec(readFileSync(join(cwd, rubric), "utf8"))?.[1] ?? null;
  const all = commands(rubric, subjects[0]?.key ?? "", scenario);
  const first = (turn * SHARE) % all.length;
  const inTurn = isWhole ? all : [...all, ...all].slice(first, first + SHARE);
  for (const { name, argv, read } of inTurn) {
    if (!isWhole && name.startsWith("sensitivity") && MANY_CONSTANTS.test(rubric)) continue;
    const zh = await run(cwd, [...argv, "--lang", "zh"]);
    const en = await run(cwd, [...argv, "--lang", "en"]);
    try {
      expectSame(zh, en, read);
    } catch (error) {
      throw new Error(`${name} of ${rubric}`, { cause: error });
    }
  }
  const workbooks = [
    ["score", ["--format", "xlsx"]],
    ["form", []],
  ] as const;
  for (const [command, options] of isWhole ? workbooks : workbooks.slice(turn % 2, (turn % 2) + 1)) {
    const written = async (lang: string) => {
      const out = join(cwd, `${command}-${lang}.xlsx`);
      return run(cwd, [command, rubric, ...options, "--out", out, "--lang", lang]);
    };
    expectSame(await written("zh"), await written("en"), () => null);
    expect(sheetsOf(join(cwd, `${command}-en.xlsx`))).toEqual(sheetsOf(join(cwd, `${command}-zh.xlsx`)));
  }
}

/** The worst names for everything, the others for one thing each. */
function namedAs(name: string, at: number): readonly (readonly [string, (typeof BARE)[number]])[] {
  const isWorst = name === "history" || name === "__proto__" || name === "constructor";
  return BARE.filter((_, index) => isWorst || index === at % BARE.length).map((bare) => [name, bare] as const);
}

/** In the long run the examples have all their subjects. */
const SUBJECTS = isWhole ? Infinity : 3;
/** Constants by the dozen: their sensitivity is examined in the long run. */
const MANY_CONSTANTS = /^community-cadres\//u;

describe("every command, format and language", () => {
  it.each(EXAMPLES.map((name, turn) => ({ name, turn })))("of the example $name", async ({ name, turn }) => {
    await expectMatrix(exampleWith(name, SUBJECTS), name, turn);
  });

  const called = HOSTILE.flatMap(namedAs).map(([name, bare], turn) => ({ name, bare, turn }));
  it.each(someOf(called, called.length / 2))(
    "of a rubric in which everything is called after $name, and $bare so",
    async ({ name, bare, turn }) => {
      await expectMatrix(folderWith(hostileFiles(name, bare)), "a.rubric", turn);
    },
  );
});
