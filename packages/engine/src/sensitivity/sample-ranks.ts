/**
 * How places spread when the weights vary together: a standing, a number of draws and a seed in; for each subject its best, worst
 * and usual places out. The same seed gives the same figures everywhere.
 */
import { rational, rationalText, type RationalText } from "@yardstick/exact";
import { QuickPlaces } from "./quick-places.js";
import type { Places, WeightStanding } from "./standing.js";
import { GRAIN, WeightDraws } from "./weight-draws.js";

/** Options of sampling. */
export interface SampleOptions {
  /** How often weights are drawn; 2,000 where not given. */
  readonly samples?: number | undefined;
  /** 1 where not given. */
  readonly seed?: number | undefined;
  /** N of the first N; 3 where not given. */
  readonly top?: number | undefined;
}

/** The distribution of the places of one subject over all draws. */
export interface PlaceSpread {
  /** Row of the subject table. */
  readonly row: number;
  readonly key: string;
  readonly period: string | null;
  /** With the current weights. */
  readonly place: number;
  readonly best: number;
  readonly worst: number;
  readonly median: number;
  /** Nine of ten draws put it between these. */
  readonly low: number;
  readonly high: number;
  /** How many draws put it first, and among the first N. */
  readonly first: number;
  readonly top: number;
  /** How many draws put it in which place, best first. */
  readonly places: readonly { readonly place: number; readonly draws: number }[];
}

/** The distribution of places when weights are drawn at random within their ranges. */
export interface SampledRanks {
  readonly samples: number;
  readonly seed: number;
  readonly top: number;
  /** What the weights were drawn from. */
  readonly ranges: readonly {
    readonly part: number;
    readonly min: RationalText;
    readonly max: RationalText;
    readonly isAssumed: boolean;
  }[];
  /** Shares are drawn in steps of one in so many. */
  readonly grain: number;
  /** In the order of the present places. */
  readonly subjects: readonly PlaceSpread[];
}

const SAMPLES = 2_000;
/** Places kept at once; draws beyond that are not made. */
const MAX_PLACES = 40_000_000;
export const USUAL_TOP = 3;

/** Draws weights at random and counts the places of all subjects. */
export function sampleRanks(standing: WeightStanding, options: SampleOptions = {}): SampledRanks {
  const sampler = new RankSampler(standing, options);
  sampler.draw(sampler.wanted);
  return sampler.result();
}

/** The same in portions, for a caller that must not be blocked. */
export class RankSampler {
  /** How many draws there will be. */
  readonly wanted: number;
  private readonly draws: WeightDraws;
  private readonly quick: QuickPlaces | null;
  private readonly now: Places;
  private readonly rows: readonly number[];
  private readonly seed: number;
  private readonly top: number;
  private places: Uint32Array;
  private done = 0;
  /** By place, for one subject at a time. */
  private readonly drawsOf: Uint32Array;

  constructor(
    private readonly standing: WeightStanding,
    { samples = SAMPLES, seed = 1, top = USUAL_TOP }: SampleOptions = {},
  ) {
    this.seed = seed;
    this.top = top;
    this.draws = new WeightDraws(standing.weighing, seed);
    this.now = standing.placesWith(this.draws.ranges.length === 0 ? [] : startOf(standing));
    this.quick = standing.model === null ? null : new QuickPlaces(standing.model);
    this.rows = this.quick?.rows ?? [...this.now].flatMap(([row, place]) => (place === null ? [] : [row]));
    const most = Math.max(1, Math.floor(MAX_PLACES / Math.max(1, this.rows.length)));
    this.wanted = this.draws.isStill ? 1 : Math.min(Math.max(1, Math.floor(samples)), most);
    this.places = new Uint32Array(this.wanted * this.rows.length);
    this.drawsOf = new Uint32Array(standing.evaluation.subjects.length + 1);
  }

  get isDone(): boolean {
    return this.done >= this.wanted;
  }

  get progress(): number {
    return this.done / this.wanted;
  }

  draw(count: number): void {
    const { draws, rows, places } = this;
    const start = startOf(this.standing).map((share) => share.toNumber());
    for (let left = Math.min(count, this.wanted - this.done); left > 0; left -= 1) {
      draws.next();
      const offset = this.done * rows.length;
      const shares = start.map((share, index) => share + (draws.offsets[index] ?? 0) / GRAIN);
      if (this.quick?.write(shares, () => draws.shares(), places, offset) !== true) {
        const given = this.standing.placesWith(draws.shares());
        rows.forEach((row, index) => (places[offset + index] = given.get(row) ?? rows.length));
      }
      this.done += 1;
    }
  }

  result(): SampledRanks {
    const { standing, rows, seed, top } = this;
    const { evaluation, weighing } = standing;
    const subjects = rows.map((row, index): PlaceSpread => {
      const { key, period } = evaluation.subjectAt(row);
      return { row, key, period, place: this.now.get(row) ?? 0, ...this.spreadOf(index) };
    });
    return {
      samples: this.done,
      seed,
      top,
      grain: GRAIN,
      ranges: weighing.criteria.map(({ part }, index) => {
        const range = this.draws.ranges[index];
        return {
          part,
          min: range === undefined ? "0" : rationalText(range.min),
          max: range === undefined ? "1" : rationalText(range.max),
          isAssumed: range?.isAssumed ?? false,
        };
      }),
      subjects: subjects.sort((a, b) => a.place - b.place || a.row - b.row),
    };
  }

  private spreadOf(index: number): Omit<PlaceSpread, "row" | "key" | "period" | "place"> {
    const { places, rows, done, drawsOf } = this;
    let [best, worst] = [done === 0 ? 0 : Infinity, 0];
    for (let draw = 0, at = index; draw < done; draw += 1, at += rows.length) {
      const place = places[at]!;
      drawsOf[place]! += 1;
      if (place < best) best = place;
      if (place > worst) worst = place;
    }
    const counted: { readonly place: number; readonly draws: number }[] = [];
    for (let place = best; place <= worst; place += 1) {
      const draws = drawsOf[place]!;
      if (draws > 0) counted.push({ place, draws });
      drawsOf[place] = 0;
    }
    const at = (share: number) => {
      let left = Math.min(done, Math.max(1, Math.ceil(share * done)));
      return counted.find(({ draws }) => (left -= draws) <= 0)?.place ?? 0;
    };
    const within = (most: number) => counted.reduce((sum, { place, draws }) => sum + (place <= most ? draws : 0), 0);
    return {
      best,
      worst,
      median: at(0.5),
      low: at(0.05),
      high: at(0.95),
      first: within(1),
      top: within(this.top),
      places: counted,
    };
  }
}

function startOf({ weighing }: WeightStanding) {
  return weighing.shares.map((share) => rational(share));
}
