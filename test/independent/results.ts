/**
 * Evaluates a rubric for all its subjects: what is published of each, in the form of results.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Context, type PartResult, type Scope } from "./context.js";
import type { Declared, PartNode } from "./declared.js";
import { earlier } from "./earlier.js";
import { amount, evaluate, namesIn } from "./expression.js";
import { one, order, shortest, times, whole, zero, type Fraction } from "./fraction.js";
import { grade, gradeNames, type Graded } from "./grades.js";
import { typeOf } from "./kinds.js";
import { hasNone, itemRounding, multiplied, partResult, sumOfParts } from "./parts.js";
import { pointsOf } from "./points.js";
import { roundedText, roundedTo, roundingOf, toDecimals, type RoundingTo } from "./rounding.js";
import { rank, type Placed, type RankingResult, type Standing } from "./rankings.js";
import type { Tables } from "./tables.js";
import {
  flagValue,
  folded,
  impossible,
  isoOf,
  isProvisional,
  isUnknown,
  numberValue,
  pendingOf,
  type Cause,
  type Value,
} from "./value.js";

/** What is compared of a subject; texts as they are published. */
export interface Published {
  readonly key: string;
  readonly period: string | null;
  readonly status: string;
  /** `field reason`, sorted. */
  readonly awaiting: readonly string[];
  readonly score: string | null;
  readonly parts: Readonly<Record<string, string | null>>;
  readonly coefficients: Readonly<Record<string, string | null>>;
  readonly vetoes: readonly string[];
  readonly rankings: Readonly<Record<string, number | null>>;
  readonly grades: Readonly<Record<string, string | null>>;
  readonly awards: readonly { readonly name: string; readonly pays: string | null }[];
  readonly consequences: readonly string[];
  readonly outputs: Readonly<Record<string, string | boolean | null>>;
  readonly provisional: readonly string[];
}

export interface Outcome {
  readonly subjects: readonly Published[];
  readonly requirements: readonly string[];
}

const paidText = (number: Fraction, rounding: RoundingTo | null): string =>
  shortest(rounding === null ? number : roundedTo(number, rounding));

function remembered<T>(compute: (subject: number) => T): (subject: number) => T {
  const known = new Map<number, T>();
  return (subject) => {
    if (!known.has(subject)) known.set(subject, compute(subject));
    return known.get(subject) as T;
  };
}

/** Where results are evaluated: they read sections as published. */
const resultScope = (subject: number): Scope => ({ ...scopeOf(subject), isPublished: true });

class Evaluation implements Context {
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

  private all<K extends ast.Declaration["kind"]>(kind: K): readonly Extract<ast.Declaration, { kind: K }>[] {
    return this.declared.declarations.filter(
      (each): each is Extract<ast.Declaration, { kind: K }> => each.kind === kind,
    );
  }

  coefficient(each: ast.Coefficient, subject: number): Value {
    return this.evaluate(each.value, scopeOf(subject));
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

  private readonly vetoConditions = remembered((subject: number) =>
    this.all("veto").map((veto) => ({
      veto,
      value: this.evaluate(veto.condition, { ...resultScope(subject), isBeforeVetoes: true }),
    })),
  );

  private readonly fired = remembered((subject: number): readonly ast.Veto[] =>
    this.vetoConditions(subject).flatMap(({ veto, value }) => (value.kind === "flag" && value.flag ? [veto] : [])),
  );

  private hasEffect(subject: number, kind: ast.VetoEffect["kind"]): boolean {
    return this.fired(subject).some(({ effects }) => effects.some((effect) => effect.kind === kind));
  }

  private readonly final = remembered((subject: number): Value => {
    const sum = this.summed(subject);
    const conditions = this.vetoConditions(subject).map(({ value }) => value);
    if (isUnknown(sum) || conditions.some(isUnknown)) return pendingOf(sum, ...conditions);
    const mark = isProvisional(sum, ...conditions);
    return this.hasEffect(subject, "score-zero") ? numberValue(zero, mark) : { ...sum, isProvisional: mark };
  });

  score(subject: number, isBeforeVetoes: boolean): Value {
    return isBeforeVetoes ? this.summed(subject) : this.final(subject);
  }

  private readonly standing: Standing = {
    isScored: (subject) => this.final(subject).kind === "number",
    isWithoutPlace: (subject) => this.hasEffect(subject, "no-place"),
    isUnranked: (subject) => this.hasEffect(subject, "unranked"),
  };

  private ranking(ranking: ast.Ranking, subject: number, section: PartNode | null): RankingResult {
    const subjects = this.peers(subject);
    const name = JSON.stringify([ranking.name.text, section?.path ?? null, subjects]);
    const known = this.rankings.get(name) ?? rank(this, ranking, subjects, this.standing, section);
    this.rankings.set(name, known);
    return known;
  }

  private named(name: string): ast.Ranking {
    return this.all("ranking").find((each) => each.name.text === name) as ast.Ranking;
  }

  private placeIn(ranking: ast.Ranking, subject: number, section: PartNode | null = null): Placed | null {
    return this.ranking(ranking, subject, section).placed.find((each) => each.subject === subject) ?? null;
  }

  private isRankingProvisional(ranking: ast.Ranking, subject: number, section: PartNode | null = null): boolean {
    const own = this.placeIn(ranking, subject, section);
    return own !== null && this.ranking(ranking, subject, section).provisionalGroups.has(own.group);
  }

  last(name: string, subject: number): Value {
    const ranking = this.named(name);
    if (!this.standing.isScored(subject)) return pendingOf(this.final(subject));
    const own = this.placeIn(ranking, subject);
    if (own === null || own.place === null) return flagValue(false, this.isRankingProvisional(ranking, subject));
    const places = this.ranking(ranking, subject, null).placed.flatMap(({ group, place }) =>
      group === own.group && place !== null ? [place] : [],
    );
    const greatest = Math.max(...places);
    return flagValue(
      greatest === own.place && places.some((place) => place !== greatest),
      this.isRankingProvisional(ranking, subject),
    );
  }

  private graded(grades: ast.Grades, subject: number): Graded {
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
    const everyone: Standing = { ...this.standing, isUnranked: () => false };
    const { placed } = rank(this, ranking, subjects, everyone, null);
    const graded = new Map(
      [...new Set(placed.map(({ group }) => group))].flatMap((group) => [
        ...grade(
          this,
          grades,
          placed.filter((each) => each.group === group),
        ),
      ]),
    );
    this.gradings.set(name, graded);
    return graded;
  }

  grade(name: string, subject: number): Value {
    const grades = this.all("grades").find((each) => each.name.text === name) as ast.Grades;
    const found = this.graded(grades, subject).get(subject);
    if (found === undefined)
      return this.standing.isScored(subject)
        ? { kind: "level", rank: -1, name: "", isOrdered: true, isProvisional: false }
        : pendingOf(this.final(subject));
    if (found !== null && typeof found === "object") return found;
    const names = gradeNames(grades);
    let at = found === null ? names.length : names.indexOf(found);
    for (const { effects } of this.fired(subject)) {
      for (const effect of effects)
        if (effect.kind === "grade-at-most" && names.includes(effect.grade.text))
          at = Math.max(at, names.indexOf(effect.grade.text));
    }
    return { kind: "level", rank: names.length - 1 - at, name: names[at] ?? "", isOrdered: true, isProvisional: false };
  }

  earlier(call: ast.Call, scope: Scope): Value {
    return earlier(this, call, scope);
  }

  private awards(subject: number): Published["awards"] {
    return this.all("award").flatMap((award) => {
      const ranking = this.named(award.ranking.text);
      const place = this.placeIn(ranking, subject)?.place ?? null;
      if (
        place === null ||
        this.hasEffect(subject, "no-awards") ||
        place < Number(award.places.from.digits) ||
        place > Number(award.places.to.digits)
      )
        return [];
      const scope: Scope = { ...resultScope(subject), place: whole(place) };
      const condition = award.condition === null ? flagValue(true) : this.evaluate(award.condition, scope);
      if (condition.kind !== "flag" || !condition.flag) return [];
      const pays = award.pays === null ? null : this.evaluate(award.pays, scope);
      return [
        {
          name: award.name.text,
          pays: pays?.kind === "number" ? paidText(pays.number, roundingOf(award.rounds)) : null,
        },
      ];
    });
  }

  private output(output: ast.Output, subject: number): string | boolean | null {
    const value = this.evaluate(output.value, resultScope(subject));
    switch (value.kind) {
      case "unknown":
        return null;
      case "flag":
        return value.flag;
      case "text":
        return folded(value.text);
      case "level":
        return value.name === "" ? null : value.name;
      case "date":
        return isoOf(value.day);
      case "number": {
        const type = typeOf(output.value, namesIn(this, resultScope(subject)));
        const isPercent = type.kind === "number" && type.of === "percent";
        const rounding = roundingOf(output.rounds);
        if (isPercent) {
          const percent =
            rounding === null
              ? toDecimals(2)
              : output.rounds?.isStep === true
                ? { ...rounding, step: times(rounding.step, whole(100)) }
                : rounding;
          return `${roundedText(times(value.number, whole(100)), percent)}%`;
        }
        const scale = type.kind === "number" && rounding !== null ? type.scale : one;
        if (order(scale, one) === 0) return roundedText(value.number, rounding ?? toDecimals(2));
        return shortest(
          roundedTo(value.number, rounding ?? toDecimals(2), output.rounds?.number.unit === null ? scale : one),
        );
      }
    }
  }

  private partText(node: PartNode, value: Value): string | null {
    if (value.kind !== "number") return null;
    if (node.part.kind === "section") return roundedText(value.number, roundingOf(node.part.rounds) ?? toDecimals(2));
    const rounding = itemRounding(this, node);
    return rounding === null ? shortest(value.number) : roundedText(value.number, rounding);
  }

  /** Parts by path that apply or may apply; those below a section that does not, and those of other variants, are left out. */
  private partTexts(nodes: readonly PartNode[], subject: number): [string, string | null][] {
    return nodes.flatMap((node): [string, string | null][] => {
      const { applies, score } = this.part(node, subject);
      if (applies.kind === "flag" && !applies.flag) return [];
      const does =
        node.part.applies === null
          ? flagValue(true)
          : this.evaluate(node.part.applies.condition, scopeOf(subject, node));
      if (does.kind !== "flag" || !does.flag) return [[node.path, this.partText(node, score)]];
      const kind =
        node.part.kind === "section" && node.part.variants !== null
          ? this.evaluate(node.part.variants.by, scopeOf(subject, node))
          : null;
      const variant =
        kind?.kind === "level"
          ? (node.variants?.find(({ levels }) => levels.includes(kind.name)) ??
            node.variants?.find(({ levels }) => levels.length === 0))
          : undefined;
      return [
        [node.path, this.partText(node, score)] as [string, string | null],
        ...this.partTexts(variant?.children ?? node.children, subject),
      ];
    });
  }

  publish(subject: number): Published {
    const { key, period } = this.tables.subjects[subject] as Tables["subjects"][number];
    const score = this.final(subject);
    const causes: readonly Cause[] = isUnknown(score) ? score.causes : [];
    const rankings: [string, number | null][] = this.all("ranking").flatMap((ranking): [string, number | null][] => {
      if (ranking.by !== "each-section") return [[ranking.name.text, this.placeIn(ranking, subject)?.place ?? null]];
      return this.declared.tops
        .filter(({ part }) => part.kind === "section")
        .map((section) => [
          `${ranking.name.text}/${section.part.name.text}`,
          this.placeIn(ranking, subject, section)?.place ?? null,
        ]);
    });
    return {
      key,
      period,
      status: !isUnknown(score)
        ? "scored"
        : causes.some(({ reason }) => reason === "unreadable")
          ? "invalid"
          : "pending",
      awaiting: [...new Set(causes.map(({ field, reason }) => `${field} ${reason}`))].sort(),
      score:
        score.kind === "number"
          ? roundedText(score.number, roundingOf(this.declared.scoreRounding) ?? toDecimals(2))
          : null,
      parts: Object.fromEntries(this.partTexts(this.declared.tops, subject)),
      coefficients: Object.fromEntries(
        this.all("coefficient").map((each) => {
          const value = this.coefficient(each, subject);
          return [each.name.text, value.kind === "number" ? shortest(value.number, 4) : null];
        }),
      ),
      vetoes: this.fired(subject).map(({ name }) => name.text),
      rankings: Object.fromEntries(rankings),
      grades: Object.fromEntries(
        this.all("grades").map((grades) => {
          const value = this.grade(grades.name.text, subject);
          return [grades.name.text, value.kind === "level" && value.name !== "" ? value.name : null];
        }),
      ),
      awards: this.awards(subject),
      consequences: this.all("consequence").flatMap(({ name, condition }) => {
        if (isUnknown(score)) return [];
        const value = this.evaluate(condition, resultScope(subject));
        return value.kind === "flag" && value.flag ? [name.text] : [];
      }),
      outputs: Object.fromEntries(this.all("output").map((each) => [each.name.text, this.output(each, subject)])),
      provisional: [],
    };
  }

  requirements(subject: number): readonly string[] {
    const { key, period } = this.tables.subjects[subject] as Tables["subjects"][number];
    return this.all("requirement").flatMap(({ condition, message }) => {
      const value = this.evaluate(condition, resultScope(subject));
      return value.kind === "flag" && !value.flag ? [JSON.stringify([key, period, message?.value ?? ""])] : [];
    });
  }
}

/** The results of all subjects. */
export function outcomeOf(declared: Declared, tables: Tables): Outcome {
  const evaluation = new Evaluation(declared, tables);
  const subjects = tables.subjects.map((_, at) => at);
  return {
    subjects: subjects.map((at) => evaluation.publish(at)),
    requirements: subjects.flatMap((at) => evaluation.requirements(at)),
  };
}
