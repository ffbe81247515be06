// Choices read from a tape of numbers: the same tape makes the same program, and a shorter or smaller one a simpler program,
// so that fast-check shrinks what failed. 0 is the simplest choice everywhere.

export class Tape {
  private next = 0;
  /** Names of the constructs that were chosen. */
  readonly met = new Set<string>();

  constructor(private readonly numbers: readonly number[]) {}

  private read(): number {
    const number = this.numbers[this.next] ?? 0;
    this.next += 1;
    return number;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return this.read() % limit;
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.below(from.length)];
    if (found === undefined) throw new RangeError("nothing to pick from");
    return found;
  }

  /** One of the named makers; the name is noted as met. */
  construct<T>(makers: Readonly<Record<string, () => T>>): T {
    const name = this.pick(Object.keys(makers));
    this.met.add(name);
    const make = makers[name];
    if (make === undefined) throw new RangeError(name);
    return make();
  }

  note(name: string): void {
    this.met.add(name);
  }

  list<T>(least: number, most: number, make: (index: number) => T): readonly T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }
}
