/**
 * A project from a link or a file, before it is opened: its title and size, and the assurance that nothing is
 * overwritten.
 */
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NamedProject } from "../../storage/project-file.js";
import { filesOf } from "../../project/project.js";
import { base, controls } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

@customElement("ys-received-screen")
export class ReceivedScreen extends ScreenElement {
  protected readonly topics = [] as const;
  @property({ attribute: false }) projects: readonly NamedProject[] = [];
  @property({ attribute: false }) damaged = 0;

  static override styles = [base, controls, screenStyles];

  override render() {
    const { store, projects, damaged } = this;
    const messages = this.screenMessages;
    return html`<ys-screen-frame
      heading=${messages.received}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead">${projects.length === 0 ? messages.receivedNone : messages.receivedAbout}</p>
      <ul class="list" aria-label=${messages.received}>
        ${projects.map((project) => this.#row(project))}
      </ul>
      ${damaged === 0 ? nothing : html`<p class="lead warn">${messages.receivedDamaged(damaged)}</p>`}
    </ys-screen-frame>`;
  }

  #row({ name, content, repairs = [] }: NamedProject) {
    const messages = this.screenMessages;
    const files = filesOf(content);
    const lines = files.reduce((sum, { rubric }) => sum + rubric.split("\n").length, 0);
    const rows = files.reduce((sum, { tables }) => sum + tables.reduce((all, table) => all + table.rows.length, 0), 0);
    return html`<li>
      <span class="what"
        ><b>${name === "" ? this.messages.untitled : name}</b><small>${messages.receivedFacts(lines, rows)}</small>${
          repairs.length === 0 ? nothing : html`<small class="warn">${messages.repairs(repairs)}</small>`
        }</span
      >
      <button class="btn main" @click=${() => this.store.projects.begin(content)}>${messages.openAsNew}</button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-received-screen": ReceivedScreen;
  }
}
