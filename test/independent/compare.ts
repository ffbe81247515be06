/**
 * One generated pair, scored by the product's public interface and by the independent evaluator.
 */
import { readTables, type TableSource } from "@yardstick/tables";
import { compile } from "yardstick";
import { evaluated } from "./evaluator.js";
import { folded } from "./value.js";
import { generatedPair, type Pair } from "./generated.js";
import type { Published } from "./published.js";
import type { Outcome } from "./results.js";

/** `codes`: the errors of a rubric that does not compile. `difference`: null where both agree. */
export interface Comparison {
  readonly codes: readonly string[];
  readonly difference: string | null;
}

const sources = ({ files }: Pair): TableSource[] => [
  { role: "subjects", file: "data.csv", format: "csv", text: files.subjects },
  ...files.lists.map(({ name, text }): TableSource => ({
    role: "list",
    name,
    file: `${name}.csv`,
    format: "csv",
    text,
  })),
  ...(files.constants === null
    ? []
    : [{ role: "constants", file: "constants.csv", format: "csv", text: files.constants } as const]),
  ...(files.history === null
    ? []
    : [{ role: "history", file: "history.csv", format: "csv", text: files.history } as const]),
];

/** The result of the product as JSON, and the errors of the text. */
export function productResult(pair: Pair) {
  const { rubric, diagnostics } = compile(pair.source, { lang: "en" });
  const codes = diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  if (rubric === null) return { result: null, codes };
  const data = readTables(rubric.program, sources(pair), { rows: { keep: [...pair.keys] } });
  const scored = rubric.score(data);
  return { result: { ...scored.result, failures: scored.failures }, codes };
}

/** The published results of the product, in the form of the independent evaluator. Null: the rubric has errors. */
function scored(pair: Pair): { readonly outcome: Outcome | null; readonly codes: readonly string[] } {
  const { result, codes } = productResult(pair);
  if (result === null) return { outcome: null, codes };
  const { subjects, requirements, failures } = result;
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return {
    codes: [],
    outcome: {
      subjects: subjects.map((each): Published => ({
        key: each.key,
        period: each.period,
        status: each.status,
        awaiting: [
          ...new Set(
            each.awaiting.map(
              ({ field, reason }) => `${named(reason) ? field : ""} ${reason.replace("out-of-range", "unreadable")}`,
            ),
          ),
        ].sort(),
        score: each.score,
        parts: each.parts,
        coefficients: each.coefficients,
        vetoes: each.vetoes,
        rankings: each.rankings,
        grades: each.grades,
        awards: each.awards,
        consequences: each.consequences,
        outputs: Object.fromEntries(
          Object.entries(each.outputs).map(([name, value]) => [
            name,
            typeof value === "string" ? folded(value) : value,
          ]),
        ),
        provisional: [...each.provisional].sort(),
        isDoubted: false,
        undecided: each.undecided.map(({ kind, name }) => `${kind} ${name}`).sort(),
      })),
      requirements: requirements.map(({ key, period, message }) => JSON.stringify([key, period, message])),
    },
  };
}

/** Whether the reason is about a field; the name of what cannot be computed is not settled by the reference. */
const named = (reason: string): boolean =>
  reason === "blank" || reason === "unreadable" || reason === "out-of-range" || reason === "open-clause";

function differences(path: string, ours: unknown, theirs: unknown): string[] {
  if (typeof ours !== "object" || ours === null || typeof theirs !== "object" || theirs === null) {
    return ours === theirs ? [] : [`${path}: independent ${JSON.stringify(ours)}, product ${JSON.stringify(theirs)}`];
  }
  const [a, b] = [new Map(Object.entries(ours)), new Map(Object.entries(theirs))];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) =>
    differences(`${path}/${name}`, a.get(name), b.get(name)),
  );
}

/** Of subjects whose key occurs twice only what others see: that they have no score and no place. */
function withoutDoubted({ subjects, requirements }: Outcome, own: Outcome): Outcome {
  return {
    requirements,
    subjects: subjects.map((each, at) =>
      own.subjects[at]?.isDoubted === true
        ? {
            ...each,
            awaiting: [],
            parts: {},
            coefficients: {},
            vetoes: [],
            outputs: {},
            provisional: [],
            isDoubted: false,
            undecided: [],
          }
        : each,
    ),
  };
}

/** Compares the pair of this seed. */
export function compared(seed: number): Comparison {
  const pair = generatedPair(seed);
  const { outcome, codes } = scored(pair);
  if (outcome === null) return { codes, difference: null };
  const own = evaluated(pair.source, pair.files);
  const found = differences("", withoutDoubted(own, own), withoutDoubted(outcome, own));
  return { codes, difference: found.length === 0 ? null : found.slice(0, 12).join("\n") };
}
