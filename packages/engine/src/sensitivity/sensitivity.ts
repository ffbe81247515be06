/**
 * How much a ranking depends on its weights, in one report: rubric and data in; for each weight how far it can go without changing
 * anything, which decides most, how places spread when all vary, and on what assumptions, out.
 */
import type { RationalText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../data/dataset.js";
import { at } from "../values/internal-error.js";
import type { Breakpoints } from "./breakpoints.js";
import { breakpoints } from "./breakpoints.js";
import type { Decisive } from "./decisive.js";
import { decisiveCriteria } from "./decisive.js";
import type { NotLinear } from "./dependence.js";
import type { SampledRanks } from "./sample-ranks.js";
import { sampleRanks, USUAL_TOP } from "./sample-ranks.js";
import type { Sharing } from "./sharing.js";
import type { StandingOptions } from "./standing.js";
import { weightStanding } from "./standing.js";

/** Options of the sensitivity report. */
export interface SensitivityOptions extends StandingOptions {
  /** Only this criterion's weight; all of its group where not given. */
  readonly part?: number | undefined;
  /** N of the first N; 3 where not given. */
  readonly top?: number | undefined;
  /** 0: no sampling. */
  readonly samples?: number | undefined;
  readonly seed?: number | undefined;
}

/** What the figures take for granted; `name` is what it is about. */
export type Assumption =
  | { readonly kind: "others-share"; readonly sharing: Sharing }
  | { readonly kind: "part-scores-stay" }
  | { readonly kind: "exact" }
  | { readonly kind: "by-bisection" }
  | { readonly kind: "drawn-evenly"; readonly samples: number; readonly seed: number; readonly grain: number }
  | { readonly kind: "range-assumed"; readonly parts: readonly number[] }
  | { readonly kind: "awaited-left-out"; readonly subjects: number };

/** The sensitivity of places to one weight. */
export interface WeightSensitivity extends Breakpoints {
  readonly name: string;
  readonly path: string;
  readonly min: RationalText;
  readonly max: RationalText;
  /** Of the differences between the scores; null where that is not known. */
  readonly decides: RationalText | null;
}

/** The sensitivity report of a ranking. */
export interface Sensitivity {
  /** Name of the ranking. */
  readonly ranking: string;
  /** Path of the section whose parts are weighed; null at the top. */
  readonly group: string | null;
  readonly top: number;
  readonly weights: readonly WeightSensitivity[];
  /** What everything outside the group decides. */
  readonly rest: Decisive | null;
  readonly spread: SampledRanks | null;
  readonly notLinear: readonly NotLinear[];
  readonly assumptions: readonly Assumption[];
}

/** Null where the rubric has no ranking or no weights. */
export function sensitivity(program: Program, dataset: Dataset, options: SensitivityOptions = {}): Sensitivity | null {
  const standing = weightStanding(program, dataset, options);
  if (standing === null) return null;
  const { group, weighing, notLinear, evaluation } = standing;
  const top = options.top ?? USUAL_TOP;
  const decisive = decisiveCriteria(standing);
  const asked = group.criteria.filter(({ part }) => options.part === undefined || options.part === part);
  const weights = asked.map(({ part, name, min, max }): WeightSensitivity => ({
    name,
    path: at(standing.program.parts, part).path,
    min,
    max,
    decides: decisive.find((each) => each.part === part)?.decides ?? null,
    ...breakpoints(standing, part, top),
  }));
  const spread = options.samples === 0 ? null : sampleRanks(standing, { ...options, top });
  const assumed = spread?.ranges.filter(({ isAssumed }) => isAssumed).map(({ part }) => part) ?? [];
  const isTried = weights.some(({ method }) => method === "bisection");
  const waiting = evaluation.subjects.filter(
    (subject) => typeof subject.score().published === "object" && "wants" in subject.score().published,
  ).length;
  const assumptions: (Assumption | null)[] = [
    { kind: "others-share", sharing: weighing.sharing },
    notLinear.length === 0 ? { kind: "part-scores-stay" } : null,
    { kind: isTried ? "by-bisection" : "exact" },
    spread === null ? null : { kind: "drawn-evenly", samples: spread.samples, seed: spread.seed, grain: spread.grain },
    assumed.length === 0 ? null : { kind: "range-assumed", parts: assumed },
    waiting === 0 ? null : { kind: "awaited-left-out", subjects: waiting },
  ];
  return {
    ranking: at(standing.program.rankings, standing.ranking).name,
    group: group.parent === null ? null : at(standing.program.parts, group.parent).path,
    top,
    weights,
    rest: decisive.find(({ part }) => part === null) ?? null,
    spread,
    notLinear,
    assumptions: assumptions.filter((each) => each !== null),
  };
}
