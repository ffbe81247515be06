/**
 * A score sheet as plain data in one language: all sentences and numbers are text as displayed. Spans refer to the rubric. The minus is
 * U+2212.
 */
import type { StepExplanation } from "@yardstick/engine";
import type { Lang, Reach } from "@yardstick/language";
import type { ItemForm, Span } from "@yardstick/language/program";

/** A score sheet. */
export interface Sheet {
  readonly lang: Lang;
  /** `评分表`, `Score sheet`. */
  readonly heading: string;
  readonly rubric: string | null;
  readonly edition: string | null;
  readonly key: string;
  readonly period: string | null;
  readonly status: "scored" | "pending" | "invalid";
  readonly statusText: string;
  /** The published score; null unless scored. */
  readonly score: string | null;
  /** What was lost and gained; null while the score is pending, and where the points of a part that does not apply go to its siblings. */
  readonly balance: SheetBalance | null;
  /** Sentences that explain the result: missing values, vetoes, places gained by vetoes, ties. */
  readonly summary: readonly string[];
  readonly awaiting: readonly SheetAwaited[];
  readonly parts: readonly SheetPart[];
  /** The calculation from the sum of the parts to the published score, in order. */
  readonly steps: readonly SheetStep[];
  readonly rankings: readonly SheetRanking[];
  readonly results: readonly SheetResult[];
}

/** Full marks, all that was lost and gained, and the sum before coefficients on the total and its rounding; numbers without a sign. */
export interface SheetBalance {
  /** `满分 100.00，失 3.0455，加 0.30，合计 97.2545。` */
  readonly text: string;
  readonly full: string;
  readonly lost: string;
  readonly gained: string;
  readonly sum: string;
  /** The greatest first. */
  readonly losses: readonly SheetChange[];
  /** The greatest first. */
  readonly gains: readonly SheetChange[];
}

/** What an item changed in the total, or a section beyond its parts, as by a range, a rounding or a coefficient. */
export interface SheetChange {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  readonly assessor: string | null;
  /** With its sign: `−0.728`. */
  readonly amount: string;
}

/** A missing or unusable value. */
export interface SheetAwaited {
  readonly field: string;
  readonly assessor: string | null;
  /** `招商完成（待经发办填报）`. */
  readonly text: string;
}

/** A section or an item. */
export type SheetPart = SheetSection | SheetItem;

interface SheetPartCommon {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  readonly assessor: string | null;
  readonly basis: string | null;
  /** Full marks on the scale of the part. */
  readonly points: string;
  /** Full marks on the scale of the parent. */
  readonly worth: string;
  /** The score on the scale of the part; null while pending or where the part does not apply. */
  readonly score: string | null;
  /** The points that it adds to the parent; null where they equal the exact score. */
  readonly contribution: string | null;
  readonly notes: readonly SheetStep[];
}

/** A section. */
export interface SheetSection extends SheetPartCommon {
  readonly kind: "section";
  readonly parts: readonly SheetPart[];
}

/** An item, a bonus or a penalty. */
export interface SheetItem extends SheetPartCommon {
  readonly kind: "item";
  readonly form: ItemForm;
  /** What a bonus or a penalty is called, and from 0 to which side its sum may reach; null for items. */
  readonly formName: string | null;
  readonly reaches: Reach | null;
  /** The initial value of its sum. */
  readonly start: string;
  /** The most points, of either sign, of a bonus or a penalty; null where unlimited, and for items. */
  readonly limit: string | null;
  readonly lines: readonly SheetLine[];
}

/** A rule. */
export interface SheetLine {
  readonly span: Span;
  readonly sign: "deduct" | "add" | "earn" | "discretion";
  readonly outcome: "fired" | "not-fired" | "waived" | "pending";
  /** The rule on one line, with the keywords of the language. */
  readonly sentence: string;
  readonly basis: string | null;
  readonly reads: readonly SheetRead[];
  /** The count with its unit: `3 次`, `4 步`; null where the rule does not count or has not fired. */
  readonly count: string | null;
  /** The effect with its sign: `−0.30`, `+1.00`; null while pending. */
  readonly effect: string | null;
  readonly notes: readonly SheetStep[];
  readonly evidence: readonly SheetEvidence[];
}

/** A value that was read: `招商完成`, `1180 万元`. */
export interface SheetRead {
  readonly name: string;
  /** Null where the value is missing. */
  readonly text: string | null;
  readonly assessor: string | null;
  readonly span: Span;
}

/** What is noted beside the steps of the calculation. */
export type NoteKind = "not-applicable" | "discretion" | "not-fired" | "pending";

/**
 * A step of the calculation, of a rule, of a part or of the total, or a note beside them: `封顶` and `最多 0.50 分，挡回 0.20 分`. `sum` and
 * `score` are where the calculation of the total begins and ends.
 */
export interface SheetStep {
  readonly kind: StepExplanation["role"] | NoteKind | "sum" | "score";
  readonly label: string;
  /** Empty where the label is sufficient. */
  readonly text: string;
  /** The value after the step; null while pending, and where nothing is calculated. */
  readonly value: string | null;
  readonly span: Span | null;
}

/** A side row behind a number. */
export interface SheetEvidence {
  readonly list: string;
  /** Row in the side table, from 0. */
  readonly row: number;
  readonly cells: readonly { readonly name: string; readonly text: string | null }[];
  /** The effect of the row with its sign; null where it has none. */
  readonly effect: string | null;
}

/** The place in a ranking. */
export interface SheetRanking {
  readonly name: string;
  readonly span: Span;
  readonly place: number | null;
  readonly of: number;
  /** Keys of the subjects that share the place. */
  readonly tiedWith: readonly string[];
  readonly isProvisional: boolean;
  /** `第 2 名（共 9 家）`. */
  readonly text: string;
}

/** A grade, an award, a consequence or an output. */
export interface SheetResult {
  readonly kind: "grade" | "award" | "consequence" | "output";
  readonly name: string;
  readonly span: Span;
  /** False where it was not reached; null where it is undecided. */
  readonly holds: boolean | null;
  readonly text: string;
}
