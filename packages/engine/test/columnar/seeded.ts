// Generated programs by seed, for tests that need many of them but shrink nothing.

import type { Program } from "@yardstick/language/program";
import type { Dataset } from "../../src/data/dataset.js";
import { generatedData } from "./generated-data.js";
import { generatedProgram } from "./generated-program.js";
import { Tape } from "./tape.js";

/** Numbers from 0 to below 2^32, the same for the same seed. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** Choices enough for the largest program and its data, the same for the same seed. */
export function seededChoices(seed: number): readonly number[] {
  const next = random(seed);
  return Array.from({ length: 1200 }, () => next() % 65_536);
}

/** `isAlone`: without results of other rubrics. */
export function seeded(seed: number, isAlone = false): { readonly program: Program; readonly data: Dataset } {
  const tape = new Tape(seededChoices(seed));
  const program = generatedProgram(tape, isAlone);
  return { program, data: generatedData(tape, program) };
}
