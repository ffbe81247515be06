/**
 * The tree of parts: points, weights, applicability, variants, limits and sums. Section 4 of the language reference.
 */
import type { ast } from "@yardstick/language";
import { scopeOf, type Context, type PartResult } from "./context.js";
import { constantNumber, type PartNode } from "./declared.js";
import { fraction, greatest, least, negated, one, over, plus, sumOf, times, zero, type Fraction } from "./fraction.js";
import { isExtra, pointsOf, shareOf } from "./points.js";
import { roundedTo, roundingOf, type RoundingTo } from "./rounding.js";
import { added, effectOf } from "./rule.js";
import {
  flagValue,
  impossible,
  isProvisional,
  isUnknown,
  marked,
  numberValue,
  pendingOf,
  type Value,
} from "./value.js";

/** The parts below a section that a subject has: those of its variant; pending while that is not known. */
export function childrenOf(context: Context, node: PartNode, subject: number): readonly PartNode[] | Value {
  if (node.variants === null || node.part.kind === "item" || node.part.variants === null) return node.children;
  const value = context.evaluate(node.part.variants.by, scopeOf(subject, node));
  if (value.kind !== "level") return pendingOf(value);
  const own =
    node.variants.find(({ levels }) => levels.includes(value.name)) ??
    node.variants.find(({ levels }) => levels.length === 0);
  return own?.children ?? impossible("no-band");
}

/** Whether a part applies to a subject. */
function applies(context: Context, node: PartNode, subject: number): Value {
  const { part } = node;
  const own =
    part.applies === null ? flagValue(true) : context.evaluate(part.applies.condition, scopeOf(subject, node));
  if (own.kind !== "flag" || !own.flag || part.kind === "item") return isUnknown(own) ? pendingOf(own) : own;
  const children = childrenOf(context, node, subject);
  if (!Array.isArray(children)) return flagValue(true);
  const none = hasNone(context, children as readonly PartNode[], subject);
  return none.kind !== "flag" ? none : none.flag ? flagValue(false, none.isProvisional) : own;
}

/** Whether points are passed on among these parts and none that applies has points to take them. */
export function hasNone(context: Context, nodes: readonly PartNode[], subject: number): Value {
  const counting = nodes.filter((node) => !isExtra(node));
  const results = counting.map((node) => ({ node, does: context.part(node, subject).applies }));
  const freed = results.filter(({ does }) => does.kind === "flag" && !does.flag);
  const takes = results.some(
    ({ node, does }) =>
      does.kind === "flag" && takesShares(context, node, subject) && shareOf(context.declared, node).n !== 0n,
  );
  if (takes) return flagValue(false);
  const mayPassOn = ({ node }: { node: PartNode }) =>
    node.part.applies === null || node.part.applies.otherwise === "rescale";
  const mayTake = ({ node }: { node: PartNode }) => shareOf(context.declared, node).n !== 0n;
  const open = results.filter((each) => isUnknown(each.does) && (freed.length > 0 ? mayTake(each) : mayPassOn(each)));
  if (open.length > 0) return pendingOf(...open.map(({ does }) => does));
  return flagValue(freed.length > 0);
}

export function partResult(context: Context, node: PartNode, subject: number): PartResult {
  const above = node.parent === null ? flagValue(true) : hasPart(context, node.parent, node, subject);
  if (above.kind !== "flag" || !above.flag)
    return { applies: above, score: isUnknown(above) ? pendingOf(above) : impossible("no-result") };
  const does = applies(context, node, subject);
  if (does.kind !== "flag") {
    const children =
      node.part.applies === null || isYes(context.evaluate(node.part.applies.condition, scopeOf(subject, node)));
    const score = node.part.kind === "section" && children ? sectionScore(context, node, subject) : does;
    return { applies: does, score: pendingOf(does, score) };
  }
  if (!does.flag) {
    const own =
      node.part.applies === null ? null : context.evaluate(node.part.applies.condition, scopeOf(subject, node));
    const given = givenWithout(context, node, own !== null && !isYes(own));
    if (given === null) return { applies: does, score: impossible("no-result") };
    const rounding = node.part.kind === "item" ? itemRounding(context, node) : roundingOf(node.part.rounds);
    return {
      applies: flagValue(true, does.isProvisional),
      score: numberValue(rounding === null ? given : roundedTo(given, rounding), does.isProvisional),
    };
  }
  const score =
    node.part.kind === "item" ? itemScore(context, node, node.part, subject) : sectionScore(context, node, subject);
  return { applies: does, score: marked(score, does.isProvisional) };
}

const isYes = (value: Value): boolean => value.kind === "flag" && value.flag;

/** Whether a section applies to a subject by its own condition and has this part for it. */
function hasPart(context: Context, section: PartNode, part: PartNode, subject: number): Value {
  const above = section.parent === null ? flagValue(true) : hasPart(context, section.parent, section, subject);
  if (above.kind !== "flag" || !above.flag) return above;
  const condition = section.part.applies?.condition ?? null;
  const does = condition === null ? flagValue(true) : context.evaluate(condition, scopeOf(subject, section));
  if (does.kind !== "flag" || !does.flag) return does;
  const children = childrenOf(context, section, subject);
  return Array.isArray(children)
    ? flagValue((children as readonly PartNode[]).includes(part), does.isProvisional)
    : pendingOf(children as Value);
}

/** What a part gets where it does not apply; null: it passes its points on. */
function givenWithout(context: Context, node: PartNode, isByCondition: boolean): Fraction | null {
  // What its `otherwise` says is of its own condition; where none of its parts applies, it passes its points on.
  if (!isByCondition) return null;
  const otherwise = node.part.applies === null ? "rescale" : (node.part.applies.otherwise ?? "full");
  if (otherwise === "rescale") return null;
  return otherwise === "full" && !isExtra(node) ? pointsOf(context.declared, node) : zero;
}

const hasEarn = (lines: readonly ast.LineNode[]): boolean =>
  lines.some((line) =>
    line.kind === "line-block"
      ? hasEarn([...line.lines, ...line.otherwise])
      : line.effect === "earn" && line.amount.kind !== "open",
  );

function itemScore(context: Context, node: PartNode, part: ast.Item, subject: number): Value {
  const points = pointsOf(context.declared, node);
  const effect = added(part.lines.map((line) => effectOf(context, line, scopeOf(subject, node))));
  if (effect.kind !== "number") return effect;
  const start = part.form === "item" && !hasEarn(part.lines) ? points : zero;
  const [low, high] = limitsOf(part, points);
  let score = greatest(low, plus(start, effect.number));
  if (high !== null) score = least(high, score);
  const rounding = itemRounding(context, node);
  return numberValue(rounding === null ? score : roundedTo(score, rounding), effect.isProvisional);
}

/** How an item is rounded; null: it is not. */
export function itemRounding({ declared }: Context, { part }: PartNode): RoundingTo | null {
  return roundingOf(part.rounds ?? declared.itemRounding);
}

function limitsOf(part: ast.Item, points: Fraction): readonly [low: Fraction, high: Fraction | null] {
  if (part.form === "bonus") return [zero, part.upTo === null ? null : points];
  if (part.form === "penalty") return [part.upTo === null ? fraction(-(10n ** 60n)) : negated(points), zero];
  const { within } = part;
  const end = (expression: ast.Expression | null) => (expression === null ? null : constantNumber(expression));
  if (within === null || part.weight !== null) return [zero, points];
  return [end(within.from) ?? zero, end(within.to) ?? points];
}

/** What a part adds to the sum of its parent, where it applies. */
function contribution(context: Context, node: PartNode, score: Value, subject: number): Value {
  let value = score;
  if (value.kind === "number" && node.part.weight !== null) {
    const own = pointsOf(context.declared, node);
    const share = own.n === 0n ? zero : times(over(value.number, own), shareOf(context.declared, node));
    value = numberValue(share, value.isProvisional);
  }
  for (const each of context.declared.declarations) {
    if (
      each.kind !== "coefficient" ||
      each.appliesTo === "total" ||
      !each.appliesTo.some(({ text }) => text === node.part.name.text)
    )
      continue;
    value = multiplied(value, coefficientOf(context, each, subject));
  }
  return value;
}

/** A coefficient where its condition holds, and 1 elsewhere. */
export function coefficientOf(context: Context, { value, condition }: ast.Coefficient, subject: number): Value {
  const scope = scopeOf(subject);
  const holds = condition === null ? flagValue(true) : context.evaluate(condition, scope);
  if (isUnknown(holds)) return holds;
  if (holds.kind === "flag" && !holds.flag) return numberValue(one, isProvisional(holds));
  return marked(context.evaluate(value, scope), isProvisional(holds));
}

export function multiplied(value: Value, by: Value): Value {
  if (value.kind !== "number" || by.kind !== "number") return pendingOf(value, by);
  return numberValue(times(value.number, by.number), isProvisional(value, by));
}

function sectionScore(context: Context, node: PartNode, subject: number): Value {
  const children = childrenOf(context, node, subject);
  if (!Array.isArray(children)) return children as Value;
  const sum = sumOfParts(context, children as readonly PartNode[], subject);
  const rounding = roundingOf(node.part.rounds);
  if (sum.kind !== "number" || rounding === null) return sum;
  return numberValue(roundedTo(sum.number, rounding), sum.isProvisional);
}

/** The sum of parts beside one another. Those that do not apply pass their points on to the others, in proportion to their points. */
export function sumOfParts(context: Context, nodes: readonly PartNode[], subject: number): Value {
  const results = nodes.map((node) => ({ node, ...context.part(node, subject) }));
  const open = results.filter(({ applies: does }) => isUnknown(does)).map(({ applies: does }) => does);
  const counting = results.filter(({ node }) => !isExtra(node));
  const sharesOf = (does: boolean) =>
    sumOf(
      counting
        .filter(
          ({ node, applies: answer }) =>
            answer.kind === "flag" && answer.flag === does && takesShares(context, node, subject) === does,
        )
        .map(({ node }) => shareOf(context.declared, node)),
    );
  const [shares, freed] = [sharesOf(true), sharesOf(false)];
  const factor = shares.n === 0n ? one : over(plus(shares, freed), shares);
  const mark = counting.some(({ applies: does }) => does.kind === "flag" && !does.flag && does.isProvisional);
  const terms = results.map(({ node, applies: does, score }): Value => {
    if (does.kind !== "flag") return contribution(context, node, score, subject);
    if (!does.flag) return numberValue(zero, does.isProvisional);
    const value = contribution(context, node, score, subject);
    return takesShares(context, node, subject) ? multiplied(value, numberValue(factor, mark)) : value;
  });
  return open.length > 0 ? pendingOf(...open, ...terms) : added(terms);
}

/** Whether a part applies by its own condition, so that it takes what others pass on; bonuses and penalties take none. */
function takesShares(context: Context, node: PartNode, subject: number): boolean {
  if (isExtra(node)) return false;
  const does = applies(context, node, subject);
  return does.kind === "flag" && does.flag;
}
