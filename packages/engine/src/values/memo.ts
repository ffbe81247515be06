/**
 * Results that are computed once, on first use. The checker rejects every cycle, so a result that asks for
 * itself is a bug and throws instead of running for ever.
 */
import { InternalError } from "./internal-error.js";

const BUSY = Symbol("busy");

export class Memo<K extends number | string | object, T> {
  private readonly results = new Map<K, T | typeof BUSY>();

  constructor(private readonly what: string) {}

  get(key: K, work: () => T): T {
    const found = this.results.get(key);
    if (found === BUSY) {
      const name = typeof key === "object" ? "" : ` ${String(key)}`;
      throw new InternalError(`a circle runs through ${this.what}${name}`);
    }
    if (found !== undefined) return found;
    this.results.set(key, BUSY);
    const result = work();
    this.results.set(key, result);
    return result;
  }
}
