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
  use: ["Use", ({ uses }) => uses],
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

const isOverPeriods =
  (wanted: string) =>
  ({ kind, over, name }: Node): boolean =>
    kind === "aggregate" && isObject(over) && over["kind"] === "series" && name === wanted;

/** What is a property of a construct rather than one of its own; that its keyword is in a case is held by `complete-editors.test.ts`. */
const properties: Readonly<Record<string, (node: Node) => boolean>> = {
  "each … where": ({ each }) => isObject(each) && isObject(each["where"]),
  "a judgement": ({ amount }) => isObject(amount) && amount["kind"] === "judgement",
  "an amount of each row": ({ each, amount }) =>
    isObject(each) && isObject(amount) && isObject(amount["value"]) && amount["value"]["kind"] === "row-field",
  "in proportion": ({ kind, actual, floor }) => kind === "proportion" && isObject(actual) && floor === null,
  "in proportion … below": ({ kind, floor }) => kind === "proportion" && isObject(floor),
  between: ({ kind, from, to }) => kind === "between" && isObject(from) && isObject(to),
  "applies if": ({ otherwise, condition }) => otherwise === "full" && isObject(condition),
  "otherwise 0": ({ otherwise, condition }) => otherwise === "zero" && isObject(condition),
  "otherwise rescale": ({ otherwise, condition }) => otherwise === "rescale" && isObject(condition),
  "a weight": ({ path, points, worth }) => typeof path === "string" && points !== worth,
  "a section by a field": ({ variants }) => isObject(variants) && isObject(variants["by"]),
  "decimals of a part": ({ path, decimals }) => typeof path === "string" && typeof decimals === "number",
  "up to … per": ({ kind, per }) => kind === "up-to" && isObject(per),
  "lowest first": ({ thenBy, lowestFirst }) => Array.isArray(thenBy) && lowestFirst === true,
  "then by … lowest first": ({ by, against, lowestFirst }) => isObject(by) && against === null && lowestFirst === true,
  "a ranking within a group": ({ thenBy, within }) => Array.isArray(thenBy) && typeof within === "number",
  "a ranking of some": ({ thenBy, where }) => Array.isArray(thenBy) && isObject(where),
  "a ranking by each section": ({ thenBy, by }) => Array.isArray(thenBy) && by === "each-section",
  "ties dense": ({ thenBy, ties }) => Array.isArray(thenBy) && ties === "dense",
  "score 0": ({ kind }) => kind === "score-zero",
  unranked: ({ kind }) => kind === "unranked",
  "no place": ({ kind }) => kind === "no-place",
  "no awards": ({ kind }) => kind === "no-awards",
  "a veto's grade at most": ({ kind, grade }) => kind === "grade-at-most" && typeof grade === "string",
  "a quota as a share": ({ quota }) => isObject(quota) && quota["kind"] === "share",
  "a quota as a number": ({ quota }) => isObject(quota) && quota["kind"] === "number",
  "a quota that rounds up": ({ quota }) => isObject(quota) && quota["rounding"] === "up",
  "a quota that rounds half up": ({ quota }) => isObject(quota) && quota["rounding"] === "half-up",
  "what an award pays": ({ ranking, pays }) => typeof ranking === "number" && isObject(pays),
  "an award on a condition": ({ ranking, pays, condition }) =>
    typeof ranking === "number" && pays !== undefined && isObject(condition),
  "a coefficient of parts": ({ appliesTo }) => Array.isArray(appliesTo),
  "a coefficient of the total": ({ appliesTo }) => appliesTo === "total",
  "across a group": ({ kind, within }) => kind === "cohort" && typeof within === "number",
  "across some": ({ kind, where }) => kind === "cohort" && isObject(where),
  "rank ties dense": ({ kind, ties }) => kind === "cohort" && ties === "dense",
  "rank ties average": ({ kind, ties }) => kind === "cohort" && ties === "average",
  "rows … where": ({ kind, where }) => kind === "aggregate" && isObject(where),
  drop: ({ kind, highest, lowest }) => kind === "drop" && highest !== 0 && lowest !== 0,
  "drop a share": ({ kind, highest }) => kind === "drop-share" && highest !== undefined,
  "keep highest": ({ kind, side }) => kind === "keep" && side === "highest",
  "keep lowest": ({ kind, side }) => kind === "keep" && side === "lowest",
  ...Object.fromEntries(
    ["sum", "average", "median", "count", "any", "all", "share"].map((name) => [
      `${name} over periods`,
      isOverPeriods(name),
    ]),
  ),
  "over periods … where": ({ kind, over, where }) =>
    kind === "aggregate" && isObject(over) && over["kind"] === "series" && isObject(where),
  "a result of another rubric": ({ kind, to, type }) =>
    kind === "reference" && isObject(to) && to["kind"] === "used" && isObject(type) && type["kind"] !== "series",
  "all periods": ({ allPeriods }) => allPeriods === true,
  "three periods": ({ kind, operand }) => kind === "previous" && isObject(operand) && operand["kind"] === "previous",
  "a first period": ({ kind, operand }) => kind === "is-none" && isObject(operand) && operand["kind"] === "previous",
  "= none": ({ kind }) => kind === "is-none",
  last: ({ kind, to }) => kind === "reference" && isObject(to) && to["kind"] === "last",
  optional: ({ optional }) => optional === true,
  "bands without else": ({ kind, otherwise }) => kind === "bands" && otherwise === null,
};

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

  test("has each of its properties made by the generator", () => {
    const missing = new Map(Object.entries(properties));
    for (const program of generated())
      for (const node of nodesIn(program)) for (const [name, is] of missing) if (is(node)) missing.delete(name);
    expect([...missing.keys()]).toEqual([]);
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
