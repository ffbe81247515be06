/** The keys of the form: undo, moving and adding lines and items, taking out what is empty. Slots have taken their own before. */
import type { Span } from "@yardstick/language";
import type { Workbench } from "../../store/workbench.js";
import { partAt } from "../edit/places.js";
import type { Landing, RubricForm } from "../form.js";

export interface KeyHost {
  readonly form: RubricForm;
  readonly store: Workbench;
  land(landing: Landing, isOpening?: boolean): void;
  removeMarked(): void;
}

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
    const line = field.closest<HTMLElement>("[data-line]")?.dataset["line"];
    const part = field.closest<HTMLElement>("[data-part]")?.dataset["part"];
    if (part === undefined) return;
    if (line !== undefined && this.#onLineKey(event, field, [Number(line), Number(line)])) event.preventDefault();
    else if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      field.blur();
      const place = this.host.form.partAt([Number(part), Number(part)]);
      if (place?.part.kind === "item")
        this.host.land(this.host.form.addLine(place.part, place.part.lines.length, "per"));
      else if (place?.part.kind === "section") this.host.land(this.host.form.addPart("item", place.part, null));
    } else this.onPartKey(event, [Number(part), Number(part)]);
  };

  #onLineKey(event: KeyboardEvent, field: HTMLElement, span: Span): boolean {
    const form = this.host.form;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const to = form.moveLine(span, event.key === "ArrowUp" ? -1 : 1);
      this.host.land(to, false);
      return to !== null;
    }
    if (event.ctrlKey && event.key === "Enter") {
      field.blur();
      const item = partAt(form.analysis.rubric, span[0])?.part;
      if (item?.kind !== "item") return false;
      const at = item.lines.findIndex((each) => each.span[0] <= span[0] && span[0] <= each.span[1]);
      this.host.land(form.addLine(item, at + 1, "per"));
      return true;
    }
    const isRemoval = event.key === "Delete" && (event.ctrlKey || field.classList.contains("todo"));
    if (!isRemoval) return false;
    this.host.land(form.removeLine(span), false);
    return true;
  }

  onPartKey(event: KeyboardEvent, span: Span): void {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      this.host.land(this.host.form.movePart(span, event.key === "ArrowUp" ? -1 : 1), false);
    } else if (event.key === "Delete" && (event.target as HTMLElement).closest?.(".grip") !== null) {
      event.preventDefault();
      this.host.removeMarked();
    }
  }
}

/** Whether something was typed into a field that is not in the text yet: undo means that first. */
function isDraft(field: HTMLElement, rubric: string): boolean {
  const at = field.dataset["at"];
  if (at === undefined) return field instanceof HTMLInputElement;
  const start = Number(at);
  if (field instanceof HTMLInputElement) return !rubric.slice(start).startsWith(field.value);
  return (
    field.isContentEditable && !rubric.slice(start, start + field.textContent.length + 2).includes(field.textContent)
  );
}
