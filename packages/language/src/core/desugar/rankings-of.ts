/**
 * Rankings and grades reduced to orders of subjects: `by each section`, `lowest first`, `then by` and the ranking that grades have where
 * they name none become keys of one kind of node.
 */
import type { Expression } from "../../program/expression.js";
import type { Grades, Program, Ranking } from "../../program/program.js";
import type { Span } from "../../source/span.js";
import type { GradesNode, RankingGroup, RankingKey, RankingNode } from "../nodes/ranking.js";

/** What an order is based on, apart from the tie-breaks. */
type Basis = Pick<RankingNode, "publishedAs" | "section" | "obeysVetoes"> & { readonly value: Expression };
type Parts = Pick<Program, "parts" | "roots">;
type Fields = { readonly [K in keyof Ranking]-?: (ranking: Ranking, basis: Basis) => Partial<RankingNode> };

/** Of a property that is read together with another one, whose entry has it. */
const entered = () => ({});

/** The desugared form of each property, so that a property added to `Ranking` does not compile before it is entered here. */
const properties: Fields = {
  name: ({ name }) => ({ name }),
  span: ({ span }) => ({ span }),
  by: ({ lowestFirst, thenBy }, { value, ...basis }) => ({
    ...basis,
    keys: [
      { value, against: null, lowestFirst },
      ...thenBy.map(({ by, ...key }): RankingKey => ({ value: by, ...key })),
    ],
  }),
  lowestFirst: entered,
  within: ({ within }) => ({ within }),
  where: ({ where }) => ({ where }),
  ties: ({ ties }) => ({ ties }),
  thenBy: entered,
};

const known = new WeakMap<Ranking, { readonly roots: Parts["roots"]; readonly group: RankingGroup }>();

/** The same group for the same ranking, also in another program with the same parts at the top. */
export function rankingGroupOf(ranking: Ranking, { parts, roots }: Parts): RankingGroup {
  const before = known.get(ranking);
  if (before?.roots === roots) return before.group;
  const orders = basesOf(ranking, { parts, roots }).map(
    (basis) =>
      Object.assign({}, ...Object.values(properties).map((property) => property(ranking, basis))) as RankingNode,
  );
  const group = { name: ranking.name, orders };
  known.set(ranking, { roots, group });
  return group;
}

function basesOf({ name, by, span }: Ranking, { parts, roots }: Parts): readonly Basis[] {
  if (by !== "each-section") return [{ value: by, publishedAs: name, section: null, obeysVetoes: true }];
  return roots.flatMap((section): readonly Basis[] => {
    const part = parts[section];
    if (part?.kind !== "section") return [];
    // A veto acts on the overall result: single sections rank as they scored.
    const value = scoreRead(span, { kind: "part-score", part: section });
    return [{ value, publishedAs: `${name}/${part.name}`, section, obeysVetoes: false }];
  });
}

const byScore = new WeakMap<Grades, RankingNode>();

/** `groups` are the rankings of the program. Grades that name none are based on the published score, best first. */
export function gradesOf(grades: Grades, groups: readonly RankingGroup[]): GradesNode {
  const { by, ...rest } = grades;
  const ranking = by === null ? rankingByScore(grades) : groups[by]?.orders[0];
  if (ranking === undefined) throw new RangeError("grades are based on a ranking that is not there");
  return { ...rest, ranking };
}

function rankingByScore(grades: Grades): RankingNode {
  const { name, span } = grades;
  const before = byScore.get(grades);
  if (before !== undefined) return before;
  const ranking: RankingNode = {
    name,
    span,
    publishedAs: name,
    keys: [{ value: scoreRead(span, { kind: "score" }), against: null, lowestFirst: false }],
    section: null,
    obeysVetoes: true,
    within: null,
    where: null,
    ties: "gap",
  };
  byScore.set(grades, ranking);
  return ranking;
}

function scoreRead(span: Span, to: Extract<Expression, { readonly kind: "reference" }>["to"]): Expression {
  return { kind: "reference", span, type: { kind: "number", dimension: {}, percent: false }, to };
}
