/** Fixes the results of a period: appends them to the earlier results, with a receipt. Loaded when first requested. */
import type { Lang } from "@yardstick/language";
import { appendHistory, csvFileOfGrid } from "@yardstick/tables";
import { tableOfCsv } from "../project/csv.js";
import type { TableText } from "../project/project.js";
import type { FixRequest, PeriodFixed } from "../protocol/protocol.js";
import type { LastScored } from "./evaluate.js";
import { scoredOf } from "./scored.js";

/** The earlier results with those of the last evaluation. */
export function fixPeriod(
  last: LastScored,
  tables: readonly TableText[],
  { period }: FixRequest,
  lang: Lang,
): PeriodFixed {
  const { result, program, receipt } = scoredOf(last);
  const history = tables.find(({ role }) => role === "history");
  const bytes = history === undefined ? null : new TextEncoder().encode(csvFileOfGrid(history));
  const outcome = appendHistory(bytes, result, program, { lang, period });
  if ("unreadable" in outcome) return { problem: "unreadable" };
  if ("noPeriod" in outcome) return { problem: "no-period" };
  const scored = result.subjects.filter(({ status }) => status === "scored");
  const periods = [...new Set(scored.map((subject) => subject.period ?? period ?? ""))];
  const { text, added, replaced } = outcome;
  return {
    problem: null,
    history: tableOfCsv("history", history?.name ?? "", text),
    periods,
    added,
    replaced,
    scored: scored.length,
    open: result.subjects.length - scored.length,
    receipt: { rubric: receipt.rubric, data: receipt.data, engine: receipt.engine },
  };
}
