/**
 * Functions across the subjects of one run: who is asked, in what surroundings. Each function is gathered once for each
 * period and serves every reader.
 */
import type { Cohort } from "@yardstick/language/core";
import type { CohortMember, Group } from "./cohort.js";
import { answer, gather } from "./cohort.js";
import { evaluate } from "./expression.js";
import { Memo } from "../values/memo.js";
import type { Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import type { Subject } from "./subject.js";
import type { Value } from "../values/value.js";
import { datumText, isPending } from "../values/value.js";

const EVERYBODY = "";

export class Cohorts {
  private readonly groups = new Map<Cohort, Memo<string, (group: string) => Group>>();

  /** `subjectsOf` are those of one period: only they are compared. */
  constructor(private readonly subjectsOf: (period: string | null) => readonly Subject[]) {}

  /** `own` is the subject that asks; null for a policy, which belongs to none. */
  answer(node: Cohort, period: string | null, own: Subject | null, scope: Scope): Value {
    const noValue = () =>
      withoutValue(scope.owner, node.name === "mean" || node.name === "median" ? "division-by-zero" : "no-result");
    const group = node.within === null ? EVERYBODY : own === null ? noValue() : own.field(node.within);
    if (isPending(group)) return group;
    const found = this.gathered(node, period, scope)(datumText(group));
    scope.trace.provisional ||= found.provisional;
    const isRank = node.name === "rank" && node.value !== null && own !== null;
    const ownValue =
      isRank && node.value !== null
        ? evaluate(node.value, own.scope(scope.owner, true, scope.points, scope.trace))
        : null;
    return answer(node, found, ownValue, noValue);
  }

  private gathered(node: Cohort, period: string | null, scope: Scope): (group: string) => Group {
    const memo = this.groups.get(node) ?? new Memo("a function across the subjects of period");
    this.groups.set(node, memo);
    return memo.get(JSON.stringify(period), () =>
      gather(this.subjectsOf(period).map((subject) => memberOf(node, subject, scope))),
    );
  }
}

/** A subject's share is always taken as published. */
function memberOf(node: Cohort, subject: Subject, { owner, points }: Scope): CohortMember {
  const scope = subject.scope(owner, true, points);
  const group = node.within === null ? EVERYBODY : subject.field(node.within);
  const meets = subject.held(node.where === null ? true : evaluate(node.where, scope));
  const value = node.value === null || meets === false ? null : evaluate(node.value, scope);
  return { group: isPending(group) ? null : datumText(group), meets, value, provisional: scope.trace.provisional };
}
