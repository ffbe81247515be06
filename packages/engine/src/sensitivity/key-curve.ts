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
}

export interface SubjectCurves {
  readonly row: number;
  readonly keys: readonly (KeyCurve | { readonly fixed: Datum | Pending })[];
}

/** Null where the sum of the group is not a quotient of linear functions here, or its divisor comes to zero. */
export function curvesOf(subject: SubjectModel, stretch: Stretch): SubjectCurves | null {
  // Even where no key moves: a subject whose every share is passed on has no score, and no place.
  const inner = innerOf(subject.terms, stretch);
  if (inner === null) return null;
  return { row: subject.row, keys: subject.keys.map((key) => keyOf(key, inner)) };
}

const ONE_LINE: Linear = { a: whole(1), b: ZERO };

function keyOf(key: Key, { top, bottom }: Quotient): SubjectCurves["keys"][number] {
  if ("fixed" in key) return key;
  const { base, factor, decimals } = key;
  const curve = {
    top: { a: base.mul(bottom.a).add(factor.mul(top.a)), b: base.mul(bottom.b).add(factor.mul(top.b)) },
    bottom,
  };
  return { curve, decimals };
}

function innerOf(terms: readonly Term[], { shares, from, to }: Stretch): Quotient | null {
  const sum = (kind: Term["kind"], rated: boolean): Linear =>
    terms.reduce(
      (total, term, index) => {
        if (term.kind !== kind) return total;
        const { a, b } = at(shares, index);
        return rated
          ? { a: total.a.add(term.rate.mul(a)), b: total.b.add(term.rate.mul(b)) }
          : { a: total.a.add(a), b: total.b.add(b) };
      },
      { a: ZERO, b: ZERO },
    );
  const decreed = sum("decreed", true);
  const brought = sum("brings", true);
  if (!terms.some(({ kind }) => kind === "dropped")) {
    return { top: { a: decreed.a.add(brought.a), b: decreed.b.add(brought.b) }, bottom: ONE_LINE };
  }
  const bringing = sum("brings", false);
  const dropped = sum("dropped", false);
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
