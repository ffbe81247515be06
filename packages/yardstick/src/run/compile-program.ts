/** Compiles a rubric for `yardstick/run`. */
import { compiledCore } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { ENGINE_VERSION } from "../version/engine-version.js";
import { PROGRAM_FORMAT, type CompiledProgram } from "./compiled-program.js";

/** The rubric as `yardstick/run` scores it: plain JSON, with all scenarios, without the text and its tests. */
export function compiledProgram(program: Program): CompiledProgram {
  return { format: PROGRAM_FORMAT, engine: ENGINE_VERSION, ...compiledCore(program) };
}
