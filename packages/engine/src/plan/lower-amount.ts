/**
 * The points a line deals in, for one count, as nodes: an expression, a share in proportion, or an assessor's judgement.
 */
import type { Amount, Line } from "@yardstick/language/program";
import { assertNever } from "../values/internal-error.js";
import { ZERO } from "@yardstick/exact";
import { pointsOf } from "./lower-expression.js";
import type { LoweredNumber } from "./lowered.js";
import { asNumber, numberOf } from "./lowered.js";
import type { Context, Lowering } from "./lowering.js";
import type { Node } from "./node.js";

/** `isNotGiven`: no judgement, so the line has no effect. Only `earn` waits for its judgement. */
export function lowerAmount(line: Line, context: Context, by: Lowering): LoweredNumber & { readonly isNotGiven: Node } {
  const { graph, inputs } = by;
  const { amount } = line;
  switch (amount.kind) {
    case "expression":
      return { ...by.number(amount.value, context), isNotGiven: graph.never };
    case "proportion":
      return { ...proportion(amount, context, by), isNotGiven: graph.never };
    case "open":
      return { ...numberOf(graph, graph.constant(ZERO), graph.always), isNotGiven: graph.never };
    case "judgement": {
      const judged = asNumber(inputs.field(amount.field));
      const isNotGiven =
        line.effect === "earn" ? graph.never : graph.both(judged.pending, graph.not(judged.unknown ?? graph.never));
      return { ...judged, isNotGiven };
    }
    default:
      return assertNever(amount);
  }
}

function proportion(
  { actual, target, floor }: Amount & { kind: "proportion" },
  context: Context,
  by: Lowering,
): LoweredNumber {
  const { graph } = by;
  const done = by.number(actual, context);
  const due = by.number(target, context);
  const ratio = graph.quotient(done.value, due.value);
  const pending = graph.any([done.pending, due.pending, graph.zero(due.value)]);
  const share = graph.times(ratio, pointsOf(context));
  if (floor === null) return numberOf(graph, share, pending);
  const least = by.number(floor.below, context);
  const earns = by.number(floor.earns, context);
  const isBelow = graph.less(ratio, least.value);
  return numberOf(
    graph,
    graph.choose(isBelow, earns.value, share),
    graph.any([pending, least.pending, graph.both(isBelow, earns.pending)]),
  );
}
