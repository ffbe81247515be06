// `let r = E` and then `r` is the same as `(E)`, wherever either may stand: the same refusals or the same values, in both
// evaluators and in explanations. A `let` alone may be refused where the value needs an item: `full`, and tables of points and shares.

import {
  evaluate,
  evaluateColumns,
  explain,
  type Explanation,
  type Result,
  type SubjectResult,
} from "@yardstick/engine";
import { analyse, render } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { readTables } from "@yardstick/tables";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { costly } from "../properties.js";
import { Choices, conditionText, HEAD, numberText } from "./generated-expression.js";

vi.setConfig({ testTimeout: 3_600_000 });

const { numRuns } = costly;

const row = (name: string, more: object): object => ({
  name, year: "2024", sat: "92.46%", tat: "70%", late: "2", due: "20", came: "17", homes: "8", mark: "90", most: "100", got: "30",
  wage: "1200", done: "700", target: "800", grade: "fair", group: "east", day: "2024-05-06", united: "yes", ...more,
}); // prettier-ignore
const side = (name: string, more: object): object => ({
  name,
  year: "2024",
  matter: "m",
  amount: "3",
  growth: "2.5",
  marks: "71",
  held: "12.5%",
  kind: "light",
  ...more,
});
const subjects = {
  office: [
    row("A", {}),
    row("B", {
      sat: "44.9%",
      late: "0",
      came: "20",
      mark: "0",
      got: "0",
      wage: "999.99",
      done: "0",
      grade: "poor",
      united: "no",
      group: "west",
    }),
    row("C", { sat: "", late: "7", mark: "", grade: "good" }),
  ],
  ledger: [
    side("A", {}),
    side("A", { amount: "1", kind: "grave", held: "60%", marks: "40" }),
    side("B", { growth: "0.35" }),
  ],
};
const history = [
  { name: "A", year: "2023", score: "55.00" },
  { name: "A", year: "2022", score: "80.00" },
  { name: "B", year: "2023", score: "91.00" },
];

const wide = "within -1000000000 points .. 1000000000 points";
/** Where an expression may stand: the rest of a rubric around it. */
const places: Readonly<Record<string, (e: string) => string>> = {
  earn: (e) => `item it 40 points ${wide} { earn ${e} }`,
  deduct: (e) => `item it 40 points ${wide} { deduct ${e} }`,
  output: (e) => `item it 40 points { earn full }\noutput o = ${e} rounds to 10 decimals`,
  "up to": (e) => `item it 40 points ${wide} { per late deduct 3 points up to ${e} }`,
  each: (e) => `item it 40 points ${wide} { each ledger deduct ${e} }`,
  pays: (e) => `item it 40 points { earn full }\naward flag overall place 1 .. 3 pays ${e}`,
  factor: (e) => `item it 40 points ${wide} { earn ${e} * 60% }`,
  half: (e) => `item it 40 points ${wide} { earn (${e}) / 2 }`,
  divisor: (e) => `item it 40 points { earn full }\noutput o = wage / ${e} rounds to 10 decimals`,
  plus: (e) => `item it 40 points ${wide} { earn ${e} + 5% }`,
  less: (e) => `item it 40 points ${wide} { earn 1 - ${e} }`,
  points: (e) => `item it 40 points ${wide} { earn 10 points * ${e} }`,
  maximum: (e) => `item it 40 points ${wide} { earn max(0, ${e}) }`,
  rounded: (e) => `item it 40 points ${wide} { earn round(${e}, 1) }`,
  row: (e) => `item it 40 points ${wide} { earn by grade { good: ${e}; else: 0 } }`,
  bands: (e) => `item it 40 points ${wide} { earn by ${e} { >= 60%: 100%; else: 0 } }`,
  limit: (e) => `item it 40 points ${wide} { if sat < ${e} deduct 1 point }`,
  per: (e) => `item it 40 points ${wide} { per late over ${e} deduct 1 point }`,
  counted: (e) => `item it 40 points ${wide} { per ${e} deduct 0.1 points }`,
  proportion: (e) => `item it 40 points ${wide} { earn in proportion ${e} / target }`,
  ranking: (e) => `item it 40 points { earn full }\nranking by_it by ${e}`,
  across: (e) => `item it 40 points { earn full }\noutput o = mean(${e}) rounds to 10 decimals`,
  coefficient: (e) => `item it 40 points { earn full }\ncoefficient k ${e} applies to it`,
};
const always = ["earn", "deduct", "output"];
const conditionPlaces: Readonly<Record<string, (e: string) => string>> = {
  if: (e) => `item it 40 points ${wide} { if ${e} deduct 1 point }`,
  unless: (e) => `item it 40 points ${wide} { per late deduct 1 point unless ${e} }`,
  output: (e) => `item it 40 points { earn full }\noutput o = ${e}`,
  consequence: (e) => `item it 40 points { earn full }\nconsequence warned if ${e}`,
  veto: (e) => `item it 40 points { earn full }\nveto bad if ${e} { no place }`,
  and: (e) => `item it 40 points ${wide} { if (${e}) and late > 0 deduct 1 point }`,
};

const rubric = (rest: string): string =>
  `rubric "let"\n${HEAD}item base 60 points { per late deduct 5 points }\n${rest}\nranking overall by score within group\nscore rounds to 10 decimals\n`;

interface Checked {
  readonly program: Program | null;
  readonly errors: readonly string[];
}

function checked(text: string): Checked {
  const { program, findings } = analyse(text);
  const errors = findings.map((found) => render(found, "en")).filter(({ severity }) => severity === "error");
  return { program, errors: [...new Set(errors.map(({ code }) => code))].sort() };
}

/** Refusals of a value that only an item's amount can have: `full`, and tables of points and shares. */
const needsItem = ["full-outside-item", "rows-differ"];

function valuesOf(program: Program, explained: string): unknown {
  const source = (role: "subjects" | "history", value: unknown) => ({
    role,
    file: `${role}.json`,
    format: "json" as const,
    text: JSON.stringify(value),
  });
  const dataset = readTables(program, [source("subjects", subjects), source("history", history)]);
  const results: readonly Result[] = [evaluate(program, dataset), evaluateColumns(program, dataset)];
  return {
    results: results.map(({ subjects: scored }) => withoutNames(scored)),
    explained: withoutNames(explain(program, dataset, explained)),
  };
}

/** A result or an explanation without where things stand and what was read, which names the let. */
function withoutNames(found: readonly SubjectResult[] | Explanation | null): unknown {
  return JSON.parse(
    JSON.stringify(found, (name, value: unknown) =>
      name === "span" ||
      name === "reads" ||
      name === "evidence" ||
      name === "basis" ||
      name === "provisional" ||
      name === "awaiting"
        ? undefined
        : value,
    ),
  );
}

interface Difference {
  readonly place: string;
  readonly inPlace: unknown;
  readonly throughLet: unknown;
}

/** Where two results first differ, and how. */
function firstDifference(a: unknown, b: unknown, path: string): Omit<Difference, "place"> | null {
  if (JSON.stringify(a) === JSON.stringify(b)) return null;
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null)
    for (const key of Object.keys(a)) {
      const [x, y] = [Reflect.get(a, key) as unknown, Reflect.get(b, key) as unknown];
      const found = firstDifference(x, y, `${path}/${key}`);
      if (found !== null) return found;
    }
  return { inPlace: `${path}: ${JSON.stringify(a)}`, throughLet: `${path}: ${JSON.stringify(b)}` };
}

/** What the places come to: the two were scored and compared, both refused, or the let alone was. */
const outcomes = { scored: 0, refused: 0, "needs an item": 0 };

function differenceAt(place: string, make: (e: string) => string, e: string): Difference | null {
  const inPlace = checked(rubric(make(`(${e})`)));
  const throughLet = checked(rubric(`let r = ${e}\n${make("r")}`));
  if (inPlace.program !== null && throughLet.program !== null) {
    // One subject each time, since an explanation costs as much as a result.
    const explained = ["A", "B", "C"][outcomes.scored % 3] ?? "A";
    const [a, b] = [valuesOf(inPlace.program, explained), valuesOf(throughLet.program, explained)];
    outcomes.scored += 1;
    const at = firstDifference(a, b, "");
    return at === null ? null : { place, ...at };
  }
  if (/full|by /.test(e) && throughLet.errors.some((code) => needsItem.includes(code))) {
    outcomes["needs an item"] += 1;
    return null;
  }
  outcomes.refused += 1;
  return JSON.stringify(inPlace.errors) === JSON.stringify(throughLet.errors)
    ? null
    : { place, inPlace: inPlace.errors, throughLet: throughLet.errors };
}

describe("a let", () => {
  it(`is the same as its expression in its place, in ${numRuns} expressions`, () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1), { minLength: 8, maxLength: 60, size: "max" }), (numbers) => {
        const c = new Choices(numbers);
        const isCondition = c.below(6) === 5;
        const e = isCondition ? conditionText(c, 2) : numberText(c, 1 + c.below(3));
        const table = isCondition ? conditionPlaces : places;
        const names = isCondition
          ? Object.keys(table)
          : [...always, c.pick(Object.keys(places)), c.pick(Object.keys(places))];
        for (const name of c.met) met.add(name);
        for (const name of new Set(names)) {
          const make = table[name];
          if (make === undefined) continue;
          const difference = differenceAt(name, make, e);
          expect({ e, difference }).toEqual({ e, difference: null });
        }
      }),
      { numRuns, endOnFailure: true },
    );
    if (numRuns >= 10_000) console.log(outcomes, [...met].join(", "));
    expect(outcomes.scored).toBeGreaterThan(numRuns);
    expect(met.size).toBeGreaterThan(numRuns >= 100 ? 30 : 0);
  });
});
