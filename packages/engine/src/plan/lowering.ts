/**
 * The interfaces between the pieces of lowering and to the data, so that no piece imports another.
 */
import type { Rational } from "@yardstick/exact";
import type { Cohort, Expression, CoreProgram, RankingKey, RankingNode, ReferenceRead } from "@yardstick/language/core";
import type { Meetings } from "../values/meetings.js";
import type { Graph } from "./graph.js";
import type { Lowered, LoweredFlag, LoweredNumber } from "./lowered.js";
import type { Domain, Node } from "./node.js";
import { SUBJECT } from "./node.js";
import type { GradesSpec, RankingSpec, PopulationOps } from "./population-ops.js";

/** The position of an expression. */
export interface Context {
  readonly published: boolean;
  readonly points: Rational | null;
  readonly domain: Domain;
}

/** What the data provides; made once for a dataset. */
export interface PlanInputs {
  readonly subjects: number;
  field(index: number): Lowered;
  side(list: number, column: number): Lowered;
  constant(index: number): Lowered;
  /** The code of a flag, level, text or date. */
  code(value: string | number | boolean, isDate: boolean): Rational;
  /** The most side rows that a subject has. */
  mostRows(domain: Domain): number;
  /** A subject's value that only the reference evaluator can look up: of earlier periods and of other rubrics. */
  lookedUp(node: Expression): Lowered;
  /** The ledgers of a key by meetings, and of whom something in them is pending. */
  meetings(key: RankingKey): LoweredMeetings;
  /** Names the operation that computes a function across subjects. */
  nameOf(node: Cohort): string;
}

/** The meetings of all subjects, as the data holds them. */
export interface LoweredMeetings {
  /** Different each time they are read: an order by meetings read earlier is another one. */
  readonly serial: number;
  /** By row of the subjects. */
  readonly of: readonly Meetings[];
  readonly open: Node;
}

/** Results are read by what acts on them, outside any item. */
export const PUBLISHED: Context = { published: true, points: null, domain: SUBJECT };

export interface LoweredPart {
  readonly part: number;
  readonly score: Node;
  readonly pending: Node;
  /** It has no score, and its share goes to its siblings. */
  readonly absent: Node;
  readonly appliesNo: Node;
  /** While it is not known whether the part has a share. */
  readonly undecided: Node;
  /** Which parts of a section concern the subject, by part; empty for items. */
  readonly chosen: ReadonlyMap<number, Node>;
  /** Whether its own condition holds. */
  readonly holds: LoweredFlag;
}

export interface LoweredScore {
  /** Before rounding. */
  readonly exact: LoweredNumber;
  /** After vetoes. */
  readonly published: LoweredNumber;
  readonly vetoes: readonly LoweredFlag[];
}

/** One order of subjects. */
export interface LoweredTable {
  readonly ranking: RankingNode;
  /** 0: outside the ranking, or its place taken away. */
  readonly place: Node;
  readonly last: Node;
  readonly stands: Node;
  /** It takes part, and it is not known where it stands. */
  readonly awaited: Node;
  readonly open: Node;
  /** What it is based on, as published. */
  readonly key: LoweredNumber;
  readonly order: RankingSpec;
}

export interface LoweredGrades {
  /** 0: none, else one more than the index of the level. */
  readonly level: Node;
  /** The same before vetoes. */
  readonly given: Node;
  /** The same as the rows give it, before adjustments. */
  readonly drawn: Node;
  readonly pending: Node;
  readonly open: Node;
  /** The ranking that they are based on. */
  readonly table: LoweredTable;
  /** Of whom is pending, one more than the row that may take it. */
  readonly undecidedAt: Node;
  /** Parallel to the rows of the grades. */
  readonly rows: GradesSpec["rows"];
  /** Parallel to the rows: of those who tie at the cut of the row's quota, how many of its places remain unfilled; of others 0. Null: no quota. */
  readonly cuts: readonly (Node | null)[];
}

export interface Lowering {
  readonly program: CoreProgram;
  readonly graph: Graph;
  readonly inputs: PlanInputs;
  readonly works: PopulationOps;
  /** Expressions already lowered, by position. */
  seenOf(node: Expression): Map<string, Lowered>;
  lower(node: Expression, context: Context): Lowered;
  number(node: Expression, context: Context): LoweredNumber;
  flag(node: Expression, context: Context): LoweredFlag;
  result(to: ReferenceRead["to"], node: ReferenceRead, context: Context): Lowered;
  across(node: Cohort, context: Context): Lowered;
  running(condition: Expression, node: Expression, context: Context): Lowered;
  part(index: number): LoweredPart;
  coefficient(index: number): LoweredNumber;
  veto(index: number): LoweredFlag;
  score(): LoweredScore;
  table(ranking: RankingNode): LoweredTable;
  /** Parts whose share of the parent keeps changing: the others are added up apart from them. */
  readonly moving: ReadonlySet<number>;
  /** What was added up apart. */
  readonly rests: Node[];
  /** Whether a veto with one of these effects fired. */
  firedWith(...kinds: readonly string[]): Node;
  /** What keeps subjects of different periods apart; null where there is one period. */
  period(): Node | null;
  /** Flags as 0 and 1, so that subjects may be grouped by them. */
  asCode(value: Lowered): LoweredNumber;
  /** A number rounded the way its type is published. */
  published(expression: Expression, value: LoweredNumber, decimals: number): LoweredNumber;
}
