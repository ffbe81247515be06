/**
 * How often a property is tried; `PROPERTY_RUNS` searches further. The seed is the same for all properties, see
 * `test/properties.ts`.
 */

/** Long enough for a slow machine that shares its processors. */
export const patience = 1_200_000;

export function runs(byDefault = 300): { readonly numRuns: number } {
  return { numRuns: Number(process.env["PROPERTY_RUNS"] ?? byDefault) };
}
