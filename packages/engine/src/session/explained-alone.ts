/**
 * The explanation of one subject whose row alone is at hand: the reference computes the subject, and what depends on the others
 * (functions across subjects, places, who ties, grades) comes from a runner of plans elsewhere, as values of nodes at this subject.
 */
import { type Rational, whole } from "@yardstick/exact";
import type { GradesNode, RankingNode } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { columnsOf } from "../columnar/dataset-view.js";
import { Inputs } from "../columnar/inputs.js";
import type { Dataset } from "../data/dataset.js";
import type { Explanation } from "../data/explanation.js";
import type { QuotaCut, SubjectResult } from "../data/result.js";
import type { BoundRubric } from "../plan/bound-rubric.js";
import type { Node, Whole } from "../plan/node.js";
import type { SubjectGrade } from "../reference/grades.js";
import { quotaCut } from "../reference/grades.js";
import { publish } from "../reference/publish.js";
import type { RankingTable } from "../reference/ranking.js";
import type { Subject } from "../reference/subject.js";
import { changedBy } from "../run/evaluate.js";
import { scenarioConstants } from "../run/scenario.js";
import { at } from "../values/internal-error.js";
import type { RankedGroup, RankedSubject, Standing } from "../values/places.js";
import type { FinishedValues } from "./columnar-evaluation.js";
import { numberAt } from "./columnar-evaluation.js";
import { ExplainedEvaluation } from "./explained-evaluation.js";

/** Another subject in the group of a ranking. */
export interface Peer {
  readonly key: string;
  /** Null where a veto took it away. */
  readonly place: number | null;
  /** The place among all, vetoed or not. */
  readonly withoutVetoes: number;
  /** Names of the vetoes that fired. */
  readonly vetoes: readonly string[];
}

/** What an explanation says about the others in a ranking. */
export interface OrderFacts {
  /** How many in the group of the subject hold a place. */
  readonly of: number;
  /** The place of the subject among all, vetoed or not; 0 outside the ranking. */
  readonly withoutVetoes: number;
  /** The others that share the place of the subject, and those ahead of it whose place a veto took away, best first and in the order of the data. */
  readonly peers: readonly Peer[];
}

/** What was computed over all subjects, at the subject that is explained. */
export interface CohortFacts {
  readonly bound: BoundRubric;
  /** The exact value of a node; a flag is 1 or 0. */
  exact(node: Node): Rational;
  order(ranking: RankingNode): OrderFacts;
  /** What kept the subject from a better grade, as the rows of the grades draw it. */
  note(grades: number): SubjectGrade["note"];
  /** Keys of all who tie with the subject at the cut of a row's quota, in the order of the data. */
  tiedAtCut(grades: number, row: number): readonly string[];
}

/** One subject explained, with its result. */
export interface ExplainedSubject {
  readonly explanation: Explanation;
  readonly subject: SubjectResult;
  /** The ties at the cut of a quota that it is part of. */
  readonly cuts: readonly QuotaCut[];
}

/** Explains the one subject of a dataset. `facts` are of the same rubric under the same scenario. */
export function explainAlone(
  program: Program,
  dataset: Dataset,
  scenario: string | null,
  facts: CohortFacts,
): ExplainedSubject {
  const changed = changedBy(program, scenario);
  const evaluation = new AloneEvaluation(program, changed, dataset, scenario, facts);
  const explanation = evaluation.explanation(OWN, changed);
  return { explanation, subject: publish(evaluation.subjectAt(OWN), evaluation), cuts: evaluation.cuts() };
}

/** Row of the subject; the others in its groups are behind it. */
const OWN = 0;

class AloneEvaluation extends ExplainedEvaluation {
  private readonly peers: Peer[] = [];

  constructor(
    program: Program,
    changed: Program,
    dataset: Dataset,
    scenario: string | null,
    private readonly facts: CohortFacts,
  ) {
    const columns = columnsOf(dataset);
    const core = facts.bound.program;
    const inputs = new Inputs(changed, columns, () => null);
    const constants = scenario === null ? new Map() : scenarioConstants(program, scenario);
    super(
      core,
      columns,
      () => inputs,
      constants,
      () => ({ bound: facts.bound, run: new ValuesOfOne(facts) }),
    );
  }

  override subjectAt(row: number): Subject {
    return row === OWN ? super.subjectAt(OWN) : peerSubject(at(this.peers, row - 1), this.program);
  }

  protected override tableOfGroup(ranking: RankingNode): RankingTable {
    const table = this.placesOf(ranking);
    const { of, withoutVetoes, peers } = this.facts.order(ranking);
    const known = table.standings.get(OWN);
    const ties: RankedSubject[][] = [];
    const group: RankedGroup = { ties, of, lastPlace: known?.group.lastPlace ?? 0, headToHead: new Map() };
    const rankedOf = (subject: number, barred: boolean): RankedSubject => ({ subject, group: "", keys: [], barred });
    const standings = new Map<number, Standing>();
    for (const peer of peers) {
      this.peers.push(peer);
      const rankedSubject = rankedOf(this.peers.length, peer.place === null);
      ties.push([rankedSubject]);
      standings.set(rankedSubject.subject, { ...peer, rankedSubject, group });
    }
    const own = { rankedSubject: rankedOf(OWN, known?.place === null), group };
    if (known !== undefined) {
      ties.push([own.rankedSubject]);
      standings.set(OWN, { ...own, place: known.place, withoutVetoes });
    }
    // Of a subject outside the ranking only the size of its group is asked.
    const values = () => (known === undefined ? [{ ...own, place: null, withoutVetoes }] : standings.values());
    return {
      ...table,
      standings: {
        get: (row: number) => standings.get(row),
        has: (row: number) => standings.has(row),
        values,
      } as unknown as RankingTable["standings"],
      groupOf: () => "",
    };
  }

  protected override note(index: number): SubjectGrade["note"] {
    return this.facts.note(index);
  }

  override cuts(): readonly QuotaCut[] {
    const { bound } = this.facts;
    return this.program.grades.flatMap((grades, index) =>
      at(bound.grades, index).cuts.flatMap((cut, row) => this.cutOf(grades, index, row, cut)),
    );
  }

  private cutOf(grades: GradesNode, index: number, row: number, cut: Node | null): readonly QuotaCut[] {
    const left = cut === null ? 0 : numberAt(this.worked().run, cut, OWN);
    if (left === 0) return [];
    const { grade } = at(grades.rows, row);
    const own = quotaCut(this.program, grades, { grade, left, tied: [this.subjectAt(OWN)] });
    return [{ ...own, tied: this.facts.tiedAtCut(index, row) }];
  }
}

/** Of another subject an explanation tells its name and the veto that took its place. */
function peerSubject({ key, vetoes: fired }: Peer, program: BoundRubric["program"]): Subject {
  const veto = (index: number) => {
    const own = at(program.vetoes, index);
    return { veto: own, holds: fired.includes(own.name) };
  };
  return { key, program, veto } as unknown as Subject;
}

/** Values of nodes at one subject. */
class ValuesOfOne implements FinishedValues {
  constructor(private readonly facts: CohortFacts) {}

  finish(): void {}

  finished(node: Node): Whole {
    const den = node.rep === "flag" ? 1n : node.den;
    return { values: Float64Array.of(this.exact(node).mul(whole(den)).toNumber()), den };
  }

  exact(node: Node): Rational {
    return node.op === "constant" ? node.value : this.facts.exact(node);
  }
}
