/**
 * The position of the weights: shares by part, changed one at a time. Pure functions on immutable values, so that undo
 * only has to keep the previous value; all arithmetic is exact.
 */
import { moveShare, type Sharing, type Weighing } from "@yardstick/engine";
import { numberOrZero, rationalText, type RationalText, shareOrZero, sum, whole } from "@yardstick/exact";
import type { Opening, Position, StageGroup } from "./protocol.js";

const HUNDRED = whole(100);

/** The position as written in the text. */
export function writtenPosition({ groups }: Pick<Opening, "groups">): Position {
  return {
    scenario: null,
    shares: groups.flatMap(({ criteria }) => criteria.map(({ part, share }) => [part, share] as const)),
  };
}

/** The share of a part at a position; `0` when it has none. */
export function shareIn({ shares }: Position, part: number): RationalText {
  return shares.find(([each]) => each === part)?.[1] ?? "0";
}

/** The weights of a group at a position, with locks, as `moveShare` takes them. */
export function weighingOf(
  group: StageGroup,
  position: Position,
  locked: ReadonlySet<number>,
  sharing: Sharing,
): Weighing {
  return {
    criteria: group.criteria,
    shares: group.criteria.map(({ part }) => shareIn(position, part)),
    locked: group.criteria.map(({ part }) => locked.has(part)),
    sharing,
  };
}

/**
 * The position with one share as close to `wanted` as its range and its siblings allow; the same object when nothing
 * changes.
 */
export function movedTo(position: Position, weighing: Weighing, part: number, wanted: RationalText): Position {
  const at = weighing.criteria.findIndex((criterion) => criterion.part === part);
  const moved = moveShare(weighing, at, wanted);
  const given = new Map(weighing.criteria.map((criterion, index) => [criterion.part, moved[index] ?? "0"]));
  if (position.shares.every(([each, share]) => (given.get(each) ?? share) === share)) return position;
  return { ...position, shares: position.shares.map(([each, share]) => [each, given.get(each) ?? share] as const) };
}

/** The sum of the shares of a group: one, unless sharing with the others is switched off. */
export function sumOf(group: StageGroup, position: Position): RationalText {
  return rationalText(sum(group.criteria.map(({ part }) => numberOrZero(shareIn(position, part)))));
}

/** Whether two positions have the same scenario and shares of equal value. */
export function isSame(a: Position, b: Position): boolean {
  return (
    a.scenario === b.scenario &&
    a.shares.every(([part, share]) => numberOrZero(share).compare(numberOrZero(shareIn(b, part))) === 0)
  );
}

/** A binary float, only for positions on the screen. */
export function percentOf(share: RationalText): number {
  return numberOrZero(share).mul(HUNDRED).toNumber();
}

/** A share from a typed percentage, or from points out of `whole`; null when the text is not a number. */
export function shareTyped(text: string, whole: RationalText | null): RationalText | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[%分]|points?|pts?/giu, "")
    .trim();
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(plain)) return null;
  return rationalText(shareOrZero(numberOrZero(plain), whole === null ? HUNDRED : numberOrZero(whole)));
}

/** Index of the group that has a part, such as the parent of another group; null where there is none. */
export function groupAbove(groups: readonly StageGroup[], parent: number | null): number | null {
  const above = groups.findIndex(({ criteria }) => criteria.some(({ part }) => part === parent));
  return parent === null || above < 0 ? null : above;
}
