/**
 * Parts as nodes: items limited to their range and rounded, sections added up, shares of what does not apply passed to the
 * siblings. A part may have no score at all for a subject, and whether it has one may be pending.
 */
import { ONE, rational, ZERO } from "@yardstick/exact";
import type { Addend, ItemNode, SectionNode } from "@yardstick/language/core";
import { at } from "../values/internal-error.js";
import type { Graph } from "./graph.js";
import { lowerLine } from "./lower-line.js";
import { lowerSteps } from "./lower-step.js";
import type { LoweredNumber } from "./lowered.js";
import { flagOf, numberOf, pendingOf, sumOf } from "./lowered.js";
import type { Context, LoweredPart, Lowering } from "./lowering.js";
import type { Term } from "./node-facts.js";
import type { Node } from "./node.js";
import { SUBJECT, Unsupported } from "./node.js";

export interface LoweredSum {
  readonly total: Node;
  readonly pending: Node;
  readonly absent: Node;
  readonly undecided: Node;
}

export function lowerPart(index: number, by: Lowering): LoweredPart {
  const { graph, program } = by;
  const part = at(program.parts, index);
  const context: Context = { published: false, points: rational(part.points), domain: SUBJECT };
  const holds = part.applies === null ? flagOf(graph, graph.always) : by.flag(part.applies.when, context);
  const undecidedHolds = pendingOf(graph, holds);
  const body = part.kind === "section" ? sectionBody(part, context, by) : itemBody(part, context, by);
  const fixed = part.applies?.otherwise ?? null;
  const hands = part.applies !== null && fixed === null;
  // Where the condition does not hold or is pending, nothing of the body counts.
  return {
    part: index,
    score: graph.choose(holds.yes, body.score, graph.constant(fixed === null ? ZERO : rational(fixed))),
    pending: graph.either(undecidedHolds, graph.both(holds.yes, body.pending)),
    absent: graph.either(fixed === null ? holds.no : graph.never, graph.both(holds.yes, body.absent)),
    appliesNo: graph.either(holds.no, graph.both(holds.yes, body.absent)),
    undecided: graph.either(hands ? undecidedHolds : graph.never, graph.both(holds.yes, body.undecided)),
    chosen: body.chosen,
    holds,
  };
}

type Body = Pick<LoweredPart, "score" | "pending" | "absent" | "undecided" | "chosen">;

function itemBody(item: ItemNode, context: Context, by: Lowering): Body {
  const { graph } = by;
  const nets = item.rules.map((rule) => lowerLine(rule, context, by));
  const { value, pending } = lowerSteps(item.steps, sumOf(graph, nets, rational(item.start)), by);
  return { score: value, pending, absent: graph.never, undecided: graph.never, chosen: new Map() };
}

function sectionBody(section: SectionNode, context: Context, by: Lowering): Body {
  const { graph } = by;
  const { chosen, pending } = chosenParts(section, context, by);
  const sum = lowerSum(chosen, by);
  const own = lowerSteps(section.steps, numberOf(graph, sum.total, sum.pending), by);
  const isKnown = graph.not(pending);
  return {
    score: graph.choose(isKnown, own.value, graph.constant(rational(section.full))),
    pending: graph.either(pending, own.pending),
    absent: graph.both(isKnown, sum.absent),
    undecided: graph.both(isKnown, sum.undecided),
    chosen,
  };
}

/** The parts that count: those of the first case that has the subject's level, else of the case without levels. */
function chosenParts(
  section: SectionNode,
  context: Context,
  by: Lowering,
): { readonly chosen: ReadonlyMap<number, Node>; readonly pending: Node } {
  const { graph, inputs } = by;
  if (section.variants === null)
    return { chosen: new Map(section.parts.map((part) => [part, graph.always])), pending: graph.never };
  const level = by.lower(section.variants.by, context);
  if (level.kind === "flag") throw new Unsupported("variants by a flag");
  const chosen = new Map<number, Node>();
  let open = graph.not(level.pending);
  const take = (parts: readonly number[], when: Node): void => {
    for (const part of parts) chosen.set(part, graph.either(chosen.get(part) ?? graph.never, when));
  };
  const { cases } = section.variants;
  for (const { levels, parts } of cases) {
    if (levels === null) continue;
    const is = graph.any(levels.map((each) => graph.equal(level.value, graph.constant(inputs.code(each, false)))));
    take(parts, graph.both(open, is));
    open = graph.both(open, graph.not(is));
  }
  const rest = cases.find(({ levels }) => levels === null);
  if (rest !== undefined) take(rest.parts, open);
  const inOrder = new Map([...chosen].sort(([a], [b]) => section.parts.indexOf(a) - section.parts.indexOf(b)));
  return { chosen: inOrder, pending: rest === undefined ? graph.either(level.pending, open) : level.pending };
}

/** `chosen` says of each part whether it is among those added up. */
export function lowerSum(chosen: ReadonlyMap<number, Node>, by: Lowering): LoweredSum {
  const { graph, program } = by;
  const addends = [...chosen].map(([index, isChosen]) => ({
    addend: at(program.parts, index).addend,
    isChosen,
    lowered: by.part(index),
  }));
  const sharing = addends.filter(({ addend }) => addend.sharing);
  const dropped = sharing.map(({ addend, isChosen, lowered }) => ({
    addend,
    when: graph.both(isChosen, lowered.absent),
  }));
  const remaining = sharing.map(({ addend, isChosen, lowered }) => ({
    addend,
    lowered,
    when: graph.all([isChosen, graph.not(lowered.absent), graph.not(lowered.appliesNo)]),
  }));
  const undecided = graph.any(sharing.map(({ isChosen, lowered }) => graph.both(isChosen, lowered.undecided)));
  const isDropped = graph.any(dropped.map(({ when }) => when));
  const base = worthOf(graph, remaining);
  const absent = graph.both(isDropped, graph.zero(base));
  const handsOver = graph.both(isDropped, graph.not(absent));
  const factor = handsOver === graph.never ? null : graph.quotient(graph.add(base, worthOf(graph, dropped)), base);

  const contributions = addends.map(({ addend, isChosen, lowered }): LoweredNumber => {
    const counts = graph.both(isChosen, graph.not(lowered.absent));
    const gains = addend.sharing ? graph.not(lowered.appliesNo) : graph.never;
    const plain = contribution(graph, addend, lowered.score);
    const value =
      factor === null || addend.scale === null
        ? plain
        : graph.choose(graph.both(gains, handsOver), graph.product(plain, factor), plain);
    const own = numberOf(graph, value, graph.either(lowered.pending, graph.both(undecided, gains)));
    const { value: stepped, pending } = lowerSteps(addend.steps, own, by);
    return numberOf(graph, graph.choose(counts, stepped, graph.constant(ZERO)), graph.both(counts, pending));
  });
  // The parts stay apart, so that a change to one leaves the others as they are.
  const terms = contributions.map(({ value }) => termsOf(value));
  const total = apartFromMoving(
    terms,
    addends.map(({ lowered }) => by.moving.has(lowered.part)),
    by,
  );
  const stillUndecided = graph.both(
    undecided,
    graph.all(remaining.map(({ when, lowered }) => graph.either(graph.not(when), lowered.undecided))),
  );
  return { total, pending: graph.any(contributions.map((each) => each.pending)), absent, undecided: stillUndecided };
}

/** While a slider moves one part, the sum of its siblings stays as it is. */
function apartFromMoving(terms: readonly Term[], moves: readonly boolean[], { graph, rests }: Lowering): Node {
  const still = terms.filter((_, index) => moves[index] !== true);
  if (still.length === terms.length || still.length < 3) return graph.sum(terms, ZERO, true);
  const rest = graph.sum(still, ZERO, true);
  rests.push(rest);
  return graph.sum([{ factor: ONE, node: rest }, ...terms.filter((_, index) => moves[index] === true)], ZERO, true);
}

/** A contribution that is a part's score times a share is taken apart again, so that a changed share leaves the score be. */
function termsOf(value: Node): Term {
  const [only, ...others] = value.args;
  const [factor] = value.factors;
  if (
    value.op === "affine" &&
    only !== undefined &&
    others.length === 0 &&
    factor !== undefined &&
    value.value.equals(ZERO)
  )
    return { factor, node: only };
  return { factor: ONE, node: value };
}

/** A part's score over its scale, times its share; without a scale as it is, whatever it would be worth. */
function contribution(graph: Graph, { scale, share }: Addend, score: Node): Node {
  if (scale === null) return score;
  return graph.sum([{ factor: rational(share).div(rational(scale)), node: score }], ZERO, true);
}

function worthOf(graph: Graph, addends: readonly { readonly addend: Addend; readonly when: Node }[]): Node {
  return graph.sum(addends.map(({ addend, when }) => ({ factor: rational(addend.share), node: graph.counted(when) })));
}
