/**
 * Which loop a node runs in: tables for what depends on one column, fused sums of tables and rounded quotients, general
 * loops for the rest. One step fills one register.
 */
import { gcd, type Rational, whole, ZERO } from "@yardstick/exact";
import { assertNever } from "../values/internal-error.js";
import { ExactRow } from "../plan/exact.js";
import type { Environment } from "../plan/exact.js";
import { F64, isExact, magnitude, rawBound, toDouble } from "../plan/facts.js";
import type { Node } from "../plan/node.js";
import { Unsupported } from "../plan/node.js";
import type { Register, Slow } from "./kernels.js";
import { kernels } from "./kernels-in-use.js";
import type { Operand, Run, Step, Window } from "./program.js";
import { offset } from "./program.js";
import { rowStep } from "./row-steps.js";
import { sumStep } from "./sum-steps.js";
import { stepsOf, tableColumn, tabulated } from "./tables.js";

/** What is known while steps are chosen. */
export interface Choosing {
  readonly environment: Environment;
  readonly rows: number;
  /** How many others read a node. */
  uses(node: Node): number;
}

export function stepOf(node: Node, choosing: Choosing): Step {
  const column = tableColumn(node, choosing.rows);
  if (column !== null) return tableStep(node, column, choosing);
  const stepped = stepsOf(node, choosing.environment);
  if (stepped !== null) {
    return stepsStep(node, stepped);
  }
  return node.rep === "flag" ? flagStep(node, choosing) : numberStep(node, choosing);
}

function stepsStep(node: Node, { column, ends, values }: NonNullable<ReturnType<typeof stepsOf>>): Step {
  const table = Float64Array.from(values, (value) => rawOf(value, node));
  const [same = 0] = table;
  if (table.every((value) => value === same))
    return read1(node, column, (d) => (w) => kernels.fill(d, same, countOf(node, w)));
  const { low = 0, high = 0 } = column.source ?? {};
  if (node.rep === "i32" && ends.length <= 3 && low > -BEYOND && high < BEYOND) {
    // What lies beyond the column's range is passed by all or by none.
    const [a = BEYOND, b = BEYOND, c = BEYOND] = [...ends].map((end) => Math.max(-BEYOND, Math.min(BEYOND, end)));
    const narrow = new Int32Array(4);
    narrow.set(table);
    return read1(
      node,
      column,
      (d, x) => (w) => kernels.steps3(d as Int32Array, x.values, offset(x, w), a, b, c, narrow, countOf(node, w)),
    );
  }
  return read1(node, column, (d, x) => (w) => kernels.steps(d, x.values, offset(x, w), ends, table, countOf(node, w)));
}

/** Two numbers of this size lie within 32 bits of each other. */
const BEYOND = 2 ** 30;

/** A value as the node's register holds it. */
export function rawOf(value: Rational, node: Node): number {
  return isExact(node) ? value.mul(whole(node.den)).toNumber() : toDouble(value);
}

function countOf(node: Node, window: Window): number {
  return window.count[node.domain]!;
}

/** What brings what is read of `from` to the scale that `to` is held in. */
function scale(from: Operand, node: Node, to: Node): number {
  if (!isExact(node)) return 1;
  return isExact(to) ? Number(to.den / from.den) : 1 / Number(from.den);
}

function tableStep(node: Node, column: Node, { environment }: Choosing): Step {
  if (node.rep === "flag") {
    const table = tabulated(
      `${node.id}`,
      column,
      (value) => Number(!value(node).equals(ZERO)),
      (length) => new Uint8Array(length),
      environment,
    ) as Uint8Array;
    return read1(
      node,
      column,
      (d, x) => (w) => kernels.lookupFlag(d as Uint8Array, x.values, offset(x, w), table, countOf(node, w)),
    );
  }
  if (node.rep === "i32") {
    const table = tabulated(
      `${node.id}`,
      column,
      (value) => rawOf(value(node), node),
      (length) => new Int32Array(length),
      environment,
    ) as Int32Array;
    return read1(
      node,
      column,
      (d, x) => (w) => kernels.lookup1(d as Int32Array, x.values, offset(x, w), table, countOf(node, w)),
    );
  }
  const table = tabulated(
    `${node.id}`,
    column,
    (value) => rawOf(value(node), node),
    (length) => new Float64Array(length),
    environment,
  ) as Float64Array;
  return read1(node, column, (d, x) => (w) => {
    const m = countOf(node, w);
    kernels.fill(d, 0, m);
    kernels.addLookupWide(d as Float64Array, x.values, offset(x, w), table, m);
  });
}

function flagStep(node: Node, choosing: Choosing): Step {
  const [a, b] = node.args;
  if (a === undefined) throw new Unsupported("a flag of nothing");
  switch (node.op) {
    case "negative":
    case "zero": {
      if (isExact(a)) {
        const kernel = node.op === "negative" ? kernels.negative : kernels.zero;
        return read1(node, a, (d, x) => (w) => kernel(d as Uint8Array, x.values, offset(x, w), countOf(node, w)));
      }
      const kernel = node.op === "negative" ? kernels.negativeNear : kernels.zeroNear;
      return read1(
        node,
        a,
        (d, x) => (w) =>
          kernel(d as Uint8Array, x.values, offset(x, w), a.error, slowOf(node, w, choosing), countOf(node, w)),
      );
    }
    case "both":
    case "either": {
      const kernel = node.op === "both" ? kernels.both : kernels.either;
      return read2(
        node,
        a,
        b,
        (d, x, y) => (w) => kernel(d as Uint8Array, x.values, offset(x, w), y.values, offset(y, w), countOf(node, w)),
      );
    }
    case "not":
      return read1(node, a, (d, x) => (w) => kernels.not(d as Uint8Array, x.values, offset(x, w), countOf(node, w)));
    default:
      return rowStep(node, choosing);
  }
}

function numberStep(node: Node, choosing: Choosing): Step {
  const [a, b, c] = node.args;
  if (a === undefined) throw new Unsupported("a number of nothing");
  switch (node.op) {
    case "affine":
      return sumStep(node, choosing);
    case "product":
      return read2(node, a, b, (d, x, y) => {
        const k = isExact(node) ? 1 : scale(x, a, node) * scale(y, b ?? a, node);
        return (w) => kernels.product(d, x.values, offset(x, w), y.values, offset(y, w), k, countOf(node, w));
      });
    case "quotient":
      return read2(node, a, b, (d, x, y) => {
        const [k, l] = [scale(x, a, node), scale(y, b ?? a, node)];
        return (w) => kernels.quotient(d, x.values, offset(x, w), k, y.values, offset(y, w), l, countOf(node, w));
      });
    case "least":
    case "greatest":
      return heldStep(node, choosing) ?? extremeStep(node, a, b);
    case "absolute":
      return read1(node, a, (d, x) => (w) => kernels.absolute(d, x.values, offset(x, w), countOf(node, w)));
    case "rounded":
      return roundedStep(node, a, choosing);
    case "root":
      return rootStep(node, a, choosing);
    case "truncated":
      return truncatedStep(node, a, choosing);
    case "ratio":
      return ratioStep(node, a, b);
    case "choose":
      if (b === undefined || c === undefined) throw new Unsupported("a choice of nothing");
      return {
        node,
        reads: [a, b, c],
        make: (d, operand) => {
          const [f, x, y] = [operand(a), operand(b), operand(c)];
          // Nothing is nothing in any scale.
          const scaleOf = (from: Operand, of: Node) =>
            of.op === "constant" && of.value.equals(ZERO) ? 1 : scale(from, of, node);
          const [k, l] = [scaleOf(x, b), scaleOf(y, c)];
          const [own, other] = [x.values, y.values];
          if (
            k === 1 &&
            l === 1 &&
            d instanceof Int32Array &&
            own instanceof Int32Array &&
            other instanceof Int32Array
          ) {
            return (w) =>
              kernels.choose32(d, f.values, offset(f, w), own, offset(x, w), other, offset(y, w), countOf(node, w));
          }
          return (w) =>
            kernels.choose(
              d,
              f.values,
              offset(f, w),
              x.values,
              offset(x, w),
              k,
              y.values,
              offset(y, w),
              l,
              countOf(node, w),
            );
        },
      };
    case "of-owner":
    case "row-sum":
    case "row-trimmed":
    case "row-capped":
      return rowStep(node, choosing);
    case "constant":
    case "column":
    case "across":
    case "negative":
    case "zero":
    case "both":
    case "either":
    case "not":
    case "row-any":
    case "row-greatest":
      throw new Unsupported(`${node.op} is no number to work out`);
    default:
      return assertNever(node.op);
  }
}

function extremeStep(node: Node, a: Node, b: Node | undefined): Step {
  const kernel = node.op === "least" ? kernels.least : kernels.greatest;
  return read2(node, a, b, (d, x, y) => {
    const [k, l] = [scale(x, a, node), scale(y, b ?? a, node)];
    return (w) => kernel(d, x.values, offset(x, w), k, y.values, offset(y, w), l, countOf(node, w));
  });
}

/** A number and its constant limits: `low` is applied first, then `high`. */
function limitsOf(
  node: Node,
  uses: (node: Node) => number,
): { readonly inner: Node; readonly low: Rational | null; readonly high: Rational | null } {
  const [a, b] = node.args;
  if (a === undefined || b?.op !== "constant") return { inner: node, low: null, high: null };
  if (node.op === "greatest") return { inner: a, low: b.value, high: null };
  if (node.op !== "least") return { inner: node, low: null, high: null };
  const [c, e] = a.args;
  if (a.op === "greatest" && c !== undefined && e?.op === "constant" && uses(a) <= 1)
    return { inner: c, low: e.value, high: b.value };
  return { inner: a, low: null, high: b.value };
}

function heldStep(node: Node, { uses }: Choosing): Step | null {
  const { inner, low, high } = limitsOf(node, uses);
  if (inner === node) return null;
  const least = low === null ? -Infinity : rawOf(low, node);
  const most = high === null ? Infinity : rawOf(high, node);
  return read1(node, inner, (d, x) => {
    const k = scale(x, inner, node);
    // Without branches where the number less the lower end stays within 32 bits.
    const within =
      k === 1 && inner.rep === "i32"
        ? limitsWithin(inner, low === null ? null : least, high === null ? null : most)
        : null;
    if (d instanceof Int32Array && within !== null) {
      const [from, to] = within;
      return (w) => kernels.held32(d, x.values, offset(x, w), from, to, countOf(node, w));
    }
    return (w) => kernels.held(d, x.values, offset(x, w), k, least, most, countOf(node, w));
  });
}

/** Both limits, a missing one as far out as the number itself goes; null: their distance is too great. */
function limitsWithin(inner: Node, low: number | null, high: number | null): readonly [number, number] | null {
  const bound = rawBound(magnitude(inner), inner.den);
  if (bound === null) return null;
  const most = Number(bound);
  const [from, to] = [low ?? Math.min(-most, high ?? 0), high ?? Math.max(most, low ?? 0)];
  return most + Math.abs(from) + Math.abs(to) < 2 ** 31 ? [from, to] : null;
}

function ratioStep(node: Node, a: Node, b: Node | undefined): Step {
  const { ratio } = node;
  if (ratio === null) throw new Unsupported("a ratio of nothing");
  const [k1, k2, k3] = [Number(ratio.k1), Number(ratio.k2), Number(ratio.k3)];
  const half = ratio.isRounded ? 1 : 0;
  return read2(
    node,
    a,
    b,
    (d, x, y) => (w) =>
      kernels.ratio(d, x.values, offset(x, w), y.values, offset(y, w), k1, k2, k3, half, countOf(node, w)),
  );
}

/** Whether `2 |n| + 3 unit` stays within 53 bits, where `n / unit` is what is rounded or truncated. */
function divides(node: Node, factor: bigint, unit: bigint): boolean {
  const most = rawBound(magnitude(node), node.den);
  return most !== null && 2n * most * factor + 3n * unit <= F64;
}

function roundedStep(node: Node, a: Node, choosing: Choosing): Step {
  const step = node.value;
  const k = Number(step.numerator);
  const [multiple, unit] = lowest(step.denominator, a.den * step.numerator);
  if (isExact(a) && divides(a, multiple, unit)) {
    const [x0, y0] = a.args;
    if (
      a.op === "product" &&
      choosing.uses(a) === 1 &&
      multiple === 1n &&
      a.low !== null &&
      a.low.compare(ZERO) >= 0 &&
      x0 !== undefined &&
      x0.op !== "constant"
    ) {
      const divisor = Number(unit);
      const inverse = inverseOf(a, unit);
      return read2(node, x0, y0, (d, x, y) => {
        const [own, other] = [x.values, y.values];
        if (inverse !== null && d instanceof Int32Array && own instanceof Int32Array && other instanceof Int32Array) {
          return (w) =>
            kernels.roundedProduct32(
              d,
              own,
              offset(x, w),
              other,
              offset(y, w),
              divisor / 2,
              inverse,
              k,
              countOf(node, w),
            );
        }
        return (w) => kernels.roundedProduct(d, own, offset(x, w), other, offset(y, w), divisor, k, countOf(node, w));
      });
    }
    return read1(node, a, (d, x) => {
      if (multiple === 1n && a.low !== null && a.low.compare(ZERO) >= 0) {
        return (w) => kernels.roundedUp(d, x.values, offset(x, w), Number(unit), k, countOf(node, w));
      }
      return (w) => kernels.rounded(d, x.values, offset(x, w), Number(multiple), Number(unit), k, countOf(node, w));
    });
  }
  return read1(node, a, (d, x) => {
    const size = toDouble(step) / scale(x, a, node.rep === "approximate" ? node : APPROXIMATE);
    const bound = magnitude(a);
    const spread = bound === null ? Infinity : toDouble(bound) / toDouble(step);
    const error = (isExact(a) ? 0 : (a.error / toDouble(step)) * 1.0001) + (spread + 1) * 2 ** -50;
    return (w) =>
      kernels.roundedNear(d, x.values, offset(x, w), size, k, error, slowOf(node, w, choosing), countOf(node, w));
  });
}

function rootStep(node: Node, a: Node, choosing: Choosing): Step {
  const step = toDouble(node.value);
  const k = Number(node.value.numerator);
  const error = isExact(a) ? 0 : a.error * 1.0001;
  return read1(node, a, (d, x) => {
    const size = scale(x, a, APPROXIMATE);
    return (w) =>
      kernels.rootNear(
        d,
        x.values,
        offset(x, w),
        { size, step, k, error },
        slowOf(node, w, choosing),
        countOf(node, w),
      );
  });
}

/**
 * `1 / unit` widened by 2^-50, to multiply by where a division takes several times as long. With `2 n + unit` below 2^45 a quotient
 * that is not a whole number stays further below the next one than that, and one that is a whole number does not fall below it.
 */
function inverseOf(node: Node, unit: bigint): number | null {
  const most = rawBound(magnitude(node), node.den);
  if (most === null || 2n * most + unit >= 2n ** 45n || (most + unit) / unit >= 2n ** 30n) return null;
  return (1 / Number(unit)) * (1 + 2 ** -50);
}

function truncatedStep(node: Node, a: Node, choosing: Choosing): Step {
  if (isExact(a) && divides(a, 1n, a.den)) {
    return read1(
      node,
      a,
      (d, x) => (w) => kernels.truncated(d, x.values, offset(x, w), Number(a.den), countOf(node, w)),
    );
  }
  if (isExact(a)) throw new Unsupported("a number too large to be cut to a whole one");
  const bound = magnitude(a);
  const error = a.error * 1.0001 + ((bound === null ? Infinity : toDouble(bound)) + 1) * 2 ** -50;
  return read1(
    node,
    a,
    (d, x) => (w) =>
      kernels.truncatedNear(d, x.values, offset(x, w), error, slowOf(node, w, choosing), countOf(node, w)),
  );
}

/** Stands for any register of doubles. */
const APPROXIMATE = { rep: "approximate" } as Node;

/** The node at one row of the batch, by exact rationals, as its register holds it. */
function slowOf(node: Node, window: Window, { environment }: Choosing): Slow {
  const first = window.first[node.domain]!;
  return (j) => rawOf(new ExactRow(environment, first + j).value(node), node.rep === "flag" ? FLAG : node);
}

const FLAG = { rep: "flag", den: 1n } as Node;

function lowest(a: bigint, b: bigint): readonly [bigint, bigint] {
  const divisor = gcd(a, b);
  return [a / divisor, b / divisor];
}

function read1(node: Node, a: Node, make: (d: Register, x: Operand) => Run): Step {
  return { node, reads: [a], make: (d, operand) => make(d, operand(a)) };
}

function read2(node: Node, a: Node, b: Node | undefined, make: (d: Register, x: Operand, y: Operand) => Run): Step {
  if (b === undefined) throw new Unsupported("an operation without its second number");
  return { node, reads: [a, b], make: (d, operand) => make(d, operand(a), operand(b)) };
}
