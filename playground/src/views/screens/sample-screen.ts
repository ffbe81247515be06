/** Number of subjects and seed of the sample data; the same seed gives the same data. */
import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";
import { withImported } from "../../project/import-tables.js";
import { sampleTables } from "../../project/sample-data.js";
import { base, controls } from "@yardstick/ui";
import { screenStyles } from "../styles/screen.js";
import "../base/screen-frame.js";
import { ScreenElement } from "./screen-element.js";

const MAX = 10_000;

@customElement("ys-sample-screen")
export class SampleScreen extends ScreenElement {
  protected readonly topics = ["evaluation"] as const;
  @state() private subjects = 20;
  @state() private seed = 1;

  static override styles = [
    base,
    controls,
    screenStyles,
    css`
      .fields {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3) var(--s6);
        padding: 4px var(--s4) 16px;
      }
      input {
        width: 7em;
        height: var(--h-ctl);
        padding: 0 8px;
        border: 1px solid var(--line-2);
        border-radius: var(--r2);
        background: var(--raised);
      }
    `,
  ];

  override render() {
    const { store } = this;
    const messages = this.screenMessages;
    return html`<ys-screen-frame
      heading=${messages.sampleDataTitle}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      <p class="lead">${messages.sampleDataWhy}</p>
      <div class="fields">
        ${this.#field(messages.sampleCount, this.subjects, MAX, (value) => (this.subjects = value))}
        ${this.#field(messages.sampleSeed, this.seed, 999_999, (value) => (this.seed = value))}
      </div>
      <div slot="foot" class="foot">
        <button class="btn main" ?disabled=${store.good === null || store.isReadOnly} @click=${this.#make}>
          ${messages.sampleMake}
        </button>
        <button class="btn line" @click=${() => store.screens.close()}>${messages.cancel}</button>
      </div>
    </ys-screen-frame>`;
  }

  #field(label: string, value: number, most: number, change: (value: number) => void) {
    return html`<label class="row"
      >${label}<input
        type="number"
        min="1"
        max=${most}
        .value=${String(value)}
        @change=${(event: Event) => {
          const wanted = Math.round((event.target as HTMLInputElement).valueAsNumber);
          change(Number.isFinite(wanted) ? Math.min(most, Math.max(1, wanted)) : value);
        }}
    /></label>`;
  }

  #make = (): void => {
    const { store, subjects, seed } = this;
    if (store.good === null) return;
    const tables = sampleTables(store.good.program, { subjects, seed, lang: store.lang });
    const [first] = tables;
    const place = { role: "subjects" as const, name: "", row: 0, column: first?.header[0] ?? "" };
    store.editTables((before) => withImported(before, tables), place, "import");
    store.screens.close();
    store.goToCell(place);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-sample-screen": SampleScreen;
  }
}
