// How every property is tried. Each draws the same cases each time, so that a run that passed passes again; `PROPERTY_SEED=7` draws
// others, `PROPERTY_SEED=random` others each time, and `PROPERTY_RUNS` more or fewer of them than 1,000. A property that fails
// prints its seed. `npm run long -- properties` goes on for longer.

import { configureGlobal } from "fast-check";

const given = process.env["PROPERTY_SEED"];
const count = Number(process.env["PROPERTY_RUNS"] ?? 1_000);

export const seed = given === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(given ?? 2008);

/** How often a property is tried whose single case costs so much that only a share of the usual number is affordable. */
export function runs(share: number): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(count * share)) };
}

/**
 * For the properties that took the longest at the usual number: a tenth of it in `npm test`, and all that `PROPERTY_RUNS` says in a
 * long run.
 */
export const costly: { readonly numRuns: number } = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 100) };

/** Whether a long run goes through every row of a table of which `npm test` takes a part. */
export const isWhole = process.env["PROPERTY_RUNS"] !== undefined;

configureGlobal({ seed, numRuns: count });
