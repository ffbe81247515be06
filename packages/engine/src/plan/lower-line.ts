/**
 * One scoring line as nodes: what it does to its item's sum, by the order that the reference keeps: conditions; count ×
 * amount, by row or in total; the steps of its suffixes.
 */
import { ONE, ZERO } from "@yardstick/exact";
import type { Rule } from "@yardstick/language/core";
import { lowerAmount } from "./lower-amount.js";
import { lowerCount } from "./lower-count.js";
import type { Effects } from "./lower-restriction.js";
import { addedUp, onRows, onSum } from "./lower-restriction.js";
import type { Context, Lowering } from "./lowering.js";
import type { LoweredFlag, LoweredNumber } from "./lowered.js";
import { and, flagOf, numberOf, pendingOf } from "./lowered.js";
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

export function lowerLine(rule: Rule, context: Context, by: Lowering): LoweredNumber {
  const { graph } = by;
  const conditions = rule.when.reduce<LoweredFlag>(
    (held, condition) => and(graph, held, by.flag(condition, context)),
    flagOf(graph, graph.always),
  );
  const { isThere, ...start } = rule.rows === null ? ofWhole(rule, context, by) : ofRows(rule, rule.rows, context, by);
  if (isThere === graph.never) return numberOf(graph, graph.constant(ZERO));
  const place = { context, by };
  const { steps } = rule;
  const rows = steps.rows.reduce<Effects>((effects, step) => onRows(step.op, step, effects, place), {
    ...start,
    pending: graph.either(start.pending, graph.both(isThere, pendingOf(graph, conditions))),
  });
  const sum = steps.sum.reduce<LoweredNumber>(
    (before, step) => onSum(step.op, step, before, place),
    addedUp(rows, steps.groups, place),
  );
  const acts = graph.both(graph.not(conditions.no), isThere);
  return numberOf(graph, graph.choose(acts, sum.value, graph.constant(ZERO)), graph.both(acts, sum.pending));
}

/** Effects with whether there is any of them. */
type Start = Effects & { readonly isThere: Node };

function ofWhole(rule: Rule, context: Context, by: Lowering): Start {
  const { isThere, effect, pending } = occurrenceOf(rule, flagOf(by.graph, by.graph.always), context, by);
  return { isThere, effect, counts: by.graph.always, pending: by.graph.both(isThere, pending), domain: SUBJECT };
}

function ofRows(rule: Rule, { list, where }: NonNullable<Rule["rows"]>, context: Context, by: Lowering): Start {
  const { graph, inputs } = by;
  if (context.domain !== SUBJECT) throw new Unsupported("a line without rows");
  const domain = list + 1;
  if (inputs.mostRows(domain) === 0) {
    const nothing = graph.constant(ZERO);
    return { isThere: graph.never, effect: nothing, counts: graph.never, pending: graph.never, domain };
  }
  const atRow = { ...context, domain };
  const meets = where === null ? flagOf(graph, graph.always) : by.flag(where, atRow);
  const { isThere, effect, pending } = occurrenceOf(rule, meets, atRow, by);
  return {
    isThere: graph.rowAny(isThere, domain),
    effect,
    counts: isThere,
    pending: graph.rowAny(graph.both(isThere, pending), domain),
    domain,
  };
}

function occurrenceOf(rule: Rule, meets: LoweredFlag, context: Context, by: Lowering): Occurrence {
  const { graph } = by;
  const count = rule.count === null ? numberOf(graph, graph.constant(ONE)) : lowerCount(rule.count, context, by);
  const amount = lowerAmount(rule, context, by);
  const isNothing = graph.both(
    graph.not(graph.either(count.pending, pendingOf(graph, meets))),
    graph.zero(count.value),
  );
  const size = graph.product(count.value, amount.value);
  return {
    isThere: graph.all([graph.not(meets.no), graph.not(isNothing), graph.not(amount.isAbsent)]),
    pending: graph.any([pendingOf(graph, meets), count.pending, amount.pending]),
    effect: rule.sign < 0 ? graph.times(size, ONE.neg()) : size,
  };
}
