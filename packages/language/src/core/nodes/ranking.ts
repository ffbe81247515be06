/**
 * Rankings and grades as evaluators see them: an order of subjects by keys. A ranking by each section is several such orders; grades
 * that name no ranking have one of their own.
 */
import type { Expression } from "../../program/expression.js";
import type { Grades, Opponent, Ranking } from "../../program/program.js";
import type { Span } from "../../source/span.js";

/** One value that subjects are ordered by. */
export interface RankingKey {
  readonly value: Expression;
  /**
   * Null: `value` is one of the subject. Else `value` is one of a side row of this list, added up over the rows whose column names
   * another subject of the same tie.
   */
  readonly against: Opponent | null;
  readonly lowestFirst: boolean;
}

/** One order of subjects, with places. */
export interface RankingNode {
  /** What the rubric calls the ranking, or the grades that the order is made for. */
  readonly name: string;
  readonly span: Span;
  /** What places are published under: the name, or `NAME/SECTION`. */
  readonly publishedAs: string;
  /** One at least: what the ranking is based on, then what breaks ties, one after the other. */
  readonly keys: readonly RankingKey[];
  /** Index of the part that it ranks alone; who has no score of that part takes no part. Null: it ranks the whole result. */
  readonly section: number | null;
  /** Whether a veto takes places away. */
  readonly obeysVetoes: boolean;
  /** Index of the grouping field. */
  readonly within: number | null;
  readonly where: Expression | null;
  /** The place after a tie: `gap` skips one place for each further subject of the tie, `dense` skips none. */
  readonly ties: Ranking["ties"];
}

/** A ranking of the rubric: one order, or of a ranking by each section one a section at the top, in the order of the text. */
export interface RankingGroup {
  readonly name: string;
  readonly orders: readonly RankingNode[];
}

/** A grading of subjects; its quotas are based on the order and the groups of `ranking`. */
export interface GradesNode extends Omit<Grades, "by"> {
  readonly ranking: RankingNode;
}
