/**
 * Values that several properties of a file are tried on. How often is said for all properties in `test/properties.ts`.
 */

import { assert, property, type Arbitrary } from "fast-check";

interface Drawn<T> {
  all(): readonly T[];
  holds(law: (value: T) => void): void;
}

/**
 * Values that are drawn once and tried by every property of a file, since making them costs more than most properties do.
 * Where one fails, the same are drawn again, so that it is shrunk and reported with its seed.
 *
 * @param runs how many, where that is not the usual number
 */
export function drawn<T>(values: Arbitrary<T>, runs: { readonly numRuns?: number } = {}): Drawn<T> {
  let pool: readonly T[] | null = null;
  const draw = (): readonly T[] => {
    const all: T[] = [];
    assert(
      property(values, (value) => void all.push(value)),
      runs,
    );
    return all;
  };
  const all = (): readonly T[] => (pool ??= draw());
  return {
    all,
    holds(law) {
      try {
        all().forEach((value) => law(value));
      } catch (error) {
        assert(property(values, law), runs);
        throw error;
      }
    },
  };
}
