/**
 * A part of the scored tree as evaluators see it: what it adds up, the steps from that sum to its score, and how the score counts in its
 * parent. Items, bonuses and penalties differ in these alone.
 */
import type { RationalText } from "@yardstick/exact";
import type { Expression } from "../../program/expression.js";
import type { Section } from "../../program/program.js";
import type { Rule } from "./rule.js";
import type { Multiply, NumberStep } from "./step.js";

interface PartBase {
  /** Names from the top, joined by `/`: unique. */
  readonly path: string;
  readonly name: string;
  readonly assessor: string | null;
  readonly parent: number | null;
  /** The scale of the part, which `full` and percentages of points refer to. */
  readonly points: RationalText;
  /** The score in full: the points of what shares in its parent; 0 of a bonus or a penalty. */
  readonly full: RationalText;
  /** Null: always. */
  readonly applies: PartApplies | null;
  /** From the sum of its rules or parts to its score, in the order in which they act. */
  readonly steps: readonly NumberStep[];
  readonly addend: Addend;
  /** Decimals of the published score; null: published exactly where it ends. */
  readonly decimals: number | null;
}

/** When a part applies, and what it scores where it does not. */
export interface PartApplies {
  readonly when: Expression;
  /** Null: no score at all, and its share goes to its siblings in proportion. */
  readonly otherwise: RationalText | null;
}

/** How the score of a part counts in its parent. */
export interface Addend {
  /** What it adds at full marks. */
  readonly share: RationalText;
  /** The scale of its score, which the share stands for; null: the score counts as it is. */
  readonly scale: RationalText | null;
  /** Whether its share goes to its siblings where it does not apply, and may grow by theirs. */
  readonly sharing: boolean;
  /** Coefficients on the part, in the order of the text. */
  readonly steps: readonly Multiply[];
}

/** A part that adds up the effects of rules. */
export interface ItemNode extends PartBase {
  readonly kind: "item";
  /** Where the sum begins. */
  readonly start: RationalText;
  readonly rules: readonly Rule[];
}

/** A part that adds up other parts. */
export interface SectionNode extends PartBase {
  readonly kind: "section";
  readonly parts: readonly number[];
  /** Which of `parts` count for a subject; null: all. */
  readonly variants: Section["variants"];
}

/** A part of the scored tree. */
export type PartNode = ItemNode | SectionNode;
