/** A row that is dragged by its grip: where it may land lights up, and where it is let go it is moved to. */
import type { Span } from "@yardstick/language";
import type { Landing, RubricForm } from "../form.js";
import type { SectionView } from "../model/document.js";
import type { ItemView } from "../model/item-view.js";

export interface DropTarget {
  readonly start: number;
  readonly side: "before" | "after";
}

export interface DragHost {
  readonly form: RubricForm;
  showDrop(target: DropTarget | null): void;
  land(landing: Landing, isOpening?: boolean): void;
}

export class RowDrag {
  #dragged: Span | null = null;
  #target: DropTarget | null = null;

  constructor(private readonly host: DragHost) {}

  begin(event: DragEvent, part: ItemView | SectionView): void {
    this.#dragged = part.span;
    event.dataTransfer?.setData("text/plain", this.host.form.textOf([part.span]));
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = "move";
  }

  readonly over = (event: DragEvent): void => {
    const dragged = this.#dragged;
    const row = rowOf(event);
    if (dragged === null || row === null) return;
    const start = Number(row.dataset["part"]);
    if (start >= dragged[0] && start < dragged[1]) {
      this.#show(null);
      return;
    }
    event.preventDefault();
    const box = row.getBoundingClientRect();
    const isHead = row.dataset["head"] !== undefined;
    this.#show({ start, side: isHead || event.clientY > box.top + box.height / 2 ? "after" : "before" });
  };

  readonly drop = (event: DragEvent): void => {
    const drop = this.#target;
    const dragged = this.#dragged;
    this.#show(null);
    this.#dragged = null;
    if (drop === null || dragged === null) return;
    event.preventDefault();
    const target = this.host.form.partAt([drop.start, drop.start]);
    const own = this.host.form.partAt(dragged);
    if (target === null || own === null) return;
    if (target.part.kind === "section" && own.part.kind === "item") {
      const first = target.part.parts.findIndex(({ kind }) => kind !== "data");
      this.host.land(this.host.form.movePartTo(dragged, target.part, Math.max(0, first)), false);
      return;
    }
    const isSameList = own.into?.span[0] === target.into?.span[0];
    const before = isSameList && own.index < target.index ? 1 : 0;
    this.host.land(
      this.host.form.movePartTo(dragged, target.into, target.index - before + (drop.side === "after" ? 1 : 0)),
      false,
    );
  };

  readonly end = (): void => {
    this.#dragged = null;
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
