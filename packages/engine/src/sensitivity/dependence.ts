/**
 * Whether scores follow the shares by addition alone: a rubric and a group of criteria in, the reasons why not out. Where there
 * are none, a score is what the rubric's own arithmetic of shares makes of part scores that stay as they are.
 */
import type { RankingNode } from "@yardstick/language/core";
import type { Expression, Program } from "@yardstick/language/program";
import { at } from "../values/internal-error.js";
import type { CriteriaGroup } from "./criteria.js";

/** Why a score is not a simple function of the shares; `name` is that of the construct it was found in. */
export interface NotLinear {
  readonly reason:
    /** Something below the score reads scores, places, grades or points, which move with the shares. */
    | "reads-results"
    /** A section that passes on what moves rounds it on the way. */
    | "section-rounds"
    /** The score is rounded by a mode or to a step that the rubric names. */
    | "score-rounding"
    /** An item without points of its own is as long as its share, and its lines are not. */
    | "item-follows-weight"
    /** The ranking is based on a section without points of its own: its scale is its share, and its score moves with it. */
    | "section-follows-weight"
    /** The ranking is based on something that is not a score. */
    | "ranking-key"
    /** Ties of the ranking are broken by what subjects had against each other, which depends on who ties. */
    | "head-to-head"
    /** All that applies to some subject has a share of 0, so that there is no part to pass shares to. */
    | "handed-over";
  readonly name: string;
}

type Reference = Extract<Expression, { kind: "reference" }>;
/** Everything that a score is made of, apart from the shares themselves. */
export function whyNotLinear(program: Program, group: CriteriaGroup, ranked: RankingNode): readonly NotLinear[] {
  const readers = new ResultReaders(program);
  const found: NotLinear[] = [];
  const look = (name: string, tree: unknown) => {
    if (readers.reads(tree)) found.push({ reason: "reads-results", name });
  };
  for (const part of program.parts) {
    look(part.path, part.applies);
    if (part.kind === "item") look(part.path, part.lines);
    else look(part.path, part.variants?.by);
  }
  for (const { name, value } of program.coefficients) look(name, value);
  for (const { name, condition } of program.vetoes) look(name, condition);
  look(ranked.name, ranked.where);
  const followers = group.criteria.flatMap(({ part }) => partsThatFollow(program, part));
  const isBySections = ranked.section !== null;
  if (isBySections) found.push({ reason: "ranking-key", name: ranked.name });
  if (ranked.keys.some(({ against }) => against !== null)) found.push({ reason: "head-to-head", name: ranked.name });
  for (const { value: key } of isBySections ? ranked.keys.slice(1) : ranked.keys) {
    if (isScore(key)) {
      if (key.to.kind !== "part-score" || !followers.includes(key.to.part)) continue;
      const { kind, path } = at(program.parts, key.to.part);
      if (kind === "section") found.push({ reason: "section-follows-weight", name: path });
      continue;
    }
    if (readers.reads(key)) found.push({ reason: "ranking-key", name: ranked.name });
  }
  for (let above = group.parent; above !== null; above = at(program.parts, above).parent) {
    const section = at(program.parts, above);
    if (section.decimals !== null) found.push({ reason: "section-rounds", name: section.path });
  }
  if (program.scoreRounding !== null) found.push({ reason: "score-rounding", name: ranked.name });
  for (const index of followers) {
    const { kind, path } = at(program.parts, index);
    if (kind === "item") found.push({ reason: "item-follows-weight", name: path });
  }
  return found;
}

/** A key that the shares act on in a way that is known. */
export function isScore(key: Expression): key is Reference {
  return key.kind === "reference" && (key.to.kind === "score" || key.to.kind === "part-score");
}

/** Parts whose points are nothing but their share, from a criterion downward. */
function partsThatFollow(program: Program, index: number): readonly number[] {
  const part = at(program.parts, index);
  if (part.weight === null || part.points !== part.worth) return [];
  return [index, ...(part.kind === "item" ? [] : part.parts.flatMap((below) => partsThatFollow(program, below)))];
}

/** Finds reads of results in any tree of the program; what a `let` or an output reads counts as read by its readers. */
class ResultReaders {
  private readonly lets = new Map<number, boolean>();

  constructor(private readonly program: Program) {}

  reads(tree: unknown): boolean {
    if (typeof tree !== "object" || tree === null) return false;
    const { kind } = tree as Partial<Expression>;
    if (kind === "reference") return this.moves(tree as Reference);
    // History is as it was published.
    if (kind === "previous") return false;
    return Object.values(tree).some((child) => this.reads(child));
  }

  private moves({ to }: Reference): boolean {
    if (to.kind === "used") return false;
    if (to.kind !== "let") return true;
    const known = this.lets.get(to.index);
    if (known !== undefined) return known;
    // The checker allows no circles, so that this is only ever overwritten once.
    this.lets.set(to.index, false);
    const found = this.reads(at(this.program.lets, to.index).value);
    this.lets.set(to.index, found);
    return found;
  }
}
