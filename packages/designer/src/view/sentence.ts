/**
 * Renders a sentence: its words, its slots by type, and the rows between its braces. Templates that are rendered into
 * the form's root.
 */
import { unitsText } from "@yardstick/exact";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { breakableName, icon, cssProperties } from "@yardstick/ui";
import type { DesignerMessages } from "../messages/zh.js";
import type { Piece, Row, Rows, Slot, Word } from "../model/piece.js";

/** The operations of the form that a sentence uses. */
export interface SentenceController {
  readonly messages: DesignerMessages;
  readonly isReadOnly: boolean;
  /** Why the last value typed into a slot was rejected, by the slot's start. */
  refusalAt(start: number): string | null;
  /** Whether an error lies within this slot. */
  isWrong(slot: Slot): boolean;
  commit(slot: Slot, value: string, field: HTMLElement): void;
  pick(slot: Slot, field: HTMLElement, typed: string): void;
  addRow(rows: Rows, anchor: HTMLElement): void;
  rowMenu(rows: Rows, row: Row, anchor: HTMLElement): void;
}

/** Renders the pieces of a sentence. */
export function sentence(pieces: readonly Piece[], controller: SentenceController): TemplateResult {
  return html`${pieces.map((piece, at) => {
    const next = pieces[at + 1];
    const before = pieces[at - 1];
    if (piece.kind === "rows") return rowsOf(piece, controller);
    if (piece.kind === "word") return isUnit(piece, before) ? nothing : wordOf(piece);
    if (next === undefined || !isUnit(next, piece)) return slotField(piece, controller);
    return html`<span class="nb">${slotField(piece, controller)}${wordOf(next as Word)}</span>`;
  })}`;
}

function wordOf({ text, isTight }: Word): TemplateResult {
  return html`<span class="kw ${isTight ? "tight" : ""}">${text}</span>`;
}

/** A number and its unit stay on one line. */
function isUnit(piece: Piece, before: Piece | undefined): boolean {
  return (
    piece.kind === "word" && piece.isTight && piece.role === null && before?.kind === "slot" && before.type === "number"
  );
}

interface FieldOptions {
  readonly label?: string;
  /** Underlined only on hover: names and departments, which are read more often than changed. */
  readonly isPlain?: boolean;
}

/** Renders one slot by its type. */
export function slotField(
  slot: Slot,
  controller: SentenceController,
  { label, isPlain = false }: FieldOptions = {},
): TemplateResult {
  const why = controller.refusalAt(slot.span[0]);
  const names = [
    "slot",
    isPlain ? "plain" : "",
    slot.isOpen ? "todo" : "",
    why !== null || (controller.isWrong(slot) && !slot.isOpen) ? "err" : "",
  ].join(" ");
  const name = label ?? `${controller.messages.slot[slot.type]} ${slot.value}`;
  return html`${fieldOf(slot, controller, names, name, isPlain)}${why === null ? nothing : html`<span class="red small" role="alert">${why}</span>`}`;
}

function fieldOf(
  slot: Slot,
  controller: SentenceController,
  names: string,
  label: string,
  isPlain: boolean,
): TemplateResult {
  const start = slot.span[0];
  switch (slot.type) {
    case "number":
      return html`<input
        class="${names} num"
        data-at=${start}
        inputmode="decimal"
        autocomplete="off"
        aria-label=${label}
        ?readonly=${controller.isReadOnly}
        style=${cssProperties({ width: `calc(${isPlain ? slot.value.length : Math.max(slot.value.length, 2)}ch + ${isPlain ? 9 : 12}px)` })}
        .value=${slot.value}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        @keydown=${(event: KeyboardEvent) => onNumberKey(event, slot, controller)}
        @blur=${(event: Event) => controller.commit(slot, (event.target as HTMLInputElement).value, event.target as HTMLElement)}
      />`;
    case "reference":
      return html`<button
        class=${names}
        data-at=${start}
        aria-haspopup="dialog"
        aria-label=${slot.isOpen ? controller.messages.openReference : label}
        ?disabled=${controller.isReadOnly}
        @click=${(event: Event) => controller.pick(slot, event.currentTarget as HTMLElement, "")}
        @keydown=${(event: KeyboardEvent) => onReferenceKey(event, slot, controller)}
      >
        ${slot.isOpen ? controller.messages.openReference : breakableName(slot.value)}
      </button>`;
    case "choice":
      return html`<select
        class="${names} ${slot.place.startsWith("comparison") || slot.place.startsWith("bandKey") ? "" : "quiet"}"
        data-at=${start}
        aria-label=${label}
        ?disabled=${controller.isReadOnly}
        style=${cssProperties({ width: `calc(${widthOf(slot)}em + 10px)` })}
        @change=${(event: Event) => controller.commit(slot, (event.target as HTMLSelectElement).value, event.target as HTMLElement)}
      >
        ${slot.options.map(({ written, label: text }) => html`<option value=${written} ?selected=${written === slot.value}>${text}</option>`)}
      </select>`;
    default:
      return html`<span
        class="${names} wrap"
        data-at=${start}
        data-open=${controller.messages.openText}
        role="textbox"
        tabindex="0"
        aria-label=${label}
        aria-readonly=${controller.isReadOnly}
        contenteditable=${controller.isReadOnly ? "false" : "plaintext-only"}
        ${ref((field) => showText(field, slot.value))}
        @focus=${selectAll}
        @keydown=${(event: KeyboardEvent) => onTextKey(event, slot, controller)}
        @blur=${(event: Event) => {
          const field = event.target as HTMLElement;
          controller.commit(slot, field.textContent, field);
        }}
      ></span>`;
  }
}

const shownIn = new WeakMap<Element, string>();

/** Shows a text in a field that is edited in place, with breaks as in `breakableName`. A text that is shown already stays as it was edited. */
function showText(field: Element | undefined, text: string): void {
  if (field === undefined || shownIn.get(field) === text) return;
  shownIn.set(field, text);
  field.replaceChildren(
    ...text.split(/(?<=_)/u).flatMap((word, at) => (at === 0 ? [word] : [document.createElement("wbr"), word])),
  );
}

/** The width of the current label; by default, a select is as wide as its widest option. */
function widthOf({ options, value }: Slot): number {
  const label = options.find(({ written }) => written === value)?.label ?? value;
  return [...label].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.6), 0);
}

function onNumberKey(event: KeyboardEvent, slot: Slot, controller: SentenceController): void {
  const field = event.target as HTMLInputElement;
  if (event.altKey || event.ctrlKey || event.isComposing) return;
  if (event.key === "Enter") controller.commit(slot, field.value, field);
  else if (event.key === "Escape") {
    if (field.value === slot.value) return;
    field.value = slot.value;
    event.stopPropagation();
  } else if (event.key === "ArrowUp" || event.key === "ArrowDown")
    field.value = stepped(field.value, event.key === "ArrowUp" ? 1n : -1n);
  else return;
  event.preventDefault();
}

/** Changes the last decimal by one; never below zero. */
function stepped(text: string, by: bigint): string {
  const [, whole, decimals = ""] = /^(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return text;
  const value = BigInt(whole + decimals) + by;
  return unitsText(value < 0n ? 0n : value, decimals.length);
}

function onReferenceKey(event: KeyboardEvent, slot: Slot, controller: SentenceController): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1 || event.key === " ") return;
  event.preventDefault();
  controller.pick(slot, event.currentTarget as HTMLElement, event.key);
}

function onTextKey(event: KeyboardEvent, slot: Slot, controller: SentenceController): void {
  const field = event.target as HTMLElement;
  if (event.altKey || event.ctrlKey || event.isComposing) return;
  if (event.key === "Enter") {
    event.preventDefault();
    controller.commit(slot, field.textContent, field);
  } else if (event.key === "Escape" && field.textContent !== slot.value) {
    event.preventDefault();
    event.stopPropagation();
    field.textContent = slot.value;
  }
}

function selectAll(event: Event): void {
  getSelection()?.selectAllChildren(event.target as Node);
}

function rowsOf(rows: Rows, controller: SentenceController): TemplateResult {
  return rows.block === "byTable" ? bandsOf(rows, controller) : elementsOf(rows, controller);
}

function bandsOf(rows: Rows, controller: SentenceController): TemplateResult {
  return html`<table class="bands">
      <tbody>
        ${rows.rows.map(
          (row) =>
            html`<tr>
              <td>${sentence(row.key.length === 0 ? [] : row.key, controller)}</td>
              <td>${sentence(row.pieces, controller)}</td>
              <td>${tools(rows, row, controller)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${addition(rows, controller)}`;
}

function elementsOf(rows: Rows, controller: SentenceController): TemplateResult {
  const isInline = rows.block === "veto" && rows.rows.length <= 1;
  if (isInline) return html`${rows.rows.map((row) => sentence(row.pieces, controller))}${addition(rows, controller)}`;
  return html`<div class="rows ${rows.block}">
    ${rows.rows.map((row) => html`<div class="r"><span class="s">${sentence(row.pieces, controller)}</span>${tools(rows, row, controller)}</div>`)}
    ${addition(rows, controller)}
  </div>`;
}

/** Single effects and expectations have no actions, because the block requires one. */
function tools(rows: Rows, row: Row, controller: SentenceController): TemplateResult | typeof nothing {
  const isBare = !["fields", "levels", "grades", "byTable"].includes(rows.block);
  if (controller.isReadOnly || (isBare && rows.rows.length < 2)) return nothing;
  return html`<span class="row-end"
    ><button
      class="btn ico"
      aria-haspopup="menu"
      aria-label=${controller.messages.rowMenu}
      title=${controller.messages.rowMenu}
      @click=${(event: Event) => controller.rowMenu(rows, row, event.currentTarget as HTMLElement)}
    >
      ${icon("more")}
    </button></span
  >`;
}

function addition(rows: Rows, controller: SentenceController): TemplateResult | typeof nothing {
  const label = controller.messages.row[rows.block];
  if (controller.isReadOnly || label === undefined) return nothing;
  return html`<button
    class="more-row"
    data-more=${rows.block}
    @click=${(event: Event) => controller.addRow(rows, event.currentTarget as HTMLElement)}
  >
    ${icon("plus")}${label}
  </button>`;
}
