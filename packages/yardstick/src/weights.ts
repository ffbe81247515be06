/**
 * Analyses of weights by name: how far one can move before places change, the distribution of places when all vary, the influence of
 * each, and scenarios side by side. All values equal those of `score` for the changed rubric.
 */
import type { Breakpoints, Dataset, SampledRanks, Sensitivity, Sharing, SubjectResult } from "@yardstick/engine";
import {
  breakpoints as breakpointsOf,
  criteriaGroups,
  groupOfPart,
  sampleRanks as sampleRanksOf,
  sensitivity as sensitivityOf,
  weightStanding,
} from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { completed } from "@yardstick/tables/rows";
import type { Rubric, ScoreOptions } from "./rubric.js";
import { checkScoreOptions, SCORE_OPTIONS } from "./rubric.js";
import { datasetSteps } from "./input-tables.js";

type Tables = Parameters<Rubric["score"]>[0];

/** Options of the analyses. */
export interface WeightOptions extends ScoreOptions {
  /** Name of the ranking; default: the first that is not by section. */
  readonly ranking?: string | undefined;
  /** Path of the section whose parts are varied, `null` for the top level; default: where the rubric allows weights to vary. */
  readonly within?: string | null | undefined;
  /** How the other weights change when one moves; default: `proportional`. */
  readonly sharing?: Sharing | undefined;
  /** Paths or names of parts whose weight is fixed. */
  readonly locked?: readonly string[] | undefined;
  /** The number of first places that are watched; default: 3. */
  readonly top?: number | undefined;
  /** The number of random draws. */
  readonly samples?: number | undefined;
  /** The seed of the draws. */
  readonly seed?: number | undefined;
}

const OPTIONS: readonly string[] = [
  ...SCORE_OPTIONS,
  "ranking",
  "within",
  "sharing",
  "locked",
  "top",
  "samples",
  "seed",
] satisfies readonly (keyof WeightOptions)[];

function datasetOf(program: Program, tables: Tables, { rows }: ScoreOptions): Dataset {
  return completed(datasetSteps(program, tables, rows));
}

/** Paths of all parts whose weight can be analysed. */
export function weighableParts(program: Program): readonly string[] {
  return criteriaGroups(program).flatMap(({ criteria }) => criteria.map(({ part }) => program.parts[part]?.path ?? ""));
}

/** Index of the part with this path, or with this name where it is unique; null where no weighted part has it. */
export function weighablePart(program: Program, name: string): number | null {
  const target = name.normalize("NFC").trim();
  const parts = criteriaGroups(program).flatMap(({ criteria }) => criteria.map(({ part }) => part));
  const byPath = parts.find((part) => program.parts[part]?.path === target);
  if (byPath !== undefined) return byPath;
  const byName = parts.filter((part) => program.parts[part]?.name === target);
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

/**
 * The complete sensitivity report. `weight` restricts it to one part, analysed with its siblings. Null where the rubric has no ranking or
 * no weighted parts. An unknown name throws a `RangeError`.
 */
export function sensitivity(
  rubric: Rubric,
  tables: Tables,
  { weight, ...options }: WeightOptions & { readonly weight?: string | undefined } = {},
): Sensitivity | null {
  checkScoreOptions(options, "sensitivity()", OPTIONS);
  const { program } = rubric;
  const part = weight === undefined ? undefined : partNamed(program, weight);
  const group = part === undefined ? {} : groupOption(program, part);
  const { top, samples, seed } = options;
  const engineOptions = { ...weightOptions(program, options), ...group, part, top, samples, seed };
  return sensitivityOf(program, datasetOf(program, tables, options), engineOptions);
}

/** How far one weight can move before the first place, the first N and the whole order change; null as for `sensitivity`. */
export function breakpoints(
  rubric: Rubric,
  tables: Tables,
  weight: string,
  options: WeightOptions = {},
): Breakpoints | null {
  checkScoreOptions(options, "breakpoints()", OPTIONS);
  const { program } = rubric;
  const part = partNamed(program, weight);
  const engineOptions = { ...weightOptions(program, options), ...groupOption(program, part) };
  const weights = weightStanding(program, datasetOf(program, tables, options), engineOptions);
  return weights === null ? null : breakpointsOf(weights, part, options.top ?? 3);
}

/** The distribution of places when all weights vary within their ranges; null as for `sensitivity`. */
export function sampleRanks(rubric: Rubric, tables: Tables, options: WeightOptions = {}): SampledRanks | null {
  checkScoreOptions(options, "sampleRanks()", OPTIONS);
  const { program } = rubric;
  const weights = weightStanding(program, datasetOf(program, tables, options), weightOptions(program, options));
  const { top, samples, seed } = options;
  return weights === null ? null : sampleRanksOf(weights, { top, samples, seed });
}

function weightOptions(program: Program, options: WeightOptions) {
  const { scenario, period, ranking, within, sharing, locked = [] } = options;
  return {
    scenario,
    period,
    sharing,
    ranking:
      ranking === undefined
        ? undefined
        : known(
            program.rankings.findIndex(({ name }) => name === ranking),
            ranking,
          ),
    group:
      within === undefined || within === null
        ? within
        : known(
            program.parts.findIndex(({ path }) => path === within),
            within,
          ),
    locked: new Set(locked.map((name) => partNamed(program, name))),
  };
}

function groupOption(program: Program, part: number) {
  const group = groupOfPart(program, part);
  return { group: group?.parent ?? null, variant: group?.variant ?? null };
}

function partNamed(program: Program, name: string): number {
  return known(weighablePart(program, name) ?? -1, name);
}

function known(index: number, name: string): number {
  if (index < 0) throw new RangeError(`The rubric has no ${JSON.stringify(name)} that is valid here.`);
  return index;
}

/** The result of one subject under one scenario. */
export type ScenarioResult = Pick<SubjectResult, "status" | "score" | "rankings" | "grades" | "awards">;

/** A comparison of scenarios. */
export interface ScenarioComparison {
  readonly rubric: string | null;
  /** Names of the scenarios; the first entry is null, the rubric as written. */
  readonly scenarios: readonly (string | null)[];
  /** In the order of the data; `results` is parallel to `scenarios`. */
  readonly subjects: readonly {
    readonly key: string;
    readonly period: string | null;
    readonly results: readonly ScenarioResult[];
  }[];
}

/** Scores the same tables under the rubric as written and under each scenario. An unknown scenario throws a `RangeError`. */
export function compareScenarios(
  rubric: Rubric,
  tables: Tables,
  scenarios: readonly string[],
  options: Omit<ScoreOptions, "scenario"> = {},
): ScenarioComparison {
  checkScoreOptions(options, "compareScenarios()");
  const dataset = datasetOf(rubric.program, tables, options);
  const all = [null, ...scenarios.filter((name, index) => scenarios.indexOf(name) === index)];
  const results = all.map((scenario) => {
    if (scenario !== null)
      known(
        rubric.program.scenarios.findIndex(({ name }) => name === scenario),
        scenario,
      );
    return rubric.score(dataset, { ...options, scenario }).subjects;
  });
  return {
    rubric: rubric.program.title,
    scenarios: all,
    subjects: (results[0] ?? []).map(({ key, period }, index) => ({
      key,
      period,
      results: results.flatMap((subjects) => {
        const subject = subjects[index];
        if (subject === undefined) return [];
        const { status, score, rankings, grades, awards } = subject;
        return [{ status, score, rankings, grades, awards }];
      }),
    })),
  };
}
