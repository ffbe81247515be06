/**
 * The points a line deals in, for one count, as nodes: an expression, an assessor's judgement, or an open clause.
 */
import type { Rule } from "@yardstick/language/core";
import { assertNever } from "../values/internal-error.js";
import { ZERO } from "@yardstick/exact";
import type { LoweredNumber } from "./lowered.js";
import { asNumber, numberOf } from "./lowered.js";
import type { Context, Lowering } from "./lowering.js";
import type { Node } from "./node.js";

/** `isNotGiven`: no judgement, so the line has no effect. Only `earn` waits for its judgement. */
export function lowerAmount(
  { amount, earns }: Rule,
  context: Context,
  by: Lowering,
): LoweredNumber & { readonly isNotGiven: Node } {
  const { graph, inputs } = by;
  switch (amount.kind) {
    case "expression":
      return { ...by.number(amount.value, context), isNotGiven: graph.never };
    case "open":
      return { ...numberOf(graph, graph.constant(ZERO), graph.always), isNotGiven: graph.never };
    case "judgement": {
      const judged = asNumber(inputs.field(amount.field));
      const isNotGiven = earns ? graph.never : graph.both(judged.pending, graph.not(judged.unknown ?? graph.never));
      return { ...judged, isNotGiven };
    }
    default:
      return assertNever(amount);
  }
}
