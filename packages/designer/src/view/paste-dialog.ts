/**
 * Dialog for a table from Word or Excel: paste, read, compare its sums with those stated in its headings, and insert.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { base, controls, icon } from "@yardstick/ui";
import { DesignerElement } from "./designer-element.js";
import { cellsOf, mismatches, readTable, type PastedTable } from "../edit/pasted-table.js";
import { dialogStyles } from "./dialog-styles.js";

/** Detail of `put`: after the existing parts, or instead of them. */
export interface PutDetail {
  readonly table: PastedTable;
  readonly isReplacing: boolean;
}

/** The dialog element. Dispatches `put` with the table that was read. */
@customElement("ys-paste-dialog")
export class PasteDialog extends DesignerElement {
  protected readonly topics = [] as const;
  /** For a new rubric: the current text is not considered. */
  @property({ type: Boolean }) fresh = false;
  @state() private table: PastedTable | null = null;
  @state() private isRead = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("textarea") private area!: HTMLTextAreaElement;

  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(720px, calc(100vw - 16px));
      }
      textarea {
        width: 100%;
        min-height: 96px;
        border: 1px dashed var(--line-2);
        border-radius: var(--r2);
        background: var(--paper);
        font: inherit;
        color: inherit;
        padding: 8px;
        margin-top: var(--s2);
        resize: vertical;
        white-space: pre;
        overflow: auto;
      }
      .hint {
        color: var(--ink-2);
        padding-top: var(--s2);
      }
      .found {
        display: flex;
        flex-wrap: wrap;
        gap: 4px var(--s3);
        padding: var(--s2) 0;
        align-items: center;
      }
      .read {
        max-height: 260px;
        overflow: auto;
        border: 1px solid var(--hair);
      }
      th,
      td {
        padding: 3px 8px;
        border-bottom: 1px solid var(--hair);
        text-align: left;
        vertical-align: top;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--bar);
        color: var(--ink-3);
        font-size: var(--t-small);
      }
      tbody th {
        font-weight: var(--w-strong);
      }
      td.n,
      th.n {
        text-align: right;
      }
    `,
  ];

  get isShown(): boolean {
    return this.dialog?.open === true;
  }

  get #isAlone(): boolean {
    return this.fresh || this.store.rubric.trim() === "";
  }

  open(text = "", page = ""): void {
    this.table = null;
    this.isRead = false;
    this.dialog.showModal();
    this.area.value = text;
    if (text !== "") this.#read(text, page);
    this.area.focus();
  }

  override render(): TemplateResult {
    const { paste, questions } = this.messages;
    return html`<dialog aria-label=${paste.title}>
      <h2>${paste.title}</h2>
      <p class="hint">${paste.text}</p>
      <textarea
        aria-label=${paste.area}
        placeholder=${paste.area}
        @paste=${this.#onPaste}
        @input=${() => this.#read(this.area.value, "")}
      ></textarea>
      ${this.#found()}
      <p class="do">
        <span class="grow"></span>
        <button class="btn" @click=${() => this.dialog.close()}>${questions.cancel}</button>
        ${
          this.#isAlone
            ? nothing
            : html`<button class="btn line" ?disabled=${this.table === null} @click=${() => this.#put(true)}>
                ${paste.replaces}
              </button>`
        }
        <button class="btn main" ?disabled=${this.table === null} @click=${() => this.#put(false)}>
          ${this.#isAlone ? paste.put : paste.adds}
        </button>
      </p>
    </dialog>`;
  }

  #found(): TemplateResult | typeof nothing {
    const { messages } = this;
    const { paste } = messages;
    const { table } = this;
    if (table === null) return this.isRead ? html`<p class="found ochre" role="status">${paste.nothing}</p>` : nothing;
    const off = mismatches(table);
    return html`<div class="found" role="status">
        <b>${paste.found(table.sections.length, table.itemCount, table.total)}</b>
        ${
          off.length === 0
            ? html`<span class="sec">${icon("check")} ${paste.agree}</span>`
            : off.map(
                ({ name, stated, sum }) => html`<span class="red">${paste.mismatch(name, stated ?? "", sum)}</span>`,
              )
        }
      </div>
      <div class="read" tabindex="0" role="region" aria-label=${paste.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${paste.part}</th>
              <th scope="col" class="n">${paste.points}</th>
              <th scope="col">${paste.clause}</th>
            </tr>
          </thead>
          <tbody>
            ${table.sections.map(
              ({ name, sum, items }) =>
                html`<tr>
                    <th scope="row">${name}</th>
                    <td class="n"><b>${sum}</b></td>
                    <td></td>
                  </tr>
                  ${items.map(
                    (item) =>
                      html`<tr>
                        <td>${item.name}</td>
                        <td class="n">${item.points}</td>
                        <td class="sec">${item.clause}</td>
                      </tr>`,
                  )}`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #read(text: string, page: string): void {
    this.isRead = text.trim() !== "";
    this.table = this.isRead ? readTable(cellsOf(text, page), this.store.lang === "zh" ? "考核内容" : "targets") : null;
  }

  #onPaste = (event: ClipboardEvent): void => {
    const page = event.clipboardData?.getData("text/html") ?? "";
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (page === "") return;
    event.preventDefault();
    event.stopPropagation();
    this.area.value = text;
    this.#read(text, page);
  };

  #put(isReplacing: boolean): void {
    const { table } = this;
    if (table === null) return;
    this.dialog.close();
    this.dispatchEvent(new CustomEvent<PutDetail>("put", { detail: { table, isReplacing } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-paste-dialog": PasteDialog;
  }
}
