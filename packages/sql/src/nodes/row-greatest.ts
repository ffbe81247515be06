/**
 * Those side rows that have the greatest effect of their group, the first of equals: needs the order of the rows.
 */
import { flagValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { asColumn, operand } from "../printing/printing.js";

/** Column of a list by which rows follow each other. */
export const ROW_ORDER = "pos";

export const rowGreatest = asColumn((node, by) => {
  const effect = by.number(operand(node, 0));
  const counts = by.flag(operand(node, 2));
  if (effect.divisors.length > 0) return refuse("sql-quotients-of-rows", { engine: by.dialect.title });
  if (by.inputs.tableOf(node.over).order === undefined)
    return refuse("sql-row-order", { list: by.inputs.listName(node.over) });
  const partition = [...by.owner, counts, by.groupKey(operand(node, 1))].join(", ");
  const number = `row_number() OVER (PARTITION BY ${partition} ORDER BY abs(${effect.top.text}) DESC, ${ROW_ORDER})`;
  return flagValue(`(${counts} AND ${number} = 1)`);
});
