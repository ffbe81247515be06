/**
 * Rankings as orders: who takes part, by what keys, in which group. A key that several tables share is one node.
 */
import { powerOfTen, decimalsOfDenominator, ONE, whole, ZERO } from "@yardstick/exact";
import { type Expression, findExpression, type RankingKey, type RankingNode } from "@yardstick/language/core";
import { at, InternalError } from "../values/internal-error.js";
import { keyDecimals, partOfKey } from "../values/ranking-key.js";
import type { LoweredNumber } from "./lowered.js";
import { flagOf, numberOf, pendingOf } from "./lowered.js";
import { READS_RESULTS } from "./lowering-cache.js";
import type { LoweredMeetings, LoweredTable, Lowering } from "./lowering.js";
import { PUBLISHED } from "./lowering.js";
import { Unsupported } from "./node.js";
import type { RankingSpec } from "./population-ops.js";

/** The places of an order, with who takes part and what is pending. */
export function lowerRanking(ranking: RankingNode, by: Lowering): LoweredTable {
  const { graph } = by;
  const { pending } = by.score().published;
  const group = ranking.within === null ? null : by.asCode(by.inputs.field(ranking.within));
  const groupPending = group?.pending ?? graph.never;
  const meets = ranking.where === null ? flagOf(graph, graph.always) : by.flag(ranking.where, PUBLISHED);
  const met = new Map(
    ranking.keys.flatMap((key, index) => (key.against === null ? [] : [[index, meetingsOf(key, by)] as const])),
  );
  const [own, ...tieBreaks] = ranking.keys.map(({ value }, index) =>
    met.has(index) ? numberOf(graph, graph.constant(ZERO)) : keyOf(value, by),
  );
  if (own === undefined) throw new InternalError("a ranking has no key");
  const awaited = graph.any([pending, pendingOf(graph, meets), own.pending, groupPending]);
  const absent = ranking.section === null ? graph.never : by.part(ranking.section).absent;
  const takesPart = graph.both(graph.not(meets.no), graph.not(absent));
  const stands = graph.both(takesPart, graph.not(awaited));
  const barred = ranking.obeysVetoes ? by.firedWith("unranked", "no-place") : graph.never;
  // Every ranked subject has a first key.
  const awaits = tieBreaks.map((each) => each.pending);
  const openMeetings = [...met.values()].map(({ open }) => open);
  const serials = [...met.values()].map(({ serial }) => serial);
  const open = graph.both(takesPart, graph.any([awaited, ...awaits, ...openMeetings]));
  // Greater is better: keys that rank the lowest first are negated.
  const keys = [own, ...tieBreaks].map(({ value }, index) =>
    at(ranking.keys, index).lowestFirst ? graph.times(value, ONE.neg()) : value,
  );
  const awaitedKeys = awaits.every((each) => each === graph.never) ? [] : [graph.never, ...awaits];
  if (keys.some(({ rep }) => rep === "approximate")) throw new Unsupported("a ranking by numbers that are not rounded");
  const nodes = [
    stands,
    barred,
    open,
    groupPending,
    group?.value,
    by.period(),
    ...keys,
    ...awaitedKeys,
    ...openMeetings,
  ];
  const order: RankingSpec = {
    key: `ranking ${ranking.publishedAs} ${ranking.ties} ${nodes.map((node) => node?.id ?? "").join(" ")} met ${serials.join(" ")}`,
    period: by.period(),
    group: group?.value ?? null,
    groupPending,
    stands,
    keys,
    awaited: awaitedKeys,
    meetings: new Map(
      [...met].map(([index, { of }]) => [index, { of, lowestFirst: at(ranking.keys, index).lowestFirst }]),
    ),
    barred,
    open,
    ties: ranking.ties,
  };
  const work = by.works.ranking(order);
  const flag = { low: null, high: null, den: 1n, isFlag: true };
  return {
    ranking,
    place: graph.across(work, "place", { low: ZERO, high: whole(by.inputs.subjects + 1), den: 1n, isFlag: false }),
    last: graph.across(work, "last", flag),
    stands,
    awaited: graph.both(takesPart, awaited),
    open: open === graph.never ? open : graph.across(work, "open", flag),
    key: own,
    order,
  };
}

/** Only of what the data says: what a result says changes with weights, and the ledgers are looked up once. */
function meetingsOf(key: RankingKey, by: Lowering): LoweredMeetings {
  if (findExpression(key.value, ({ kind }) => READS_RESULTS.has(kind)) !== null)
    throw new Unsupported("meetings that read results");
  return by.inputs.meetings(key);
}

/** A key as published. */
function keyOf(expression: Expression, by: Lowering): LoweredNumber {
  if (expression.type.kind === "text") throw new Unsupported("a ranking by text");
  const value = by.asCode(by.lower(expression, PUBLISHED));
  const part = partOfKey(expression);
  if (part !== null) return publishedPart(part, value, by);
  return by.published(expression, value, keyDecimals(by.program, expression));
}

/** A part's score as published. */
function publishedPart(index: number, score: LoweredNumber, { graph, program }: Lowering): LoweredNumber {
  const { decimals } = at(program.parts, index);
  if (decimals !== null) return { ...score, value: graph.rounded(score.value, powerOfTen(-decimals)), unknown: null };
  if (decimalsOfDenominator(score.value.den) === null)
    throw new Unsupported("a ranking by scores that may repeat for ever");
  return score;
}
