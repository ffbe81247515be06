/** What came in a link or a file, before it is opened: what it is and how much, and that nothing here is overwritten. */
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NamedProject } from "../storage/project-file.js";
import { filesOf } from "../store/project.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { screenStyles } from "../styles/screen.js";
import "./screen-frame.js";
import { StoreElement } from "./store-element.js";

@customElement("ys-received-screen")
export class ReceivedScreen extends StoreElement {
  protected readonly topics = [] as const;
  @property({ attribute: false }) projects: readonly NamedProject[] = [];
  @property({ attribute: false }) damaged = 0;

  static override styles = [base, controls, screenStyles];

  override render() {
    const { store, projects, damaged } = this;
    const words = this.words.screens;
    return html`<ys-screen-frame
      heading=${words.received}
      closeLabel=${words.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead">${projects.length === 0 ? words.receivedNone : words.receivedAbout}</p>
      <ul class="list" aria-label=${words.received}>
        ${projects.map((project) => this.#row(project))}
      </ul>
      ${damaged === 0 ? nothing : html`<p class="lead look">${words.receivedDamaged(damaged)}</p>`}
    </ys-screen-frame>`;
  }

  #row({ name, content, repairs = [] }: NamedProject) {
    const words = this.words.screens;
    const files = filesOf(content);
    const lines = files.reduce((sum, { rubric }) => sum + rubric.split("\n").length, 0);
    const rows = files.reduce((sum, { tables }) => sum + tables.reduce((all, table) => all + table.rows.length, 0), 0);
    return html`<li>
      <span class="what"
        ><b>${name === "" ? this.words.untitled : name}</b><small>${words.receivedFacts(lines, rows)}</small>${
          repairs.length === 0 ? nothing : html`<small class="look">${words.repairs(repairs)}</small>`
        }</span
      >
      <button class="btn main" @click=${() => this.store.projects.begin(content)}>${words.openAsNew}</button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-received-screen": ReceivedScreen;
  }
}
