/**
 * Places: by one or several keys, within groups, of subjects that meet a condition. Section 7 of the language reference.
 */
import type { ast } from "@yardstick/language";
import { comparable, keyOf } from "./calls.js";
import { scopeOf, type Context, type Scope } from "./context.js";
import type { PartNode } from "./declared.js";
import { publishedNumber, namesIn } from "./expression.js";
import { fractionOf, shortest, order, plus, zero, type Fraction } from "./fraction.js";
import { roundedTo, roundingOf, toDecimals } from "./rounding.js";
import { typeOf } from "./kinds.js";
import { flagValue, folded, isProvisional, isUnknown, numberValue, pendingOf, type Value } from "./value.js";

/** A subject in the order of a ranking. `keys`: the first is known; a later one may be null while it is pending. */
interface Ranked {
  readonly subject: number;
  readonly group: string;
  readonly keys: readonly (Fraction | null)[];
  /** Of the keys `head to head`, by their index: the rows of the ledger. */
  readonly meetings: ReadonlyMap<number, readonly Meeting[]>;
  /** The key as names are compared. */
  readonly name: string;
  /** A veto takes its place away: it is an opponent of none. */
  readonly isBarred: boolean;
}

interface Meeting {
  readonly opponent: Value;
  readonly result: Value;
}

export interface Placed extends Ranked {
  /** Null: without a place, by a veto. */
  readonly place: number | null;
  /** Equal for subjects that tie; 0 without a place. */
  readonly position: number;
}

export interface RankingResult {
  readonly placed: readonly Placed[];
  /** Groups some of whose subjects are not known yet. */
  readonly provisionalGroups: ReadonlySet<string>;
  /** Subjects whose place is not known, and why. */
  readonly pending: ReadonlyMap<number, Value>;
}

/** What the ranking needs to know of the results so far. */
export interface Standing {
  readonly score: (subject: number) => Value;
  readonly isWithoutPlace: (subject: number) => boolean;
  readonly isUnranked: (subject: number) => boolean;
  /** A veto takes its place away, also where those without a place are put in order with the others. */
  readonly isBarred: (subject: number) => boolean;
}

const reading = (subject: number): Scope => ({ ...scopeOf(subject), isPublished: true });

function keyValue(context: Context, by: ast.Expression, subject: number): Value {
  const value = context.evaluate(by, reading(subject));
  if (value.kind !== "number") return value;
  if (by.kind === "reference" && /^(?:score|总分)$/u.test(by.path[0]?.text ?? "")) return value;
  // The score of a part is published with decimals of its own, or with all its digits where they end.
  if (by.kind === "call" && /^(?:score|得分)$/u.test(by.name.text))
    return numberValue(fractionOf(shortest(value.number)) ?? value.number, value.isProvisional);
  const type = typeOf(by, namesIn(context, reading(subject)));
  return numberValue(publishedNumber(value.number, type, 2), value.isProvisional);
}

const referenceTo = (name: string): ast.Reference => ({
  kind: "reference",
  span: [0, 0],
  path: [{ kind: "name", span: [0, 0], text: name }],
});

/** Negative where `a` is before `b`; while a key is pending for one of them, it and the later ones do not tell them apart. */
function before(a: Ranked, b: Ranked, isLowestFirst: readonly boolean[]): number {
  for (const [at, lowest] of isLowestFirst.entries()) {
    const [one, other] = [a.keys[at] ?? null, b.keys[at] ?? null];
    if (one === null || other === null) return 0;
    const sign = order(one, other);
    if (sign !== 0) return lowest ? sign : -sign;
  }
  return 0;
}

/** What each had against the others of the tie, in place of the key; null while it is not known. */
function amongThemselves(tie: readonly Ranked[], level: number): readonly Ranked[] {
  const names = tie.flatMap(({ name, isBarred }) => (isBarred ? [] : [name]));
  const isMissing = (value: Value): boolean => value.kind === "unknown" && !value.isOptional;
  return tie.map((each) => {
    const meetings = each.meetings.get(level);
    if (meetings === undefined) return each;
    let sum: Fraction | null = zero;
    for (const { opponent, result } of meetings) {
      const isOther = opponent.kind === "text" && opponent.text !== each.name && names.includes(opponent.text);
      if (isMissing(opponent) || (isOther && isMissing(result))) sum = null;
      else if (isOther && result.kind === "number" && sum !== null) sum = plus(sum, result.number);
    }
    return { ...each, keys: each.keys.map((key, at) => (at === level ? sum : key)) };
  });
}

/**
 * Orders the subjects of one group; ties have equal positions. A key that is pending for one of a tie breaks none of it; those without
 * a place for whom it is pending come last of the tie.
 */
function positions(
  tie: readonly Ranked[],
  isLowestFirst: readonly boolean[],
  level = 0,
): readonly (readonly Ranked[])[] {
  if (tie.length <= 1 || level === isLowestFirst.length) return [tie];
  const group = amongThemselves(tie, level);
  const isOpen = ({ keys }: Ranked): boolean => (keys[level] ?? null) === null;
  if (group.some((each) => isOpen(each) && !each.isBarred)) return [group];
  const lowest = isLowestFirst[level] ?? false;
  const last = group.filter(isOpen);
  const sorted = group
    .filter((each) => !isOpen(each))
    .sort((a, b) => before({ ...a, keys: [a.keys[level] ?? null] }, { ...b, keys: [b.keys[level] ?? null] }, [lowest]));
  const blocks: Ranked[][] = [];
  for (const each of sorted) {
    const [top] = blocks.at(-1) ?? [];
    const isTie = top !== undefined && order(top.keys[level] as Fraction, each.keys[level] as Fraction) === 0;
    if (isTie) blocks.at(-1)?.push(each);
    else blocks.push([each]);
  }
  const parted = blocks.flatMap((block) => positions(block, isLowestFirst, level + 1));
  return last.length === 0 ? parted : [...parted, last];
}

/** Ranks the subjects of one period. `section`: of a ranking by each section, which vetoes do not affect. */
export function rank(
  context: Context,
  ranking: ast.Ranking,
  subjects: readonly number[],
  standing: Standing,
  section: PartNode | null,
): RankingResult {
  const isLowestFirst = [ranking.lowestFirst, ...ranking.thenBy.map(({ lowestFirst }) => lowestFirst)];
  const ranked: Ranked[] = [];
  const provisional = new Set<string>();
  const pending = new Map<number, Value>();
  let isProvisionalEverywhere = false;
  for (const subject of subjects) {
    const where = ranking.where === null ? flagValue(true) : context.evaluate(ranking.where, reading(subject));
    if (where.kind === "flag" && !where.flag) continue;
    const within =
      ranking.within === null ? null : context.evaluate(referenceTo(ranking.within.text), reading(subject));
    const group = within === null ? "" : isUnknown(within) ? null : keyOf(within);
    const first =
      section === null
        ? keyValue(context, ranking.by as ast.Expression, subject)
        : sectionKey(context, section, subject);
    if (first === null) continue;
    const key = comparable(first);
    const score = standing.score(subject);
    if (group === null || where.kind === "unknown" || key === null || isUnknown(score)) {
      pending.set(subject, pendingOf(score, where, first, ...(within === null ? [] : [within])));
      if (group === null) isProvisionalEverywhere = true;
      else provisional.add(group);
      continue;
    }
    const meetings = new Map(
      ranking.thenBy.flatMap((tieBreak, at) =>
        tieBreak.against === null ? [] : [[at + 1, meetingsOf(context, tieBreak.by, tieBreak.against, subject)]],
      ),
    );
    const later = ranking.thenBy.map(({ by, against }) =>
      against === null ? keyValue(context, by, subject) : numberValue(zero),
    );
    const rows = [...meetings.values()].flat().flatMap(({ opponent, result }) => [opponent, result]);
    const isOpen = rows.some((value) => value.kind === "unknown" && !value.isOptional);
    if (isProvisional(first, where, ...later, ...rows) || later.some(isUnknown) || isOpen) provisional.add(group);
    if (section === null && standing.isUnranked(subject)) continue;
    const name = folded(context.tables.subjects[subject]?.key ?? "");
    const isBarred = section === null && standing.isBarred(subject);
    ranked.push({ subject, group, keys: [key, ...later.map(comparable)], meetings, name, isBarred });
  }
  if (isProvisionalEverywhere) for (const { group } of ranked) provisional.add(group);
  const placed = [...new Set(ranked.map(({ group }) => group))].flatMap((group) => {
    const own = ranked.filter((each) => each.group === group);
    // A subject without a place neither takes one nor keeps others from being told apart.
    const listed = own.filter(({ subject }) => section !== null || !standing.isWithoutPlace(subject));
    let [place, position] = [1, 0];
    const withPlace = positions(listed, isLowestFirst).flatMap((block) => {
      position += 1;
      const at = place;
      place += ranking.ties === "dense" ? 1 : block.length;
      return block.map((each): Placed => ({ ...each, position, place: at }));
    });
    const without = own.filter((each) => !listed.includes(each));
    return [...withPlace, ...without.map((each): Placed => ({ ...each, position: 0, place: null }))];
  });
  return { placed, provisionalGroups: provisional, pending };
}

/** The rows of the ledger that the column of opponents is of. */
function meetingsOf(context: Context, by: ast.Expression, against: ast.Expression, subject: number): Meeting[] {
  const [name] = against.kind === "reference" ? against.path : [];
  const list = context.declared.fields.get(name?.text ?? "");
  if (list === undefined) return [];
  const rows = context.tables.subjects[subject]?.lists.get(list.name) ?? [];
  return rows.map((cells) => {
    const scope: Scope = { ...reading(subject), row: { list, cells } };
    const opponent = context.evaluate(against, scope);
    return {
      opponent: opponent.kind === "text" ? { ...opponent, text: folded(opponent.text) } : opponent,
      result: context.evaluate(by, scope),
    };
  });
}

/** The published score of a section; null where the subject does not have it. */
function sectionKey(context: Context, section: PartNode, subject: number): Value | null {
  const { applies, score } = context.part(section, subject);
  if (applies.kind === "flag" && !applies.flag) return null;
  if (score.kind !== "number") return pendingOf(score, applies);
  return numberValue(roundedTo(score.number, roundingOf(section.part.rounds) ?? toDecimals(2)), score.isProvisional);
}
