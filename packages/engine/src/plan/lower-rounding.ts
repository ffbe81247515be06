/**
 * Rounding by any mode as nodes: the nearest multiple is one node, the other modes are made of whole steps and what is beyond them.
 */
import { ONE, type Rational, type RoundingMode, whole } from "@yardstick/exact";
import type { Graph } from "./graph.js";
import type { Node } from "./node.js";

/** To a multiple of `step`, which is greater than 0. */
export function roundedBy(mode: RoundingMode, value: Node, step: Rational, graph: Graph): Node {
  return mode === "half-up" ? graph.rounded(value, step) : graph.times(wholeSteps(mode, value, step, graph), step);
}

function wholeSteps(mode: Exclude<RoundingMode, "half-up">, value: Node, step: Rational, graph: Graph): Node {
  const steps = graph.times(value, step.inverse());
  const inside = graph.truncated(steps);
  if (mode === "down") return inside;
  const rest = graph.subtract(steps, inside);
  const more = (by: Rational): Node => graph.add(inside, graph.constant(by));
  switch (mode) {
    case "floor":
      return graph.choose(graph.negative(rest), more(ONE.neg()), inside);
    case "ceiling":
      return graph.choose(graph.negative(graph.subtract(inside, steps)), more(ONE), inside);
    case "up":
      return graph.choose(graph.zero(rest), inside, graph.choose(graph.negative(rest), more(ONE.neg()), more(ONE)));
    case "half-even": {
      const half = whole(2).inverse();
      const isHalf = graph.equal(graph.absolute(rest), graph.constant(half));
      const pairs = graph.times(graph.truncated(graph.times(inside, half)), whole(2));
      return graph.choose(graph.both(isHalf, graph.equal(inside, pairs)), inside, graph.rounded(steps, ONE));
    }
  }
}
