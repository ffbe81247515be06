/**
 * One of two values, by a flag.
 */
import { common, flagValue, numberValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { inPlace, operand } from "../printing/printing.js";

export const choose = inPlace((node, by) => {
  const flag = by.flag(operand(node, 0));
  const [yes, no] = [operand(node, 1), operand(node, 2)];
  if (node.rep === "flag") return flagValue(`CASE WHEN ${flag} THEN ${by.flag(yes)} ELSE ${by.flag(no)} END`);
  const [a, b] = [by.value(yes), by.value(no)];
  if (a.kind === "text" && b.kind === "text")
    return { kind: "text", text: `CASE WHEN ${flag} THEN ${a.text} ELSE ${b.text} END` };
  if (a.kind === "text" || b.kind === "text") return refuse("sql-text-computed");
  const { tops, den, divisors } = common([by.number(yes), by.number(no)], by.arithmetic);
  const [first, second] = tops;
  if (first === undefined || second === undefined) throw new RangeError("a choice between two without two");
  return numberValue(by.arithmetic.choose(flag, first, second), den, divisors);
});
