/**
 * What has to be computed over all subjects at once, as operations for the runner of the plan: functions across subjects,
 * rankings, grades. Each order names the columns it needs, in a fixed order, and what comes out of it.
 */
import type { Rational } from "@yardstick/exact";
import type { Cohort, RankingNode } from "@yardstick/language/core";
import type { Meetings } from "../values/meetings.js";
import type { Node, Population } from "./node.js";

/** Subjects are compared within the same period and the same group. Both null: all with all. */
interface Grouping {
  readonly period: Node | null;
  readonly group: Node | null;
}

/** Outputs `size`, `total`, `extreme`, `median`, `rank` and the flag `open`: members of the group are pending. */
export interface CohortSpec extends Grouping {
  readonly key: string;
  readonly name: Cohort["name"];
  readonly groupPending: Node;
  /** Meets the condition, and has a value. */
  readonly counts: Node;
  /** Whether it does is pending. */
  readonly open: Node;
  /** Null for a bare count. */
  readonly value: Node | null;
  readonly ties: Cohort["ties"];
}

/** Highest first by every key. A key that is pending for one of a tie parts none of that tie. */
export interface SortSpec extends Grouping {
  readonly key: string;
  readonly stands: Node;
  readonly keys: readonly Node[];
  /** For each key whether it is pending; empty where none ever is. */
  readonly awaited: readonly Node[];
  /** Of the keys by meetings, by their index: what takes the place of the key, which is 0 for all. */
  readonly meetings: ReadonlyMap<number, MeetingKey>;
  /** A veto leaves it without a place: it counts for no other in a tie. */
  readonly barred: Node;
}

/** A key of a ranking that depends on who ties. */
export interface MeetingKey {
  /** By row of the subjects. */
  readonly of: readonly Meetings[];
  readonly lowestFirst: boolean;
}

/** Outputs `place` (0: none), the flags `last` and `open`; of a query also `place among all`, which counts those without a place (0: takes no part). */
export interface RankingSpec extends SortSpec {
  readonly ties: RankingNode["ties"];
  readonly groupPending: Node;
  /** Its part in the ranking is pending. */
  readonly open: Node;
}

/**
 * Outputs `level` (0: none, else one more than the level), `given` (the same before vetoes), the flags `pending` and `open`,
 * `undecided at` (of whom is pending, one more than the row that may take it; of others 0), and for each row with a quota `cut ROW`: of those who tie at its cut, how many of its places remain unfilled; of others 0. Of a query also `note`: what kept the subject from a better grade
 * (0: nothing, 1: a quota that was full, 2: a tie at its cut).
 */
export interface GradesSpec extends SortSpec {
  readonly rows: readonly {
    readonly yes: Node;
    readonly pending: Node;
    /** One more than the level of the grade in its choice. */
    readonly level: number;
    /** Null: no quota; `value` null: it is pending. */
    readonly quota: {
      readonly kind: "share" | "number";
      readonly value: Rational | null;
      readonly rounding: "down" | "up" | "half-up";
    } | null;
  }[];
  readonly otherwise: number;
  /** The best level that the vetoes leave, one more than its index. */
  readonly most: Node;
}

/** What a runner of plans computes over all subjects at once. */
export interface PopulationOps {
  cohort(order: CohortSpec): Population;
  ranking(order: RankingSpec): Population;
  grades(order: GradesSpec): Population;
}
