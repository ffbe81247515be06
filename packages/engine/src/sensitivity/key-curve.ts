/**
 * A subject's keys along the way of one share: on a stretch each is a quotient of two linear functions of the share, so that the
 * shares at which its published value changes are exact. Where it is no such quotient there is no curve.
 */
import { powerOfTen, type Rational, rounded, whole, ZERO } from "@yardstick/exact";
import { at } from "../values/internal-error.js";
import type { Datum, Pending } from "../values/value.js";
import type { Key, SubjectModel, Term } from "./share-model.js";
import type { Linear, Stretch } from "./sharing.js";
import { valueAt } from "./sharing.js";

/** `(top.a + top.b·t) / (bottom.a + bottom.b·t)`; `bottom` is positive on the stretch. */
interface Quotient {
  readonly top: Linear;
  readonly bottom: Linear;
}

export interface KeyCurve {
  /** Before rounding. */
  readonly curve: Quotient;
  readonly decimals: number;
  /** The same in doubles; null where it is no line. */
  readonly rough: RoughLine | null;
}

/** `a + b·t` in doubles; nowhere on the stretch is it farther than `error` from the exact value. */
interface RoughLine {
  readonly a: number;
  readonly b: number;
  readonly error: number;
}

/** Far above what some hundred operations on doubles lose, as a share of the greatest magnitude among them. */
const ROUGHNESS = 1e-12;

export interface SubjectCurves {
  readonly row: number;
  readonly keys: readonly (KeyCurve | { readonly fixed: Datum | Pending })[];
}

/** Null where the sum of the group is not a quotient of linear functions here, or its divisor comes to zero. */
export function curvesOf(subject: SubjectModel, stretch: RoughStretch): SubjectCurves | null {
  if (subject.terms.some(({ kind }) => kind === "dropped")) {
    // Even where no key moves: a subject whose every share is passed on has no score, and no place.
    const inner = innerOf(subject.terms, stretch);
    if (inner === null) return null;
    return { row: subject.row, keys: subject.keys.map((key) => keyOf(key, inner)) };
  }
  // A line, which is computed exactly only for subjects that come near others.
  let known: Quotient | null = null;
  const inner = () => (known ??= lineOf(subject.terms, stretch));
  const rough = roughInner(subject, stretch);
  return { row: subject.row, keys: subject.keys.map((key) => ("fixed" in key ? key : new LineKey(key, inner, rough))) };
}

/** A stretch with its shares in doubles, two numbers a share, and the greatest magnitude on its way. */
export interface RoughStretch extends Stretch {
  readonly rough: Float64Array;
  readonly reach: number;
}

/** A stretch with its shares in doubles. */
export function roughStretch(stretch: Stretch): RoughStretch {
  const rough = Float64Array.from(stretch.shares.flatMap(({ a, b }) => [doubleOf(a), doubleOf(b)]));
  return { ...stretch, rough, reach: Math.max(...[stretch.from, stretch.to].map((t) => Math.abs(doubleOf(t)))) };
}

/** NaN where the number, or what it is divided by, is beyond doubles. */
export function doubleOf(value: Rational): number {
  const divisor = Number(value.denominator);
  return divisor === Infinity ? NaN : Number(value.numerator) / divisor;
}

const rates = new WeakMap<SubjectModel, Float64Array>();

function ratesOf(subject: SubjectModel): Float64Array {
  const known = rates.get(subject) ?? Float64Array.from(subject.terms, ({ rate }) => doubleOf(rate));
  rates.set(subject, known);
  return known;
}

/** What all terms bring; `error` is the greatest magnitude here. */
function roughInner(subject: SubjectModel, { rough, reach }: RoughStretch): RoughLine {
  const own = ratesOf(subject);
  let [a, b, size] = [0, 0, 0];
  for (let index = 0; index < own.length; index += 1) {
    const rate = own[index] ?? 0;
    const [x, y] = [rate * (rough[2 * index] ?? 0), rate * (rough[2 * index + 1] ?? 0)];
    a += x;
    b += y;
    size += Math.abs(x) + Math.abs(y) * reach;
  }
  return { a, b, error: size };
}

type MovingKey = Exclude<Key, { readonly fixed: unknown }>;

/** A key of a subject to whose terms nothing is passed on. */
class LineKey implements KeyCurve {
  private known: Quotient | null = null;
  readonly rough: RoughLine;

  constructor(
    private readonly key: MovingKey,
    private readonly inner: () => Quotient,
    { a, b, error: size }: RoughLine,
  ) {
    const [base, factor] = [doubleOf(key.base), doubleOf(key.factor)];
    const error = (Math.abs(base) + Math.abs(factor) * size) * ROUGHNESS;
    this.rough = { a: base + factor * a, b: factor * b, error };
  }

  get curve(): Quotient {
    return (this.known ??= quotientOf(this.key, this.inner()));
  }

  get decimals(): number {
    return this.key.decimals;
  }
}

const ONE_LINE: Linear = { a: whole(1), b: ZERO };

function keyOf(key: Key, { top, bottom }: Quotient): SubjectCurves["keys"][number] {
  return "fixed" in key ? key : { curve: quotientOf(key, { top, bottom }), decimals: key.decimals, rough: null };
}

function quotientOf({ base, factor }: MovingKey, { top, bottom }: Quotient): Quotient {
  return {
    top: { a: base.mul(bottom.a).add(factor.mul(top.a)), b: base.mul(bottom.b).add(factor.mul(top.b)) },
    bottom,
  };
}

/** The sum of the shares of the terms of a kind, each times its rate where `rated`. */
function sumOf(terms: readonly Term[], { shares }: Stretch, kind: Term["kind"], rated: boolean): Linear {
  let [a, b] = [ZERO, ZERO];
  terms.forEach((term, index) => {
    if (term.kind !== kind) return;
    const share = at(shares, index);
    a = a.add(rated ? term.rate.mul(share.a) : share.a);
    b = b.add(rated ? term.rate.mul(share.b) : share.b);
  });
  return { a, b };
}

/** What terms bring of which none is dropped. */
function lineOf(terms: readonly Term[], stretch: Stretch): Quotient {
  const decreed = sumOf(terms, stretch, "decreed", true);
  const brought = sumOf(terms, stretch, "brings", true);
  return { top: { a: decreed.a.add(brought.a), b: decreed.b.add(brought.b) }, bottom: ONE_LINE };
}

/** What terms bring of which some are dropped, so that the others share what they leave. */
function innerOf(terms: readonly Term[], stretch: Stretch): Quotient | null {
  const { from, to } = stretch;
  const decreed = sumOf(terms, stretch, "decreed", true);
  const brought = sumOf(terms, stretch, "brings", true);
  const bringing = sumOf(terms, stretch, "brings", false);
  const dropped = sumOf(terms, stretch, "dropped", false);
  const all = { a: bringing.a.add(dropped.a), b: bringing.b.add(dropped.b) };
  if (valueAt(bringing, from).compare(ZERO) <= 0 || valueAt(bringing, to).compare(ZERO) <= 0) return null;
  const square = decreed.b.mul(bringing.b).add(brought.b.mul(all.b));
  if (!square.equals(0)) return null;
  return {
    top: {
      a: decreed.a.mul(bringing.a).add(brought.a.mul(all.a)),
      b: decreed.a.mul(bringing.b).add(decreed.b.mul(bringing.a)).add(brought.a.mul(all.b)).add(brought.b.mul(all.a)),
    },
    bottom: bringing,
  };
}

export function exactAt({ curve: { top, bottom } }: KeyCurve, t: Rational): Rational {
  return bottom.b.equals(0) && bottom.a.equals(1) ? valueAt(top, t) : valueAt(top, t).div(valueAt(bottom, t));
}

export function publishedAt(key: SubjectCurves["keys"][number], t: Rational): Datum | Pending {
  return "fixed" in key ? key.fixed : rounded(exactAt(key, t), key.decimals);
}

/** The shares from `from` to `to` at which a published key may change: where it is exactly between two published values. */
export function stepsOf(key: KeyCurve, from: Rational, to: Rational): readonly Rational[] {
  const { curve, decimals } = key;
  const unit = powerOfTen(decimals);
  const half = whole(1).div(2);
  const ends = [exactAt(key, from), exactAt(key, to)].map((value) => value.mul(unit).sub(half));
  const [first, second] = ends as [Rational, Rational];
  const [low, high] = first.compare(second) <= 0 ? [first, second] : [second, first];
  const begin = low.ceil();
  const count = high.floor().sub(begin).toNumber() + 1;
  const steps: Rational[] = [];
  for (let index = 0; index < count; index += 1) {
    const value = begin.add(index).add(half).div(unit);
    // A rounding border below zero lies on the other side, but at the same places.
    const slope = curve.top.b.sub(value.mul(curve.bottom.b));
    if (slope.equals(0)) continue;
    const t = value.mul(curve.bottom.a).sub(curve.top.a).div(slope);
    if (t.compare(from) >= 0 && t.compare(to) <= 0) steps.push(t);
  }
  return steps;
}
