/** The score sheets of all subjects, with progress. */
import type { Scored, Sheet } from "yardstick";
import { scoreSheets } from "yardstick";
import type { Context } from "./context.js";

/** Creates the score sheets; shows the number done as progress. */
export function sheetsOf(scored: Scored, source: string, { lang, progress, messages }: Context): readonly Sheet[] {
  const all = scored.subjects.length;
  return progress.busy(messages.progress.sheets(0, all), () =>
    scoreSheets(scored, source, lang, (done) => progress.notify(messages.progress.sheets(done, all))),
  );
}
