/**
 * Makes the nodes of a plan: each different value once, constants folded, sums flattened, roundings moved inside limits.
 * A node that is asked for twice is the same node, which is what makes a changed rubric cheap: only what is new runs.
 */
import { larger, ONE, type Rational, roundedRoot, roundedTo, smaller, truncated, whole, ZERO } from "@yardstick/exact";
import type { Range } from "./facts.js";
import {
  commonDen,
  doubleMagnitude,
  errorOf,
  F64,
  fitting,
  hull,
  isExact,
  magnitude,
  rangeBy,
  productError,
  productRange,
  quotientError,
  quotientRange,
  scaledRange,
  UNBOUNDED,
} from "./facts.js";
import type { Domain, Node, Population, Source } from "./node.js";
import { CONSTANT, SUBJECT, Unsupported } from "./node.js";
import { affineFacts, eitherFacts, finished, quotientIn } from "./node-facts.js";
import type { NodeInput, Term } from "./node-facts.js";
import { ratioFacts } from "./ratio.js";

/** So many nodes are a program that no document has; the reference evaluator takes it. */
const MAX_NODES = 200_000;

/** Makes nodes, and gives the same node for the same value. */
export class Graph {
  private readonly nodes = new Map<string, Node>();
  private readonly sources = new Map<Source, Node>();
  readonly never = this.flag(false);
  readonly always = this.flag(true);

  /** `widest` is the greatest whole number that the runner of the plan holds exactly: 53 bits in columns, more in SQL. */
  constructor(private readonly widest: bigint = F64) {}

  private readonly fit = (range: Range, den: bigint) => fitting(magnitude(range), den, this.widest);

  get size(): number {
    return this.nodes.size;
  }

  constant(value: Rational): Node {
    const bound = value.abs();
    return this.node(`c ${value.toString()}`, () => ({
      op: "constant",
      args: [],
      value,
      low: value,
      high: value,
      den: value.denominator,
      rep: fitting(bound, value.denominator, this.widest),
      error: bound.toNumber() * 2 ** -52,
    }));
  }

  flag(value: boolean): Node {
    return this.node(`f ${value}`, () => ({
      op: "constant",
      args: [],
      value: value ? ONE : ZERO,
      rep: "flag",
      den: 1n,
    }));
  }

  column(source: Source, domain: Domain, isFlag: boolean): Node {
    if (source.low === source.high)
      return isFlag ? this.flag(source.low !== 0) : this.constant(whole(source.low).div(whole(source.den)));
    const known = this.sources.get(source);
    if (known !== undefined) return known;
    const range = { low: whole(source.low).div(whole(source.den)), high: whole(source.high).div(whole(source.den)) };
    const rep = isFlag ? "flag" : this.fit(range, source.den);
    const node = this.node(`column ${this.sources.size}`, () => ({
      op: "column",
      args: [],
      domain,
      source,
      ...range,
      den: source.den,
      rep,
    }));
    this.sources.set(source, node);
    return node;
  }

  /** `isWhole`: terms that are sums themselves are left as they are, so that others may share them. */
  sum(terms: readonly Term[], constant: Rational = ZERO, isWhole = false): Node {
    const factors = new Map<Node, Rational>();
    let value = constant;
    const add = (node: Node, factor: Rational): void => {
      if (factor.equals(ZERO)) return;
      if (node.op === "constant") value = value.add(node.value.mul(factor));
      else if (node.op === "affine" && !isWhole) {
        value = value.add(node.value.mul(factor));
        node.args.forEach((argument, index) => add(argument, factor.mul(node.factors[index] ?? ZERO)));
      } else factors.set(node, (factors.get(node) ?? ZERO).add(factor));
    };
    for (const { node, factor } of terms) add(node, factor);
    const kept = [...factors].filter(([, factor]) => !factor.equals(ZERO)).sort(([a], [b]) => a.id - b.id);
    const [first] = kept;
    if (first === undefined) return this.constant(value);
    if (kept.length === 1 && first[1].equals(ONE) && value.equals(ZERO)) return first[0];
    const args = this.joined(kept.map(([node]) => node));
    const parts = kept.map(([, factor], index) => ({ factor, node: args[index] ?? first[0] }));
    const key = `affine ${parts.map(({ factor, node }) => `${factor.toString()}*${node.id}`).join(" ")} ${value.toString()}`;
    return this.node(key, () => affineFacts(args, parts, value, this.widest));
  }

  add(a: Node, b: Node): Node {
    return this.sum([
      { factor: ONE, node: a },
      { factor: ONE, node: b },
    ]);
  }

  subtract(a: Node, b: Node): Node {
    return this.sum([
      { factor: ONE, node: a },
      { factor: ONE.neg(), node: b },
    ]);
  }

  times(node: Node, factor: Rational): Node {
    return this.sum([{ factor, node }]);
  }

  product(left: Node, right: Node): Node {
    if (left.op === "constant") return this.times(right, left.value);
    if (right.op === "constant") return this.times(left, right.value);
    const [a, b] = this.pair(left, right);
    const range = productRange(a, b);
    const den = a.den * b.den;
    const rep = isExact(a) && isExact(b) ? this.fit(range, den) : "approximate";
    return this.node(`product ${a.id} ${b.id}`, () => ({
      op: "product",
      args: [a, b],
      ...range,
      den,
      rep,
      error: rep === "approximate" ? productError(a, b) : 0,
    }));
  }

  quotient(left: Node, right: Node): Node {
    if (right.op === "constant")
      return right.value.equals(ZERO) ? this.constant(ZERO) : this.times(left, right.value.inverse());
    const [a, b] = this.pair(left, right);
    const range = quotientRange(a, b);
    const error = quotientError(a, b, range);
    return this.node(`quotient ${a.id} ${b.id}`, () => ({
      op: "quotient",
      args: [a, b],
      ...range,
      den: 0n,
      rep: "approximate",
      error,
    }));
  }

  least(a: Node, b: Node): Node {
    return this.extreme("least", a, b);
  }

  greatest(a: Node, b: Node): Node {
    return this.extreme("greatest", a, b);
  }

  /** As the reference holds: first up to `low`, then down to `high`. */
  held(node: Node, low: Node | null, high: Node | null): Node {
    const raised = low === null ? node : this.greatest(node, low);
    return high === null ? raised : this.least(raised, high);
  }

  absolute(a: Node): Node {
    if (a.low !== null && a.low.compare(ZERO) >= 0) return a;
    if (a.high !== null && a.high.compare(ZERO) <= 0) return this.times(a, ONE.neg());
    const bound = magnitude(a);
    const range = bound === null ? UNBOUNDED : { low: ZERO, high: bound };
    return this.node(`absolute ${a.id}`, () => ({
      op: "absolute",
      args: [a],
      ...range,
      den: a.den,
      rep: a.rep,
      error: a.error,
    }));
  }

  /** Half up, away from zero, to multiples of `step`, which is greater than 0. */
  rounded(a: Node, step: Rational): Node {
    if (a.op === "constant") return this.constant(roundedTo(a.value, step));
    if (isExact(a) && whole(1).div(whole(a.den)).div(step).isWhole()) return a;
    const inside = this.inside(a, (each) => this.rounded(each, step));
    if (inside !== null) return inside;
    const ratio = this.ratio(a, step, true);
    if (ratio !== null) return ratio;
    return this.inSteps("rounded", a, step, roundedTo);
  }

  /** The root, half up to multiples of `step`, which is greater than 0; of a negative number the negative of the root of its size. */
  root(a: Node, step: Rational): Node {
    if (a.op === "constant") return this.constant(roundedRoot(a.value, step));
    return this.inSteps("root", a, step, roundedRoot);
  }

  private inSteps(
    op: "rounded" | "root",
    a: Node,
    step: Rational,
    of: (end: Rational, step: Rational) => Rational,
  ): Node {
    const range = rangeBy(a, (end) => of(end, step));
    const den = step.denominator;
    const rep = this.fit(range, den);
    if (rep === "approximate")
      throw new Unsupported(op === "root" ? "a rounded root does not fit" : "a rounded number does not fit");
    return this.node(`${op} ${a.id} ${step.toString()}`, () => ({ op, args: [a], value: step, ...range, den, rep }));
  }

  truncated(a: Node): Node {
    if (a.op === "constant") return this.constant(truncated(a.value));
    if (isExact(a) && a.den === 1n) return a;
    const inside = this.inside(a, (each) => this.truncated(each));
    if (inside !== null) return inside;
    const ratio = this.ratio(a, ONE, false);
    if (ratio !== null) return ratio;
    const range = rangeBy(a, truncated);
    const rep = this.fit(range, 1n);
    if (rep === "approximate") throw new Unsupported("a whole number does not fit");
    return this.node(`truncated ${a.id}`, () => ({ op: "truncated", args: [a], ...range, den: 1n, rep }));
  }

  choose(flag: Node, yes: Node, no: Node): Node {
    if (flag.op === "constant") return flag.value.equals(ZERO) ? no : yes;
    if (yes === no) return yes;
    if (flag.op === "not") return this.choose(flag.args[0] ?? flag, no, yes);
    const [c, a, b] = this.joined([flag, yes, no]);
    if (c === undefined || a === undefined || b === undefined) throw new Unsupported("choose");
    const facts = eitherFacts(a, b, this.widest);
    return this.node(`choose ${c.id} ${a.id} ${b.id}`, () => ({ op: "choose", args: [c, a, b], ...facts }));
  }

  negative(a: Node): Node {
    if (a.low !== null && a.low.compare(ZERO) >= 0) return this.never;
    if (a.high !== null && a.high.compare(ZERO) < 0) return this.always;
    const numerator = this.numeratorOf(a);
    if (numerator !== null) return this.negative(numerator);
    return this.node(`negative ${a.id}`, () => ({ op: "negative", args: [a], rep: "flag", den: 1n }));
  }

  zero(a: Node): Node {
    if (a.low !== null && a.low.compare(ZERO) > 0) return this.never;
    if (a.high !== null && a.high.compare(ZERO) < 0) return this.never;
    if (a.op === "constant") return this.flag(a.value.equals(ZERO));
    const numerator = this.numeratorOf(a);
    if (numerator !== null) return this.zero(numerator);
    return this.node(`zero ${a.id}`, () => ({ op: "zero", args: [a], rep: "flag", den: 1n }));
  }

  less(a: Node, b: Node): Node {
    return this.negative(this.subtract(a, b));
  }

  equal(a: Node, b: Node): Node {
    return this.zero(this.subtract(a, b));
  }

  not(a: Node): Node {
    if (a.op === "constant") return this.flag(a.value.equals(ZERO));
    if (a.op === "not") return a.args[0] ?? a;
    return this.node(`not ${a.id}`, () => ({ op: "not", args: [a], rep: "flag", den: 1n }));
  }

  both(left: Node, right: Node): Node {
    if (left === this.never || right === this.never) return this.never;
    if (left === this.always || left === right) return right;
    if (right === this.always) return left;
    if (this.not(left) === right) return this.never;
    const [a, b] = this.pair(left, right);
    return this.node(`both ${a.id} ${b.id}`, () => ({ op: "both", args: [a, b], rep: "flag", den: 1n }));
  }

  either(left: Node, right: Node): Node {
    if (left === this.always || right === this.always) return this.always;
    if (left === this.never || left === right) return right;
    if (right === this.never) return left;
    if (this.not(left) === right) return this.always;
    const [a, b] = this.pair(left, right);
    return this.node(`either ${a.id} ${b.id}`, () => ({ op: "either", args: [a, b], rep: "flag", den: 1n }));
  }

  all(flags: readonly Node[]): Node {
    return flags.reduce((held, flag) => this.both(held, flag), this.always);
  }

  any(flags: readonly Node[]): Node {
    return flags.reduce((found, flag) => this.either(found, flag), this.never);
  }

  /** A flag as the number 1 or 0. */
  counted(flag: Node): Node {
    return this.choose(flag, this.constant(ONE), this.constant(ZERO));
  }

  /** A subject's value at each of its side rows in `domain`. */
  atRows(node: Node, domain: Domain): Node {
    if (node.domain === domain || node.domain === CONSTANT) return node;
    if (node.domain !== SUBJECT) throw new Unsupported("side rows of one list read those of another");
    return this.node(`of-owner ${domain} ${node.id}`, () => ({
      op: "of-owner",
      args: [node],
      domain,
      low: node.low,
      high: node.high,
      den: node.den,
      rep: node.rep,
      error: node.error,
    }));
  }

  /** Sum over a subject's side rows that count. `most` is how many rows a subject may have. */
  rowSum(node: Node, counts: Node, domain: Domain, most: number, trim: Node["trim"] = null): Node {
    const [value, rows] = [this.atRows(node, domain), this.atRows(counts, domain)];
    if (rows === this.never || most === 0) return this.constant(ZERO);
    const range = hull([{ low: ZERO, high: ZERO }, scaledRange(value, whole(most))]);
    const error = most * (errorOf(value) + most * doubleMagnitude(value) * 2 ** -52);
    const rep = isExact(value) ? this.fit(range, value.den) : "approximate";
    const op = trim === null ? "row-sum" : "row-trimmed";
    const key = `${op} ${domain} ${value.id} ${rows.id} ${trim === null ? "" : JSON.stringify(trim)}`;
    return this.node(key, () => ({
      op,
      args: [value, rows],
      domain: SUBJECT,
      over: domain,
      trim,
      ...range,
      den: value.den,
      rep,
      error,
    }));
  }

  rowAny(flag: Node, domain: Domain): Node {
    if (flag === this.never) return flag;
    const rows = this.atRows(flag, domain);
    return this.node(`row-any ${domain} ${rows.id}`, () => ({
      op: "row-any",
      args: [rows],
      domain: SUBJECT,
      over: domain,
      rep: "flag",
      den: 1n,
    }));
  }

  rowGreatest(effect: Node, group: Node, counts: Node, domain: Domain): Node {
    const args = [effect, group, counts].map((node) => this.atRows(node, domain));
    return this.node(`row-greatest ${domain} ${args.map(({ id }) => id).join(" ")}`, () => ({
      op: "row-greatest",
      args,
      domain,
      over: domain,
      rep: "flag",
      den: 1n,
    }));
  }

  /** `limit` is a subject's. */
  rowCapped(effect: Node, group: Node, limit: Node, counts: Node, domain: Domain, most: number): Node {
    const args = [this.atRows(effect, domain), this.atRows(group, domain), limit, this.atRows(counts, domain)];
    const range = hull([
      { low: ZERO, high: ZERO },
      scaledRange(effect, whole(most)),
      scaledRange(limit, whole(most)),
      scaledRange(limit, whole(-most)),
    ]);
    const den = commonDen([effect, limit]);
    const error =
      most * (errorOf(effect) + errorOf(limit) + most * (doubleMagnitude(effect) + doubleMagnitude(limit)) * 2 ** -51);
    const rep = isExact(effect) && isExact(limit) ? this.fit(range, den) : "approximate";
    const key = `row-capped ${domain} ${args.map(({ id }) => id).join(" ")}`;
    return this.node(key, () => ({ op: "row-capped", args, domain: SUBJECT, over: domain, ...range, den, rep, error }));
  }

  /** `error` is given for what comes out approximate, and only for that. */
  across(
    work: Population,
    output: string,
    facts: Range & { readonly den: bigint; readonly isFlag: boolean; readonly error?: number },
  ): Node {
    const { error } = facts;
    const rep = facts.isFlag ? "flag" : error === undefined ? this.fit(facts, facts.den) : "approximate";
    if (rep === "approximate" && error === undefined) throw new Unsupported("a result over all subjects does not fit");
    return this.node(`across ${work.key} ${output}`, () => ({
      op: "across",
      args: work.args,
      domain: SUBJECT,
      population: { work, output },
      low: facts.low,
      high: facts.high,
      den: error === undefined ? facts.den : 0n,
      rep,
      error: error ?? 0,
    }));
  }

  private extreme(op: "least" | "greatest", left: Node, right: Node): Node {
    if (left === right) return left;
    const isLeast = op === "least";
    if (left.op === "constant" && right.op === "constant")
      return this.constant((isLeast ? smaller : larger)(left.value, right.value));
    if (left.low !== null && left.high !== null && right.low !== null && right.high !== null) {
      if (left.high.compare(right.low) <= 0) return isLeast ? left : right;
      if (right.high.compare(left.low) <= 0) return isLeast ? right : left;
    }
    const [a, b] = left.op === "constant" ? this.pair(right, left) : this.pair(left, right);
    return this.node(`${op} ${a.id} ${b.id}`, () => {
      const facts = eitherFacts(a, b, this.widest);
      const pick = isLeast ? smaller : larger;
      const range =
        a.low === null || b.low === null || a.high === null || b.high === null
          ? UNBOUNDED
          : { low: pick(a.low, b.low), high: pick(a.high, b.high) };
      return { op, args: [a, b], ...facts, ...range };
    });
  }

  /** A rounding never changes order, so it may be done inside limits and choices, where whole numbers can do it. */
  private inside(a: Node, round: (node: Node) => Node): Node | null {
    const [first, second, third] = a.args;
    if (first === undefined || second === undefined || isExact(a)) return null;
    if (a.op === "least") return this.least(round(first), round(second));
    if (a.op === "greatest") return this.greatest(round(first), round(second));
    if (a.op === "choose" && third !== undefined) return this.choose(first, round(second), round(third));
    return null;
  }

  /** `(factor × a/b + value) / step`, rounded by whole numbers alone where all that arises fits; else null. */
  private ratio(node: Node, step: Rational, isRounded: boolean): Node | null {
    const facts = ratioFacts(node, step, isRounded, this.widest);
    if (facts === null) return null;
    const { args, ratio } = facts;
    const key = `ratio ${args.map(({ id }) => id).join(" ")} ${ratio.k1} ${ratio.k2} ${ratio.k3} ${isRounded}`;
    return this.times(
      this.node(key, () => facts),
      step,
    );
  }

  /** Of `factor × a/b + value` with b > 0: a number of the same sign that needs no division. Null otherwise. */
  private numeratorOf(node: Node): Node | null {
    const quotient = quotientIn(node);
    if (quotient === null) return null;
    const { a, b, factor, value } = quotient;
    if (b.low === null || b.low.compare(ZERO) <= 0) return null;
    return this.sum([
      { factor, node: a },
      { factor: value, node: b },
    ]);
  }

  private pair(a: Node, b: Node): readonly [Node, Node] {
    const [first, second] = this.joined([a, b]);
    if (first === undefined || second === undefined) throw new Unsupported("pair");
    return [first, second];
  }

  /** Brings subjects' values to the side rows that they meet. */
  private joined(nodes: readonly Node[]): readonly Node[] {
    const domain = Math.max(...nodes.map((node) => node.domain));
    return domain <= SUBJECT ? nodes : nodes.map((node) => this.atRows(node, domain));
  }

  private node(key: string, make: () => NodeInput): Node {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    if (this.nodes.size >= MAX_NODES) throw new Unsupported("too many different values");
    const given = make();
    const { low, high } = given;
    const isPoint =
      low !== undefined &&
      low !== null &&
      high !== undefined &&
      high !== null &&
      given.op !== "constant" &&
      low.equals(high);
    const node = isPoint && given.domain === undefined ? this.constant(low) : finished(this.nodes.size, given);
    this.nodes.set(key, node);
    return node;
  }
}
