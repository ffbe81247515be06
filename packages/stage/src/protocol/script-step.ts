/** One step of a demonstration, as saved in the project. */
import type { RationalText } from "@yardstick/exact";

/** The views of the stage. */
export type StageView = "ranking" | "robustness" | "scenarios";

export interface ScriptStep {
  readonly note: string;
  readonly view: StageView;
  /** Name of a scenario; null for the rubric as written. */
  readonly scenario: string | null;
  /** The shares that differ from it, by path of the part. */
  readonly weights: readonly { readonly part: string; readonly share: RationalText }[];
  /** Key of the followed subject. */
  readonly follow: string | null;
}
