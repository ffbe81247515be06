/**
 * What a result awaits, as JSON names it.
 */
import type { Awaited } from "@yardstick/engine";

/** A missing or unusable value. */
export interface AwaitedJson {
  readonly field: string;
  readonly assessor: string | null;
  readonly reason: Awaited["reason"];
  /** Of a result of a used rubric that is pending there: its period, and what it awaits in that rubric. */
  readonly used?: { readonly period: string | null; readonly awaiting: readonly AwaitedJson[] };
}

export function awaitedJson({ field, assessor, reason, used }: Awaited): AwaitedJson {
  const own = { field, assessor, reason };
  return used === undefined ? own : { ...own, used: { period: used.period, awaiting: used.awaiting.map(awaitedJson) } };
}
