/**
 * Computes a frame of the stage: the order of the subjects at the baseline and now, limited to the relevant rows, and
 * why the followed subject moved.
 */
import { fixedText, numberOrZero, type Rational, sum, ZERO } from "@yardstick/exact";
import type { Difference, Frame, FrameRequest, StageGroup, SubjectFigures } from "../protocol/protocol.js";
import { shareOf, type ScoredPosition, type WhatIfCache } from "./what-if-cache.js";

/** Number of names that a sentence can hold. */
const MAX_NAMED = 3;

interface Orders {
  readonly before: ScoredPosition;
  readonly now: ScoredPosition;
  readonly isLowestFirst: boolean;
  /** Rows of ranked subjects with a score, in the order of the data. */
  readonly scored: readonly number[];
  /** Rows in ranking order; a subject without a place is positioned by its score. */
  readonly order: readonly number[];
  readonly orderBefore: readonly number[];
}

/** Computes the frame that `request` asks for. */
export function frameOf(cache: WhatIfCache, request: FrameRequest, group: StageGroup): Frame {
  const { shows, isMoving } = request;
  const before = cache.quick(request.baseline, group);
  const now = isMoving
    ? cache.quick(request.now, group)
    : request.isPatient
      ? cache.whole(request.now)
      : cache.resting(request.now, group);
  const orders = ordersOf(cache, before, now);
  const followed = request.followed === null ? -1 : cache.rowOf(request.followed);
  const isFollowed = followed >= 0 && isRanked(followed, before, now);
  // With much data, computing single subjects takes too long while a thumb is dragged.
  const isExplained = isFollowed && (cache.isSmall || !isMoving);
  const rival = isExplained ? rivalOf(followed, orders) : null;
  const needed = isFollowed ? [followed, ...(rival === null ? [] : [rival])] : [];
  const isCut = shows.kind === "some" && orders.scored.length > shows.limit;
  const shown =
    shows.kind === "all"
      ? orders.order.slice(shows.from, shows.from + shows.count)
      : isCut
        ? chosen(orders, needed, shows.limit)
        : orders.order;
  const shownBefore = isCut ? standing(shown, orders, before) : orders.orderBefore;
  const atBefore = new Map(shownBefore.map((row, index) => [row, index]));
  const from = shows.kind === "all" ? shows.from : 0;
  const contributions = (row: number) => cache.contributions(request.now, row, group, isMoving);
  const write = (row: number) => rowAt(cache, row, orders);
  let ranked = 0;
  let moved = 0;
  for (const row of orders.scored) {
    if ((now.places[row] ?? 0) > 0) ranked += 1;
    if (before.places[row] !== now.places[row]) moved += 1;
  }
  // Computed before the baseline: a session has one position at a time.
  const written = shown.map((row, index) => ({
    ...write(row),
    at: from + index,
    atBefore: atBefore.get(row) ?? from + index,
    contributions: contributions(row),
  }));
  return {
    kind: "frame",
    isMoving,
    rows: written,
    length: shows.kind === "all" ? orders.scored.length : shown.length,
    lacksDetail: !isMoving && !now.hasDetail,
    ranked,
    awaiting: awaitingIn(cache, before),
    moved,
    difference: isExplained ? differenceOf(cache, request, group, followed, rival, orders, write) : null,
  };
}

/** Missing data does not depend on the weights, so the baseline decides for all positions. */
function isRanked(row: number, before: ScoredPosition, now: ScoredPosition): boolean {
  return now.stands[row] === 1 && !Number.isNaN(before.scores[row] ?? NaN) && !Number.isNaN(now.scores[row] ?? NaN);
}

function awaitingIn(cache: WhatIfCache, { scores }: ScoredPosition): number {
  return cache.rows().reduce((count, row) => count + Number(Number.isNaN(scores[row] ?? NaN)), 0);
}

function ordersOf(cache: WhatIfCache, before: ScoredPosition, now: ScoredPosition): Orders {
  const scored = cache.rows().filter((row) => isRanked(row, before, now));
  const { isLowestFirst } = cache;
  let order: readonly number[] | null = null;
  let orderBefore: readonly number[] | null = null;
  return {
    before,
    now,
    isLowestFirst,
    scored,
    get order() {
      return (order ??= inOrder(scored, now, isLowestFirst));
    },
    get orderBefore() {
      return (orderBefore ??= inOrder(scored, before, isLowestFirst));
    },
  };
}

/** A counting sort by place, linear for a hundred thousand rows; subjects without a place are merged in by score. */
function inOrder(rows: readonly number[], point: ScoredPosition, isLowestFirst: boolean): readonly number[] {
  const { places } = point;
  let most = 0;
  for (const row of rows) most = Math.max(most, places[row] ?? 0);
  const counts = new Uint32Array(most + 2);
  const unplaced: number[] = [];
  for (const row of rows) {
    const place = places[row] ?? 0;
    if (place > 0) counts[place + 1] = (counts[place + 1] ?? 0) + 1;
    else unplaced.push(row);
  }
  for (let place = 1; place < counts.length; place += 1)
    counts[place] = (counts[place] ?? 0) + (counts[place - 1] ?? 0);
  const placed = new Array<number>(rows.length - unplaced.length);
  for (const row of rows) {
    const place = places[row] ?? 0;
    if (place <= 0) continue;
    const at = counts[place] ?? 0;
    placed[at] = row;
    counts[place] = at + 1;
  }
  return withUnplaced(placed, unplaced, point, isLowestFirst);
}

/** A subject without a place comes before the first with a worse score. */
function withUnplaced(
  placed: readonly number[],
  unplaced: readonly number[],
  { scores }: ScoredPosition,
  isLowestFirst: boolean,
): readonly number[] {
  if (unplaced.length === 0) return placed;
  const score = (row: number) => (isLowestFirst ? -1 : 1) * (scores[row] ?? NaN);
  const left = [...unplaced].sort((a, b) => score(b) - score(a) || a - b);
  const order: number[] = [];
  let next = 0;
  for (const row of placed) {
    for (; next < left.length && score(left[next] ?? -1) > score(row); next += 1) order.push(left[next] ?? -1);
    order.push(row);
  }
  return [...order, ...left.slice(next)];
}

/** The first rows, the required ones and the biggest movers, in order. Found in one pass over all rows. */
function chosen(orders: Orders, needed: readonly number[], limit: number): readonly number[] {
  const { scored, before, now } = orders;
  const first: number[] = [];
  const unplaced: number[] = [];
  const movers: number[] = [];
  const placeNow = (row: number) => now.places[row] ?? 0;
  const move = (row: number) => Math.abs((before.places[row] ?? 0) - placeNow(row));
  const score = (row: number) => (orders.isLowestFirst ? -1 : 1) * (now.scores[row] ?? NaN);
  let lastPlace = Infinity;
  let leastMove = 0;
  for (const row of scored) {
    const place = placeNow(row);
    if (place === 0) {
      // Only those near the top are shown.
      insert(unplaced, row, (other) => score(other) < score(row));
      if (unplaced.length > limit) unplaced.pop();
      continue;
    }
    if (place < lastPlace) {
      insert(first, row, (other) => placeNow(other) > place);
      if (first.length > limit * 4) first.pop();
      if (first.length >= limit * 4) lastPlace = placeNow(first.at(-1) ?? row);
    }
    const moved = before.places[row] === 0 ? 0 : move(row);
    if (moved > leastMove) {
      insert(movers, row, (other) => move(other) < moved);
      if (movers.length > limit) movers.pop();
      if (movers.length === limit) leastMove = move(movers.at(-1) ?? row);
    }
  }
  const top = standing([...first, ...unplaced], orders, now);
  const picked = new Set(needed);
  const most = Math.max(3, Math.floor((limit * 2) / 3), needed.length);
  for (const row of top) {
    if (picked.size >= most) break;
    picked.add(row);
  }
  for (const row of [...movers, ...top]) {
    if (picked.size >= limit) break;
    picked.add(row);
  }
  return standing([...picked], orders, now);
}

function insert(list: number[], row: number, isBehind: (other: number) => boolean): void {
  const at = list.findIndex(isBehind);
  if (at < 0) list.push(row);
  else list.splice(at, 0, row);
}

/** Sorts a few rows: by place; those without one before the first with a worse score. */
function standing(rows: readonly number[], { isLowestFirst }: Orders, point: ScoredPosition): readonly number[] {
  const placeOf = (row: number) => point.places[row] ?? 0;
  const placed = rows.filter((row) => placeOf(row) > 0).sort((a, b) => placeOf(a) - placeOf(b) || a - b);
  return withUnplaced(
    placed,
    rows.filter((row) => placeOf(row) <= 0),
    point,
    isLowestFirst,
  );
}

function rowAt(cache: WhatIfCache, row: number, { before, now }: Orders): SubjectFigures {
  const detail = now.detail(row);
  const place = now.places[row] ?? 0;
  const was = before.places[row] ?? 0;
  return {
    key: cache.keyOf(row),
    period: cache.periodOf(row),
    place: place > 0 ? place : null,
    before: was > 0 ? was : null,
    score: cache.scoreText(now.scores[row] ?? NaN),
    scoreBefore: cache.scoreText(before.scores[row] ?? NaN),
    grade: detail === null ? null : cache.gradeOf(detail),
    vetoes: place > 0 ? [] : cache.vetoesOf(row, detail),
  };
}

/**
 * The subject to compare with: the last one passed in either direction, otherwise a neighbour. Never a subject without
 * a place.
 */
function rivalOf(followed: number, { order, before, now }: Orders): number | null {
  const placed = order.filter((row) => row === followed || (now.places[row] ?? 0) > 0);
  const at = placed.indexOf(followed);
  const was = before.places[followed] ?? 0;
  const is = now.places[followed] ?? 0;
  const [up, down] = [placed[at - 1] ?? null, placed[at + 1] ?? null];
  if (was > is && down !== null) return down;
  return up ?? down;
}

interface Change {
  readonly parts: readonly Rational[];
  readonly rest: Rational;
}

function differenceOf(
  cache: WhatIfCache,
  { baseline, now: position }: FrameRequest,
  group: StageGroup,
  followed: number,
  rival: number | null,
  { before, now, order, orderBefore }: Orders,
  write: (row: number) => SubjectFigures,
): Difference | null {
  const passed = passedBy(followed, before, now, order, orderBefore);
  // The current position first, then the baseline: a session has one position at a time.
  const pair = rival === null ? [followed] : [followed, rival];
  const is = pair.map((row) => cache.contributions(position, row, group));
  const was = pair.map((row) => cache.contributions(baseline, row, group));
  const [own, others = null] = pair.map((row, at): Change => {
    const part = (of: typeof is, index: number) => numberOrZero(of[at]?.parts[index]);
    const parts = group.criteria.map((_, index) => part(is, index).sub(part(was, index)));
    const score = ({ scores }: ScoredPosition) => numberOrZero(cache.scoreText(scores[row] ?? NaN));
    return { parts, rest: score(now).sub(score(before)).sub(sum(parts)) };
  });
  if (own === undefined) return null;
  const gap = ({ scores }: ScoredPosition) =>
    rival === null ? null : cache.scoreText((scores[followed] ?? NaN) - (scores[rival] ?? NaN));
  return {
    followed: write(followed),
    rival: rival === null ? null : write(rival),
    passed: passed.slice(0, MAX_NAMED).map((row) => cache.keyOf(row)),
    passedMore: Math.max(0, passed.length - MAX_NAMED),
    gapBefore: gap(before),
    gapNow: gap(now),
    parts: group.criteria.map(({ part, name, share }, index) => ({
      part,
      name,
      shareBefore: shareOf(baseline, part) ?? share,
      share: shareOf(position, part) ?? share,
      own: textOfRational(own.parts[index] ?? ZERO),
      gap: others === null ? null : textOfRational((own.parts[index] ?? ZERO).sub(others.parts[index] ?? ZERO)),
    })),
    restOwn: textOfRational(own.rest),
    restGap: others === null ? null : textOfRational(own.rest.sub(others.rest)),
  };
}

/** Subjects that it overtook, or that overtook it, nearest first. */
function passedBy(
  followed: number,
  before: ScoredPosition,
  now: ScoredPosition,
  order: readonly number[],
  orderBefore: readonly number[],
): readonly number[] {
  const was = before.places[followed] ?? 0;
  const is = now.places[followed] ?? 0;
  if (was === 0 || is === 0 || was === is) return [];
  const [from, to] = [orderBefore.indexOf(followed), order.indexOf(followed)];
  const behindNow = new Set(order.slice(to + 1));
  const behindBefore = new Set(orderBefore.slice(from + 1));
  const isPassed = (row: number) =>
    is < was ? behindNow.has(row) && !behindBefore.has(row) : !behindNow.has(row) && behindBefore.has(row);
  return order.filter((row) => row !== followed && (now.places[row] ?? 0) > 0 && isPassed(row));
}

/** Contributions are rounded to six decimals, beyond what is displayed. */
function textOfRational(value: Rational): string {
  return fixedText(value, 6);
}
