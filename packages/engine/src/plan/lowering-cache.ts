/**
 * Parts and expressions as they were lowered before a change, for those that it leaves as they were: a slider moves one weight,
 * and the content of all other sections is not visited again. Kept as long as the rubric's text and constants are unchanged.
 */
import {
  type CoreProgram,
  type Expression,
  expressionsOfPart,
  type NumberStep,
  operandsOf,
  type PartNode,
} from "@yardstick/language/core";

import { at } from "../values/internal-error.js";
import type { Lowered } from "./lowered.js";
import type { LoweredPart, Lowering } from "./lowering.js";

/** What reads results, which a change elsewhere may move. */
export const READS_RESULTS: ReadonlySet<Expression["kind"]> = new Set(["reference", "cohort", "running", "previous"]);

interface Kept {
  readonly part: PartNode;
  readonly lowered: LoweredPart;
  /** What was added up in a section. */
  readonly below: readonly { readonly part: PartNode; readonly lowered: LoweredPart }[];
}

/** Parts and expressions of an earlier plan that a change leaves as they were. */
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
      return (
        now.addend.scale === part.addend.scale &&
        now.addend.share === part.addend.share &&
        by.part(lowered.part) === lowered
      );
    });
    return isSameBelow && !movesBelow(kept.lowered, by) ? kept.lowered : null;
  }

  /** Kept only where nothing is read that a change elsewhere could move. */
  keepPart(index: number, lowered: LoweredPart, by: Lowering): void {
    if (movesBelow(lowered, by)) return;
    if (!expressionsOf(index, by.program).every((node) => this.readsDataAlone(node))) return;
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

/** Whether all numbers of a part are as before; what it reads is the same while the text of the rubric is. */
function isSame(a: PartNode, b: PartNode): boolean {
  return (
    a.points === b.points &&
    a.full === b.full &&
    (a.kind !== "item" || b.kind !== "item" || a.start === b.start) &&
    a.steps.every((step, index) => isSameStep(step, b.steps[index]))
  );
}

function isSameStep(a: NumberStep, b: NumberStep | undefined): boolean {
  return b !== undefined && Object.entries(a).every(([name, value]) => value === b[name as keyof NumberStep]);
}

/** A section is added up otherwise while a part directly below it moves. */
function movesBelow({ chosen }: LoweredPart, { moving }: Lowering): boolean {
  return [...chosen.keys()].some((part) => moving.has(part));
}

/** Everything that lowering a part reads beside the parts below it. */
function expressionsOf(index: number, { parts, coefficients }: CoreProgram): readonly Expression[] {
  const part = at(parts, index);
  const below = part.kind === "item" ? [] : part.parts.flatMap((each) => at(parts, each).addend.steps);
  return [...expressionsOfPart(part), ...below.map(({ coefficient }) => at(coefficients, coefficient).value)];
}
