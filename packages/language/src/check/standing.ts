/**
 * Every checked expression of the rubric with what is known at its position: conditions of the line and of the parts above.
 */
import type { Expression } from "../program/expression.js";
import type { Checker, LineDraft, PartDraft } from "./checker.js";
import { expressionsOfLine } from "../program/expressions-of-line.js";
import { expressionsOfRanking } from "../program/expressions-of-ranking.js";
import { type Knowledge, nothingKnown } from "./expression-range.js";
import { assume } from "./knowledge.js";

export interface Standing {
  readonly expression: Expression;
  readonly knowledge: Knowledge;
}

const standing = new WeakMap<Checker, readonly Standing[]>();
const ofLines = new WeakMap<LineDraft, Knowledge>();

/** All of them, once everything is checked. Gathered once for each check. */
export function standingExpressions(checker: Checker): readonly Standing[] {
  const before = standing.get(checker);
  if (before !== undefined) return before;
  const gathered = [...gather(checker)];
  standing.set(checker, gathered);
  return gathered;
}

function* gather(checker: Checker): Generator<Standing> {
  yield* ofParts(checker);
  const plain = (expression: Expression | null | undefined): readonly Standing[] =>
    expression === null || expression === undefined ? [] : [{ expression, knowledge: nothingKnown }];
  const { draft } = checker;
  for (const value of [...draft.lets, ...draft.outputs]) yield* plain(value.value?.node);
  for (const one of draft.coefficients) yield* plain(one?.value);
  for (const one of [...draft.vetoes, ...draft.consequences, ...draft.requirements, ...draft.policies])
    yield* plain(one?.condition);
  for (const ranking of draft.rankings) {
    for (const expression of ranking === null ? [] : expressionsOfRanking(ranking)) yield* plain(expression);
  }
  for (const grades of draft.grades)
    for (const row of [...(grades?.rows ?? []), ...(grades?.adjustments ?? [])])
      yield* [...plain("quota" in row ? row.quota?.value : null), ...plain(row.condition)];
  for (const award of draft.awards) {
    if (award === null) continue;
    yield* plain(award.condition);
    if (award.pays === null) continue;
    const knowledge = award.condition === null ? nothingKnown : assume(checker, nothingKnown, award.condition);
    yield { expression: award.pays, knowledge };
  }
}

function* ofParts(checker: Checker): Generator<Standing> {
  const known: Knowledge[] = [];
  for (const part of checker.draft.parts) {
    const above = part.parent === null ? nothingKnown : (known[part.parent] ?? nothingKnown);
    const own: Knowledge = { ...above, points: part.points };
    if (part.applies !== null) yield { expression: part.applies.condition, knowledge: own };
    const inside = part.applies === null ? own : assume(checker, own, part.applies.condition);
    known[part.index] = inside;
    if (part.variants !== null) yield { expression: part.variants.by, knowledge: inside };
    const seen = new Set<Expression>();
    for (const line of part.lines) yield* ofLine(checker, line, inside, seen);
  }
}

/** What is known where a line acts: its conditions hold, and so does its row's. `above`: what is known inside its part. */
export function knowledgeOfLine(checker: Checker, line: LineDraft, above: Knowledge): Knowledge {
  const before = ofLines.get(line);
  if (before !== undefined) return before;
  const conditions = line.conditions.reduce((known, condition) => assume(checker, known, condition), above);
  return knowledgeOfRow(checker, line, conditions);
}

/** `conditions`: what is known where those of the line hold. */
function knowledgeOfRow(checker: Checker, line: LineDraft, conditions: Knowledge): Knowledge {
  const where = line.each?.where ?? null;
  const known = where === null ? conditions : assume(checker, conditions, where);
  ofLines.set(line, known);
  return known;
}

/** The condition of a block applies to several lines, and is yielded once. */
function* ofLine(checker: Checker, line: LineDraft, above: Knowledge, seen: Set<Expression>): Generator<Standing> {
  let known = above;
  for (const condition of line.conditions) {
    const plain = condition.kind === "not" ? condition.operand : condition;
    if (!seen.has(plain)) yield { expression: plain, knowledge: known };
    seen.add(plain);
    known = assume(checker, known, condition);
  }
  const acting = knowledgeOfRow(checker, line, known);
  for (const expression of expressionsOfLine(line)) {
    if (!line.conditions.includes(expression)) yield { expression, knowledge: acting };
  }
}

/** What is known inside a part: it and all above it apply. */
export function knowledgeInside(checker: Checker, part: PartDraft): Knowledge {
  const way: PartDraft[] = [];
  for (
    let at: PartDraft | undefined = part;
    at !== undefined;
    at = at.parent === null ? undefined : checker.draft.parts[at.parent]
  )
    way.push(at);
  const known = way
    .reverse()
    .reduce(
      (sofar, one) => (one.applies === null ? sofar : assume(checker, sofar, one.applies.condition)),
      nothingKnown,
    );
  return { ...known, points: part.points };
}
