/**
 * Grades as orders: the order of their ranking, a condition and a quota a row, and
 * the best grade that the vetoes leave.
 */
import { whole, ZERO } from "@yardstick/exact";
import type { Expression, GradeAdjustment, GradesNode } from "@yardstick/language/core";
import { isRaise } from "../values/grade-adjustment.js";
import { at } from "../values/internal-error.js";
import { flagOf, pendingOf } from "./lowered.js";
import type { LoweredGrades, Lowering } from "./lowering.js";
import { PUBLISHED } from "./lowering.js";
import type { Node } from "./node.js";
import { CONSTANT, Unsupported } from "./node.js";
import type { GradesSpec } from "./population-ops.js";

export function lowerGrades(index: number, by: Lowering): LoweredGrades {
  const { graph, program } = by;
  const grades = at(program.grades, index);
  const table = by.table(grades.ranking);
  const { order } = table;
  const { levels } = at(program.choices, grades.choice);
  const levelOf = (name: string | null) => levels.findIndex((level) => level.name === name) + 1;
  const rows = grades.rows.map(({ grade, condition, quota }): GradesSpec["rows"][number] => {
    const held = condition === null ? flagOf(graph, graph.always) : by.flag(condition, PUBLISHED);
    return {
      yes: held.yes,
      pending: pendingOf(graph, held),
      level: levelOf(grade),
      quota: quota === null ? null : { ...quota, value: quotaValue(quota.value, by) },
    };
  });
  const most = leftByVetoes(levels.length, levelOf, by);
  const named = [...rows.flatMap(({ yes, pending }) => [yes, pending]), most].map(({ id }) => id).join(" ");
  const quotas = rows.map(({ quota }) => quota?.value?.toString() ?? "").join(" ");
  const { period, group, stands, keys, awaited, meetings, barred } = order;
  const work = by.works.grades({
    key: `grades ${index} ${named} ${quotas} of ${order.key}`,
    period,
    group,
    stands,
    keys,
    awaited,
    meetings,
    barred,
    rows,
    otherwise: levelOf(grades.otherwise),
    most,
  });
  const flag = { low: null, high: null, den: 1n, isFlag: true };
  const facts = { low: ZERO, high: whole(levels.length), den: 1n, isFlag: false };
  const drawn = graph.across(work, "given", facts);
  const adjusted = lowerAdjustments(
    grades,
    levels.length,
    { drawn, level: graph.across(work, "level", facts), most },
    by,
  );
  return {
    level: adjusted.level,
    given: adjusted.given,
    drawn,
    pending: graph.either(graph.across(work, "pending", flag), adjusted.pending),
    open: graph.across(work, "open", flag),
    table,
    rows,
    undecidedAt: graph.across(work, "undecided at", { low: ZERO, high: whole(rows.length), den: 1n, isFlag: false }),
    cuts: rows.map(({ quota }, row) =>
      quota === null
        ? null
        : graph.across(work, `cut ${row}`, { low: ZERO, high: whole(by.inputs.subjects), den: 1n, isFlag: false }),
    ),
  };
}

/** Levels are one more than their index, 0 is none. Without adjustments the levels stay those of the orders. */
function lowerAdjustments(
  { adjustments }: GradesNode,
  levels: number,
  { drawn, level, most }: { readonly drawn: Node; readonly level: Node; readonly most: Node },
  by: Lowering,
): { readonly level: Node; readonly given: Node; readonly pending: Node } {
  const { graph } = by;
  if (adjustments.length === 0) return { level, given: drawn, pending: graph.never };
  const of = (value: number): Node => graph.constant(whole(value));
  const held = adjustments.map(({ change, condition }) => ({ change, flag: by.flag(condition, PUBLISHED) }));
  const levelWith = (ifPending: (change: GradeAdjustment["change"]) => boolean): Node => {
    let steps = of(0);
    let least = of(1);
    let allowed = of(levels);
    for (const { change, flag } of held) {
      const holds = ifPending(change) ? graph.not(flag.no) : flag.yes;
      if ("by" in change) {
        const step = of(change.kind === "raise" ? change.by : -change.by);
        steps = graph.add(steps, graph.choose(holds, step, of(0)));
      } else if (change.kind === "raise-to") {
        least = graph.greatest(least, graph.choose(holds, of(change.level + 1), of(1)));
      } else {
        allowed = graph.least(allowed, graph.choose(holds, of(change.level + 1), of(levels)));
      }
    }
    const moved = graph.least(of(levels), graph.greatest(of(1), graph.add(drawn, steps)));
    return graph.least(allowed, graph.greatest(least, moved));
  };
  const [low, high] = [levelWith((change) => !isRaise(change)), levelWith(isRaise)];
  const none = graph.zero(drawn);
  const pending = graph.both(graph.not(none), graph.not(graph.equal(graph.least(low, most), graph.least(high, most))));
  const unknown = graph.either(none, pending);
  return {
    level: graph.choose(unknown, of(0), graph.least(low, most)),
    given: graph.choose(unknown, of(0), low),
    pending,
  };
}

/** Quotas belong to no subject: constants and points are all they may read here. */
function quotaValue(node: Expression, by: Lowering) {
  const value = by.number(node, PUBLISHED);
  if (value.pending === by.graph.always) return null;
  if (value.value.domain !== CONSTANT || value.pending !== by.graph.never)
    throw new Unsupported("a quota that differs between subjects");
  return value.value.value;
}

/** The best level that the vetoes which fired leave, one more than its index; of several the lowest. */
function leftByVetoes(levels: number, levelOf: (grade: string) => number, by: Lowering): Node {
  const { graph, program } = by;
  let most = graph.constant(whole(levels));
  program.vetoes.forEach(({ effects }, index) => {
    for (const effect of effects) {
      if (effect.kind !== "grade-at-most" || levelOf(effect.grade) === 0) continue;
      const limit = graph.constant(whole(levelOf(effect.grade)));
      most = graph.choose(by.veto(index).yes, graph.least(most, limit), most);
    }
  });
  return most;
}
