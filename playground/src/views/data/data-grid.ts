/**
 * A table of cells. Arrow keys move the current cell; Enter, F2, a double click or typing edits it; Enter or Tab
 * commits, Esc restores the previous text, Delete clears. Only the rows and columns in view are rendered. An invalid
 * cell keeps its text and shows the reason.
 */
import { withMinusSign } from "@yardstick/exact";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { guard } from "lit/directives/guard.js";
import { cellId, plainId, type GridColumn, type GridView } from "../../store/grid-view.js";
import { cellText, sameName, withCell, type CellPlace } from "../../project/project.js";
import { copiedCells, leftOut, withBlock, withoutRow, withRow } from "../../project/table-rows.js";
import { base, cssProperties } from "@yardstick/ui";
import { gridStyles, HEAD_HEIGHT, ROW_HEIGHT } from "./grid-styles.js";
import { columnWidths } from "./grid-widths.js";
import { StoreElement } from "../base/store-element.js";

/** Rows rendered above and below those in view. */
const MARGIN = 12;
/** Columns rendered on both sides of those in view. */
const SIDE = 4;
/** Width of the row number column, in pixels. */
const NUMBERS = 38;

interface Place {
  readonly row: number;
  readonly at: number;
}

@customElement("ys-data-grid")
export class DataGrid extends StoreElement {
  protected readonly topics = ["selection", "save"] as const;
  @property({ attribute: false }) view!: GridView;
  @state() private current: Place = { row: 0, at: 0 };
  /** The text in the input while a cell is edited. */
  @state() private draft: string | null = null;
  @state() private first = 0;
  @state() private shown = 60;
  @state() private firstAt = 0;
  @state() private endAt = 24;
  /** A notice about the part of a paste that did not fit. */
  @state() private notice = "";
  @query(".room") private room!: HTMLElement;
  @query("input") private field!: HTMLInputElement | null;
  #followed: unknown = null;
  #widths: readonly number[] = [];
  #resizes = new ResizeObserver(() => this.#measure());

  static override styles = [base, gridStyles];

  isMissing(row: number, header: string): boolean {
    return this.view.missing.has(cellId(row, header));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  protected override firstUpdated(): void {
    this.#resizes.observe(this.room);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("view")) {
      const before = changed.get("view");
      if (before !== undefined && (before.role !== this.view.role || before.name !== this.view.name)) {
        this.current = { row: 0, at: 0 };
        this.draft = null;
        this.room.scrollTo(0, 0);
      }
      this.#widths = columnWidths(this.view, (column) => this.#under(column));
      if (this.hasUpdated) this.#measure();
    }
    const { cell } = this.store;
    if (cell === null || cell === this.#followed) return;
    const isHere = cell.role === this.view.role && (cell.role !== "list" || sameName(cell.name, this.view.name));
    const at = this.view.columns.findIndex(({ header }) => sameName(header, cell.column));
    if (!isHere || at < 0) return;
    this.#followed = cell;
    this.current = { row: cell.row, at };
    void this.updateComplete.then(() => this.focus());
  }

  override render() {
    const { view, messages } = this;
    const count = view.table.rows.length;
    const from = Math.max(0, Math.min(this.first, count - this.shown));
    const to = Math.min(count, from + this.shown);
    const total = this.#widths.reduce((sum, width) => sum + width, NUMBERS);
    const isCurrentDrawn = this.current.row >= from && this.current.row < to;
    return html`<div
      class="room"
      tabindex=${isCurrentDrawn ? -1 : 0}
      @focus=${() => this.focus()}
      @scroll=${() => this.#measure()}
      @keydown=${this.#onKeyDown}
      @dblclick=${() => this.#edit()}
      @paste=${this.#onPaste}
      @copy=${this.#onCopy}
    >
      <div
        class="grid"
        role="grid"
        aria-label=${messages.cellsOf(view.name === "" ? messages.subjects : view.name)}
        aria-rowcount=${count + 1}
        aria-colcount=${view.columns.length + 1}
        style=${cssProperties({ width: `max(100%, ${total}px)`, "--cols": `${NUMBERS}px ${this.#widths.map((width) => `${width}px`).join(" ")} 1fr` })}
      >
        <div class="head line" role="row" aria-rowindex="1">
          <span class="rn" role="columnheader"><span class="sr">${messages.rowNumber}</span></span>
          ${view.columns.map((column, at) => this.#head(column, at))}<span class="rest" role="presentation"></span>
        </div>
        <div class="rows" role="rowgroup" style=${cssProperties({ height: `${count * ROW_HEIGHT}px` })}>
          ${this.#rows(from, to)}
        </div>
      </div>
      ${count === 0 ? html`<p class="empty">${messages.noRows}</p>` : nothing}
      <p class="notice" role="status" ?hidden=${this.notice === ""}>${this.notice}</p>
    </div>`;
  }

  #head(column: GridColumn, at: number): TemplateResult {
    const { header, isKey, isNumeric, field } = column;
    return html`<span
      class=${classMap({ n: isNumeric, key: isKey, strange: this.#isUndeclared(field) })}
      role="columnheader"
      aria-colindex=${at + 2}
      title=${field?.documentation ?? ""}
      >${header}<small>${this.#under(column)}</small></span
    >`;
  }

  /** Whether the rubric declares no such column; false while there is no program. */
  #isUndeclared(field: GridColumn["field"]): boolean {
    return field === null && this.view.role !== "history" && this.store.good !== null;
  }

  /** The text under a column's name: its type or unit, and its assessor. */
  #under({ field, isKey, assessors }: GridColumn): string {
    const { messages } = this;
    if (field === null) return this.#isUndeclared(field) ? messages.notInRubric : "";
    const { type } = field;
    const unit = type.kind === "number" ? type.unit?.name : undefined;
    const kind = type.kind === "number" ? (unit ?? messages.fieldType[type.form]) : messages.fieldType[type.kind];
    const who = isKey
      ? messages.key
      : assessors.length > 1
        ? messages.andOthers(assessors[0] ?? "", assessors.length)
        : assessors[0];
    return [kind, who].filter((text) => text !== undefined).join(messages.dot);
  }

  /**
   * Renders a range of rows. Each row keeps its slot while it is in view, and a new row reuses the slot of one that
   * left: scrolling updates the text of the rows that changed and creates or moves no elements.
   */
  #rows(from: number, to: number): readonly unknown[] {
    const count = to - from;
    const { view, current, draft, firstAt, endAt, messages } = this;
    return Array.from({ length: count }, (_, slot) => {
      const row = from + ((((slot - from) % count) + count) % count);
      const own = row === current.row ? [current.at, draft] : [-1, null];
      return guard([row, view, firstAt, endAt, messages, ...own], () => this.#row(row));
    });
  }

  #row(row: number): TemplateResult {
    return html`<div
      class="line"
      role="row"
      aria-rowindex=${row + 2}
      style=${cssProperties({ top: `${row * ROW_HEIGHT}px` })}
    >
      <span class="rn" role="rowheader" aria-colindex="1">${row + 1}</span>
      ${this.#drawn(row).map((at) => this.#cell(this.view.columns[at]!, row, at))}
    </div>`;
  }

  /**
   * The columns rendered for a row: those in view, the key column, which is sticky, and the current cell, which may
   * have the focus.
   */
  #drawn(row: number): readonly number[] {
    const { current, view, firstAt, endAt } = this;
    const all = Array.from({ length: view.columns.length }, (_, at) => at);
    return all.filter(
      (at) => (at >= firstAt && at < endAt) || view.columns[at]!.isKey || (row === current.row && at === current.at),
    );
  }

  #cell(column: GridColumn, row: number, at: number): TemplateResult {
    const { messages, view } = this;
    const text = view.table.rows[row]?.[column.at] ?? "";
    const id = plainId(row, column.name);
    const invalid = view.invalid.get(id);
    const isMissing = view.missing.has(id);
    const isCurrent = this.current.row === row && this.current.at === at;
    const why = invalid?.text ?? (isMissing ? messages.missingFrom(view.missing.get(id) ?? null, "blank") : "");
    return html`<span
      class=${classMap({ n: column.isNumeric, key: column.isKey, bad: invalid !== undefined, none: isMissing, cur: isCurrent })}
      style=${cssProperties({ "grid-column": `${at + 2}` })}
      role="gridcell"
      aria-colindex=${at + 2}
      data-row=${row}
      data-at=${at}
      tabindex=${isCurrent && this.draft === null ? 0 : -1}
      aria-selected=${isCurrent}
      aria-invalid=${invalid === undefined ? nothing : "true"}
      title=${why === "" ? nothing : why}
      @pointerdown=${() => this.#choose({ row, at })}
      >${
        isCurrent && this.draft !== null
          ? html`<input
              .value=${this.draft}
              aria-label=${messages.cellOf(column.header, row + 1)}
              autocomplete="off"
              spellcheck="false"
              @input=${(event: Event) => (this.draft = (event.target as HTMLInputElement).value)}
              @blur=${() => this.#keep()}
            />`
          : isMissing
            ? messages.missing
            : column.isNumeric
              ? withMinusSign(text)
              : text
      }${invalid === undefined ? nothing : html`<span class="sr">${invalid.text}</span>`}</span
    >`;
  }

  #choose(place: Place): void {
    this.notice = "";
    if (place.row === this.current.row && place.at === this.current.at) return;
    if (this.draft !== null) this.#keep();
    this.current = place;
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.draft !== null) this.#onKeyInField(event);
    else this.#onKeyInGrid(event);
  }

  #onKeyInField(event: KeyboardEvent): void {
    switch (event.key) {
      case "Enter":
        this.#keep();
        this.#move(event.shiftKey ? -1 : 1, 0);
        break;
      case "Tab":
        this.#keep();
        this.#move(0, event.shiftKey ? -1 : 1);
        break;
      case "Escape":
        this.draft = null;
        void this.updateComplete.then(() => this.focus());
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #onKeyInGrid(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((this.room.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const { key } = event;
    const withControl = event.ctrlKey || event.metaKey;
    if (withControl && key.toLowerCase() === "z") {
      if (event.shiftKey) this.store.redo();
      else this.store.undo();
    } else if (withControl && key.toLowerCase() === "y") this.store.redo();
    else if (withControl && key === "Home") this.#move(-Infinity, -Infinity);
    else if (withControl && key === "End") this.#move(Infinity, Infinity);
    else if (withControl || event.altKey) return;
    else if (key === "ArrowDown") this.#move(1, 0);
    else if (key === "ArrowUp") this.#move(-1, 0);
    else if (key === "ArrowLeft") this.#move(0, -1);
    else if (key === "ArrowRight") this.#move(0, 1);
    else if (key === "PageDown") this.#move(page, 0);
    else if (key === "PageUp") this.#move(-page, 0);
    else if (key === "Home") this.#move(0, -Infinity);
    else if (key === "End") this.#move(0, Infinity);
    else if (key === "Enter" || key === "F2") this.#edit();
    else if (key === "Delete" || key === "Backspace") this.#write("");
    else if ([...key].length === 1 || key === "Process") {
      // The input receives the character: it is focused before the character arrives, so that an input method can start
      // in it.
      this.#edit("");
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Pastes cells from a spreadsheet, starting at the current cell, as one step of undo. */
  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const column = this.view.columns[this.current.at];
    if (this.draft !== null || text === "" || column === undefined) return;
    event.preventDefault();
    const place = this.#placeOf(column.header);
    const headers = this.view.columns.map(({ header }) => header);
    const block = copiedCells(text);
    this.store.editTables((tables) => withBlock(tables, place, headers, block), place);
    const beyond = leftOut(block, headers.length - this.current.at);
    this.notice = beyond > 0 ? this.messages.pasteBeyond(beyond) : "";
  }

  #onCopy(event: ClipboardEvent): void {
    const column = this.view.columns[this.current.at];
    if (this.draft !== null || column === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", cellText(this.view.table, this.current.row, column.header));
  }

  #placeOf(column: string): CellPlace {
    const { role, name } = this.view;
    return { role, name, row: this.current.row, column };
  }

  /** Adds an empty row under the current one and moves to it. */
  addRow(): void {
    const first = this.view.columns[0]?.header ?? "";
    const isEmpty = this.view.table.rows.length === 0;
    const place = this.#placeOf(first);
    const next = { ...place, row: isEmpty ? 0 : place.row + 1 };
    this.store.editTables(
      (tables) =>
        isEmpty
          ? withCell(withCell(tables, { ...place, row: 0 }, " "), { ...place, row: 0 }, "")
          : withRow(tables, place),
      next,
    );
    this.store.selectCell(next);
  }

  removeRow(): void {
    const place = this.#placeOf(this.view.columns[this.current.at]?.header ?? "");
    this.store.editTables((tables) => withoutRow(tables, place), place);
    this.current = { ...this.current, row: Math.max(0, Math.min(this.current.row, this.view.table.rows.length - 2)) };
    void this.updateComplete.then(() => this.focus());
  }

  #move(rows: number, columns: number): void {
    const lastRow = Math.max(0, this.view.table.rows.length - 1);
    const lastAt = this.view.columns.length - 1;
    this.current = {
      row: Math.min(lastRow, Math.max(0, this.current.row + rows)),
      at: Math.min(lastAt, Math.max(0, this.current.at + columns)),
    };
    this.#scrollToCurrent();
    void this.updateComplete.then(() => this.focus());
  }

  #edit(text?: string): void {
    const column = this.view.columns[this.current.at];
    if (this.draft !== null || column === undefined || this.store.isReadOnly || this.view.table.rows.length === 0)
      return;
    this.draft = text ?? cellText(this.view.table, this.current.row, column.header);
    this.performUpdate();
    this.field?.focus();
    if (text === undefined) this.field?.select();
  }

  #keep(): void {
    const { draft } = this;
    if (draft === null) return;
    this.draft = null;
    this.#write(draft);
  }

  #write(text: string): void {
    const column = this.view.columns[this.current.at];
    if (column === undefined || this.view.table.rows.length === 0) return;
    const { role, name } = this.view;
    this.store.editCell({ role, name, row: this.current.row, column: column.header }, text.trim());
  }

  #measure(): void {
    const first = Math.max(0, Math.floor((this.room.scrollTop - HEAD_HEIGHT) / ROW_HEIGHT) - MARGIN);
    const shown = Math.ceil(this.room.clientHeight / ROW_HEIGHT) + 2 * MARGIN;
    // In blocks, so that scrolling by a row does not render each time.
    this.first = first - (first % MARGIN);
    this.shown = shown + MARGIN;
    const { scrollLeft, clientWidth } = this.room;
    let [edge, firstAt, endAt] = [NUMBERS, 0, this.#widths.length];
    for (const [at, width] of this.#widths.entries()) {
      if (edge + width <= scrollLeft) firstAt = at + 1;
      edge += width;
      if (edge >= scrollLeft + clientWidth) {
        endAt = at + 1;
        break;
      }
    }
    this.firstAt = Math.max(0, firstAt - (firstAt % SIDE) - SIDE);
    this.endAt = endAt - (endAt % SIDE) + 2 * SIDE;
  }

  #scrollToCurrent(): void {
    const { room, current } = this;
    const top = HEAD_HEIGHT + current.row * ROW_HEIGHT;
    if (top - HEAD_HEIGHT < room.scrollTop) room.scrollTop = top - HEAD_HEIGHT;
    else if (top + ROW_HEIGHT > room.scrollTop + room.clientHeight)
      room.scrollTop = top + ROW_HEIGHT - room.clientHeight;
    const keys = this.view.columns.findIndex(({ isKey }) => isKey) === 0 ? (this.#widths[0] ?? 0) : 0;
    const left = NUMBERS + this.#widths.slice(0, current.at).reduce((sum, width) => sum + width, 0);
    const width = this.#widths[current.at] ?? 0;
    if (current.at > 0 && left - NUMBERS - keys < room.scrollLeft) room.scrollLeft = left - NUMBERS - keys;
    else if (left + width > room.scrollLeft + room.clientWidth) room.scrollLeft = left + width - room.clientWidth;
    this.#measure();
  }

  /** Focuses the current cell after scrolling it into view. */
  override focus(): void {
    this.#scrollToCurrent();
    this.performUpdate();
    this.renderRoot.querySelector<HTMLElement>(".cur")?.focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-data-grid": DataGrid;
  }
}
