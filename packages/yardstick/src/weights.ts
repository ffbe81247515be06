/**
 * Questions about weights, by name: how far one can go before places change, how places spread when all vary, which decides
 * most, and scenarios side by side. A rubric and tables in, plain data out; figures are those of `score` for the changed rubric.
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
import { datasetSteps } from "./tables-given.js";

type Tables = Parameters<Rubric["score"]>[0];

export interface WeightOptions extends ScoreOptions {
  /** Name of the ranking; the first over the whole where not given. */
  readonly ranking?: string | undefined;
  /** Path of the section whose parts are weighed, `null` for the top; where the rubric leaves room where not given. */
  readonly within?: string | null | undefined;
  /** How the others share the rest: `proportional` where not given. */
  readonly sharing?: Sharing | undefined;
  /** Paths or names of parts whose weight stays. */
  readonly locked?: readonly string[] | undefined;
  /** N of the first N; 3 where not given. */
  readonly top?: number | undefined;
  readonly samples?: number | undefined;
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

/** Paths of all parts whose weight can be asked about. */
export function weighableParts(program: Program): readonly string[] {
  return criteriaGroups(program).flatMap(({ criteria }) => criteria.map(({ part }) => program.parts[part]?.path ?? ""));
}

/** A part by its path, or by its name where only one has it; null where there is none that is weighed against others. */
export function weighablePart(program: Program, name: string): number | null {
  const wanted = name.normalize("NFC").trim();
  const parts = criteriaGroups(program).flatMap(({ criteria }) => criteria.map(({ part }) => part));
  const byPath = parts.find((part) => program.parts[part]?.path === wanted);
  if (byPath !== undefined) return byPath;
  const byName = parts.filter((part) => program.parts[part]?.name === wanted);
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

/**
 * The whole report. `weight` names one criterion, whose group is then looked at. Null where the rubric ranks nobody or has
 * nothing to weigh. A name that the rubric does not have is a `RangeError`.
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
  const given = { ...standingOptions(program, options), ...group, part, top, samples, seed };
  return sensitivityOf(program, datasetOf(program, tables, options), given);
}

/** How far one weight can go before the first place, the first N and the whole order change; null as for `sensitivity`. */
export function breakpoints(
  rubric: Rubric,
  tables: Tables,
  weight: string,
  options: WeightOptions = {},
): Breakpoints | null {
  checkScoreOptions(options, "breakpoints()", OPTIONS);
  const { program } = rubric;
  const part = partNamed(program, weight);
  const given = { ...standingOptions(program, options), ...groupOption(program, part) };
  const standing = weightStanding(program, datasetOf(program, tables, options), given);
  return standing === null ? null : breakpointsOf(standing, part, options.top ?? 3);
}

/** How places spread when the weights vary inside their ranges; null as for `sensitivity`. */
export function sampleRanks(rubric: Rubric, tables: Tables, options: WeightOptions = {}): SampledRanks | null {
  checkScoreOptions(options, "sampleRanks()", OPTIONS);
  const { program } = rubric;
  const standing = weightStanding(program, datasetOf(program, tables, options), standingOptions(program, options));
  const { top, samples, seed } = options;
  return standing === null ? null : sampleRanksOf(standing, { top, samples, seed });
}

function standingOptions(program: Program, options: WeightOptions) {
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
  if (index < 0) throw new RangeError(`The rubric has nothing named ${JSON.stringify(name)} that could be meant here.`);
  return index;
}

/** One subject under one scenario. */
export type ScenarioResult = Pick<SubjectResult, "status" | "score" | "rankings" | "grades" | "awards">;

export interface ScenarioComparison {
  readonly rubric: string | null;
  /** Null: the rubric as written, which comes first. */
  readonly scenarios: readonly (string | null)[];
  /** In the order of the data; `results` is parallel to `scenarios`. */
  readonly subjects: readonly {
    readonly key: string;
    readonly period: string | null;
    readonly results: readonly ScenarioResult[];
  }[];
}

/** Scores the same tables under the rubric as written and each of the scenarios. An unknown one is a `RangeError`. */
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
