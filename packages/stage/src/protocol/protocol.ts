/**
 * Requests of the stage to the Worker and its responses. All values are plain data, and shares are exact. Every figure
 * equals the result of scoring the changed rubric.
 */
import type {
  Breakpoints,
  CriteriaGroup,
  Crossing,
  Decisive,
  NotLinear,
  SampledRanks,
  Sharing,
  SubjectId,
} from "@yardstick/engine";
import type { RationalText } from "@yardstick/exact";

/** A comparison of scenarios for a workbook. Cells are text; numeric text is stored as a number. */
export interface ComparisonTable {
  readonly title: string;
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A position of the weights: shares by index of the part, and the scenario whose constants apply. */
export interface Position {
  readonly scenario: string | null;
  readonly shares: readonly (readonly [number, RationalText])[];
}

/** The weights whose robustness is computed: one group, with its locked parts. */
export interface Moving {
  readonly now: Position;
  /** Index in `Opening.groups`. */
  readonly group: number;
  readonly locked: readonly number[];
  readonly sharing: Sharing;
  /** N for questions about the first N places. */
  readonly top: number;
}

/** A request for a frame, at a position and compared with a baseline. */
export interface FrameRequest {
  readonly kind: "frame";
  readonly baseline: Position;
  readonly now: Position;
  readonly group: number;
  readonly followed: SubjectId | null;
  readonly shows: Shown;
  /** While a thumb is dragged: only figures that are quick to compute. */
  readonly isMoving: boolean;
  /** Whether to compute figures that take seconds. */
  readonly isPatient: boolean;
}

/** Which rows to return: the most relevant ones up to a limit, or a range of all. */
export type Shown =
  | { readonly kind: "some"; readonly limit: number }
  | { readonly kind: "all"; readonly from: number; readonly count: number };

/** A request of the stage. */
export type StageRequest =
  | { readonly kind: "open" }
  | FrameRequest
  /**
   * `tries`: index of the one criterion whose interval is found by rescoring, when there is no faster way; null for
   * none.
   */
  | ({ readonly kind: "robustness" } & Moving & {
        readonly pair: readonly [SubjectId, SubjectId] | null;
        readonly tries: number | null;
      })
  /** Draws another portion of samples; repeated until `sampled` is set. */
  | ({ readonly kind: "spread" } & Moving & { readonly seed: number; readonly samples: number })
  /** `most`: maximum number of subjects, in the order of the first position. */
  | { readonly kind: "scenarios"; readonly positions: readonly Position[]; readonly most: number }
  | { readonly kind: "workbook"; readonly table: ComparisonTable };

/** The rubric as the stage shows it: groups of weights, scenarios, ranking. */
export interface Opening {
  readonly kind: "open";
  readonly title: string;
  /** Null: the rubric has no ranking. */
  readonly ranking: string | null;
  readonly decimals: number;
  /** The period shown, the newest of several; null when the rubric has none. */
  readonly period: string | null;
  readonly subjects: number;
  /** With the shares as written. */
  readonly groups: readonly StageGroup[];
  /** Index of the group shown first. */
  readonly usual: number;
  readonly scenarios: readonly { readonly name: string; readonly position: Position }[];
}

/** A group of sibling parts whose weights are adjusted together. */
export interface StageGroup extends CriteriaGroup {
  /** Name of the parent section; null at the top. */
  readonly name: string | null;
  /** Groups inside its criteria, by index of the criterion's part. */
  readonly inside: readonly { readonly part: number; readonly group: number }[];
}

/** Place, score and grade of a subject at the current position and at the baseline. */
export interface SubjectFigures extends SubjectId {
  /** Null because of a veto. */
  readonly place: number | null;
  readonly before: number | null;
  readonly score: string | null;
  readonly scoreBefore: string | null;
  /** Null while a thumb is dragged, and when there are no grades. */
  readonly grade: { readonly name: string; readonly level: "first" | "middle" | "last" } | null;
  readonly vetoes: readonly string[];
}

/** A row of the ranking. */
export interface StageRow extends SubjectFigures {
  /** Row in the columns of the current position and of the baseline, counted from the top. */
  readonly at: number;
  readonly atBefore: number;
  /** What each criterion contributes to the score, and the rest; null when it is not available quickly. */
  readonly contributions: { readonly parts: readonly RationalText[]; readonly rest: RationalText } | null;
}

/** Why a followed subject moved, compared with the subject that it passed or its neighbour. */
export interface Difference {
  readonly followed: SubjectFigures;
  readonly rival: SubjectFigures | null;
  /** Subjects that it passed, or that passed it; limited to what a sentence can hold. */
  readonly passed: readonly string[];
  readonly passedMore: number;
  /** Published score minus that of the rival, as decimal text. */
  readonly gapBefore: string | null;
  readonly gapNow: string | null;
  readonly parts: readonly {
    readonly part: number;
    readonly name: string;
    readonly shareBefore: RationalText;
    readonly share: RationalText;
    /** Change of the part's contribution to the subject's own score, and to its lead over the rival. */
    readonly own: RationalText;
    readonly gap: RationalText | null;
  }[];
  /** The same for everything else, including rounding. */
  readonly restOwn: RationalText;
  readonly restGap: RationalText | null;
}

/** The ranking at a position, compared with the baseline. */
export interface Frame {
  readonly kind: "frame";
  readonly isMoving: boolean;
  /** In the current order: the first, the followed and the biggest movers. */
  readonly rows: readonly StageRow[];
  /** Number of rows in the columns: those shown, or all. */
  readonly length: number;
  /** Whether grades and vetoes are left out until requested, because they take seconds. */
  readonly lacksDetail: boolean;
  /** Number of ranked subjects, and of subjects with missing data. */
  readonly ranked: number;
  readonly awaiting: number;
  /** Number of subjects whose place has changed. */
  readonly moved: number;
  readonly difference: Difference | null;
}

/** How far each weight can move before places change, and which parts decide. */
export interface Robustness {
  readonly kind: "robustness";
  readonly breakpoints: readonly Breakpoints[];
  readonly decisive: readonly Decisive[];
  readonly notLinear: readonly NotLinear[];
  /** For each criterion, the crossing of the pair nearest to the current share; null when there is none. */
  readonly crossings: readonly (Crossing | null)[];
  /** The position that was requested. */
  readonly now: Position;
  readonly pair: readonly [SubjectId, SubjectId] | null;
}

/** The distribution of places over sampled weights, or the progress of sampling, 0–1. */
export interface Spread {
  readonly kind: "spread";
  readonly progress: number;
  /** Null until all samples have been drawn. */
  readonly sampled: SampledRanks | null;
}

/** The results of one scenario in a comparison. */
export interface ScenarioColumn {
  readonly subjects: readonly {
    readonly key: string;
    readonly period: string | null;
    readonly score: string | null;
    readonly place: number | null;
    readonly grade: string | null;
    readonly awards: readonly string[];
  }[];
}

/** The response to a request; its kind is that of the request. */
export type StageResponse =
  | Opening
  | Frame
  | Robustness
  | Spread
  | {
      readonly kind: "scenarios";
      readonly columns: readonly ScenarioColumn[];
      /** Number of ranked subjects, shown or not. */
      readonly all: number;
    }
  | { readonly kind: "workbook"; readonly bytes: Uint8Array<ArrayBuffer> };
