/**
 * How often a property is tried; `PROPERTY_RUNS` searches further. The seed is the same for all properties, see
 * `test/properties.ts`.
 */

import { assert, property, type Arbitrary } from "fast-check";

/** Long enough for a slow machine that shares its processors. */
export const patience = 1_200_000;

export function runs(byDefault = 10_000): { readonly numRuns: number } {
  return { numRuns: Number(process.env["PROPERTY_RUNS"] ?? byDefault) };
}

interface Drawn<T> {
  all(): readonly T[];
  holds(law: (value: T) => void): void;
}

/**
 * Values that are drawn once and tried by every property of a file, since making them costs more than most properties do.
 * Where one fails, the same are drawn again, so that it is shrunk and told with its seed.
 */
export function drawn<T>(values: Arbitrary<T>): Drawn<T> {
  let pool: readonly T[] | null = null;
  const draw = (): readonly T[] => {
    const all: T[] = [];
    assert(
      property(values, (value) => void all.push(value)),
      runs(),
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
        assert(property(values, law), runs());
        throw error;
      }
    },
  };
}
