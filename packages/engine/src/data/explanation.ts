/**
 * Why a subject has its score: every line with what it read, what it did, what held it back; also the lines that did not fire.
 * Plain JSON without prose; sentences are written by the view, in either language.
 */
import type { RationalText } from "@yardstick/exact";
import type { ItemForm, LineEffect, RestrictionRole, Rounding, Span, StepRole } from "@yardstick/language/core";
import type { Awaited, Shown, Undecided } from "./result.js";

/** Three-valued: null is pending. */
export type Truth = boolean | null;

/** How the results of one subject are calculated. */
export interface Explanation {
  readonly key: string;
  readonly period: string | null;
  readonly status: "scored" | "pending" | "invalid";
  readonly awaiting: readonly Awaited[];
  /** Tree of parts, roots in the order of the text. */
  readonly parts: readonly PartExplanation[];
  /** Sum of the roots' contributions. */
  readonly sum: RationalText | null;
  /** From the sum to the published score, in order: coefficients on the total, the rounding where it changes the score, vetoes that set 0. */
  readonly steps: readonly StepExplanation[];
  /** Coefficients on parts and on the total: the steps of their role, with what they act on. */
  readonly coefficients: readonly {
    readonly name: string;
    readonly span: Span;
    readonly value: RationalText | null;
    readonly reads: readonly Read[];
    /** `total`, or the path of the part it was applied to. */
    readonly target: string;
    readonly before: RationalText | null;
    readonly after: RationalText | null;
  }[];
  /** The one rounding of the score, also where it changes nothing: `before` exact, `after` as published. */
  readonly rounding: RoundingExplanation | null;
  readonly vetoes: readonly VetoExplanation[];
  /** After vetoes. */
  readonly score: string | null;
  readonly rankings: readonly RankingExplanation[];
  readonly grades: readonly {
    readonly name: string;
    readonly span: Span;
    readonly grade: string | null;
    readonly note: "quota" | "cut-tie" | "veto" | null;
    /** The grade that the rows gave, where an adjustment changed it. */
    readonly drawn: string | null;
    /** The rules that raise or lower it, in the order of the text. */
    readonly adjustments: readonly {
      readonly span: Span;
      readonly basis: string | null;
      readonly holds: Truth;
      readonly reads: readonly Read[];
    }[];
  }[];
  readonly awards: readonly {
    readonly name: string;
    readonly span: Span;
    readonly holds: Truth;
    readonly pays: string | null;
    readonly overruledBy: readonly string[];
  }[];
  readonly consequences: readonly {
    readonly name: string;
    readonly span: Span;
    readonly holds: Truth;
    readonly reads: readonly Read[];
  }[];
  readonly outputs: readonly {
    readonly name: string;
    readonly span: Span;
    readonly value: string | null;
    readonly exact: RationalText | null;
    readonly reads: readonly Read[];
  }[];
  /** What cannot be decided yet and what it awaits, as in the result. */
  readonly undecided: readonly Undecided[];
  /** What reads an aggregate some of whose members are not known yet, as in the result. */
  readonly provisional: readonly string[];
}

/** How the score of a section or an item is calculated. */
export type PartExplanation = SectionExplanation | ItemExplanation;

interface PartCommon {
  /** Index in `Program.parts`. */
  readonly part: number;
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  readonly points: RationalText;
  readonly worth: RationalText;
  readonly assessor: string | null;
  readonly basis: string | null;
  /** Null: applies. Else what the part got instead, and what was read to decide. */
  readonly notApplicable: { readonly outcome: "full" | "zero" | "rescale"; readonly reads: readonly Read[] } | null;
  readonly rounding: RoundingExplanation | null;
  /**
   * From the sum of its rules or parts to what it adds to the part above, in order: the range and the rounding where they change the score,
   * coefficients on the part. Each step's numbers are on the scale that it acts on.
   */
  readonly steps: readonly StepExplanation[];
  /** On its own scale of points, exact, as it counts in its parent; null while pending. */
  readonly score: RationalText | null;
  /** The score as published: a section's with its decimals, 2 where it says none. */
  readonly published: string | null;
  /** What it adds to the part above. */
  readonly contribution: RationalText | null;
}

/** A rounding; of a part `after` is exact text, of the score as published. */
export interface RoundingExplanation {
  readonly before: RationalText;
  readonly after: string;
  readonly decimals: number;
  /** The mode and step that the rubric names; null: half up to `decimals`. */
  readonly stated: Rounding | null;
}

/** How the score of a section is calculated. */
export interface SectionExplanation extends PartCommon {
  readonly kind: "section";
  readonly parts: readonly PartExplanation[];
}

/** How the score of an item, a bonus or a penalty is calculated. */
export interface ItemExplanation extends PartCommon {
  readonly kind: "item";
  readonly form: ItemForm;
  readonly start: RationalText;
  readonly lines: readonly LineExplanation[];
  /** Start plus all effects. */
  readonly sum: RationalText | null;
  /** What the item's range held back: positive where the sum was over the top, negative where it was below the bottom. Null where nothing. */
  readonly heldBack: RationalText | null;
  readonly min: RationalText | null;
  readonly max: RationalText | null;
}

/** The effect of one rule. */
export interface LineExplanation {
  readonly span: Span;
  readonly effect: LineEffect;
  /** `waived`: it would have acted, but `unless` held. */
  readonly outcome: "fired" | "not-fired" | "waived" | "pending";
  readonly discretion: boolean;
  readonly basis: string | null;
  /** Values read, in order of reading, each once. */
  readonly reads: readonly Read[];
  /** How many times it counted (after measure and whole steps); null where the line does not count. */
  readonly count: RationalText | null;
  /** Side rows that acted (or, for a field counted from rows, that were counted). */
  readonly evidence: readonly Evidence[];
  /** Points for one count; null where it differs by row or is pending. */
  readonly amount: RationalText | null;
  /** Signed effect before all restrictions. */
  readonly gross: RationalText | null;
  /** Suffixes that acted, in the order in which they act: `gross` is `net` plus everything that they held back. */
  readonly restrictions: readonly RestrictionExplanation[];
  /** The restriction of this role, as those of the list; the list holds the other roles, too. */
  readonly cap: {
    readonly span: Span;
    readonly limit: RationalText;
    readonly per: string | null;
    readonly heldBack: RationalText;
  } | null;
  readonly highestPer: { readonly span: Span; readonly heldBack: RationalText } | null;
  /** `heldBack` is null where what was waived is itself pending. */
  readonly waiver: {
    readonly span: Span;
    readonly heldBack: RationalText | null;
    readonly reads: readonly Read[];
  } | null;
  /** Signed effect on the item's sum; `"0"` where it did not fire. */
  readonly net: RationalText | null;
}

/** What one step of the calculation did: a suffix of a rule, the range or the rounding of a part, a coefficient, a veto. */
export interface StepExplanation {
  readonly role: StepRole;
  /** The suffix, coefficient or veto as written; the part of a range or a rounding; null of the rounding of the score. */
  readonly span: Span | null;
  /** Of a coefficient or a veto. */
  readonly name: string | null;
  /** The limit of a suffix, the bound of a range, the value of a coefficient; null of any other step, and while it is pending. */
  readonly limit: RationalText | null;
  /** What the rows are grouped by, in the rubric's names: `month(日期)`. */
  readonly per: string | null;
  /** The number before the step, signed; null while it is pending. */
  readonly before: RationalText | null;
  /** The number behind it. */
  readonly after: RationalText | null;
  /** `before` less `after`, signed like the number; what a step adds is held back the other way round. Null where one of them is pending. */
  readonly heldBack: RationalText | null;
  /** What its condition, or the coefficient, read. */
  readonly reads: readonly Read[];
}

/** What a suffix of a rule did to its effect. */
export interface RestrictionExplanation extends StepExplanation {
  readonly role: RestrictionRole;
  readonly span: Span;
}

/** A side row behind a number: its row in the side table (from 0), its cells as shown, and its own effect where it had one. */
export interface Evidence {
  readonly list: string;
  readonly row: number;
  readonly cells: readonly { readonly name: string; readonly text: string | null }[];
  readonly effect: RationalText | null;
}

/** A value that was read, in the unit in which its fields are written; null where it is missing or cannot be used. */
export interface Read {
  readonly kind: "field" | "constant" | "let" | "part" | "result" | "rows" | "across" | "history" | "used";
  readonly name: string;
  readonly span: Span;
  readonly value: Shown | { readonly text: string; readonly unit?: string } | null;
  readonly assessor: string | null;
}

/** Whether a veto fired, and the results that it overrode. */
export interface VetoExplanation {
  readonly name: string;
  readonly span: Span;
  readonly basis: string | null;
  readonly holds: Truth;
  readonly reads: readonly Read[];
  /** What it overrode, as data: the score before it, places it took away, awards, a better grade. */
  readonly overrode: readonly (
    | { readonly kind: "score"; readonly was: string }
    | { readonly kind: "place"; readonly ranking: string; readonly was: number }
    | { readonly kind: "award"; readonly name: string }
    | { readonly kind: "grade"; readonly name: string; readonly was: string }
  )[];
}

/** The place in a ranking. */
export interface RankingExplanation {
  readonly name: string;
  readonly span: Span;
  readonly value: string | null;
  readonly place: number | null;
  /** How many hold a place in the same group. */
  readonly of: number;
  readonly group: string | null;
  readonly tiedWith: readonly string[];
  /**
   * For each key `head to head` that the subject came to, what each of those who tied before it and hold a place had against the others,
   * in the order of the ranking, with the subject among them; `value` null while it is pending. Absent where there is none.
   */
  readonly headToHead?: readonly (readonly { readonly key: string; readonly value: string | null }[])[];
  /** The place it would have without vetoes, and who ahead of it was vetoed. */
  readonly withoutVetoes: number | null;
  readonly vetoedAhead: readonly { readonly key: string; readonly veto: string }[];
}
