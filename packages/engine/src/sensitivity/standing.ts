/**
 * A run made ready to be asked about its weights: rubric, data and shares in; the model of one group, or the evaluator where
 * scores do not follow the shares by addition, out.
 */
import { rational, type Rational, rationalText } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../data/dataset.js";
import type { RunOptions } from "../data/run-options.js";
import { evaluate, evaluationOf } from "../run/evaluate.js";
import type { Evaluation } from "../reference/evaluation.js";
import { at } from "../values/internal-error.js";
import { withScenario } from "../run/scenario.js";
import type { CriteriaGroup } from "./criteria.js";
import { criteriaGroups, usualGroup } from "./criteria.js";
import type { NotLinear } from "./dependence.js";
import { whyNotLinear } from "./dependence.js";
import type { ShareModel } from "./share-model.js";
import { isAnyoneSilenced, placesAt, shareModel } from "./share-model.js";
import type { Shares } from "./shares.js";
import { withShares } from "./shares.js";
import type { Sharing, Weighing } from "./sharing.js";

/** Options of the analysis of weights. */
export interface StandingOptions extends RunOptions {
  /** Index of the ranking; the first over the whole where not given. */
  readonly ranking?: number | undefined;
  /** The section whose parts are weighed against each other, null for the top; where the ranges are where not given. */
  readonly group?: number | null | undefined;
  /** Which variant of that section; its first where not given. */
  readonly variant?: number | null | undefined;
  /** Shares that differ from those of the rubric (under its scenario). */
  readonly shares?: Shares | undefined;
  /** Parts whose share stays. */
  readonly locked?: ReadonlySet<number> | undefined;
  /** `proportional` where not given. */
  readonly sharing?: Sharing | undefined;
}

/** Places by row of the subject table; null without a place. A subject outside the ranking is not in it. */
export type Places = ReadonlyMap<number, number | null>;

/** A scored ranking, prepared for varying the shares of one group of parts. */
export interface WeightStanding {
  /** The current state: scenario and shares applied. */
  readonly program: Program;
  readonly dataset: Dataset;
  readonly options: RunOptions;
  readonly ranking: number;
  readonly group: CriteriaGroup;
  readonly weighing: Weighing;
  /** Null where scores do not follow the shares by addition; `notLinear` says why. */
  readonly model: ShareModel | null;
  readonly notLinear: readonly NotLinear[];
  readonly evaluation: Evaluation;
  /** Places with these shares of the group, exactly as the evaluator gives them. */
  placesWith(shares: readonly Rational[]): Places;
}

/** The first ranking over the whole; null where there is none. */
export function overallRanking(program: Program): number | null {
  const index = program.rankings.findIndex(({ by }) => by !== "each-section");
  return index < 0 ? null : index;
}

/** The scenario's constants win over the data's, and only a scenario can set them; its weights are set already. */
function onlyConstants(program: Program, scenario: string | null): Program {
  const scenarios = program.scenarios
    .filter(({ name }) => name === scenario)
    .map((each) => ({ ...each, changes: each.changes.filter(({ kind }) => kind === "constant") }));
  return { ...program, scenarios };
}

/** Null where the rubric has no ranking or no weights. */
export function weightStanding(base: Program, dataset: Dataset, options: StandingOptions = {}): WeightStanding | null {
  const { scenario = null, period, signal } = options;
  const written = scenario === null ? base : withScenario(base, scenario);
  const constants = base.scenarios.filter(({ name }) => name === scenario);
  const changed = options.shares === undefined ? written : withShares(written, options.shares);
  // The scenario's constants win over the data's, and only a scenario can set them.
  const program = {
    ...changed,
    scenarios: constants.map((each) => ({ ...each, changes: each.changes.filter(({ kind }) => kind === "constant") })),
  };
  const run = { scenario, period, signal };
  const ranking = options.ranking ?? overallRanking(program);
  const groups = criteriaGroups(program);
  const { variant: asked } = options;
  const group =
    options.group === undefined
      ? usualGroup(program)
      : (groups.find(({ parent, variant }) => parent === options.group && (asked === undefined || variant === asked)) ??
        null);
  if (ranking === null || group === null) return null;

  const evaluation = evaluationOf(program, dataset, run, null);
  const order = at(at(evaluation.program.rankings, ranking).orders, 0);
  const now = group.criteria.map(({ share }) => rational(share));
  const reasons = [...whyNotLinear(written, group, order)];
  if (isAnyoneSilenced(evaluation, group, now)) {
    reasons.push({ reason: "handed-over", name: group.parent === null ? "" : at(program.parts, group.parent).path });
  }
  const model = reasons.length > 0 ? null : shareModel(evaluation, group, now, order);
  const weighing: Weighing = {
    criteria: group.criteria,
    shares: group.criteria.map(({ share }) => share),
    locked: group.criteria.map(({ part }) => options.locked?.has(part) ?? false),
    sharing: options.sharing ?? "proportional",
  };
  const evaluated = (shares: readonly Rational[]): Places => {
    const given = new Map(options.shares ?? []);
    group.criteria.forEach(({ part }, index) => given.set(part, rationalText(at(shares, index))));
    const { name } = at(program.rankings, ranking);
    const result = evaluate(onlyConstants(withShares(written, given), scenario), dataset, run);
    return new Map(
      result.subjects.map(({ rankings }, index) => [at(evaluation.subjects, index).row, rankings[name] ?? null]),
    );
  };
  let last: { readonly text: string; readonly places: Places } | null = null;
  // The places of the present shares are asked for again for each part.
  const placesWith = (shares: readonly Rational[]): Places => {
    const text = shares.map(rationalText).join();
    if (last?.text !== text)
      last = { text, places: (model === null ? null : placesAt(model, shares)) ?? evaluated(shares) };
    return last.places;
  };
  return {
    program,
    dataset,
    options: run,
    ranking,
    group,
    weighing,
    model,
    notLinear: reasons,
    evaluation,
    placesWith,
  };
}
