/** The state of a stage as plain data: it survives leaving the stage and a reload, and is what two windows of one stage exchange. */
import type { Sharing } from "@yardstick/engine";
import type { RationalText } from "@yardstick/exact";
import type { StageView } from "./script-step.js";

/** Weights by path of the part, and the scenario whose constants apply. */
export interface RememberedPosition {
  readonly scenario: string | null;
  readonly weights: readonly (readonly [part: string, share: RationalText])[];
}

/** What a stage shows. Parts are named by path, so that it outlives a change of the text. */
export interface StageMemory {
  /** The weights of the text: with others, those below no longer say what they did. */
  readonly written: RememberedPosition["weights"];
  readonly now: RememberedPosition;
  readonly baseline: RememberedPosition;
  /** Names of the scenarios at which the weights and the baseline are; null for others. */
  readonly scenario: string | null;
  readonly baselineScenario: string | null;
  readonly locked: readonly string[];
  readonly sharing: Sharing;
  /** The part whose inner weights are shown; null for the top. */
  readonly group: string | null;
  readonly view: StageView;
  readonly top: number;
  /** The subject that the user follows; null while the stage chooses one. */
  readonly follow: { readonly key: string; readonly period: string | null } | null;
  /** Step of the script, and whether the weights were moved since. */
  readonly step: number | null;
  readonly hasMoved: boolean;
}

/** Where the state of a stage is kept. */
export interface StageKeeper {
  /** Null when nothing is kept. */
  read(): StageMemory | null;
  write(memory: StageMemory): void;
}
