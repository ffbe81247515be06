/**
 * The points a rule deals in, for one count, as nodes: an expression, or an open clause.
 */
import type { Rule } from "@yardstick/language/core";
import { ZERO } from "@yardstick/exact";
import type { LoweredNumber } from "./lowered.js";
import { asNumber, numberOf } from "./lowered.js";
import type { Context, Lowering } from "./lowering.js";
import type { Node } from "./node.js";

/** `isAbsent`: what the rule asks to be given is blank, so that it has no effect. */
export function lowerAmount(
  { amount, given }: Rule,
  context: Context,
  by: Lowering,
): LoweredNumber & { readonly isAbsent: Node } {
  const { graph } = by;
  if (amount.kind === "open") return { ...numberOf(graph, graph.constant(ZERO), graph.always), isAbsent: graph.never };
  const points = by.number(amount.value, context);
  if (given === null) return { ...points, isAbsent: graph.never };
  const { pending, unknown } = asNumber(by.lower(given, context));
  return { ...points, isAbsent: graph.both(pending, graph.not(unknown ?? graph.never)) };
}
