/**
 * One step of a lesson as it is kept in the project, and how kept text is known to be one.
 */
import type { Exact } from "@yardstick/language/program";

export type StageView = "ranking" | "firmness" | "scenarios";

export interface ScriptStep {
  readonly note: string;
  readonly view: StageView;
  /** Of the rubric; null for the rubric as written. */
  readonly scenario: string | null;
  /** What differs from that, by path. */
  readonly weights: readonly { readonly part: string; readonly share: Exact }[];
  /** Key of the followed subject. */
  readonly follow: string | null;
}

export function isScript(value: unknown): value is readonly ScriptStep[] {
  return Array.isArray(value) && value.every(isStep);
}

function isStep(value: unknown): value is ScriptStep {
  if (typeof value !== "object" || value === null) return false;
  const { note, view, scenario, weights, follow } = value as Partial<Record<keyof ScriptStep, unknown>>;
  const isWeight = (weight: unknown) =>
    typeof weight === "object" &&
    weight !== null &&
    typeof (weight as { part?: unknown }).part === "string" &&
    /^\d{1,20}(?:\/[1-9]\d{0,20})?$/.test(String((weight as { share?: unknown }).share));
  return (
    typeof note === "string" &&
    (view === "ranking" || view === "firmness" || view === "scenarios") &&
    (scenario === null || typeof scenario === "string") &&
    (follow === null || typeof follow === "string") &&
    Array.isArray(weights) &&
    weights.every(isWeight)
  );
}
