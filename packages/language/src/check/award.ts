/**
 * `award NAME RANKING place a .. b [if C] [pays E]`: money for places, in which `place` is readable.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import { rankingNamed } from "./call-result.js";
import { type Checker, type Scope, subjectScope } from "./checker.js";
import { declareName } from "./declare.js";
import { checkAs, wholeNumber } from "./check-as.js";
import { roundedExpression, roundingOf } from "./rounding.js";
import { flagExpected, moneyExpected } from "./value.js";

const mostPlaces = 1_000_000;

export function declareAward(checker: Checker, node: ast.Award): void {
  declareName(checker, "award", node.name, checker.draft.awards.push(null) - 1);
}

export function checkAward(checker: Checker, node: ast.Award, index: number): void {
  const ranking = rankingNamed(checker, { kind: "reference", span: node.ranking.span, path: [node.ranking] });
  if (ranking !== null && checker.draft.rankingsBySection.has(ranking)) {
    checker.report(
      diagnostic("award-by-section", node.ranking.span, { award: node.name.text, ranking: node.ranking.text }),
    );
  }
  const places = placesOf(checker, node);
  const scope: Scope = { ...subjectScope, award: { ranking, places } };
  const condition = node.condition === null ? null : checkAs(checker, node.condition, scope, flagExpected);
  const exact = node.pays === null ? null : checkAs(checker, node.pays, scope, moneyExpected);
  const rounds = node.rounds === null ? null : roundingOf(checker, node.rounds, moneyExpected);
  const pays = exact === null || rounds === null ? exact : roundedExpression(exact, rounds);
  if (
    ranking === null ||
    places === null ||
    (node.condition !== null && condition === null) ||
    (node.pays !== null && pays === null)
  )
    return;
  checker.draft.awards[index] = { name: node.name.text, span: node.span, ranking, ...places, condition, pays };
}

function placesOf(checker: Checker, { places }: ast.Award): { readonly from: number; readonly to: number } | null {
  const from = wholeNumber(withoutUnit(places.from), 1, mostPlaces);
  const to = wholeNumber(withoutUnit(places.to), 1, mostPlaces);
  if (from === null || to === null) {
    const wrong = from === null ? places.from : places.to;
    checker.report(diagnostic("place-not-whole", wrong.span, { found: checker.source.slice(...wrong.span) }));
    return null;
  }
  if (from <= to) return { from, to };
  const { source } = checker;
  checker.report(
    diagnostic(
      "range-reversed",
      places.span,
      { from: `${from}`, to: `${to}` },
      {
        fixes: [
          {
            effect: "resolves",
            title: { zh: "对调两端", en: "Swap the ends" },
            edits: [
              { span: places.from.span, text: source.slice(...places.to.span) },
              { span: places.to.span, text: source.slice(...places.from.span) },
            ],
          },
        ],
      },
    ),
  );
  return null;
}

/** `第 1 名`: the counting word belongs to the place. */
function withoutUnit(place: ast.NumberLiteral): ast.NumberLiteral {
  return place.unit === "名" ? { ...place, unit: null } : place;
}
