import { assert, property, uint16Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOn } from "./agreement.js";

// A longer run, on pairs of its own: `npm run long -- agreement`.
const { AGREEMENT_RUNS, AGREEMENT_SEED } = process.env;
const runs = Number(AGREEMENT_RUNS ?? 4_000);
const seed = Number(AGREEMENT_SEED ?? 20_081_231);

/** Enough choices for the largest program and its data; what is left over is not read. */
const CHOICES = 1200;

describe("the columnar engine and the reference evaluator", () => {
  test(`agree to the last digit on ${runs} generated rubrics with their data`, () => {
    const met = new Map<string, number>();
    const reasons = new Map<string, number>();
    const compared = new Map<string, number>();
    const pairs = new Set<string>();
    const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    assert(
      property(uint16Array({ minLength: CHOICES, maxLength: CHOICES, size: "max" }), (numbers) => {
        const { constructs, because, difference } = agreementOn([...numbers]);
        if (because !== null) count(reasons, because);
        const names = [...constructs].sort();
        for (const [index, name] of names.entries()) {
          count(met, name);
          if (because === null) count(compared, name);
          for (const other of names.slice(index + 1)) pairs.add(`${name} ${other}`);
        }
        expect(difference).toBeNull();
      }),
      { numRuns: runs, seed },
    );
    const names = [...met.keys()].sort();
    const missing = names.flatMap((name, index) =>
      names
        .slice(index + 1)
        .filter((other) => !pairs.has(`${name} ${other}`))
        .map((other) => `${name} ${other}`),
    );
    const byReference = [...reasons.values()].reduce((sum, each) => sum + each, 0);
    console.info(
      `seed ${seed}, ${runs} runs: ${names.length} constructs, ${pairs.size} pairs, ${byReference} left to the reference:`,
      Object.fromEntries(reasons),
    );
    // A shorter run may not meet every pair, nor each construct where columns compute it themselves.
    expect(runs < 4_000 ? [] : missing).toEqual([]);
    const uncompared = names.filter((name) => (compared.get(name) ?? 0) < 20);
    expect(runs < 4_000 ? [] : uncompared).toEqual([]);
  });
});
