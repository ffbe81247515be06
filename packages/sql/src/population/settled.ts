/**
 * Subjects in their order as a relation, with a number for each that is the same for all who tie. A tie-break that is pending for one of a
 * tie parts none of that tie, and neither do those behind it; those without a place for whom it is pending come behind the others instead.
 */
import type { Node } from "@yardstick/engine/plan";
import type { Printing } from "../printing/printing.js";
import { partition } from "./partition.js";

interface Sorting {
  readonly period: Node | null;
  readonly group: Node | null;
  readonly keys: readonly Node[];
  readonly awaited: readonly Node[];
  /** Who takes part without a place; null for none. */
  readonly barred: Node | null;
}

/** A relation of the keys of all subjects, `f` (takes part), `p` and `g` where there are periods and groups, `pl` (its place, ties alike), and further columns. */
export interface Settled {
  readonly select: string;
  /** Names of the columns that keep subjects apart. */
  readonly groups: readonly string[];
  readonly periods: readonly string[];
}

export function settled(
  order: Sorting,
  takesPart: string,
  ties: "gap" | "dense",
  more: Readonly<Record<string, string>>,
  by: Printing,
): Settled {
  const { period, group, keys, awaited } = order;
  const barred = awaited.length === 0 ? null : order.barred;
  const periods = period === null ? [] : ["gp"];
  const groups = [...periods, ...(group === null ? [] : ["gg"])];
  const kept = [...by.key, "f", ...groups, ...Object.keys(more)];
  const numbers = keys.map((key) => by.number(key).top.text);
  const columns = [
    ...by.key,
    `${takesPart} AS f`,
    ...(period === null ? [] : [`${by.groupKey(period)} AS gp`]),
    ...(group === null ? [] : [`${by.groupKey(group)} AS gg`]),
    ...Object.entries(more).map(([name, text]) => `${text} AS ${name}`),
    ...numbers.map((text, index) => `${text} AS e${index}`),
    ...awaited.map((flag, index) => `${by.flag(flag)} AS w${index}`),
    ...(awaited.length === 0 ? [] : ["false AS hidden"]),
    ...(barred === null ? [] : [`${by.flag(barred)} AS bars`]),
  ];
  let select = `SELECT ${columns.join(", ")} FROM ${by.from(0)}`;
  for (let key = 1; key < keys.length && awaited.length > 0; key += 1) {
    const behind =
      barred === null
        ? []
        : range(key)
            .slice(1)
            .map((index) => `b${index}`);
    const tie = partition(["f", ...groups, "hidden", ...behind, ...range(key).map((index) => `e${index}`)]);
    const isBehind = `bars AND w${key}`;
    const settles = barred === null ? "hides" : `hides OR ${isBehind}`;
    const names = [
      ...kept,
      ...range(keys.length).map((index) =>
        index === key ? `CASE WHEN ${settles} THEN 0 ELSE e${key} END AS e${key}` : `e${index}`,
      ),
      ...awaited.map((_, index) => `w${index}`),
      ...(barred === null ? [] : ["bars", ...behind, `NOT hides AND ${isBehind} AS b${key}`]),
      `${settles} AS hidden`,
    ];
    const waits = barred === null ? `w${key}` : `w${key} AND NOT bars`;
    select = `SELECT ${names.join(", ")} FROM (SELECT *, hidden OR bool_or(${waits}) OVER (${tie}) AS hides FROM (${select}) AS h${key}) AS i${key}`;
  }
  const best = range(keys.length)
    .flatMap((index) => [...(barred !== null && index > 0 ? [`b${index}`] : []), `e${index} DESC`])
    .join(", ");
  const place = `${ties === "dense" ? "dense_rank" : "rank"}() OVER (${partition(["f", ...groups])} ORDER BY ${best})`;
  return {
    select: `SELECT ${kept.join(", ")}, ${place} AS pl FROM (${select}) AS h0`,
    groups,
    periods,
  };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
