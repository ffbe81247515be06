/**
 * A rubric with other shares: which criteria have which share of their parent in; the changed rubric, or the changes
 * for a session, out. The points of a part stay: only what it is worth changes, as a weight beside the points in the text does.
 */
import { rational, rationalText, type RationalText } from "@yardstick/exact";
import type { Program, Span } from "@yardstick/language/program";
import { at } from "../values/internal-error.js";
import { withScenario } from "../run/scenario.js";
import { criteriaGroups, groupOfPart } from "./criteria.js";

/** Shares by index of the part. */
export type Shares = ReadonlyMap<number, RationalText>;

/** A change of the weight or the points of a part. */
export type ShareChange =
  { readonly part: number; readonly weight: RationalText } | { readonly part: number; readonly points: RationalText };

/**
 * The changes that bring the shares about. Where the text gives points, the siblings of a changed part get the weights that
 * they already amount to, since weights and points do not mix. `told`: parts that were changed before, for a session that must
 * take back what is as written again.
 */
export function changesOfShares(
  program: Program,
  shares: Shares,
  told: ReadonlySet<number> = new Set(),
): readonly ShareChange[] {
  return criteriaGroups(program).flatMap(({ criteria }) => {
    const isTold = criteria.some(({ part }) => told.has(part));
    if (!isTold && criteria.every(({ part, share }) => rational(shares.get(part) ?? share).equals(rational(share))))
      return [];
    return criteria.flatMap(({ part, share, isWeighted }): readonly ShareChange[] => {
      const weight = shares.get(part) ?? share;
      if (isWeighted) return isTold || shares.has(part) ? [{ part, weight }] : [];
      return [
        { part, points: at(program.parts, part).points },
        { part, weight },
      ];
    });
  });
}

/**
 * The rubric as it would be checked from the changed text; nothing else is rescaled. To be asked of the rubric as written: whether
 * an item's points are its own or only its share cannot be told from one that has been changed already.
 */
export function withShares(program: Program, shares: Shares): Program {
  const changes = changesOfShares(program, shares);
  if (changes.length === 0) return program;
  const name = "shares";
  const span: Span = [0, 0];
  const written = changes.map((change) =>
    "weight" in change
      ? ({ kind: "weight", part: change.part, value: change.weight, span } as const)
      : ({ kind: "points", part: change.part, value: change.points, span } as const),
  );
  const changed = withScenario({ ...program, scenarios: [{ name, span, changes: written }] }, name);
  const parts = changed.parts.map((part, index) => {
    const old = at(program.parts, index);
    if (old.weight !== null || part.weight === null || old.within === null) return part;
    // A range of points becomes one of shares; on an item it was never the item's worth that it bounded.
    const whole = groupOfPart(program, index)?.whole;
    if (part.kind === "item" || whole === undefined) return { ...part, within: null };
    const share = (end: RationalText | null) =>
      end === null ? null : rationalText(rational(end).div(rational(whole)));
    return { ...part, within: { min: share(old.within.min), max: share(old.within.max) } };
  });
  return { ...changed, parts, scenarios: program.scenarios };
}
