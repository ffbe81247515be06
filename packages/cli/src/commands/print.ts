/**
 * `yardstick print`: prints a rubric as an appraisal document. The rubric must have no errors.
 */
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { formatOf, oneOf, publish } from "../output.js";
import { runLimitsOf } from "../run-limits.js";
import type { PrintOptions } from "../command-options.js";

/** Runs the command. */
export async function print(path: string, options: PrintOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["docx", "html"] as const, context);
  const layout = oneOf("--layout", options.layout, ["table", "paragraphs"] as const, context);
  const style = oneOf("--style", options.style, ["official", "plain"] as const, context);
  const rubric = await compiledRubric(path, context, runLimitsOf([], context));
  const { printDocument } = await import("@yardstick/documents");
  const common = { lang: context.lang, layout, style };
  const content =
    format === "docx"
      ? printDocument(rubric, { ...common, format: "docx" })
      : printDocument(rubric, { ...common, format: "html" });
  await publish(content, options.out, context);
  return DONE;
}
