/** Exports: the rubric as an office document, tables as CSV or a workbook, entry forms for all or one assessor, results as a workbook. */
import { dataTexts } from "../../messages/data.js";
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { csvFileOfGrid } from "@yardstick/tables";
import { download, fileNameOf } from "@yardstick/ui";
import { assessorsOfFields } from "../../project/assessors.js";
import type { TableText } from "../../project/project.js";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import type { FileRequest, PaperRequest } from "../../protocol/protocol.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Paper = Pick<PaperRequest, "format" | "lang">;
const PAPERS: readonly Paper[] = (["zh", "en"] as const).flatMap((lang) =>
  (["docx", "html"] as const).map((format) => ({ format, lang })),
);

@customElement("ys-export-screen")
export class ExportScreen extends ScreenElement {
  protected readonly topics = ["evaluation"] as const;
  @state() private hasFailed = false;

  static override styles = [base, controls, screenStyles];

  override render() {
    const { store } = this;
    const messages = this.screenMessages;
    const { name, good } = store;
    const assessors = good === null ? [] : [...new Set([...assessorsOfFields(good.program).values()].flat())];
    return html`<ys-screen-frame
      heading=${messages.exportTitle}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <h3>${messages.paper}</h3>
      <p class="note">${messages.paperWhy}</p>
      <div class="foot">${PAPERS.map((each) => this.#paper(each))}</div>
      ${this.hasFailed ? html`<p class="note warn" role="alert">${messages.paperFailed}</p>` : nothing}
      <h3>${messages.dataFiles}</h3>
      <div class="foot">
        ${store.tables.map((table) =>
          this.#button(messages.tableAsCsv(this.#label(table)), () =>
            download(fileNameOf(`${name} ${this.#label(table)}`, "csv"), csvFileOfGrid(table), "text/csv"),
          ),
        )}
        ${this.#workbook(messages.allAsXlsx, `${name} ${messages.dataFiles}`, { kind: "tables", title: name, tables: store.tables })}
      </div>
      <h3>${messages.entryForms}</h3>
      <p class="note">${messages.entryFormsWhy}</p>
      <div class="foot">
        ${this.#workbook(messages.formWhole, `${name} ${messages.entryForms}`, { kind: "form", assessor: null })}
        ${assessors.map((assessor) =>
          this.#workbook(messages.formOf(assessor), `${name} ${messages.entryForms} ${assessor}`, {
            kind: "form",
            assessor,
          }),
        )}
      </div>
      <h3>${messages.results}</h3>
      <div class="foot">
        ${good === null ? nothing : this.#workbook(messages.resultsAsXlsx, `${name} ${messages.results}`, { kind: "results" })}
        <button class="btn line" @click=${() => store.screens.show({ kind: "developer" })}>
          ${messages.developerOpen}
        </button>
      </div>
    </ys-screen-frame>`;
  }

  #button(label: string, act: () => unknown, isDisabled = false) {
    return html`<button class="btn line" ?disabled=${isDisabled} @click=${act}>${icon("out")}${label}</button>`;
  }

  #paper({ format, lang }: Paper) {
    const label = this.screenMessages.paperAs(format, lang);
    return this.#button(label, async () => {
      const { rubric, name } = this.store;
      const bytes = await this.store.request("paper", { rubric, format, lang });
      this.hasFailed = bytes === null;
      if (bytes !== null) download(fileNameOf(name, format), bytes, format === "docx" ? DOCX : "text/html");
    });
  }

  #workbook(label: string, fileName: string, request: FileRequest) {
    const write = async () => {
      const bytes = await this.store.request("write", request);
      if (bytes !== null) download(fileNameOf(fileName, "xlsx"), bytes, XLSX);
    };
    return this.#button(label, () => void write(), this.store.good === null);
  }

  #label({ role, name }: TableText): string {
    if (role === "list") return name;
    return role === "subjects"
      ? (this.store.good?.program.subject ?? this.messages.subjects)
      : dataTexts[this.store.lang][role];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-export-screen": ExportScreen;
  }
}
