/**
 * One scoring line as nodes: what it does to its item's sum, by the order that the reference keeps: conditions; count ×
 * amount, by row or in total; `highest per`; the cap; `unless`.
 */
import type { Amount, Expression, Line, Per } from "@yardstick/language/program";
import { readsRowOf } from "../reference/expression-tree.js";
import { assertNever } from "../reference/internal-error.js";
import { ONE, rational, ZERO } from "../reference/rational.js";
import type { Graph } from "./graph.js";
import { pointsOf } from "./lower-expression.js";
import type { Context, Lowering } from "./lowering.js";
import type { LoweredFlag, LoweredNumber } from "./lowered.js";
import { and, asNumber, flagOf, numberOf, pendingOf } from "./lowered.js";
import type { Node } from "./node.js";
import { SUBJECT, Unsupported } from "./node.js";

/** The times a line may count, of the line as a whole or of one side row. */
interface Dose {
  /** Not left out: by `where`, by a count of 0, by a judgement that was not given. */
  readonly isThere: Node;
  readonly pending: Node;
  /** Signed. */
  readonly effect: Node;
}

export function lowerLine(line: Line, context: Context, by: Lowering): LoweredNumber {
  const { graph } = by;
  const conditions = line.conditions.reduce<LoweredFlag>(
    (held, condition) => and(graph, held, by.flag(condition, context)),
    flagOf(graph, graph.always),
  );
  const sum = line.each === null ? ofLine(line, context, by) : ofRows(line, context, by);
  const acts = graph.both(graph.not(conditions.no), sum.isThere);
  const capped = heldToCap(line, sum, context, by);
  const cappedPending = graph.either(capped.pending, graph.both(sum.isThere, pendingOf(graph, conditions)));
  const waiver =
    line.unless === null || isAskedOfRows(line, line.unless.condition) ? null : by.flag(line.unless.condition, context);
  if (waiver === null) return effectOf(graph, acts, capped.value, cappedPending);
  // Nothing to waive is not looked at.
  const isZero = graph.both(graph.not(cappedPending), graph.zero(capped.value));
  const pending = graph.both(
    graph.either(cappedPending, graph.both(pendingOf(graph, waiver), graph.not(isZero))),
    graph.not(waiver.yes),
  );
  return effectOf(graph, acts, graph.choose(waiver.yes, graph.constant(ZERO), capped.value), pending);
}

function effectOf(graph: Graph, acts: Node, value: Node, pending: Node): LoweredNumber {
  return numberOf(graph, graph.choose(acts, value, graph.constant(ZERO)), graph.both(acts, pending));
}

/** `value` is the sum before the cap; where nothing is there it is 0. */
interface Effects {
  readonly isThere: Node;
  readonly value: Node;
  readonly pending: Node;
  /** Of an `each` line, for caps by group. */
  readonly rows: { readonly effect: Node; readonly counts: Node } | null;
}

function ofLine(line: Line, context: Context, by: Lowering): Effects {
  const { isThere, effect, pending } = doseOf(line, flagOf(by.graph, by.graph.always), context, by);
  return { isThere, value: effect, pending: by.graph.both(isThere, pending), rows: null };
}

function ofRows(line: Line, context: Context, by: Lowering): Effects {
  const { graph, inputs } = by;
  const { each } = line;
  if (each === null || context.domain !== SUBJECT) throw new Unsupported("a line without rows");
  const domain = each.list + 1;
  const most = inputs.mostRows(domain);
  if (most === 0) return { isThere: graph.never, value: graph.constant(ZERO), pending: graph.never, rows: null };
  const atRow = { ...context, domain };
  const dose = doseOf(line, each.where === null ? flagOf(graph, graph.always) : by.flag(each.where, atRow), atRow, by);
  const isThere = graph.rowAny(dose.isThere, domain);
  let counts = dose.isThere;
  let pending = graph.rowAny(graph.both(dose.isThere, dose.pending), domain);
  if (line.unless !== null && isAskedOfRows(line, line.unless.condition)) {
    const waived = by.flag(line.unless.condition, atRow);
    pending = graph.either(pending, graph.rowAny(graph.both(dose.isThere, pendingOf(graph, waived)), domain));
    counts = graph.both(counts, graph.not(waived.yes));
  }
  if (line.highestPer !== null) {
    const group = asNumber(by.lower(line.highestPer.by, atRow));
    pending = graph.either(pending, graph.rowAny(graph.both(counts, group.pending), domain));
    counts = graph.both(counts, graph.rowGreatest(dose.effect, group.value, counts, domain));
  }
  return {
    isThere,
    value: graph.rowSum(dose.effect, counts, domain, most),
    pending,
    rows: { effect: dose.effect, counts },
  };
}

function heldToCap(line: Line, sum: Effects, context: Context, by: Lowering): LoweredNumber {
  const { graph, inputs } = by;
  const { cap, each } = line;
  if (cap === null) return numberOf(graph, sum.value, sum.pending);
  const limit = by.number(cap.amount, context);
  const pending = graph.either(sum.pending, limit.pending);
  if (cap.per === null || each === null || sum.rows === null) {
    if (cap.per !== null && each === null) throw new Unsupported("a cap by group on a line without rows");
    return numberOf(graph, graph.held(sum.value, graph.times(limit.value, ONE.neg()), limit.value), pending);
  }
  const domain = each.list + 1;
  const group = asNumber(by.lower(cap.per, { ...context, domain }));
  const { effect, counts } = sum.rows;
  const undecided = graph.rowAny(graph.both(counts, group.pending), domain);
  const value = graph.rowCapped(effect, group.value, limit.value, counts, domain, inputs.mostRows(domain));
  return numberOf(graph, value, graph.either(pending, undecided));
}

function doseOf(line: Line, meets: LoweredFlag, context: Context, by: Lowering): Dose {
  const { graph } = by;
  const count = line.per === null ? numberOf(graph, graph.constant(ONE)) : lowerCount(line.per, context, by);
  const amount = lowerAmount(line, context, by);
  const isNothing = graph.both(
    graph.not(graph.either(count.pending, pendingOf(graph, meets))),
    graph.zero(count.value),
  );
  const size = graph.product(count.value, amount.value);
  return {
    isThere: graph.all([graph.not(meets.no), graph.not(isNothing), graph.not(amount.isNotGiven)]),
    pending: graph.any([pendingOf(graph, meets), count.pending, amount.pending]),
    effect: line.effect === "deduct" ? graph.times(size, ONE.neg()) : size,
  };
}

function isAskedOfRows(line: Line, unless: Expression): boolean {
  return line.each !== null && readsRowOf(line.each.list, unless);
}

function lowerCount(per: Per, context: Context, by: Lowering): LoweredNumber {
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
  const zero = graph.constant(ZERO);
  switch (measure.kind) {
    case "all":
      return of;
    case "under":
    case "over":
    case "from": {
      const limit = by.number(measure.limit, context);
      const pending = graph.either(of.pending, limit.pending);
      if (measure.kind === "from") return numberOf(graph, graph.subtract(of.value, limit.value), pending);
      const over =
        measure.kind === "over" ? graph.subtract(of.value, limit.value) : graph.subtract(limit.value, of.value);
      return numberOf(graph, graph.greatest(over, zero), pending);
    }
    case "between": {
      const from = measure.from === null ? numberOf(graph, zero) : by.number(measure.from, context);
      const to = measure.to === null ? of : by.number(measure.to, context);
      const inside = graph.greatest(graph.subtract(graph.least(of.value, to.value), from.value), zero);
      return numberOf(graph, inside, graph.any([of.pending, from.pending, to.pending]));
    }
    default:
      return assertNever(measure);
  }
}

/** `isNotGiven`: no judgement, so the line has no effect. Only `earn` waits for its judgement. */
function lowerAmount(line: Line, context: Context, by: Lowering): LoweredNumber & { readonly isNotGiven: Node } {
  const { graph, inputs } = by;
  const { amount } = line;
  switch (amount.kind) {
    case "expression":
      return { ...by.number(amount.value, context), isNotGiven: graph.never };
    case "proportion":
      return { ...proportion(amount, context, by), isNotGiven: graph.never };
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
