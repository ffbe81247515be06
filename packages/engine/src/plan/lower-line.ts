/**
 * One scoring line as nodes: what it does to its item's sum, by the order that the reference keeps: conditions; count ×
 * amount, by row or in total; `highest per`; the cap; `unless`.
 */
import type { Expression, Line } from "@yardstick/language/program";
import { readsRowOf } from "../reference/expression-tree.js";
import { takesAway } from "../reference/line-effect.js";
import { ONE, ZERO } from "../reference/rational.js";
import type { Graph } from "./graph.js";
import { lowerAmount } from "./lower-amount.js";
import { lowerCount } from "./lower-count.js";
import type { Context, Lowering } from "./lowering.js";
import type { LoweredFlag, LoweredNumber } from "./lowered.js";
import { and, asNumber, flagOf, numberOf, pendingOf } from "./lowered.js";
import type { Node } from "./node.js";
import { SUBJECT, Unsupported } from "./node.js";

/** The times a line may count, of the line as a whole or of one side row. */
interface Occurrence {
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
  const { isThere, effect, pending } = occurrenceOf(line, flagOf(by.graph, by.graph.always), context, by);
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
  const occurrence = occurrenceOf(
    line,
    each.where === null ? flagOf(graph, graph.always) : by.flag(each.where, atRow),
    atRow,
    by,
  );
  const isThere = graph.rowAny(occurrence.isThere, domain);
  let counts = occurrence.isThere;
  let pending = graph.rowAny(graph.both(occurrence.isThere, occurrence.pending), domain);
  if (line.unless !== null && isAskedOfRows(line, line.unless.condition)) {
    const waived = by.flag(line.unless.condition, atRow);
    pending = graph.either(pending, graph.rowAny(graph.both(occurrence.isThere, pendingOf(graph, waived)), domain));
    counts = graph.both(counts, graph.not(waived.yes));
  }
  if (line.highestPer !== null) {
    const group = asNumber(by.lower(line.highestPer.by, atRow));
    pending = graph.either(pending, graph.rowAny(graph.both(counts, group.pending), domain));
    counts = graph.both(counts, graph.rowGreatest(occurrence.effect, group.value, counts, domain));
  }
  return {
    isThere,
    value: graph.rowSum(occurrence.effect, counts, domain, most),
    pending,
    rows: { effect: occurrence.effect, counts },
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

function occurrenceOf(line: Line, meets: LoweredFlag, context: Context, by: Lowering): Occurrence {
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
    effect: takesAway[line.effect] ? graph.times(size, ONE.neg()) : size,
  };
}

function isAskedOfRows(line: Line, unless: Expression): boolean {
  return line.each !== null && readsRowOf(line.each.list, unless);
}
