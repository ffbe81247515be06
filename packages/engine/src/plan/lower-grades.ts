/**
 * Grades as orders: the order of their ranking (of the score, where they name none), a condition and a quota a row, and
 * the best grade that the vetoes leave.
 */
import { whole, ZERO } from "@yardstick/exact";
import type { Expression } from "@yardstick/language/core";
import { byScore } from "../values/ranking-key.js";
import { at } from "../values/internal-error.js";
import { lowerTables } from "./lower-rankings.js";
import { flagOf, pendingOf } from "./lowered.js";
import type { LoweredGrades, Lowering } from "./lowering.js";
import { PUBLISHED } from "./lowering.js";
import type { Node } from "./node.js";
import { CONSTANT, Unsupported } from "./node.js";
import type { GradesSpec } from "./population-ops.js";

export function lowerGrades(index: number, by: Lowering): LoweredGrades {
  const { graph, program } = by;
  const grades = at(program.grades, index);
  const tables =
    grades.by === null ? lowerTables(byScore(grades), `grades ${index} by score`, by) : by.tables(grades.by);
  const table = at(tables, 0);
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
  const { period, group, stands, keys, awaited } = order;
  const work = by.works.grades({
    key: `grades ${index} ${named} ${quotas} of ${order.key}`,
    period,
    group,
    stands,
    keys,
    awaited,
    rows,
    otherwise: levelOf(grades.otherwise),
    most,
  });
  const flag = { low: null, high: null, den: 1n, isFlag: true };
  const facts = { low: ZERO, high: whole(levels.length), den: 1n, isFlag: false };
  return {
    level: graph.across(work, "level", facts),
    given: graph.across(work, "given", facts),
    pending: graph.across(work, "pending", flag),
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
