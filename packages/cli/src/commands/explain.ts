/**
 * `yardstick explain`: the explanation of the score of one subject, rule by rule, as a score sheet or as JSON.
 */
import { hasErrors, subjectIds } from "@yardstick/engine";
import { nearestName } from "@yardstick/tables";
import { sheetPage } from "yardstick";
import type { Context } from "../context.js";
import { notTakenBy } from "../engine-options.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, WRONG_USAGE } from "../exit.js";
import { readInputs } from "../inputs.js";
import { jsonText } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import { sheetOfOne } from "../score-sheets.js";
import { sheetText } from "../sheet-text.js";
import type { RunOptions } from "../command-options.js";

/** Runs the command. */
export async function explain(rubric: string, key: string, options: RunOptions, context: Context): Promise<ExitCode> {
  const { engine = "memory" } = options;
  if (engine === "duckdb" || engine === "postgres")
    return (await import("./explain-in-database.js")).explainInDatabase(rubric, key, engine, options, context);
  const taken = notTakenBy("memory", options);
  if (taken !== null) throw new Failure(WRONG_USAGE, context.messages.postgres.onlyHere(taken));
  const format = formatOf(options.format, ["text", "json", "html"] as const, context);
  const { scored, rubric: compiled, problems } = await readInputs(rubric, options, context);
  const { messages, lang } = context;
  const explanation = scored.explain(key.trim().normalize("NFC"));
  if (explanation === null) {
    const keys = Array.from(subjectIds(scored.result), (subject) => subject.key);
    throw new Failure(WRONG_USAGE, messages.unknownKey(key, nearestName(key, keys)));
  }
  const sheet = () => sheetOfOne(scored, compiled.source, explanation, lang);
  const showsAllRules = options.allRules === true;
  const content =
    format === "json"
      ? jsonText(explanation)
      : format === "html"
        ? sheetPage(scored, sheet(), { showsAllRules })
        : sheetText(sheet(), { showsAllRules }, context);
  await publish(content, options.out, context);
  return hasErrors(problems) || explanation.status === "invalid" ? HAS_ERRORS : DONE;
}
