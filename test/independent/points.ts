/**
 * Points and weights of parts: section 4 of the language reference.
 */
import { constantNumber, literalNumber, type Declared, type PartNode } from "./declared.js";
import { sumOf, times, zero, type Fraction } from "./fraction.js";

/** Whether a part is a bonus or a penalty, which is not part of the sum of points. */
export const isExtra = ({ part }: PartNode): boolean => part.kind === "item" && part.form !== "item";

/** The points of a part, of its own: those it declares, else its share, else the sum of its parts. */
export function pointsOf(declared: Declared, node: PartNode): Fraction {
  const { part } = node;
  if (part.points !== null) return literalNumber(part.points);
  if (part.kind === "item" && isExtra(node)) return part.upTo === null ? zero : literalNumber(part.upTo);
  const children = node.children.length > 0 ? node.children : (node.variants?.[0]?.children ?? []);
  const counting = children.filter((child) => !isExtra(child));
  if (part.kind === "section" && counting.length > 0 && counting.every((child) => child.part.weight === null)) {
    return sumOf(counting.map((child) => pointsOf(declared, child)));
  }
  return shareOf(declared, node);
}

/** The points of its parent that a part stands for. */
export function shareOf(declared: Declared, node: PartNode): Fraction {
  const { weight } = node.part;
  if (weight === null) return pointsOf(declared, node);
  const whole = node.parent === null ? (declared.total ?? zero) : pointsOf(declared, node.parent);
  return times(constantNumber(weight) ?? zero, whole);
}
