/**
 * The whole rubric as nodes: the score, its vetoes, what is read of results, and the orders for rankings, grades and
 * functions across subjects. Everything is lowered once, on first use.
 */
import { powerOfTen, decimalsOfDenominator, rational, whole, ZERO } from "@yardstick/exact";
import type { Cohort, Expression, CoreProgram, RankingNode, ReferenceRead } from "@yardstick/language/core";
import { assertNever, at } from "../values/internal-error.js";
import { Memo } from "../values/memo.js";
import { publishedDecimals } from "../values/display-value.js";
import { doubleMagnitude, scaledRange } from "./facts.js";
import type { Graph } from "./graph.js";
import type { LoweringCache } from "./lowering-cache.js";
import { comparison, lower } from "./lower-expression.js";
import { lowerGrades } from "./lower-grades.js";
import { lowerPart, lowerSum } from "./lower-part.js";
import { lowerSteps } from "./lower-step.js";
import type { LoweredSum } from "./lower-part.js";
import { lowerRanking } from "./lower-rankings.js";
import type { Lowered, LoweredFlag, LoweredNumber } from "./lowered.js";
import { and, asFlag, asNumber, flagOf, numberOf, or, pendingOf, pendingToo, truth } from "./lowered.js";
import type {
  Context,
  LoweredGrades,
  LoweredPart,
  LoweredScore,
  LoweredTable,
  Lowering,
  PlanInputs,
} from "./lowering.js";
import { PUBLISHED } from "./lowering.js";
import type { Node } from "./node.js";
import { CONSTANT, SUBJECT, Unsupported } from "./node.js";
import type { CohortSpec, PopulationOps } from "./population-ops.js";

const EXACT: Context = { published: false, points: null, domain: SUBJECT };

/** One requested function across subjects, with whether some of its members are pending. */
export interface LoweredCohort {
  readonly node: Cohort;
  readonly points: string;
  readonly answer: LoweredNumber;
  readonly open: Node;
}

/** A whole rubric reduced to nodes of one graph; each result is reduced when it is first asked for. Throws `Unsupported` for what no plan holds. */
export class RubricLowering implements Lowering {
  private readonly seen = new Map<Expression, Map<string, Lowered>>();
  /** Every function across subjects that was met. */
  readonly asked = new Map<string, LoweredCohort>();
  private readonly parts = new Memo<number, LoweredPart>("the score of part");
  private readonly coefficients = new Memo<number, LoweredNumber>("coefficient");
  private readonly vetoes = new Memo<number, LoweredFlag>("veto");
  private readonly outputs = new Memo<number, Lowered>("output");
  private readonly roundedScores = new Memo<"score", ReturnType<RubricLowering["roundedScore"]>>("before vetoes, the");
  private readonly scores = new Memo<"score", LoweredScore>("the score itself:");
  private readonly rankings = new Memo<RankingNode, LoweredTable>("the places of a ranking");
  private readonly graded = new Memo<number, LoweredGrades>("grades");

  readonly rests: Node[] = [];

  constructor(
    readonly program: CoreProgram,
    readonly graph: Graph,
    readonly inputs: PlanInputs,
    readonly works: PopulationOps,
    readonly moving: ReadonlySet<number>,
    private readonly kept: LoweringCache,
  ) {}

  lower(node: Expression, context: Context): Lowered {
    return lower(node, context, this);
  }

  seenOf(node: Expression): Map<string, Lowered> {
    const seen = this.kept.seenOf(node) ?? this.seen.get(node) ?? new Map<string, Lowered>();
    this.seen.set(node, seen);
    return seen;
  }

  number(node: Expression, context: Context): LoweredNumber {
    return asNumber(lower(node, context, this));
  }

  flag(node: Expression, context: Context): LoweredFlag {
    return asFlag(lower(node, context, this));
  }

  part(index: number): LoweredPart {
    return this.parts.get(index, () => {
      const known = this.kept.part(index, this);
      if (known !== null) return known;
      const lowered = lowerPart(index, this);
      this.kept.keepPart(index, lowered, this);
      return lowered;
    });
  }

  coefficient(index: number): LoweredNumber {
    return this.coefficients.get(index, () => this.number(at(this.program.coefficients, index).value, EXACT));
  }

  veto(index: number): LoweredFlag {
    return this.vetoes.get(index, () => this.flag(at(this.program.vetoes, index).condition, PUBLISHED));
  }

  /** The roots added up. */
  sum(): LoweredSum {
    return lowerSum(new Map(this.program.roots.map((root) => [root, this.graph.always])), this);
  }

  /** The score that vetoes have yet to act on, exact and rounded. */
  roundedScore(): Pick<LoweredScore, "exact"> & { readonly once: LoweredNumber } {
    return this.roundedScores.get("score", () => {
      const { graph, program } = this;
      const { total, pending, absent } = this.sum();
      const { steps, rounding } = program.total;
      const exact = lowerSteps(steps, numberOf(graph, total, graph.either(pending, absent)), this);
      return { exact, once: lowerSteps([rounding], exact, this) };
    });
  }

  score(): LoweredScore {
    return this.scores.get("score", () => {
      const { program } = this;
      const { exact, once } = this.roundedScore();
      const published = lowerSteps(program.total.vetoes, once, this);
      return { exact, published, vetoes: program.vetoes.map((_, index) => this.veto(index)) };
    });
  }

  /** Before it is rounded as published. */
  output(index: number): Lowered {
    return this.outputs.get(index, () => this.lower(at(this.program.outputs, index).value, PUBLISHED));
  }

  table(ranking: RankingNode): LoweredTable {
    return this.rankings.get(ranking, () => lowerRanking(ranking, this));
  }

  /** All orders of a ranking. */
  tables(ranking: number): readonly LoweredTable[] {
    return at(this.program.rankings, ranking).orders.map((order) => this.table(order));
  }

  grades(index: number): LoweredGrades {
    return this.graded.get(index, () => lowerGrades(index, this));
  }

  /** Whether a veto with one of these effects fired. */
  firedWith(...kinds: readonly string[]): Node {
    const { graph, program } = this;
    return graph.any(
      program.vetoes.flatMap(({ effects }, index) =>
        effects.some(({ kind }) => kinds.includes(kind)) ? [this.veto(index).yes] : [],
      ),
    );
  }

  result(to: ReferenceRead["to"], node: ReferenceRead, context: Context): Lowered {
    const { graph, program } = this;
    switch (to.kind) {
      case "let":
        return this.lower(at(program.lets, to.index).value, { ...context, points: null, domain: SUBJECT });
      case "output": {
        const output = at(program.outputs, to.index);
        const value = this.output(to.index);
        return output.value.type.kind === "number"
          ? this.published(output.value, asNumber(value), output.decimals)
          : value;
      }
      case "part-score":
        return this.partScore(to.part, context);
      case "part-points":
        return numberOf(graph, graph.constant(rational(at(program.parts, to.part).points)));
      case "score":
        return to.beforeVetoes === true ? this.roundedScore().once : this.score().published;
      case "place":
        return this.place(to.ranking, to.section);
      case "last": {
        const last = graph.any(this.tables(to.ranking).map((table) => table.last));
        return flagOf(graph, last, graph.both(graph.not(last), this.unknownPlace(this.tables(to.ranking))));
      }
      case "grade": {
        const { level, pending } = this.grades(to.grades);
        const none = graph.any([this.score().published.pending, pending, graph.zero(level)]);
        return numberOf(graph, graph.subtract(level, graph.constant(whole(1))), none);
      }
      case "award":
        return this.award(to.index);
      case "vetoed": {
        const asked = to.veto === null ? program.vetoes.map((_, index) => this.veto(index)) : [this.veto(to.veto)];
        return asked.reduce((found, veto) => or(graph, found, veto), flagOf(graph, graph.never));
      }
      case "used":
        return this.inputs.lookedUp(node);
      default:
        return assertNever(to);
    }
  }

  /** A number rounded the way its type is published. */
  published(expression: Expression, value: LoweredNumber, decimals: number): LoweredNumber {
    if (expression.type.kind !== "number") return value;
    return {
      ...value,
      value: this.graph.rounded(value.value, powerOfTen(-publishedDecimals(expression.type, decimals))),
      unknown: null,
    };
  }

  running(condition: Expression, node: Expression, context: Context): Lowered {
    const { graph } = this;
    const now = this.flag(condition, { ...context, published: true, domain: SUBJECT });
    if (context.points !== null) throw new Unsupported("running inside an item");
    // The earlier periods are looked up as if the condition held now.
    const held = asNumber(this.inputs.lookedUp(node));
    const pending = graph.either(pendingOf(graph, now), graph.both(now.yes, held.pending));
    const zero = graph.constant(ZERO);
    const { low, high, open } = held.bounds ?? { low: held.value, high: held.value, open: held.pending };
    return {
      ...numberOf(graph, graph.choose(now.yes, held.value, zero), pending),
      ...(pending === graph.never
        ? {}
        : {
            bounds: {
              low: graph.choose(now.yes, low, zero),
              high: graph.choose(now.no, zero, high),
              open: graph.both(graph.not(now.no), open),
            },
          }),
    };
  }

  across(node: Cohort, context: Context): Lowered {
    const points = context.points?.toString() ?? "";
    const key = `${this.inputs.nameOf(node)} ${points}`;
    const known =
      this.asked.get(key) ?? this.lowerAcross(node, key, points, { ...context, published: true, domain: SUBJECT });
    this.asked.set(key, known);
    return known.answer;
  }

  private lowerAcross(node: Cohort, key: string, points: string, context: Context): LoweredCohort {
    const { graph } = this;
    const meets = node.where === null ? flagOf(graph, graph.always) : this.flag(node.where, context);
    const value = node.value === null ? null : this.lower(node.value, context);
    const group = node.within === null ? null : this.asCode(this.inputs.field(node.within));
    const number = value?.kind === "number" ? value : null;
    if (
      number !== null &&
      ((number.value.rep === "approximate" && number.value.op === "constant") ||
        (node.value?.type.kind === "text" && node.name !== "count"))
    ) {
      throw new Unsupported("a function across subjects of texts, or of a number that does not fit");
    }
    const known =
      value === null
        ? flagOf(graph, graph.always)
        : value.kind === "flag"
          ? value
          : truth(graph.not(value.pending), graph.never, graph);
    const both = and(graph, meets, known);
    const order: CohortSpec = {
      key: `across ${node.name} ${node.ties} ${key} ${[meets.yes, meets.no, known.yes, number?.value, group?.value].map((each) => each?.id ?? "").join(" ")}`,
      name: node.name,
      period: this.period(),
      group: group?.value ?? null,
      groupPending: group?.pending ?? graph.never,
      counts: both.yes,
      open: graph.both(
        graph.not(meets.no),
        graph.either(group?.pending ?? graph.never, graph.not(graph.either(both.yes, both.no))),
      ),
      value: number?.value ?? null,
      ties: node.ties,
    };
    const work = this.works.cohort(order);
    const rows = whole(this.inputs.subjects);
    const size = graph.across(work, "size", { low: ZERO, high: rows, den: 1n, isFlag: false });
    const isOpen = { low: null, high: null, den: 1n, isFlag: true };
    const open = order.open === graph.never ? graph.never : graph.across(work, "open", isOpen);
    const range = number?.value ?? graph.constant(ZERO);
    const noGroup = group?.pending ?? graph.never;
    const isEmpty = graph.zero(size);
    const answer = (result: Node, pending: Node, blank: Node = graph.never): LoweredCohort => {
      const none = graph.either(group?.none ?? graph.never, graph.both(graph.not(noGroup), blank));
      return { node, points, answer: { ...numberOf(graph, result, graph.either(noGroup, pending)), none }, open };
    };
    const own = number?.none ?? graph.never;
    const facts = { low: range.low, high: range.high, den: range.den, isFlag: false };
    const error = range.rep === "approximate" ? range.error : undefined;
    const total = () => {
      const most = this.inputs.subjects;
      const spread = error === undefined ? {} : { error: most * (error + most * doubleMagnitude(range) * 2 ** -52) };
      return graph.across(work, "total", {
        ...scaledRange(withZero(facts), rows),
        den: range.den,
        isFlag: false,
        ...spread,
      });
    };
    switch (node.name) {
      case "count":
        return answer(size, graph.never);
      case "highest":
      case "lowest":
        return answer(
          graph.across(work, "extreme", { ...withZero(facts), ...(error === undefined ? {} : { error }) }),
          isEmpty,
        );
      case "total":
        return answer(total(), graph.never);
      case "median": {
        if (error !== undefined) throw new Unsupported("the middle of numbers that are not exact in columns");
        const twice = withZero(facts);
        return answer(graph.across(work, "median", { ...twice, den: 2n * range.den }), isEmpty);
      }
      case "mean":
        return answer(graph.quotient(total(), size), isEmpty);
      case "rank":
        return answer(
          graph.across(work, "rank", {
            low: ZERO,
            high: rows.add(whole(1)),
            den: node.ties === "average" ? 2n : 1n,
            isFlag: false,
          }),
          number?.pending ?? graph.never,
          own,
        );
      default:
        return assertNever(node.name);
    }
  }

  /** What keeps subjects of different periods apart; null where there is one period. */
  period(): Node | null {
    if (this.program.period === null) return null;
    const period = asNumber(this.inputs.field(this.program.period));
    if (period.value.domain === CONSTANT && period.pending === this.graph.never) return null;
    return this.graph.choose(period.pending, this.graph.constant(whole(-1)), period.value);
  }

  /** Flags as 0 and 1, so that subjects may be grouped by them. */
  asCode(value: Lowered): LoweredNumber {
    if (value.kind === "number") return value;
    return { ...numberOf(this.graph, this.graph.counted(value.yes), pendingOf(this.graph, value)), none: value.none };
  }

  private partScore(index: number, context: Context): Lowered {
    const { graph, program } = this;
    const part = at(program.parts, index);
    const concerns = this.concerns(index);
    const lowered = this.part(index);
    const pending = graph.any([graph.not(concerns), lowered.absent, lowered.pending]);
    const decimals = context.published && part.kind === "section" ? part.decimals : null;
    const value = decimals === null ? lowered.score : graph.rounded(lowered.score, powerOfTen(-decimals));
    return numberOf(graph, value, pending);
  }

  /** Whether a part concerns the subject; false while that is pending. */
  private concerns(index: number): Node {
    const { parent } = at(this.program.parts, index);
    if (parent === null) return this.graph.always;
    const { holds, chosen } = this.part(parent);
    return this.graph.all([this.concerns(parent), holds.yes, chosen.get(index) ?? this.graph.never]);
  }

  /** The best place where a ranking has several tables. */
  private place(ranking: number, section: number | null): LoweredNumber {
    const { graph } = this;
    const tables = this.tables(ranking).filter((table) => section === null || table.ranking.section === section);
    const beyond = graph.constant(whole(this.inputs.subjects + 1));
    const places = tables.map(({ place }) => graph.choose(graph.zero(place), beyond, place));
    const best = places.reduce((found, place) => graph.least(found, place), beyond);
    return numberOf(graph, best, graph.either(this.unknownPlace(tables), graph.equal(best, beyond)));
  }

  /** Whether the score of the subject is pending, or where it stands; a veto that leaves it without a place settles the latter. */
  private unknownPlace(tables: readonly LoweredTable[]): Node {
    const { graph } = this;
    const barred = this.firedWith("unranked", "no-place");
    const open = tables.map(({ ranking, awaited }) =>
      ranking.obeysVetoes ? graph.both(awaited, graph.not(barred)) : awaited,
    );
    return graph.any([this.score().published.pending, ...open]);
  }

  /** Whether an award is given, and what it pays; `awaited` where its condition or the subject is. */
  givenAward(index: number): { readonly given: Node; readonly awaited: Node; readonly pays: LoweredNumber | null } {
    const { graph, program } = this;
    const award = at(program.awards, index);
    const place = this.place(award.ranking, null);
    const isWithin = (op: "≥" | "≤", end: number) =>
      comparison(op, numberOf(graph, place.value), numberOf(graph, graph.constant(whole(end))), graph);
    const inside = graph.all([graph.not(place.pending), isWithin("≥", award.from).yes, isWithin("≤", award.to).yes]);
    const condition = award.condition === null ? flagOf(graph, graph.always) : this.flag(award.condition, PUBLISHED);
    return {
      given: graph.all([inside, condition.yes, graph.not(this.firedWith("no-awards"))]),
      awaited: graph.either(
        this.unknownPlace(this.tables(award.ranking)),
        graph.both(inside, pendingOf(graph, condition)),
      ),
      pays: award.pays === null ? null : this.number(award.pays, PUBLISHED),
    };
  }

  private award(index: number): Lowered {
    const { graph } = this;
    const { given, awaited, pays } = this.givenAward(index);
    if (pays === null) return numberOf(graph, graph.constant(ZERO), awaited);
    if (decimalsOfDenominator(pays.value.den) === null) throw new Unsupported("a payment that repeats for ever");
    const paid = numberOf(
      graph,
      graph.choose(given, pays.value, graph.constant(ZERO)),
      graph.both(given, pays.pending),
    );
    return pendingToo(graph, { ...paid, none: graph.both(given, pays.none) }, awaited);
  }
}

/** Fillers of members that are not there are 0. */
function withZero<T extends { readonly low: Node["low"]; readonly high: Node["high"] }>(facts: T): T {
  if (facts.low === null || facts.high === null) return facts;
  return {
    ...facts,
    low: facts.low.compare(ZERO) > 0 ? ZERO : facts.low,
    high: facts.high.compare(ZERO) < 0 ? ZERO : facts.high,
  };
}
