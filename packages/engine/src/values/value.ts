/**
 * What an expression comes to: a known value, or pending with the missing fields. Logic over them is Kleene's: a missing side
 * decides nothing that the other side decides.
 */
import { isRational, type Rational } from "@yardstick/exact";
import type { Awaited } from "../data/result.js";
import { InternalError } from "./internal-error.js";

/** Several values in order of period, from `use … all periods`; null is one that is missing. */
export class Series {
  constructor(readonly values: readonly (Datum | null)[]) {}
}

/** Number, text or ISO date, flag, index of a level, series: which one, the expression's type says. */
export type Datum = Rational | string | boolean | number | Series;

/** One missing value. `order` is its position among all that could be missing: fields in the order of the text come first. */
export interface Want {
  readonly order: number;
  readonly awaited: Awaited;
}

/** The bounds of a pending number, both included. */
export interface Bounds {
  readonly low: Rational;
  readonly high: Rational;
}

/** `isNone`: the very value is a blank that the rubric allows (`optional`), so that a `per` counts nothing for it. */
export class Pending {
  constructor(
    readonly wants: readonly Want[],
    readonly isNone = false,
    /** Null: nothing is known of it. */
    readonly bounds: Bounds | null = null,
  ) {}
}

export type Value = Datum | Pending;

/** A single value as text, by which equal ones are known: a key, a period, what rows are grouped by. */
export function datumText(value: Datum): string {
  if (value instanceof Series) throw new InternalError("a series is no key");
  return isRational(value) ? value.toString() : String(value);
}

export function isPending(value: unknown): value is Pending {
  return value instanceof Pending;
}

/** Everything the pending ones among `values` await; null where all are known. */
export function awaitedBy(values: readonly unknown[]): Pending | null {
  const pending = values.filter(isPending);
  const [first] = pending;
  if (first === undefined) return null;
  if (pending.length === 1) return first.isNone || first.bounds !== null ? new Pending(first.wants) : first;
  return new Pending(inOrder(pending.flatMap((each) => each.wants)));
}

/** The same value, of which nothing is known any more while it is pending. */
export function withoutBounds(value: Value): Value {
  return isPending(value) && value.bounds !== null ? new Pending(value.wants, value.isNone) : value;
}

/** In order of the fields, each once. */
export function inOrder(wants: readonly Want[]): readonly Want[] {
  const unique = new Map<string, Want>();
  for (const want of wants) {
    const { field, reason, problem, used } = want.awaited;
    const identity = `${field}\n${reason}\n${problem?.index ?? ""}\n${used?.period ?? ""}`;
    if (!unique.has(identity)) unique.set(identity, want);
  }
  return [...unique.values()].sort((a, b) => a.order - b.order);
}

/** What a value awaits, in order of the fields; empty where it is known. */
export function awaitedOf(value: unknown): readonly Awaited[] {
  return isPending(value) ? inOrder(value.wants).map(({ awaited }) => awaited) : [];
}

/** Kleene's and: `false and pending` is false. `right` is read only where `left` does not decide. */
export function and(left: Value, right: () => Value): Value {
  if (left === false) return false;
  const other = right();
  if (other === false) return false;
  return awaitedBy([left, other]) ?? true;
}

/** Kleene's or: `true or pending` is true. */
export function or(left: Value, right: () => Value): Value {
  if (left === true) return true;
  const other = right();
  if (other === true) return true;
  return awaitedBy([left, other]) ?? false;
}

export function not(value: Value): Value {
  return isPending(value) ? value : value === false;
}

/** The value of an expression whose type is a number. */
export function asNumber(value: Value): Rational | Pending {
  if (isRational(value) || isPending(value)) return value;
  throw new InternalError(`expected a number, found ${JSON.stringify(value)}`);
}

/** Pending as soon as one of the numbers is, with everything that all of them await. */
export function lift(
  values: readonly (Rational | Pending)[],
  work: (...known: Rational[]) => Rational,
): Rational | Pending {
  return awaitedBy(values) ?? work(...(values as Rational[]));
}

/** The value where it is known; null where it is pending. */
export function known<T>(value: T | Pending): T | null {
  return isPending(value) ? null : value;
}
