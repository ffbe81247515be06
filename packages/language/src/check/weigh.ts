/**
 * Points and worth of every part, from what the heads give; facts of what does not add up. Pure, so that a scenario can be
 * weighed like the rubric itself.
 *
 * Points are the scale on which a part's own lines or parts add up; worth is what it adds to the part above at full marks.
 * - DeclaredPoints points are the scale. A section without them has as its scale the sum of what its parts are worth, or its own
 *   worth where those have weights (or where it has no parts).
 * - Without a weight a part is worth its points; with one, that share of the points of the part above, at the top of the total.
 * - An item with a weight and no points has its worth as points.
 * - Side by side either all have weights, adding up to 1, or none, adding up to the points above. Bonuses and penalties are
 *   worth 0 and left out. In a section with variants each case adds up by itself.
 */
import { ONE, type Rational, sum, ZERO } from "@yardstick/exact";
import type { DeclaredPoints, PartDraft } from "./checker.js";

interface Summand {
  readonly part: PartDraft;
  readonly value: Rational;
}

export type WeighProblem =
  | { readonly kind: "points-missing"; readonly part: PartDraft }
  | { readonly kind: "total-missing"; readonly part: PartDraft }
  | {
      readonly kind: "mixed";
      readonly above: PartDraft | null;
      readonly weighted: PartDraft;
      readonly pointed: PartDraft;
    }
  | {
      readonly kind: "points-sum";
      readonly above: PartDraft | null;
      readonly inCase: number | null;
      readonly expected: Rational;
      readonly parts: readonly Summand[];
    }
  | {
      readonly kind: "weights-sum";
      readonly above: PartDraft | null;
      readonly inCase: number | null;
      readonly parts: readonly Summand[];
    };

export interface Weighed {
  /** The total, given or added up; null where there is nothing to add. */
  readonly total: Rational | null;
  readonly points: readonly (Rational | null)[];
  readonly worth: readonly (Rational | null)[];
  readonly problems: readonly WeighProblem[];
}

interface Group {
  readonly above: PartDraft | null;
  readonly inCase: number | null;
  readonly members: readonly PartDraft[];
}

export function weigh(
  parts: readonly PartDraft[],
  roots: readonly number[],
  total: Rational | null,
  given: readonly DeclaredPoints[],
): Weighed {
  return new Scales(parts, roots, total, given).weigh();
}

class Scales {
  readonly #parts: readonly PartDraft[];
  readonly #roots: readonly number[];
  readonly #givenTotal: Rational | null;
  readonly #given: readonly DeclaredPoints[];
  readonly #points: (Rational | null)[];
  readonly #worth: (Rational | null)[];
  readonly #problems: WeighProblem[] = [];
  /** Parts that add up with one another, by the part above: one group, or one for each of its variants. */
  readonly #groups: readonly (readonly Group[])[];

  constructor(
    parts: readonly PartDraft[],
    roots: readonly number[],
    total: Rational | null,
    given: readonly DeclaredPoints[],
  ) {
    this.#parts = parts;
    this.#roots = roots;
    this.#givenTotal = total;
    this.#given = given;
    this.#points = parts.map(() => null);
    this.#worth = parts.map(() => null);
    this.#groups = parts.map((part) => this.#grouped(part));
  }

  weigh(): Weighed {
    for (const part of [...this.#parts].reverse()) this.#points[part.index] = this.#naturalPoints(part);
    const top = this.#groupOf(null, null, this.#roots);
    const total = this.#givenTotal ?? this.#sumOf(top);
    this.#share(top, total);
    for (const part of this.#parts) this.#settle(part);
    this.#checkGroup(top, this.#givenTotal);
    for (const part of this.#parts) {
      for (const group of this.#groupsOf(part)) this.#checkGroup(group, this.#points[part.index] ?? null);
    }
    return { total, points: this.#points, worth: this.#worth, problems: this.#problems };
  }

  /** Bottom-up: given, or the sum of parts that have points; null where weights decide. */
  #naturalPoints(part: PartDraft): Rational | null {
    if (isBonusOrPenalty(part)) return ZERO;
    const { points } = this.#givenOf(part);
    if (points !== null || part.node.kind === "item") return points;
    const [group] = this.#groupsOf(part);
    if (group === undefined || part.parts.length === 0) return null;
    return group.members.length === 0 ? ZERO : this.#sumOf(group);
  }

  #sumOf(group: Group): Rational | null {
    const values = group.members.map((member) =>
      this.#givenOf(member).weight === null ? (this.#points[member.index] ?? null) : null,
    );
    return values.length === 0 || values.some((value) => value === null) ? null : sum(values as readonly Rational[]);
  }

  /** Top-down: worth from the parent, then the scale of those that have none yet, then their own parts. */
  #settle(part: PartDraft): void {
    const worth = this.#worth[part.index] ?? null;
    const { weight, hasError } = this.#givenOf(part);
    if (this.#points[part.index] === null && !hasError) {
      if (weight !== null) this.#points[part.index] = worth;
      else if (!isBonusOrPenalty(part) && !this.#isAwaited(part)) this.#problems.push({ kind: "points-missing", part });
    }
    for (const group of this.#groupsOf(part)) this.#share(group, this.#points[part.index] ?? null);
  }

  /** A section whose own parts lack points is not to blame for having none. */
  #isAwaited(part: PartDraft): boolean {
    const groups = this.#groupsOf(part);
    const members = groups.flatMap((group) => group.members);
    return (
      members.length > 0 &&
      members.every((member) => this.#givenOf(member).weight === null || this.#givenOf(member).hasError)
    );
  }

  #share(group: Group, above: Rational | null): void {
    for (const member of group.members) {
      const { weight } = this.#givenOf(member);
      if (weight === null) this.#worth[member.index] = this.#points[member.index] ?? null;
      else if (above !== null) this.#worth[member.index] = weight.mul(above);
      else if (group.above === null) {
        this.#problems.push({ kind: "total-missing", part: member });
        return;
      }
    }
  }

  #checkGroup(group: Group, expected: Rational | null): void {
    const { above, inCase, members } = group;
    if (members.some((member) => this.#givenOf(member).hasError)) return;
    const weighted = members.filter((member) => this.#givenOf(member).weight !== null);
    const [firstWeighted] = weighted;
    if (firstWeighted === undefined) {
      if (expected === null || (this.#parts.length === 0 && above === null)) return;
      const parts = this.#summands(members, (member) => this.#points[member.index] ?? null);
      if (parts !== null && !sum(parts.map((part) => part.value)).equals(expected)) {
        this.#problems.push({ kind: "points-sum", above, inCase, expected, parts });
      }
      return;
    }
    const pointed = members.find((member) => this.#givenOf(member).weight === null);
    if (pointed !== undefined) {
      this.#problems.push({ kind: "mixed", above, weighted: firstWeighted, pointed });
      return;
    }
    const parts = this.#summands(members, (member) => this.#givenOf(member).weight);
    if (parts !== null && !sum(parts.map((part) => part.value)).equals(ONE)) {
      this.#problems.push({ kind: "weights-sum", above, inCase, parts });
    }
  }

  #summands(members: readonly PartDraft[], valueOf: (part: PartDraft) => Rational | null): readonly Summand[] | null {
    const parts = members.flatMap((part) => {
      const value = valueOf(part);
      return value === null ? [] : [{ part, value }];
    });
    return parts.length === members.length ? parts : null;
  }

  #givenOf(part: PartDraft): DeclaredPoints {
    return this.#given[part.index] ?? { points: null, weight: null, hasError: true };
  }

  #groupsOf(part: PartDraft): readonly Group[] {
    return this.#groups[part.index] ?? [];
  }

  #grouped(part: PartDraft): readonly Group[] {
    if (part.node.kind === "item") return [];
    const { variants } = part.node;
    if (variants === null) return [this.#groupOf(part, null, part.parts)];
    const byCase: number[][] = variants.cases.map(() => []);
    for (const index of part.parts) byCase[this.#parts[index]?.inCase ?? -1]?.push(index);
    return byCase.map((indexes, inCase) => this.#groupOf(part, inCase, indexes));
  }

  #groupOf(above: PartDraft | null, inCase: number | null, indexes: readonly number[]): Group {
    const members = indexes.flatMap((index) => this.#parts[index] ?? []).filter((part) => !isBonusOrPenalty(part));
    return { above, inCase, members };
  }
}

/** A bonus or a penalty. */
export function isBonusOrPenalty(part: PartDraft): boolean {
  return part.node.kind === "item" && part.node.form !== "item";
}
