/** What a pattern is: its forms in both languages, what it makes of a match, and examples that are tests. */
import type { ItemForm, Lang } from "@yardstick/language";
import type { RulePart } from "../rule/rule.js";
import type { Slots } from "./template.js";

/** What surrounds a clause. */
export interface Context {
  readonly lang: Lang;
  readonly title: string;
  readonly section: string;
  readonly item: string;
  /** Points of the item as decimal text; null where it has none. */
  readonly points: string | null;
  readonly role: ItemForm | "veto";
  /** What the column of requirements says of the item. */
  readonly requirement: string;
  /** The whole text of the cell or paragraph of the clause. */
  readonly passage: string;
  /** Of a column for bonuses or deductions. */
  readonly side: "add" | "deduct" | null;
  /** Event and measure of the match before, in the same clause or item. */
  readonly event: string;
  readonly measure: string;
  /** Rules of the numbered entry before this one, or of earlier sentences of this one: what 加倍 and 减半 are about. */
  readonly previous: readonly RulePart[];
  /** A rule of the same sentence stands before. */
  readonly follows: boolean;
  /** Earlier sentences of the same numbered entry have rules. */
  readonly unitHasRules: boolean;
  /** The document says itself how parts make up the total, by a formula. */
  readonly isComposed: boolean;
  /** Kinds of subjects that the document gives targets of their own. */
  readonly subjectKinds: ReadonlySet<string>;
  /** The document says that it starts at all of its points. */
  readonly startsFull: boolean;
  /** The document says that points between two limits are points × actual ÷ upper limit. */
  readonly definesRatioMethod: boolean;
}

/** A wording of a question or an answer in both languages. */
export type Wording = Readonly<Record<Lang, string>>;

/** A question of a pattern: two or three whole answers, none chosen beforehand. */
export interface Asked {
  readonly code: string;
  readonly scope: "clause" | "document";
  readonly text: Wording;
  readonly options: readonly Wording[];
}

/** The option that the document itself gives to a question. */
export interface Given {
  readonly option: number;
  /** The words of the document that give it. */
  readonly because: Wording;
}

/** What a pattern sees of a match while it builds its rules. */
export interface Building {
  readonly slots: Slots;
  /** Slots of each row of a series; empty for single forms. */
  readonly rows: readonly Slots[];
  readonly context: Context;
  /** Text of a slot, an empty text where it is not there. */
  text(name: string): string;
  /** Number of a slot as decimal text; `1` where it is not there. */
  number(name: string): string;
  /** Asks a question with whole answers; gives the chosen one, that which the document gives itself, or 0 while it is open. */
  ask(question: Asked, given?: Given | null): number;
  /** Sets the event that a clause behind this one may be about. */
  about(event: string): void;
  /** Sets the measure that a clause behind this one may be about. */
  measured(measure: string): void;
}

/** A pattern of clauses. It has forms over a whole stretch, or rows that are repeated. */
export interface Pattern {
  readonly name: string;
  /** A sign that every Chinese stretch of the pattern has, which leaves most others out at once. */
  readonly sign?: RegExp;
  readonly forms: Readonly<Record<Lang, readonly string[]>>;
  /** Forms of one row, for patterns that are two or more rows with commas between; the rows before may be led by a head. */
  readonly rows?: Readonly<Record<Lang, readonly string[]>>;
  /** Null where the words fit and the meaning does not. */
  build(building: Building): readonly RulePart[] | null;
  readonly examples: Readonly<Record<Lang, readonly string[]>>;
  /** Clauses that must not be read as this. */
  readonly counterExamples: readonly string[];
}

/** A phrase that belongs to the rule before: a bound, an exception, `highest per`. */
export interface Attachment {
  readonly name: string;
  readonly forms: Readonly<Record<Lang, readonly string[]>>;
  /** Questions of the rule before that the phrase answers, by code. */
  settles?(slots: Slots, context: Context): Readonly<Record<string, number>>;
  /** The rules with the phrase applied; null where it cannot belong to them. */
  apply(parts: readonly RulePart[], building: Building): readonly RulePart[] | null;
  /** The rules of all sentences before in the clause as one, where the phrase is about all; null where it is not. */
  join?(parts: readonly RulePart[], building: Building): readonly RulePart[] | null;
}

export type { Slots };
