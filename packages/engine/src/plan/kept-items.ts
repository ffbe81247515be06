/**
 * Items as they were lowered before a change, for those that it leaves as they were: a slider moves one weight, and the
 * lines of all the other items need not be gone through again.
 */
import type { Expression, Item, Line } from "@yardstick/language/program";
import { operandsOf } from "../reference/expression-tree.js";
import { expressionsOfItem } from "../reference/expressions-of-item.js";
import type { LoweredPart } from "./lowering.js";

export class KeptItems {
  private readonly items = new Map<readonly Line[], { readonly item: Item; readonly lowered: LoweredPart }>();
  private readonly plain = new Map<readonly Line[], boolean>();

  /** Null: not known, or changed. */
  find(index: number, item: Item): LoweredPart | null {
    const kept = this.items.get(item.lines);
    return kept === undefined || kept.lowered.part !== index || !isSame(kept.item, item) ? null : kept.lowered;
  }

  /** Kept only where nothing is read that a change elsewhere could move. */
  keep(item: Item, lowered: LoweredPart): void {
    const isPlain =
      this.plain.get(item.lines) ?? [item.applies?.condition ?? null, ...expressionsOfItem(item)].every(readsDataAlone);
    this.plain.set(item.lines, isPlain);
    if (isPlain) this.items.set(item.lines, { item, lowered });
  }
}

function isSame(a: Item, b: Item): boolean {
  return (
    a.points === b.points &&
    a.start === b.start &&
    a.min === b.min &&
    a.max === b.max &&
    a.decimals === b.decimals &&
    a.form === b.form &&
    a.applies === b.applies
  );
}

function readsDataAlone(node: Expression | null): boolean {
  if (node === null) return true;
  if (node.kind === "reference" || node.kind === "cohort" || node.kind === "running" || node.kind === "previous")
    return false;
  return operandsOf(node).every(readsDataAlone);
}
