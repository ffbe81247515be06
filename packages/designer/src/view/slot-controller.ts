/** Handles input in slots: accepts what was typed or shows why it is rejected, and lets names be picked or created. */
import type { DesignerMessages } from "../messages/zh.js";
import type { Landing, RubricForm } from "../form/rubric-form.js";
import type { Slot } from "../model/piece.js";
import type { NamePicker } from "./name-picker.js";

/** The operations of the form that slots use. */
export interface SlotHost {
  readonly form: RubricForm;
  readonly messages: DesignerMessages;
  readonly store: { readonly isReadOnly: boolean; readonly rubric: string };
  picker(): NamePicker | null;
  land(landing: Landing, isOpening?: boolean): void;
  drawn(then: () => void): void;
  /** The current slot in the text for a slot as it was rendered. */
  current(slot: Slot): Slot;
  /** Called when the view must be rendered again. */
  changed(): void;
}

/** Commits values to slots, and keeps the reason why the last value was rejected. */
export class SlotController {
  #refusals: ReadonlyMap<number, string> = new Map();
  /** Where the last new field was declared; the default for the next one. */
  #isOfSection: boolean | null = null;

  constructor(private readonly host: SlotHost) {}

  refusalAt(start: number): string | null {
    return this.#refusals.get(start) ?? null;
  }

  forget(): void {
    this.#refusals = new Map();
  }

  commit(slot: Slot, value: string, field: HTMLElement): void {
    const { form, store } = this.host;
    if (store.isReadOnly) return;
    const show = (text: string): void => {
      if (field instanceof HTMLInputElement) field.value = text;
      else if (field.isContentEditable) field.textContent = text;
    };
    if (value.trim() === slot.value) {
      if (field instanceof HTMLInputElement || field.isContentEditable) show(slot.value);
      if (this.#refusals.has(slot.span[0])) {
        this.forget();
        this.host.changed();
      }
      return;
    }
    const why = form.fill(this.host.current(slot), value);
    if (why === "number" && slot.place === "value.Number" && isName(value)) {
      show(slot.value);
      this.pick({ ...slot, type: "reference", place: "reference.name" }, field, value.trim());
    } else if (why === null) this.#showNormalized(slot, field);
    else {
      if (field instanceof HTMLSelectElement) field.value = slot.value;
      this.#refuse(slot, this.host.messages.refusals[why](value));
    }
  }

  pick(slot: Slot, field: HTMLElement, typed: string): void {
    const { form } = this.host;
    const at = slot.span[0];
    this.host.picker()?.open(
      field,
      {
        ...form.choicesFor(slot, this.#isOfSection),
        onPick: (name) => this.#picked(slot, form.fill(slot, name), name, at),
        onCreate: (created) => {
          this.#isOfSection = created.isOfSection;
          this.#picked(slot, form.fillWithNew(slot, created), created.name, at);
        },
      },
      typed,
    );
  }

  #refuse(slot: Slot, why: string): void {
    this.#refusals = new Map([[slot.span[0], why]]);
    this.host.changed();
  }

  /** Shows the value in the normalized form of the text: `.5` as `0.5`. */
  #showNormalized(slot: Slot, field: HTMLElement): void {
    this.host.drawn(() => {
      const at = Number(field.dataset["at"]);
      if (field instanceof HTMLInputElement && at === slot.span[0]) {
        const now = /^[\d.]+/.exec(this.host.store.rubric.slice(at))?.[0];
        if (now !== undefined) field.value = now;
      }
    });
  }

  #picked(slot: Slot, why: ReturnType<RubricForm["fill"]>, name: string, at: number): void {
    if (why !== null) {
      this.#refuse(slot, this.host.messages.refusals[why](name));
      return;
    }
    // A field declared before this position has shifted it.
    const shift = this.host.store.rubric.indexOf(name, at) - at;
    this.host.land(at + Math.max(0, shift), false);
  }
}

/** A name typed into a number slot denotes a field that provides the number. */
function isName(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]+$/u.test(text.trim());
}
