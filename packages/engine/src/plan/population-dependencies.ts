/**
 * Whether what is computed over all subjects depends on something else that is: a function across subjects that reads
 * places, a ranking by a score that reads such a function. Then who is pending in the one makes the other provisional.
 */
import {
  type Cohort,
  type Expression,
  expressionsOfPart,
  expressionsOfRanking,
  operandsOf,
  type CoreProgram,
  type RankingNode,
  type ReferenceRead,
} from "@yardstick/language/core";

import { assertNever, at } from "../values/internal-error.js";

/** Asks it of the functions, rankings and results of one rubric. */
export class PopulationDependencies {
  private readonly parts = new Map<number, boolean>();
  private readonly lets = new Map<number, boolean>();
  private readonly outputs = new Map<number, boolean>();
  private own: boolean | null = null;

  constructor(private readonly program: CoreProgram) {}

  cohort({ value, where }: Cohort): boolean {
    return this.any([value, where]);
  }

  /** Who takes part also depends on the score. */
  ranking(node: RankingNode): boolean {
    return (node.section !== null && this.score()) || this.any(expressionsOfRanking(node));
  }

  /** Anything that is published of one subject, its places and the grades of a quota aside. */
  published(): boolean {
    const { outputs, awards, consequences, grades } = this.program;
    return (
      this.score() ||
      this.any([
        ...outputs.map(({ value }) => value),
        ...awards.flatMap(({ condition, pays }) => [condition, pays]),
        ...consequences.map(({ condition }) => condition),
        ...grades.flatMap(({ rows, adjustments }) => [...rows, ...adjustments].map(({ condition }) => condition)),
      ])
    );
  }

  private any(expressions: readonly (Expression | null)[]): boolean {
    return expressions.some((expression) => expression !== null && this.depends(expression));
  }

  private depends(node: Expression): boolean {
    if (node.kind === "cohort") return true;
    if (node.kind === "previous") return false;
    if (node.kind === "reference") return this.reads(node.to);
    return operandsOf(node).some((operand) => this.depends(operand));
  }

  private reads(to: ReferenceRead["to"]): boolean {
    const { program } = this;
    switch (to.kind) {
      case "let":
        return this.once(this.lets, to.index, () => this.depends(at(program.lets, to.index).value));
      case "output":
        return this.once(this.outputs, to.index, () => this.depends(at(program.outputs, to.index).value));
      case "part-score":
        return this.part(to.part);
      case "score":
        return to.beforeVetoes === true ? this.roundedScore() : this.score();
      case "vetoed":
        return this.any(program.vetoes.map(({ condition }) => condition));
      case "part-points":
      case "used":
        return false;
      case "place":
      case "last":
      case "grade":
      case "award":
        return true;
      default:
        return assertNever(to);
    }
  }

  private score(): boolean {
    this.own ??= this.roundedScore() || this.any(this.program.vetoes.map(({ condition }) => condition));
    return this.own;
  }

  /** The score that vetoes have yet to act on. */
  private roundedScore(): boolean {
    const { roots, coefficients } = this.program;
    return roots.some((root) => this.part(root)) || this.any(coefficients.map(({ value }) => value));
  }

  private part(index: number): boolean {
    return this.once(this.parts, index, () => {
      const part = at(this.program.parts, index);
      if (this.any(expressionsOfPart(part))) return true;
      if (part.kind === "item") return false;
      const onParts = this.program.coefficients
        .filter(({ appliesTo }) => appliesTo !== "total")
        .map(({ value }) => value);
      return this.any(onParts) || part.parts.some((each) => this.part(each));
    });
  }

  /** While it is being computed it counts as independent: the checker rejects every cycle. */
  private once(known: Map<number, boolean>, index: number, work: () => boolean): boolean {
    const found = known.get(index);
    if (found !== undefined) return found;
    known.set(index, false);
    const result = work();
    known.set(index, result);
    return result;
  }
}
