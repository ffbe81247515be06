/**
 * Holds the evaluators to the cases beside this file: each case is a rubric, data and what has to come out, under the
 * sentence of the language reference that says so.
 */
import * as engine from "@yardstick/engine";
import type { Dataset, Result, RunOptions, UsedResults } from "@yardstick/engine";
import { analyse, render } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { readTables } from "@yardstick/tables";
import type { TableSource } from "@yardstick/tables";
import { describe, expect, it } from "vitest";
import type { Rubric } from "yardstick";
import { compile, usedResults } from "yardstick";
import type { ConformanceCase, Expected, Tables } from "./case-file.js";
import { caseFiles, documentText } from "./case-file.js";
import { isCaseOf, sentencesOf, withoutCase } from "./sentences.js";

type Subject = NonNullable<Expected["subjects"]>[number];
type ResultExpected = Pick<Expected, "subjects" | "requirements" | "policies" | "problems">;
type Evaluator = (program: Program, dataset: Dataset, options: RunOptions) => Result;

const evaluators: Readonly<Record<string, Evaluator>> = {
  reference: engine.evaluate,
  columnar: engine.evaluateColumns,
};

const files = caseFiles();
const textOf = ({ rubric }: { readonly rubric: readonly string[] }): string => rubric.join("\n");

const ruleOf = ({ holds }: ConformanceCase): string => `${holds.heading}: ${holds.sentence}`;

function sources(one: Pick<ConformanceCase, "data" | "constants" | "history">): readonly TableSource[] {
  const source = (role: TableSource["role"], value: unknown): TableSource[] =>
    value === undefined ? [] : [{ role, file: `${role}.json`, format: "json", text: JSON.stringify(value) }];
  return [
    ...source("subjects", one.data ?? []),
    ...source("constants", one.constants),
    ...source("history", one.history),
  ];
}

function scoredUse(rubric: Rubric | null, data: Tables | undefined): UsedResults {
  if (rubric === null || data === undefined) return new Map();
  return usedResults(rubric.score(readTables(rubric.program, sources({ data }))));
}

/** Computes once for each case, which several tests ask about. */
function once<T>(work: (one: ConformanceCase) => T): (one: ConformanceCase) => T {
  const known = new Map<ConformanceCase, T>();
  return (one) => {
    if (!known.has(one)) known.set(one, work(one));
    return known.get(one) as T;
  };
}

const analysed = once((one) => analyse(textOf(one)).findings);

const compiled = once((one): Rubric => {
  const load = (path: string) => {
    const used = one.uses?.[path];
    return used === undefined ? null : textOf(used);
  };
  const { rubric, diagnostics } = compile(textOf(one), { load, lang: "en" });
  if (rubric !== null) return rubric;
  throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n"));
});

const datasetOf = once((one): Dataset => {
  const { program, uses } = compiled(one);
  const used = program.uses.map(({ path }, index) => scoredUse(uses[index] ?? null, one.uses?.[path]?.data));
  return { ...readTables(program, sources(one)), used };
});

/** Of `found`, what `expected` names: properties of objects, arrays as a whole. */
function named(found: unknown, expected: unknown): unknown {
  if (Array.isArray(found) && Array.isArray(expected)) {
    return found.map((each, index) => named(each, expected[index]));
  }
  return isRecord(found) && isRecord(expected) ? asNamed(found, expected) : found;
}

function asNamed(found: object, expected: object): object {
  const record = found as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(expected).flatMap(([key, value]) => (key in record ? [[key, named(record[key], value)]] : [])),
  );
}

const isRecord = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Of a result, what a case names; of the parts that must not be there, those that are not. */
function namedOf(result: Result, { subjects, requirements, policies, problems }: ResultExpected): unknown {
  const absent = (index: number, { absentParts }: Subject) => {
    const parts = result.subjects[index]?.parts ?? {};
    return absentParts === undefined ? {} : { absentParts: absentParts.filter((path) => !(path in parts)) };
  };
  return {
    ...(subjects === undefined
      ? {}
      : {
          subjects: [...result.subjects].map((subject, index) => {
            const expected = subjects[index];
            return expected === undefined ? subject : { ...asNamed(subject, expected), ...absent(index, expected) };
          }),
        }),
    ...(requirements === undefined ? {} : { requirements: named(result.requirements, requirements) }),
    ...(policies === undefined ? {} : { policies: named(result.policies, policies) }),
    ...(problems === undefined ? {} : { problems: named(result.problems, problems) }),
  };
}

/** What a case expects of the result, without what it expects of the text. */
function resultExpected({ subjects, requirements, policies, problems }: Expected): ResultExpected {
  return {
    ...(subjects === undefined ? {} : { subjects }),
    ...(requirements === undefined ? {} : { requirements }),
    ...(policies === undefined ? {} : { policies }),
    ...(problems === undefined ? {} : { problems }),
  };
}

/** All errors and the findings of the codes that the case names; and of the codes it rules out, those that are found. */
function findingsOf(one: ConformanceCase): unknown {
  const source = textOf(one);
  const found = analysed(one).map((diagnostic) => render(diagnostic, "en"));
  const { diagnostics = [], without = [] } = one.expect;
  const codes = new Set<string>(diagnostics.map(({ code }) => code));
  return {
    diagnostics: found
      .filter(({ severity, code }) => severity === "error" || codes.has(code))
      .map(({ code, span }) => ({ code, span: [...span], text: source.slice(...span) })),
    foundAnyway: found.map(({ code }) => code).filter((code) => without.includes(code)),
  };
}

/** All texts in a value, names of properties too. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (isRecord(value)) {
    for (const [name, each] of Object.entries(value)) {
      yield name;
      yield* textsIn(each);
    }
  }
}

describe("every conformance case", () => {
  const cases = files.flatMap(({ cases: all }) => all);
  const sentences = [...new Map(cases.map(({ holds }) => [JSON.stringify(holds), holds])).values()];

  for (const { document, heading, sentence } of sentences) {
    it(`holds a sentence that stands in ${document}: ${sentence}`, () => {
      const text = documentText(document);
      const at = text.indexOf(sentence);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(
        text
          .slice(0, at)
          .split("\n")
          .map((line) => line.replace(/^#+ /u, "")),
      ).toContain(heading);
    });
  }

  it("has one of its own for each sentence of the language, apart from those of a list", () => {
    const open = ["reference", "details"].flatMap((page) => {
      const held = cases.filter(({ holds: { document } }) => document === page);
      return sentencesOf(documentText(page)).filter(
        (sentence) => !held.some(({ holds }) => isCaseOf(sentence, holds)),
      );
    });
    const listed = Object.keys(withoutCase);
    expect(open.filter(({ text }) => !listed.some((begin) => text.startsWith(begin)))).toEqual([]);
    expect(listed.filter((begin) => !open.some(({ text }) => text.startsWith(begin)))).toEqual([]);
  });

  it("declares no field that nothing reads, gives or names", () => {
    const idle = cases.flatMap((one) => {
      const source = textOf(one);
      const about = new Set<string>([...(one.expect.diagnostics ?? []).map(({ code }) => code), ...(one.expect.without ?? [])]);
      const words = new Set(one.name.split(/[^\p{L}\p{N}_]+/u));
      for (const text of textsIn([one.expect, one.data, one.history, one.constants, one.uses])) {
        for (const word of [text, ...text.split(/[\s/.]/u)]) words.add(word);
      }
      return analysed(one)
        .filter(({ code, span }) => code === "unused" && !about.has(code) && !/let\s+$/u.test(source.slice(0, span[0])))
        .map(({ span }) => source.slice(...span))
        .filter((name) => !words.has(name))
        .map((name) => `${one.name}: ${name}`);
    });
    expect(idle).toEqual([]);
  });

  it("has a name of its own in its file", () => {
    for (const { cases: all } of files) {
      const names = all.map(({ name }) => name);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it("expects something", () => {
    expect(cases.filter(({ expect: expected }) => Object.keys(expected).length === 0)).toEqual([]);
  });
});

describe.each(files)("$construct", ({ cases }) => {
  const checked = cases.filter(({ expect: { diagnostics, without } }) => diagnostics ?? without);
  const scored = cases.filter(
    ({ expect: { subjects, requirements, policies, problems } }) => subjects ?? requirements ?? policies ?? problems,
  );
  const tested = cases.filter(({ expect: { tests } }) => tests);

  for (const [name, evaluate] of scored.length === 0 ? [] : Object.entries(evaluators)) {
    describe(`scored by the ${name} evaluator`, () => {
      for (const one of scored) {
        it(`${one.name} (${ruleOf(one)})`, () => {
          const { scenario = null, period = null } = one;
          const result = evaluate(compiled(one).program, datasetOf(one), { scenario, period });
          expect(namedOf(result, one.expect)).toEqual(resultExpected(one.expect));
        });
      }
    });
  }

  for (const one of checked) {
    it(`as checked: ${one.name} (${ruleOf(one)})`, () => {
      expect(findingsOf(one)).toEqual({ diagnostics: one.expect.diagnostics ?? [], foundAnyway: [] });
    });
  }

  for (const one of tested) {
    it(`as its own tests: ${one.name} (${ruleOf(one)})`, () => {
      const outcomes = engine.runTests(compiled(one).program);
      expect(named(outcomes, one.expect.tests)).toEqual(one.expect.tests);
    });
  }
});
