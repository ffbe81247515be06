/**
 * Grades of each group, a layer for each row from the best: a quota takes the best so many who meet the condition and have no grade yet,
 * and if a tie goes through the cut, all of that tie stay out.
 */
import type { GradesSpec, Node } from "@yardstick/engine/plan";
import { flagValue, numberValue, type Value } from "../expression/value.js";
import type { Printing } from "../printing/printing.js";
import { isNever, partition } from "./partition.js";
import { settled } from "./settled.js";

type Row = GradesSpec["rows"][number];

/** Columns of a layer: `a` still without a grade, `lv` its grade (0: none), `pd` pending, `un` the row that it awaits, `op` others may change. */
const STATE = ["a", "lv", "pd", "un", "op"];

/** Further columns for explanations: `nt` what kept it from a better grade, and `lf` by row: of those who tie at its cut, the places left. */
const explainedState = (rows: number): readonly string[] => [
  "nt",
  ...Array.from({ length: rows }, (_, row) => `lf${row}`),
];

export function printGrades(order: GradesSpec, output: string, node: Node, by: Printing): Value {
  const judged = Object.fromEntries(
    order.rows.flatMap(({ yes, pending }, index) => [
      [`y${index}`, by.flag(yes)],
      [`n${index}`, by.flag(pending)],
    ]),
  );
  const barred = isNever(order.barred) ? null : order.barred;
  const ordered = settled(
    { ...order, barred },
    by.flag(order.stands),
    "gap",
    { ...judged, mo: by.number(order.most).top.text },
    by,
  );
  const kept = [...by.key, "f", ...ordered.groups, ...Object.keys(judged), "mo", "pl", "size"];
  const cut = /^cut (\d+)$/u.exec(output)?.[1];
  const explained = output === "note" || cut !== undefined ? explainedState(order.rows.length) : [];
  const begun = [
    "f AS a",
    "0 AS lv",
    "false AS pd",
    "0 AS un",
    "false AS op",
    ...explained.map((each) => `0 AS ${each}`),
  ];
  const start = `SELECT *, count(*) OVER (${partition(["f", ...ordered.groups])}) AS size, ${begun.join(", ")} FROM (${ordered.select}) AS o`;
  const layers = { kept, explained, groups: ordered.groups };
  const graded = order.rows.reduce((before, row, index) => layer(before, row, index, layers, by), start);
  const level = `CASE WHEN a THEN ${order.otherwise} ELSE lv END`;
  const name = `s${node.id}`;
  const shown: Readonly<Record<string, string>> = {
    given: level,
    level: `least(${level}, mo)`,
    pending: "pd",
    open: `f AND bool_or(op) OVER (${partition(["f", ...ordered.groups])})`,
    "undecided at": "un",
    note: "nt",
    ...(cut === undefined ? {} : { [output]: `lf${cut}` }),
  };
  const text = shown[output];
  if (text === undefined) throw new RangeError(`grades without the output ${output}`);
  by.join({ column: `${text} AS ${name}`, from: graded, keys: by.key, isComplete: true });
  if (node.rep === "flag") return flagValue(name);
  const levels = BigInt(2 + order.rows.length + Math.max(order.otherwise, ...order.rows.map((row) => row.level)));
  if (cut !== undefined) {
    const most = BigInt(by.inputs.subjects) + 1n;
    const width = by.arithmetic.widthOf(most);
    return numberValue({ text: by.arithmetic.cast(name, width), most, width });
  }
  return numberValue({ text: name, most: levels, width: 0 });
}

/** What the layers have in common. */
interface Layers {
  readonly kept: readonly string[];
  /** Empty unless an explanation is asked for. */
  readonly explained: readonly string[];
  readonly groups: readonly string[];
}

/** One row: who meets it and whose quota has a place, and who awaits it. */
function layer(
  before: string,
  { quota, level }: Row,
  index: number,
  { kept, explained, groups }: Layers,
  by: Printing,
): string {
  const heads = quota === null ? null : headsText(quota, by);
  const isUnknown = quota !== null && heads === null;
  const all = [...kept, ...STATE, ...explained];
  // `sure` meets the condition and has no grade yet, `waits` is pending.
  const marked = `SELECT ${all.join(", ")}, a AND y${index} AS sure, a AND (n${index}${isUnknown ? ` OR y${index}` : ""}) AS waits FROM (${before}) AS b${index}`;
  const group = partition(["f", ...groups]);
  const upTo = `sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER (${group} ORDER BY pl RANGE UNBOUNDED PRECEDING)`;
  const ties = `sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER (${partition(["f", ...groups, "pl"])})`;
  const counted = `SELECT *, ${upTo} AS upto, ${ties} AS ties FROM (${marked}) AS c${index}`;
  const state = [...all, "waits", "sure", ...(heads === null || explained.length === 0 ? [] : ["upto", "ties"])].join(
    ", ",
  );
  // Beyond the quota whatever comes out; only where it would tie with the cut does it matter to others.
  const decided =
    heads === null
      ? `SELECT ${state}, ${isUnknown ? "false" : "sure"} AS taken, false AS beyond, false AS near FROM (${marked}) AS d${index}`
      : `SELECT ${state}, (sure AND upto <= ${heads}) AS taken, (waits AND upto - CASE WHEN sure THEN 1 ELSE 0 END >= ${heads}) AS beyond, ` +
        `upto - ties < ${heads} AS near FROM (${counted}) AS d${index}`;
  const left = [
    ...kept,
    `a AND NOT taken AND (NOT waits OR beyond) AS a`,
    `CASE WHEN taken THEN ${level} ELSE lv END AS lv`,
    `pd OR (waits AND NOT beyond) AS pd`,
    `CASE WHEN waits AND NOT beyond THEN ${index + 1} ELSE un END AS un`,
    `op OR (waits AND (NOT beyond OR near)) AS op`,
    ...noted(index, heads, explained),
  ];
  return `SELECT ${left.join(", ")} FROM (${decided}) AS e${index}`;
}

/** The first row that left a subject out is the one that is noted. */
function noted(index: number, heads: string | null, explained: readonly string[]): readonly string[] {
  if (heads === null) return explained;
  const isAtCut = `sure AND upto > ${heads} AND upto - ties < ${heads}`;
  return explained.map((each) => {
    if (each === "nt")
      return `CASE WHEN nt <> 0 THEN nt WHEN ${isAtCut} THEN 2 WHEN beyond OR (sure AND NOT taken) THEN 1 ELSE 0 END AS nt`;
    return each === `lf${index}` ? `CASE WHEN ${isAtCut} THEN ${heads} - (upto - ties) ELSE 0 END AS ${each}` : each;
  });
}

/** The quota in heads; null: it is pending. */
function headsText({ kind, value, rounding }: NonNullable<Row["quota"]>, by: Printing): string | null {
  if (value === null) return null;
  const { numerator, denominator } = value;
  if (numerator <= 0n) return "0";
  const heads = kind === "share" ? `size * ${numerator}` : `${numerator}`;
  const divided = (text: string, divisor: bigint) => by.dialect.divided(`(${text})`, `${divisor}`, 1);
  switch (rounding) {
    case "down":
      return divided(heads, denominator);
    case "up":
      return divided(`${heads} + ${denominator - 1n}`, denominator);
    case "half-up":
      return divided(`2 * (${heads}) + ${denominator}`, 2n * denominator);
    default:
      return rounding satisfies never;
  }
}
