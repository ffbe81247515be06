// Nothing of the language is half there: each suffix, verb, kind of item, measure, function, declaration and way of rounding is made by the generator that the two
// evaluators are compared on, is in the tree of a conformance case, and has a sentence with its word in both references.

import {
  type ast,
  builtins,
  itemWords,
  limitMeasures,
  parse,
  type RoleName,
  roundingWords,
  suffixes,
  verbs,
  vocabulary,
} from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seeded } from "../packages/engine/test/columnar/seeded.js";
import { caseFiles } from "./conformance/case-file.js";

const PROGRAMS = 250;

interface Construct {
  readonly name: string;
  /** Its spellings; one of them is in the reference. */
  readonly words: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /** Whether a node of a tree is this construct. */
  readonly isIn: (node: Node) => boolean;
  /** Whether a node of a program is; null: it leaves no trace in a program that an evaluator could read otherwise. */
  readonly isMade: ((node: Node) => boolean) | null;
}

type Node = Readonly<Record<string, unknown>>;

const ofRole = (role: RoleName): Construct["words"] => vocabulary[role];
const isObject = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** The objects in a value, the value itself among them. */
function* nodesIn(value: unknown): Generator<Node> {
  const pending = [value];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (!isObject(one)) continue;
    if (!Array.isArray(one)) yield one;
    pending.push(...Object.values(one).filter(isObject));
  }
}

const ofSuffixes = suffixes.map(({ kind, word, takes }): Construct => {
  const is = ({ kind: found, operand, text }: Node): boolean => found === kind && (isObject(operand) || isObject(text));
  return { name: `suffix ${kind}`, words: ofRole(word), isIn: is, isMade: takes === "text" ? null : is };
});

const ofVerbs = verbs.map(({ name, effect }): Construct => {
  const is = (node: Node): boolean => node["effect"] === effect && isObject(node["amount"]);
  return { name: `verb ${effect}`, words: ofRole(name), isIn: is, isMade: is };
});

const ofItems = itemWords.map(({ form, word }): Construct => {
  const is = (node: Node): boolean => node["kind"] === "item" && node["form"] === form;
  return { name: `item ${form}`, words: ofRole(word), isIn: is, isMade: is };
});

const ofMeasures = limitMeasures.map(({ begin, kind }): Construct => {
  const is = (node: Node): boolean => node["kind"] === kind && isObject(node["limit"]);
  return { name: `measure ${kind}`, words: ofRole(begin), isIn: is, isMade: is };
});

/** Functions that the checker reduces to another, by what it makes of them. */
const REDUCED: Readonly<Record<string, string>> = {
  deviation: "root",
  sample_deviation: "root",
  zscore: "root",
  percentile: "one-read",
  workdays: "weekday",
};

/** How a call is written in a checked program. A function that the checker reduces to another stands beside it. */
const ofFunctions = Object.entries(builtins).map(([name, { zh }]): Construct => {
  const spelt = new Set([name, zh]);
  const isIn = (node: Node): boolean => {
    const called = node["name"];
    return (
      node["kind"] === "call" && isObject(called) && typeof called["text"] === "string" && spelt.has(called["text"])
    );
  };
  const isMade = ({ kind, name: found, to }: Node): boolean => {
    if (kind === "apply" && name in REDUCED) return found === REDUCED[name];
    if (kind === "apply" || kind === "aggregate" || kind === "cohort") return found === name;
    if (kind === "reference") return isObject(to) && (to["kind"] === name || to["kind"] === `part-${name}`);
    return kind === name;
  };
  return { name: `function ${name}`, words: { en: [name], zh: [zh] }, isIn, isMade };
});

type Table = (program: Program) => readonly unknown[];

/** The word of each declaration, and where a checked program keeps it; null: evaluators do not read it. */
const declarations: Readonly<Record<ast.Declaration["kind"], readonly [RoleName, Table | null]>> = {
  title: ["Rubric", null],
  edition: ["Edition", null],
  total: ["Total", null],
  rounding: ["RoundsTo", ({ scoreDecimals }) => (scoreDecimals === 2 ? [] : [scoreDecimals])],
  use: ["Use", null],
  data: ["Data", ({ fields }) => fields],
  "choice-declaration": ["ChoiceType", ({ choices }) => choices],
  constant: ["Constant", ({ constants }) => constants],
  section: ["Section", ({ parts }) => parts.filter(({ kind }) => kind === "section")],
  item: ["Item", ({ parts }) => parts.filter(({ kind }) => kind === "item")],
  "bonus-only": ["BonusOnlyIn", null],
  veto: ["Veto", ({ vetoes }) => vetoes],
  coefficient: ["Coefficient", ({ coefficients }) => coefficients],
  ranking: ["Ranking", ({ rankings }) => rankings],
  grades: ["Grades", ({ grades }) => grades],
  award: ["Award", ({ awards }) => awards],
  consequence: ["Consequence", ({ consequences }) => consequences],
  let: ["Let", ({ lets }) => lets],
  output: ["Output", ({ outputs }) => outputs],
  requirement: ["Require", ({ requirements }) => requirements],
  policy: ["Policy", ({ policies }) => policies],
  scenario: ["Scenario", null],
  test: ["Test", null],
};

const ofDeclarations = Object.entries(declarations).map(([kind, [role, table]]): Construct => ({
  name: `declaration ${kind}`,
  words: ofRole(role),
  isIn: (node) => node["kind"] === kind,
  isMade: table === null ? null : (node) => "language" in node && table(node as unknown as Program).length > 0,
}));

/** A mode stands beside a step in a program, or is the function of a value and a step. */
const ofModes = roundingWords.map(({ name, mode }): Construct => ({
  name: `rounding ${mode}`,
  words: ofRole(name),
  isIn: (node) => node["mode"] === mode,
  isMade: (node) => node["mode"] === mode && typeof node["step"] === "string",
}));

const toStep: Construct = {
  name: "rounding to a step",
  words: ofRole("RoundsToStep"),
  isIn: ({ kind, isStep }) => kind === "rounds-to" && isStep === true,
  isMade: ({ mode, step }) => typeof mode === "string" && step === "1/2",
};

const ofGradeChanges = (
  [
    ["raise", "RaiseBy"],
    ["lower", "LowerBy"],
    ["raise-to", "RaiseTo"],
    ["at-most", "GradeAtMost"],
  ] as const
).map(([kind, role]): Construct => {
  const is = ({ change, condition }: Node): boolean =>
    isObject(condition) && isObject(change) && change["kind"] === kind;
  return { name: `grade ${kind}`, words: ofRole(role), isIn: is, isMade: is };
});

const headToHead: Construct = {
  name: "head to head",
  words: ofRole("HeadToHead"),
  isIn: ({ by, against }) => isObject(by) && isObject(against),
  isMade: ({ by, against }) => isObject(by) && isObject(against),
};

const constructs = [
  headToHead,
  ...ofModes,
  ...ofGradeChanges,
  toStep,
  ...ofSuffixes,
  ...ofItems,
  ...ofVerbs,
  ...ofMeasures,
  ...ofFunctions,
  ...ofDeclarations,
];

const foundIn = (values: Iterable<unknown>, is: (construct: Construct) => ((node: Node) => boolean) | null) => {
  const missing = new Set(constructs.filter((construct) => is(construct) !== null));
  for (const value of values) {
    for (const node of nodesIn(value))
      for (const construct of missing) if (is(construct)?.(node) === true) missing.delete(construct);
    if (missing.size === 0) break;
  }
  return [...missing].map(({ name }) => name);
};

function* generated(): Generator<Program> {
  for (let seed = 0; seed < PROGRAMS; seed += 1) yield seeded(seed).program;
}

function* trees(): Generator<unknown> {
  for (const { cases } of caseFiles()) for (const { rubric } of cases) yield parse(rubric.join("\n")).rubric;
}

describe("each suffix, verb, measure, function and declaration", () => {
  test("is made by the generator", () => {
    expect(foundIn(generated(), ({ isMade }) => isMade)).toEqual([]);
  });

  test("is in a conformance case", () => {
    expect(foundIn(trees(), ({ isIn }) => isIn)).toEqual([]);
  });

  test.each(["en", "zh"] as const)("has a sentence in the reference (%s)", (lang) => {
    const text = ["reference", "details"]
      .map((page) => readFileSync(new URL(`../docs/language/${page}.${lang}.md`, import.meta.url), "utf8"))
      .join("\n");
    const samples = /^```[^]*?^```$/gmu;
    const inSentences = [...text.replaceAll(samples, "").matchAll(/`([^`\n]+)`/gu)].map(([code]) => code).join("\n");
    const inSamples = [...text.matchAll(samples)].map(([sample]) => sample).join("\n");
    const has = (code: string) => (word: string) =>
      new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}_])`, "u").test(code);
    // What a declaration is for is said by the head of its chapter; its word is in a sample there.
    const placeOf = ({ name }: Construct): string =>
      name.startsWith("declaration ") ? `${inSentences}\n${inSamples}` : inSentences;
    const missing = constructs.filter((one) => !one.words[lang].some(has(placeOf(one))));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
