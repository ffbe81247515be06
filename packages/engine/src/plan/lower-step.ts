/**
 * Steps on numbers as nodes, as `reference/step.ts` takes them: ranges, roundings, coefficients and vetoes, of parts and of the total
 * alike.
 */
import { rational, ZERO } from "@yardstick/exact";
import type { NumberStep, NumberSteps } from "@yardstick/language/core";
import type { Graph } from "./graph.js";
import type { LoweredNumber } from "./lowered.js";
import { numberOf, pendingOf } from "./lowered.js";
import { roundedBy } from "./lower-rounding.js";
import type { Lowering } from "./lowering.js";
import type { Node } from "./node.js";

const lowered: {
  readonly [Op in keyof NumberSteps]: (step: NumberSteps[Op], before: LoweredNumber, by: Lowering) => LoweredNumber;
} = {
  clamp: ({ min, max }, { value, pending }, { graph }) =>
    numberOf(graph, graph.held(value, bound(graph, min), bound(graph, max)), pending),
  round: ({ step, mode }, { value, pending }, { graph }) =>
    numberOf(graph, roundedBy(mode, value, rational(step), graph), pending),
  multiply: ({ coefficient }, { value, pending }, by) => {
    const factor = by.coefficient(coefficient);
    return numberOf(by.graph, by.graph.product(value, factor.value), by.graph.either(pending, factor.pending));
  },
  veto: ({ veto, zeroes }, { value, pending }, by) => {
    const { graph } = by;
    const fires = by.veto(veto);
    return numberOf(
      graph,
      zeroes ? graph.choose(fires.yes, graph.constant(ZERO), value) : value,
      graph.either(pending, pendingOf(graph, fires)),
    );
  },
};

/** A number behind `steps`, in their order. */
export function lowerSteps(steps: readonly NumberStep[], start: LoweredNumber, by: Lowering): LoweredNumber {
  return steps.reduce((before, step) => lowerStep(step.op, step, before, by), start);
}

function lowerStep<Op extends keyof NumberSteps>(
  op: Op,
  step: NumberSteps[Op],
  before: LoweredNumber,
  by: Lowering,
): LoweredNumber {
  return lowered[op](step, before, by);
}

function bound(graph: Graph, exact: string | null): Node | null {
  return exact === null ? null : graph.constant(rational(exact));
}
