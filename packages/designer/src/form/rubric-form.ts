/**
 * The form of one rubric, without a view: reads the text, returns the document to show, and converts the user's actions
 * to text edits. The text is the single source of truth; all state here is derived from it.
 */
import type { Analysis, Diagnostic, TextEdit } from "@yardstick/language";
import { fillSlot, type Refusal } from "../edit/fill-slot.js";
import { createField, type NewField } from "../edit/new-field.js";
import { choicesFor, type PickChoices } from "../edit/pick-choices.js";
import { asCondition, beginning, isWholeCondition } from "./conditions.js";
import { FormCore, type FormText, type Landing } from "./form-core.js";
import { DeclarationEdits } from "./declaration-edits.js";
import { LineEdits } from "./line-edits.js";
import { PartEdits } from "./part-edits.js";
import type { DocumentView } from "../model/document.js";
import type { Slot } from "../model/piece.js";

export type { FormText, Landing };

/** The form of one rubric: its document, its diagnostics, and all edits of it. */
export class RubricForm {
  readonly lines: LineEdits;
  readonly parts: PartEdits;
  readonly declarations: DeclarationEdits;
  readonly #core: FormCore;

  constructor(text: FormText) {
    this.#core = new FormCore(text);
    this.lines = new LineEdits(this.#core);
    this.parts = new PartEdits(this.#core);
    this.declarations = new DeclarationEdits(this.#core);
  }

  get analysis(): Analysis {
    return this.#core.analysis;
  }
  get view(): DocumentView {
    return this.#core.view;
  }
  /** Diagnostics of the current text, in the language of the interface. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#core.diagnostics;
  }

  fill(slot: Slot, value: string): Refusal | null {
    const filled = fillSlot(this.#core.parsed, slot, value);
    if (filled.kind === "refused") return filled.why;
    this.#core.apply(asCondition(this.#core.parsed, slot, value) ?? filled.edits);
    return null;
  }

  /** Fills a slot with a field that is declared in the same step. */
  fillWithNew(slot: Slot, field: NewField): Refusal | null {
    const filled = fillSlot(this.#core.parsed, slot, field.name);
    const created = createField(this.#core.parsed, field, slot.span[0]);
    if (filled.kind === "refused" || created === null) return "name";
    const isCompared = !["flag", "list", "choice", "scale"].includes(field.type);
    const edits = filled.edits.map((edit) =>
      isCompared && isWholeCondition(this.#core.parsed, slot)
        ? { ...edit, text: `${edit.text} ${beginning(field.type)}` }
        : edit,
    );
    this.#core.apply([...edits, ...created]);
    return null;
  }

  /** What the picker offers for a slot. `wasOfSection` is the choice for the last new field; null: there was none. */
  choicesFor(slot: Slot, wasOfSection: boolean | null): PickChoices {
    return choicesFor(this.analysis, slot, wasOfSection, (path) => this.#core.usedText(path));
  }

  /** Applies a fix that the checker suggests. */
  applyFix(edits: readonly TextEdit[]): void {
    this.#core.apply(edits);
  }

  /** Replaces the whole text in one step of undo. */
  replaceAll(text: string): void {
    this.#core.apply([{ span: [0, this.#core.rubric.length], text }]);
  }
}
