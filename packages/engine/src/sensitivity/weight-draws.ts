/**
 * Weights drawn at random inside their ranges, adding up to what they add up to now: ranges and a seed in, one set of shares
 * after another out. Every set on the grid of thousandths is equally likely; locked shares stay.
 */
import { clamp, larger, ONE, rational, type Rational, smaller, whole, ZERO } from "@yardstick/exact";
import { at } from "../values/internal-error.js";
import { Random } from "./random.js";
import type { Weighing } from "./sharing.js";

/** Shares move in steps of a thousandth of the whole. */
export const GRAIN = 1000;
/** Where the rubric sets no range, a share varies by a quarter of itself each way. */
const ASSUMED_PART: Rational = whole(1).div(4);
/** Exchanges between two draws and before the first, for each weight that moves. */
const BETWEEN = 4;
const BEFORE = 50;

export interface DrawnRange {
  readonly min: Rational;
  readonly max: Rational;
  /** Not from the rubric. */
  readonly isAssumed: boolean;
}

function rangesOf({ criteria, shares, locked }: Weighing): readonly DrawnRange[] {
  return criteria.map((criterion, index) => {
    const now = rational(at(shares, index));
    if (locked[index] === true) return { min: now, max: now, isAssumed: false };
    if (criterion.isBounded) {
      // A share that was moved out of its range is taken back no further than where it stands.
      return {
        min: smaller(rational(criterion.min), now),
        max: larger(rational(criterion.max), now),
        isAssumed: false,
      };
    }
    const step = now.mul(ASSUMED_PART);
    return { min: clamp(now.sub(step), ZERO, ONE), max: clamp(now.add(step), ZERO, ONE), isAssumed: true };
  });
}

/**
 * A walk among the sets of shares: each exchange gives any possible amount from one share to another, so that in the long run
 * all sets are met equally often.
 */
export class WeightDraws {
  readonly ranges: readonly DrawnRange[];
  /** In grains from the current shares. */
  readonly offsets: Int32Array;
  private readonly start: readonly Rational[];
  private readonly low: readonly number[];
  private readonly high: readonly number[];
  private readonly free: readonly number[];
  private readonly random: Random;

  constructor(weighing: Weighing, seed: number) {
    this.ranges = rangesOf(weighing);
    this.start = weighing.shares.map(rational);
    const grains = (range: "min" | "max", round: "ceil" | "floor") =>
      this.ranges.map((each, index) => each[range].sub(at(this.start, index)).mul(GRAIN)[round]().toNumber());
    this.low = grains("min", "ceil");
    this.high = grains("max", "floor");
    this.free = this.ranges.flatMap((_, index) => (at(this.low, index) < at(this.high, index) ? [index] : []));
    this.offsets = new Int32Array(this.start.length);
    this.random = new Random(seed);
    this.exchange(BEFORE * this.free.length);
  }

  /** Whether anything can vary at all. */
  get isStill(): boolean {
    return this.free.length < 2;
  }

  /** The next set; `offsets` holds it. */
  next(): void {
    this.exchange(BETWEEN * this.free.length);
  }

  /** The set at hand, exactly. */
  shares(): readonly Rational[] {
    return this.start.map((share, index) => share.add(whole(this.offsets[index] ?? 0).div(GRAIN)));
  }

  private exchange(times: number): void {
    const { free, offsets, random, low, high } = this;
    if (this.isStill) return;
    for (let time = 0; time < times; time += 1) {
      const first = random.below(free.length);
      const second = (first + 1 + random.below(free.length - 1)) % free.length;
      const taker = at(free, first);
      const giver = at(free, second);
      const [up, down] = [offsets[taker] ?? 0, offsets[giver] ?? 0];
      const most = Math.min(at(high, taker) - up, down - at(low, giver));
      const least = Math.max(at(low, taker) - up, down - at(high, giver));
      const moved = least + random.below(most - least + 1);
      offsets[taker] = up + moved;
      offsets[giver] = down - moved;
    }
  }
}
