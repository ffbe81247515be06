/**
 * How parts add up to what is directly above them, a section or the score: what each contributes, after the shares of
 * those that do not apply have gone to their siblings and after coefficients on single parts.
 */
import { rational, type Rational, ZERO } from "@yardstick/exact";
import type { Addend, CoreProgram } from "@yardstick/language/core";
import { at } from "../values/internal-error.js";
import { stepped, type StepContext, type StepOutcome } from "./step.js";
import type { Pending } from "../values/value.js";
import { awaitedBy, lift } from "../values/value.js";

/** What adding up needs to know of a part on one subject. */
export interface Scored {
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
  /** Kept for a subject that is being explained; otherwise empty. */
  readonly steps: readonly StepOutcome[];
  readonly provisional: boolean;
}

export interface Sum {
  readonly contributions: readonly Contribution[];
  /** Null where none of the parts applies: then the parent does not apply either. */
  readonly total: Rational | Pending | null;
  /** Set while `total` may still turn out to be null. */
  readonly undecided: Pending | null;
}

export function addParts({ parts }: Pick<CoreProgram, "parts">, addends: readonly Scored[], context: StepContext): Sum {
  const addendOf = ({ part }: Scored): Addend => at(parts, part).addend;
  const worthOf = (of: readonly Scored[]): Rational =>
    of.reduce((sum, each) => sum.add(rational(addendOf(each).share)), ZERO);
  const sharing = addends.filter((addend) => addendOf(addend).sharing);
  const dropped = sharing.filter(({ score }) => score === null);
  const undecided = awaitedBy(sharing.map((addend) => addend.undecided));
  const remaining = sharing.filter(({ applies, score }) => score !== null && applies !== false);
  const base = worthOf(remaining);
  const lost = worthOf(dropped);
  const isNone = dropped.length > 0 && base.equals(0);
  const factor = dropped.length === 0 || isNone ? null : base.add(lost).div(base);

  const contributions = addends.flatMap((addend): readonly Contribution[] => {
    const { share, scale, sharing: isSharing, steps } = addendOf(addend);
    if (addend.score === null) return [];
    const gains = isSharing && addend.applies !== false;
    const worth = gains && factor !== null ? rational(share).mul(factor) : rational(share);
    const own = contribution(scale, addend.score, worth);
    // While a sibling may yet pass on its share, the points of every part that could receive some of it are unknown.
    const before = undecided !== null && gains ? (awaitedBy([own, undecided]) ?? own) : own;
    const { value, outcomes, provisional } = stepped(steps, before, context);
    return [{ part: addend.part, worth, value, steps: outcomes, provisional }];
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

/** A part's score over its scale, times its worth. Without a scale it counts as it is. */
function contribution(scale: string | null, score: Rational | Pending, worth: Rational): Rational | Pending {
  if (scale === null) return score;
  const points = rational(scale);
  return lift([score], (value) => (worth.equals(points) ? value : value.div(points).mul(worth)));
}
