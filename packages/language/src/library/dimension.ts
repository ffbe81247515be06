/**
 * What numbers are measured in: base units with whole exponents, `{}` for a pure number. Dimensions in, dimensions out.
 * Numbers of different dimensions can be multiplied and divided, never added or compared.
 */
import type { Dimension } from "../program/expression.js";
import { ownEntry } from "../source/own-entry.js";

export const pure: Dimension = {};
export const points: Dimension = { 分: 1 };
export const money: Dimension = { 元: 1 };
export const days: Dimension = { 天: 1 };

export function sameDimension(a: Dimension, b: Dimension): boolean {
  const units = Object.keys(a);
  return units.length === Object.keys(b).length && units.every((unit) => ownEntry(a, unit) === ownEntry(b, unit));
}

export function isPure(dimension: Dimension): boolean {
  return Object.keys(dimension).length === 0;
}

export function timesDimension(a: Dimension, b: Dimension): Dimension {
  return combine(a, b, 1);
}

export function overDimension(a: Dimension, b: Dimension): Dimension {
  return combine(a, b, -1);
}

export function powerDimension(a: Dimension, exponent: number): Dimension {
  return exponent === 0 ? pure : Object.fromEntries(Object.entries(a).map(([unit, e]) => [unit, e * exponent]));
}

function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const sum = new Map(Object.entries(a));
  for (const [unit, exponent] of Object.entries(b)) {
    const e = (sum.get(unit) ?? 0) + sign * exponent;
    if (e === 0) sum.delete(unit);
    else sum.set(unit, e);
  }
  return Object.fromEntries(sum);
}
