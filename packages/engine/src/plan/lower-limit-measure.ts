/**
 * Measures with a limit as nodes: how many times `per X under L` and its like count, in the unit of X.
 */
import { ZERO } from "@yardstick/exact";
import type { LimitMeasure } from "@yardstick/language/core";
import type { Graph } from "./graph.js";
import type { Node } from "./node.js";

export const lowerAgainstLimit: Readonly<Record<LimitMeasure, (graph: Graph, x: Node, limit: Node) => Node>> = {
  under: (graph, x, limit) => graph.greatest(graph.subtract(limit, x), graph.constant(ZERO)),
  over: (graph, x, limit) => graph.greatest(graph.subtract(x, limit), graph.constant(ZERO)),
  from: (graph, x, limit) => graph.subtract(x, limit),
};
