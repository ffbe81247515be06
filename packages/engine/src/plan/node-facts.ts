/**
 * A node completed: what follows for it from its operation and from what its arguments are known to be.
 */
import { ONE, type Rational, ZERO } from "@yardstick/exact";
import { commonDen, errorOf, fitting, hull, isExact, magnitude, scaledRange, sumError, sumRange } from "./facts.js";
import type { Node, NodeOp } from "./node.js";
import { CONSTANT } from "./node.js";

export interface Term {
  readonly factor: Rational;
  readonly node: Node;
}

export type NodeInput = Pick<Node, "op" | "args"> & Partial<Omit<Node, "id" | "op" | "args">>;

export function finished(id: number, given: NodeInput): Node {
  const { op, args } = given;
  let [domain, stage] = [CONSTANT, 0];
  for (const argument of args) {
    domain = Math.max(domain, argument.domain);
    stage = Math.max(stage, argument.stage);
  }
  // Every member is named, so that all nodes have one shape: a plan makes thousands of them.
  const node: { -readonly [Name in keyof Node]: Node[Name] } = {
    id,
    op,
    args,
    domain: given.domain ?? domain,
    stage: stage + (op === "across" ? 1 : 0),
    value: given.value ?? ZERO,
    factors: given.factors ?? [],
    source: given.source ?? null,
    ratio: given.ratio ?? null,
    trim: given.trim ?? null,
    population: given.population ?? null,
    over: given.over ?? CONSTANT,
    support: null,
    low: given.low ?? null,
    high: given.high ?? null,
    den: given.den ?? 1n,
    rep: given.rep ?? "flag",
    error: given.error ?? 0,
  };
  node.support = op === "column" ? node : supportOf(op, args);
  return node;
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

function supportOf(op: NodeOp, args: readonly Node[]): Node | null {
  if (OVER_ROWS.has(op)) return null;
  let support: Node | null = null;
  for (const { op: kind, support: own } of args) {
    if (kind === "constant") continue;
    if (own === null || (support !== null && support !== own)) return null;
    support = own;
  }
  return support;
}

export function affineFacts(args: readonly Node[], parts: readonly Term[], value: Rational, widest: bigint): NodeInput {
  const ranges = parts.map(({ factor, node }) => scaledRange(node, factor));
  const range = sumRange(ranges, value);
  const bulk = ranges.reduce<Rational | null>((sum, each) => {
    const size = magnitude(each);
    return sum === null || size === null ? null : sum.add(size);
  }, value.abs());
  const den = commonDen([
    { den: value.denominator },
    ...parts.map(({ factor, node }) => ({ den: node.den === 0n ? 0n : factor.denominator * node.den })),
  ]);
  const exact = args.every(isExact) && den !== 0n;
  const rep = exact ? fitting(bulk, den, widest) : "approximate";
  return {
    op: "affine",
    args,
    factors: parts.map(({ factor }) => factor),
    value,
    ...range,
    den,
    rep,
    error: rep === "approximate" ? sumError(parts, value) : 0,
  };
}

export function eitherFacts(a: Node, b: Node, widest: bigint): Pick<Node, "low" | "high" | "den" | "rep" | "error"> {
  const range = hull([a, b]);
  const den = commonDen([a, b]);
  const exact = isExact(a) && isExact(b) && den !== 0n;
  return {
    ...range,
    den,
    rep: exact ? fitting(magnitude(range), den, widest) : "approximate",
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
