/**
 * `per [STEP] X [MEASURE]` as nodes: how many times a line counts.
 */
import { rational, ZERO } from "@yardstick/exact";
import type { Per } from "@yardstick/language/core";
import { lowerAgainstLimit } from "./lower-limit-measure.js";
import type { LoweredNumber } from "./lowered.js";
import { numberOf } from "./lowered.js";
import type { Context, Lowering } from "./lowering.js";

export function lowerCount(per: Per, context: Context, by: Lowering): LoweredNumber {
  const { graph } = by;
  const of = by.number(per.of, context);
  const measure = measured(per.measure, of, context, by);
  const steps = graph.times(measure.value, rational(per.step).inverse());
  const counted = per.whole ? graph.truncated(steps) : steps;
  // A blank that the rubric allows counts as nothing, whatever the measure.
  return numberOf(
    graph,
    graph.choose(of.none, graph.constant(ZERO), counted),
    graph.both(measure.pending, graph.not(of.none)),
  );
}

function measured(measure: Per["measure"], of: LoweredNumber, context: Context, by: Lowering): LoweredNumber {
  const { graph } = by;
  switch (measure.kind) {
    case "all":
      return of;
    case "between": {
      const zero = graph.constant(ZERO);
      const from = measure.from === null ? numberOf(graph, zero) : by.number(measure.from, context);
      const to = measure.to === null ? of : by.number(measure.to, context);
      const inside = graph.greatest(graph.subtract(graph.least(of.value, to.value), from.value), zero);
      return numberOf(graph, inside, graph.any([of.pending, from.pending, to.pending]));
    }
    default: {
      const limit = by.number(measure.limit, context);
      const value = lowerAgainstLimit[measure.kind](graph, of.value, limit.value);
      return numberOf(graph, value, graph.either(of.pending, limit.pending));
    }
  }
}
