/**
 * The bar of a subject on the rubric's ruler: sections in proportional width, points gained and lost in each, and the
 * bonus beyond the total. Points are exact texts; widths are shares for the screen.
 */
import type { SubjectResult } from "@yardstick/engine";
import type { Item, Part, Program } from "@yardstick/language/program";
import { fixedText, numberOrZero, ONE, type Rational, shareOrZero, ZERO } from "@yardstick/exact";

interface AxisSection {
  /** Index in the program's parts. */
  readonly part: number;
  readonly name: string;
  readonly maxPoints: number;
}

/** The sections on the ruler. */
export interface Axis {
  readonly sections: readonly AxisSection[];
  /** Room beyond the total for bonuses, in points of the total. */
  readonly bonus: number;
}

interface BarSection extends AxisSection {
  readonly path: string;
  /** Shares of `maxPoints`; both zero when the section does not apply to the subject. */
  readonly gained: number;
  readonly lost: number;
}

/** The bar of one subject. */
export interface Bar {
  readonly sections: readonly BarSection[];
  /** Bonus gained, in points of the total, for the width. */
  readonly bonus: number;
  /** Total points lost and gained, as text with the decimals of the score: `"5.92"`. */
  readonly lostText: string;
  readonly bonusText: string;
}

/** Computes the bars of the subjects of one program. */
export class SectionBars {
  readonly axis: Axis;
  readonly #program: Program;
  /** Points of the total per point on the part's own scale, by part. */
  readonly #factors: readonly Rational[];
  readonly #tops: readonly number[];

  constructor(program: Program, subjects: readonly SubjectResult[]) {
    this.#program = program;
    this.#factors = factorsOf(program);
    this.#tops = program.roots.filter((index) => !isExtra(program.parts[index]));
    const sections = this.#tops.flatMap((index) => {
      const part = program.parts[index];
      return part === undefined
        ? []
        : [{ part: index, name: part.name, maxPoints: numberOrZero(part.worth).toNumber() }];
    });
    this.axis = { sections, bonus: this.#bonusRoom(subjects) };
  }

  barOf(subject: SubjectResult): Bar {
    let lost = ZERO;
    let bonus = ZERO;
    for (const [index, part] of this.#program.parts.entries()) {
      if (part.kind !== "item" || part.form === "item") continue;
      const points = this.#contribution(index, subject);
      if (points.compare(0) > 0) bonus = bonus.add(points);
      else lost = lost.sub(points);
    }
    const sections = this.#tops.flatMap((index): BarSection[] => {
      const part = this.#program.parts[index];
      if (part === undefined) return [];
      const maxPoints = numberOrZero(part.worth);
      const score = subject.parts[part.path] ?? null;
      const base = { part: index, name: part.name, path: part.path, maxPoints: maxPoints.toNumber() };
      if (score === null) return [{ ...base, gained: 0, lost: 0 }];
      const gained = this.#contribution(index, subject).sub(this.#extrasUnder(index, subject));
      const missing = maxPoints.sub(gained);
      lost = lost.add(missing);
      const share = Math.min(1, Math.max(0, shareOrZero(gained, maxPoints).toNumber()));
      return [{ ...base, gained: share, lost: 1 - share }];
    });
    const { scoreDecimals } = this.#program;
    return {
      sections,
      bonus: bonus.toNumber(),
      lostText: fixedText(lost, scoreDecimals),
      bonusText: fixedText(bonus, scoreDecimals),
    };
  }

  #contribution(index: number, subject: SubjectResult): Rational {
    const path = this.#program.parts[index]?.path ?? "";
    return numberOrZero(subject.parts[path]).mul(this.#factors[index] ?? ZERO);
  }

  /** Bonuses and penalties inside a section: they are part of its score but are drawn separately. */
  #extrasUnder(top: number, subject: SubjectResult): Rational {
    let sum = ZERO;
    for (const [index, part] of this.#program.parts.entries())
      if (isExtra(part) && this.#isUnder(index, top)) sum = sum.add(this.#contribution(index, subject));
    return sum;
  }

  #isUnder(index: number, top: number): boolean {
    for (let at: number | null = index; at !== null; at = this.#program.parts[at]?.parent ?? null)
      if (at === top) return true;
    return false;
  }

  /** The sum of all bonus limits; for a bonus without a limit, the most that any subject has gained. */
  #bonusRoom(subjects: readonly SubjectResult[]): number {
    let limits = ZERO;
    let isOpen = false;
    for (const [index, part] of this.#program.parts.entries()) {
      if (!isBonus(part)) continue;
      if (part.max === null) isOpen = true;
      else limits = limits.add(numberOrZero(part.max).mul(this.#factors[index] ?? ZERO));
    }
    if (!isOpen) return limits.toNumber();
    const most = subjects.map((subject) => {
      let sum = ZERO;
      for (const [index, part] of this.#program.parts.entries())
        if (isBonus(part)) sum = sum.add(this.#contribution(index, subject));
      return sum.toNumber();
    });
    return most.reduce((a, b) => Math.max(a, b), 0);
  }
}

/** Whether a part may raise the score beyond the points of its parent. */
function isBonus(part: Part): part is Item {
  return part.kind === "item" && part.form !== "item" && part.max !== "0";
}

function isExtra(part: Part | undefined): boolean {
  return part?.kind === "item" && part.form !== "item";
}

function factorsOf(program: Program): readonly Rational[] {
  const one = ONE;
  const factors: Rational[] = [];
  // A section precedes its content in the list, so that its own factor is always known.
  for (const part of program.parts) {
    const above = part.parent === null ? one : (factors[part.parent] ?? one);
    const points = numberOrZero(part.points);
    const own = isExtra(part) || points.equals(0) ? one : numberOrZero(part.worth).div(points);
    factors.push(above.mul(own));
  }
  return factors;
}
