/**
 * What all checkers of one run share: the names, the program as far as it is made, the facts, the findings.
 * The tree is never changed; facts about a node are in `facts`, keyed by the node.
 */
import type { Rounding } from "../program/rounding.js";
import type { Rational } from "@yardstick/exact";
import type { TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Lang } from "../vocabulary/bilingual.js";
import type {
  Amount,
  Applies,
  Award,
  Check,
  Choice,
  Coefficient,
  Consequence,
  Expression,
  Field,
  FieldType,
  Grades,
  Line,
  Program,
  Ranking,
  Scenario,
  Section,
  Test,
  Use,
  ValueType,
  Veto,
} from "../program/index.js";
import type { Sought } from "../diagnostics/catalogue/names.js";
import type { BuiltinName } from "../library/builtins.js";
import type { Span } from "../source/span.js";
import type * as ast from "../syntax/ast.js";
import type { Interval } from "./interval.js";
import type { Declared, Names } from "./names.js";
import type { Checked, Value, Expectation } from "./value.js";

/** A field or column: its declaration, and its type once that is known (null where it is in error). */
export interface FieldDraft extends Omit<Field, "type"> {
  readonly nameSpan: Span;
  readonly node: ast.FieldDeclaration | null;
  type: FieldType | null;
  default: Expression | null;
  assessor: string | null;
}

interface ListDraft {
  readonly name: string;
  readonly field: number;
  readonly columns: FieldDraft[];
}

/** A line with the conditions of the enclosing blocks; `holds` false: it is under `otherwise`. */
export interface FlatLine {
  readonly line: ast.Line;
  readonly blocks: readonly { readonly condition: ast.Expression; readonly holds: boolean }[];
}

export interface PartDraft {
  readonly node: ast.Section | ast.Item;
  readonly index: number;
  readonly name: string;
  readonly declared: Declared;
  /** From the top, variants' levels included. */
  readonly names: readonly string[];
  readonly parent: number | null;
  /** The case of the parent's variants to which it belongs. */
  readonly inCase: number | null;
  readonly assessor: string | null;
  readonly parts: number[];
  readonly flat: readonly FlatLine[];
  /** The field of each line at discretion, by the line's index. */
  readonly judgements: Map<number, number>;
  points: Rational | null;
  worth: Rational | null;
  weight: Rational | null;
  within: { readonly min: Rational | null; readonly max: Rational | null } | null;
  min: Rational | null;
  max: Rational | null;
  start: Rational | null;
  decimals: number | null;
  rounding: Rounding | null;
  applies: Applies | null;
  variants: Section["variants"];
  lines: LineDraft[];
}

/** What the head of a part gives. */
export interface DeclaredPoints {
  readonly points: Rational | null;
  readonly weight: Rational | null;
  /** Something in it was in error: sums it belongs to are not judged. */
  readonly hasError: boolean;
}

/** A checked line; null inside where something was in error. */
export interface LineDraft extends Omit<Line, "amount"> {
  readonly amount: Amount | null;
}

export interface ValueDraft {
  readonly node: ast.Let | ast.Output;
  /** Whether it was checked already, with or without a value. */
  done: boolean;
  value: Checked;
  /** The range of its value. */
  range: Interval | null;
  /** Whether the history holds all that it reads. */
  published: boolean;
}

/** An output whose value is rounded by a named mode or to a step: with the rounding, and the decimals it is published with. */
export interface OutputRounded {
  readonly value: Expression;
  readonly decimals: number;
}

/** A name that means nothing, with all places that use it: one mistake. */
interface UnknownName {
  readonly name: string;
  readonly sought: Sought;
  readonly spans: Span[];
  /** Names there are; gathered only where help is given. */
  readonly known: () => Iterable<string>;
}

/** The program's tables while they grow; a result in error leaves a hole. */
export interface Draft {
  title: string | null;
  edition: Program["edition"];
  total: Rational | null;
  totalSpan: Span | null;
  scoreDecimals: number;
  itemDecimals: number | null;
  scoreRounding: Rounding | null;
  itemRounding: Rounding | null;
  subject: { readonly name: string; readonly span: Span } | null;
  key: number | null;
  period: number | null;
  readonly fields: FieldDraft[];
  readonly lists: ListDraft[];
  readonly constants: FieldDraft[];
  readonly choices: Choice[];
  readonly parts: PartDraft[];
  /** What the head of each part gives. */
  given: readonly DeclaredPoints[];
  readonly roots: number[];
  readonly lets: ValueDraft[];
  readonly outputs: ValueDraft[];
  readonly outputDecimals: number[];
  /** Values as published where an output names a mode or a step of rounding. */
  readonly outputRounded: (OutputRounded | null)[];
  /** Which of the lets and outputs (counted on after the lets) is being checked. */
  valueAtHand: number | null;
  /** Reads of lets and outputs that wait to be checked: they close a circle. */
  readonly waitingReads: { readonly from: number; readonly to: number; readonly span: Span }[];
  readonly coefficients: Params<Coefficient>;
  readonly vetoes: Params<Veto>;
  readonly rankings: Params<Ranking>;
  /** Those by each section. */
  readonly rankingsBySection: Set<number>;
  readonly grades: Params<Grades>;
  /** The choice each `grades` makes of its grades. */
  readonly gradesChoices: number[];
  readonly awards: Params<Award>;
  readonly consequences: Params<Consequence>;
  readonly requirements: Check[];
  readonly policies: Check[];
  readonly uses: Params<Use>;
  readonly scenarios: Scenario[];
  readonly tests: Test[];
}

type Params<T> = (T | null)[];

/** What a name was found to mean. */
export type Referent =
  | Declared
  | {
      readonly kind: "column";
      readonly list: number;
      readonly index: number;
      readonly name: string;
      readonly span: Span;
    }
  | { readonly kind: "level"; readonly choice: number; readonly index: number; readonly name: string }
  | { readonly kind: "builtin"; readonly name: BuiltinName }
  | { readonly kind: "used"; readonly use: number; readonly name: string };

/** What was learnt of the tree, for editors. */
export interface Facts {
  readonly references: ReadonlyMap<ast.Name, Referent>;
  readonly types: ReadonlyMap<ast.Expression, ValueType>;
  readonly declared: readonly Declared[];
}

/** The position of an expression, which determines what it may read. */
export interface Scope {
  /** The item whose lines contain it: what `full` and percentages refer to. */
  readonly item: number | null;
  /** The list whose row is at hand; `unknown` where that list is in error, so that no name is. */
  readonly row: number | "unknown" | null;
  /** The use of all periods one of whose periods is at hand. */
  readonly periods: number | null;
  /** The award that contains it: what `place` refers to, and the places it is given for. */
  readonly award: {
    readonly ranking: number | null;
    readonly places: { readonly from: number; readonly to: number } | null;
  } | null;
  /** `subject`: a subject's data and results; `whole`: only what holds for all; `nothing`: constants alone. */
  readonly reads: "subject" | "whole" | "nothing";
  /** Only what the history holds. */
  readonly published: boolean;
  /** The condition of a veto: the score it reads is the one before vetoes. */
  readonly veto: boolean;
}

export const subjectScope: Scope = {
  item: null,
  row: null,
  periods: null,
  award: null,
  reads: "subject",
  published: false,
  veto: false,
};
export const constantScope: Scope = { ...subjectScope, reads: "nothing" };

export interface Checker {
  readonly source: string;
  /** The vocabulary that quick fixes write keywords in. */
  readonly vocabulary: Lang;
  readonly uses: ReadonlyMap<string, Program>;
  /** The text has parts that could not be read and so are not in the tree. */
  readonly incomplete: boolean;
  /** Where those parts are. */
  readonly unparsedSpans: readonly Span[];
  readonly names: Names;
  /** Unit words that fields declare. */
  readonly units: Set<string>;
  readonly draft: Draft;
  readonly references: Map<ast.Name, Referent>;
  readonly types: Map<ast.Expression, ValueType>;
  /** By their whole path. */
  readonly partsByPath: Map<string, PartDraft>;
  /** The span of each line of the rubric's head. */
  readonly heads: Map<string, Span>;
  /** Names that something reads. */
  readonly read: Set<Declared>;
  /** Names that mean nothing, by what was sought and the name. */
  readonly unknown: Map<string, UnknownName>;
  /** A node of the tree represents text that could not be parsed: there is no program. */
  broken: boolean;
  readonly findings: TypedDiagnostic[];
  /** Between what the published score must lie; set once all parts are checked. */
  scoreRange: Interval | null;
  report(found: TypedDiagnostic): void;
  /** Checks an expression; `want` is a hint for levels, units and points, not yet a requirement. */
  check(node: ast.Expression, scope: Scope, want: Expectation | null): Checked;
}

export type { Checked, Value, Expectation };
