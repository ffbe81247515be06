/**
 * A part on one subject, section or item: whether it applies, what it scores on its own scale, and what it is made of.
 */
import { rational, type Rational } from "@yardstick/exact";
import type { CoreProgram, PartNode, SectionNode } from "@yardstick/language/core";
import type { Scored, Sum } from "./section-total.js";
import type { Applicability } from "./applies.js";
import { APPLIES } from "./applies.js";
import type { ItemOutcome } from "./item.js";
import { itemOutcome } from "./item.js";
import type { Owner, Scope } from "./scope.js";
import type { SectionOutcome } from "./section.js";
import { sectionOutcome } from "./section.js";
import type { StepContext } from "./step.js";
import type { Pending } from "../values/value.js";
import { isPending } from "../values/value.js";

export interface PartOutcome extends Scored {
  readonly applicability: Applicability;
  /** Of an item that applies. */
  readonly item: ItemOutcome | null;
  /** Of a section that applies and whose variant is known. */
  readonly section: (SectionOutcome & { readonly chosen: readonly number[] }) | null;
  readonly provisional: boolean;
}

/** What a part asks of the subject it is computed for. */
export interface PartContext extends StepContext {
  readonly program: CoreProgram;
  readonly lenient: boolean;
  /** The score that a test gives for a part; null where it is computed. */
  decreed(part: number): Rational | null;
  scopeOf(part: number): Scope;
  applicability(part: number): Applicability;
  chosen(section: number): readonly number[] | Pending;
  /** The section's parts added up. */
  sumOf(parts: readonly number[]): { readonly sum: Sum; readonly provisional: boolean };
}

/** For reasons that name a part: after all fields and constants, in the order of the text. */
export function ownerOfPart(program: CoreProgram, index: number, part: PartNode): Owner {
  return { name: part.path, assessor: part.assessor, order: program.fields.length + 1 + index };
}

export function partOutcome(index: number, part: PartNode, context: PartContext): PartOutcome {
  const decree = context.decreed(index);
  if (decree !== null) return simple(index, APPLIES, decree);
  const own = context.applicability(index);
  // With `else: full` nothing that is merely unknown takes a part away.
  const holds = isPending(own.holds) && context.lenient ? true : own.holds;
  if (isPending(holds)) {
    const undecided = part.applies?.otherwise === null ? holds : null;
    return { ...simple(index, own, holds), applies: holds, undecided };
  }
  if (holds === false) {
    const otherwise = part.applies?.otherwise ?? null;
    return { ...simple(index, own, otherwise === null ? null : rational(otherwise)), applies: false };
  }
  if (part.kind === "section") return sectionPart(index, part, own, context);
  const item = itemOutcome(part, context.scopeOf(index), context.lenient, context);
  return { ...simple(index, own, item.score), item, provisional: own.trace.provisional || item.provisional };
}

function sectionPart(index: number, section: SectionNode, own: Applicability, context: PartContext): PartOutcome {
  const chosen = context.chosen(index);
  if (isPending(chosen)) return simple(index, own, context.lenient ? rational(section.full) : chosen);
  const { sum, provisional } = context.sumOf(chosen);
  const outcome = sectionOutcome(section, sum, context);
  return {
    ...simple(index, own, outcome.score),
    applies: outcome.score !== null,
    section: { ...outcome, chosen },
    undecided: sum.undecided,
    provisional: own.trace.provisional || provisional || outcome.provisional,
  };
}

function simple(part: number, own: Applicability, score: PartOutcome["score"]): PartOutcome {
  return {
    part,
    applicability: own,
    applies: true,
    item: null,
    section: null,
    score,
    undecided: null,
    provisional: own.trace.provisional,
  };
}
