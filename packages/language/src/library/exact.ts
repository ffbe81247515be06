/**
 * Exact rationals as text and as numbers to reckon with. No binary float lies between a literal of the rubric and a program.
 */
import { Fraction } from "fraction.js";
import type { Exact } from "../program/expression.js";

export { Fraction };

export const zero = new Fraction(0);
export const one = new Fraction(1);

export function exact(value: Fraction): Exact {
  return value.toFraction();
}

/** Reading a number from text costs more than reckoning with it, and a rubric writes the same few again and again. */
const read = new Map<string, Fraction>();
const mostRead = 1000;

export function fraction(text: Exact): Fraction {
  const before = read.get(text);
  if (before !== undefined) return before;
  const made = new Fraction(text);
  if (read.size >= mostRead) read.clear();
  read.set(text, made);
  return made;
}

/** A literal's digits (plain ASCII decimal text) times the scale of its unit. */
export function scaled(digits: string, scale: Exact): Fraction {
  return scale === "1" ? fraction(digits) : fraction(digits).mul(fraction(scale));
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce((total, value) => total.add(value), zero);
}

export function least(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) <= 0 ? a : b;
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) >= 0 ? a : b;
}

/** For people: a decimal where it ends within 20 places, else the fraction itself: `0.25`, `1/3`. */
export function decimal(value: Fraction): string {
  let places = 0;
  let rest = value.d;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
  if (rest !== 1n || places > 20) return value.toFraction();
  const digits = ((value.n * 10n ** BigInt(places)) / value.d).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return `${value.s < 0n ? "-" : ""}${whole}${places === 0 ? "" : `.${digits.slice(-places)}`}`;
}

/** For people: `25%`. */
export function percentage(value: Fraction): string {
  return `${decimal(value.mul(100))}%`;
}
