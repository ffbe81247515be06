/**
 * Which part of a line is taken already: intervals are added one by one, kept apart and in order, joined where they touch.
 */
import { ONE } from "@yardstick/exact";
import { type Interval, intersection, isEmpty } from "./interval.js";

export class Coverage {
  readonly #whole: boolean;
  /** In order, no two touching. */
  readonly #taken: Interval[] = [];

  /** `whole`: only whole numbers lie on the line. */
  constructor(whole: boolean) {
    this.#whole = whole;
  }

  add(interval: Interval): void {
    let joined = this.#trimmed(interval);
    if (isEmpty(joined)) return;
    const from = this.#taken.findIndex((taken) => !this.#endsBefore(taken, joined));
    const start = from < 0 ? this.#taken.length : from;
    let end = start;
    for (
      let taken = this.#taken[end];
      taken !== undefined && !this.#endsBefore(joined, taken);
      taken = this.#taken[end]
    ) {
      joined = spanning(joined, taken);
      end += 1;
    }
    this.#taken.splice(start, end - start, joined);
  }

  /** Whether nothing of the interval is left to take; of an empty interval nothing ever is. */
  holds(interval: Interval): boolean {
    const wanted = this.#trimmed(interval);
    if (isEmpty(wanted)) return true;
    return this.#taken.some((taken) => isSame(intersection(taken, wanted), wanted));
  }

  /** What is not taken of the interval, in order. */
  gapsIn(domain: Interval): readonly Interval[] {
    const gaps: Interval[] = [];
    let rest: Interval | null = this.#trimmed(domain);
    for (const taken of this.#taken) {
      if (rest === null) break;
      if (taken.min !== null) {
        const gap = this.#trimmed(
          intersection(rest, { min: null, minOpen: false, max: taken.min, maxOpen: !taken.minOpen }),
        );
        if (!isEmpty(gap)) gaps.push(gap);
      }
      rest =
        taken.max === null
          ? null
          : intersection(rest, { min: taken.max, minOpen: !taken.maxOpen, max: null, maxOpen: false });
    }
    if (rest !== null && !isEmpty(this.#trimmed(rest))) gaps.push(this.#trimmed(rest));
    return gaps;
  }

  /** Of whole numbers: from the first to the last that lies inside. */
  #trimmed(interval: Interval): Interval {
    if (!this.#whole) return interval;
    const { min, minOpen, max, maxOpen } = interval;
    const low = min === null ? null : minOpen ? min.floor().add(ONE) : min.ceil();
    const high = max === null ? null : maxOpen ? max.ceil().sub(ONE) : max.floor();
    return { min: low, minOpen: false, max: high, maxOpen: false };
  }

  /** Whether `a` ends before `b` begins, with something between them. */
  #endsBefore(a: Interval, b: Interval): boolean {
    if (a.max === null || b.min === null) return false;
    const order = (this.#whole ? a.max.add(ONE) : a.max).compare(b.min);
    return order < 0 || (order === 0 && a.maxOpen && b.minOpen);
  }
}

function spanning(a: Interval, b: Interval): Interval {
  const low = a.min === null || b.min === null ? null : a.min.compare(b.min);
  const high = a.max === null || b.max === null ? null : a.max.compare(b.max);
  return {
    min: low === null ? null : low <= 0 ? a.min : b.min,
    minOpen: low !== null && (low < 0 ? a.minOpen : low > 0 ? b.minOpen : a.minOpen && b.minOpen),
    max: high === null ? null : high >= 0 ? a.max : b.max,
    maxOpen: high !== null && (high > 0 ? a.maxOpen : high < 0 ? b.maxOpen : a.maxOpen && b.maxOpen),
  };
}

function isSame(a: Interval, b: Interval): boolean {
  const ends = (x: Interval["min"], y: Interval["min"]): boolean => (x === null || y === null ? x === y : x.equals(y));
  return ends(a.min, b.min) && ends(a.max, b.max) && a.minOpen === b.minOpen && a.maxOpen === b.maxOpen;
}
