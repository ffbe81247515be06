/** Reduces a checked rubric once, for `@yardstick/engine/run`. */
import { coreOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import type { CompiledCore } from "./run-core.js";
import { scenarioConstants, withScenario } from "./scenario.js";

/** The rubric as it is computed, with each of its scenarios. The tests of the rubric are left out. */
export function compiledCore(program: Program): CompiledCore {
  const reduced = (changed: Program) => ({ ...coreOf(changed), tests: [] });
  return {
    program: reduced(program),
    scenarios: program.scenarios.map(({ name }) => ({
      name,
      program: reduced(withScenario(program, name)),
      constants: [...scenarioConstants(program, name)],
    })),
  };
}
