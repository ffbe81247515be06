/** The figures of a clause, each with whether its rules use it. */
import { figuresOf } from "../words/event-words.js";
import type { Span } from "./attempt.js";
import type { ReadClause } from "./read-clause.js";

/** A figure of a clause, as characters of its text. */
export interface ClauseFigure extends Span {
  /** A rule of the clause has it as a number, or counts by ones as it says (每1处); false for every figure of a clause that is not read. */
  readonly isUsed: boolean;
}

/** The figures of a clause in the order of its text. */
export function clauseFigures(clause: ReadClause): readonly ClauseFigure[] {
  const used = clause.matches.flatMap(({ figures, slots }) => [...figures, ...Object.values(slots)]);
  return figuresOf(clause.text).map(({ from, to }) => {
    const isWithin = (span: Span): boolean => span.from <= from && to <= span.to;
    const isOne = /^[1一]$/u.test(clause.text.slice(from, to));
    return { from, to, isUsed: used.some(isWithin) || (isOne && clause.matches.some(isWithin)) };
  });
}
