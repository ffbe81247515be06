/**
 * A sum of multiples. Of texts the one sum is their difference, asked only whether it is 0.
 */
import { type DifferenceValue, common, type NumberValue, numberValue, type Value } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { inPlace, type Printing } from "../printing/printing.js";
import type { Node } from "@yardstick/engine/plan";

export const affine = inPlace((node, by) => {
  const { arithmetic } = by;
  const values = node.args.map((argument) => by.value(argument));
  if (values.some(({ kind }) => kind === "text")) return difference(node, values, by);
  const terms = node.args.map((argument, index): NumberValue => {
    const { top, den, divisors } = by.number(argument);
    const { numerator = 1n, denominator = 1n } = node.factors[index] ?? {};
    return numberValue(arithmetic.by(top, numerator), den * denominator, divisors);
  });
  const { value } = node;
  const constant = numberValue(arithmetic.literal(value.numerator), value.denominator);
  const { tops, den, divisors } = common([...terms, constant], arithmetic);
  return numberValue(arithmetic.sum(tops), den, divisors);
});

function difference({ factors, value }: Node, values: readonly Value[], by: Printing): DifferenceValue {
  const [first, second, ...others] = values;
  const [factor, opposite] = factors;
  if (first?.kind !== "text" || factor === undefined || others.length > 0) return refuse("sql-text-computed");
  if (second === undefined) {
    const text = by.inputs.textOf(value.div(factor).neg());
    return { kind: "difference", isNone: `${first.text} = ${by.dialect.text(text)}` };
  }
  const isPlain = opposite !== undefined && factor.equals(opposite.neg()) && value.numerator === 0n;
  if (second.kind !== "text" || !isPlain) return refuse("sql-text-computed");
  return { kind: "difference", isNone: `${first.text} = ${second.text}` };
}
