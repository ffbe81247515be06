/**
 * The steps of a line as nodes, as `reference/restriction.ts` takes them: on the effects of its side rows, on their groups, on
 * their sum.
 */
import { ONE, rational, ZERO } from "@yardstick/exact";
import type { HoldGroups, RowSteps, SumSteps } from "@yardstick/language/core";
import type { Graph } from "./graph.js";
import type { LoweredNumber } from "./lowered.js";
import { asNumber, numberOf, pendingOf } from "./lowered.js";
import type { Context, Lowering } from "./lowering.js";
import type { Domain, Node } from "./node.js";
import { SUBJECT, Unsupported } from "./node.js";

/** The effects of a line: of its side rows in `domain`, or of the line as a whole in the domain of subjects. */
export interface Effects {
  /** Signed. */
  readonly effect: Node;
  /** Whether the row is there and counts still. */
  readonly counts: Node;
  /** Of a subject: whether one of its effects is pending. */
  readonly pending: Node;
  readonly domain: Domain;
}

interface Place {
  readonly context: Context;
  readonly by: Lowering;
}

const rowSteps: {
  readonly [Op in keyof RowSteps]: (step: RowSteps[Op], effects: Effects, place: Place) => Effects;
} = {
  scale: ({ when, factor }, { effect, counts, pending, domain }, { context, by }) => {
    const { graph } = by;
    const holds = by.flag(when, { ...context, domain });
    const awaited = graph.either(pending, any(graph, graph.both(counts, pendingOf(graph, holds)), domain));
    if (factor === "0") return { effect, counts: graph.both(counts, graph.not(holds.yes)), pending: awaited, domain };
    const scaled = graph.choose(holds.yes, graph.times(effect, rational(factor)), effect);
    return { effect: scaled, counts, pending: awaited, domain };
  },
  greatest: ({ by: expression }, { effect, counts, pending, domain }, { context, by }) => {
    const { graph } = by;
    if (domain === SUBJECT) throw new Unsupported("the greatest of a line without rows");
    const group = asNumber(by.lower(expression, { ...context, domain }));
    return {
      effect,
      counts: graph.both(counts, graph.rowGreatest(effect, group.value, counts, domain)),
      pending: graph.either(pending, graph.rowAny(graph.both(counts, group.pending), domain)),
      domain,
    };
  },
};

const sumSteps: {
  readonly [Op in keyof SumSteps]: (step: SumSteps[Op], sum: LoweredNumber, place: Place) => LoweredNumber;
} = {
  hold: ({ side, limit }, sum, { context, by }) => {
    const { graph } = by;
    const bound = by.number(limit, context);
    const most = graph.times(bound.value, ONE.neg());
    const value =
      side === "most"
        ? graph.held(sum.value, most, bound.value)
        : graph.choose(
            graph.zero(sum.value),
            sum.value,
            graph.choose(
              graph.negative(sum.value),
              graph.least(sum.value, most),
              graph.greatest(sum.value, bound.value),
            ),
          );
    return numberOf(graph, value, graph.either(sum.pending, bound.pending));
  },
  scale: ({ when, factor }, sum, { context, by }) => {
    const { graph } = by;
    const holds = by.flag(when, context);
    // Where there is nothing to scale, the condition is not evaluated.
    const isZero = graph.both(graph.not(sum.pending), graph.zero(sum.value));
    const pending = graph.either(sum.pending, graph.both(pendingOf(graph, holds), graph.not(isZero)));
    if (factor === "0") {
      const value = graph.choose(holds.yes, graph.constant(ZERO), sum.value);
      return numberOf(graph, value, graph.both(pending, graph.not(holds.yes)));
    }
    const value = graph.choose(holds.yes, graph.times(sum.value, rational(factor)), sum.value);
    return numberOf(graph, value, pending);
  },
};

export function onRows<Op extends keyof RowSteps>(op: Op, step: RowSteps[Op], effects: Effects, place: Place): Effects {
  return rowSteps[op](step, effects, place);
}

export function onSum<Op extends keyof SumSteps>(
  op: Op,
  step: SumSteps[Op],
  sum: LoweredNumber,
  place: Place,
): LoweredNumber {
  return sumSteps[op](step, sum, place);
}

/** The effects added up: all together, or each group limited first. */
export function addedUp(effects: Effects, groups: HoldGroups | null, place: Place): LoweredNumber {
  const { effect, counts, pending, domain } = effects;
  const { context, by } = place;
  const { graph, inputs } = by;
  if (domain === SUBJECT) {
    if (groups !== null) throw new Unsupported("a cap by group on a line without rows");
    return numberOf(
      graph,
      counts === graph.always ? effect : graph.choose(counts, effect, graph.constant(ZERO)),
      pending,
    );
  }
  const most = inputs.mostRows(domain);
  if (groups === null) return numberOf(graph, graph.rowSum(effect, counts, domain, most), pending);
  const limit = by.number(groups.limit, context);
  const group = asNumber(by.lower(groups.by, { ...context, domain }));
  return numberOf(
    graph,
    graph.rowCapped(effect, group.value, limit.value, counts, domain, most),
    graph.any([pending, limit.pending, graph.rowAny(graph.both(counts, group.pending), domain)]),
  );
}

function any(graph: Graph, flag: Node, domain: Domain): Node {
  return domain === SUBJECT ? flag : graph.rowAny(flag, domain);
}
