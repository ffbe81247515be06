/**
 * Other readings of the last successful evaluation and what each would change, one a request. Loaded when a list that
 * shows them is first opened.
 */
import { evaluate } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { readGrids } from "@yardstick/tables";
import {
  alternatives,
  checkFiles,
  describeAlternative,
  describeImpact,
  impactOfAlternative,
  type Alternative,
  type ScoredReading,
} from "yardstick";
import type { AlternativeImpact } from "../protocol/protocol.js";
import type { LastScored } from "./evaluate.js";
import { gridsOf } from "./table-reader.js";

interface Known {
  readonly lang: Lang;
  readonly reading: ScoredReading;
  readonly all: readonly Alternative[];
}

const knownOf = new WeakMap<LastScored, Known>();

/** The alternative at an index, with what it changes; `none` behind the last one. */
export function impactAt(
  last: LastScored,
  { at, ranking }: { readonly at: number; readonly ranking: string | null },
  lang: Lang,
): AlternativeImpact | "none" {
  const { reading, all } = known(last, lang);
  const alternative = all[at];
  if (alternative === undefined) return "none";
  return {
    alternative,
    condition: describeAlternative(alternative, lang),
    text: describeImpact(impactOfAlternative(alternative, reading), ranking, lang),
  };
}

function known(last: LastScored, lang: Lang): Known {
  const before = knownOf.get(last);
  if (before?.lang === lang) return before;
  const { program, dataset, rubric: source, path: file, load, scenario, tables } = last;
  const reading: ScoredReading = {
    program,
    source,
    file,
    load,
    diagnostics: checkFiles(source, { lang, file, load }).diagnostics,
    dataset,
    result: last.result ?? evaluate(program, dataset, { scenario }),
    scenario,
    period: null,
    read: (changed, rows) => ({ ...readGrids(changed, gridsOf(tables), { rows }), used: dataset.used }),
  };
  const found = { lang, reading, all: alternatives(reading) };
  knownOf.set(last, found);
  return found;
}
