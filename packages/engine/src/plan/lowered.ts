/**
 * Values with three answers as nodes of a plan: a number with whether it is pending, a truth as what is yes and what is no.
 * Where a number is pending its node holds anything within its range; a truth that is pending is neither yes nor no.
 */
import { ONE, type Rational, ZERO } from "@yardstick/exact";
import type { Graph } from "./graph.js";
import type { Node } from "./node.js";
import { Unsupported } from "./node.js";

/** `unknown` is the part of `pending` that cannot be ruled out to have a value; null: not computed. */
export interface LoweredNumber {
  readonly kind: "number";
  readonly value: Node;
  readonly pending: Node;
  /** The very value is a blank that the rubric allows. */
  readonly none: Node;
  readonly unknown: Node | null;
  /** The bounds of a pending value; elsewhere both are the value. Absent: unknown. `open`: where not even they are known. */
  readonly bounds?: { readonly low: Node; readonly high: Node; readonly open: Node };
}

/** A truth: yes, no, or pending where it is neither. */
export interface LoweredFlag {
  readonly kind: "flag";
  readonly yes: Node;
  readonly no: Node;
  readonly none: Node;
  readonly unknown: Node | null;
}

/** A number or a truth as nodes. */
export type Lowered = LoweredNumber | LoweredFlag;

export function numberOf(graph: Graph, value: Node, pending: Node = graph.never): LoweredNumber {
  return { kind: "number", value, pending, none: graph.never, unknown: null };
}

export function flagOf(graph: Graph, test: Node, pending: Node = graph.never): LoweredFlag {
  const isKnown = graph.not(pending);
  return {
    kind: "flag",
    yes: graph.both(test, isKnown),
    no: graph.both(graph.not(test), isKnown),
    none: graph.never,
    unknown: null,
  };
}

export function truth(yes: Node, no: Node, graph: Graph): LoweredFlag {
  return { kind: "flag", yes, no, none: graph.never, unknown: null };
}

export function asNumber(value: Lowered): LoweredNumber {
  if (value.kind !== "number") throw new Unsupported("a flag where a number stands");
  return value;
}

export function asFlag(value: Lowered): LoweredFlag {
  if (value.kind !== "flag") throw new Unsupported("a number where a flag stands");
  return value;
}

/** Where the value is pending, as a flag. */
export function pendingOf(graph: Graph, value: Lowered): Node {
  return value.kind === "number" ? value.pending : graph.not(graph.either(value.yes, value.no));
}

export function and(graph: Graph, a: LoweredFlag, b: LoweredFlag): LoweredFlag {
  return truth(graph.both(a.yes, b.yes), graph.either(a.no, b.no), graph);
}

export function or(graph: Graph, a: LoweredFlag, b: LoweredFlag): LoweredFlag {
  return truth(graph.either(a.yes, b.yes), graph.both(a.no, b.no), graph);
}

/** A blank stays a blank. */
export function not(graph: Graph, { yes, no, none, unknown }: LoweredFlag): LoweredFlag {
  return { ...truth(no, yes, graph), none, unknown };
}

/** `yes` where the flag is yes, else `no`; `flag` itself is two-valued. */
export function chosen(graph: Graph, flag: Node, yes: Lowered, no: Lowered): Lowered {
  const none = chosenFlag(graph, flag, yes.none, no.none);
  if (yes.kind === "number" && no.kind === "number") {
    return {
      ...numberOf(graph, graph.choose(flag, yes.value, no.value), chosenFlag(graph, flag, yes.pending, no.pending)),
      none,
    };
  }
  const [a, b] = [asFlag(yes), asFlag(no)];
  return { ...truth(chosenFlag(graph, flag, a.yes, b.yes), chosenFlag(graph, flag, a.no, b.no), graph), none };
}

function chosenFlag(graph: Graph, flag: Node, yes: Node, no: Node): Node {
  if (yes === no) return yes;
  return graph.either(graph.both(flag, yes), graph.both(graph.not(flag), no));
}

/** The same value, pending also where `pending` holds. */
export function pendingToo(graph: Graph, value: Lowered, pending: Node): Lowered {
  if (pending === graph.never) return value;
  const isKnown = graph.not(pending);
  const none = graph.both(value.none, isKnown);
  if (value.kind === "number") return { ...numberOf(graph, value.value, graph.either(value.pending, pending)), none };
  return { ...truth(graph.both(value.yes, isKnown), graph.both(value.no, isKnown), graph), none };
}

/** A value that is pending everywhere, of the kind of the type. */
export function nothing(graph: Graph, isFlag: boolean, isUnknown = false): Lowered {
  const unknown = isUnknown ? graph.always : graph.never;
  if (isFlag) return { kind: "flag", yes: graph.never, no: graph.never, none: graph.never, unknown };
  return { kind: "number", value: graph.constant(ZERO), pending: graph.always, none: graph.never, unknown };
}

export function sumOf(graph: Graph, values: readonly LoweredNumber[], constant: Rational = ZERO): LoweredNumber {
  const terms = values.map(({ value }) => ({ factor: ONE, node: value }));
  return numberOf(graph, graph.sum(terms, constant), graph.any(values.map(({ pending }) => pending)));
}
