/**
 * A root, half up to multiples of a step. Engines have roots in binary fractions: such a root is within 2 of the whole one, which
 * squares of whole numbers then decide.
 */
import { divisorOf, numberValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { inPlace, operand } from "../printing/printing.js";

/** Below the square of this a binary fraction holds the root to within 1. */
const MAX_ROOT = 2n ** 50n;

export const root = inPlace((node, by) => {
  const { arithmetic, dialect } = by;
  const value = by.number(operand(node, 0));
  const { numerator, denominator } = node.value;
  const dividend = arithmetic.by(arithmetic.absolute(value.top), 4n * denominator * denominator);
  const divisor = divisorOf({ ...value, den: value.den * numerator * numerator }, arithmetic);
  // The root in half steps, cut, plus one, halved.
  const square = arithmetic.divided(dividend, divisor);
  if (square.most >= MAX_ROOT * MAX_ROOT) return refuse("sql-too-wide", { field: null, engine: dialect.title });
  const most = MAX_ROOT;
  const width = arithmetic.widthOf(most * most);
  const below = `greatest(${arithmetic.cast(`floor(sqrt(${dialect.forRoot(square.text)}))`, width)} - 2, 0)`;
  const isWithin = (more: number) =>
    `CASE WHEN (${below} + ${more}) * (${below} + ${more}) <= ${square.text} THEN 1 ELSE 0 END`;
  const halves = { text: `(${below} + ${[1, 2, 3, 4].map(isWithin).join(" + ")} + 1)`, most, width };
  const steps = arithmetic.divided(halves, arithmetic.literal(2n));
  const signed = arithmetic.as(`(CASE WHEN ${value.top.text} < 0 THEN -1 ELSE 1 END * ${steps.text})`, steps);
  return numberValue(arithmetic.by(signed, numerator), denominator);
}, false);
