/**
 * The checked rubric: what the checker makes and evaluators run. Flat tables that refer to each other by index, plain JSON.
 * Fields, parts and results keep the names of the rubric, so that results and explanations speak the author's words.
 */
import type { RationalText } from "@yardstick/exact";
import type { Span } from "../source/span.js";
import type { ItemForm, LimitMeasure, LineEffect, RestrictionKind, RestrictionRole } from "../vocabulary/vocabulary.js";
import type { Expression, Unit } from "./expression.js";
import type { Rounding } from "./rounding.js";

export type { ItemForm, LimitMeasure, LineEffect, RestrictionKind, RestrictionRole };

/** A checked rubric: names resolved to indexes, units and points computed, spans into the source. */
export interface Program {
  /** Version of the language, `"1"`. */
  readonly language: string;
  readonly title: string | null;
  readonly edition: { readonly name: string; readonly from: string | null; readonly to: string | null } | null;
  /** What full marks are; null where the rubric does not say. */
  readonly total: RationalText | null;
  /** Decimals of the published score, 2 where the rubric is silent. */
  readonly scoreDecimals: number;
  /** `items round to N`; null where items are not rounded. */
  readonly itemDecimals: number | null;
  /** Mode and step of the score and of `items round to`, where the rubric names one; null: half up to the decimals. */
  readonly scoreRounding: Rounding | null;
  readonly itemRounding: Rounding | null;
  /** Name of the subject table, as in `data 社区 { … }`. */
  readonly subject: string;
  /** Index of the key field, and of the period field where there is one. */
  readonly key: number;
  readonly period: number | null;
  readonly fields: readonly Field[];
  readonly lists: readonly List[];
  readonly constants: readonly Field[];
  readonly choices: readonly Choice[];
  /** All parts in the order of the text, a section before what it holds; `roots` are those at the top. */
  readonly parts: readonly Part[];
  readonly roots: readonly number[];
  readonly lets: readonly Named[];
  readonly coefficients: readonly Coefficient[];
  readonly vetoes: readonly Veto[];
  readonly rankings: readonly Ranking[];
  readonly grades: readonly Grades[];
  readonly awards: readonly Award[];
  readonly consequences: readonly Consequence[];
  readonly outputs: readonly Output[];
  readonly requirements: readonly Check[];
  readonly policies: readonly Check[];
  readonly uses: readonly Use[];
  readonly scenarios: readonly Scenario[];
  readonly tests: readonly Test[];
}

/** One input of a subject: a declared field, or an assessor's judgement asked for by a line `at discretion`. */
export interface Field {
  readonly name: string;
  readonly span: Span;
  readonly type: FieldType;
  /** A blank is not an error and makes nothing pending by itself: it reads as `none`. */
  readonly optional: boolean;
  /** The value of a missing cell, where the rubric gives one. A constant expression. */
  readonly default: Expression | null;
  readonly assessor: string | null;
  readonly documentation: string | null;
  /** The line whose judgement this is, `[part, line]`; absent means none given (no effect). Null for declared fields. */
  readonly judgement: { readonly part: number; readonly line: number } | null;
}

/** The type of a field. */
export type FieldType =
  | { readonly kind: "text" }
  | { readonly kind: "flag" }
  | { readonly kind: "date" }
  | { readonly kind: "period" }
  | {
      readonly kind: "number";
      readonly form: "number" | "count" | "percent";
      readonly unit: Unit | null;
      /** Inclusive, in base units. */
      readonly min: RationalText | null;
      readonly max: RationalText | null;
      /** 0 is in it too, though it lies outside: at an assessor's discretion 0 means none. */
      readonly orZero?: true;
    }
  | { readonly kind: "level"; readonly choice: number }
  | { readonly kind: "list"; readonly list: number };

/** A `list { … }` field: side rows of each subject. `field` is the index of the field that holds it. */
export interface List {
  readonly name: string;
  readonly field: number;
  readonly columns: readonly Field[];
}

/** A choice with its levels. */
export interface Choice {
  readonly name: string | null;
  readonly ordered: boolean;
  /** Worst first when ordered. */
  readonly levels: readonly { readonly name: string; readonly description: string | null }[];
}

/** A node of the scored tree. */
export type Part = Section | Item;

interface PartBase {
  readonly name: string;
  /** Names from the top, joined by `/`: unique. */
  readonly path: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly parent: number | null;
  /** The scale the part's own lines or parts add up on, at full marks. */
  readonly points: RationalText;
  /** What it adds to the part above at full marks; differs from `points` where weights are used. Bonuses and penalties: their own points. */
  readonly worth: RationalText;
  /** As written; null where the part has points. */
  readonly weight: RationalText | null;
  /** Bounds of the weight or of the points for sliders and scenarios, or an item's own range of points. */
  readonly within: { readonly min: RationalText | null; readonly max: RationalText | null } | null;
  /** Own, or inherited from the part above. */
  readonly assessor: string | null;
  readonly basis: string | null;
  readonly decimals: number | null;
  /** Mode and step, where the rubric names one; null: half up to `decimals`. */
  readonly rounding: Rounding | null;
  readonly applies: Applies | null;
  readonly documentation: string | null;
}

/** The condition under which a part applies. */
export interface Applies {
  readonly span: Span;
  readonly condition: Expression;
  /** `zero`: it scores 0; `full`: all its points; `rescale`: its share goes to its siblings in proportion. */
  readonly otherwise: "full" | "zero" | "rescale";
}

/** A section of the scored tree. */
export interface Section extends PartBase {
  readonly kind: "section";
  readonly parts: readonly number[];
  /** Which of `parts` count for a subject: those of the first case that has its level, else of the case without levels. */
  readonly variants: {
    readonly by: Expression;
    readonly cases: readonly { readonly levels: readonly number[] | null; readonly parts: readonly number[] }[];
  } | null;
}

/** An item, a bonus or a penalty. */
export interface Item extends PartBase {
  readonly kind: "item";
  readonly form: ItemForm;
  /** Where the item's sum begins: its points, or 0 for a bonus, a penalty and an item with an `earn` line. */
  readonly start: RationalText;
  /** The range to which the sum is limited, once, at the end; null is open. */
  readonly min: RationalText | null;
  readonly max: RationalText | null;
  /** In the order of the text; blocks are already flattened into `conditions`. */
  readonly lines: readonly Line[];
}

/** A scoring rule of an item. */
export interface Line {
  readonly span: Span;
  readonly effect: LineEffect;
  /** All must hold; an `otherwise` block is represented as `not`. Empty: always. */
  readonly conditions: readonly Expression[];
  readonly each: { readonly list: number; readonly where: Expression | null } | null;
  readonly per: Per | null;
  readonly amount: Amount;
  /** What changes its effect, each kind once, in the order of the text, which carries no meaning. */
  readonly suffixes: readonly Suffix[];
  readonly basis: string | null;
  readonly documentation: string | null;
}

/** A suffix of a line, which restricts or changes its effect. */
export interface Suffix {
  readonly kind: RestrictionKind;
  readonly span: Span;
  /** Points, what rows are grouped by, or a condition, by the kind. */
  readonly operand: Expression;
  /** Of a suffix that acts on each group of rows: what groups them. */
  readonly per: Expression | null;
}

/** The count of a line with `per`. */
export interface Per {
  /** One step, in the base unit of `of`. `whole`: only whole steps count (a step was written), toward zero. */
  readonly step: RationalText;
  readonly whole: boolean;
  readonly of: Expression;
  readonly measure:
    | { readonly kind: "all" }
    | { readonly kind: LimitMeasure; readonly limit: Expression }
    | { readonly kind: "between"; readonly from: Expression | null; readonly to: Expression | null };
}

/** The points that a line deducts, adds or earns. */
export type Amount =
  | { readonly kind: "expression"; readonly value: Expression }
  | {
      readonly kind: "proportion";
      readonly span: Span;
      readonly actual: Expression;
      readonly target: Expression;
      readonly floor: { readonly span: Span; readonly below: Expression; readonly earns: Expression } | null;
    }
  /** The assessor's number, in points; `field` indexes `Program.fields`. */
  | { readonly kind: "judgement"; readonly field: number }
  /** A clause that is not a rule yet, as it was written: the item waits for it. */
  | { readonly kind: "open"; readonly text: string };

/** A named value of a rubric. */
export interface Named {
  readonly name: string;
  readonly span: Span;
  readonly value: Expression;
  readonly documentation: string | null;
}

/** A factor on the score of parts or on the total. */
export interface Coefficient {
  readonly name: string;
  readonly span: Span;
  readonly value: Expression;
  /** Indexes of parts, or the total. */
  readonly appliesTo: "total" | readonly number[];
}

/** A veto with its condition and effects. */
export interface Veto {
  readonly name: string;
  readonly span: Span;
  readonly condition: Expression;
  readonly basis: string | null;
  readonly effects: readonly (
    | { readonly kind: "score-zero" | "unranked" | "no-place" | "no-awards" }
    | { readonly kind: "grade-at-most"; readonly grade: string }
  )[];
}

/** A ranking. */
export interface Ranking {
  readonly name: string;
  readonly span: Span;
  /** `each-section`: one ranking a top section, named `NAME/SECTION`. */
  readonly by: Expression | "each-section";
  readonly lowestFirst: boolean;
  /** Index of the grouping field. */
  readonly within: number | null;
  readonly where: Expression | null;
  /** The place after a tie: `gap` skips one place for each further subject of the tie, `dense` skips none. */
  readonly ties: "gap" | "dense";
  readonly thenBy: readonly TieBreak[];
}

/** A key that parts the subjects that all keys before it leave tied. */
export interface TieBreak {
  /** Of `head to head` a value of a side row, else one of the subject. */
  readonly by: Expression;
  /** Of `head to head`: the list, and its column with the key of the other subject; else null. */
  readonly against: Opponent | null;
  readonly lowestFirst: boolean;
}

/** The column of a list that holds the key of the other subject of a meeting, such as a match. */
export interface Opponent {
  readonly list: number;
  readonly column: number;
}

/** A grading of subjects, by conditions or quotas. */
export interface Grades {
  readonly name: string;
  readonly span: Span;
  /** Index of the ranking whose order and groups the quotas are based on; the published score, best first, where null. */
  readonly by: number | null;
  /** The grades as a choice (worst first): what `grade` reads as. */
  readonly choice: number;
  /** Best first. */
  readonly rows: readonly {
    readonly grade: string;
    readonly span: Span;
    readonly quota: {
      readonly kind: "share" | "number";
      readonly value: Expression;
      /** Of heads that do not come out whole. */
      readonly rounding: "down" | "up" | "half-up";
    } | null;
    readonly condition: Expression | null;
  }[];
  readonly otherwise: string | null;
  /** What raises or lowers a grade after the rows have given it, in the order of the text, which carries no meaning. */
  readonly adjustments: readonly GradeAdjustment[];
}

/** A rule that raises or lowers a grade: by so many grades, to at least or to at most a level of the choice. */
export interface GradeAdjustment {
  readonly span: Span;
  readonly change:
    | { readonly kind: "raise" | "lower"; readonly by: number }
    | { readonly kind: "raise-to" | "at-most"; readonly level: number };
  readonly condition: Expression;
  readonly basis: string | null;
}

/** An award for places of a ranking, or for a condition. */
export interface Award {
  readonly name: string;
  readonly span: Span;
  readonly ranking: number;
  readonly from: number;
  readonly to: number;
  readonly condition: Expression | null;
  readonly pays: Expression | null;
}

/** A consequence of a condition. */
export interface Consequence {
  readonly name: string;
  readonly span: Span;
  readonly condition: Expression;
}

/** A published value. */
export interface Output {
  readonly name: string;
  readonly span: Span;
  readonly value: Expression;
  /** Of a number; 2 where the rubric is silent. */
  readonly decimals: number;
}

/** A requirement or a policy. */
export interface Check {
  readonly span: Span;
  readonly condition: Expression;
  readonly message: string;
}

/** Another rubric whose results are used. */
export interface Use {
  readonly path: string;
  readonly alias: string;
  readonly span: Span;
  /** Index of the field whose value is the used rubric's key. */
  readonly by: number;
  readonly allPeriods: boolean;
}

/** A scenario: changes to points, weights and constants. */
export interface Scenario {
  readonly name: string;
  readonly span: Span;
  readonly changes: readonly (
    | { readonly kind: "points" | "weight"; readonly part: number; readonly value: RationalText; readonly span: Span }
    | { readonly kind: "constant"; readonly constant: number; readonly value: Expression; readonly span: Span }
  )[];
}

/** A test of a rubric. */
export interface Test {
  readonly name: string;
  readonly span: Span;
  readonly given: readonly (
    | { readonly kind: "field"; readonly field: number; readonly value: Expression }
    | { readonly kind: "constant"; readonly constant: number; readonly value: Expression }
    /** A part's score by decree. */
    | { readonly kind: "part"; readonly part: number; readonly value: Expression }
    | {
        readonly kind: "rows";
        readonly list: number;
        readonly rows: readonly {
          readonly cells: readonly { readonly column: number; readonly value: Expression }[];
        }[];
      }
  )[];
  readonly elseFull: boolean;
  readonly expect: readonly {
    readonly span: Span;
    readonly name: string;
    readonly result: TestResult;
    readonly value: Expression;
  }[];
}

/** The result that an expectation of a test refers to. */
export type TestResult =
  | { readonly kind: "score" }
  | { readonly kind: "part"; readonly part: number }
  | { readonly kind: "coefficient"; readonly index: number }
  | { readonly kind: "let"; readonly index: number }
  | { readonly kind: "output"; readonly index: number }
  | { readonly kind: "grade"; readonly grades: number }
  | { readonly kind: "place"; readonly ranking: number; readonly section: number | null }
  /** Expected as yes or no. */
  | { readonly kind: "veto"; readonly veto: number }
  | { readonly kind: "award"; readonly index: number }
  | { readonly kind: "consequence"; readonly index: number };
