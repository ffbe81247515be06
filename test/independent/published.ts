/**
 * Results as they are published: texts of numbers, names, what is provisional and what is undecided.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Scope } from "./context.js";
import type { PartNode } from "./declared.js";
import { resultScope, type Evaluation } from "./evaluation.js";
import { namesIn } from "./expression.js";
import { one, order, shortest, times, whole, type Fraction } from "./fraction.js";
import { typeOf } from "./kinds.js";
import { childrenOf, itemRounding } from "./parts.js";
import { roundedText, roundedTo, roundingOf, toDecimals, type RoundingTo } from "./rounding.js";
import type { Tables } from "./tables.js";
import { flagValue, folded, isoOf, isProvisional, isUnknown, marked, type Cause, type Value } from "./value.js";

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
  /** Names of results that depend on data of others that are not known yet; sorted. */
  readonly provisional: readonly string[];
  /** `kind name`, sorted. */
  readonly undecided: readonly string[];
  /** Its key occurs twice, so that only what others see of it is compared. */
  readonly isDoubted: boolean;
}

const paidText = (number: Fraction, rounding: RoundingTo | null): string =>
  shortest(rounding === null ? number : roundedTo(number, rounding));

const isYes = (value: Value): boolean => value.kind === "flag" && value.flag;

/** A result with its name: a value, or null where there is none. */
interface Named {
  readonly name: string;
  readonly value: Value | null;
}

interface Given {
  readonly name: string;
  readonly holds: Value;
  readonly pays: Value | null;
  readonly text: string | null;
}

/** The results of one subject. */
class Publisher {
  private readonly scope: Scope;

  constructor(
    private readonly by: Evaluation,
    private readonly subject: number,
  ) {
    this.scope = resultScope(subject);
  }

  publish(): Published {
    const { by, subject } = this;
    const { key, period, isDoubted } = by.tables.subjects[subject] as Tables["subjects"][number];
    const score = by.final(subject);
    const causes: readonly Cause[] = isUnknown(score) ? score.causes : [];
    const parts = this.parts(by.declared.tops);
    const coefficients = by
      .all("coefficient")
      .map((each): Named => ({ name: each.name.text, value: by.coefficient(each, subject) }));
    const rankings = this.rankings();
    const grades = by
      .all("grades")
      .map(({ name }): Named => ({ name: name.text, value: by.gradeOf(name.text, subject) }));
    const awards = by.all("award").map((award) => this.award(award));
    const given = awards.filter(({ holds }) => isYes(holds) && !by.hasEffect(subject, "no-awards"));
    const consequences = by.all("consequence").map((each): Named => ({
      name: each.name.text,
      value: isUnknown(score) ? score : by.evaluate(each.condition, this.scope),
    }));
    const outputs = by
      .all("output")
      .map((output) => ({ output, name: output.name.text, value: by.evaluate(output.value, this.scope) }));
    const requirements = by.all("requirement").map(({ condition, message }): Named => ({
      name: message?.value ?? "",
      value: by.evaluate(condition, this.scope),
    }));
    const vetoes = by.vetoConditions(subject).map(({ veto, value }): Named => ({ name: veto.name.text, value }));
    const isInvalid = causes.some(({ reason }) => reason === "unreadable");
    return {
      key,
      period,
      isDoubted,
      status: !isUnknown(score) ? "scored" : isInvalid ? "invalid" : "pending",
      awaiting: [...new Set(causes.map(({ field, reason }) => `${field} ${reason}`))].sort(),
      score:
        score.kind === "number"
          ? roundedText(score.number, roundingOf(by.declared.scoreRounding) ?? toDecimals(2))
          : null,
      parts: Object.fromEntries(parts.map(({ node, score: own }) => [node.path, this.partText(node, own)])),
      coefficients: Object.fromEntries(
        coefficients.map(({ name, value }) => [name, value?.kind === "number" ? shortest(value.number, 4) : null]),
      ),
      vetoes: by.fired(subject).map(({ name }) => name.text),
      rankings: Object.fromEntries(rankings.map(({ name, place }) => [name, place])),
      grades: Object.fromEntries(
        grades.map(({ name, value }) => [name, value?.kind === "level" && value.name !== "" ? value.name : null]),
      ),
      awards: given.map(({ name, text }) => ({ name, pays: text })),
      consequences: consequences.flatMap(({ name, value }) => (value !== null && isYes(value) ? [name] : [])),
      outputs: Object.fromEntries(outputs.map(({ output, name, value }) => [name, this.outputText(output, value)])),
      provisional: [
        ...parts.filter(({ score: own }) => isProvisional(own)).map(({ node }) => node.path),
        ...(isProvisional(score) ? ["score"] : []),
        ...provisionalOf(coefficients),
        ...rankings.filter(({ place, isOpen }) => place !== null && isOpen).map(({ name }) => name),
        ...grades.filter(({ name }) => by.isGradeProvisional(name, subject)).map(({ name }) => name),
        ...given
          .filter(({ holds, pays }) => isProvisional(holds, ...(pays === null ? [] : [pays])))
          .map(({ name }) => name),
        ...provisionalOf(consequences.filter(({ value }) => value !== null && isYes(value))),
        ...provisionalOf(outputs),
      ].sort(),
      undecided: [
        ...undecidedOf("veto", vetoes),
        ...undecidedOf("grade", grades),
        ...undecidedOf(
          "award",
          awards.map(({ name, holds }) => ({ name, value: holds })),
        ),
        ...undecidedOf(
          "payment",
          given.map(({ name, pays }) => ({ name, value: pays })),
        ),
        ...undecidedOf("consequence", consequences),
        ...undecidedOf("output", outputs),
        ...undecidedOf("requirement", requirements),
      ].sort(),
    };
  }

  private award(award: ast.Award): Given {
    const { by, subject } = this;
    const name = award.name.text;
    const place = by.placeOf(award.ranking.text, subject);
    const none = { name, pays: null, text: null };
    if (place.kind !== "number") return { ...none, holds: place };
    const at = Number(place.number.n);
    const isWithin = at >= Number(award.places.from.digits) && at <= Number(award.places.to.digits);
    if (!isWithin) return { ...none, holds: flagValue(false, place.isProvisional) };
    const scope: Scope = { ...this.scope, place: whole(at) };
    const condition = award.condition === null ? flagValue(true) : by.evaluate(award.condition, scope);
    const holds = condition.kind === "flag" ? marked(condition, place.isProvisional) : condition;
    const pays = award.pays === null || !isYes(holds) ? null : by.evaluate(award.pays, scope);
    return {
      name,
      holds,
      pays,
      text: pays?.kind === "number" ? paidText(pays.number, roundingOf(award.rounds)) : null,
    };
  }

  private rankings(): readonly { readonly name: string; readonly place: number | null; readonly isOpen: boolean }[] {
    const { by, subject } = this;
    return by.all("ranking").flatMap((ranking) => {
      const entry = (name: string, section: PartNode | null) => ({
        name,
        place: by.placeIn(ranking, subject, section)?.place ?? null,
        isOpen: by.isRankingProvisional(ranking, subject, section),
      });
      if (ranking.by !== "each-section") return [entry(ranking.name.text, null)];
      return by.declared.tops
        .filter(({ part }) => part.kind === "section")
        .map((section) => entry(`${ranking.name.text}/${section.part.name.text}`, section));
    });
  }

  private outputText(output: ast.Output, value: Value): string | boolean | null {
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
      case "number":
        return this.numberText(output, value.number);
    }
  }

  /** A percentage has its decimals after the percent; a number in 万元 is rounded there and published in yuan. */
  private numberText({ value, rounds }: ast.Output, number: Fraction): string {
    const type = typeOf(value, namesIn(this.by, this.scope));
    const stated = roundingOf(rounds);
    const rounding = stated ?? toDecimals(2);
    if (type.kind !== "number") return roundedText(number, rounding);
    if (type.of === "percent") {
      const step = rounds?.isStep === true ? times(rounding.step, whole(100)) : rounding.step;
      return `${roundedText(times(number, whole(100)), { ...rounding, step })}%`;
    }
    if (stated === null || order(type.scale, one) === 0) return roundedText(number, rounding);
    return shortest(roundedTo(number, rounding, rounds?.number.unit === null ? type.scale : one));
  }

  private partText(node: PartNode, value: Value): string | null {
    if (value.kind !== "number") return null;
    if (node.part.kind === "section") return roundedText(value.number, roundingOf(node.part.rounds) ?? toDecimals(2));
    const rounding = itemRounding(this.by, node);
    return rounding === null ? shortest(value.number) : roundedText(value.number, rounding);
  }

  /** Parts that apply or may apply; those below a section that does not, and those of other variants, are left out. */
  private parts(nodes: readonly PartNode[]): readonly { readonly node: PartNode; readonly score: Value }[] {
    const { by, subject } = this;
    return nodes.flatMap((node) => {
      const { applies, score } = by.part(node, subject);
      if (applies.kind === "flag" && !applies.flag) return [];
      const { part } = node;
      const does =
        part.applies === null ? flagValue(true) : by.evaluate(part.applies.condition, scopeOf(subject, node));
      if (!isYes(does)) return [{ node, score }];
      const children = childrenOf(by, node, subject);
      return [{ node, score }, ...(Array.isArray(children) ? this.parts(children as readonly PartNode[]) : [])];
    });
  }
}

const provisionalOf = (results: readonly Named[]): readonly string[] =>
  results.filter(({ value }) => value !== null && isProvisional(value)).map(({ name }) => name);

const undecidedOf = (kind: string, results: readonly Named[]): readonly string[] =>
  results.filter(({ value }) => value !== null && isUnknown(value)).map(({ name }) => `${kind} ${name}`);

/** The published results of one subject. */
export const published = (by: Evaluation, subject: number): Published => new Publisher(by, subject).publish();
