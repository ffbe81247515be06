/**
 * What can be weighed against each other: a rubric in, its groups of criteria out. Sections and items side by side divide what
 * is directly above them; each one's share and the range it may move in are exact, whether the text gives weights or points.
 */
import { larger, ONE, rational, type Rational, rationalText, type RationalText, smaller, ZERO } from "@yardstick/exact";
import { isSharing } from "@yardstick/language/core";
import type { Part, Program } from "@yardstick/language/program";
import { at } from "../values/internal-error.js";

/** A part whose share can be varied, with its range. */
export interface Criterion {
  /** Index in `Program.parts`. */
  readonly part: number;
  readonly name: string;
  /** Of what is directly above, `"1/4"` for 25%. */
  readonly share: RationalText;
  /** The range of the share, from `within`; 0 to 1 where the rubric sets none. */
  readonly min: RationalText;
  readonly max: RationalText;
  /** Whether the rubric states a range. */
  readonly isBounded: boolean;
  /** Whether the text gives a weight; otherwise it gives points. */
  readonly isWeighted: boolean;
}

/** Criteria side by side, whose shares add up to one. */
export interface CriteriaGroup {
  /** The section above; null at the top. */
  readonly parent: number | null;
  /** Which variant of the section; null where it has none. */
  readonly variant: number | null;
  /** Points that the shares are of. */
  readonly whole: RationalText;
  readonly criteria: readonly Criterion[];
}

/** Every group with at least two criteria that carry something, the top first, then in the order of the text. */
export function criteriaGroups(program: Program): readonly CriteriaGroup[] {
  const top = groupOf(program, null, null, program.roots, program.total === null ? null : rational(program.total));
  const below = program.parts.flatMap((part, index) => {
    if (part.kind === "item") return [];
    const whole = rational(part.points);
    if (part.variants === null) return [groupOf(program, index, null, part.parts, whole)];
    return part.variants.cases.map(({ parts }, variant) => groupOf(program, index, variant, parts, whole));
  });
  return [top, ...below].filter(({ criteria, whole }) => criteria.length > 1 && whole !== "0");
}

/** The group that a part belongs to; null for a bonus, a penalty, or a part that stands alone. */
export function groupOfPart(program: Program, part: number): CriteriaGroup | null {
  return criteriaGroups(program).find(({ criteria }) => criteria.some((each) => each.part === part)) ?? null;
}

/** The group with the most stated ranges, the upper one of equals: where a committee has left itself room. */
export function usualGroup(program: Program): CriteriaGroup | null {
  const bounded = ({ criteria }: CriteriaGroup) => criteria.filter(({ isBounded }) => isBounded).length;
  return criteriaGroups(program).reduce<CriteriaGroup | null>(
    (best, group) => (best === null || bounded(group) > bounded(best) ? group : best),
    null,
  );
}

function groupOf(
  program: Program,
  parent: number | null,
  variant: number | null,
  parts: readonly number[],
  above: Rational | null,
): CriteriaGroup {
  const sharing = parts.filter((part) => isSharing(at(program.parts, part)));
  const whole = above ?? sharing.reduce((sum, part) => sum.add(rational(at(program.parts, part).worth)), ZERO);
  const criteria = whole.equals(0) ? [] : sharing.map((part) => criterionOf(at(program.parts, part), part, whole));
  return { parent, variant, whole: rationalText(whole), criteria };
}

function criterionOf(part: Part, index: number, whole: Rational): Criterion {
  const isWeighted = part.weight !== null;
  const share = part.weight === null ? rational(part.worth).div(whole) : rational(part.weight);
  // On an item with points, `within` is what its lines may reach, not what it may be worth.
  const within = isWeighted || part.kind === "section" ? part.within : null;
  const bound = (exact: RationalText | null, open: Rational) =>
    exact === null ? open : isWeighted ? rational(exact) : rational(exact).div(whole);
  const min = larger(bound(within?.min ?? null, ZERO), ZERO);
  const max = smaller(bound(within?.max ?? null, ONE), ONE);
  return {
    part: index,
    name: part.name,
    share: rationalText(share),
    min: rationalText(min),
    max: rationalText(max),
    isBounded: within !== null,
    isWeighted,
  };
}
