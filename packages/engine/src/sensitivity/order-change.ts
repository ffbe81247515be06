/**
 * When two subjects change their order along the way of a share: exact, with the rounding of what is published and the
 * tie-breaks. Published values are steps, so that a change happens at a step of either of them and nowhere else.
 */
import { larger, powerOfTen, type Rational, smaller } from "@yardstick/exact";
import { compare } from "../values/comparison.js";
import type { Directions } from "../values/places.js";
import { isPending } from "../values/value.js";
import type { KeyCurve, SubjectCurves } from "./key-curve.js";
import { doubleOf, exactAt, publishedAt, stepsOf } from "./key-curve.js";

/** Where an order ends, looking in one direction. */
export interface Change {
  readonly at: Rational;
  /** Whether the order still is what it was at the very place. */
  readonly holdsAt: boolean;
}

/** -1 where `a` is ahead of `b`, 1 behind, 0 tied, as the evaluator orders them. */
export function orderAt(a: SubjectCurves, b: SubjectCurves, t: Rational, lowestFirst: Directions): number {
  const rough = roughOrder(a, b, t, lowestFirst);
  if (rough !== 0) return rough;
  for (const [index, own] of a.keys.entries()) {
    const other = b.keys[index];
    if (other === undefined) break;
    const x = publishedAt(own, t);
    const y = publishedAt(other, t);
    if (isPending(x) || isPending(y)) return 0;
    const order = compare(x, y);
    if (order !== 0) return Math.sign(lowestFirst[index] === true ? order : -order);
  }
  return 0;
}

/**
 * The first place from `start` to `end` (which may lie below it) where the order is not `order` any more; null where it stays.
 * Both lie on one stretch.
 */
export function firstChange(
  a: SubjectCurves,
  b: SubjectCurves,
  start: Rational,
  end: Rational,
  order: number,
  lowestFirst: Directions,
): Change | null {
  if (order !== 0 && roughOrder(a, b, start, lowestFirst) === order && roughOrder(a, b, end, lowestFirst) === order)
    return null;
  const [from, to] = start.compare(end) <= 0 ? [start, end] : [end, start];
  const [first, second] = [a.keys[0], b.keys[0]];
  if (first !== undefined && second !== undefined && "curve" in first && "curve" in second) {
    const gap = gapOver(first, second, from, to, lowestFirst);
    if (gap === order && order !== 0) return null;
  }
  const steps = candidates(a, b, from, to);
  const forward = start.compare(end) <= 0;
  const inOrder = forward ? steps : steps.reverse();
  const is = (t: Rational) => orderAt(a, b, t, lowestFirst) === order;
  if (!is(start)) return { at: start, holdsAt: false };
  let last = start;
  for (const step of [...inOrder, end]) {
    if (!step.equals(last) && !is(last.add(step).div(2))) return { at: last, holdsAt: true };
    if (!is(step)) return { at: step, holdsAt: false };
    last = step;
  }
  return null;
}

/** Shares in doubles: many pairs are compared at the same ones. */
const doubles = new WeakMap<Rational, number>();

function shareInDoubles(t: Rational): number {
  const known = doubles.get(t) ?? doubleOf(t);
  doubles.set(t, known);
  return known;
}

/** A published step in doubles, and a little more than what that loses. */
const STEPS: readonly number[] = Array.from({ length: 16 }, (_, decimals) => 10 ** -decimals * (1 + 1e-9));

/**
 * The order of the first keys, computed in doubles, where the two are farther apart than a published step and the error of doubles;
 * 0 where they are not, or are no lines. Two lines as far apart at both ends of a stretch are so all along it.
 */
function roughOrder(a: SubjectCurves, b: SubjectCurves, t: Rational, lowestFirst: Directions): number {
  const [first, second] = [a.keys[0], b.keys[0]];
  if (first === undefined || second === undefined || !("curve" in first) || !("curve" in second)) return 0;
  const [x, y] = [first.rough, second.rough];
  const step = STEPS[Math.min(first.decimals, second.decimals)];
  if (x === null || y === null || step === undefined) return 0;
  const difference = x.a - y.a + (x.b - y.b) * shareInDoubles(t);
  // Not a number where one of them is beyond doubles: then neither holds.
  const apart = step + x.error + y.error;
  const order = difference > apart ? -1 : difference < -apart ? 1 : 0;
  return lowestFirst[0] === true ? -order : order;
}

/** The order that holds everywhere because the two are never within a published step of each other; 0 where that is not known. */
function gapOver(a: KeyCurve, b: KeyCurve, from: Rational, to: Rational, lowestFirst: Directions): number {
  const [a0, a1, b0, b1] = [exactAt(a, from), exactAt(a, to), exactAt(b, from), exactAt(b, to)];
  const step = powerOfTen(-Math.min(a.decimals, b.decimals));
  const isLinear = a.curve.bottom.b.equals(0) && b.curve.bottom.b.equals(0);
  // Of linear functions the difference is greatest and least at the ends; quotients at least rise or fall throughout.
  const least = isLinear ? smaller(a0.sub(b0), a1.sub(b1)) : smaller(a0, a1).sub(larger(b0, b1));
  const greatest = isLinear ? larger(a0.sub(b0), a1.sub(b1)) : larger(a0, a1).sub(smaller(b0, b1));
  const order = least.compare(step) > 0 ? -1 : greatest.compare(step.neg()) < 0 ? 1 : 0;
  return lowestFirst[0] === true ? -order : order;
}

/** Where either published key may step while the first keys are near enough to matter. */
function candidates(a: SubjectCurves, b: SubjectCurves, from: Rational, to: Rational): Rational[] {
  const near = nearOver(a, b, from, to);
  if (near === null) return [];
  const moving = [...a.keys, ...b.keys].filter((key): key is KeyCurve => "curve" in key);
  const all = moving.flatMap((key) => [...stepsOf(key, near.from, near.to)]);
  all.push(near.from, near.to);
  all.sort((x, y) => x.compare(y));
  return all.filter((t, index) => index === 0 || !t.equals(all[index - 1] as Rational));
}

/** The part of the stretch where the first keys are within a published step of each other; all of it where they are not lines. */
function nearOver(
  a: SubjectCurves,
  b: SubjectCurves,
  from: Rational,
  to: Rational,
): { readonly from: Rational; readonly to: Rational } | null {
  const [first, second] = [a.keys[0], b.keys[0]];
  if (first === undefined || second === undefined || !("curve" in first) || !("curve" in second)) return { from, to };
  const isLinear = first.curve.bottom.b.equals(0) && second.curve.bottom.b.equals(0);
  if (!isLinear || from.equals(to)) return { from, to };
  const step = powerOfTen(-Math.min(first.decimals, second.decimals));
  const begin = exactAt(first, from).sub(exactAt(second, from));
  const slope = exactAt(first, to).sub(exactAt(second, to)).sub(begin).div(to.sub(from));
  if (slope.equals(0)) return begin.abs().compare(step) > 0 ? null : { from, to };
  const ends = [step, step.neg()].map((value) => from.add(value.sub(begin).div(slope)));
  const [x, y] = ends as [Rational, Rational];
  const [low, high] = x.compare(y) <= 0 ? [x, y] : [y, x];
  const near = { from: larger(low, from), to: smaller(high, to) };
  return near.from.compare(near.to) > 0 ? null : near;
}
