/**
 * Points that do not add up to what is printed above them: the diagnostic, and its fixes. First come the figures that make the
 * printed sum right again, one part each; last the printed sum itself, which changes what the part above is worth.
 */
import { decimal, decimalOrQuotient, type Rational, sum } from "@yardstick/exact";
import { type Fix, diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, PartDraft } from "./checker.js";
import { distanceWithin } from "../source/edit-distance.js";
import type { WeighProblem } from "./weigh.js";
import { keyword } from "./written-name.js";

type PointsSum = Extract<WeighProblem, { kind: "points-sum" }>;
type Summand = PointsSum["parts"][number];

/** More than these say nothing any longer. */
const maxParts = 3;
const maxDistance = 3;

export function reportPointsSum(checker: Checker, { above, expected, parts }: PointsSum): void {
  const found = sum(parts.map((part) => part.value));
  const params = {
    above: above?.name ?? null,
    expected: decimalOrQuotient(expected),
    found: decimalOrQuotient(found),
    difference: decimalOrQuotient(expected.sub(found)),
    parts: parts.map(({ part, value }) => ({ name: part.name, value: decimalOrQuotient(value) })),
  };
  const literal = above === null ? checker.draft.totalSpan : (above.node.points?.span ?? null);
  const span = literal ?? above?.node.name.span ?? ([0, 0] as const);
  const related = summands(parts, decimalOrQuotient);
  const fixes = [
    ...(parts.length === 0 ? itemFix(checker, above, expected) : []),
    ...partFixes(checker, parts, expected.sub(found)),
    ...(literal === null || found.equals(0) || decimalOrQuotient(found).includes("/")
      ? []
      : [sumFix(checker, literal, found)]),
  ];
  checker.report(diagnostic("points-sum", span, params, { related, fixes }));
}

/** Each part's value, at the place where it is written. */
export function summands(parts: readonly Summand[], show: (value: Rational) => string) {
  return parts.map(({ part, value }) => ({
    span: part.node.weight?.span ?? part.node.points?.span ?? part.node.name.span,
    note: { zh: `「${part.name}」${show(value)}`, en: `"${part.name}" ${show(value)}` },
  }));
}

/** A single penalty that may take all the points away is an item that was called a penalty. */
function itemFix(checker: Checker, above: PartDraft | null, expected: Rational): readonly Fix<"resolves">[] {
  const inner = above === null ? checker.draft.roots : above.parts;
  const [only, ...others] = inner.map((index) => checker.draft.parts[index]);
  if (only === undefined || others.length > 0 || only.node.kind !== "item" || only.node.form !== "penalty") return [];
  const { span, name, upTo } = only.node;
  if (upTo === null || !expected.equals(decimal(upTo.digits))) return [];
  const word = keyword(checker, "Item");
  return [
    {
      effect: "resolves",
      title: {
        zh: `改为 ${word} ${name.text} ${decimalOrQuotient(expected)} 分`,
        en: `Make it ${word} ${name.text} ${decimalOrQuotient(expected)} points`,
      },
      edits: [
        { span: [span[0], name.span[0]], text: `${word} ` },
        { span: [name.span[1], upTo.span[0]], text: " " },
      ],
    },
  ];
}

interface Candidate {
  readonly part: PartDraft;
  readonly literal: ast.NumberLiteral;
  readonly value: Rational;
  /** The lower, the likelier. */
  readonly doubt: readonly [agreement: number, distance: number];
}

/** The parts whose figure may be the wrong one: those that nothing confirms first, then by how little is typed otherwise. */
function partFixes(checker: Checker, parts: readonly Summand[], difference: Rational): readonly Fix<"resolves">[] {
  const candidates = parts.flatMap(({ part, value: old }): readonly Candidate[] => {
    const literal = part.node.points;
    const value = old.add(difference);
    if (literal === null || value.compare(0) <= 0 || decimalOrQuotient(value).includes("/")) return [];
    return [
      {
        part,
        literal,
        value,
        doubt: [agreement(checker, part, value), distanceOf(decimalOrQuotient(old), decimalOrQuotient(value))],
      },
    ];
  });
  return candidates
    .sort((a, b) => a.doubt[0] - b.doubt[0] || a.doubt[1] - b.doubt[1])
    .slice(0, maxParts)
    .map(({ part, literal, value }) => {
      const points = decimalOrQuotient(value);
      return {
        effect: "resolves",
        title: { zh: `「${part.name}」改为 ${points} 分`, en: `Make "${part.name}" ${points} points` },
        edits: [{ span: literal.span, text: withNumber(checker, literal.span, points) }],
      };
    });
}

/** How many keys apart two figures are; all that are far apart are alike. */
function distanceOf(old: string, value: string): number {
  return distanceWithin(old, value, maxDistance) ?? maxDistance + 1;
}

/** 0: its own parts add up to the new value; 2: they add up to the old one, which they confirm; 1: nothing is known. */
function agreement(checker: Checker, part: PartDraft, value: Rational): number {
  if (part.node.kind === "item" || part.node.variants !== null) return 1;
  const { parts, given } = checker.draft;
  const inner = part.parts.filter((index) => {
    const node = parts[index]?.node;
    return node?.kind !== "item" || node.form === "item";
  });
  const values = inner.map((index) => given[index]?.points ?? null);
  if (values.length === 0 || values.some((one) => one === null)) return 1;
  return sum(values as readonly Rational[]).equals(value) ? 0 : 2;
}

/** Takes the sum for right: all above it is then worth something else. */
function sumFix(checker: Checker, span: ast.NumberLiteral["span"], found: Rational): Fix<"changes"> {
  const value = decimalOrQuotient(found);
  return {
    effect: "changes",
    title: { zh: `把分值改为 ${value}`, en: `Make it ${value}` },
    edits: [{ span, text: withNumber(checker, span, value) }],
  };
}

/** The literal with another number and its own unit. */
function withNumber(checker: Checker, span: ast.NumberLiteral["span"], value: string): string {
  const unit = checker.source.slice(...span).replace(/^[0-9０-９.．]+/, "");
  return `${value}${unit}`;
}
