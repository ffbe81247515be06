/**
 * Appends published results to the history file, which is locked while it is changed.
 */
import { notedSubjects } from "@yardstick/engine";
import { appendHistory } from "@yardstick/tables";
import type { Scored } from "yardstick";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { Failure, NO_FILE, WRONG_USAGE } from "./exit.js";
import type { RunOptions } from "./command-options.js";

/** Throws a `Failure` for invalid combinations of options, before anything is scored. */
export function checkHistoryOptions({ appendHistory: target, scenario }: RunOptions, { messages }: Context): void {
  if (target === undefined) return;
  if (scenario !== undefined) throw new Failure(WRONG_USAGE, messages.noScenarioHistory);
  if (typeof target === "string" && !/\.csv$/iu.test(target))
    throw new Failure(WRONG_USAGE, messages.historyNotCsv(target));
}

/** Appends the results of the scored subjects. `found` is the history file that was read, or its default path. */
export async function appendResults(
  scored: Scored,
  found: string,
  options: RunOptions,
  context: Context,
): Promise<void> {
  const { files, messages, lang } = context;
  const path = typeof options.appendHistory === "string" ? options.appendHistory : found;
  if (!/\.csv$/iu.test(path)) throw new Failure(WRONG_USAGE, messages.historyNotCsv(path));
  let counts = { added: 0, replaced: 0, unchanged: 0 };
  await files.change(path, (existing) => {
    const outcome = appendHistory(existing, scored.result, scored.program, { lang, period: options.period ?? null });
    if ("unreadable" in outcome) throw new Failure(NO_FILE, messages.historyUnreadable(path));
    if ("noPeriod" in outcome) throw new Failure(WRONG_USAGE, messages.noPeriod);
    counts = outcome;
    return outcome.added + outcome.replaced > 0 ? outcome.text : null;
  });
  note(context, messages.historyAppended(path, counts.added, counts.replaced, counts.unchanged));
  const pending = [...notedSubjects(scored.result)].filter(({ status }) => status !== "scored").length;
  if (pending > 0) note(context, messages.historyPending(pending));
}
