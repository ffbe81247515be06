/**
 * Functions across subjects, `highest lowest mean median total count rank`, as windows over each group.
 */
import type { CohortSpec, Node } from "@yardstick/engine/plan";
import { flagValue, type NumberValue, numberValue, type Value } from "../expression/value.js";
import { refuse } from "../refusals/refusals.js";
import type { Printing } from "../printing/printing.js";
import { groupKeys, orderKey, partition, periodKeys } from "./partition.js";

export function printCohort(order: CohortSpec, output: string, node: Node, by: Printing): Value {
  const { arithmetic } = by;
  const groupPending = by.flag(order.groupPending);
  const member = `(${by.flag(order.counts)} AND NOT ${groupPending})`;
  const groups = groupKeys(order, by);
  const rows = BigInt(by.inputs.subjects);
  const counted = (text: string, den = 1n): NumberValue => {
    const most = 2n * (rows + 1n);
    const width = arithmetic.widthOf(most);
    return numberValue({ text: arithmetic.cast(text, width), most, width }, den);
  };
  const over = (...more: readonly string[]) => `OVER (${partition([...groups, ...more])})`;
  if (output === "size") return counted(`count(CASE WHEN ${member} THEN 1 END) ${over()}`);
  if (output === "open") {
    const open = by.flag(order.open);
    const inGroup = `bool_or(${open} AND NOT ${groupPending}) ${over()}`;
    const inPeriod = `bool_or(${open} AND ${groupPending}) OVER (${partition(periodKeys(order, by))})`;
    return flagValue(`(${inGroup} OR ${inPeriod})`);
  }
  if (order.value === null) throw new RangeError("a function across subjects without its values");
  const value = by.number(order.value);
  if (output === "rank") return printRank(order, value, member, groups, node, by, counted);
  if (value.divisors.length > 0) return refuse("sql-cohort-of-quotients", { name: order.name });
  const { top, den } = value;
  switch (output) {
    case "total": {
      const most = top.most * rows;
      const width = arithmetic.widthOf(most);
      const sum = `coalesce(sum(CASE WHEN ${member} THEN ${top.text} END) ${over()}, 0)`;
      return numberValue({ text: arithmetic.cast(sum, width), most, width }, den);
    }
    case "extreme": {
      const name = order.name === "highest" ? "max" : "min";
      const text = `coalesce(${name}(CASE WHEN ${member} THEN ${top.text} END) ${over()}, 0)`;
      return numberValue(arithmetic.as(text, top), den);
    }
    case "median": {
      // Twice the middle value of the members: of an odd number the middle one counts twice.
      const columns = [...by.key, ...groups.map((group, index) => `${group} AS g${index}`)].join(", ");
      const names = groups.map((_, index) => `g${index}`);
      const within = `OVER (${partition([...names, "member"])}`;
      const numbered =
        `SELECT *, row_number() ${within} ORDER BY x) AS rn, count(*) ${within}) AS cn ` +
        `FROM (SELECT ${columns}, ${member} AS member, ${top.text} AS x FROM ${by.from(0)}) AS a`;
      const middle = (place: string) => `CASE WHEN rn = ${by.dialect.divided(place, "2", 1)} THEN x ELSE 0 END`;
      const twice = `CASE WHEN member THEN ${middle("(cn + 1)")} + ${middle("(cn + 2)")} ELSE 0 END`;
      const most = 2n * top.most;
      const width = arithmetic.widthOf(most * rows);
      const text = arithmetic.cast(`sum(${twice}) OVER (${partition(names)})`, width);
      by.join({ column: `${text} AS s${node.id}`, from: numbered, keys: by.key, isComplete: true });
      return numberValue({ text: `s${node.id}`, most, width }, 2n * den);
    }
    default:
      throw new RangeError(`a function across subjects without the output ${output}`);
  }
}

/** The place of each value among those of the members, highest first; also for those who are not members. */
function printRank(
  { ties }: CohortSpec,
  value: NumberValue,
  member: string,
  groups: readonly string[],
  node: Node,
  by: Printing,
  counted: (text: string, den?: bigint) => NumberValue,
): Value {
  const key = orderKey(value, by).text;
  const columns = [...by.key, ...groups.map((group, index) => `${group} AS g${index}`)].join(", ");
  const names = groups.map((_, index) => `g${index}`);
  const first = ties === "dense" ? `row_number() OVER (${partition([...names, "member", "x"])}) = 1` : "true";
  const marked =
    `SELECT *, CASE WHEN member AND ${first} THEN 1 ELSE 0 END AS c ` +
    `FROM (SELECT ${columns}, ${member} AS member, ${key} AS x FROM ${by.from(0)}) AS a`;
  const notLess = `sum(c) OVER (${partition(names)} ORDER BY x DESC RANGE UNBOUNDED PRECEDING)`;
  const equal = `sum(c) OVER (${partition([...names, "x"])})`;
  const place = `1 + ${notLess} - ${equal}`;
  const shown = ties === "average" ? `2 * (${place}) + greatest(0, ${equal} - 1)` : place;
  const result = counted(shown, ties === "average" ? 2n : 1n);
  by.join({ column: `${result.top.text} AS s${node.id}`, from: marked, keys: by.key, isComplete: true });
  return { ...result, top: by.arithmetic.as(`s${node.id}`, result.top) };
}
