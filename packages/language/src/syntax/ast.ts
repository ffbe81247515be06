/**
 * The rubric as its author wrote it, without layout: what the parser's tree is turned into and what the checker reads.
 * Nothing is resolved here (a name is only a name). Plain JSON; every node has `kind` and `span`; never mutated.
 */
import type { RoundingMode } from "@yardstick/exact";
import type { Span } from "../source/span.js";
import type { DateLiteral, Expression, Name, NumberLiteral, TextLiteral } from "./ast-expression.js";
import type { ItemForm, LimitMeasure, LineEffect, RestrictionKind, SuffixKind } from "../vocabulary/vocabulary.js";

export type * from "./ast-expression.js";

/** A whole file. Declarations are in the order of the text. */
export interface Rubric {
  readonly kind: "rubric";
  readonly span: Span;
  readonly declarations: readonly Declaration[];
}

export type Declaration =
  | Title
  | Edition
  | Total
  | Rounding
  | Use
  | Data
  | ChoiceDeclaration
  | Constant
  | Section
  | Item
  | BonusOnly
  | Veto
  | Coefficient
  | Ranking
  | Grades
  | Award
  | Consequence
  | Let
  | Output
  | Requirement
  | Policy
  | Scenario
  | Test;

/** `rubric "…"` */
export interface Title {
  readonly kind: "title";
  readonly span: Span;
  readonly text: TextLiteral;
}

/** `edition "2008" [effective 2008-01-01 .. 2008-12-31]` */
export interface Edition {
  readonly kind: "edition";
  readonly span: Span;
  readonly text: TextLiteral;
  readonly from: DateLiteral | null;
  readonly to: DateLiteral | null;
}

/** `total 100 分` */
export interface Total {
  readonly kind: "total";
  readonly span: Span;
  readonly points: NumberLiteral;
}

/** `score rounds to 2 decimals`, `items round to 1 decimal down` */
export interface Rounding {
  readonly kind: "rounding";
  readonly span: Span;
  readonly of: "score" | "items";
  readonly rounds: RoundsTo;
}

/** `rounds to 2 decimals`, `rounds to multiples of 0.5 points down` */
export interface RoundsTo {
  readonly kind: "rounds-to";
  readonly span: Span;
  /** Decimals, or the step. */
  readonly number: NumberLiteral;
  readonly isStep: boolean;
  /** Null: half up. */
  readonly mode: RoundingMode | null;
}

/** `use "team.rubric" as 班子 by 乡镇 [all periods]` */
export interface Use {
  readonly kind: "use";
  readonly span: Span;
  readonly path: TextLiteral;
  readonly alias: Name;
  readonly by: Name;
  readonly allPeriods: boolean;
}

/** `data 社区 { … }` at the top or inside a section. */
export interface Data {
  readonly kind: "data";
  readonly span: Span;
  readonly name: Name;
  readonly fields: readonly FieldDeclaration[];
}

/** `NAME: TYPE [UNIT] [RANGE] [key] [optional] [= DEFAULT] [assessor "…"]` */
export interface FieldDeclaration {
  readonly kind: "field-declaration";
  readonly span: Span;
  readonly name: Name;
  readonly type: TypeNode;
  readonly key: boolean;
  readonly optional: boolean;
  readonly default: Expression | null;
  readonly assessor: TextLiteral | null;
  readonly documentation: string | null;
}

export type TypeNode =
  | { readonly kind: "plain-type"; readonly span: Span; readonly type: "text" | "flag" | "date" | "period" }
  | {
      readonly kind: "number-type";
      readonly span: Span;
      readonly type: "number" | "count" | "percent";
      readonly unit: Name | null;
      readonly range: RangeNode | null;
    }
  | ChoiceTypeNode
  | { readonly kind: "named-type"; readonly span: Span; readonly name: Name }
  | { readonly kind: "list-type"; readonly span: Span; readonly fields: readonly FieldDeclaration[] };

/** `choice(差 "…" < 中 < 好)`: ordered, worst first, when written with `<`. */
export interface ChoiceTypeNode {
  readonly kind: "choice-type";
  readonly span: Span;
  readonly ordered: boolean;
  readonly levels: readonly { readonly span: Span; readonly name: Name; readonly description: TextLiteral | null }[];
}

/** `0 .. 1`, `1 ..`, `.. 5`; a missing end is open. */
export interface RangeNode {
  readonly kind: "range";
  readonly span: Span;
  readonly from: Expression | null;
  readonly to: Expression | null;
}

/** `choice 档次 (不合格 < 合格 < 优秀)`: a named choice type. */
export interface ChoiceDeclaration {
  readonly kind: "choice-declaration";
  readonly span: Span;
  readonly name: Name;
  readonly type: ChoiceTypeNode;
}

/** `constant NAME: TYPE [= DEFAULT]` */
export interface Constant {
  readonly kind: "constant";
  readonly span: Span;
  readonly name: Name;
  readonly type: TypeNode;
  readonly default: Expression | null;
}

/** What the head of a section or an item may contain, in any order. */
export interface PartHead {
  readonly points: NumberLiteral | null;
  /** A share of what is directly above, as an exact fraction of one: `25%`, `1/3`. */
  readonly weight: Expression | null;
  readonly within: RangeNode | null;
  readonly assessor: TextLiteral | null;
  readonly basis: TextLiteral | null;
  readonly rounds: RoundsTo | null;
  readonly applies: AppliesIf | null;
  readonly documentation: string | null;
}

/** `applies if C [otherwise full | 0 | rescale]` */
export interface AppliesIf {
  readonly kind: "applies-if";
  readonly span: Span;
  readonly condition: Expression;
  readonly otherwise: "full" | "zero" | "rescale" | null;
}

/** `section NAME [POINTS] … { parts }`, or `section NAME POINTS by FIELD { LEVEL { parts } … else { parts } }` */
export interface Section extends PartHead {
  readonly kind: "section";
  readonly span: Span;
  readonly name: Name;
  readonly parts: readonly (Section | Item | Data)[];
  readonly variants: Variants | null;
}

export interface Variants {
  readonly kind: "variants";
  readonly span: Span;
  readonly by: Expression;
  /** `levels` empty means `else`. */
  readonly cases: readonly {
    readonly span: Span;
    readonly levels: readonly Name[];
    readonly parts: readonly (Section | Item | Data)[];
  }[];
}

/** `item NAME POINTS { lines }`, `bonus NAME up to P { lines }`, `penalty NAME up to P { lines }` */
export interface Item extends PartHead {
  readonly kind: "item";
  readonly span: Span;
  readonly form: ItemForm;
  readonly name: Name;
  /** Of a bonus or penalty; null where it has no limit. */
  readonly upTo: NumberLiteral | null;
  readonly lines: readonly LineNode[];
}

export type LineNode = Line | LineBlock;

/** `if C { lines } [otherwise { lines }]` */
export interface LineBlock {
  readonly kind: "line-block";
  readonly span: Span;
  readonly condition: Expression;
  readonly lines: readonly LineNode[];
  readonly otherwise: readonly LineNode[];
}

/** The one shape of every scoring line; see the language reference, "Items". */
export interface Line {
  readonly kind: "line";
  readonly span: Span;
  readonly condition: Expression | null;
  readonly each: { readonly span: Span; readonly list: Name; readonly where: Expression | null } | null;
  readonly per: PerClause | null;
  readonly discretion: boolean;
  readonly effect: LineEffect;
  readonly amount: AmountNode;
  readonly suffixes: readonly Suffix[];
  readonly documentation: string | null;
}

/** `per [STEP] X [MEASURE]`, where MEASURE is a word with a limit or `between a .. b` */
export interface PerClause {
  readonly kind: "per";
  readonly span: Span;
  readonly step: NumberLiteral | null;
  readonly of: Expression;
  readonly measure:
    | { readonly kind: "all" }
    | { readonly kind: LimitMeasure; readonly span: Span; readonly limit: Expression }
    | { readonly kind: "between"; readonly span: Span; readonly range: RangeNode };
}

export type AmountNode =
  | { readonly kind: "amount"; readonly span: Span; readonly value: Expression }
  /** `in proportion A / B [below L earns E]`; `ratio` is what was written, a division at its top. */
  | {
      readonly kind: "proportion";
      readonly span: Span;
      readonly ratio: Expression;
      readonly floor: { readonly span: Span; readonly below: Expression; readonly earns: Expression } | null;
    }
  /** `at discretion deduct NAME a .. b`; `at discretion earn` has neither. */
  | { readonly kind: "judged"; readonly span: Span; readonly name: Name | null; readonly range: RangeNode | null }
  /** `open "…"`: a clause that is not a rule yet. */
  | { readonly kind: "open"; readonly span: Span; readonly text: string };

/** A suffix, which follows the amount of a line, by the word that begins it. */
export type Suffix =
  | {
      readonly kind: RestrictionKind;
      readonly span: Span;
      readonly operand: Expression;
      /** `per F` behind the operand. */
      readonly per: Expression | null;
    }
  | { readonly kind: Exclude<SuffixKind, RestrictionKind>; readonly span: Span; readonly text: TextLiteral };

/** `bonus only in A, B` */
export interface BonusOnly {
  readonly kind: "bonus-only";
  readonly span: Span;
  readonly names: readonly Name[];
}

/** `veto NAME if C [basis "…"] { effects }` */
export interface Veto {
  readonly kind: "veto";
  readonly span: Span;
  readonly name: Name;
  readonly condition: Expression;
  readonly basis: TextLiteral | null;
  readonly effects: readonly VetoEffect[];
}

export type VetoEffect =
  | { readonly kind: "score-zero" | "unranked" | "no-place" | "no-awards"; readonly span: Span }
  | { readonly kind: "grade-at-most"; readonly span: Span; readonly grade: Name };

/** `coefficient NAME E applies to total | A, B` */
export interface Coefficient {
  readonly kind: "coefficient";
  readonly span: Span;
  readonly name: Name;
  readonly value: Expression;
  /** Where it does not hold, the coefficient is 1. */
  readonly condition: Expression | null;
  readonly appliesTo: "total" | readonly Name[];
}

/** A key behind `then by`: `E`, or `head to head E against L.F`; without a direction the highest ranks first. */
export interface TieBreak {
  readonly span: Span;
  readonly by: Expression;
  /** The column with the other's name; null: the key is a value of the subject itself. */
  readonly against: Expression | null;
  readonly lowestFirst: boolean;
}

/**
 * `ranking NAME by E [DIRECTION] [within F] [where C] [ties share | then by E2 [DIRECTION], E3 [DIRECTION]]`. A direction belongs
 * to the key last named before it; without one the highest ranks first.
 */
export interface Ranking {
  readonly kind: "ranking";
  readonly span: Span;
  readonly name: Name;
  readonly by: Expression | "each-section";
  readonly lowestFirst: boolean;
  readonly within: Name | null;
  readonly where: Expression | null;
  /** Null: nothing is said, and equal scores share a place. */
  readonly ties: "share" | "dense" | null;
  readonly thenBy: readonly TieBreak[];
}

/** `raise by 1 if C`, `lower by 1 if C`, `raise to G if C`, `grade at most G if C`, with a clause. */
export interface GradeAdjustment {
  readonly span: Span;
  readonly change:
    | { readonly kind: "raise" | "lower"; readonly by: NumberLiteral }
    | { readonly kind: "raise-to" | "at-most"; readonly grade: Name };
  readonly condition: Expression;
  readonly basis: TextLiteral | null;
}

/** `grades NAME [by RANKING] { 优秀: quota 20% and C; 称职: C; else: 不称职 }`, best first. */
export interface Grades {
  readonly kind: "grades";
  readonly span: Span;
  readonly name: Name;
  readonly by: Name | null;
  readonly rows: readonly {
    readonly span: Span;
    readonly grade: Name;
    readonly quota: Expression | null;
    /** Of the quota; null: down. */
    readonly rounding: "up" | "half-up" | null;
    readonly condition: Expression | null;
  }[];
  readonly otherwise: Name | null;
  readonly adjustments: readonly GradeAdjustment[];
}

/** `award NAME RANKING place a .. b [if C] [[pays] E]` */
export interface Award {
  readonly kind: "award";
  readonly span: Span;
  readonly name: Name;
  readonly ranking: Name;
  readonly places: { readonly span: Span; readonly from: NumberLiteral; readonly to: NumberLiteral };
  readonly condition: Expression | null;
  readonly pays: Expression | null;
  readonly rounds: RoundsTo | null;
}

export interface Consequence {
  readonly kind: "consequence";
  readonly span: Span;
  readonly name: Name;
  readonly condition: Expression;
}

export interface Let {
  readonly kind: "let";
  readonly span: Span;
  readonly name: Name;
  readonly value: Expression;
}

export interface Output {
  readonly kind: "output";
  readonly span: Span;
  readonly name: Name;
  readonly value: Expression;
  readonly rounds: RoundsTo | null;
}

/** `require C "…"`: of the data, subject by subject. */
export interface Requirement {
  readonly kind: "requirement";
  readonly span: Span;
  readonly condition: Expression;
  readonly message: TextLiteral | null;
}

/** `policy C ["…"]`: of the rubric or the whole result. */
export interface Policy {
  readonly kind: "policy";
  readonly span: Span;
  readonly condition: Expression;
  readonly message: TextLiteral | null;
}

/** `scenario "…" { NAME: weight 40%; NAME: 5 分; CONSTANT: 3 }` */
export interface Scenario {
  readonly kind: "scenario";
  readonly span: Span;
  readonly name: TextLiteral;
  readonly changes: readonly {
    readonly span: Span;
    readonly target: readonly Name[];
    readonly weight: boolean;
    readonly value: Expression;
  }[];
}

/** `test "…" { given { … } expect { … } }` */
export interface Test {
  readonly kind: "test";
  readonly span: Span;
  readonly name: TextLiteral;
  readonly given: readonly GivenEntry[];
  /** `else: full`: every item without a mention is decreed full. */
  readonly elseFull: boolean;
  readonly expect: readonly {
    readonly span: Span;
    readonly target: readonly Name[];
    readonly value: Expression;
  }[];
}

export interface GivenEntry {
  readonly kind: "given";
  readonly span: Span;
  readonly target: readonly Name[];
  readonly value: Expression | RowsNode;
}

/** `[{ 事项: "…" }, …]` in a test. */
export interface RowsNode {
  readonly kind: "rows";
  readonly span: Span;
  readonly rows: readonly {
    readonly span: Span;
    readonly cells: readonly { readonly span: Span; readonly name: Name; readonly value: Expression }[];
  }[];
}
