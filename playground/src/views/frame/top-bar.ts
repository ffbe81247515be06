/** The top bar: brand, project, save state; undo, panes, language and theme. */
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { base, brandMark, controls, icon } from "@yardstick/ui";
import { filesOf } from "../../project/project.js";
import type { PaneName } from "../../store/state.js";
import "../base/preference-switches.js";
import "./save-status.js";
import { StoreElement } from "../base/store-element.js";

const panes: readonly PaneName[] = ["rubric", "data", "results"];

@customElement("ys-top-bar")
export class TopBar extends StoreElement {
  protected readonly topics = ["evaluation", "layout", "project", "save"] as const;

  static override styles = [
    base,
    controls,
    css`
      :host {
        height: var(--h-bar);
        display: flex;
        align-items: center;
        gap: var(--s2);
        padding: 0 var(--s3);
        background: var(--bar);
        border-bottom: 1px solid var(--line);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--s2);
        font-size: var(--t-body);
        font-weight: var(--w-strong);
        letter-spacing: 0.06em;
        padding-right: var(--s2);
      }
      .mark {
        width: 22px;
        height: 22px;
        flex: none;
      }
      h1 {
        font-size: inherit;
      }
      @media (max-width: 760px) {
        h1 {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      .proj {
        font-size: var(--t-base);
        padding: 0 6px;
        height: var(--h-ctl);
        display: flex;
        align-items: center;
        gap: 4px;
        min-width: 0;
        border-radius: var(--r2);
      }
      .proj:hover {
        background: var(--hair);
      }
      .picker {
        max-width: 13em;
      }
      .chip {
        flex: none;
        padding: 0 6px;
        border: 1px solid var(--line-2);
        border-radius: var(--r1);
        font-size: var(--t-small);
        line-height: 18px;
      }
    `,
  ];

  #demonstrate = (): void => {
    this.dispatchEvent(new CustomEvent("demonstrate", { bubbles: true, composed: true }));
  };

  #find = (): void => {
    this.dispatchEvent(new CustomEvent("find", { bubbles: true, composed: true }));
  };

  override render() {
    const { store, messages } = this;
    return html`
      <span class="brand"
        >${brandMark}
        <h1>${messages.brand}</h1></span
      >
      <span class="vr hide-s"></span>
      <button
        class="proj"
        aria-haspopup="dialog"
        aria-label=${messages.projectMenu(store.name)}
        title=${store.name}
        @click=${() => store.screens.show({ kind: "projects" })}
      >
        <span class="cut">${store.name}</span>${icon("down")}
      </button>
      ${
        store.example === null
          ? nothing
          : html`<button
              class="chip hide-s"
              aria-expanded=${store.isBannerShown}
              @click=${() => store.closeBanner(store.isBannerShown)}
            >
              ${messages.example}
            </button>`
      }
      ${this.#files()}
      <ys-save-status .store=${store}></ys-save-status>
      <span class="grow"></span>
      <span class="row gap-2">
        <button
          class="btn ico"
          aria-haspopup="dialog"
          aria-label=${messages.findHelp}
          title=${`${messages.findHelp} (Ctrl K)`}
          @click=${this.#find}
        >
          ${icon("search")}
        </button>
        <button
          class="btn ico"
          ?disabled=${!store.canUndo}
          aria-label=${messages.undo}
          title=${`${messages.undo} (Ctrl Z)`}
          @click=${() => store.undo()}
        >
          ${icon("undo")}
        </button>
        <button
          class="btn ico hide-s"
          ?disabled=${!store.canRedo}
          aria-label=${messages.redo}
          title=${`${messages.redo} (Ctrl Y)`}
          @click=${() => store.redo()}
        >
          ${icon("redo")}
        </button>
      </span>
      <span class="vr hide-s"></span>
      <span class="toggles hide-s" role="group" aria-label=${messages.panes}>
        ${panes.map(
          (pane) =>
            html`<button aria-pressed=${store.layout.isOpen(pane)} @click=${() => store.layout.togglePane(pane)}>
              ${messages.pane[pane]}
            </button>`,
        )}
      </span>
      <span class="vr hide-s"></span>
      <span class="row hide-s gap-2">
        <ys-preference-switches class="row" .store=${store}></ys-preference-switches>
        <button class="btn" aria-haspopup="dialog" @click=${() => store.screens.show({ kind: "share" })}>
          ${icon("share")}${messages.share}
        </button>
      </span>
      <button
        class=${store.isBannerShown ? "btn line" : "btn main"}
        aria-label=${messages.demonstrate}
        title=${store.good === null && store.evaluation.isStale ? messages.noResultYet : messages.demonstrate}
        ?disabled=${store.good === null}
        @click=${this.#demonstrate}
      >
        ${icon("stage")}<span class="hide-s" aria-hidden="true">${messages.demonstrate}</span>
      </button>
    `;
  }

  /** The rubrics of the project, when it has several. */
  #files() {
    const { store, messages } = this;
    const files = filesOf(store.content);
    if (files.length < 2) return nothing;
    return html`<span class="picker hide-s"
      ><select
        class="pick"
        aria-label=${messages.files}
        @change=${(event: Event) => store.bringToFront((event.target as HTMLSelectElement).value)}
      >
        ${files.map(
          ({ path }) =>
            html`<option value=${path} ?selected=${path === store.content.path}>${path.replace(/^.*\//, "")}</option>`,
        )}
      </select>
      ${icon("down")}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-top-bar": TopBar;
  }
}
