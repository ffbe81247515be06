/** Entries of an item that state a part of its points behind their text: `…，超过的不得分。（5分）`. */
import { ownEntry } from "@yardstick/language";
import type { Sentence } from "../clause/split.js";
import type { Question, ReadClause } from "../match/read-clause.js";
import { partPoints } from "../patterns/over-under.js";
import { numberText } from "../words/numerals.js";

const PART = /^\((?:满分|共|计|分值|本项)?:?(\d+(?:\.\d+)?)分\)$/u;

/** The points that entries of a passage state in parentheses, by the number of the entry. */
export function pointsOfUnits(sentences: readonly Sentence[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const counts = new Map<number, number>();
  for (const { text, unit } of sentences) {
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
    const points = numberText(PART.exec(text)?.[1] ?? "");
    if (points === null) continue;
    // Points alone, or of several parts, are not those of an entry.
    if (found.has(unit) || counts.get(unit) === 1) found.delete(unit);
    else found.set(unit, points);
  }
  return found;
}

type Read = Pick<ReadClause, "text" | "state" | "matches" | "questions" | "unread">;

/**
 * A clause within the points of its entry: what takes all points takes those of the entry, and no rule takes more. Whether they are a
 * part of the item's is asked; what they cannot bound is not read.
 */
export function withinPart<T extends Read>(
  clause: T,
  part: string,
  all: string | null,
  number: number,
  answers: Readonly<Record<string, number>>,
): T {
  if (PART.test(clause.text)) return clause;
  if (clause.matches.length === 0 || all === part) return clause;
  const rules = clause.matches.flatMap(({ parts }) => parts);
  const asked = partPoints(part, all ?? "");
  const chosen = ownEntry(answers, `${String(number)}:${asked.code}`) ?? null;
  const [only] = rules;
  const isBound =
    all !== null &&
    Number(part) < Number(all) &&
    rules.length === 1 &&
    only?.kind === "rule" &&
    only.effect === "deduct" &&
    (only.amount.kind === "full" || only.amount.kind === "points");
  if (!isBound || chosen === 1)
    return { ...clause, state: "not-read", matches: [], questions: [], unread: [{ from: 0, to: clause.text.length }] };
  const bound =
    only.amount.kind === "full"
      ? { ...only, amount: { kind: "points", value: part } as const }
      : { ...only, cap: only.cap ?? part };
  const question: Question = { ...asked, id: `${String(number)}:${asked.code}`, chosen, because: null };
  const questions = [...clause.questions, question];
  return {
    ...clause,
    matches: clause.matches.map((match) => (match.parts.length === 0 ? match : { ...match, parts: [bound] })),
    questions,
    state: questions.some((each) => each.chosen === null) ? "asks" : clause.state,
  };
}
