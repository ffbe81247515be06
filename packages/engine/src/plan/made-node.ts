/**
 * A node completed: what follows for it from its operation and from what its arguments are known to be.
 */
import type { Rational } from "../reference/rational.js";
import { ONE, ZERO } from "../reference/rational.js";
import { commonDen, errorOf, fitting, hull, isExact, magnitude, scaledRange, sumError, sumRange } from "./facts.js";
import type { Node, NodeOp } from "./node.js";
import { CONSTANT } from "./node.js";

export interface Term {
  readonly factor: Rational;
  readonly node: Node;
}

export type Given = Pick<Node, "op" | "args"> & Partial<Omit<Node, "id" | "op" | "args">>;

export function finished(id: number, given: Given): Node {
  const node: Node = {
    id,
    domain: given.args.reduce((domain, argument) => Math.max(domain, argument.domain), CONSTANT),
    stage: given.args.reduce((stage, argument) => Math.max(stage, argument.stage), 0) + (given.op === "across" ? 1 : 0),
    value: ZERO,
    factors: [],
    source: null,
    ratio: null,
    trim: null,
    population: null,
    over: CONSTANT,
    low: null,
    high: null,
    den: 1n,
    rep: "flag",
    error: 0,
    ...given,
    support: null,
  };
  return { ...node, support: supportOf(node) };
}

const OVER_ROWS: ReadonlySet<NodeOp> = new Set<NodeOp>([
  "of-owner",
  "row-sum",
  "row-any",
  "row-trimmed",
  "row-greatest",
  "row-capped",
  "across",
]);

function supportOf(node: Node): Node | null {
  if (node.op === "column") return node;
  if (OVER_ROWS.has(node.op)) return null;
  let support: Node | null = null;
  for (const argument of node.args) {
    if (argument.op === "constant") continue;
    const own = argument.op === "column" ? argument : argument.support;
    if (own === null || (support !== null && support !== own)) return null;
    support = own;
  }
  return support;
}

export function affineFacts(args: readonly Node[], parts: readonly Term[], value: Rational): Given {
  const ranges = parts.map(({ factor, node }) => scaledRange(node, factor));
  const range = sumRange(ranges, value);
  const bulk = ranges.reduce<Rational | null>((sum, each) => {
    const size = magnitude(each);
    return sum === null || size === null ? null : sum.add(size);
  }, value.abs());
  const den = commonDen([
    { den: value.d },
    ...parts.map(({ factor, node }) => ({ den: node.den === 0n ? 0n : factor.d * node.den })),
  ]);
  const exact = args.every(isExact) && den !== 0n;
  return {
    op: "affine",
    args,
    factors: parts.map(({ factor }) => factor),
    value,
    ...range,
    den,
    rep: exact ? fitting(bulk, den) : "approximate",
    error: sumError(parts, value),
  };
}

export function eitherFacts(a: Node, b: Node): Pick<Node, "low" | "high" | "den" | "rep" | "error"> {
  const range = hull([a, b]);
  const den = commonDen([a, b]);
  const exact = isExact(a) && isExact(b) && den !== 0n;
  return {
    ...range,
    den,
    rep: exact ? fitting(magnitude(range), den) : "approximate",
    error: Math.max(errorOf(a), errorOf(b)),
  };
}

export function quotientIn(
  node: Node,
): { readonly a: Node; readonly b: Node; readonly factor: Rational; readonly value: Rational } | null {
  const [only, ...others] = node.args;
  const inner =
    node.op === "quotient"
      ? node
      : node.op === "affine" && others.length === 0 && only?.op === "quotient"
        ? only
        : null;
  const [a, b] = inner?.args ?? [];
  if (a === undefined || b === undefined) return null;
  return node === inner
    ? { a, b, factor: ONE, value: ZERO }
    : { a, b, factor: node.factors[0] ?? ONE, value: node.value };
}
