/**
 * Switches for language and theme: in the top bar; on a phone, whose bar has no room for them, on the projects and
 * start screens.
 */
import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { base, controls, icon, isDark, systemDark } from "@yardstick/ui";
import { nextTheme } from "./theme.js";
import { StoreElement } from "./store-element.js";

@customElement("ys-preference-switches")
export class PreferenceSwitches extends StoreElement {
  protected readonly topics = [] as const;
  /** Kept in a field: a media query list without a reference may be garbage collected and stops dispatching. */
  readonly #systemDark = systemDark();
  #onMedia = () => this.requestUpdate();

  static override styles = [base, controls];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#systemDark.addEventListener("change", this.#onMedia);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#systemDark.removeEventListener("change", this.#onMedia);
  }

  override render() {
    const { store, messages } = this;
    const toTheme = { light: messages.toLight, dark: messages.toDark, contrast: messages.toContrast }[nextTheme(store)];
    const { code, name } = messages.otherLang;
    return html`<button class="btn" lang=${code} @click=${() => store.setLang(store.lang === "zh" ? "en" : "zh")}>
        ${name}
      </button>
      <button class="btn ico" aria-label=${toTheme} title=${toTheme} @click=${() => store.setTheme(nextTheme(store))}>
        ${icon(store.preferences.theme === "contrast" ? "contrast" : isDark(store.preferences) ? "moon" : "sun")}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-preference-switches": PreferenceSwitches;
  }
}
