/**
 * Points and weights of all parts: read from their heads, weighed, and what does not add up or lies outside its bounds reported.
 */
import { decimal, decimalOrQuotient, ONE, percentText, type Rational, sum, ZERO } from "@yardstick/exact";
import { type Fix, diagnostic, showing } from "../diagnostics/diagnostic.js";
import { isPointsUnit } from "../library/units.js";
import { touches } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, DeclaredPoints, PartDraft } from "./checker.js";
import { reportPointsSum, summands } from "./points-sum.js";
import { type Bounds, checkRange, constantNumber } from "./range.js";
import { roundingOf } from "./rounding.js";
import { pointsExpected, pureExpected } from "./value.js";
import { isBonusOrPenalty, weigh, type WeighProblem } from "./weigh.js";
import { keyword } from "./written-name.js";

/** Fills in points, worth, weight and bounds of every part, and the total. */
export function measure(checker: Checker): void {
  const { draft } = checker;
  const given = draft.parts.map((part) => givenBy(checker, part));
  draft.given = given;
  const weighed = weigh(draft.parts, draft.roots, draft.total, given);
  for (const problem of weighed.problems) if (!isDamaged(checker, problem)) reportProblem(checker, problem);
  draft.total = weighed.total;
  for (const part of draft.parts) {
    part.points = weighed.points[part.index] ?? null;
    part.worth = weighed.worth[part.index] ?? null;
    part.weight = given[part.index]?.weight ?? null;
    const rounds = part.node.rounds === null ? null : roundingOf(checker, part.node.rounds, pointsExpected);
    part.decimals = rounds?.decimals ?? null;
    part.rounding = rounds?.rounding ?? null;
    if (part.weight !== null) part.within = weightBounds(checker, part, part.weight);
    else if (part.node.kind === "section") part.within = pointBounds(checker, part);
  }
}

/** A part that could not be read would be missing from a sum. */
function isDamaged({ unparsedSpans }: Checker, problem: WeighProblem): boolean {
  const above = "part" in problem ? problem.part : problem.above;
  return unparsedSpans.some((span) => above === null || touches(above.node.span, span[0]));
}

function givenBy(checker: Checker, part: PartDraft): DeclaredPoints {
  const { node } = part;
  if (isBonusOrPenalty(part)) {
    const superfluous = node.points ?? node.weight;
    if (superfluous !== null) reportAllowancePoints(checker, part, superfluous);
    return { points: null, weight: null, hasError: false };
  }
  const points = node.points === null ? null : pointsOf(checker, part, node.points);
  const weight = node.weight === null ? null : shareOf(checker, node.weight);
  const hasError = (node.points !== null && points === null) || (node.weight !== null && weight === null);
  return { points, weight, hasError };
}

/** `加分项 创新 3 分`: a bonus has a limit, not points. */
function reportAllowancePoints(checker: Checker, part: PartDraft, node: ast.Expression): void {
  const fixable = node === part.node.points && part.node.kind === "item" && part.node.upTo === null;
  const at = node.span[0];
  const word = keyword(checker, "UpTo");
  checker.report(
    diagnostic(
      "allowance-points",
      node.span,
      { name: part.name },
      {
        fixes: fixable
          ? [
              {
                effect: "resolves",
                title: { zh: `加上「${word}」`, en: `Add \`${word}\`` },
                edits: [{ span: [at, at], text: `${word} ` }],
              },
            ]
          : [],
      },
    ),
  );
}

function pointsOf(checker: Checker, part: PartDraft, node: ast.NumberLiteral): Rational | null {
  if (node.unit === null || isPointsUnit(node.unit)) return decimal(node.digits);
  checker.report(diagnostic("points-unit", node.span, { name: part.name, unit: node.unit }));
  return null;
}

/** A weight: a share of one, exactly. Also of a scenario's changes. */
export function shareOf(checker: Checker, node: ast.Expression): Rational | null {
  const share = constantNumber(checker, node, pureExpected);
  if (share === null || (share.compare(ZERO) >= 0 && share.compare(ONE) <= 0)) return share;
  const end = node.span[1];
  const percent = node.kind === "number" && node.unit === null && share.compare(100) <= 0;
  checker.report(
    diagnostic(
      "weight-not-a-share",
      node.span,
      { found: decimalOrQuotient(share) },
      {
        fixes: percent ? [showing("resolves", `${decimalOrQuotient(share)}%`, [{ span: [end, end], text: "%" }])] : [],
      },
    ),
  );
  return null;
}

function weightBounds(checker: Checker, part: PartDraft, weight: Rational): Bounds | null {
  if (part.node.within === null) return null;
  const bounds = checkRange(checker, part.node.within, pureExpected);
  checkBounds(checker, part, weight, bounds, percentText);
  return bounds;
}

function pointBounds(checker: Checker, part: PartDraft): Bounds | null {
  if (part.node.within === null || part.points === null) return null;
  const bounds = checkRange(checker, part.node.within, pointsExpected);
  checkBounds(checker, part, part.points, bounds, decimalOrQuotient);
  return bounds;
}

function checkBounds(
  checker: Checker,
  part: PartDraft,
  value: Rational,
  bounds: Bounds,
  show: (value: Rational) => string,
): void {
  if (isInside(value, bounds)) return;
  const { min, max } = bounds;
  const node = part.node.weight ?? part.node.points ?? part.node.name;
  checker.report(
    diagnostic(
      "outside-bounds",
      node.span,
      {
        name: part.name,
        found: show(value),
        min: min === null ? null : show(min),
        max: max === null ? null : show(max),
        weight: part.node.weight !== null,
      },
      {
        related:
          part.node.within === null
            ? []
            : [{ span: part.node.within.span, note: { zh: "限定的范围", en: "the range that limits it" } }],
      },
    ),
  );
}

export function isInside(value: Rational, { min, max }: Bounds): boolean {
  return (min === null || value.compare(min) >= 0) && (max === null || value.compare(max) <= 0);
}

function reportProblem(checker: Checker, problem: WeighProblem): void {
  switch (problem.kind) {
    case "points-missing": {
      const { part } = problem;
      const code = part.node.kind === "item" ? "item-points-missing" : "section-points-missing";
      checker.report(
        diagnostic(code, part.node.name.span, { name: part.name }, { fixes: pointsInName(checker, part.node.name) }),
      );
      return;
    }
    case "total-missing":
      checker.report(diagnostic("total-missing", problem.part.node.name.span, { name: problem.part.name }));
      return;
    case "mixed":
      reportMixed(checker, problem);
      return;
    case "points-sum":
      reportPointsSum(checker, problem);
      return;
    case "weights-sum":
      reportWeightsSum(checker, problem);
      return;
  }
}

function reportMixed(checker: Checker, { above, weighted, pointed }: Extract<WeighProblem, { kind: "mixed" }>): void {
  checker.report(
    diagnostic(
      "weights-and-points",
      pointed.node.name.span,
      { above: above?.name ?? null, weighted: weighted.name, pointed: pointed.name },
      {
        related: [
          {
            span: weighted.node.name.span,
            note: { zh: `「${weighted.name}」用的是权重`, en: `"${weighted.name}" has a weight` },
          },
        ],
      },
    ),
  );
}

function reportWeightsSum(checker: Checker, { above, parts }: Extract<WeighProblem, { kind: "weights-sum" }>): void {
  const found = sum(parts.map((part) => part.value));
  const [first] = parts;
  const span = above?.node.name.span ?? first?.part.node.name.span ?? ([0, 0] as const);
  const params = {
    above: above?.name ?? null,
    found: percentText(found),
    difference: percentText(ONE.sub(found)),
    parts: parts.map(({ part, value }) => ({ name: part.name, value: percentText(value) })),
  };
  checker.report(diagnostic("weights-sum", span, params, { related: summands(parts, percentText) }));
}

/** `工作10分`: points that were typed without a space are part of the name. */
function pointsInName({ source }: Checker, { span }: ast.Name): readonly Fix<"resolves">[] {
  const written = source.slice(...span);
  const points = /(?<=[^0-9０-９])[0-9０-９]+分$/.exec(written)?.[0];
  if (points === undefined) return [];
  const at = span[1] - points.length;
  const parted = `${written.slice(0, -points.length)} ${points}`;
  return [
    {
      effect: "resolves",
      title: { zh: `断开为 ${parted}`, en: `Split into ${parted}` },
      edits: [{ span: [at, at], text: " " }],
    },
  ];
}
