/**
 * Which values that rankings go by have to be shown beside the score, because nothing else that is published shows them.
 */
import type { Program } from "@yardstick/language/program";
import { at } from "./reference/internal-error.js";
import { ownKey } from "./reference/standings.js";

export interface RankingValue {
  /** Its value of a subject is `rankedBy[ranking]`. */
  readonly ranking: string;
  /** What the value is called where it is shown: as in the rubric, or after the ranking. */
  readonly header: string;
}

/** In the order of the rankings. A value that is a column of every result, an output or a part at the top, is left out. */
export function rankingValues(program: Program, lang: "zh" | "en"): readonly RankingValue[] {
  return program.rankings.flatMap((ranking): readonly RankingValue[] => {
    const key = ownKey(ranking);
    if (key === null) return [];
    const { name } = ranking;
    const of = lang === "zh" ? `${name}（依据）` : `${name} (goes by)`;
    if (key.kind !== "reference") return [{ ranking: name, header: of }];
    const { to } = key;
    if (to.kind === "output" || (to.kind === "part-score" && program.roots.includes(to.part))) return [];
    return [{ ranking: name, header: to.kind === "let" ? at(program.lets, to.index).name : of }];
  });
}
