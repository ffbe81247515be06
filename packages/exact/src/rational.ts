/**
 * Exact rational numbers. Every number between a cell and a published digit is one of these: `/` does not round, and no binary
 * float is taken or given, except by `toNumber`, which says so.
 */
import { gcd } from "./integer.js";

/**
 * A rational number as text in lowest terms: `"3"`, `"-1/3"`, `"4500000"`. Never scientific, never a decimal point. This is how
 * programs, datasets and explanations, which are plain JSON, hold exact numbers.
 */
export type RationalText = string;

/** What may stand at the right of an operation. A `number` must be a safe integer; any other throws a `RangeError`. */
export type Operand = Rational | bigint | number;

/** An immutable rational number in lowest terms. */
export class Rational {
  /** Carries the sign. */
  readonly numerator: bigint;
  /** Greater than 0. */
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * `numerator / denominator`, reduced. Throws a `RangeError` where the denominator is 0 and where a `number` is not a safe integer,
   * because its digits would be those of a binary float.
   */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const [n, d] = [BigInt(safe(numerator)), BigInt(safe(denominator))];
    if (d === 0n) throw new RangeError("a rational number cannot have the denominator 0");
    return d < 0n ? Rational.reduced(-n, -d) : Rational.reduced(n, d);
  }

  /** `denominator` is greater than 0. */
  private static reduced(numerator: bigint, denominator: bigint): Rational {
    if (denominator === 1n) return new Rational(numerator, 1n);
    const divisor = gcd(numerator, denominator);
    return divisor === 1n
      ? new Rational(numerator, denominator)
      : new Rational(numerator / divisor, denominator / divisor);
  }

  /** The sum. */
  add(other: Operand): Rational {
    const { numerator, denominator } = asRational(other);
    return denominator === this.denominator
      ? Rational.reduced(this.numerator + numerator, denominator)
      : Rational.reduced(this.numerator * denominator + numerator * this.denominator, this.denominator * denominator);
  }

  /** The difference. */
  sub(other: Operand): Rational {
    const { numerator, denominator } = asRational(other);
    return denominator === this.denominator
      ? Rational.reduced(this.numerator - numerator, denominator)
      : Rational.reduced(this.numerator * denominator - numerator * this.denominator, this.denominator * denominator);
  }

  /** The product. */
  mul(other: Operand): Rational {
    const { numerator, denominator } = asRational(other);
    return Rational.reduced(this.numerator * numerator, this.denominator * denominator);
  }

  /** The quotient. Throws a `RangeError` where `other` is 0: callers decide first what a division by zero means to them. */
  div(other: Operand): Rational {
    const { numerator, denominator } = asRational(other);
    if (numerator === 0n) throw new RangeError("division by zero");
    const [n, d] = [this.numerator * denominator, this.denominator * numerator];
    return d < 0n ? Rational.reduced(-n, -d) : Rational.reduced(n, d);
  }

  /** The number with the other sign. */
  neg(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** The number without its sign. */
  abs(): Rational {
    return this.numerator < 0n ? this.neg() : this;
  }

  /** `1 / this`. Throws a `RangeError` for 0. */
  inverse(): Rational {
    return ONE.div(this);
  }

  /** The greatest whole number that is not above this one. */
  floor(): Rational {
    if (this.denominator === 1n) return this;
    const cut = this.numerator / this.denominator;
    return new Rational(this.numerator < 0n ? cut - 1n : cut, 1n);
  }

  /** The least whole number that is not below this one. */
  ceil(): Rational {
    if (this.denominator === 1n) return this;
    const cut = this.numerator / this.denominator;
    return new Rational(this.numerator < 0n ? cut : cut + 1n, 1n);
  }

  /** -1, 0 or 1: whether this number is less than, equal to or greater than `other`. */
  compare(other: Operand): number {
    const { numerator, denominator } = asRational(other);
    const [a, b] =
      denominator === this.denominator
        ? [this.numerator, numerator]
        : [this.numerator * denominator, numerator * this.denominator];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** Whether both are the same number. */
  equals(other: Operand): boolean {
    const { numerator, denominator } = asRational(other);
    return this.numerator === numerator && this.denominator === denominator;
  }

  /** Whether this is a whole number. */
  isWhole(): boolean {
    return this.denominator === 1n;
  }

  /** The nearest binary float, or one beside it. For bounds and for drawing: a published digit never comes from it. */
  toNumber(): number {
    return this.denominator === 1n ? Number(this.numerator) : Number(this.numerator) / Number(this.denominator);
  }

  /** In lowest terms: `"3"`, `"-1/3"`. */
  toString(): RationalText {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }

  /** Throws a `TypeError`: `a < b` and `Number(a)` would compare and convert by a binary float without saying so. */
  valueOf(): never {
    throw new TypeError("a Rational has no primitive value; use compare or toNumber");
  }
}

function safe(value: bigint | number): bigint | number {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is not a safe integer; give exact numbers as text`);
  }
  return value;
}

function asRational(value: Operand): Rational {
  return value instanceof Rational ? value : Rational.of(value);
}

/** The number 0. */
export const ZERO: Rational = Rational.of(0n);
/** The number 1. */
export const ONE: Rational = Rational.of(1n);

/** Whether any value is a rational number. */
export function isRational(value: unknown): value is Rational {
  return value instanceof Rational;
}

/** A whole number. Throws a `RangeError` where a `number` is not a safe integer. */
export function whole(value: number | bigint): Rational {
  return Rational.of(value);
}

/** Numbers that were read are kept, because a rubric and its data write the same few again and again; this many at most. */
const MAX_KEPT = 10_000;
const kept = new Map<RationalText, Rational>();

/** Reads a number as programs and datasets hold it: `"3"`, `"-1/3"`. Throws a `SyntaxError` for any other text. */
export function rational(text: RationalText): Rational {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const match = /^(-?\d+)(?:\/(\d+))?$/u.exec(text);
  if (match?.[1] === undefined || /^0+$/u.test(match[2] ?? "1")) {
    throw new SyntaxError(`${JSON.stringify(text)} is not a rational number`);
  }
  const value = Rational.of(BigInt(match[1]), BigInt(match[2] ?? "1"));
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(text, value);
  return value;
}

/** Writes a number as programs and datasets hold it, in lowest terms. */
export function rationalText(value: Rational): RationalText {
  return value.toString();
}

/** The greater of two numbers. */
export function larger(a: Rational, b: Rational): Rational {
  return a.compare(b) < 0 ? b : a;
}

/** The lesser of two numbers. */
export function smaller(a: Rational, b: Rational): Rational {
  return a.compare(b) > 0 ? b : a;
}

/** `value` held between two ends; null is open. Where the ends cross, `max` holds. */
export function clamp(value: Rational, min: Rational | null, max: Rational | null): Rational {
  const raised = min === null ? value : larger(value, min);
  return max === null ? raised : smaller(raised, max);
}

/** The sum of all; 0 of none. */
export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = total.add(value);
  return total;
}

/** Digits grow with the exponent; callers keep it far below this. */
const MAX_EXPONENT = 1000n;

/**
 * `base` to a whole exponent; null for 0 to a negative one, which has no value. Throws a `RangeError` for an exponent that is not
 * whole or beyond 1000 on either side.
 */
export function power(base: Rational, exponent: Operand): Rational | null {
  const { numerator: times, denominator } = asRational(exponent);
  if (denominator !== 1n || times > MAX_EXPONENT || times < -MAX_EXPONENT) {
    throw new RangeError(`exponent ${rationalText(asRational(exponent))} is not a whole number up to ${MAX_EXPONENT}`);
  }
  if (times < 0n && base.numerator === 0n) return null;
  const size = times < 0n ? -times : times;
  const [n, d] = [base.numerator ** size, base.denominator ** size];
  return times < 0n ? Rational.of(d, n) : Rational.of(n, d);
}

/** Ten to a whole exponent: 2 gives 100, -2 gives 1/100. */
export function powerOfTen(exponent: number): Rational {
  const unit = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? Rational.of(1n, unit) : Rational.of(unit);
}

/** `part / whole`; 0 where the whole is 0. For views alone. */
export function shareOrZero(part: Rational, whole: Rational): Rational {
  return whole.equals(0) ? ZERO : part.div(whole);
}
