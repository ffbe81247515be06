/**
 * Earlier revisions of the project: when and why each was kept, how it differs from the current content, and a button
 * that restores it.
 */
import { dataTexts } from "../../messages/data.js";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { RevisionSummary } from "../../storage/database.js";
import { folded, lineDiff } from "../../project/line-diff.js";
import type { ProjectContent } from "../../project/project.js";
import { tableDifferences } from "../../project/table-diff.js";
import { base, controls } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import { moment } from "../base/figures.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-revisions-screen")
export class RevisionsScreen extends ScreenElement {
  protected readonly topics = ["save"] as const;
  @state() private list: readonly RevisionSummary[] | null = null;
  @state() private compared: { readonly of: RevisionSummary; readonly content: ProjectContent } | null = null;
  @state() private notice = "";

  static override styles = [
    base,
    controls,
    screenStyles,
    css`
      .diff {
        margin: 0;
        padding: 8px var(--s4);
        font: 12px/1.6 var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        border-bottom: 1px solid var(--line);
        background: var(--bar);
      }
      .diff > div {
        flex: 1;
      }
      .diff p::before {
        content: "  ";
        white-space: pre;
      }
      .diff .out {
        background: var(--red-wash);
        color: var(--red);
      }
      .diff .out::before {
        content: "− ";
      }
      .diff .in {
        background: var(--blue-wash);
        color: var(--blue);
      }
      .diff .in::before {
        content: "+ ";
      }
      .diff .folded {
        color: var(--ink-3);
        font-family: var(--font);
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { store, list } = this;
    const messages = this.screenMessages;
    return html`<ys-screen-frame
      heading=${messages.revisions}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      ${this.notice === "" ? nothing : html`<p class="lead warn" role="status">${this.notice}</p>`}
      ${list !== null && list.length === 0 ? html`<p class="lead">${messages.noRevisions}</p>` : nothing}
      <ul class="list" aria-label=${messages.revisions}>
        ${list?.map(
          (revision) =>
            html`<li>
                <span class="what"
                  ><b>${moment(revision.at)}</b><small>${messages.reason(revision.reason)}</small></span
                >
                <button
                  class="btn line short"
                  aria-expanded=${this.compared?.of === revision}
                  @click=${() => this.#compare(revision)}
                >
                  ${messages.compare}
                </button>
                <button class="btn line short" ?disabled=${store.isReadOnly} @click=${() => this.#restore(revision)}>
                  ${messages.restore}
                </button>
              </li>
              ${this.compared?.of === revision ? this.#differences(revision, this.compared.content) : nothing}`,
        )}
      </ul>
    </ys-screen-frame>`;
  }

  #differences(revision: RevisionSummary, content: ProjectContent) {
    const messages = this.screenMessages;
    const lines = folded(lineDiff(content.rubric, this.store.rubric));
    const tables = tableDifferences(content.tables, this.store.tables);
    return html`<li class="diff" aria-label=${messages.comparedWith(moment(revision.at))}>
      <div>
        ${
          content.rubric === this.store.rubric
            ? html`<p class="folded">${messages.rubricSame}</p>`
            : lines.map((line) =>
                line.kind === "folded"
                  ? html`<p class="folded">⋯ ${messages.linesAlike(line.count)}</p>`
                  : html`<p class=${line.kind}>${line.text}</p>`,
              )
        }
        ${
          tables.length === 0
            ? html`<p class="folded">${messages.tablesSame}</p>`
            : tables.map(
                ({ role, name, cells }) =>
                  html`<p class="folded">
                    ${messages.tablesChanged(name === "" ? this.#roleName(role) : name, cells)}
                  </p>`,
              )
        }
      </div>
    </li>`;
  }

  #roleName(role: "subjects" | "list" | "constants" | "history"): string {
    return role === "list" ? "" : dataTexts[this.store.lang][role];
  }

  async #read(): Promise<void> {
    this.list = await this.store.projects.revisions();
  }

  async #compare(revision: RevisionSummary): Promise<void> {
    if (this.compared?.of === revision) {
      this.compared = null;
      return;
    }
    const content = await this.store.projects.revision(revision.revision);
    if (content === null) this.notice = this.screenMessages.notRestored;
    else this.compared = { of: revision, content };
  }

  async #restore({ revision }: RevisionSummary): Promise<void> {
    const done = await this.store.projects.restore(revision);
    this.notice = done ? this.screenMessages.restored : this.screenMessages.notRestored;
    this.compared = null;
    await this.#read();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-revisions-screen": RevisionsScreen;
  }
}
