/**
 * The bar of a subject on the rubric's ruler: sections in proportional width, points gained and lost in each, and the
 * bonus beyond the total. Points are exact texts; widths are shares for the screen.
 */
import type { SubjectResult } from "@yardstick/engine";
import type { Part, Program } from "@yardstick/language/program";
import {
  add,
  approximate,
  compare,
  decimalText,
  divide,
  multiply,
  rational,
  subtract,
  zero,
  type Rational,
} from "@yardstick/ui/exact";

interface AxisSection {
  /** Index in the program's parts. */
  readonly part: number;
  readonly name: string;
  readonly worth: number;
}

export interface Axis {
  readonly sections: readonly AxisSection[];
  /** Room beyond the total for bonuses, in points of the total. */
  readonly bonus: number;
}

interface BarSection extends AxisSection {
  readonly path: string;
  /** Shares of `worth`; both zero when the section does not apply to the subject. */
  readonly held: number;
  readonly lost: number;
}

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
      return part === undefined ? [] : [{ part: index, name: part.name, worth: approximate(rational(part.worth)) }];
    });
    this.axis = { sections, bonus: this.#bonusRoom(subjects) };
  }

  barOf(subject: SubjectResult): Bar {
    let lost = zero;
    let bonus = zero;
    for (const [index, part] of this.#program.parts.entries()) {
      if (part.kind !== "item" || part.form === "item") continue;
      const points = this.#contribution(index, subject);
      if (compare(points, zero) > 0) bonus = add(bonus, points);
      else lost = subtract(lost, points);
    }
    const sections = this.#tops.flatMap((index): BarSection[] => {
      const part = this.#program.parts[index];
      if (part === undefined) return [];
      const worth = rational(part.worth);
      const score = subject.parts[part.path] ?? null;
      const base = { part: index, name: part.name, path: part.path, worth: approximate(worth) };
      if (score === null) return [{ ...base, held: 0, lost: 0 }];
      const held = subtract(this.#contribution(index, subject), this.#extrasUnder(index, subject));
      const missing = subtract(worth, held);
      lost = add(lost, missing);
      const share = Math.min(1, Math.max(0, approximate(divide(held, worth))));
      return [{ ...base, held: share, lost: 1 - share }];
    });
    const { scoreDecimals } = this.#program;
    return {
      sections,
      bonus: approximate(bonus),
      lostText: decimalText(lost, scoreDecimals),
      bonusText: decimalText(bonus, scoreDecimals),
    };
  }

  #contribution(index: number, subject: SubjectResult): Rational {
    const path = this.#program.parts[index]?.path ?? "";
    return multiply(rational(subject.parts[path]), this.#factors[index] ?? zero);
  }

  /** Bonuses and penalties inside a section: they are part of its score but are drawn separately. */
  #extrasUnder(top: number, subject: SubjectResult): Rational {
    let sum = zero;
    for (const [index, part] of this.#program.parts.entries())
      if (isExtra(part) && this.#isUnder(index, top)) sum = add(sum, this.#contribution(index, subject));
    return sum;
  }

  #isUnder(index: number, top: number): boolean {
    for (let at: number | null = index; at !== null; at = this.#program.parts[at]?.parent ?? null)
      if (at === top) return true;
    return false;
  }

  /** The sum of all bonus limits; for a bonus without a limit, the most that any subject has gained. */
  #bonusRoom(subjects: readonly SubjectResult[]): number {
    let limits = zero;
    let isOpen = false;
    for (const [index, part] of this.#program.parts.entries()) {
      if (part.kind !== "item" || part.form !== "bonus") continue;
      if (part.max === null) isOpen = true;
      else limits = add(limits, multiply(rational(part.max), this.#factors[index] ?? zero));
    }
    if (!isOpen) return approximate(limits);
    const most = subjects.map((subject) => {
      let sum = zero;
      for (const [index, part] of this.#program.parts.entries())
        if (part.kind === "item" && part.form === "bonus") sum = add(sum, this.#contribution(index, subject));
      return approximate(sum);
    });
    return most.reduce((a, b) => Math.max(a, b), 0);
  }
}

function isExtra(part: Part | undefined): boolean {
  return part?.kind === "item" && part.form !== "item";
}

function factorsOf(program: Program): readonly Rational[] {
  const one = rational("1");
  const factors: Rational[] = [];
  // A section precedes its content in the list, so that its own factor is always known.
  for (const part of program.parts) {
    const above = part.parent === null ? one : (factors[part.parent] ?? one);
    const points = rational(part.points);
    const own = isExtra(part) || points.n === 0n ? one : divide(rational(part.worth), points);
    factors.push(multiply(above, own));
  }
  return factors;
}
