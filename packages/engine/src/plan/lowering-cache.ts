/**
 * Parts and expressions as they were lowered before a change, for those that it leaves as they were: a slider moves one weight,
 * and the content of all other sections is not visited again. Kept as long as the rubric's text and constants are unchanged.
 */
import { type Expression, expressionsOfLine, operandsOf, type Part, type Program } from "@yardstick/language/program";

import { at } from "../values/internal-error.js";
import type { Lowered } from "./lowered.js";
import type { LoweredPart, Lowering } from "./lowering.js";

const READS_RESULTS: ReadonlySet<Expression["kind"]> = new Set(["reference", "cohort", "running", "previous"]);

interface Kept {
  readonly part: Part;
  readonly lowered: LoweredPart;
  /** What was added up in a section. */
  readonly below: readonly { readonly part: Part; readonly lowered: LoweredPart }[];
}

export class LoweringCache {
  private readonly parts = new Map<number, Kept>();
  private readonly expressions = new Map<Expression, Map<string, Lowered>>();
  private readonly plain = new Map<Expression, boolean>();

  /** An expression by its position; null: a change elsewhere could move it. */
  seenOf(node: Expression): Map<string, Lowered> | null {
    if (!this.readsDataAlone(node)) return null;
    const seen = this.expressions.get(node) ?? new Map<string, Lowered>();
    this.expressions.set(node, seen);
    return seen;
  }

  /** Null: not known, or changed. */
  part(index: number, by: Lowering): LoweredPart | null {
    const kept = this.parts.get(index);
    if (kept === undefined || !isSame(kept.part, at(by.program.parts, index))) return null;
    const isSameBelow = kept.below.every(({ part, lowered }) => {
      const now = at(by.program.parts, lowered.part);
      return now.points === part.points && now.worth === part.worth && by.part(lowered.part) === lowered;
    });
    return isSameBelow && !movesBelow(kept.lowered, by) ? kept.lowered : null;
  }

  /** Kept only where nothing is read that a change elsewhere could move. */
  keepPart(index: number, lowered: LoweredPart, by: Lowering): void {
    if (movesBelow(lowered, by)) return;
    if (!expressionsOf(index, by.program).every((node) => node === null || this.readsDataAlone(node))) return;
    const below = [...lowered.chosen.keys()].map((part) => ({
      part: at(by.program.parts, part),
      lowered: by.part(part),
    }));
    this.parts.set(index, { part: at(by.program.parts, index), lowered, below });
  }

  private readsDataAlone(node: Expression): boolean {
    const isPlain =
      this.plain.get(node) ??
      (!READS_RESULTS.has(node.kind) && operandsOf(node).every((each) => this.readsDataAlone(each)));
    this.plain.set(node, isPlain);
    return isPlain;
  }
}

function isSame(a: Part, b: Part): boolean {
  if (a.points !== b.points) return false;
  return a.kind !== "item" || b.kind !== "item" || (a.start === b.start && a.min === b.min && a.max === b.max);
}

/** A section is added up otherwise while a part directly below it moves. */
function movesBelow({ chosen }: LoweredPart, { moving }: Lowering): boolean {
  return [...chosen.keys()].some((part) => moving.has(part));
}

/** Everything that lowering a part reads beside the parts below it. */
function expressionsOf(index: number, program: Program): readonly (Expression | null)[] {
  const part = at(program.parts, index);
  const applies = part.applies?.condition ?? null;
  if (part.kind === "item") return [applies, ...part.lines.flatMap(expressionsOfLine)];
  const onParts = program.coefficients.filter(
    ({ appliesTo }) => appliesTo !== "total" && appliesTo.some((each) => part.parts.includes(each)),
  );
  return [applies, part.variants?.by ?? null, ...onParts.map(({ value }) => value)];
}
