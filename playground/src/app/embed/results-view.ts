/** The results with the score sheets and print pages that open over them. */
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import "../../views/results/results-pane.js";
import "../../views/sheet/score-sheet.js";
import "../../views/screens/screens.js";
import { StoreElement } from "../../views/base/store-element.js";
import { base } from "@yardstick/ui";

@customElement("ys-results-view")
export class ResultsView extends StoreElement {
  protected readonly topics = ["sheet", "screen"] as const;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
      }
      ys-results-pane {
        min-width: 0;
        min-height: 0;
      }
      ys-score-sheet {
        position: absolute;
        inset: 0;
        z-index: 4;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#onKeyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("keydown", this.#onKeyDown);
  }

  override render() {
    const { store } = this;
    const isSheetOpen = store.sheet !== null;
    return html`<ys-results-pane .store=${store} ?inert=${isSheetOpen}></ys-results-pane>
      ${isSheetOpen ? html`<ys-score-sheet .store=${store}></ys-score-sheet>` : nothing}
      ${store.screens.current?.kind === "print" ? html`<ys-screens .store=${store}></ys-screens>` : nothing}`;
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.store.closeSheet();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-results-view": ResultsView;
  }
}
