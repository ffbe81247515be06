/**
 * Which values that rankings are based on have to be shown beside the score, because nothing else that is published shows them.
 */
import { type Expression, rankingGroupOf, type RankingNode } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { at } from "../values/internal-error.js";
import { ownKey } from "../values/ranking-key.js";

/** What the rankings of a rubric are named after. */
type Names = Pick<Program, "rankings" | "lets" | "outputs" | "roots" | "parts">;

/** A ranking that is not ordered by the score, with the header of its values. */
export interface RankingValue {
  /** Its value of a subject is `rankedBy[ranking]`. */
  readonly ranking: string;
  /** What the value is called where it is shown: as in the rubric, or after the ranking. */
  readonly header: string;
}

/** In the order of the rankings. A value that is a column of every result, an output or a part at the top, is left out. */
export function rankingValues(program: Names, lang: "zh" | "en"): readonly RankingValue[] {
  return valuesOf(program, lang, (key) => !isColumn(program, key));
}

/** The value of every ranking that is not based on the score, also where it is a column of its own elsewhere. */
export function ownRankingValues(program: Names, lang: "zh" | "en"): readonly RankingValue[] {
  return valuesOf(program, lang, () => true);
}

function valuesOf(program: Names, lang: "zh" | "en", isShown: (key: Expression) => boolean): readonly RankingValue[] {
  return program.rankings
    .flatMap((ranking) => rankingGroupOf(ranking, program).orders)
    .flatMap((ranking): readonly RankingValue[] => {
      const key = ownKey(ranking);
      if (key === null || !isShown(key)) return [];
      return [{ ranking: ranking.publishedAs, header: headerOf(program, ranking, key, lang) }];
    });
}

const isColumn = (program: Names, key: Expression): boolean =>
  key.kind === "reference" &&
  (key.to.kind === "output" || (key.to.kind === "part-score" && program.roots.includes(key.to.part)));

function headerOf(program: Names, { name }: RankingNode, key: Expression, lang: "zh" | "en"): string {
  const of = lang === "zh" ? `${name}（依据）` : `${name} (goes by)`;
  if (key.kind !== "reference") return of;
  const { to } = key;
  if (to.kind === "let") return at(program.lets, to.index).name;
  if (to.kind === "output") return at(program.outputs, to.index).name;
  return to.kind === "part-score" && program.roots.includes(to.part) ? at(program.parts, to.part).name : of;
}
