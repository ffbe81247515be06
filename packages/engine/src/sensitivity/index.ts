/**
 * How results lean on weights: shares and who shares the rest, breakpoints, crossings, sampled places, the criterion that decides.
 */
export { breakpoints, type Breakpoints } from "./breakpoints.js";
export { criteriaGroups, groupOfPart, usualGroup, type CriteriaGroup, type Criterion } from "./criteria.js";
export { crossings, nearestCrossing, type Crossing, type Crossings } from "./crossings.js";
export { decisiveCriteria, type Decisive } from "./decisive.js";
export type { NotLinear } from "./dependence.js";
export { RankSampler, sampleRanks, type PlaceSpread, type SampledRanks, type SampleOptions } from "./sample-ranks.js";
export {
  sensitivity,
  type Assumption,
  type Sensitivity,
  type SensitivityOptions,
  type WeightSensitivity,
} from "./sensitivity.js";
export { changesOfShares, withShares, type ShareChange, type Shares } from "./shares.js";
export { moveShare, reachOf, type Sharing, type Weighing } from "./sharing.js";
export { overallRanking, weightStanding, type Places, type StandingOptions, type WeightStanding } from "./standing.js";
export {
  contributionsFrom,
  contributionsIn,
  contributionsOn,
  quickFigures,
  type Contributions,
  type Figures,
} from "./figures.js";
export type { Interval } from "./interval.js";
