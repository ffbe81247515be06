/**
 * A sum over side rows without the highest and the lowest, or of the middle ones: rows are numbered by value within their subject.
 */
import type { Node } from "@yardstick/engine/plan";
import { rational } from "@yardstick/exact";
import { numberValue } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import type { Dialect } from "../dialects/index.js";
import { asColumn, operand } from "../printing/printing.js";

export const rowTrimmed = asColumn((node, by) => {
  const { arithmetic, dialect, owner } = by;
  const value = by.number(operand(node, 0));
  if (value.divisors.length > 0) return refuse("sql-quotients-of-rows", { engine: dialect.title });
  const keys = owner.join(", ");
  const numbered =
    `SELECT ${keys}, ${value.top.text} AS x, row_number() OVER (PARTITION BY ${keys} ORDER BY ${value.top.text}) AS rn, ` +
    `count(*) OVER (PARTITION BY ${keys}) AS cn FROM ${by.from(node.over)} WHERE ${by.flag(operand(node, 1))}`;
  const most = value.top.most * BigInt(by.inputs.mostRows(node.over));
  const width = arithmetic.widthOf(most);
  const sum = arithmetic.cast(`sum(CASE WHEN ${kept(node.trim, dialect)} THEN x ELSE 0 END)`, width);
  by.join({ column: `${sum} AS s${node.id}`, from: numbered, keys: owner, isComplete: false });
  return numberValue({ text: `coalesce(s${node.id}, 0)`, most, width }, value.den);
});

/** Which rows count, by their number from the lowest on (`rn`) and how many there are (`cn`). */
function kept(trim: Node["trim"], dialect: Dialect): string {
  if (trim === null) return "true";
  const ofRows = (share: string): string => {
    const { numerator, denominator } = rational(share);
    return dialect.divided(`(cn * ${numerator})`, `${denominator}`, 1);
  };
  switch (trim.kind) {
    case "drop":
      return `rn > ${trim.lowest} AND rn <= cn - ${trim.highest}`;
    case "drop-share":
      return `rn > ${ofRows(trim.lowest)} AND rn <= cn - ${ofRows(trim.highest)}`;
    case "keep":
      return trim.side === "highest" ? `rn > cn - ${trim.rows}` : `rn <= ${trim.rows}`;
    case "middle":
      return `rn > ${dialect.divided("(cn - 1)", "2", 1)} AND rn <= ${dialect.divided("cn", "2", 1)} + 1`;
    default:
      return trim satisfies never;
  }
}
