/** The patterns in the order of their rank: the first that fits a stretch is taken. */
import type { Pattern } from "../form/pattern.js";
import { bands } from "./bands.js";
import { overruns } from "./overruns.js";
import { belowAverage, kindWeights, targetsByKind } from "./averages.js";
import { absentItems } from "./absent.js";
import { cappedShare, scoreShares } from "./coefficients.js";
import { condition, notBeyondOther, oneOfSeveral, standardFailed } from "./condition.js";
import { eachOfListed, earnFact, fact, factWithoutVerb, noPoints } from "./fact.js";
import { judged, judgedEach, judgedLevels, judgedPart, judgedWhole, judgedWithoutBound } from "./judged.js";
import { gradedOutcomes, levelRows, levelsInherited, levelsListed } from "./levels.js";
import { fullThenSteps, overUnderBase, percentSteps } from "./over-under.js";
import { shortfall } from "./shortfall.js";
import { eachWithoutVerb, perOccurrence } from "./per-occurrence.js";
import {
  betweenLimits,
  convert,
  metOrActual,
  noneThenEach,
  overBest,
  proportion,
  scoreTimesWeight,
  doneOrProportion,
  lowestPrice,
  eachShare,
  basePrice,
} from "./ratios.js";
import { interpolation } from "./interpolation.js";
import { allowance, bothSides, firstFree, overTime } from "./allowance.js";
import {
  consequences,
  noAwards,
  vetoEvents,
  vetoes,
  zeroOutsideItems,
  gradeAtMost,
  gradeExcluded,
  eventOutcome,
  notRanked,
  scoreConsequences,
} from "./results.js";
import { basePoints, composition, formulas, shares } from "./formulas.js";
import {
  beyondBase,
  completionSteps,
  countedThreshold,
  doneInPart,
  eventsListed,
  fullOrProportion,
} from "./completion.js";
import { runningAward } from "./running-award.js";
import { weightedBest } from "./weighted-best.js";
import { specialCase } from "./special-case.js";
import { doubling } from "./doubling.js";
import { escalating } from "./escalating.js";
import { firstThenMore } from "./first-then-more.js";
import { firstPlaces, lastPlace, placeAwards, placeFact, placeLevels, placeSteps, quota, ranking } from "./places.js";
import { grades } from "./grades.js";
import { placeRows } from "./place-rows.js";
import { gradeAward, gradePay, gradeValues, scorePay } from "./grade-pay.js";
import { bonusLimit } from "./limits.js";
import { wholeSteps } from "./whole-steps.js";
import { rounding, scoreLoss, tieBreak } from "./standing.js";

/** Patterns of one stretch. */
export const patterns: readonly Pattern[] = [
  interpolation,
  betweenLimits,
  targetsByKind,
  weightedBest,
  overBest,
  lowestPrice,
  basePrice,
  allowance,
  firstFree,
  overTime,
  bothSides,
  eachShare,
  doneOrProportion,
  completionSteps,
  doneInPart,
  beyondBase,
  fullOrProportion,
  metOrActual,
  noneThenEach,
  firstThenMore,
  escalating,
  placeSteps,
  fullThenSteps,
  percentSteps,
  standardFailed,
  overUnderBase,
  vetoes,
  noAwards,
  gradeAtMost,
  gradeExcluded,
  eventOutcome,
  notRanked,
  zeroOutsideItems,
  lastPlace,
  scoreConsequences,
  consequences,
  tieBreak,
  rounding,
  scoreLoss,
  ranking,
  firstPlaces,
  placeAwards,
  quota,
  gradeValues,
  gradeAward,
  bonusLimit,
  composition,
  formulas,
  shares,
  basePoints,
  kindWeights,
  absentItems,
  runningAward,
  scoreShares,
  cappedShare,
  doubling,
  levelsListed,
  eventsListed,
  levelsInherited,
  judged,
  judgedWithoutBound,
  judgedEach,
  wholeSteps,
  shortfall,
  perOccurrence,
  convert,
  scoreTimesWeight,
  proportion,
  notBeyondOther,
  oneOfSeveral,
  countedThreshold,
  condition,
  noPoints,
  placeLevels,
  placeFact,
  specialCase,
  eachOfListed,
  fact,
  earnFact,
  eachWithoutVerb,
  factWithoutVerb,
  judgedPart,
  judgedWhole,
  vetoEvents,
];

/** Patterns of several rows with commas between them. */
export const seriesPatterns: readonly Pattern[] = [
  grades,
  placeRows,
  levelRows,
  judgedLevels,
  bands,
  belowAverage,
  overruns,
  gradedOutcomes,
  gradePay,
  scorePay,
];

export { attachments } from "./attachments.js";
