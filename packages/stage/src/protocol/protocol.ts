/**
 * What the stage asks of the Worker, in the way of the other questions: a position of the weights in, figures out. All of it is
 * plain data; shares are exact. Every figure is that of scoring the changed rubric.
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
import type { Exact } from "@yardstick/language/program";

/** A comparison of scenarios to be written as a workbook. Cells are text; a plain figure becomes a number. */
export interface ComparisonTable {
  readonly title: string;
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where the weights stand: shares by index of the part, and the scenario whose constants hold. */
export interface Position {
  readonly scenario: string | null;
  readonly shares: readonly (readonly [number, Exact])[];
}

/** What firmness is asked about: one group, with what may not move. */
export interface Moving {
  readonly now: Position;
  /** Place in `Opening.groups`. */
  readonly group: number;
  readonly locked: readonly number[];
  readonly sharing: Sharing;
  /** N of the first N. */
  readonly top: number;
}

export interface FrameAsked {
  readonly kind: "frame";
  readonly baseline: Position;
  readonly now: Position;
  readonly group: number;
  readonly followed: SubjectId | null;
  readonly shows: Shown;
  /** While a thumb moves: only what is quick. */
  readonly isMoving: boolean;
  /** Whether what takes seconds is wanted. */
  readonly isPatient: boolean;
}

/** Which rows: so many that matter, or a stretch of all. */
export type Shown =
  | { readonly kind: "some"; readonly limit: number }
  | { readonly kind: "all"; readonly from: number; readonly count: number };

export type StageAsked =
  | { readonly kind: "open" }
  | FrameAsked
  /** `tries`: place of the one criterion whose interval is to be found by scoring again, where there is no other way; null for none. */
  | ({ readonly kind: "firmness" } & Moving & {
        readonly pair: readonly [SubjectId, SubjectId] | null;
        readonly tries: number | null;
      })
  /** Draws a portion more; asked again until it is done. */
  | ({ readonly kind: "spread" } & Moving & { readonly seed: number; readonly samples: number })
  /** `most`: how many subjects, the first of the first position. */
  | { readonly kind: "scenarios"; readonly positions: readonly Position[]; readonly most: number }
  | { readonly kind: "workbook"; readonly table: ComparisonTable };

export interface Opening {
  readonly kind: "open";
  readonly title: string;
  /** Null: the rubric ranks nobody. */
  readonly ranking: string | null;
  readonly decimals: number;
  /** The period that is shown, the newest of several; null where the rubric has none. */
  readonly period: string | null;
  readonly subjects: number;
  /** With the shares as written. */
  readonly groups: readonly StageGroup[];
  /** Which group the stage begins with. */
  readonly usual: number;
  readonly scenarios: readonly { readonly name: string; readonly position: Position }[];
}

export interface StageGroup extends CriteriaGroup {
  /** Of the section above; null at the top. */
  readonly name: string | null;
  /** Groups inside its criteria, by index of the criterion's part. */
  readonly inside: readonly { readonly part: number; readonly group: number }[];
}

export interface SubjectFigures extends SubjectId {
  /** Null: a veto took it. */
  readonly place: number | null;
  readonly before: number | null;
  readonly score: string | null;
  readonly scoreBefore: string | null;
  /** Null while a thumb moves, and where there are no grades. */
  readonly grade: { readonly name: string; readonly level: "first" | "middle" | "last" } | null;
  readonly vetoes: readonly string[];
}

export interface StageRow extends SubjectFigures {
  /** Where it stands in the columns of now and of the baseline, counted in rows from the top. */
  readonly at: number;
  readonly atBefore: number;
  /** What each criterion brings to the score, and everything else; null where that is not at hand. */
  readonly brings: { readonly parts: readonly Exact[]; readonly rest: Exact } | null;
}

/** What a followed subject's move comes from, against the one it passed or that is next to it. */
export interface Difference {
  readonly followed: SubjectFigures;
  readonly rival: SubjectFigures | null;
  /** Whom it passed, or who passed it; at most so many as can be read. */
  readonly passed: readonly string[];
  readonly passedMore: number;
  /** Published score less the rival's, decimal text. */
  readonly gapBefore: string | null;
  readonly gapNow: string | null;
  readonly parts: readonly {
    readonly part: number;
    readonly name: string;
    readonly shareBefore: Exact;
    readonly share: Exact;
    /** Change of what the part adds to the subject's own score, and to its lead over the rival. */
    readonly own: Exact;
    readonly gap: Exact | null;
  }[];
  /** The same of everything else, rounding included. */
  readonly restOwn: Exact;
  readonly restGap: Exact | null;
}

export interface Frame {
  readonly kind: "frame";
  readonly isMoving: boolean;
  /** In the order of now: the first, the followed and the biggest movers. */
  readonly rows: readonly StageRow[];
  /** How many rows the columns have: those shown, or all. */
  readonly length: number;
  /** Whether grades and vetoes wait for somebody to ask, because they take seconds. */
  readonly lacksDetail: boolean;
  /** How many are in the ranking, and how many await data. */
  readonly ranked: number;
  readonly awaiting: number;
  /** How many changed their place. */
  readonly moved: number;
  readonly difference: Difference | null;
}

export interface Firmness {
  readonly kind: "firmness";
  readonly breakpoints: readonly Breakpoints[];
  readonly decisive: readonly Decisive[];
  readonly notLinear: readonly NotLinear[];
  /** For each criterion, where the pair changes places nearest to the present share; null where nowhere. */
  readonly crossings: readonly (Crossing | null)[];
  /** What was asked about. */
  readonly now: Position;
  readonly pair: readonly [SubjectId, SubjectId] | null;
}

export interface Spread {
  readonly kind: "spread";
  readonly progress: number;
  /** Null until all is drawn. */
  readonly sampled: SampledRanks | null;
}

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

export type StageAnswer =
  | Opening
  | Frame
  | Firmness
  | Spread
  | {
      readonly kind: "scenarios";
      readonly columns: readonly ScenarioColumn[];
      /** How many subjects there are in the ranking, shown or not. */
      readonly all: number;
    }
  | { readonly kind: "workbook"; readonly bytes: Uint8Array<ArrayBuffer> };
