/**
 * Functions over a subject's side rows as nodes: `sum average median count any all share`, with `where`, `drop` and `keep`.
 * Over the periods of a used rubric they are looked up: what was published there is known before anything is computed.
 */
import { ONE } from "@yardstick/exact";
import { type Aggregate, type Expression, everyExpression } from "@yardstick/language/core";
import { assertNever } from "../values/internal-error.js";
import type { Slice } from "../values/trim.js";
import type { Graph } from "./graph.js";
import type { Context, Lowering } from "./lowering.js";
import type { Lowered, LoweredFlag, LoweredNumber } from "./lowered.js";
import { and, flagOf, not, numberOf, or, pendingOf, truth } from "./lowered.js";
import type { Domain, Node } from "./node.js";
import { SUBJECT, Unsupported } from "./node.js";

export function lowerAggregate(node: Aggregate, context: Context, by: Lowering): Lowered {
  const { graph, inputs } = by;
  if (node.over.kind === "series") {
    if (!isKnownBefore(node)) throw new Unsupported("a function over several periods");
    return inputs.lookedUp(node);
  }
  const domain = node.over.list + 1;
  if (context.domain !== SUBJECT && context.domain !== domain)
    throw new Unsupported("side rows of one list inside those of another");
  const most = inputs.mostRows(domain);
  const atRow = { ...context, domain };
  const meets = node.where === null ? flagOf(graph, graph.always) : by.flag(node.where, atRow);
  const value = node.value === null ? null : by.lower(node.value, atRow);
  const counts = counting(graph, meets, value);
  const rows = new Rows(graph, domain, most);
  switch (node.name) {
    case "any":
      return truth(rows.any(counts.yes), rows.all(counts.no), graph);
    case "all": {
      if (value?.kind === "number") throw new Unsupported("all of numbers");
      const held = or(graph, not(graph, meets), value ?? flagOf(graph, graph.always));
      return truth(rows.all(held.yes), rows.any(held.no), graph);
    }
    case "count":
      return rows.count(counts);
    case "share": {
      const all = rows.count(value === null ? flagOf(graph, graph.always) : meets);
      const yes = rows.count(counts);
      return numberOf(
        graph,
        graph.quotient(yes.value, all.value),
        graph.any([yes.pending, all.pending, graph.zero(all.value)]),
      );
    }
    case "sum":
    case "average":
    case "median":
      return sumOrAverage(node, meets, value, rows, graph);
    default:
      return assertNever(node.name);
  }
}

/** What the run computes: results of others, the side row at hand and the points of the item. */
const COMPUTED = /cohort|running|row-field|full|share/;

/** Without results of this period, intermediate values among them. */
function isKnownBefore(root: Expression): boolean {
  return everyExpression(root, (node) =>
    node.kind === "reference" ? node.to.kind === "used" : !COMPUTED.test(node.kind),
  );
}

class Rows {
  constructor(
    private readonly graph: Graph,
    readonly domain: Domain,
    readonly most: number,
  ) {}

  any(flag: Node): Node {
    return this.most === 0 ? this.graph.never : this.graph.rowAny(flag, this.domain);
  }

  all(flag: Node): Node {
    return this.graph.not(this.any(this.graph.not(flag)));
  }

  count(flag: LoweredFlag): LoweredNumber {
    return numberOf(this.graph, this.sum(this.graph.constant(ONE), flag.yes), this.any(pendingOf(this.graph, flag)));
  }

  sum(value: Node, counts: Node, trim: Node["trim"] = null): Node {
    return this.graph.rowSum(value, counts, this.domain, this.most, trim);
  }
}

/** Whether a row is counted: it meets the condition and the value, where there is one, says yes or is there at all. */
function counting(graph: Graph, meets: LoweredFlag, value: Lowered | null): LoweredFlag {
  if (value === null) return meets;
  if (value.kind === "number") return and(graph, meets, truth(graph.not(value.pending), value.none, graph));
  return and(graph, meets, truth(value.yes, graph.either(value.no, value.none), graph));
}

function sumOrAverage(
  node: Aggregate,
  meets: LoweredFlag,
  value: Lowered | null,
  rows: Rows,
  graph: Graph,
): LoweredNumber {
  if (value?.kind !== "number") throw new Unsupported("a sum of nothing");
  const slice: Slice | null = node.name === "median" ? { kind: "middle" } : node.trim;
  const taken = graph.both(graph.not(meets.no), graph.not(value.none));
  const pending = rows.any(graph.both(taken, graph.either(pendingOf(graph, meets), value.pending)));
  const sum = rows.sum(value.value, taken, slice);
  if (node.name === "sum") return numberOf(graph, sum, pending);
  const kept = rows.sum(graph.constant(ONE), taken, slice);
  return numberOf(graph, graph.quotient(sum, kept), graph.either(pending, graph.zero(kept)));
}
