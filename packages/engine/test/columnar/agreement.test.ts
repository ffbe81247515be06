import { assert, property, uint16Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOn } from "./agreement.js";
import { generatedProgram } from "./generated-program.js";
import { seededChoices } from "./seeded.js";
import { Tape } from "./tape.js";

// A longer run, on pairs of its own: `npm run long -- agreement`.
const { AGREEMENT_RUNS, AGREEMENT_SEED } = process.env;
const runs = Number(AGREEMENT_RUNS ?? 4_000);
const seed = Number(AGREEMENT_SEED ?? 20_081_231);

/** Enough choices for the largest program and its data; what is left over is not read. */
const CHOICES = 1200;

/** Programs at most among which pairs that are still missing are looked for. */
const MORE = 20_000;

describe("the columnar engine and the reference evaluator", () => {
  test(`agree to the last digit on ${runs} generated rubrics with their data`, () => {
    const met = new Map<string, number>();
    const reasons = new Map<string, number>();
    const compared = new Map<string, number>();
    const ids = new Map<string, number>();
    const pairs = new Set<number>();
    const idOf = (name: string) => ids.get(name) ?? (ids.set(name, ids.size), ids.size - 1);
    /** A number for two names, whichever comes first. */
    const pairOf = (a: number, b: number) => Math.min(a, b) * 4096 + Math.max(a, b);
    const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    assert(
      property(uint16Array({ minLength: CHOICES, maxLength: CHOICES, size: "max" }), (numbers) => {
        const { constructs, because, difference } = agreementOn([...numbers]);
        if (because !== null) count(reasons, because);
        for (const name of constructs) {
          count(met, name);
          if (because === null) count(compared, name);
        }
        const own = Uint16Array.from(constructs, idOf);
        for (let at = 0; at < own.length; at += 1)
          for (let after = at + 1; after < own.length; after += 1) pairs.add(pairOf(own[at] ?? 0, own[after] ?? 0));
        expect(difference).toBeNull();
      }),
      { numRuns: runs, seed },
    );
    const names = [...met.keys()].sort();
    const missing = new Set(
      names.flatMap((name, index) =>
        names
          .slice(index + 1)
          .filter((other) => !pairs.has(pairOf(idOf(name), idOf(other))))
          .map((other) => `${name} ${other}`),
      ),
    );
    // Pairs that these programs happen to lack are looked for among further ones, of which only those are compared.
    const further = runs < 4_000 ? 0 : MORE;
    for (let more = 0; missing.size > 0 && more < further; more += 1) {
      const choices = seededChoices(more);
      const tape = new Tape(choices);
      generatedProgram(tape);
      const found = [...missing].filter((pair) => pair.split(" ").every((name) => tape.met.has(name)));
      if (found.length === 0) continue;
      expect(agreementOn(choices).difference).toBeNull();
      for (const pair of found) missing.delete(pair);
    }
    const byReference = [...reasons.values()].reduce((sum, each) => sum + each, 0);
    console.info(
      `seed ${seed}, ${runs} runs: ${names.length} constructs, ${pairs.size} pairs, ${byReference} left to the reference:`,
      Object.fromEntries(reasons),
    );
    // A shorter run may not meet every pair, nor each construct where columns compute it themselves.
    expect(runs < 4_000 ? [] : [...missing]).toEqual([]);
    const uncompared = names.filter((name) => (compared.get(name) ?? 0) < 20);
    expect(runs < 4_000 ? [] : uncompared).toEqual([]);
  });
});
