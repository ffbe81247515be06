/**
 * Checks: requirements on the data, subject by subject, and policies on the rubric or the whole result. One that is
 * pending has not failed.
 */
import type { Check } from "@yardstick/language/core";
import type { Result } from "../data/result.js";
import type { Evaluation } from "./evaluation.js";
import { evaluate } from "./expression.js";
import { and, awaitedOf } from "../values/value.js";
import type { Value } from "../values/value.js";

export function failedRequirements(evaluation: Evaluation): Result["requirements"] {
  return evaluation.program.requirements.flatMap(({ condition, message, span }) =>
    evaluation.subjects
      .filter((subject) => subject.find(condition, message, true).value === false)
      .map(({ key, period }) => ({ key, period, message, span })),
  );
}

/** A policy is one for all periods: it holds where it holds in each. What only holds so far cannot be decided yet. */
export function openPolicies(evaluation: Evaluation): Result["policies"] {
  return evaluation.program.policies.flatMap((policy) => {
    const { holds, awaiting } = policyHolds(policy, evaluation);
    return holds === true ? [] : [{ message: policy.message, span: policy.span, holds, awaiting }];
  });
}

function policyHolds(
  { condition, message }: Check,
  evaluation: Evaluation,
): Pick<Result["policies"][number], "awaiting"> & { readonly holds: boolean | null } {
  const periods = evaluation.periods.length === 0 ? [null] : evaluation.periods;
  let provisional = false;
  const held = periods.reduce<Value>(
    (found, period) =>
      and(found, () => {
        const scope = evaluation.rubricScope(message, period);
        const value = evaluate(condition, scope);
        provisional ||= scope.trace.provisional;
        return value;
      }),
    true,
  );
  if (held === false) return { holds: false, awaiting: [] };
  return { holds: held === true && !provisional ? true : null, awaiting: awaitedOf(held) };
}
