/** The selection of several rows, by grips or by keys, and the bar at the foot of the form with its actions. */
import { html, nothing, type TemplateResult } from "lit";
import type { Span } from "@yardstick/language";
import { icon } from "@yardstick/ui";
import type { RubricForm } from "../form/rubric-form.js";
import type { PartView } from "../model/document.js";
import type { DesignerMessages } from "../messages/zh.js";

/** The selected rows, identified by their start offsets. */
export class PartMarks {
  starts: readonly number[] = [];
  /** Start of the row from which Shift extends the selection. */
  #anchor: number | null = null;

  constructor(
    private readonly form: RubricForm,
    private readonly onChange: () => void,
  ) {}

  get spans(): readonly Span[] {
    return this.starts.flatMap((start) => {
      const place = this.form.parts.at([start, start]);
      return place === null ? [] : [place.part.span];
    });
  }

  has(start: number): boolean {
    return this.starts.includes(start);
  }

  set(starts: readonly number[]): void {
    this.starts = [...new Set(starts)].sort((a, b) => a - b);
    if (this.starts.length === 0) this.#anchor = null;
    this.onChange();
  }

  clear(): void {
    if (this.starts.length > 0) this.set([]);
  }

  /** Adjusts the selection after the text has changed. */
  move(moved: (at: number) => number): void {
    this.starts = this.starts.map(moved);
    if (this.#anchor !== null) this.#anchor = moved(this.#anchor);
  }

  /** A click selects this row alone; with Ctrl it toggles the row, with Shift it selects all rows from the last one. */
  onGrip(event: MouseEvent, start: number): void {
    if (event.shiftKey && this.#anchor !== null) this.set(this.#between(this.#anchor, start));
    else {
      const isToggle = event.ctrlKey || event.metaKey;
      this.#anchor = start;
      this.set(
        !isToggle ? [start] : this.has(start) ? this.starts.filter((each) => each !== start) : [...this.starts, start],
      );
    }
  }

  add(start: number): void {
    this.#anchor ??= start;
    this.set([...this.starts, start]);
  }

  /** From the focused row: selects it first, then extends by one row at a time, or shrinks in the other direction. */
  extend(start: number, by: -1 | 1): void {
    const rows = rowsIn(this.form.view.parts);
    if (this.#anchor === null || this.starts.length === 0) {
      this.#anchor = start;
      this.set([start]);
      return;
    }
    const from = rows.indexOf(this.#anchor);
    const first = rows.indexOf(this.starts[0] ?? start);
    const last = rows.indexOf(this.starts.at(-1) ?? start);
    const to = rows[(first < from ? first : last) + by] ?? rows[first < from ? first : last];
    if (to !== undefined) this.set(this.#between(this.#anchor, to));
  }

  #between(from: number, to: number): readonly number[] {
    const rows = rowsIn(this.form.view.parts);
    const [a, b] = [rows.indexOf(from), rows.indexOf(to)];
    return rows.slice(Math.min(a, b), Math.max(a, b) + 1);
  }
}

/** Items in the order on the screen. */
function rowsIn(parts: readonly PartView[]): readonly number[] {
  return parts.flatMap((part): readonly number[] => {
    if (part.kind === "item") return [part.span[0]];
    return part.kind === "section" ? rowsIn([...part.parts, ...part.cases.flatMap((each) => each.parts)]) : [];
  });
}

/** The operations of the form that the selection bar uses. */
export interface MarkController {
  readonly messages: DesignerMessages;
  readonly isReadOnly: boolean;
  copy(): void;
  duplicate(): void;
  moveTo(anchor: HTMLElement): void;
  remove(): void;
  clear(): void;
  undo(): void;
}

/** `removed` is what was just deleted; null after any other action. */
export function markBar(
  count: number,
  removed: string | null,
  { messages, isReadOnly, ...controller }: MarkController,
): TemplateResult | typeof nothing {
  const { marks } = messages;
  if (count > 0)
    return html`<div class="marks" role="toolbar" aria-label=${marks.label}>
      <b role="status">${marks.count(count)}</b>
      <button class="btn" @click=${() => controller.copy()}>${messages.copy}</button>
      ${
        isReadOnly
          ? nothing
          : html`<button class="btn" @click=${() => controller.duplicate()}>${messages.duplicate}</button>
              <button
                class="btn"
                aria-haspopup="menu"
                @click=${(event: Event) => controller.moveTo(event.currentTarget as HTMLElement)}
              >
                ${messages.moveIn}
              </button>
              <button class="btn" @click=${() => controller.remove()}>${messages.remove}</button>`
      }
      <span class="grow"></span>
      <button class="btn ico" aria-label=${marks.clear} title=${marks.clear} @click=${() => controller.clear()}>
        ${icon("close")}
      </button>
    </div>`;
  if (removed === null) return nothing;
  return html`<div class="marks" role="status">
    <span class="cut">${marks.removed(removed)}</span>
    <button class="btn line" @click=${() => controller.undo()}>${marks.undo}</button>
  </div>`;
}
