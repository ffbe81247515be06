/**
 * What a node of the plan is in SQL. A number is `top / (den × divisors)`: quotients keep their divisors as columns, so that nothing is
 * rounded before the rubric rounds it.
 */
import { lcm } from "@yardstick/exact";
import type { Arithmetic, Whole } from "./whole.js";

/** A column of whole numbers greater than 0. */
export interface Divisor {
  readonly name: string;
  readonly most: bigint;
}

/** A number: `top / (den × all divisors)`. */
export interface NumberValue {
  readonly kind: "number";
  readonly top: Whole;
  /** Greater than 0. */
  readonly den: bigint;
  /** The same divisor may occur several times. */
  readonly divisors: readonly Divisor[];
}

/** A truth, never null. */
export interface FlagValue {
  readonly kind: "flag";
  readonly text: string;
}

/** A text, never null. */
interface TextValue {
  readonly kind: "text";
  readonly text: string;
}

/** The difference of two texts, of which one thing can be asked: whether there is none. */
export interface DifferenceValue {
  readonly kind: "difference";
  readonly isNone: string;
}

export type Value = NumberValue | FlagValue | TextValue | DifferenceValue;

export function numberValue(top: Whole, den = 1n, divisors: readonly Divisor[] = []): NumberValue {
  return { kind: "number", top, den, divisors };
}

export function flagValue(text: string): FlagValue {
  return { kind: "flag", text };
}

/** A divisor as a whole number, the literal part included. */
export function divisorOf({ den, divisors }: NumberValue, arithmetic: Arithmetic): Whole {
  return multiplied(arithmetic.literal(den), divisors, arithmetic);
}

/** Numerators over one divisor: each divisor is taken as often as the number that has it most often. */
export function common(
  values: readonly NumberValue[],
  arithmetic: Arithmetic,
): { readonly tops: readonly Whole[]; readonly den: bigint; readonly divisors: readonly Divisor[] } {
  const den = values.reduce((held, value) => lcm(held, value.den), 1n);
  const divisors = values.reduce<readonly Divisor[]>((held, value) => [...held, ...without(value.divisors, held)], []);
  const tops = values.map((value) =>
    multiplied(arithmetic.by(value.top, den / value.den), without(divisors, value.divisors), arithmetic),
  );
  return { tops, den, divisors };
}

function multiplied(value: Whole, divisors: readonly Divisor[], arithmetic: Arithmetic): Whole {
  return divisors.reduce((held, { name, most }) => arithmetic.times(held, arithmetic.column(name, most)), value);
}

/** Those of `all` that `taken` does not account for. */
function without(all: readonly Divisor[], taken: readonly Divisor[]): readonly Divisor[] {
  const left = taken.map(({ name }) => name);
  return all.filter(({ name }) => {
    const index = left.indexOf(name);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}
