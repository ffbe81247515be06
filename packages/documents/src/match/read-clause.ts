/** What a clause is and what has been made of it. */
import type { Location } from "../blocks/block.js";
import type { Match, OpenAsked, Span } from "./attempt.js";

/** The state of a clause: read as rules; `asks`: waits for answers; `judged`: points are at an assessor's discretion; no rule; not read. */
export type ClauseState = "read" | "asks" | "judged" | "not-a-rule" | "not-read";

/** A question about the meaning of a clause, with its options. */
export interface Question extends OpenAsked {
  /** Names the question in answers: the clause's number and the code, or the code alone where the document is asked. */
  readonly id: string;
}

/** A clause with its location, state, rules and questions. */
export interface ReadClause {
  /** From 1, in the order of the document. */
  readonly number: number;
  /** The text without its mark, with signs in one form (half-width, one dash); several sentences of one clause are joined by commas. */
  readonly text: string;
  readonly at: Location;
  /** For each character of `text`, and for its end, its offset in the block or cell that `at` names. */
  readonly offsets: readonly number[];
  /** Indices of its section and item. */
  readonly section: number;
  readonly item: number;
  /** Index of the text of its item that it is from. */
  readonly passage: number;
  readonly state: ClauseState;
  readonly matches: readonly Match[];
  readonly questions: readonly Question[];
  /** Stretches of `text` that no rule uses, where the clause is not read. */
  readonly unread: readonly Span[];
  /** The item's requirement was read together with the clause. */
  readonly withRequirement: boolean;
  /** Why the clause is not read: `refused` by an answer, `language`, `too-long`; null for no known form. */
  readonly reason: "refused" | "language" | "too-long" | "level-table" | null;
}
