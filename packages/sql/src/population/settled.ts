/**
 * Subjects in their order as a relation, with a number for each that is the same for all who tie. A tie-break that is pending for one of a
 * tie parts none of that tie, and neither do those behind it.
 */
import type { Node } from "@yardstick/engine/plan";
import type { Printing } from "../printing/printing.js";
import { partition } from "./partition.js";

interface Sorting {
  readonly period: Node | null;
  readonly group: Node | null;
  readonly keys: readonly Node[];
  readonly awaited: readonly Node[];
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
  ];
  let select = `SELECT ${columns.join(", ")} FROM ${by.from(0)}`;
  for (let key = 1; key < keys.length && awaited.length > 0; key += 1) {
    const tie = partition(["f", ...groups, "hidden", ...range(key).map((index) => `e${index}`)]);
    const names = [
      ...kept,
      ...range(keys.length).map((index) =>
        index === key ? `CASE WHEN hides THEN 0 ELSE e${key} END AS e${key}` : `e${index}`,
      ),
      ...awaited.map((_, index) => `w${index}`),
      "hides AS hidden",
    ];
    select = `SELECT ${names.join(", ")} FROM (SELECT *, hidden OR bool_or(w${key}) OVER (${tie}) AS hides FROM (${select}) AS h${key}) AS i${key}`;
  }
  const best = range(keys.length)
    .map((index) => `e${index} DESC`)
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
