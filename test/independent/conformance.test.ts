/**
 * The independent evaluator on the conformance cases: what a case expects of a result is computed twice. Left out are cases of used
 * rubrics, scenarios and single periods, of the text alone, and those that `cases-beyond.json` lists, for which the evaluator lacks a
 * construct; a case that it gets right may not be on that list.
 */
import { expect, it } from "vitest";
import { caseFiles, type ConformanceCase } from "../conformance/case-file.js";
import { tablesOfCase } from "./case-tables.js";
import beyond from "./cases-beyond.json" with { type: "json" };
import { evaluated } from "./evaluator.js";

type Row = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Of a record, what the case names. */
const named = (found: unknown, expected: unknown): unknown =>
  isRecord(found) && isRecord(expected)
    ? Object.fromEntries(Object.keys(expected).map((name) => [name, found[name]]))
    : found;

/** What a case expects of a subject, as the evaluator writes it: names of what is undecided, in alphabetical order. */
const written: Readonly<Record<string, (expected: unknown) => unknown>> = {
  provisional: (names) => [...(names as readonly string[])].sort(),
  undecided: (list) => (list as readonly Row[]).map(({ kind, name }) => `${String(kind)} ${String(name)}`).sort(),
};
/** What is missing is compared on generated pairs; paths that are not there are no property. */
const ignored = new Set(["awaiting", "absentParts"]);

function agrees(one: ConformanceCase): boolean {
  const { subjects = [], requirements } = one.expect;
  const outcome = evaluated(one.rubric.join("\n"), tablesOfCase(one));
  const own: readonly object[] = outcome.subjects;
  const unmet = outcome.requirements.map((text) => {
    const [key, , message] = JSON.parse(text) as readonly unknown[];
    return { key, message };
  });
  const areUnmet =
    requirements === undefined ||
    (requirements.length === unmet.length &&
      requirements.every((wanted, at) => JSON.stringify(named(unmet[at], wanted)) === JSON.stringify(wanted)));
  const areSubjects = subjects.every((expected, at) =>
    Object.entries(expected).every(([name, value]) => {
      if (ignored.has(name)) return true;
      const wanted = written[name]?.(value) ?? value;
      const found = (own[at] as Row | undefined)?.[name];
      return JSON.stringify(named(found, wanted)) === JSON.stringify(wanted);
    }),
  );
  return areSubjects && areUnmet;
}

it("publishes what the cases expect, apart from those of a list", () => {
  const listed: Readonly<Record<string, readonly string[]>> = beyond;
  const different: Record<string, string[]> = {};
  let equal = 0;
  for (const { construct, cases } of caseFiles()) {
    for (const one of cases) {
      const isPart = one.uses !== undefined || one.scenario !== undefined || one.period !== undefined;
      if (one.expect.subjects === undefined || isPart) continue;
      let isEqual = false;
      try {
        isEqual = agrees(one);
      } catch (error) {
        // A construct that the evaluator does not know ends it.
        if (listed[construct]?.includes(one.name) !== true) throw error;
      }
      if (isEqual) equal += 1;
      else different[construct] = [...(different[construct] ?? []), one.name];
    }
  }
  expect(different).toEqual(listed);
  expect(equal).toBeGreaterThan(2_200);
});
