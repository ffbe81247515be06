/**
 * Collecting files of departments: the board of the departments, the preview of the merge, the questions to decide, and the
 * merge as one step that can be undone.
 */
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CollectAnswers } from "@yardstick/tables";
import { base, controls, download, fileNameOf, icon } from "@yardstick/ui";
import { collectMessages, type CollectMessages, type MergeCounts } from "../../messages/collect.js";
import { withReceived, withSent } from "../../project/collection.js";
import { columnAt, findTable, type CellPlace } from "../../project/project.js";
import type { FilesCollected, InputFile } from "../../protocol/protocol.js";
import { changedTables } from "../../protocol/table-changes.js";
import { copyText } from "../base/copy-text.js";
import { droppedFiles } from "../base/dropped-files.js";
import "../base/screen-frame.js";
import { StoreElement } from "../base/store-element.js";
import { screenStyles } from "../styles/screen.js";
import { board } from "./board.js";
import { collectStyles } from "./collect-styles.js";
import { cellGrid } from "./cell-grid.js";
import { fileTable, leftOut, otherChanges } from "./preview.js";
import { openQuestions, questions } from "./questions.js";
import { ruler } from "./ruler.js";
import { settledCounts } from "./settled.js";

const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xls,.zip";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A merge that was done. */
interface Merged {
  readonly files: number;
  readonly counts: MergeCounts;
  readonly open: number;
  readonly isUndone: boolean;
}

@customElement("ys-collect-screen")
export class CollectScreen extends StoreElement {
  protected readonly topics = ["evaluation", "project"] as const;
  @property({ attribute: false }) files: readonly InputFile[] = [];
  @state() private collected: FilesCollected | null = null;
  @state() private isRead = false;
  @state() private answers: CollectAnswers = {};
  @state() private chosen: string | null = null;
  @state() private merged: Merged | null = null;
  @state() private hasCopied = false;
  @state() private isDropping = false;
  #reading = 0;

  static override styles = [base, controls, screenStyles, collectStyles];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("files")) {
      if (this.files.length > 0) this.merged = null;
      void this.#read();
    }
  }

  override render() {
    const { store, collected } = this;
    const messages = this.#messages;
    return html`<ys-screen-frame
      wide
      class=${this.isDropping ? "drop-here" : ""}
      heading=${messages.title}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
      @dragover=${this.#onDrag}
      @dragleave=${() => (this.isDropping = false)}
      @drop=${this.#onDrop}
    >
      <span slot="head" class="row"
        >${
          this.files.length === 1 && this.merged === null
            ? html`<button class="btn line" @click=${() => store.screens.show({ kind: "import", files: this.files })}>
                ${messages.replaceTable}
              </button>`
            : nothing
        }<button class="btn line" ?disabled=${store.isReadOnly} @click=${this.#pick}>
          ${icon("into")}${messages.addFiles}
        </button></span
      >
      <p class="lead">${messages.about}</p>
      ${
        !this.isRead
          ? html`<p class="note" role="status">${messages.reading}</p>`
          : collected === null
            ? html`<p class="lead look">${messages.noRubric}</p>`
            : this.#columns(collected, messages)
      }
      <div slot="foot" class="foot">${this.#foot(collected, messages)}</div>
    </ys-screen-frame>`;
  }

  get #messages(): CollectMessages {
    return collectMessages[this.store.lang];
  }

  #columns(collected: FilesCollected, messages: CollectMessages) {
    const { comma } = this.messages;
    const hasBoard = collected.after.some(({ department }) => department !== null);
    const view = {
      collected,
      messages,
      comma,
      setDepartment: (file: string, department: string) =>
        this.#answer({ ...this.answers, departments: { ...this.answers.departments, [file]: department } }),
      takePeriod: (period: string) =>
        this.#answer({ ...this.answers, newPeriods: [...(this.answers.newPeriods ?? []), period] }),
      keepRow: (key: string) => {
        const { keep = [] } = this.answers.rows ?? {};
        this.#answer({ ...this.answers, rows: { ...this.answers.rows, keep: [...keep, key] } });
      },
    };
    const choose = (department: string | null) => (this.chosen = department);
    return html`${hasBoard ? ruler({ ...view, chosen: this.chosen, choose }) : nothing}
      <div class=${hasBoard ? "cols" : "cols single"}>
        ${
          hasBoard
            ? board({
                ...view,
                chosen: this.chosen,
                choose,
                collection: this.store.content.collection ?? [],
                exportForms: () => void this.#exportForms(collected),
                exportMissing: () => void this.#exportMissing(collected),
                exportForm: (department) => void this.#exportForm(department),
                copy: (text) => void copyText(text).then((isCopied) => (this.hasCopied = isCopied)),
                hasCopied: this.hasCopied,
              })
            : nothing
        }
        <section aria-label=${messages.files(this.files.length)}>
          ${this.merged === null ? nothing : this.#receipt(this.merged, messages)}
          ${
            this.files.length === 0
              ? html`<p class="lead">${icon("into")} ${messages.dropHere}</p>`
              : html`<div class="bar">
                    <h3>${messages.files(this.files.length)}</h3>
                    <span>${messages.dropHere}</span>
                  </div>
                  ${fileTable(view)}
                  ${questions({
                    ...view,
                    answers: this.answers,
                    keys: this.#keys(),
                    isReadOnly: this.store.isReadOnly,
                    answer: (answers) => this.#answer(answers),
                  })}
                  ${cellGrid({ ...view, program: this.store.good?.program ?? null })} ${otherChanges(view)}
                  ${leftOut(view)}`
          }
        </section>
      </div>`;
  }

  #receipt({ files, counts, open, isUndone }: Merged, messages: CollectMessages) {
    return html`<div class="bar receipt" role="status">
      <h3>${isUndone ? messages.undone : messages.done(files)}</h3>
      ${
        isUndone
          ? nothing
          : html`<span>${messages.summary(counts)}</span>
              ${open === 0 ? nothing : html`<span class="ochre">${messages.stillOpen(open)}</span>`}
              <span class="grow"></span>
              <button class="btn line" @click=${() => this.#undo()}>${icon("undo")}${messages.undoMerge}</button>`
      }
    </div>`;
  }

  #foot(collected: FilesCollected | null, messages: CollectMessages) {
    const { store } = this;
    const close = html`<button class="btn line" @click=${() => store.screens.close()}>
      ${this.files.length === 0 ? messages.close : messages.discard}
    </button>`;
    if (collected === null || this.files.length === 0) return close;
    const counts = countsOf(collected);
    const merging = collected.files.filter(({ state: of }) => of === "merged").length;
    const hasChanges = counts.fresh + counts.changed + counts.rows + counts.subjects > 0;
    const open = openQuestions(collected);
    const why = store.isReadOnly
      ? null
      : merging === 0 || !hasChanges
        ? open > 0
          ? messages.decideFirst
          : messages.nothingToMerge
        : null;
    return html`<span class="sum"><b>${messages.summary(counts)}</b><br />${why ?? messages.keptOpen(open)}</span>
      ${close}
      <button
        class="btn main"
        title=${why ?? nothing}
        ?disabled=${store.isReadOnly || merging === 0 || !hasChanges}
        @click=${() => this.#merge(collected)}
      >
        ${messages.merge(merging)}
      </button>`;
  }

  /** The keys of the subjects in the project. */
  #keys(): readonly string[] {
    const { program } = this.store.good ?? {};
    const table = findTable(this.store.tables, "subjects", "");
    const name = program?.fields[program.key]?.name;
    if (table === undefined || name === undefined) return [];
    const at = columnAt(table, name);
    return [...new Set(table.rows.map((row) => row[at]?.trim() ?? "").filter((key) => key !== ""))];
  }

  #answer(answers: CollectAnswers): void {
    this.answers = answers;
    void this.#read();
  }

  async #read(): Promise<void> {
    this.#reading += 1;
    const mine = this.#reading;
    const { files, answers, store } = this;
    const present = store.requestTables;
    const found = await store.request("collect", { path: store.path, files, answers });
    if (mine !== this.#reading) return;
    this.collected = found === null ? null : { ...found, tables: changedTables(present, found.change) };
    this.isRead = true;
    this.hasCopied = false;
  }

  #merge(collected: FilesCollected): void {
    const { store } = this;
    const counts = countsOf(collected);
    const files = collected.files.filter(({ state: of }) => of === "merged").length;
    const [first] = [...collected.changed, ...collected.new];
    const place: CellPlace = { role: "subjects", name: "", row: 0, column: first?.field ?? "" };
    const handedIn = collected.files.filter(({ state: of }) => of === "merged" || of === "same" || of === "left");
    const collection = withReceived(store.content.collection ?? [], handedIn, Date.now());
    store.editTables(() => collected.tables, place, "import", { collection });
    this.files = [];
    this.answers = {};
    this.merged = { files, counts, open: openQuestions(collected), isUndone: false };
    void this.#read();
  }

  #undo(): void {
    if (this.merged === null) return;
    this.store.layout.setActivePane("data");
    this.store.undo();
    this.merged = { ...this.merged, isUndone: true };
    void this.#read();
  }

  async #exportForm(assessor: string): Promise<void> {
    const bytes = await this.store.request("write", { kind: "form", assessor });
    if (bytes === null) return;
    download(fileNameOf(`${this.store.name} ${assessor}`, "xlsx"), bytes, XLSX);
    this.#noteSent([assessor]);
  }

  /** All forms in one archive. */
  async #exportForms({ after }: FilesCollected): Promise<void> {
    const assessors = after.flatMap(({ department }) => department ?? []);
    const bytes = await this.store.request("write", { kind: "forms", assessors });
    if (bytes === null) return;
    download(fileNameOf(`${this.store.name} ${this.#messages.exportForm}`, "zip"), bytes, "application/zip");
    this.#noteSent(assessors);
  }

  async #exportMissing({ after }: FilesCollected): Promise<void> {
    const bytes = await this.store.request("write", { kind: "missing", departments: after });
    if (bytes !== null) download(fileNameOf(`${this.store.name} ${this.#messages.exportMissing}`, "xlsx"), bytes, XLSX);
  }

  #noteSent(departments: readonly string[]): void {
    const { store } = this;
    store.setCollection(withSent(store.content.collection ?? [], departments, Date.now()));
  }

  async #add(files: readonly File[]): Promise<void> {
    const added = await Promise.all(
      files
        .filter(({ name }) => ACCEPTED.split(",").some((end) => name.toLowerCase().endsWith(end)))
        .map(async (file): Promise<InputFile> => ({
          file: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
          role: "subjects",
          name: "",
          encoding: null,
          sheet: null,
          modified: file.lastModified,
        })),
    );
    if (added.length > 0) this.files = [...this.files, ...added];
  }

  #pick = (): void => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ACCEPTED;
    input.addEventListener("change", () => void this.#add([...(input.files ?? [])]));
    input.click();
  };

  #onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true || this.store.isReadOnly) return;
    event.preventDefault();
    event.stopPropagation();
    this.isDropping = true;
  };

  #onDrop = (event: DragEvent): void => {
    this.isDropping = false;
    event.preventDefault();
    event.stopPropagation();
    if (this.store.isReadOnly || event.dataTransfer === null) return;
    void droppedFiles(event.dataTransfer).then((files) => this.#add(files));
  };
}

function countsOf({ changed, conflicts, files, subjects }: FilesCollected): MergeCounts {
  const settled = settledCounts(conflicts);
  return {
    fresh: files.reduce((sum, { counts }) => sum + counts.new, 0) + settled.fresh,
    changed: changed.length + settled.changed,
    rows: files.reduce((sum, { counts }) => sum + counts.rows, 0),
    subjects: subjects.length,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-collect-screen": CollectScreen;
  }
}
