/**
 * `applies if C [otherwise full | 0 | rescale]`: whether a part concerns a subject.
 */
import type { PartApplies } from "@yardstick/language/core";
import { evaluate } from "./expression.js";
import type { Scope } from "./scope.js";
import { Trace } from "./trace.js";
import type { Value } from "../values/value.js";

export interface Applicability {
  /** Pending makes the part pending. */
  readonly holds: Value;
  readonly trace: Trace;
}

/** Of a part without a condition, and of one whose score is decreed. */
export const APPLIES: Applicability = { holds: true, trace: new Trace(null) };

export function applicability({ when }: PartApplies, scope: Scope): Applicability {
  return { holds: evaluate(when, scope), trace: scope.trace };
}
