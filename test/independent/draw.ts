/**
 * A source of choices that a seed determines.
 */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ 0x9e3779b9) >>> 0;
    for (let at = 0; at < 8; at += 1) this.next();
  }

  /** A number from 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` to `high`. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(of: readonly T[]): T {
    const found = of[this.int(0, of.length - 1)];
    if (found === undefined) throw new RangeError("nothing to choose from");
    return found;
  }

  /** All of them, in another order. */
  shuffled<T>(of: readonly T[]): T[] {
    return of
      .map((each) => ({ each, by: this.next() }))
      .sort((a, b) => a.by - b.by)
      .map(({ each }) => each);
  }
}
