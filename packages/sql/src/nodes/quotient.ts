/**
 * A quotient, 0 where the divisor is 0. The divisor becomes a column greater than 0, its sign goes to the numerator.
 */
import { divisorOf, numberValue } from "../expression/value.js";
import { asColumn, operand } from "../printing/printing.js";

export const quotient = asColumn((node, by) => {
  const { arithmetic } = by;
  const divided = operand(node, 1);
  const [a, b] = [by.number(operand(node, 0)), by.number(divided)];
  const name = `q${node.id}`;
  const size = arithmetic.choose(`${b.top.text} = 0`, arithmetic.literal(1n), arithmetic.absolute(b.top));
  by.column(node.domain, name, arithmetic.narrowed(size).text);
  const isPositive = divided.low !== null && divided.low.compare(0) >= 0;
  const sign = arithmetic.as(`(CASE WHEN ${b.top.text} < 0 THEN -1 ELSE 1 END)`, arithmetic.literal(1n));
  const signed = isPositive ? a.top : arithmetic.times(a.top, sign);
  const scaled = arithmetic.times(signed, divisorOf({ ...b, top: arithmetic.literal(1n) }, arithmetic));
  const top = arithmetic.choose(`${b.top.text} = 0`, arithmetic.literal(0n), scaled);
  return numberValue(top, a.den, [...a.divisors, { name, most: size.most }]);
});
