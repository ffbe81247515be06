/**
 * The headings of the rubric's text as a tree, next to the editor. Up and down move, left and right collapse and
 * expand, Enter reveals the heading in the text, Escape closes.
 */
import type { OutlineEntry } from "@yardstick/service";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { base, controls, cssProperties } from "@yardstick/ui";
import { StoreElement } from "../base/store-element.js";

interface Row {
  readonly entry: OutlineEntry;
  readonly depth: number;
  /** Path of names from the top: stable while the text around the heading changes. */
  readonly id: string;
}

@customElement("ys-rubric-outline")
export class RubricOutline extends StoreElement {
  protected readonly topics = ["project", "evaluation", "cursor"] as const;
  @state() private entries: readonly OutlineEntry[] = [];
  @state() private folded: ReadonlySet<string> = new Set();
  @state() private current: string | null = null;
  #requestedText = "";
  #wantsFocus = false;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        overflow: auto;
        background: var(--paper);
        border-right: 1px solid var(--line);
        padding: var(--s2) 0;
      }
      [role="treeitem"] {
        display: flex;
        gap: var(--s2);
        align-items: baseline;
        padding: 3px var(--s3) 3px calc(var(--s3) + var(--depth) * 14px);
        cursor: default;
        white-space: nowrap;
      }
      [role="treeitem"]:hover {
        background: var(--bar);
      }
      [role="treeitem"]:focus-visible {
        outline: none;
        box-shadow: inset 0 0 0 2px var(--blue);
      }
      .here {
        background: var(--blue-wash);
      }
      .fold {
        width: 12px;
        flex: none;
        color: var(--ink-3);
      }
      .detail {
        color: var(--ink-3);
        font-size: var(--t-small);
        margin-left: auto;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override onChange(): void {
    super.onChange();
    void this.#read();
  }

  override render() {
    const rows = this.#rows();
    const here = this.#here(rows);
    const focused = rows.some(({ id }) => id === this.current) ? this.current : (here ?? rows[0]?.id);
    return html`<div role="tree" aria-label=${this.messages.outline} @keydown=${this.#onKeyDown}>
      ${rows.map((row) => this.#row(row, row.id === here, row.id === focused))}
    </div>`;
  }

  protected override updated(): void {
    if (!this.#wantsFocus) return;
    const item = this.renderRoot.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
    if (item === null) return;
    this.#wantsFocus = false;
    item.focus();
  }

  #row({ entry, depth, id }: Row, isHere: boolean, isFocusable: boolean): TemplateResult {
    const hasMore = entry.children.length > 0;
    const isOpen = !this.folded.has(id);
    return html`<div
      role="treeitem"
      class=${isHere ? "here" : ""}
      style=${cssProperties({ "--depth": String(depth) })}
      aria-level=${depth + 1}
      aria-expanded=${hasMore ? isOpen : nothing}
      aria-current=${isHere ? "true" : nothing}
      tabindex=${isFocusable ? 0 : -1}
      data-id=${id}
      @click=${() => this.#go(entry, id)}
    >
      <span
        class="fold"
        aria-hidden="true"
        @click=${(event: Event) => {
          event.stopPropagation();
          this.#fold(id, isOpen);
        }}
        >${hasMore ? (isOpen ? "▾" : "▸") : nothing}</span
      ><span class="name" title=${entry.name}>${entry.name}</span><span class="detail">${entry.detail ?? nothing}</span>
    </div>`;
  }

  #rows(): readonly Row[] {
    const visit = (entries: readonly OutlineEntry[], depth: number, above: string): Row[] =>
      entries.flatMap((entry) => {
        const id = `${above}/${entry.kind} ${entry.name}`;
        return [{ entry, depth, id }, ...(this.folded.has(id) ? [] : visit(entry.children, depth + 1, id))];
      });
    return visit(this.entries, 0, "");
  }

  /** The innermost row that contains the cursor of the text. */
  #here(rows: readonly Row[]): string | null {
    const at = this.store.cursor?.offset;
    if (at === undefined) return null;
    return rows.filter(({ entry: { span } }) => span[0] <= at && at <= span[1]).at(-1)?.id ?? null;
  }

  /** Requested once per text; a late response for an older text is ignored. */
  async #read(): Promise<void> {
    const { rubric, path } = this.store;
    if (rubric === this.#requestedText) return;
    this.#requestedText = rubric;
    const found = await this.store.request("outline", { rubric, path });
    if (found !== null && this.#requestedText === rubric) this.entries = found;
  }

  #go(entry: OutlineEntry, id: string): void {
    this.current = id;
    this.store.reveal(entry.nameSpan);
    this.dispatchEvent(new CustomEvent("gone"));
  }

  #fold(id: string, isFolding: boolean): void {
    this.folded = isFolding ? new Set([...this.folded, id]) : new Set([...this.folded].filter((each) => each !== id));
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    const rows = this.#rows();
    const id = (event.target as Element).closest<HTMLElement>("[data-id]")?.dataset["id"];
    const at = rows.findIndex((row) => row.id === id);
    const row = rows[at];
    if (row === undefined) return;
    const isOpen = row.entry.children.length > 0 && !this.folded.has(row.id);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") this.#go(row.entry, row.id);
    else if (event.key === "ArrowRight" && row.entry.children.length > 0 && !isOpen) this.#fold(row.id, false);
    else if (event.key === "ArrowLeft" && isOpen) this.#fold(row.id, true);
    else if (event.key === "ArrowLeft")
      this.#focus(
        rows
          .slice(0, at)
          .filter(({ depth }) => depth < row.depth)
          .at(-1),
      );
    else if (event.key === "ArrowRight") this.#focus(isOpen ? rows[at + 1] : undefined);
    else if (event.key === "Escape") this.dispatchEvent(new CustomEvent("close"));
    else if (to === undefined) return;
    else this.#focus(rows[to]);
    event.preventDefault();
  };

  #focus(row: Row | undefined): void {
    if (row === undefined) return;
    this.current = row.id;
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  override focus(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-rubric-outline": RubricOutline;
  }
}
