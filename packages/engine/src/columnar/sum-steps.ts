/**
 * Sums: terms that depend on one small column are tables, up to four in one pass, with the terms of the same column put
 * into one table; rounded quotients within limits are added as they are computed; everything else by general loops.
 */
import { ONE, type Rational, whole, ZERO } from "@yardstick/exact";
import type { Environment } from "../plan/exact.js";
import { isExact, magnitude, rawBound, toDouble } from "../plan/facts.js";
import type { Node } from "../plan/node.js";
import type { Register } from "./kernels.js";
import { dividesFast, kernels } from "./kernels-in-use.js";
import type { Operand, Run, Step } from "./program.js";
import { offset } from "./program.js";
import { tableColumn, tabulated } from "./tables.js";

interface Choosing {
  readonly environment: Environment;
  readonly rows: number;
  uses(node: Node): number;
}

interface Term {
  readonly factor: Rational;
  readonly node: Node;
}

/** A positive ratio within limits, all in its own whole numbers; each counts `factor`. */
interface FusedRatio {
  readonly factor: Rational;
  readonly node: Node;
  readonly a: Node;
  /** How often `a` counts: 1 unless `a` is the column that the numerator is a multiple of. */
  readonly times: bigint;
  readonly b: Node;
  readonly low: number;
  readonly high: number;
}

export function sumStep(node: Node, choosing: Choosing): Step {
  const byColumn = new Map<Node, Term[]>();
  const ratios: FusedRatio[] = [];
  const others: Term[] = [];
  node.args.forEach((argument, index) => {
    const term = { factor: node.factors[index] ?? ZERO, node: argument };
    const column = tableColumn(argument, choosing.rows);
    const fused = column === null && node.rep === "i32" ? fusedRatio(term, node, choosing.uses) : null;
    if (column !== null) byColumn.set(column, [...(byColumn.get(column) ?? []), term]);
    else if (fused !== null) ratios.push(fused);
    else others.push(term);
  });
  const columns = [...byColumn.keys()];
  const reads = [...columns, ...ratios.flatMap(({ a, b }) => [a, b]), ...others.map((term) => term.node)];
  const isNarrow = node.rep === "i32";
  // What the sum starts from goes into the first table.
  const tables = [...byColumn].map(([column, terms], index) =>
    tableOf(node, column, terms, index === 0 && isNarrow ? node.value : ZERO, choosing.environment),
  );
  return {
    node,
    reads,
    make: (register, operand) => {
      const runs: Run[] = [];
      const looked = columns.map((column) => operand(column));
      const start = toRaw(node.value, node);
      const both = tables.length === 0 && ratios.length === 0 ? sumOfTwo(register, start, others, operand, node) : null;
      if (both !== null) return both;
      if (isNarrow && tables.length > 0)
        runs.push(...lookRuns(register as Int32Array, looked, tables as Int32Array[], node));
      else {
        runs.push((w) => kernels.fill(register, start, w.count[node.domain]!));
        tables.forEach((table, index) => {
          const x = looked[index]!;
          if (isNarrow) return;
          runs.push((w) =>
            kernels.addLookupWide(
              register as Float64Array,
              x.values,
              offset(x, w),
              table as Float64Array,
              w.count[node.domain]!,
            ),
          );
        });
      }
      for (const fused of ratios)
        runs.push(ratioRun(register as Int32Array, fused, operand(fused.a), operand(fused.b), node));
      runs.push(...otherRuns(register, others, operand, node));
      const [only] = runs;
      if (runs.length === 1 && only !== undefined) return only;
      return (w) => {
        for (let index = 0; index < runs.length; index += 1) runs[index]!(w);
      };
    },
  };
}

function toRaw(value: Rational, node: Node): number {
  return isExact(node) ? value.mul(whole(node.den)).toNumber() : toDouble(value);
}

function tableOf(node: Node, column: Node, terms: readonly Term[], start: Rational, environment: Environment) {
  const into = (length: number) => (node.rep === "i32" ? new Int32Array(length) : new Float64Array(length));
  return tabulated(
    `${node.id} ${column.id}`,
    column,
    (value) =>
      toRaw(
        terms.reduce((sum, term) => sum.add(value(term.node).mul(term.factor)), start),
        node,
      ),
    into,
    environment,
  );
}

/** Tables of one sum, four to a pass; the first pass sets the register. */
function lookRuns(d: Int32Array, x: readonly Operand[], T: readonly Int32Array[], { domain }: Node): readonly Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < x.length; i += 4) {
    const isFirst = i === 0;
    const [a, b, c, e] = [x[i]!, x[i + 1], x[i + 2], x[i + 3]];
    const [A, B, C, E] = [T[i]!, T[i + 1], T[i + 2], T[i + 3]];
    if (b === undefined || B === undefined) {
      const kernel = isFirst ? kernels.lookup1 : kernels.addLookup1;
      runs.push((w) => kernel(d, a.values, offset(a, w), A, w.count[domain]!));
    } else if (c === undefined || C === undefined) {
      const kernel = isFirst ? kernels.lookup2 : kernels.addLookup2;
      runs.push((w) => kernel(d, a.values, offset(a, w), A, b.values, offset(b, w), B, w.count[domain]!));
    } else if (e === undefined || E === undefined) {
      const kernel = isFirst ? kernels.lookup3 : kernels.addLookup3;
      runs.push((w) =>
        kernel(d, a.values, offset(a, w), A, b.values, offset(b, w), B, c.values, offset(c, w), C, w.count[domain]!),
      );
    } else {
      const kernel = isFirst ? kernels.lookup4 : kernels.addLookup4;
      runs.push((w) =>
        kernel(
          d,
          a.values,
          offset(a, w),
          A,
          b.values,
          offset(b, w),
          B,
          c.values,
          offset(c, w),
          C,
          e.values,
          offset(e, w),
          E,
          w.count[domain]!,
        ),
      );
    }
  }
  return runs;
}

/** A rounded or truncated quotient of numbers that are never negative, within whole limits, read by this sum alone. */
function fusedRatio({ factor, node }: Term, sum: Node, uses: (node: Node) => number): FusedRatio | null {
  let [inner, low, high]: [Node, Rational | null, Rational | null] = [node, null, null];
  for (
    let limit = inner.args[1];
    limit?.op === "constant" && uses(inner) <= 1 && (inner.op === "least" || inner.op === "greatest");
    limit = inner.args[1]
  ) {
    // Written the other way round, the lower limit would win over the upper one.
    if (inner.op === "least" && (high !== null || low !== null)) return null;
    if (inner.op === "least") high = limit.value;
    else if (low === null) low = limit.value;
    else return null;
    inner = inner.args[0] ?? inner;
  }
  const [own, ratio] =
    inner.op === "affine" && inner.args.length === 1 && inner.value.equals(ZERO)
      ? [inner.factors[0] ?? ONE, inner.args[0]]
      : [ONE, inner];
  const [a, b] = ratio?.args ?? [];
  if (
    ratio?.ratio === undefined ||
    ratio.ratio === null ||
    a === undefined ||
    b === undefined ||
    own.compare(ZERO) <= 0
  )
    return null;
  if (
    uses(ratio) > 1 ||
    ratio.high === null ||
    a.low === null ||
    a.low.compare(ZERO) < 0 ||
    ratio.ratio.k1 < 0n ||
    ratio.ratio.k2 < 0n
  )
    return null;
  const [bottom, top] = [(low ?? ZERO).div(own), (high ?? ratio.high.mul(own)).div(own)];
  const each = factor.mul(own).mul(whole(sum.den));
  if (!bottom.isWhole() || !top.isWhole() || !each.isWhole()) return null;
  const fused = {
    factor: factor.mul(own),
    node: ratio,
    ...multipleOf(a, uses),
    b,
    low: Math.max(0, toDouble(bottom)),
    high: toDouble(top),
  };
  const isNarrow =
    toDouble(ratio.high) < 2 ** 30 &&
    fused.high >= fused.low &&
    fused.high < 2 ** 30 &&
    Math.abs(toDouble(each)) * fused.high < 2 ** 31;
  return isNarrow ? fused : null;
}

/** A whole multiple of a column, which only the quotient reads, is read from the column. */
function multipleOf(a: Node, uses: (node: Node) => number): Pick<FusedRatio, "a" | "times"> {
  const [column, ...others] = a.args;
  const itself = { a, times: 1n };
  if (a.op !== "affine" || column?.op !== "column" || others.length > 0 || uses(a) > 1) return itself;
  const times = (a.factors[0] ?? ZERO).mul(whole(a.den)).div(whole(column.den));
  const isMultiple = a.value.equals(ZERO) && column.low !== null && column.low.compare(ZERO) >= 0;
  return isMultiple && times.isWhole() && times.compare(ZERO) > 0 ? { a: column, times: times.numerator } : itself;
}

function ratioRun(
  d: Int32Array,
  { factor, node, times, low, high }: FusedRatio,
  a: Operand,
  b: Operand,
  sum: Node,
): Run {
  const { ratio } = node;
  if (ratio === null) throw new RangeError("a ratio of nothing");
  const twice = ratio.isRounded ? 2n : 1n;
  const [p, q, r] = [
    Number(twice * ratio.k1 * times),
    Number(twice * ratio.k2 + (ratio.isRounded ? ratio.k3 : 0n)),
    Number(twice * ratio.k3),
  ];
  const k = toRaw(factor, sum);
  const inverse = low === 0 && k === 1 && ratio.k2 === 0n && !dividesFast() ? inversesOf(node, times) : null;
  if (inverse !== null) {
    const c = ratio.isRounded ? 0.5 : 0;
    return (w) =>
      kernels.addShareBelow32(
        d,
        a.values,
        offset(a, w),
        b.values,
        offset(b, w),
        inverse,
        c,
        high,
        w.count[sum.domain]!,
      );
  }
  if (k === 1 && low === 0) {
    return (w) =>
      kernels.addRatioBelow32(d, a.values, offset(a, w), b.values, offset(b, w), p, q, r, high, w.count[sum.domain]!);
  }
  return (w) =>
    kernels.addRatio32(d, a.values, offset(a, w), b.values, offset(b, w), p, q, r, k, low, high, w.count[sum.domain]!);
}

/**
 * `k1 / (k3 b)` of every b of a small column, widened by 2^-50. With `2 k1 a + k3 b` below 2^45 a quotient that is not a whole
 * number stays further below the next one than that, and one that is a whole number does not fall below it.
 */
function inversesOf({ args: [a, b], ratio }: Node, times: bigint): Float64Array | null {
  const source = b?.op === "column" ? b.source : null;
  if (
    a === undefined ||
    b === undefined ||
    ratio === null ||
    source === null ||
    source.high >= MAX_INVERSES ||
    source.low < 1
  )
    return null;
  const most = rawBound(magnitude(a), a.den);
  if (most === null || 2n * ratio.k1 * most + 3n * ratio.k3 * BigInt(source.high) >= 2n ** 45n) return null;
  return Float64Array.from({ length: source.high + 1 }, (_, each) =>
    each === 0 ? 0 : (Number(ratio.k1 * times) / (Number(ratio.k3) * each)) * (1 + 2 ** -50),
  );
}

const MAX_INVERSES = 4096;

/** Of each term where it is read, and how often it counts in the scale of the sum. */
function readOf({ factor, node }: Term, operand: (node: Node) => Operand, sum: Node) {
  const x = operand(node);
  const k = isExact(sum)
    ? factor.mul(whole(sum.den)).div(whole(x.den)).toNumber()
    : toDouble(isExact(node) ? factor.div(whole(x.den)) : factor);
  return { x, k };
}

/** What a slider runs: the part that moves and the sum of all that stay. Null: not two terms in 32 bits. */
function sumOfTwo(
  d: Register,
  start: number,
  terms: readonly Term[],
  operand: (node: Node) => Operand,
  sum: Node,
): Run | null {
  const [a, b] = terms.map((term) => readOf(term, operand, sum));
  if (terms.length !== 2 || a === undefined || b === undefined || !(d instanceof Int32Array)) return null;
  const [x, y] = [a.x.values, b.x.values];
  if (!(x instanceof Int32Array && y instanceof Int32Array)) return null;
  return (w) => kernels.sumOfTwo32(d, start, x, offset(a.x, w), a.k, y, offset(b.x, w), b.k, w.count[sum.domain]!);
}

function otherRuns(d: Register, terms: readonly Term[], operand: (node: Node) => Operand, sum: Node): readonly Run[] {
  const runs: Run[] = [];
  const read = terms.map((term) => readOf(term, operand, sum));
  const threes = d instanceof Float64Array ? read.length - (read.length % 3) : 0;
  for (let index = 0; index < threes; index += 3) {
    const [a, b, c] = [read[index]!, read[index + 1]!, read[index + 2]!];
    runs.push((w) =>
      kernels.addTimes3(
        d as Float64Array,
        a.x.values,
        offset(a.x, w),
        a.k,
        b.x.values,
        offset(b.x, w),
        b.k,
        c.x.values,
        offset(c.x, w),
        c.k,
        w.count[sum.domain]!,
      ),
    );
  }
  for (let index = threes; index < read.length; index += 1) {
    const { x, k } = read[index]!;
    if (d instanceof Int32Array && x.values instanceof Int32Array)
      runs.push((w) => kernels.addTimes32(d, x.values, offset(x, w), k, w.count[sum.domain]!));
    else runs.push((w) => kernels.addTimes(d, x.values, offset(x, w), k, w.count[sum.domain]!));
  }
  return runs;
}
