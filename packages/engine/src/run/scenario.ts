/**
 * A rubric under one of its scenarios: other points, weights and constants, as if they were written in the text. What is a share
 * of something that changed is computed again, exactly; nothing is rescaled to make sums come out (the checker has
 * already seen that they do).
 */
import { rational, type Rational, rationalText, type RationalText, ZERO } from "@yardstick/exact";
import { isSharing } from "@yardstick/language/core";
import type { Expression, Item, Part, Program, Scenario, Section } from "@yardstick/language/program";
import { at } from "../values/internal-error.js";

/** Throws a `RangeError` where the rubric has no scenario of that name. */
function scenarioOf(program: Program, name: string): Scenario {
  const scenario = program.scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new RangeError(`The rubric has no scenario named ${JSON.stringify(name)}.`);
  return scenario;
}

/** The constants that a scenario sets, by index. They win over what the data says. */
export function scenarioConstants(program: Program, name: string): ReadonlyMap<number, Expression> {
  const { changes } = scenarioOf(program, name);
  return new Map(
    changes.flatMap((change) => (change.kind === "constant" ? [[change.constant, change.value] as const] : [])),
  );
}

/** The program as the scenario has it. A constant it sets becomes the constant's default. */
export function withScenario(program: Program, name: string): Program {
  const { changes } = scenarioOf(program, name);
  const set = scenarioConstants(program, name);
  const of = (kind: "points" | "weight"): ReadonlyMap<number, RationalText> =>
    new Map(changes.flatMap((change) => (change.kind === kind ? [[change.part, change.value] as const] : [])));
  const parts = [...program.parts];
  const rescale = new Rescaling(parts, of("points"), of("weight"));
  const whole = program.total === null ? rescale.worthOf(program.roots) : rational(program.total);
  for (const root of program.roots) rescale.part(root, whole);
  return {
    ...program,
    parts,
    constants: program.constants.map((field, index) => ({ ...field, default: set.get(index) ?? field.default })),
  };
}

class Rescaling {
  constructor(
    private readonly parts: Part[],
    private readonly points: ReadonlyMap<number, RationalText>,
    private readonly weights: ReadonlyMap<number, RationalText>,
  ) {}

  /** Sets a part and everything below it. `above` is what weights directly below the part above are shares of. */
  part(index: number, above: Rational): void {
    const old = at(this.parts, index);
    const weight = this.weights.get(index) ?? old.weight;
    const share = weight === null ? null : rational(weight).mul(above);
    const points = old.kind === "item" ? this.itemPoints(index, old, share) : this.sectionPoints(index, old, share);
    const worth = share ?? (isSharing(old) ? points : rational(old.worth));
    const changed = { weight, points: rationalText(points), worth: rationalText(worth) };
    this.parts[index] =
      old.kind === "item" ? { ...old, ...changed, ...itemRange(old, points) } : { ...old, ...changed };
  }

  worthOf(parts: readonly number[]): Rational {
    return this.sum(parts, (part) => part.worth);
  }

  /** An item with a weight and no points of its own has its share of the parent as points. */
  private itemPoints(index: number, item: Item, share: Rational | null): Rational {
    const stated = this.points.get(index);
    if (stated !== undefined) return rational(stated);
    return share !== null && item.points === item.worth ? share : rational(item.points);
  }

  /**
   * Parts with points make up the scale of a section; parts with weights divide it. A section that has neither points of
   * its own nor parts with points is as long as its share of the parent.
   */
  private sectionPoints(index: number, section: Section, share: Rational | null): Rational {
    const stated = this.points.get(index);
    const isDivided = section.parts.some((part) => at(this.parts, part).weight !== null);
    const scale =
      stated !== undefined
        ? rational(stated)
        : share !== null && section.points === section.worth
          ? share
          : rational(section.points);
    for (const part of section.parts) this.part(part, scale);
    if (stated !== undefined || isDivided) return scale;
    // Each variant adds up to the same.
    return this.sum(section.variants?.cases[0]?.parts ?? section.parts, (part) => part.points);
  }

  private sum(parts: readonly number[], of: (part: Part) => RationalText): Rational {
    const sharing = parts.map((part) => at(this.parts, part)).filter((part) => isSharing(part));
    return sharing.reduce((sum, part) => sum.add(rational(of(part))), ZERO);
  }
}

/** Where an item began at its points, or ended at them because it had no range of its own, it follows them. */
function itemRange(item: Item, points: Rational): Pick<Item, "start" | "max"> {
  const hasOwnRange = item.within !== null && item.weight === null;
  const follows = isSharing(item) && item.points !== "0";
  return {
    start: follows && item.start === item.points ? rationalText(points) : item.start,
    max: follows && !hasOwnRange && item.max === item.points ? rationalText(points) : item.max,
  };
}
