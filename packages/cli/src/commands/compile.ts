/**
 * `yardstick compile`: writes a rubric as JSON that `yardstick/run` scores without the compiler. The rubric must have no errors.
 */
import { compiledProgram } from "yardstick";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { publish } from "../output.js";
import { runLimitsOf } from "../run-limits.js";
import type { CompileOptions } from "../command-options.js";

/** Runs the command. */
export async function compile(path: string, options: CompileOptions, context: Context): Promise<ExitCode> {
  const { program } = await compiledRubric(path, context, runLimitsOf([], context));
  await publish(`${JSON.stringify(compiledProgram(program))}\n`, options.out, context);
  return DONE;
}
