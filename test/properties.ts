// How every property is tried. Each draws the same cases each time, so that a run that passed passes again; `PROPERTY_SEED=7` draws
// others, `PROPERTY_SEED=random` others each time, and `PROPERTY_RUNS` more or fewer of them than 1,000. A property that fails
// prints its seed. `npm run long -- properties` goes on for longer.
//
// Tables of many rows are held in part: `npm test` takes some rows of each, always the same, `npm run long -- whole` all of them.

import { configureGlobal } from "fast-check";

const given = process.env["PROPERTY_SEED"];
const count = Number(process.env["PROPERTY_RUNS"] ?? 1_000);

export const seed = given === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(given ?? 2008);

/** How often a property is tried whose single case costs so much that only a share of the usual number is affordable. */
export function runs(share: number): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(count * share)) };
}

/** For the properties with the most expensive cases: 40 of them in `npm test`, and all that `PROPERTY_RUNS` says in a long run. */
export const costly: { readonly numRuns: number } = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 40) };

/** Whether nothing is left out, as in the long runs `whole` and `properties`. */
export const isWhole = process.env["WHOLE_TESTS"] === "1" || process.env["PROPERTY_RUNS"] !== undefined;

/** A number that says nothing of the one it is made of. */
function mixed(at: number): number {
  let state = Math.imul(at + 1, 0x9e37_79b1) + 0x7f4a_7c15;
  state = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2_ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/**
 * The rows of a table that `npm test` takes: `count` of them, spread without a period, so that each value of a dimension is likely to be
 * among those of a product. All, in a long run.
 */
export function someOf<Row>(rows: readonly Row[], count: number): readonly Row[] {
  if (isWhole || rows.length <= count) return rows;
  const drawn = rows.map((_, at) => at).sort((a, b) => mixed(a) - mixed(b));
  const taken = new Set(drawn.slice(0, count));
  return rows.filter((_, at) => taken.has(at));
}

configureGlobal({ seed, numRuns: count });
