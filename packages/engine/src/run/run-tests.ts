/**
 * The tests that a rubric carries, run on its core nodes.
 */
import { coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { outcomesOfTests, type TestOutcome } from "../reference/rubric-test.js";

/** Runs all tests of a rubric, in the order of its text. */
export function runTests(program: Program): readonly TestOutcome[] {
  return outcomesOfTests(coreOf(program));
}
