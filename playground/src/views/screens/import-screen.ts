/**
 * Preview of an import: how each file was read, which column is which field, what is missing, and what will be
 * replaced. Nothing is replaced until the user confirms.
 */
import { dataTexts } from "../../messages/data.js";
import { isRecordHeader } from "@yardstick/engine";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { joined, withImported } from "../../project/import-tables.js";
import { findTable, type TableText } from "../../project/project.js";
import { base, controls, icon } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import type { WrittenTable } from "@yardstick/tables";
import type { InputFile, FilesRead } from "../../protocol/protocol.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

/** Number of columns listed by name; the rest are counted. */
const MAX_NAMED = 8;
const ENCODINGS = ["utf-8", "gb18030", "utf-16le", "utf-16be"];

@customElement("ys-import-screen")
export class ImportScreen extends ScreenElement {
  protected readonly topics = ["evaluation"] as const;
  @property({ attribute: false }) files: readonly InputFile[] = [];
  @state() private found: FilesRead | null = null;
  @state() private isRead = false;
  /** The user's decisions about rows, by key. */
  @state() private choices: Readonly<Record<"keep" | "leave", readonly string[]>> = { keep: [], leave: [] };
  #reading = 0;

  static override styles = [
    base,
    controls,
    screenStyles,
    css`
      .room {
        overflow-x: auto;
        padding: 0 var(--s4) var(--s3);
      }
      table {
        min-width: 480px;
      }
      th,
      td {
        text-align: left;
        padding: 4px 12px 4px 0;
        border-bottom: 1px solid var(--hair);
        vertical-align: baseline;
      }
      th {
        font-size: var(--t-small);
        color: var(--ink-3);
      }
      @media (max-width: 760px) {
        table {
          min-width: 0;
        }
        td {
          overflow-wrap: anywhere;
        }
      }
      .sample {
        color: var(--ink-2);
        max-width: 22em;
      }
      .file {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s3);
        padding: 8px var(--s4);
      }
      .aside {
        margin: 0;
        padding: 0 var(--s4) var(--s3);
        list-style: none;
      }
      .aside li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px var(--s3);
        padding: 2px 0;
      }
      .strange {
        color: var(--ochre);
      }
    `,
  ];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("files")) void this.#read();
  }

  override render() {
    const { store, found } = this;
    const messages = this.screenMessages;
    const tables = joined(found?.tables ?? []);
    return html`<ys-screen-frame
      heading=${messages.importTitle}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead">${messages.importAbout}</p>
      ${this.files.map((file) => this.#file(file))}
      ${found?.problems.map((problem) => html`<p class="lead warn" role="alert">${problem}</p>`)}
      ${
        !this.isRead
          ? html`<p class="note" role="status">${messages.loading}</p>`
          : found === null
            ? html`<p class="lead warn">${messages.noRubricYet}</p>`
            : tables.length === 0
              ? html`<p class="lead warn">${messages.noTables}</p>`
              : tables.map((table) => this.#table(table, found))
      }
      <div slot="foot" class="foot">
        <button
          class="btn main"
          ?disabled=${tables.length === 0 || store.isReadOnly}
          @click=${() => this.#replace(tables)}
        >
          ${messages.replace}
        </button>
        <button class="btn line" @click=${() => store.screens.close()}>${messages.cancel}</button>
      </div>
    </ys-screen-frame>`;
  }

  #file(file: InputFile) {
    const messages = this.screenMessages;
    const report = this.found?.reports.find((each) => each.file === file.file);
    const isText = !/\.xlsx?$/i.test(file.file);
    return html`<div class="file">
        ${icon("file")}<b>${file.file}</b>
        ${this.#into(file)}
        ${
          isText
            ? html`<label class="row small"
                >${messages.encoding}<span class="picker"
                  ><select class="pick" @change=${(event: Event) => this.#choose(file, event)}>
                    <option value="">
                      ${messages.detected}${report?.encoding === null || report === undefined || file.encoding !== null ? "" : ` (${report.encoding})`}
                    </option>
                    ${ENCODINGS.map((name) => html`<option value=${name} ?selected=${file.encoding === name}>${name}</option>`)}
                  </select>
                  ${icon("down")}</span
                ></label
              >`
            : this.#sheetPicker(file)
        }
      </div>
      ${report?.isDoubtful === true && file.encoding === null ? html`<p class="lead warn">${messages.doubtful}</p>` : nothing}
      ${report?.notes.map((note) => html`<p class="note">${note}</p>`)}`;
  }

  /** Selects the sheet of a workbook, when several are candidates. */
  #sheetPicker(file: InputFile) {
    const reports = this.found?.reports.filter((each) => each.file === file.file) ?? [];
    const [first, ...others] = reports.find(({ sheets }) => sheets.length > 1)?.sheets ?? [];
    if (first === undefined) return nothing;
    const messages = this.screenMessages;
    return html`<label class="row small"
      >${messages.sheet}<span class="picker"
        ><select
          class="pick"
          @change=${(event: Event) => this.#change(file, { sheet: (event.target as HTMLSelectElement).value })}
        >
          ${[first, ...others].map((name) => html`<option value=${name} ?selected=${name === (file.sheet ?? first)}>${name}</option>`)}
        </select>
        ${icon("down")}</span
      ></label
    >`;
  }

  /** Selects the table that a file is for, when the rubric has several. */
  #into(file: InputFile) {
    const program = this.store.good?.program;
    if (program === undefined || program.lists.length === 0) return nothing;
    const choices = [
      { role: "subjects" as const, name: "", label: program.subject },
      ...program.lists.map(({ name }) => ({ role: "list" as const, name, label: name })),
      { role: "history" as const, name: "", label: this.messages.history },
    ];
    const messages = this.screenMessages;
    return html`<label class="row small"
      >${messages.intoTable}<span class="picker"
        ><select
          class="pick"
          @change=${(event: Event) => {
            const choice = choices[(event.target as HTMLSelectElement).selectedIndex];
            if (choice !== undefined) this.#change(file, { role: choice.role, name: choice.name });
          }}
        >
          ${choices.map(
            ({ role, name, label }) =>
              html`<option ?selected=${role === file.role && name === file.name}>${label}</option>`,
          )}
        </select>
        ${icon("down")}</span
      ></label
    >`;
  }

  #table(table: TableText, found: FilesRead) {
    const messages = this.screenMessages;
    const before = findTable(this.store.tables, table.role, table.name)?.rows.length ?? 0;
    const same = found.tables.filter(({ role, name }) => role === table.role && name === table.name);
    const fields = new Map(same.flatMap(({ header, fields: of }) => header.map((name, at) => [name, of[at] ?? null])));
    const missing = (same[0]?.missing ?? []).filter((name) => same.every((each) => each.missing.includes(name)));
    return html`<h3>${messages.replaceTable(this.#label(table), before, table.rows.length)}</h3>
      ${missing.length === 0 ? nothing : html`<p class="lead warn">${messages.missingColumns(missing.slice(0, MAX_NAMED).join(this.messages.comma), missing.length - MAX_NAMED)}</p>`}
      <div class="room" tabindex="0" role="group" aria-label=${this.#label(table)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${messages.column}</th>
              <th scope="col">${messages.field}</th>
              <th scope="col">${messages.firstCells}</th>
            </tr>
          </thead>
          <tbody>
            ${table.header.map((name, at) => {
              const field = fields.get(name) ?? null;
              // The identities of records are kept out of sight, as in the grid.
              if (field === null && table.role === "list" && isRecordHeader(name)) return nothing;
              return html`<tr>
                <td>${name}</td>
                <td class=${field === null && table.role !== "history" ? "strange" : ""}>
                  ${field ?? (table.role === "history" ? "" : messages.unknownColumn)}
                </td>
                <td class="sample cut">
                  ${table.rows
                    .slice(0, 3)
                    .map((row) => row[at] ?? "")
                    .filter((text) => text !== "")
                    .join(this.messages.comma)}
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${this.#rowsAside(same)}`;
  }

  /** Rows that are not subjects, or may not be, each with a button that reverses the decision. */
  #rowsAside(tables: readonly WrittenTable[]) {
    const messages = this.screenMessages;
    const { keep, leave } = this.choices;
    const rows = tables.flatMap(({ inQuestion }) => inQuestion);
    const decided = tables.some(({ role }) => role === "subjects")
      ? [
          ...keep.map((key) => ({ key, text: messages.isKept })),
          ...leave.map((key) => ({ key, text: messages.isLeft })),
        ]
      : [];
    if (rows.length + decided.length === 0) return nothing;
    const verdictText = ({ state, kind }: WrittenTable["inQuestion"][number]["verdict"]) => {
      const name = messages.rowKinds[kind];
      return state === "aside"
        ? messages.rowAside(name)
        : state === "doubted"
          ? messages.rowDoubted(name)
          : messages.rowAgrees(name);
    };
    const button = (label: string, act: () => void) =>
      html`<button class="btn line small" @click=${act}>${label}</button>`;
    return html`<h4 class="lead">${this.messages.rowsAside}</h4>
      <ul class="aside">
        ${rows
          .filter(({ verdict }) => verdict.by !== "person")
          .map(
            ({ key, cells, verdict }) =>
              html`<li>
                <span class="strange">${key === "" ? cells.filter((cell) => cell !== "").join(" ") : key}</span>
                <span>${verdictText(verdict)}</span>
                ${key === "" || verdict.state === "scored" ? nothing : button(this.messages.keepRow, () => this.#decide("keep", key))}
                ${key === "" || verdict.state === "aside" ? nothing : button(this.messages.leaveRow, () => this.#decide("leave", key))}
              </li>`,
          )}
        ${decided.map(
          ({ key, text }) =>
            html`<li>
              <b>${key}</b> <span>${text}</span> ${button(messages.undoRowChoice, () => this.#decide(null, key))}
            </li>`,
        )}
      </ul>`;
  }

  /** Null for `as` withdraws the decision about the row. */
  #decide(as: "keep" | "leave" | null, key: string): void {
    const without = (keys: readonly string[]) => keys.filter((other) => other !== key);
    const { keep, leave } = this.choices;
    this.choices = {
      keep: as === "keep" ? [...without(keep), key] : without(keep),
      leave: as === "leave" ? [...without(leave), key] : without(leave),
    };
    void this.#read();
  }

  #label({ role, name }: Pick<TableText, "role" | "name">): string {
    if (role === "list") return name;
    return role === "subjects"
      ? (this.store.good?.program.subject ?? this.messages.subjects)
      : dataTexts[this.store.lang][role];
  }

  #choose(file: InputFile, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#change(file, { encoding: value === "" ? null : value });
  }

  #change(file: InputFile, change: Partial<InputFile>): void {
    this.files = this.files.map((other) => (other === file ? { ...file, ...change } : other));
  }

  async #read(): Promise<void> {
    this.#reading += 1;
    const mine = this.#reading;
    const found = await this.store.request("read", { files: this.files, rows: this.choices });
    if (mine !== this.#reading) return;
    this.found = found;
    this.isRead = true;
  }

  #replace(read: readonly TableText[]): void {
    // Decisions about rows are kept in the table of subjects.
    const incoming = read.map((table) => (table.role === "subjects" ? { ...table, ...this.choices } : table));
    const [first] = incoming;
    if (first === undefined) return;
    const place = { role: first.role, name: first.name, row: 0, column: first.header[0] ?? "" };
    this.store.editTables((tables) => withImported(tables, incoming), place, "import");
    this.store.screens.close();
    this.store.goToCell(place);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-import-screen": ImportScreen;
  }
}
