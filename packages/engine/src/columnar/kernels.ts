/**
 * The loops that everything runs in. Each reads columns (from where the batch begins) or registers (from 0) and fills a
 * register. Whole numbers are computed in doubles where they fit 53 bits, or in 32 bits without branches where they fit those.
 */
import type { Values } from "../plan/node.js";

/** What is computed into; flags are bytes. */
export type Register = Int32Array | Float64Array | Uint8Array;

export function fill(d: Register, k: number, m: number): void {
  d.fill(k, 0, m);
}

/** Looks values up in a table: what depends on one small column is a table of all its results. */
export function lookup1(d: Int32Array, a: Values, oa: number, A: Int32Array, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = A[a[oa + j]!]!;
}
export function addLookup1(d: Int32Array, a: Values, oa: number, A: Int32Array, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = (d[j]! + A[a[oa + j]!]!) | 0;
}
export function lookup2(
  d: Int32Array,
  a: Values,
  oa: number,
  A: Int32Array,
  b: Values,
  ob: number,
  B: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (A[a[oa + j]!]! + B[b[ob + j]!]!) | 0;
}
export function addLookup2(
  d: Int32Array,
  a: Values,
  oa: number,
  A: Int32Array,
  b: Values,
  ob: number,
  B: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (d[j]! + A[a[oa + j]!]! + B[b[ob + j]!]!) | 0;
}
export function lookup3(
  d: Int32Array,
  a: Values,
  oa: number,
  A: Int32Array,
  b: Values,
  ob: number,
  B: Int32Array,
  c: Values,
  oc: number,
  C: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (A[a[oa + j]!]! + B[b[ob + j]!]! + C[c[oc + j]!]!) | 0;
}
export function addLookup3(
  d: Int32Array,
  a: Values,
  oa: number,
  A: Int32Array,
  b: Values,
  ob: number,
  B: Int32Array,
  c: Values,
  oc: number,
  C: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (d[j]! + A[a[oa + j]!]! + B[b[ob + j]!]! + C[c[oc + j]!]!) | 0;
}
export function lookup4(
  d: Int32Array,
  a: Values,
  oa: number,
  A: Int32Array,
  b: Values,
  ob: number,
  B: Int32Array,
  c: Values,
  oc: number,
  C: Int32Array,
  e: Values,
  oe: number,
  E: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (A[a[oa + j]!]! + B[b[ob + j]!]! + C[c[oc + j]!]! + E[e[oe + j]!]!) | 0;
}
export function addLookup4(
  d: Int32Array,
  a: Values,
  oa: number,
  A: Int32Array,
  b: Values,
  ob: number,
  B: Int32Array,
  c: Values,
  oc: number,
  C: Int32Array,
  e: Values,
  oe: number,
  E: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (d[j]! + A[a[oa + j]!]! + B[b[ob + j]!]! + C[c[oc + j]!]! + E[e[oe + j]!]!) | 0;
}
/** The same for sums beyond 32 bits, and for approximate ones. */
export function addLookupWide(d: Float64Array, a: Values, oa: number, A: Float64Array, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = d[j]! + A[a[oa + j]!]!;
}
export function lookupFlag(d: Uint8Array, a: Values, oa: number, A: Uint8Array, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = A[a[oa + j]!]!;
}

/** A function of steps: `table[i]` between `ends[i - 1]` and `ends[i]`, each end belonging to what is below it. */
export function steps(d: Register, x: Values, ox: number, ends: Float64Array, table: Float64Array, m: number): void {
  const count = ends.length;
  for (let j = 0; j < m; j += 1) {
    const value = x[ox + j]!;
    let step = 0;
    while (step < count && value > ends[step]!) step += 1;
    d[j] = table[step]!;
  }
}

/** The same with up to three ends, of whole numbers within 30 bits, without branches. */
export function steps3(
  d: Int32Array,
  x: Values,
  ox: number,
  a: number,
  b: number,
  c: number,
  table: Int32Array,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const value = x[ox + j]! | 0;
    d[j] = table[((a - value) >>> 31) + ((b - value) >>> 31) + ((c - value) >>> 31)]!;
  }
}

export function addTimes(d: Register, x: Values, ox: number, k: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = d[j]! + k * x[ox + j]!;
}
export function addTimes32(d: Int32Array, x: Values, ox: number, k: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = (d[j]! + Math.imul(k, x[ox + j]!)) | 0;
}
export function sumOfTwo32(
  d: Int32Array,
  start: number,
  x: Int32Array,
  ox: number,
  k: number,
  y: Int32Array,
  oy: number,
  l: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = (start + Math.imul(k, x[ox + j]!) + Math.imul(l, y[oy + j]!)) | 0;
}
export function addTimes3(
  d: Float64Array,
  x: Values,
  ox: number,
  k: number,
  y: Values,
  oy: number,
  l: number,
  z: Values,
  oz: number,
  n: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = d[j]! + k * x[ox + j]! + l * y[oy + j]! + n * z[oz + j]!;
}

/** Rounded quotients of positive whole numbers, limited to `low .. high`, without branches. `n = p a + q b`, over `r b`. */
export function addRatio32(
  d: Int32Array,
  a: Values,
  oa: number,
  b: Values,
  ob: number,
  p: number,
  q: number,
  r: number,
  k: number,
  low: number,
  high: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const y = b[ob + j]!;
    const over = ((((p * a[oa + j]! + q * y) / (r * y)) | 0) - high) | 0;
    const under = (high - low + (over & (over >> 31))) | 0;
    d[j] = (d[j]! + Math.imul(k, low + (under & ~(under >> 31)))) | 0;
  }
}
/** The same without a lower end, and each worth 1. */
export function addRatioBelow32(
  d: Int32Array,
  a: Values,
  oa: number,
  b: Values,
  ob: number,
  p: number,
  q: number,
  r: number,
  high: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const y = b[ob + j]!;
    const over = ((((p * a[oa + j]! + q * y) / (r * y)) | 0) - high) | 0;
    d[j] = (d[j]! + high + (over & (over >> 31))) | 0;
  }
}
/** The same with the quotients of 1 in a table: `inverse[b]` lies so little above `p / (r b)` that no whole part changes. */
export function addShareBelow32(
  d: Int32Array,
  a: Values,
  oa: number,
  b: Values,
  ob: number,
  inverse: Float64Array,
  c: number,
  high: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const over = (((a[oa + j]! * inverse[b[ob + j]!]! + c) | 0) - high) | 0;
    d[j] = (d[j]! + high + (over & (over >> 31))) | 0;
  }
}

/** Any sign: half away from zero, or toward it. `half` is 1 for rounding, 0 for truncation. */
export function ratio(
  d: Register,
  a: Values,
  oa: number,
  b: Values,
  ob: number,
  k1: number,
  k2: number,
  k3: number,
  half: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const y = b[ob + j]!;
    const n = k1 * a[oa + j]! + k2 * y;
    const r = k3 * y;
    const size = Math.floor((2 * Math.abs(n) + half * r) / (2 * r));
    d[j] = n < 0 ? -size : size;
  }
}

export function held(d: Register, x: Values, ox: number, k: number, low: number, high: number, m: number): void {
  for (let j = 0; j < m; j += 1) {
    const value = k * x[ox + j]!;
    const raised = value < low ? low : value;
    d[j] = raised > high ? high : raised;
  }
}
export function held32(d: Int32Array, x: Values, ox: number, low: number, high: number, m: number): void {
  const span = (high - low) | 0;
  for (let j = 0; j < m; j += 1) {
    let value = (x[ox + j]! - low) | 0;
    value &= ~(value >> 31);
    const over = (value - span) | 0;
    d[j] = (high + (over & (over >> 31))) | 0;
  }
}

export function product(d: Register, x: Values, ox: number, y: Values, oy: number, k: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = k * x[ox + j]! * y[oy + j]!;
}
export function quotient(
  d: Register,
  x: Values,
  ox: number,
  k: number,
  y: Values,
  oy: number,
  l: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const divisor = l * y[oy + j]!;
    d[j] = divisor === 0 ? 0 : (k * x[ox + j]!) / divisor;
  }
}
export function least(
  d: Register,
  x: Values,
  ox: number,
  k: number,
  y: Values,
  oy: number,
  l: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const [a, b] = [k * x[ox + j]!, l * y[oy + j]!];
    d[j] = a < b ? a : b;
  }
}
export function greatest(
  d: Register,
  x: Values,
  ox: number,
  k: number,
  y: Values,
  oy: number,
  l: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const [a, b] = [k * x[ox + j]!, l * y[oy + j]!];
    d[j] = a > b ? a : b;
  }
}
export function absolute(d: Register, x: Values, ox: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = Math.abs(x[ox + j]!);
}
export function choose(
  d: Register,
  f: Values,
  of: number,
  x: Values,
  ox: number,
  k: number,
  y: Values,
  oy: number,
  l: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = f[of + j] !== 0 ? k * x[ox + j]! : l * y[oy + j]!;
}

/** The same of numbers in one scale. */
export function choose32(
  d: Int32Array,
  f: Values,
  of: number,
  x: Int32Array,
  ox: number,
  y: Int32Array,
  oy: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = f[of + j] !== 0 ? x[ox + j]! : y[oy + j]!;
}

/** Half up, away from zero: `x / unit`, times `k`. Everything that arises fits 53 bits. */
export function rounded(d: Register, x: Values, ox: number, scale: number, unit: number, k: number, m: number): void {
  const double = 2 * scale;
  const twice = 2 * unit;
  for (let j = 0; j < m; j += 1) {
    const n = double * x[ox + j]!;
    const size = Math.floor(((n < 0 ? -n : n) + unit) / twice);
    d[j] = n < 0 ? -k * size : k * size;
  }
}
/** The same of numbers that are never negative. */
export function roundedUp(d: Register, x: Values, ox: number, unit: number, k: number, m: number): void {
  const half = unit / 2;
  for (let j = 0; j < m; j += 1) d[j] = k * Math.floor((x[ox + j]! + half) / unit);
}
/** The same of a product, also never negative. */
export function roundedProduct(
  d: Register,
  x: Values,
  ox: number,
  y: Values,
  oy: number,
  unit: number,
  k: number,
  m: number,
): void {
  const half = unit / 2;
  for (let j = 0; j < m; j += 1) d[j] = k * Math.floor((x[ox + j]! * y[oy + j]! + half) / unit);
}
/** The same in 32 bits, with `inverse` so little above `1 / unit` that no whole part changes. */
export function roundedProduct32(
  d: Int32Array,
  x: Int32Array,
  ox: number,
  y: Int32Array,
  oy: number,
  half: number,
  inverse: number,
  k: number,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) d[j] = Math.imul(k, ((x[ox + j]! * y[oy + j]! + half) * inverse) | 0);
}
export function truncated(d: Register, x: Values, ox: number, unit: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = Math.trunc(x[ox + j]! / unit);
}

export function negative(d: Uint8Array, x: Values, ox: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = Number(x[ox + j]! < 0);
}
export function zero(d: Uint8Array, x: Values, ox: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = Number(x[ox + j] === 0);
}
export function both(d: Uint8Array, x: Values, ox: number, y: Values, oy: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = x[ox + j]! & y[oy + j]!;
}
export function either(d: Uint8Array, x: Values, ox: number, y: Values, oy: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = x[ox + j]! | y[oy + j]!;
}
export function not(d: Uint8Array, x: Values, ox: number, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = 1 - x[ox + j]!;
}

/** Widens `ends`, the least and the greatest so far, to the values of the rows whose flag is set. */
export function widenRange(ends: Float64Array, x: Values, ox: number, f: Values, of: number, m: number): void {
  let low = ends[0]!;
  let high = ends[1]!;
  for (let j = 0; j < m; j += 1) {
    if (f[of + j] === 0) continue;
    const value = x[ox + j]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  ends[0] = low;
  ends[1] = high;
}

/** Decides by exact rationals what doubles are too near to; the number is the row within the batch. */
export type Slow = (j: number) => number;

export function roundedNear(
  d: Register,
  x: Values,
  ox: number,
  step: number,
  k: number,
  error: number,
  slow: Slow,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const value = x[ox + j]! / step;
    const size = Math.abs(value) + 0.5;
    const whole = Math.floor(size);
    const rest = size - whole;
    if (rest > error && rest < 1 - error) d[j] = value < 0 ? -k * whole : k * whole;
    else d[j] = slow(j);
  }
}
/** The root in steps lies between those of both ends of what the number may be; where these differ, exact rationals decide. */
export function rootNear(
  d: Register,
  x: Values,
  ox: number,
  {
    size,
    step,
    k,
    error,
  }: { readonly size: number; readonly step: number; readonly k: number; readonly error: number },
  slow: Slow,
  m: number,
): void {
  for (let j = 0; j < m; j += 1) {
    const value = x[ox + j]! * size;
    const most = Math.abs(value) * (1 + 2 ** -50) + error;
    const least = Math.max(0, Math.abs(value) * (1 - 2 ** -50) - error);
    const above = Math.floor((Math.sqrt(most) / step) * (1 + 2 ** -50) + 0.5 + 2 ** -50);
    const below = Math.floor((Math.sqrt(least) / step) * (1 - 2 ** -50) + 0.5 - 2 ** -50);
    if (above === below) d[j] = value < 0 ? -k * below : k * below;
    else d[j] = slow(j);
  }
}
export function truncatedNear(d: Register, x: Values, ox: number, error: number, slow: Slow, m: number): void {
  for (let j = 0; j < m; j += 1) {
    const value = x[ox + j]!;
    const size = Math.abs(value);
    const rest = size - Math.floor(size);
    d[j] = rest > error && rest < 1 - error ? Math.trunc(value) : slow(j);
  }
}
export function negativeNear(d: Uint8Array, x: Values, ox: number, error: number, slow: Slow, m: number): void {
  for (let j = 0; j < m; j += 1) {
    const value = x[ox + j]!;
    d[j] = value > error ? 0 : value < -error ? 1 : slow(j);
  }
}
export function zeroNear(d: Uint8Array, x: Values, ox: number, error: number, slow: Slow, m: number): void {
  for (let j = 0; j < m; j += 1) d[j] = Math.abs(x[ox + j]!) > error ? 0 : slow(j);
}
