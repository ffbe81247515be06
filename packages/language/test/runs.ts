/**
 * How often a property is tried: repeatable by default; `PROPERTY_RUNS` and `PROPERTY_SEED` search further.
 */

/** Long enough for a slow machine that shares its processors. */
export const patience = 1_200_000;

export function runs(byDefault = 300): { readonly numRuns: number; readonly seed: number } {
  return {
    numRuns: Number(process.env["PROPERTY_RUNS"] ?? byDefault),
    seed: Number(process.env["PROPERTY_SEED"] ?? 2008),
  };
}
