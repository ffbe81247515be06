/**
 * A sum over those side rows of a subject that count. Unlike quotients are folded exactly where the engine can.
 */
import { divisorOf, numberValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { asColumn, operand } from "../printing/printing.js";

export const rowSum = asColumn((node, by) => {
  const { arithmetic, dialect } = by;
  const name = `s${node.id}`;
  const value = by.number(operand(node, 0));
  const counts = by.flag(operand(node, 1));
  if (value.divisors.length > 0) {
    const fold = dialect.quotientSum ?? refuse("sql-quotients-of-rows", { engine: dialect.title });
    by.aggregate(node.over, name, fold.sum(value.top.text, divisorOf(value, arithmetic).text, counts));
    // Reduced to what it is; a pair that needs more digits ends the query.
    const { most } = dialect.widths.at(-1) ?? dialect.widths[0];
    const part = (text: string, otherwise: bigint) => ({
      text: `coalesce(${text}, ${otherwise})`,
      most,
      width: dialect.widths.length - 1,
    });
    by.column(node.domain, `q${node.id}`, part(fold.bottom(name), 1n).text);
    return numberValue(part(fold.top(name), 0n), 1n, [{ name: `q${node.id}`, most }]);
  }
  const most = value.top.most * BigInt(by.inputs.mostRows(node.over));
  const total = { text: `coalesce(${name}, 0)`, most, width: arithmetic.widthOf(most) };
  const added = counts === "true" ? value.top.text : `CASE WHEN ${counts} THEN ${value.top.text} ELSE 0 END`;
  by.aggregate(node.over, name, arithmetic.cast(`sum(${added})`, total.width));
  return numberValue(total, value.den);
}, true);
