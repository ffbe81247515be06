/**
 * Evaluates a rubric for all its subjects: scores, vetoes, places and grades, each computed when it is asked for.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Context, type PartResult, type Scope } from "./context.js";
import type { Declared, PartNode } from "./declared.js";
import { earlier } from "./earlier.js";
import { amount, evaluate } from "./expression.js";
import { whole, zero } from "./fraction.js";
import { adjusted, grade, gradeNames, type Graded } from "./grades.js";
import { coefficientOf, hasNone, multiplied, partResult, sumOfParts } from "./parts.js";
import { pointsOf } from "./points.js";
import { roundedTo, roundingOf, toDecimals } from "./rounding.js";
import { rank, type Placed, type RankingResult, type Standing } from "./rankings.js";
import type { Tables } from "./tables.js";
import { flagValue, impossible, isProvisional, isUnknown, numberValue, pendingOf, type Value } from "./value.js";

function remembered<T>(compute: (subject: number) => T): (subject: number) => T {
  const known = new Map<number, T>();
  return (subject) => {
    if (!known.has(subject)) known.set(subject, compute(subject));
    return known.get(subject) as T;
  };
}

/** Where results are evaluated: they read sections as published. */
export const resultScope = (subject: number): Scope => ({ ...scopeOf(subject), isPublished: true });

export class Evaluation implements Context {
  private readonly parts = new Map<PartNode, (subject: number) => PartResult>();
  private readonly rankings = new Map<string, RankingResult>();
  private readonly gradings = new Map<string, Graded>();

  constructor(
    readonly declared: Declared,
    readonly tables: Tables,
  ) {
    for (const node of declared.parts)
      this.parts.set(
        node,
        remembered((subject) => partResult(this, node, subject)),
      );
  }

  evaluate(expression: ast.Expression, scope: Scope): Value {
    return evaluate(this, expression, scope);
  }

  amount(expression: ast.Expression, scope: Scope): Value {
    return amount(this, expression, scope);
  }

  peers(subject: number): readonly number[] {
    const period = this.tables.subjects[subject]?.period;
    return this.tables.subjects.flatMap((each, at) => (each.period === period ? [at] : []));
  }

  part(node: PartNode, subject: number): PartResult {
    return (this.parts.get(node) as (subject: number) => PartResult)(subject);
  }

  points(node: PartNode): ReturnType<Context["points"]> {
    return pointsOf(this.declared, node);
  }

  all<K extends ast.Declaration["kind"]>(kind: K): readonly Extract<ast.Declaration, { kind: K }>[] {
    return this.declared.declarations.filter(
      (each): each is Extract<ast.Declaration, { kind: K }> => each.kind === kind,
    );
  }

  coefficient(each: ast.Coefficient, subject: number): Value {
    return coefficientOf(this, each, subject);
  }

  /** The score before vetoes, rounded. */
  private readonly summed = remembered((subject: number): Value => {
    const { tops, scoreRounding } = this.declared;
    const none = hasNone(this, tops, subject);
    const isNone = none.kind === "flag" && none.flag;
    let sum: Value = isNone ? impossible("no-result") : sumOfParts(this, tops, subject);
    for (const each of this.all("coefficient")) {
      if (each.appliesTo === "total") sum = multiplied(sum, this.coefficient(each, subject));
    }
    return sum.kind === "number"
      ? numberValue(roundedTo(sum.number, roundingOf(scoreRounding) ?? toDecimals(2)), sum.isProvisional)
      : sum;
  });

  readonly vetoConditions = remembered((subject: number) =>
    this.all("veto").map((veto) => ({
      veto,
      value: this.evaluate(veto.condition, { ...resultScope(subject), isBeforeVetoes: true }),
    })),
  );

  readonly fired = remembered((subject: number): readonly ast.Veto[] =>
    this.vetoConditions(subject).flatMap(({ veto, value }) => (value.kind === "flag" && value.flag ? [veto] : [])),
  );

  hasEffect(subject: number, kind: ast.VetoEffect["kind"]): boolean {
    return this.fired(subject).some(({ effects }) => effects.some((effect) => effect.kind === kind));
  }

  readonly final = remembered((subject: number): Value => {
    if (this.tables.subjects[subject]?.isDoubted === true) return impossible("unreadable");
    const sum = this.summed(subject);
    const conditions = this.vetoConditions(subject).map(({ value }) => value);
    if (isUnknown(sum) || conditions.some(isUnknown)) return pendingOf(sum, ...conditions);
    const mark = isProvisional(sum, ...conditions);
    return this.hasEffect(subject, "score-zero") ? numberValue(zero, mark) : { ...sum, isProvisional: mark };
  });

  score(subject: number, isBeforeVetoes: boolean): Value {
    return isBeforeVetoes ? this.summed(subject) : this.final(subject);
  }

  readonly standing: Standing = {
    score: (subject) => this.final(subject),
    isWithoutPlace: (subject) => this.hasEffect(subject, "no-place"),
    isUnranked: (subject) => this.hasEffect(subject, "unranked"),
    isBarred: (subject) => this.hasEffect(subject, "unranked") || this.hasEffect(subject, "no-place"),
  };

  private ranking(ranking: ast.Ranking, subject: number, section: PartNode | null): RankingResult {
    const subjects = this.peers(subject);
    const name = JSON.stringify([ranking.name.text, section?.path ?? null, subjects]);
    const known = this.rankings.get(name) ?? rank(this, ranking, subjects, this.standing, section);
    this.rankings.set(name, known);
    return known;
  }

  named(name: string): ast.Ranking {
    return this.all("ranking").find((each) => each.name.text === name) as ast.Ranking;
  }

  placeIn(ranking: ast.Ranking, subject: number, section: PartNode | null = null): Placed | null {
    return this.ranking(ranking, subject, section).placed.find((each) => each.subject === subject) ?? null;
  }

  isRankingProvisional(ranking: ast.Ranking, subject: number, section: PartNode | null = null): boolean {
    const own = this.placeIn(ranking, subject, section);
    return own !== null && this.ranking(ranking, subject, section).provisionalGroups.has(own.group);
  }

  /** The place in a ranking, no for a subject without one, or why it is not known. */
  placeOf(name: string, subject: number): Value {
    const score = this.final(subject);
    if (isUnknown(score)) return pendingOf(score);
    const ranking = this.named(name);
    const isBarred = this.standing.isBarred(subject);
    const { placed, pending } = this.ranking(ranking, subject, null);
    const own = placed.find((each) => each.subject === subject);
    if (own === undefined) return (isBarred ? null : pending.get(subject)) ?? flagValue(false);
    const isOpen = this.isRankingProvisional(ranking, subject);
    return own.place === null ? flagValue(false, isOpen) : numberValue(whole(own.place), isOpen);
  }

  last(name: string, subject: number): Value {
    const own = this.placeOf(name, subject);
    if (own.kind !== "number") return own;
    const ranking = this.named(name);
    const group = this.placeIn(ranking, subject)?.group;
    const places = this.ranking(ranking, subject, null).placed.flatMap((each) =>
      each.group === group && each.place !== null ? [each.place] : [],
    );
    const greatest = Math.max(...places);
    const isLast = Number(own.number.n) === greatest && places.some((place) => place !== greatest);
    return flagValue(isLast, own.isProvisional);
  }

  graded(grades: ast.Grades, subject: number): Graded {
    const subjects = this.peers(subject);
    const name = JSON.stringify([grades.name.text, subjects]);
    const known = this.gradings.get(name);
    if (known !== undefined) return known;
    const ranking: ast.Ranking =
      grades.by === null
        ? {
            kind: "ranking",
            name: grades.name,
            by: { kind: "reference", span: [0, 0], path: [{ kind: "name", span: [0, 0], text: "score" }] },
            lowestFirst: false,
            within: null,
            where: null,
            ties: null,
            thenBy: [],
            span: [0, 0],
          }
        : this.named(grades.by.text);
    const everyone: Standing = { ...this.standing, isUnranked: () => false, isWithoutPlace: () => false };
    const { placed, provisionalGroups, pending } = rank(this, ranking, subjects, everyone, null);
    const graded = new Map(
      [...new Set(placed.map(({ group }) => group))].flatMap((group) => [
        ...grade(
          this,
          grades,
          placed.filter((each) => each.group === group),
          provisionalGroups.has(group),
        ),
      ]),
    );
    for (const [each, why] of pending) graded.set(each, pendingOf(why));
    this.gradings.set(name, graded);
    return graded;
  }

  grade(name: string, subject: number): Value {
    return this.gradeOf(name, subject) ?? impossible("no-result");
  }

  /** The grade of a subject; null where it has none. */
  gradeOf(name: string, subject: number): Value | null {
    const score = this.final(subject);
    if (isUnknown(score)) return pendingOf(score);
    const grades = this.all("grades").find((each) => each.name.text === name) as ast.Grades;
    const found = this.graded(grades, subject).get(subject);
    if (found === undefined) return null;
    if (found.kind === "unknown") return found;
    const names = gradeNames(grades);
    if (found.grade === null) return null;
    const limits = this.fired(subject).flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === "grade-at-most" ? [names.indexOf(effect.grade.text)] : [])),
    );
    const { best, worst, conditions } = adjusted(this, grades, names.indexOf(found.grade), subject);
    const [at, lowest] = [Math.max(best, ...limits), Math.max(worst, ...limits)];
    if (at !== lowest) return pendingOf(...conditions);
    const isOpen = this.isGradeProvisional(name, subject) || isProvisional(...conditions);
    return {
      kind: "level",
      rank: names.length - 1 - at,
      name: names[at] ?? "",
      isOrdered: true,
      isProvisional: isOpen,
    };
  }

  /** Whether it depends on others that a subject has its grade, or none. */
  isGradeProvisional(name: string, subject: number): boolean {
    const grades = this.all("grades").find((each) => each.name.text === name) as ast.Grades;
    const found = this.graded(grades, subject).get(subject);
    const score = this.final(subject);
    return !isUnknown(score) && found?.kind === "known" && (found.isProvisional || isProvisional(score));
  }

  earlier(call: ast.Call, scope: Scope): Value {
    return earlier(this, call, scope);
  }
}
