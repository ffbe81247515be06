/**
 * `yardstick schema`: writes what the data of a rubric may contain, as JSON Schema or TypeScript. The rubric must have no errors.
 */
import { dataSchema, dataTypes } from "yardstick";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { formatOf, publish } from "../output.js";
import { runLimitsOf } from "../run-limits.js";
import type { SchemaOptions } from "../command-options.js";

/** Runs the command. */
export async function schema(path: string, options: SchemaOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["json-schema", "typescript"] as const, context);
  const { program } = await compiledRubric(path, context, runLimitsOf([], context));
  const text = format === "typescript" ? dataTypes(program) : `${JSON.stringify(dataSchema(program), null, 2)}\n`;
  await publish(text, options.out, context);
  return DONE;
}
