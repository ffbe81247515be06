/**
 * One subject: everything about it that needs no ranking of others, each result computed once, on first use. What it asks
 * of the subjects together (functions across them, places, grades) is answered by `Together`.
 */
import { publishedNumber, rational, type Rational } from "@yardstick/exact";
import type { Cohort, Expression, CoreProgram, ReferenceRead, ValueType } from "@yardstick/language/core";
import type { UsedResults } from "../data/dataset.js";
import { addParts } from "./section-total.js";
import type { Sum } from "./section-total.js";
import type { Applicability } from "./applies.js";
import { applicability, APPLIES } from "./applies.js";
import type { Cells } from "./cells.js";
import type { CoefficientOutcome } from "./coefficient.js";
import { coefficientOutcome } from "./coefficient.js";
import { evaluate } from "./expression.js";
import { at } from "../values/internal-error.js";
import { Memo } from "../values/memo.js";
import type { PartContext, PartOutcome } from "./part.js";
import { ownerOfPart, partOutcome } from "./part.js";
import type { Past } from "./past-scope.js";
import type { RoundedScore, ScoreOutcome } from "./score.js";
import { roundedScore, scoreOutcome } from "./score.js";
import type { Owner, ResultOf, Scope } from "./scope.js";
import { withoutValue } from "./scope.js";
import { chosenParts } from "./section.js";
import { publishedValue } from "../values/display-value.js";
import type { SubjectAnswers } from "./subject-scope.js";
import { SubjectScope } from "./subject-scope.js";
import { type ReadOf, Trace } from "./trace.js";
import type { Pending, Value } from "../values/value.js";
import { awaitedBy, datumText, isPending } from "../values/value.js";
import type { VetoOutcome } from "./veto.js";
import { vetoOutcome } from "./veto.js";

/** Results that are computed for all subjects at once, or that come from elsewhere. */
export type SharedResult = Extract<ResultOf, { kind: "place" | "last" | "grade" | "award" | "vetoed" | "used" }>;

/** What is the same for all subjects, and what only they together can answer. */
export interface Together {
  readonly program: CoreProgram;
  readonly cells: Cells;
  readonly past: Past;
  readonly used: readonly UsedResults[];
  /** A test with `else: full`. */
  readonly lenient: boolean;
  /** Scores of parts by decree of a test. */
  readonly decrees: ReadonlyMap<number, Rational>;
  across(node: Cohort, subject: Subject, scope: Scope): Value;
  result(of: SharedResult, type: ValueType, subject: Subject, scope: Scope): Value;
}

/** A value with what was noticed while it was computed. */
export interface TracedValue {
  readonly value: Value;
  readonly trace: Trace;
}

export class Subject implements SubjectAnswers, PartContext {
  readonly program: CoreProgram;
  readonly lenient: boolean;
  readonly key: string;
  readonly period: string | null;
  /** What everything about the subject awaits while its whole row is in doubt; null: its row is in order. */
  private readonly doubt: Pending | null;
  private readonly fields: (Value | undefined)[] = [];
  private readonly applicabilities = new Memo<number, Applicability>("whether it applies: part");
  private readonly parts = new Memo<number, PartOutcome>("the score of part");
  private readonly variants = new Memo<number, readonly number[] | Pending>("the parts of section");
  private readonly coefficients = new Memo<number, CoefficientOutcome>("coefficient");
  private readonly vetoes = new Memo<number, VetoOutcome>("veto");
  private readonly lets = new Memo<string, TracedValue>("the value");
  private readonly outputs = new Memo<number, TracedValue>("output");
  private readonly roundedScores = new Memo<"score", RoundedScore>("before vetoes, the");
  private readonly scores = new Memo<"score", ScoreOutcome>("the score itself:");

  constructor(
    private readonly together: Together,
    /** Row of the subject table. */
    readonly row: number,
    /** Whether all that is read is noted, for an explanation. */
    private readonly reader: ReadOf | null,
  ) {
    this.program = together.program;
    this.lenient = together.lenient;
    this.doubt = together.cells.doubt(row);
    const key = this.field(this.program.key);
    this.key = isPending(key) ? "" : datumText(key);
    const period = this.program.period === null ? null : this.field(this.program.period);
    this.period = period === null || isPending(period) ? null : datumText(period);
  }

  /** A result of the subject: pending while the whole row is in doubt, whatever it was computed from. */
  held<T>(value: T): T | Pending {
    const { doubt } = this;
    if (doubt === null || (isPending(value) && awaitsProblemOf(doubt, value))) return value;
    return awaitedBy([value, doubt]) ?? value;
  }

  /** Whether it is the subject that is explained. */
  get detailed(): boolean {
    return this.reader !== null;
  }

  scope(owner: Owner, published: boolean, points: Rational | null = null, trace = new Trace(this.reader)): Scope {
    return new SubjectScope(this, owner, points, published, trace);
  }

  /** Where a reason names a result of the rubric: after the fields, constants and parts. */
  owner(name: string): Owner {
    return { name, assessor: null, order: this.program.fields.length + this.program.parts.length + 2 };
  }

  field(index: number): Value {
    return (this.fields[index] ??= this.together.cells.field(this.row, index));
  }

  constant(index: number): Value {
    return this.together.cells.constant(index);
  }

  cell(list: number, row: number, column: number): Value {
    return this.together.cells.side(list, row, column);
  }

  rows(list: number): readonly number[] {
    return this.together.cells.rows(list, this.row);
  }

  rowsAreInDoubt(list: number): boolean {
    return this.together.cells.rowsAreInDoubt(list, this.row);
  }

  across(node: Cohort, scope: Scope): Value {
    return this.together.across(node, this, scope);
  }

  previous(operand: Expression, owner: Owner): Value {
    return this.together.past.previous(operand, this.key, this.period, owner);
  }

  running(condition: Expression, scope: Scope): Value {
    const { owner, points, trace } = scope;
    const now = evaluate(condition, this.scope(owner, true, points, trace));
    return this.together.past.running(condition, now, this.key, this.period, owner);
  }

  decreed(part: number): Rational | null {
    return this.together.decrees.get(part) ?? null;
  }

  scopeOf(index: number): Scope {
    const part = at(this.program.parts, index);
    return this.scope(ownerOfPart(this.program, index, part), false, rational(part.points));
  }

  applicability(index: number): Applicability {
    const { applies } = at(this.program.parts, index);
    return applies === null
      ? APPLIES
      : this.applicabilities.get(index, () => applicability(applies, this.scopeOf(index)));
  }

  part(index: number): PartOutcome {
    return this.parts.get(index, () => {
      const outcome = partOutcome(index, at(this.program.parts, index), this);
      const { applies, score } = outcome;
      return this.doubt === null
        ? outcome
        : { ...outcome, applies: applies === true ? true : this.held(applies), score: this.held(score) };
    });
  }

  chosen(index: number): readonly number[] | Pending {
    const section = at(this.program.parts, index);
    if (section.kind === "item") return [];
    return this.variants.get(index, () => chosenParts(section, this.scopeOf(index)));
  }

  sumOf(parts: readonly number[]): { readonly sum: Sum; readonly provisional: boolean } {
    const outcomes = parts.map((part) => this.part(part));
    const sum = addParts(this.program, outcomes, this);
    const provisional =
      outcomes.some((outcome) => outcome.provisional) || sum.contributions.some((each) => each.provisional);
    return { sum, provisional };
  }

  coefficient(index: number): CoefficientOutcome {
    const coefficient = at(this.program.coefficients, index);
    return this.coefficients.get(index, () => {
      const scope = this.scope(this.owner(coefficient.name), false);
      const outcome = coefficientOutcome(coefficient, scope, this.lenient);
      return { ...outcome, value: this.held(outcome.value) };
    });
  }

  veto(index: number): VetoOutcome {
    const veto = at(this.program.vetoes, index);
    return this.vetoes.get(index, () => {
      const outcome = vetoOutcome(veto, this.scope(this.owner(veto.name), true), this.lenient);
      return { ...outcome, holds: this.held(outcome.holds) };
    });
  }

  /** Before vetoes, which may ask for it. */
  private roundedScore(): RoundedScore {
    return this.roundedScores.get("score", () => {
      const { roots, total } = this.program;
      const { sum, provisional } = this.sumOf(roots);
      return roundedScore(total, sum, provisional, this.owner("score"), this);
    });
  }

  score(): ScoreOutcome {
    return this.scores.get("score", () => scoreOutcome(this.program.total, this.roundedScore(), this));
  }

  /** A `let`, exact for lines and coefficients, published for everything that acts on results. */
  let(index: number, published: boolean): TracedValue {
    const { name, value } = at(this.program.lets, index);
    return this.lets.get(`${index} ${published ? "as published" : "exactly"}`, () => this.find(value, name, published));
  }

  /** Not rounded yet. */
  output(index: number): TracedValue {
    const { name, value } = at(this.program.outputs, index);
    return this.outputs.get(index, () => this.find(value, name, true));
  }

  find(expression: Expression, name: string, published: boolean): TracedValue {
    const scope = this.scope(this.owner(name), published);
    return { value: this.held(evaluate(expression, scope)), trace: scope.trace };
  }

  result(node: ReferenceRead, scope: Scope): Value {
    const { to } = node;
    switch (to.kind) {
      case "let":
        return taken(this.let(to.index, scope.published), scope);
      case "output": {
        const { value: expression, decimals } = at(this.program.outputs, to.index);
        const value = taken(this.output(to.index), scope);
        return isPending(value) ? value : publishedValue(expression.type, value, decimals);
      }
      case "part-score":
        return this.partScore(to.part, scope);
      case "part-points":
        return rational(at(this.program.parts, to.part).points);
      case "score": {
        const { rounded: before, provisional } = this.roundedScore();
        scope.trace.provisional ||= provisional;
        if (to.beforeVetoes === true) return before;
        const after = this.score();
        scope.trace.provisional ||= after.provisional;
        return after.published;
      }
      default:
        return this.together.result(to, node.type, this, scope);
    }
  }

  private partScore(index: number, scope: Scope): Value {
    const part = at(this.program.parts, index);
    const none = withoutValue(scope.owner, "no-result", part.path);
    const concerns = this.concerns(index);
    if (concerns !== true) return isPending(concerns) ? concerns : none;
    const { score, provisional } = this.part(index);
    scope.trace.provisional ||= provisional;
    if (score === null || isPending(score) || !scope.published || part.kind === "item") return score ?? none;
    return publishedNumber(score, part.decimals);
  }

  /** Whether a part concerns this subject: all its ancestors apply, and it belongs to the variant that was chosen. */
  private concerns(index: number): Value {
    const { parent } = at(this.program.parts, index);
    if (parent === null) return true;
    const above = this.concerns(parent);
    if (above !== true) return above;
    // Asked of the section's own condition, not of its score, which a part of it may be on the way to.
    const { holds } = this.applicability(parent);
    if (holds === false || (isPending(holds) && !this.lenient)) return holds;
    const chosen = this.chosen(parent);
    return isPending(chosen) ? chosen : chosen.includes(index);
  }
}

function taken({ value, trace }: TracedValue, scope: Scope): Value {
  scope.trace.take(trace);
  return value;
}

/** Whether the problem behind one pending value is among those behind another, so that it is named once. */
function awaitsProblemOf(doubt: Pending, { wants }: Pending): boolean {
  return wants.some(({ awaited }) => doubt.wants.some((want) => want.awaited.problem === awaited.problem));
}
