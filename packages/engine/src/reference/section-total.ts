/**
 * How parts add up to what is directly above them, a section or the score: what each contributes, after the shares of
 * those that do not apply have gone to their siblings and after coefficients on single parts.
 */
import { rational, type Rational, ZERO } from "@yardstick/exact";
import type { Part, Program } from "@yardstick/language/program";
import { isBeside } from "../values/full-score.js";
import type { CoefficientOutcome } from "./coefficient.js";
import { at } from "../values/internal-error.js";
import type { Pending } from "../values/value.js";
import { awaitedBy, lift } from "../values/value.js";

/** What adding up needs to know of a part. */
export interface Addend {
  readonly part: number;
  /** Whether the part applies; a part that does not may still have a score by decree (`full`, `0`). */
  readonly applies: boolean | Pending;
  /** On the part's own scale; null where it has none and its share goes to its siblings. */
  readonly score: Rational | Pending | null;
  /** Set while it is not known whether the part has a share at all. */
  readonly undecided: Pending | null;
}

interface Contribution {
  readonly part: number;
  /** What it adds at full marks, with the shares it got from its siblings. */
  readonly worth: Rational;
  readonly value: Rational | Pending;
  readonly coefficients: readonly {
    readonly coefficient: CoefficientOutcome;
    readonly before: Rational | Pending;
    readonly after: Rational | Pending;
  }[];
}

export interface Sum {
  readonly contributions: readonly Contribution[];
  /** Null where none of the parts applies: then the parent does not apply either. */
  readonly total: Rational | Pending | null;
  /** Set while `total` may still turn out to be null. */
  readonly undecided: Pending | null;
}

export function addParts(
  program: Program,
  addends: readonly Addend[],
  coefficientsOn: (part: number) => readonly CoefficientOutcome[],
): Sum {
  const partOf = (addend: Addend): Part => at(program.parts, addend.part);
  const sharing = addends.filter((addend) => !isBeside(partOf(addend)));
  const dropped = sharing.filter(({ score }) => score === null);
  const undecided = awaitedBy(sharing.map((addend) => addend.undecided));
  const remaining = sharing.filter(({ applies, score }) => score !== null && applies !== false);
  const base = worthOf(program, remaining);
  const lost = worthOf(program, dropped);
  const isNone = dropped.length > 0 && base.equals(0);
  const factor = dropped.length === 0 || isNone ? null : base.add(lost).div(base);

  const contributions = addends.flatMap((addend): readonly Contribution[] => {
    const part = partOf(addend);
    if (addend.score === null) return [];
    const gains = factor !== null && !isBeside(part) && addend.applies !== false;
    const worth = gains ? rational(part.worth).mul(factor) : rational(part.worth);
    const own = contribution(part, addend.score, worth);
    // While a sibling may yet pass on its share, the points of every part that could receive some of it are unknown.
    const before =
      undecided !== null && !isBeside(part) && addend.applies !== false ? (awaitedBy([own, undecided]) ?? own) : own;
    return [{ part: addend.part, worth, ...multiplied(before, coefficientsOn(addend.part)) }];
  });
  return {
    contributions,
    total: isNone
      ? null
      : lift(
          contributions.map(({ value }) => value),
          (...values) => values.reduce((sum, value) => sum.add(value), ZERO),
        ),
    undecided: undecided !== null && remaining.every((addend) => addend.undecided !== null) ? undecided : null,
  };
}

/** A part's score over its points, times its worth. Without a share of the parent, its points count as they are. */
function contribution(part: Part, score: Rational | Pending, worth: Rational): Rational | Pending {
  const points = rational(part.points);
  if (isBeside(part) || points.equals(0)) return score;
  return lift([score], (value) => (worth.equals(points) ? value : value.div(points).mul(worth)));
}

function multiplied(
  start: Rational | Pending,
  coefficients: readonly CoefficientOutcome[],
): Pick<Contribution, "value" | "coefficients"> {
  let value = start;
  const steps = coefficients.map((coefficient) => {
    const before = value;
    value = lift([before, coefficient.value], (contributed, factor) => contributed.mul(factor));
    return { coefficient, before, after: value };
  });
  return { value, coefficients: steps };
}

function worthOf(program: Program, addends: readonly Addend[]): Rational {
  return addends.reduce((sum, { part }) => sum.add(rational(at(program.parts, part).worth)), ZERO);
}
