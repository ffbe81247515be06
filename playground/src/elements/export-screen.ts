/** Files out: tables as CSV or a workbook, entry forms whole or an assessor's part, results as a workbook. */
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { csvFileOfGrid } from "@yardstick/tables";
import { download, fileNameOf } from "../storage/download.js";
import { assessorsOfFields } from "../store/assessors.js";
import type { TableText } from "../store/project.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { screenStyles } from "../styles/screen.js";
import type { FileAsked } from "../worker/protocol.js";
import { icon } from "./icons.js";
import "./screen-frame.js";
import { StoreElement } from "./store-element.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

@customElement("ys-export-screen")
export class ExportScreen extends StoreElement {
  protected readonly topics = ["evaluation"] as const;

  static override styles = [base, controls, screenStyles];

  override render() {
    const { store } = this;
    const words = this.words.screens;
    const { name, good } = store;
    const assessors = good === null ? [] : [...new Set([...assessorsOfFields(good.program).values()].flat())];
    return html`<ys-screen-frame
      heading=${words.exportTitle}
      closeLabel=${words.close}
      @dismiss=${() => store.screens.close()}
    >
      <h3>${words.dataFiles}</h3>
      <div class="foot">
        ${store.tables.map((table) =>
          this.#button(words.tableAsCsv(this.#label(table)), () =>
            download(fileNameOf(`${name} ${this.#label(table)}`, "csv"), csvFileOfGrid(table), "text/csv"),
          ),
        )}
        ${this.#workbook(words.allAsXlsx, `${name} ${words.dataFiles}`, { kind: "tables", title: name, tables: store.tables })}
      </div>
      <h3>${words.entryForms}</h3>
      <p class="note">${words.entryFormsWhy}</p>
      <div class="foot">
        ${this.#workbook(words.formWhole, `${name} ${words.entryForms}`, { kind: "form", assessor: null })}
        ${assessors.map((assessor) =>
          this.#workbook(words.formOf(assessor), `${name} ${words.entryForms} ${assessor}`, { kind: "form", assessor }),
        )}
      </div>
      <h3>${words.results}</h3>
      <div class="foot">
        ${good === null ? nothing : this.#workbook(words.resultsAsXlsx, `${name} ${words.results}`, { kind: "results" })}
        <button class="btn line" @click=${() => store.screens.show({ kind: "developer" })}>
          ${words.developerOpen}
        </button>
      </div>
    </ys-screen-frame>`;
  }

  #button(label: string, act: () => void, isDisabled = false) {
    return html`<button class="btn line" ?disabled=${isDisabled} @click=${act}>${icon("out")}${label}</button>`;
  }

  #workbook(label: string, fileName: string, asked: FileAsked) {
    const write = async () => {
      const bytes = await this.store.ask("write", asked);
      if (bytes !== null) download(fileNameOf(fileName, "xlsx"), bytes, XLSX);
    };
    return this.#button(label, () => void write(), this.store.good === null);
  }

  #label({ role, name }: TableText): string {
    if (role === "list") return name;
    return role === "subjects" ? (this.store.good?.program.subject ?? this.words.subjects) : this.words[role];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-export-screen": ExportScreen;
  }
}
