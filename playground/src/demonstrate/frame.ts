/**
 * One picture of the stage: where everybody stood and stands, cut to the rows that matter, and what moved the one who is followed.
 */
import { add, decimalText, rational, subtract, zero, type Rational } from "../store/exact.js";
import type { Difference, Frame, FrameAsked, StageGroup, StageRow } from "./protocol.js";
import { shareOf, type Standpoint, type Standpoints } from "./standpoint.js";

/** Names that a sentence can hold. */
const MOST_NAMED = 3;

interface Orders {
  readonly before: Standpoint;
  readonly now: Standpoint;
  /** Rows of those who have a score, in the order of the data. */
  readonly scored: readonly number[];
  /** Rows, the first first; whoever has no place stands where its score puts it. */
  readonly order: readonly number[];
  readonly orderBefore: readonly number[];
}

export function frameOf(points: Standpoints, asked: FrameAsked, group: StageGroup): Frame {
  const before = points.whole(asked.baseline);
  const now = asked.isMoving ? points.quick(asked.now, group) : points.whole(asked.now);
  const rows = points.rows();
  const isScored = (row: number) => !Number.isNaN(before.scores[row] ?? NaN);
  // Who awaits data awaits it whatever the weights: the baseline tells for all positions.
  const scored = kept(before, "scored", () => rows.filter(isScored));
  const orders: Orders = {
    before,
    now,
    scored,
    get order() {
      return kept(now, "order", () => inOrder(scored, now));
    },
    get orderBefore() {
      return kept(before, "order", () => inOrder(scored, before));
    },
  };
  const followed = asked.followed === null ? -1 : points.rowOf(asked.followed);
  const write = (row: number) => rowAt(points, row, orders);
  const isFollowed = followed >= 0 && isScored(followed);
  // Of much data single subjects take too long to be looked at while a thumb moves.
  const isExplained = isFollowed && (points.isSmall || !asked.isMoving);
  const rival = isExplained ? rivalOf(followed, orders) : null;
  const shown = chosen(orders, isFollowed ? [followed, ...(rival === null ? [] : [rival])] : [], asked.limit);
  let ranked = 0;
  let moved = 0;
  for (const row of scored) {
    if ((now.places[row] ?? 0) > 0) ranked += 1;
    if (before.places[row] !== now.places[row]) moved += 1;
  }
  return {
    kind: "frame",
    isMoving: asked.isMoving,
    rows: shown.map(write),
    orderBefore: standing(shown, before).map((row) => points.keyOf(row)),
    ranked,
    awaiting: rows.length - scored.length,
    moved,
    difference: isExplained ? differenceOf(points, asked, group, followed, rival, orders, write) : null,
  };
}

const known = new WeakMap<Standpoint, Map<string, readonly number[]>>();

/** What follows from a standpoint alone is worked out once. */
function kept(point: Standpoint, name: "scored" | "order", make: () => readonly number[]): readonly number[] {
  const own = known.get(point) ?? new Map<string, readonly number[]>();
  known.set(point, own);
  const made = own.get(name) ?? make();
  own.set(name, made);
  return made;
}

/** Counted by place, so that a hundred thousand rows cost one walk; those without a place are put in by their score. */
function inOrder(rows: readonly number[], { places, scores }: Standpoint): readonly number[] {
  const counts = new Uint32Array(rows.length + 2);
  const barred: number[] = [];
  for (const row of rows) {
    const place = Math.min(places[row] ?? 0, rows.length);
    if (place > 0) counts[place + 1] = (counts[place + 1] ?? 0) + 1;
    else barred.push(row);
  }
  for (let place = 1; place < counts.length; place += 1)
    counts[place] = (counts[place] ?? 0) + (counts[place - 1] ?? 0);
  const order = new Array<number>(rows.length - barred.length);
  for (const row of rows) {
    const place = Math.min(places[row] ?? 0, rows.length);
    if (place <= 0) continue;
    const at = counts[place] ?? 0;
    order[at] = row;
    counts[place] = at + 1;
  }
  for (const row of barred) {
    const score = scores[row] ?? NaN;
    const at = order.findIndex((other) => !((scores[other] ?? NaN) >= score));
    order.splice(at < 0 ? order.length : at, 0, row);
  }
  return order;
}

/** The first, those that must be there, and the biggest movers, in their order. All are looked through once. */
function chosen(orders: Orders, needed: readonly number[], limit: number | null): readonly number[] {
  const { scored, before, now } = orders;
  if (limit === null || scored.length <= limit) return orders.order;
  const first: number[] = [];
  const movers: number[] = [];
  const placeNow = (row: number) => now.places[row] ?? 0;
  const move = (row: number) => Math.abs((before.places[row] ?? 0) - placeNow(row));
  let lastPlace = Infinity;
  let leastMove = 0;
  for (const row of scored) {
    const place = placeNow(row);
    if (place === 0) {
      // Few, and only those near the top are shown.
      first.push(row);
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
  const top = standing(first, now);
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
  return standing([...picked], now);
}

function insert(list: number[], row: number, isBehind: (other: number) => boolean): void {
  const at = list.findIndex(isBehind);
  if (at < 0) list.push(row);
  else list.splice(at, 0, row);
}

/** A few rows as they stand: by place, those without one before the first with a lower score. */
function standing(rows: readonly number[], { places, scores }: Standpoint): readonly number[] {
  const order = rows
    .filter((row) => (places[row] ?? 0) > 0)
    .sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  for (const row of rows) {
    if ((places[row] ?? 0) > 0) continue;
    const at = order.findIndex((other) => !((scores[other] ?? NaN) >= (scores[row] ?? NaN)));
    order.splice(at < 0 ? order.length : at, 0, row);
  }
  return order;
}

function rowAt(points: Standpoints, row: number, { before, now }: Orders): StageRow {
  const detail = now.detail(row);
  const place = now.places[row] ?? 0;
  const was = before.places[row] ?? 0;
  return {
    key: points.keyOf(row),
    period: points.periodOf(row),
    place: place > 0 ? place : null,
    before: was > 0 ? was : null,
    score: points.scoreText(now.scores[row] ?? NaN),
    scoreBefore: points.scoreText(before.scores[row] ?? NaN),
    grade: detail === null ? null : points.gradeOf(detail),
    vetoes: place > 0 ? [] : points.vetoesOf(row, detail),
  };
}

/** Whom it is compared with: the last it passed, or that passed it; else its neighbour. Nobody without a place. */
function rivalOf(followed: number, { order, before, now }: Orders): number | null {
  const placed = order.filter((row) => row === followed || (now.places[row] ?? 0) > 0);
  const at = placed.indexOf(followed);
  const was = before.places[followed] ?? 0;
  const is = now.places[followed] ?? 0;
  const [up, down] = [placed[at - 1] ?? null, placed[at + 1] ?? null];
  if (was > is && down !== null) return down;
  return up ?? down;
}

function differenceOf(
  points: Standpoints,
  { baseline, now: position }: FrameAsked,
  group: StageGroup,
  followed: number,
  rival: number | null,
  { before, now, order, orderBefore }: Orders,
  write: (row: number) => StageRow,
): Difference {
  const passed = passedBy(followed, before, now, order, orderBefore);
  const change = (row: number): { readonly parts: readonly Rational[]; readonly rest: Rational } => {
    const [was, is] = [points.contributions(baseline, row, group), points.contributions(position, row, group)];
    const parts = group.criteria.map((_, index) => subtract(rational(is?.parts[index]), rational(was?.parts[index])));
    const whole = subtract(
      rational(points.scoreText(now.scores[row] ?? NaN)),
      rational(points.scoreText(before.scores[row] ?? NaN)),
    );
    return { parts, rest: subtract(whole, parts.reduce(add, zero)) };
  };
  const own = change(followed);
  const others = rival === null ? null : change(rival);
  const gap = ({ scores }: Standpoint) =>
    rival === null ? null : points.scoreText((scores[followed] ?? NaN) - (scores[rival] ?? NaN));
  return {
    followed: write(followed),
    rival: rival === null ? null : write(rival),
    passed: passed.slice(0, MOST_NAMED).map((row) => points.keyOf(row)),
    passedMore: Math.max(0, passed.length - MOST_NAMED),
    gapBefore: gap(before),
    gapNow: gap(now),
    parts: group.criteria.map(({ part, name, share }, index) => ({
      part,
      name,
      shareBefore: shareOf(baseline, part) ?? share,
      share: shareOf(position, part) ?? share,
      own: textOfRational(own.parts[index] ?? zero),
      gap: others === null ? null : textOfRational(subtract(own.parts[index] ?? zero, others.parts[index] ?? zero)),
    })),
    restOwn: textOfRational(own.rest),
    restGap: others === null ? null : textOfRational(subtract(own.rest, others.rest)),
  };
}

/** Those it overtook, or that overtook it, nearest first. */
function passedBy(
  followed: number,
  before: Standpoint,
  now: Standpoint,
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

/** Contributions are cut where nobody can see it any more. */
function textOfRational(value: Rational): string {
  return decimalText(value, 6);
}
