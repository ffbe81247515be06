/**
 * One step of a lesson as it is kept in the project.
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
