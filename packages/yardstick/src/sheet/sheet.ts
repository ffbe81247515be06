/**
 * A score sheet as plain data in one language: every sentence is written, every number is text as it is shown. A terminal and
 * a page only lay it out; spans lead back into the rubric. Minus is U+2212 here, never in JSON results.
 */
import type { Lang } from "@yardstick/language";
import type { RestrictionRole, Span } from "@yardstick/language/program";

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
  /** As published; null unless scored. */
  readonly score: string | null;
  /** What decided, in a sentence or a few: places given up to vetoes, ties, what is awaited. */
  readonly summary: readonly string[];
  readonly awaiting: readonly SheetAwaited[];
  readonly parts: readonly SheetPart[];
  /** From the sum of the parts to the published score, in order. */
  readonly steps: readonly SheetStep[];
  readonly rankings: readonly SheetRanking[];
  readonly results: readonly SheetResult[];
}

export interface SheetAwaited {
  readonly field: string;
  readonly assessor: string | null;
  /** `招商完成（待经发办填报）`. */
  readonly text: string;
}

export type SheetPart = SheetSection | SheetItem;

interface SheetPartCommon {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  readonly assessor: string | null;
  readonly basis: string | null;
  /** Full marks on the part's own scale. */
  readonly points: string;
  /** Full marks in points of the part above: what it is worth there. */
  readonly worth: string;
  /** On its own scale; null while pending or where the part does not apply. */
  readonly score: string | null;
  /** What it adds to the part above, where that differs from its score. */
  readonly contribution: string | null;
  readonly notes: readonly SheetNote[];
}

export interface SheetSection extends SheetPartCommon {
  readonly kind: "section";
  readonly parts: readonly SheetPart[];
}

export interface SheetItem extends SheetPartCommon {
  readonly kind: "item";
  readonly form: "item" | "bonus" | "penalty";
  /** Where its sum begins. */
  readonly start: string;
  /** The most a bonus adds or a penalty takes; null where it is open, and of an item, whose points say it. */
  readonly limit: string | null;
  readonly lines: readonly SheetLine[];
}

export interface SheetLine {
  readonly span: Span;
  readonly sign: "deduct" | "add" | "earn" | "discretion";
  readonly outcome: "fired" | "not-fired" | "waived" | "pending";
  /** The line as the rubric has it, on one line. */
  readonly sentence: string;
  readonly basis: string | null;
  readonly reads: readonly SheetRead[];
  /** `3 次`, `4 步`; null where the line does not count or has not fired. */
  readonly count: string | null;
  /** Signed: `−0.30`, `+1.00`; null while pending. */
  readonly effect: string | null;
  readonly notes: readonly SheetNote[];
  readonly evidence: readonly SheetEvidence[];
}

/** A value that was read, as its author wrote it: `招商完成`, `1180 万元`. */
export interface SheetRead {
  readonly name: string;
  /** Null while it is awaited. */
  readonly text: string | null;
  readonly assessor: string | null;
  readonly span: Span;
}

export type NoteKind =
  RestrictionRole | "range" | "not-applicable" | "rounding" | "discretion" | "not-fired" | "pending";

/** A mark beside a line or a part: `封顶` and `最多 0.50 分，挡回 0.20 分`. */
export interface SheetNote {
  readonly kind: NoteKind;
  readonly label: string;
  /** Empty where the label says it all. */
  readonly text: string;
  readonly span: Span | null;
}

/** A side row behind a number. */
export interface SheetEvidence {
  readonly list: string;
  /** Row in the side table, from 0. */
  readonly row: number;
  readonly cells: readonly { readonly name: string; readonly text: string | null }[];
  /** Its own effect, signed, where it had one. */
  readonly effect: string | null;
}

export interface SheetStep {
  readonly kind: "sum" | "coefficient" | "rounding" | "veto" | "score";
  readonly label: string;
  readonly text: string;
  /** What stands after the step; null while pending and for vetoes that leave the score alone. */
  readonly value: string | null;
  readonly span: Span | null;
}

export interface SheetRanking {
  readonly name: string;
  readonly span: Span;
  readonly place: number | null;
  readonly of: number;
  /** `第 2 名（共 9 家）`. */
  readonly text: string;
}

export interface SheetResult {
  readonly kind: "grade" | "award" | "consequence" | "output";
  readonly name: string;
  readonly span: Span;
  /** False: shown as not reached; null: cannot be decided yet. */
  readonly holds: boolean | null;
  readonly text: string;
}
