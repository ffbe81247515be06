/**
 * Places of a ranking: a relation with one row a subject. Those without a place have 0; a veto that takes a place away lets those behind
 * move up, since it takes no part.
 */
import type { Node, RankingSpec } from "@yardstick/engine/plan";
import { flagValue, numberValue, type Value } from "../expression/value.js";
import type { Printing } from "../printing/printing.js";
import { groupKeys, isNever, partition, periodKeys } from "./partition.js";
import { settled } from "./settled.js";

export function printRanking(order: RankingSpec, output: string, node: Node, by: Printing): Value {
  const { arithmetic } = by;
  if (output === "open") return flagValue(openText(order, by));
  const most = BigInt(by.inputs.subjects) + 1n;
  const width = arithmetic.widthOf(most);
  const name = `s${node.id}`;
  if (output === "place among all") {
    const { stands, barred, ties } = order;
    const all = settled({ ...order, barred: isNever(barred) ? null : barred }, by.flag(stands), ties, {}, by);
    const text = `CASE WHEN f THEN ${arithmetic.cast("pl", width)} ELSE 0 END`;
    by.join({ column: `${text} AS ${name}`, from: all.select, keys: by.key, isComplete: true });
    return numberValue({ text: name, most, width });
  }
  const takesPart = `(${by.flag(order.stands)} AND NOT ${by.flag(order.barred)})`;
  const { select, groups } = settled({ ...order, barred: null }, takesPart, order.ties, {}, by);
  const place = `CASE WHEN f THEN ${arithmetic.cast("pl", width)} ELSE 0 END`;
  if (output === "place") {
    by.join({ column: `${place} AS ${name}`, from: select, keys: by.key, isComplete: true });
    return numberValue({ text: name, most, width });
  }
  if (output !== "last") throw new RangeError(`a ranking without the output ${output}`);
  const placed = `SELECT ${[...by.key, ...groups].join(", ")}, ${place} AS place FROM (${select}) AS r`;
  const last = `place > 1 AND place = max(place) OVER (${partition(groups)})`;
  by.join({ column: `${last} AS ${name}`, from: placed, keys: by.key, isComplete: true });
  return flagValue(name);
}

/** Whether a subject that may belong to the same group is pending. One without a group yet may belong to any of its period. */
function openText(order: RankingSpec, by: Printing): string {
  const [open, noGroup] = [by.flag(order.open), by.flag(order.groupPending)];
  const inGroup = `bool_or(${open} AND NOT ${noGroup}) OVER (${partition(groupKeys(order, by))})`;
  const anywhere = `bool_or(${open} AND ${noGroup}) OVER ()`;
  const inPeriod = `bool_or(${open} AND ${noGroup}) OVER (${partition(periodKeys(order, by))})`;
  return `(CASE WHEN ${noGroup} THEN ${anywhere} ELSE ${inGroup} END OR ${inPeriod})`;
}
