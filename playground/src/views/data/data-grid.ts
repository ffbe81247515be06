/**
 * A table of cells. Arrow keys, Enter and Tab move the current cell, with Shift arrow keys extend the range; F2, a double
 * click or typing edits it; Enter or Tab commits, Ctrl+Enter fills the range, Esc restores the previous text, Delete
 * clears the range. Only the rows and columns in view are rendered. An invalid cell keeps its text and shows the reason.
 */
import { withMinusSign } from "@yardstick/exact";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { guard } from "lit/directives/guard.js";
import { cellId, plainId, type GridColumn, type GridView } from "../../store/grid-view.js";
import { sameName, withCell } from "../../project/project.js";
import { withoutRow, withRow } from "../../project/table-rows.js";
import { base, cssProperties } from "@yardstick/ui";
import { ColumnHeadings } from "./column-heading.js";
import { DisplayedCells } from "./displayed-cells.js";
import { copyRange, pasteText } from "./grid-clipboard.js";
import { GridKeyboard } from "./grid-keyboard.js";
import type { RowFilter } from "./grid-order.js";
import { columnsIn, isSingle, rangeOf, type Place, type Range } from "./grid-range.js";
import { gridStyles, ROW_HEIGHT } from "./grid-styles.js";
import { NUMBERS, pageOf, scrollToCell, viewportOf, type Viewport } from "./grid-viewport.js";
import { columnWidths } from "./grid-widths.js";
import { dataTexts, type DataTexts } from "../../messages/data.js";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-data-grid")
export class DataGrid extends StoreElement {
  protected readonly topics = ["selection", "save"] as const;

  protected override get messages(): DataTexts {
    return dataTexts[this.store.lang];
  }
  @property({ attribute: false }) view!: GridView;
  @state() private current: Place = { row: 0, at: 0 };
  /** The other end of the selected range. */
  @state() private anchor: Place = { row: 0, at: 0 };
  /** The rows of the table that are displayed, for drawing them again. */
  @state() private rows: readonly number[] = [];
  /** The text in the input while a cell is edited. */
  @state() private draft: string | null = null;
  @state() private port: Viewport = { first: 0, shown: 60, firstAt: 0, endAt: 24 };
  /** A notice about the part of a paste that did not fit. */
  @state() private notice = "";
  @query(".room") private room!: HTMLElement;
  @query("input") private field!: HTMLInputElement | null;
  #followed: unknown = null;
  /** The draft was typed over the cell. */
  #isTyped = false;
  readonly #keyboard = new GridKeyboard({
    state: () => ({
      place: this.current,
      rows: this.#cells.count,
      columns: this.view.columns.length,
      page: pageOf(this.room),
      draft: this.draft === null ? null : this.#isTyped ? "typed" : "edited",
    }),
    isOutside: (node) => !this.room.contains(node),
    keep: () => this.#keep(),
    moveTo: (place, isExtending) => this.#moveTo(place, isExtending),
    edgeFrom: (...where) => this.#cells.edgeFrom(...where),
    fillFrom: (side) => this.#cells.fillFrom(this.#range, side),
    acts: {
      undo: () => this.store.undo(),
      redo: () => this.store.redo(),
      all: () => this.#selectAll(),
      columns: () => this.#selectColumns(this.current.at),
      rows: () => this.#selectRows(this.current.row, false),
      edit: () => this.#edit(),
      // The input receives the character: it is focused before the character arrives, so that an input method can start
      // in it.
      type: () => this.#edit(""),
      clear: () => this.#cells.fillWith(this.#range, ""),
      "fill-range": () => this.#fill(),
      find: () => void this.dispatchEvent(new CustomEvent("find")),
      cancel: () => {
        this.draft = null;
        void this.updateComplete.then(() => this.focus());
      },
    },
  });
  readonly #cells = new DisplayedCells(() => this.store);
  readonly #headings = new ColumnHeadings();
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
        this.current = this.anchor = { row: 0, at: 0 };
        this.draft = null;
        this.room.scrollTo(0, 0);
      }
      this.#cells.show(this.view);
      this.#arranged();
      this.#widths = columnWidths(this.view, (column) =>
        this.#headings.under(column, this.#isUndeclared(column.field), this.messages),
      );
      if (this.hasUpdated) this.#measure();
    }
    const { cell } = this.store;
    if (cell === null || cell === this.#followed) return;
    const isHere = cell.role === this.view.role && (cell.role !== "list" || sameName(cell.name, this.view.name));
    const at = this.view.columns.findIndex(({ header }) => sameName(header, cell.column));
    if (!isHere || at < 0) return;
    this.#followed = cell;
    this.#keyboard.acted();
    this.current = this.anchor = { row: this.#cells.rowOf(cell.row), at };
    this.rows = this.#cells.rows;
    void this.updateComplete.then(() => this.focus());
  }

  override render() {
    const { view, messages } = this;
    const { count } = this.#cells;
    const from = Math.max(0, Math.min(this.port.first, count - this.port.shown));
    const to = Math.min(count, from + this.port.shown);
    const total = this.#widths.reduce((sum, width) => sum + width, NUMBERS);
    const isCurrentDrawn = this.current.row >= from && this.current.row < to;
    return html`<div
      class="room"
      tabindex=${isCurrentDrawn ? -1 : 0}
      @focus=${() => this.focus()}
      @scroll=${() => this.#measure()}
      @keydown=${this.#keyboard.onKeyDown}
      @keyup=${this.#keyboard.onKeyUp}
      @focusout=${this.#keyboard.onFocusOut}
      @dblclick=${() => this.#edit()}
      @paste=${this.#onPaste}
      @copy=${this.#onCopy}
      @cut=${this.#onCut}
      @pointerover=${this.#onDrag}
    >
      <div
        class="grid"
        role="grid"
        aria-label=${messages.cellsOf(view.name === "" ? messages.subjects : view.name)}
        aria-rowcount=${count + 1}
        aria-colcount=${view.columns.length + 1}
        aria-multiselectable="true"
        aria-describedby="keys"
        style=${cssProperties({ width: `max(100%, ${total}px)`, "--cols": `${NUMBERS}px ${this.#widths.map((width) => `${width}px`).join(" ")} 1fr` })}
      >
        <div class="head line" role="row" aria-rowindex="1">
          <span class="rn" role="columnheader"><span class="sr">${messages.rowNumber}</span></span>
          ${guard([view.columns, view.missing, messages, this.store.good === null], () =>
            view.columns.map((column, at) =>
              this.#headings.head(column, at, {
                view,
                messages,
                isUndeclared: this.#isUndeclared(column.field),
                select: () => this.#selectColumns(at),
              }),
            ),
          )}<span class="rest" role="presentation"></span>
        </div>
        <div class="rows" role="rowgroup" style=${cssProperties({ height: `${count * ROW_HEIGHT}px` })}>
          ${this.#rows(from, to)}
        </div>
      </div>
      <p id="keys" class="sr">${messages.gridKeys}</p>
      ${count === 0 ? html`<p class="empty">${view.table.rows.length === 0 ? messages.noRows : messages.noMatchingRows}</p>` : nothing}
      <p class="notice" role="status" ?hidden=${this.notice === ""}>${this.notice}</p>
    </div>`;
  }

  /** Whether the rubric declares no such column; false while there is no program. */
  #isUndeclared(field: GridColumn["field"]): boolean {
    return field === null && this.view.role !== "history" && this.store.good !== null;
  }

  /**
   * Renders a range of rows. Each row keeps its slot while it is in view, and a new row reuses the slot of one that
   * left: scrolling updates the text of the rows that changed and creates or moves no elements.
   */
  #rows(from: number, to: number): readonly unknown[] {
    const count = to - from;
    const { current, draft, port, messages } = this;
    const { columns, invalid, missing, table } = this.view;
    const range = this.#range;
    return Array.from({ length: count }, (_, slot) => {
      const row = from + ((((slot - from) % count) + count) % count);
      const own = row === current.row ? [current.at, draft] : [-1, null];
      const selected = columnsIn(range, row) ?? [-1, -1];
      const tableRow = this.#cells.tableRow(row);
      const content = [tableRow, table.rows[tableRow], table.header, columns, invalid, missing];
      return guard([row, ...content, port, messages, ...own, ...selected], () => this.#row(row));
    });
  }

  #row(row: number): TemplateResult {
    return html`<div
      class="line"
      role="row"
      aria-rowindex=${row + 2}
      style=${cssProperties({ top: `${row * ROW_HEIGHT}px` })}
    >
      <span
        class="rn"
        role="rowheader"
        aria-colindex="1"
        @pointerdown=${(event: PointerEvent) => this.#selectRows(row, event.shiftKey)}
        >${this.#cells.tableRow(row) + 1}</span
      >
      ${this.#drawn(row).map((at) => this.#cell(this.view.columns[at]!, row, at))}
    </div>`;
  }

  /**
   * The columns rendered for a row: those in view, the key column, which is sticky, and the current cell, which may
   * have the focus.
   */
  #drawn(row: number): readonly number[] {
    const { current, view } = this;
    const { firstAt, endAt } = this.port;
    const all = Array.from({ length: view.columns.length }, (_, at) => at);
    return all.filter(
      (at) => (at >= firstAt && at < endAt) || view.columns[at]!.isKey || (row === current.row && at === current.at),
    );
  }

  #cell(column: GridColumn, row: number, at: number): TemplateResult {
    const { messages, view } = this;
    const text = this.#cells.textAt(row, at);
    const id = plainId(this.#cells.tableRow(row), column.name);
    const range = this.#range;
    const isSelected = row >= range.top && row <= range.bottom && at >= range.left && at <= range.right;
    const invalid = view.invalid.get(id);
    const isMissing = view.missing.has(id);
    const isCurrent = this.current.row === row && this.current.at === at;
    const why = invalid?.text ?? (isMissing ? messages.missingFrom(view.missing.get(id) ?? null, "blank") : "");
    return html`<span
      class=${classMap({ n: column.isNumeric, key: column.isKey, bad: invalid !== undefined, none: isMissing, cur: isCurrent, sel: isSelected && !isSingle(range) })}
      style=${cssProperties({ "grid-column": `${at + 2}` })}
      role="gridcell"
      aria-colindex=${at + 2}
      data-row=${row}
      data-at=${at}
      tabindex=${isCurrent && this.draft === null ? 0 : -1}
      aria-selected=${isSelected}
      aria-invalid=${invalid === undefined ? nothing : "true"}
      title=${why === "" ? nothing : why}
      @pointerdown=${(event: PointerEvent) => this.#choose({ row, at }, event.shiftKey)}
      >${
        isCurrent && this.draft !== null
          ? html`<input
              .value=${this.draft}
              aria-label=${messages.cellOf(column.header, this.#cells.tableRow(row) + 1)}
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

  get #range(): Range {
    return rangeOf(this.anchor, this.current);
  }

  #choose(place: Place, isExtending = false): void {
    this.notice = "";
    this.#keyboard.acted();
    if (place.row === this.current.row && place.at === this.current.at && isSingle(this.#range)) return;
    if (this.draft !== null) this.#keep();
    this.current = place;
    if (!isExtending) this.anchor = place;
  }

  #selectRows(row: number, isExtending: boolean): void {
    this.#choose({ row, at: 0 }, isExtending);
    this.anchor = { row: this.anchor.row, at: this.view.columns.length - 1 };
    void this.updateComplete.then(() => this.focus());
  }

  #selectColumns(at: number): void {
    this.#choose({ row: 0, at });
    this.anchor = { row: Math.max(0, this.#cells.count - 1), at };
    void this.updateComplete.then(() => this.focus());
  }

  /** Extends the range while the button is held. */
  #onDrag = (event: PointerEvent): void => {
    if ((event.buttons & 1) === 0 || event.pointerType === "touch" || this.draft !== null) return;
    const cell = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset["at"] !== undefined);
    if (!(cell instanceof HTMLElement)) return;
    this.current = { row: Number(cell.dataset["row"]), at: Number(cell.dataset["at"]) };
  };

  /** After rows were filtered, sorted, added or removed. */
  #arranged(): void {
    if (this.rows === this.#cells.rows) return;
    this.rows = this.#cells.rows;
    const row = Math.max(0, Math.min(this.#cells.count - 1, this.current.row));
    if (row !== this.current.row) this.current = this.anchor = { ...this.current, row };
  }

  /** Displays only the rows with a cell in this state. */
  show(filter: RowFilter): void {
    this.#cells.arrange(filter);
    this.#arranged();
  }

  /** The page of the help about the field of the current cell, which F1 opens. */
  helpAt(): string {
    const { role, name, columns } = this.view;
    const column = columns[this.current.at];
    const field = column?.field?.name ?? column?.header ?? "";
    return `field ${role === "list" ? `${name} / ` : ""}${field}`;
  }

  /** Sorts the displayed rows by the column of the current cell; null restores the order of the table. */
  sort(isDescending: boolean | null): void {
    const column = this.view.columns[this.current.at];
    this.#cells.arrange(undefined, isDescending === null || column === undefined ? null : { column, isDescending });
    this.#arranged();
  }

  /** Moves to the next displayed cell that contains a text, or the previous one; returns how many contain it. */
  find(text: string, step: 1 | -1): number {
    const { place, count } = this.#cells.find(text, step, this.current);
    if (place !== null) {
      this.current = this.anchor = place;
      this.#scrollToCurrent();
    }
    return count;
  }

  /** Replaces a text in the current cell, or in all displayed cells, as one step of undo; returns in how many. */
  replace(text: string, by: string, isEverywhere: boolean): number {
    const count = this.#cells.replace(text, by, this.current, isEverywhere);
    if (!isEverywhere) this.find(text, 1);
    return count;
  }

  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (this.draft !== null || text === "" || this.view.columns.length === 0) return;
    event.preventDefault();
    const range = this.#range;
    const { end, notice } = pasteText(text, this.#cells, range, this.messages);
    this.current = { row: range.top, at: range.left };
    this.anchor = end;
    this.notice = notice;
  }

  /** Fills the range with the text that is being edited. */
  #fill(): void {
    const { draft } = this;
    if (draft === null) return;
    this.draft = null;
    this.#cells.fillWith(this.#range, draft);
    void this.updateComplete.then(() => this.focus());
  }

  #onCopy(event: ClipboardEvent): void {
    if (this.draft === null && this.view.columns.length > 0) copyRange(event, this.#cells, this.#range);
  }

  #onCut(event: ClipboardEvent): void {
    if (this.draft !== null || this.store.isReadOnly) return;
    this.#onCopy(event);
    this.#cells.fillWith(this.#range, "");
  }

  /** Adds an empty row under the current one and moves to it. */
  addRow(): void {
    const place = this.#cells.placeOf({ ...this.current, at: 0 });
    if (place === null) return;
    const isEmpty = this.view.table.rows.length === 0;
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
    const place = this.#cells.placeOf(this.current);
    if (place === null) return;
    this.store.editTables((tables) => withoutRow(tables, place), place);
    const row = Math.max(0, Math.min(this.current.row, this.#cells.count - 2));
    this.current = this.anchor = { ...this.current, row };
    void this.updateComplete.then(() => this.focus());
  }

  #selectAll(): void {
    this.anchor = { row: Math.max(0, this.#cells.count - 1), at: Math.max(0, this.view.columns.length - 1) };
    this.current = { row: 0, at: 0 };
  }

  #moveTo(place: Place, isExtending: boolean): void {
    this.current = place;
    if (!isExtending) this.anchor = place;
    this.#scrollToCurrent();
    void this.updateComplete.then(() => this.focus());
  }

  #edit(text?: string): void {
    const column = this.view.columns[this.current.at];
    if (this.draft !== null || column === undefined || this.store.isReadOnly || this.#cells.count === 0) return;
    this.#isTyped = text !== undefined;
    this.draft = text ?? this.#cells.textAt(this.current.row, this.current.at);
    this.performUpdate();
    this.field?.focus();
    if (!this.#isTyped) this.field?.select();
  }

  #keep(): void {
    const { draft } = this;
    if (draft === null) return;
    this.draft = null;
    this.#cells.write(this.current, draft);
  }

  #measure(): void {
    const next = viewportOf(this.room, this.#widths);
    const { port } = this;
    const isSame = next.first === port.first && next.shown === port.shown;
    if (!isSame || next.firstAt !== port.firstAt || next.endAt !== port.endAt) this.port = next;
  }

  #scrollToCurrent(): void {
    const keys = this.view.columns.findIndex(({ isKey }) => isKey) === 0 ? (this.#widths[0] ?? 0) : 0;
    scrollToCell(this.room, this.#widths, this.current, keys);
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
