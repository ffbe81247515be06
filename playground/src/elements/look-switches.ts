/** Language and theme: in the bar of the workbench, and on a phone, whose bar has no room for them, among the projects and on the start. */
import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { icon } from "./icons.js";
import { isDark, nextTheme, systemDark } from "./page-dress.js";
import { StoreElement } from "./store-element.js";

@customElement("ys-look-switches")
export class LookSwitches extends StoreElement {
  protected readonly topics = [] as const;
  #onMedia = () => this.requestUpdate();

  static override styles = [base, controls];

  override connectedCallback(): void {
    super.connectedCallback();
    systemDark.addEventListener("change", this.#onMedia);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    systemDark.removeEventListener("change", this.#onMedia);
  }

  override render() {
    const { store, words } = this;
    const toTheme = { light: words.toLight, dark: words.toDark, contrast: words.screens.toContrast }[nextTheme(store)];
    const { code, name } = words.otherLang;
    return html`<button class="btn" lang=${code} @click=${() => store.setLang(store.lang === "zh" ? "en" : "zh")}>
        ${name}
      </button>
      <button class="btn ico" aria-label=${toTheme} title=${toTheme} @click=${() => store.setTheme(nextTheme(store))}>
        ${icon(store.preferences.theme === "contrast" ? "contrast" : isDark(store) ? "moon" : "sun")}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-look-switches": LookSwitches;
  }
}
