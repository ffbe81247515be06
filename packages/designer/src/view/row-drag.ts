/** Dragging a row by its grip: the drop target is highlighted, and the row is moved there on release. */
import type { Span } from "@yardstick/language";
import type { Landing, RubricForm } from "../form/rubric-form.js";
import type { SectionView } from "../model/document.js";
import type { ItemView } from "../model/item-view.js";

/** Where a dragged row would be dropped. */
export interface DropTarget {
  readonly start: number;
  readonly side: "before" | "after";
}

/** The operations of the form that dragging uses. */
export interface DragHost {
  readonly form: RubricForm;
  /** The rows that move together when one of them is dragged. */
  markedSpans(): readonly Span[];
  showDrop(target: DropTarget | null): void;
  land(landing: Landing, isOpening?: boolean): void;
}

/** Handles the drag events of the form. */
export class RowDrag {
  #dragged: readonly Span[] = [];
  #target: DropTarget | null = null;

  constructor(private readonly host: DragHost) {}

  begin(event: DragEvent, part: ItemView | SectionView): void {
    const marked = this.host.markedSpans();
    this.#dragged = marked.some(([start]) => start === part.span[0]) ? marked : [part.span];
    event.dataTransfer?.setData("text/plain", this.host.form.parts.textOf(this.#dragged));
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = "move";
  }

  readonly over = (event: DragEvent): void => {
    const row = rowOf(event);
    if (this.#dragged.length === 0 || row === null) return;
    const start = Number(row.dataset["part"]);
    if (!this.#mayLand(start)) {
      this.#show(null);
      return;
    }
    event.preventDefault();
    const box = row.getBoundingClientRect();
    const isAfter = this.#isInto(start) || event.clientY > box.top + box.height / 2;
    this.#show({ start, side: isAfter ? "after" : "before" });
  };

  readonly drop = (event: DragEvent): void => {
    const drop = this.#target;
    const dragged = this.#dragged;
    const isInto = drop !== null && this.#isInto(drop.start);
    this.end();
    if (drop === null || dragged.length === 0) return;
    event.preventDefault();
    const at: Span = [drop.start, drop.start];
    const { parts } = this.host.form;
    this.host.land(parts.moveTo(dragged, isInto ? { into: at, at: "first" } : { beside: at, side: drop.side }), false);
  };

  /** Not onto itself, and no top-level section among the items of another. */
  #mayLand(start: number): boolean {
    if (this.#dragged.some(([from, to]) => start >= from && start < to)) return false;
    return this.host.form.parts.at([start, start]) !== null;
  }

  /** Items dropped on a heading are added to its section; a section is placed next to it. */
  #isInto(start: number): boolean {
    const { parts } = this.host.form;
    const target = parts.at([start, start])?.part;
    const isItems = this.#dragged.every((span) => parts.at(span)?.part.kind === "item");
    return target?.kind === "section" && isItems;
  }

  readonly end = (): void => {
    this.#dragged = [];
    this.#show(null);
  };

  #show(target: DropTarget | null): void {
    this.#target = target;
    this.host.showDrop(target);
  }
}

function rowOf(event: Event): HTMLElement | null {
  return (event.target as HTMLElement).closest<HTMLElement>(".it[data-part], [data-head]");
}
