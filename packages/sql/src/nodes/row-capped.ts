/**
 * A sum of groups of side rows, each limited in either direction.
 */
import { common, numberValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import { asColumn, operand } from "../printing/printing.js";

export const rowCapped = asColumn((node, by) => {
  const { arithmetic, dialect, key, owner } = by;
  const [effect, limit] = [by.number(operand(node, 0)), by.number(operand(node, 2))];
  if (limit.divisors.length > 0) return refuse("sql-cap-by-quotient");
  if (effect.divisors.length > 0) return refuse("sql-quotients-of-rows", { engine: dialect.title });
  const { tops, den } = common([effect, limit], arithmetic);
  const [added, most] = tops;
  if (added === undefined || most === undefined) throw new RangeError("a capped sum without effect and limit");
  const rows = BigInt(by.inputs.mostRows(node.over));
  const group = { text: "x", most: added.most * rows, width: arithmetic.widthOf(added.most * rows) };
  const own = owner.map((name) => `l.${name}`).join(", ");
  const grouped =
    `SELECT ${own}, ${arithmetic.cast(`sum(${added.text})`, group.width)} AS x, min(w.m) AS m FROM ${by.from(node.over)} AS l ` +
    `JOIN (SELECT ${key.map((name, index) => `${name} AS w${index}`).join(", ")}, ${most.text} AS m FROM ${by.from(0)}) AS w ` +
    `ON ${owner.map((name, index) => `w.w${index} = l.${name}`).join(" AND ")} ` +
    `WHERE ${by.flag(operand(node, 3))} GROUP BY ${own}, ${by.groupKey(operand(node, 1))}`;
  const limited = arithmetic.least(arithmetic.as("m", most), arithmetic.greatest(arithmetic.as("(-m)", most), group));
  const total = limited.most * rows;
  const width = arithmetic.widthOf(total);
  const sum = arithmetic.cast(`sum(${limited.text})`, width);
  by.join({ column: `${sum} AS s${node.id}`, from: grouped, keys: owner, isComplete: false });
  return numberValue({ text: `coalesce(s${node.id}, 0)`, most: total, width }, den);
});
