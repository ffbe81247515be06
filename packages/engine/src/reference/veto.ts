/**
 * Vetoes act after scoring, on what is published alone: the score, places, grades, awards. All that fire are listed.
 * A condition that is pending makes the subject pending.
 */
import type { Veto } from "@yardstick/language/core";
import { evaluate } from "./expression.js";
import type { Scope } from "./scope.js";
import type { Trace } from "./trace.js";
import type { Value } from "../values/value.js";
import { isPending } from "../values/value.js";

export interface VetoOutcome {
  readonly veto: Veto;
  readonly holds: Value;
  readonly trace: Trace;
}

type EffectKind = Veto["effects"][number]["kind"];

/** `lenient`, in a test with `else: full`: a veto whose condition is pending does not fire. */
export function vetoOutcome(veto: Veto, scope: Scope, lenient: boolean): VetoOutcome {
  const holds = evaluate(veto.condition, scope);
  return { veto, holds: lenient && isPending(holds) ? false : holds, trace: scope.trace };
}

/** The vetoes that fired and have one of these effects. */
export function firedWith(vetoes: readonly VetoOutcome[], ...kinds: readonly EffectKind[]): readonly Veto[] {
  return vetoes
    .filter(({ veto, holds }) => holds === true && veto.effects.some(({ kind }) => kinds.includes(kind)))
    .map(({ veto }) => veto);
}
