/**
 * The keyboard shortcuts of the form: undo, moving and adding rules and items, removing empty ones. Slots handle their
 * own keys first.
 */
import type { Span } from "@yardstick/language";
import type { DesignerStore } from "./designer-element.js";
import { partAt } from "../edit/places.js";
import type { Landing, RubricForm } from "../form/rubric-form.js";

/** The operations of the form that keyboard shortcuts use. */
export interface KeyHost {
  readonly form: RubricForm;
  readonly store: DesignerStore;
  readonly isMarking: boolean;
  markedSpans(): readonly Span[];
  /** Extends the selection to the row above or below. */
  extendMarks(start: number, by: -1 | 1): void;
  clearMarks(): void;
  land(landing: Landing, isOpening?: boolean): void;
  removeMarked(): void;
}

/** Handles the keyboard shortcuts of the form. */
export class FormKeys {
  constructor(private readonly host: KeyHost) {}

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || this.host.store.isReadOnly) return;
    const field = event.composedPath()[0] as HTMLElement;
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key);
    if (isUndo && !isDraft(field, this.host.store.rubric)) {
      event.preventDefault();
      if (event.key.toLowerCase() === "y" || event.shiftKey) this.host.store.redo();
      else this.host.store.undo();
      return;
    }
    if (this.#onMarkKey(event, field)) {
      event.preventDefault();
      return;
    }
    const line = field.closest<HTMLElement>("[data-line]")?.dataset["line"];
    const part = field.closest<HTMLElement>("[data-part]")?.dataset["part"];
    if (part === undefined) return;
    if (line !== undefined && this.#onLineKey(event, field, [Number(line), Number(line)])) event.preventDefault();
    else if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      field.blur();
      const place = this.host.form.parts.at([Number(part), Number(part)]);
      if (place?.part.kind === "item")
        this.host.land(this.host.form.lines.add(place.part, place.part.lines.length, "per"));
      else if (place?.part.kind === "section") this.host.land(this.host.form.parts.add("item", place.part, null));
    } else this.onPartKey(event, [Number(part), Number(part)]);
  };

  /** Shift+Alt with the arrow keys selects rows; further keys then apply to all of them. */
  #onMarkKey(event: KeyboardEvent, field: HTMLElement): boolean {
    const start = field.closest<HTMLElement>("[data-part]")?.dataset["part"];
    const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
    const by = event.key === "ArrowUp" ? -1 : 1;
    if (event.altKey && event.shiftKey && isArrow && start !== undefined) {
      this.host.extendMarks(Number(start), by);
      return true;
    }
    if (!this.host.isMarking) return false;
    if (event.altKey && isArrow) this.host.land(this.host.form.parts.move(this.host.markedSpans(), by), false);
    else if (event.key === "Delete" && !(field instanceof HTMLInputElement) && !field.isContentEditable)
      this.host.removeMarked();
    else if (event.key === "Escape") this.host.clearMarks();
    else return false;
    return true;
  }

  #onLineKey(event: KeyboardEvent, field: HTMLElement, span: Span): boolean {
    const form = this.host.form;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const to = form.lines.move(span, event.key === "ArrowUp" ? -1 : 1);
      this.host.land(to, false);
      return to !== null;
    }
    if (event.ctrlKey && event.key === "Enter") {
      field.blur();
      const item = partAt(form.analysis.rubric, span[0])?.part;
      if (item?.kind !== "item") return false;
      const at = item.lines.findIndex((each) => each.span[0] <= span[0] && span[0] <= each.span[1]);
      this.host.land(form.lines.add(item, at + 1, "per"));
      return true;
    }
    const isRemoval = event.key === "Delete" && (event.ctrlKey || field.classList.contains("todo"));
    if (!isRemoval) return false;
    this.host.land(form.lines.remove(span), false);
    return true;
  }

  onPartKey(event: KeyboardEvent, span: Span): void {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      const { parts, declarations } = this.host.form;
      const by = event.key === "ArrowUp" ? -1 : 1;
      this.host.land(parts.at(span) === null ? declarations.move(span, by) : parts.move([span], by), false);
    } else if (event.key === "Delete" && (event.target as HTMLElement).closest?.(".grip") !== null) {
      event.preventDefault();
      this.host.removeMarked();
    }
  }
}

/** Whether an input has text that is not in the rubric yet: undo applies to it first. */
function isDraft(field: HTMLElement, rubric: string): boolean {
  const at = field.dataset["at"];
  if (at === undefined) return field instanceof HTMLInputElement;
  const start = Number(at);
  if (field instanceof HTMLInputElement) return !rubric.slice(start).startsWith(field.value);
  return (
    field.isContentEditable && !rubric.slice(start, start + field.textContent.length + 2).includes(field.textContent)
  );
}
