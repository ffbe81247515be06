/**
 * The data pane: one tab per table with its number of rows, the grid, and a foot that reports invalid and missing
 * cells.
 */
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { gridTables, gridView, type GridView } from "../../store/grid-view.js";
import { withRowChoice } from "../../project/import-tables.js";
import { findTable, type CellPlace, type TableRole } from "../../project/project.js";
import { base, controls, icon, type IconName } from "@yardstick/ui";
import { pane } from "../styles/pane.js";
import { tabs } from "../styles/tabs.js";
import "./data-grid.js";
import type { DataGrid } from "./data-grid.js";
import "./grid-tools.js";
import type { GridPort, GridTools } from "./grid-tools.js";
import { fileIntake } from "../base/load-file-intake.js";
import { dataTexts, type DataTexts } from "../../messages/data.js";
import { StoreElement } from "../base/store-element.js";
import { tabStrip } from "../base/tab-strip.js";

@customElement("ys-data-pane")
export class DataPane extends StoreElement {
  protected readonly topics = ["project", "evaluation", "selection", "save"] as const;

  protected override get messages(): DataTexts {
    return dataTexts[this.store.lang];
  }
  @state() private tab = "subjects:";
  @state() private hasTools = false;
  @query("ys-data-grid") private grid!: DataGrid;
  @query("ys-grid-tools") private tools!: GridTools | null;
  #view: GridView | null = null;
  #viewOf: readonly unknown[] = [];
  /** The selected cell that was followed last, so that a tab chosen by the user is kept. */
  #followed: CellPlace | null = null;

  static override styles = [
    base,
    controls,
    pane,
    tabs,
    css`
      .act {
        padding: 0 7px;
      }
      @container (max-width: 940px) {
        .rare .long {
          display: none;
        }
      }
      @container (max-width: 560px) {
        .long {
          display: none;
        }
        /* The tabs have a line of their own. */
        .pane-head {
          flex-wrap: wrap;
          height: auto;
          row-gap: 0;
        }
        .pane-head .tabs {
          flex: 1 0 100%;
          height: var(--h-head);
        }
        .acts {
          margin-left: auto;
        }
      }
    `,
  ];

  protected override willUpdate(): void {
    const { cell } = this.store;
    if (cell !== null && cell !== this.#followed) this.tab = tabId(cell);
    this.#followed = cell;
  }

  override render() {
    const { store, messages } = this;
    const tables = gridTables(store.good, store.tables);
    const chosen = tables.find((table) => tabId(table) === this.tab) ?? tables[0];
    if (chosen === undefined) return nothing;
    const view = this.#currentView(chosen.role, chosen.name);
    return html`<h2 class="sr">${messages.pane.data}</h2>
      <div class="pane-head">
        ${tabStrip(
          messages.pane.data,
          tables.map(({ role, name }) => ({
            id: tabId({ role, name }),
            label: this.#label(role, name),
            count: String(findTable(store.tables, role, name)?.rows.length ?? 0),
          })),
          tabId(chosen),
          (id) => (this.tab = id),
        )}
        <span class="grow"></span>
        ${this.#actions(chosen)}
      </div>
      ${
        this.hasTools
          ? html`<ys-grid-tools
              .store=${store}
              .port=${this.#port}
              @close=${() => (this.hasTools = false)}
            ></ys-grid-tools>`
          : nothing
      }
      <ys-data-grid
        role="tabpanel"
        @find=${() => this.#openTools()}
        aria-label=${this.#label(chosen.role, chosen.name)}
        .store=${store}
        .view=${view}
      ></ys-data-grid>
      ${this.#foot(view)}`;
  }

  /** The grid, which is created after the bar that uses it. */
  readonly #port: GridPort = {
    find: (text, step) => this.grid.find(text, step),
    replace: (text, by, isEverywhere) => this.grid.replace(text, by, isEverywhere),
    filter: (filter) => this.grid.show(filter),
    sort: (isDescending) => this.grid.sort(isDescending),
    focus: () => this.grid.focus(),
  };

  #openTools(): void {
    this.hasTools = true;
    void this.updateComplete.then(() => this.tools?.focus());
  }

  #actions({ role, name }: { readonly role: TableRole; readonly name: string }) {
    const { store } = this;
    const { messages } = this;
    const button = (sign: IconName, label: string, act: () => void, changes: boolean, isRare = true) =>
      html`<button
        class=${isRare ? "btn act rare" : "btn act"}
        aria-label=${label}
        title=${label}
        ?disabled=${changes && store.isReadOnly}
        @click=${act}
      >
        ${icon(sign)}<span class="long" aria-hidden="true">${label}</span>
      </button>`;
    return html`<span class="row acts gap-0">
      ${button("addRow", messages.addRow, () => this.grid.addRow(), true)}
      ${button("removeRow", messages.removeRow, () => this.grid.removeRow(), true)}
      ${button("search", messages.gridTools.open, () => this.#openTools(), false)}
      ${button("dice", messages.sampleData, () => store.screens.show({ kind: "sample" }), true)}
      ${
        store.good?.program.parts.some(({ assessor }) => assessor !== null) === true
          ? button("folder", messages.collect, () => store.screens.show({ kind: "collect", files: [] }), false)
          : nothing
      }
      ${button("flag", messages.periods, () => store.screens.show({ kind: "period" }), false)}
      ${button("into", messages.importData, () => void fileIntake().then((intake) => intake.pickFiles(store, { role, name })), true, false)}
      ${button("out", messages.exportData, () => store.screens.show({ kind: "export" }), false, false)}
    </span>`;
  }

  #label(role: TableRole, name: string): string {
    switch (role) {
      case "list":
        return name;
      case "history":
        return this.messages.history;
      case "constants":
        return this.messages.constants;
      case "subjects":
        return this.store.good?.program.subject ?? this.messages.subjects;
    }
  }

  #foot(view: GridView) {
    const { messages, store } = this;
    const [first] = view.invalid.values();
    const count = view.invalid.size + view.others.length;
    const text = first?.text ?? view.others[0];
    return html`<div class="pane-foot">
      ${
        text === undefined
          ? html`<span class="fixed"
              >${store.good === null ? nothing : html`${icon("check")}${messages.noInvalidCells}`}</span
            >`
          : first === undefined
            ? html`<span class="message red" title=${text}
                >${icon("error")}${messages.invalidCells(count)}${messages.colon}${text}</span
              >`
            : html`<button
                class="message red"
                title=${text}
                @click=${() => store.goToCell({ role: view.role, name: view.name, row: first.row, column: first.column })}
              >
                ${icon("error")}${messages.invalidCells(count)}${messages.colon}${text}
              </button>`
      }
      ${this.#question(view)}
      <span class="grow"></span>
      ${
        view.missing.size === 0
          ? nothing
          : html`<button class="fixed ochre" @click=${() => this.#goToMissing(view)}>
              ${icon("clock")}${messages.missingCells(view.missing.size)}
            </button>`
      }
    </div>`;
  }

  /** The first row that needs a decision by the user, or that was excluded; the next one follows when it is settled. */
  #question({ role, name, questions }: GridView) {
    const { store } = this;
    const { messages } = this;
    const question =
      questions.find(({ isDoubted }) => isDoubted) ?? questions.find(({ key }) => key !== "") ?? questions[0];
    if (question === undefined) return nothing;
    const { key, text, isDoubted } = question;
    const decide = (as: "keep" | "leave") =>
      store.editTables((tables) => withRowChoice(tables, as, key), { role, name, row: 0, column: "" });
    const button = (label: string, as: "keep" | "leave") =>
      html`<button class="btn line small" ?disabled=${store.isReadOnly} @click=${() => decide(as)}>${label}</button>`;
    const canDecide = role === "subjects" && key !== "";
    return html`<span
        class=${isDoubted ? "message red" : "message"}
        title=${questions.map((each) => each.text).join("\n")}
        >${questions.length > 1 ? `${messages.rowsAside} ${questions.length}${this.messages.colon}` : nothing}${text}</span
      >
      ${canDecide ? button(messages.keepRow, "keep") : nothing}
      ${canDecide && isDoubted ? button(messages.leaveRow, "leave") : nothing}`;
  }

  #goToMissing(view: GridView): void {
    for (const row of view.table.rows.keys())
      for (const { header } of view.columns)
        if (this.grid.isMissing(row, header)) {
          this.store.goToCell({ role: view.role, name: view.name, row, column: header });
          return;
        }
  }

  #currentView(role: TableRole, name: string): GridView {
    const { good, tables } = this.store;
    const of = [good, tables, role, name] as const;
    if (this.#view === null || of.some((value, at) => value !== this.#viewOf[at])) {
      const before = this.#view?.role === role && this.#view.name === name ? this.#view : null;
      this.#view = gridView(good, tables, role, name, before);
      this.#viewOf = of;
    }
    return this.#view;
  }

  override focus(): void {
    this.grid.focus();
  }
}

function tabId({ role, name }: { readonly role: TableRole; readonly name: string }): string {
  return role === "list" ? `list:${name.normalize("NFC").trim()}` : `${role}:`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-data-pane": DataPane;
  }
}
