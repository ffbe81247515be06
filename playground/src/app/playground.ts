/**
 * The whole workbench: top bar, panes with the split handles between them, the score sheet over the right side; on a
 * phone one pane at a time. The editor's host is in this element's light DOM, because Monaco's mouse handling does not
 * work inside a shadow root. The element name is set where it is registered: the app's page and embedding pages use
 * different ones.
 */
import { css, html, nothing } from "lit";
import { state } from "lit/decorators.js";
import type { PastedDocument } from "@yardstick/designer/view";
import { download, fileNameOf, cssProperties, type CssProperties } from "@yardstick/ui";
import { defaultPreferences } from "../storage/preferences.js";
import type { PaneName } from "../store/state.js";
import { base, controls, icon } from "@yardstick/ui";
import { droppedFiles } from "../views/base/dropped-files.js";
import { fileIntake } from "../views/base/load-file-intake.js";
import { helpWantedBy } from "./help-keys.js";
import "../views/results/results-pane.js";
import type { ShareEvent } from "../views/base/split-handle.js";
import { LazyView } from "../views/base/lazy-view.js";
import type { StageKeeper } from "@yardstick/stage";
import { StoreElement } from "../views/base/store-element.js";
import "../views/frame/top-bar.js";

const phoneOrder: readonly PaneName[] = ["rubric", "data", "results"];
const phone = matchMedia("(max-width: 760px)");

/** The element of the whole workbench. */
export class Playground extends StoreElement {
  protected readonly topics = ["evaluation", "layout", "sheet", "save", "screen"] as const;
  /** Files are being dragged over the page. */
  @state() private isDropping = false;
  @state() private isDemonstrating = false;
  @state() private isPaletteOpen = false;
  #onMedia = () => this.requestUpdate();
  #onHide = () => {
    if (document.visibilityState === "hidden") void this.store.flush();
  };
  #onUnload = (event: BeforeUnloadEvent) => {
    if (this.store.save.kind === "saving") void this.store.flush();
    if (this.store.save.kind === "unsaved") event.preventDefault();
  };

  readonly #rubricView = new LazyView(this, async () => {
    await Promise.all([import("../views/rubric/rubric-editor.js"), import("../views/rubric/rubric-pane.js")]);
    const editor = document.createElement("ys-rubric-editor");
    [editor.slot, editor.store] = ["editor", this.store];
    this.append(editor);
  });
  readonly #dataView = new LazyView(this, () => import("../views/data/data-pane.js"));
  readonly #screenViews = new LazyView(this, () => import("../views/screens/screens.js"));
  readonly #bannerView = new LazyView(this, () => import("../views/frame/example-banner.js"));
  readonly #paletteView = new LazyView(this, () => import("../views/palette/palette.js"));
  readonly #sheetView = new LazyView(this, () => import("../views/sheet/score-sheet.js"));

  static override styles = [
    base,
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: flex;
        flex-direction: column;
        /* "clip" instead of "hidden": with "hidden", scrolling an element of a pane into view could scroll the bars out of
           the window with no way back. */
        overflow: clip;
        background: var(--desk);
      }
      @media print {
        /* The content under the stage is not printed when the stage is. */
        :host {
          position: static;
          display: block;
          overflow: visible;
        }
        header[inert],
        main[inert],
        header[inert] ~ .notice {
          display: none;
        }
      }
      header {
        flex: none;
      }
      .notice {
        flex: none;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s3);
        padding: 6px var(--s4);
        background: var(--ochre-wash);
        color: var(--ochre);
        border-bottom: 1px solid var(--ochre-line);
      }
      .work {
        flex: 1;
        min-height: 0;
        display: grid;
        background: var(--paper);
      }
      .side {
        min-width: 0;
        min-height: 0;
        display: grid;
        position: relative;
      }
      ys-score-sheet {
        position: absolute;
        inset: 0;
        z-index: 4;
      }
      .phone-tabs {
        display: none;
      }
      .drop {
        position: absolute;
        inset: 0;
        z-index: 30;
        display: grid;
        place-items: center;
        font-size: var(--t-large);
        color: var(--blue);
        background: var(--blue-wash);
        border: 2px dashed var(--blue);
        pointer-events: none;
      }
      @media (max-width: 760px) {
        .work {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) !important;
        }
        .side {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) !important;
        }
        .phone-tabs {
          display: flex;
          flex: none;
          height: 52px;
          border-top: 1px solid var(--line);
          background: var(--bar);
        }
        .phone-tabs button {
          flex: 1;
          display: flex;
          flex-direction: column;
          align-items: center;
          justify-content: center;
          font-size: var(--t-small);
          color: var(--ink-2);
          gap: 1px;
          border-top: 2px solid transparent;
          margin-top: -1px;
        }
        .phone-tabs button:focus-visible {
          box-shadow: inset 0 0 0 2px var(--blue);
        }
        .phone-tabs [aria-current="true"] {
          color: var(--blue);
          border-top-color: var(--blue);
          font-weight: var(--w-strong);
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    phone.addEventListener("change", this.#onMedia);
    document.addEventListener("visibilitychange", this.#onHide);
    document.addEventListener("keydown", this.#onKeyDown);
    // Before the text editor, which has other uses for these keys.
    document.addEventListener("keydown", this.#onPaletteKey, { capture: true });
    addEventListener("beforeunload", this.#onUnload);
    this.addEventListener("dragover", this.#onDrag);
    this.addEventListener("dragleave", this.#onDragEnd);
    this.addEventListener("drop", this.#onDrop);
    this.addEventListener("readdocument", this.#onReadDocument);
    this.addEventListener("help", this.#openPalette);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    phone.removeEventListener("change", this.#onMedia);
    document.removeEventListener("visibilitychange", this.#onHide);
    document.removeEventListener("keydown", this.#onKeyDown);
    document.removeEventListener("keydown", this.#onPaletteKey, { capture: true });
    removeEventListener("beforeunload", this.#onUnload);
  }

  override render() {
    const { store } = this;
    // While a screen covers the workbench, the content below is hidden, for screen readers as well.
    const isCovered = store.screens.isCovering && this.#screenViews.isLoaded;
    return html`
      <header
        ?hidden=${isCovered}
        ?inert=${this.isDemonstrating}
        @demonstrate=${this.#demonstrate}
        @find=${this.#openPalette}
      >
        <ys-top-bar .store=${store}></ys-top-bar>
      </header>
      ${this.#notice()} ${isCovered ? nothing : this.#banner()}
      <main class="work" ?hidden=${isCovered} ?inert=${this.isDemonstrating} style=${cssProperties(this.#columns())}>
        ${this.#shows("rubric") ? this.#rubric() : nothing}
        ${this.#split("columns", this.#shows("rubric") && (this.#shows("results") || this.#shows("data")))}
        ${this.#side()}
      </main>
      ${this.#phoneTabs()}
      ${
        this.isDemonstrating
          ? html`<ys-demonstrate
              .store=${store}
              .keeper=${this.#keeper}
              .presenter=${this.#presenter}
              @leave=${this.#leaveStage}
            ></ys-demonstrate>`
          : nothing
      }
      ${store.screens.current === null ? nothing : this.#screens()} ${this.isPaletteOpen ? this.#palette() : nothing}
      ${this.isDropping ? html`<p class="drop" role="status">${this.messages.dropNow}</p>` : nothing}
    `;
  }

  /** Loaded after the first result, which does not wait for it. */
  #banner() {
    const { store } = this;
    if (!store.isBannerShown || store.good === null) return nothing;
    return this.#bannerView.show(
      () => html`<ys-example-banner .store=${store} ?inert=${this.isDemonstrating}></ys-example-banner>`,
      this.messages.viewFailed,
    );
  }

  #palette() {
    return this.#paletteView.show(
      () =>
        html`<ys-palette
          .store=${this.store}
          .about=${this.#about}
          @dismiss=${this.#closePalette}
          @demonstrate=${this.#demonstrate}
        ></ys-palette>`,
      this.messages.viewFailed,
    );
  }

  /** The page of the help to open the palette at; `cursor` for that of the word at the cursor. */
  #about: string | null = null;

  #openPalette = (event?: Event): void => {
    this.#about = (event as CustomEvent<string | null> | undefined)?.detail ?? null;
    this.isPaletteOpen = true;
  };

  #closePalette = (): void => {
    this.isPaletteOpen = false;
  };

  /** The keys of the palette work everywhere but on the stage. */
  #onPaletteKey = (event: KeyboardEvent): void => {
    if (this.isDemonstrating || this.isPaletteOpen || event.altKey || event.isComposing) return;
    const about = helpWantedBy(event);
    if (about === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#openPalette(new CustomEvent("help", { detail: about }));
  };

  #screens() {
    return this.#screenViews.show(() => html`<ys-screens .store=${this.store}></ys-screens>`, this.messages.viewFailed);
  }

  #side() {
    const { store } = this;
    const results = this.#shows("results");
    const data = this.#shows("data");
    const isSheetOpen = store.sheet !== null && (!phone.matches || store.layout.phonePane === "results");
    if (!results && !data) return nothing;
    return html`<div class="side" style=${cssProperties(this.#rows())}>
      ${
        results
          ? html`<ys-results-pane
              data-pane="results"
              .store=${store}
              ?inert=${isSheetOpen}
              @focusin=${() => store.layout.setActivePane("results")}
            ></ys-results-pane>`
          : nothing
      }
      ${this.#split("rows", results && data)} ${data ? this.#data(isSheetOpen) : nothing}
      ${isSheetOpen ? this.#sheet() : nothing}
    </div>`;
  }

  /** An empty place while it is being loaded, so that the panes beside it stay where they are. */
  #rubric() {
    const { store } = this;
    const pane = this.#rubricView.show(
      () =>
        html`<ys-rubric-pane data-pane="rubric" .store=${store} @focusin=${() => store.layout.setActivePane("rubric")}
          ><slot name="editor" slot="editor"></slot
        ></ys-rubric-pane>`,
      this.messages.viewFailed,
    );
    return pane === nothing ? html`<div></div>` : pane;
  }

  #data(isCovered: boolean) {
    return this.#dataView.show(
      () =>
        html`<ys-data-pane
          data-pane="data"
          .store=${this.store}
          ?inert=${isCovered}
          @focusin=${() => this.store.layout.setActivePane("data")}
        ></ys-data-pane>`,
      this.messages.viewFailed,
    );
  }

  #sheet() {
    return this.#sheetView.show(
      () => html`<ys-score-sheet data-pane="results" .store=${this.store}></ys-score-sheet>`,
      this.messages.viewFailed,
    );
  }

  #split(between: "columns" | "rows", isThere: boolean) {
    if (!isThere || phone.matches) return nothing;
    return html`<ys-split
      between=${between}
      .share=${this.store.preferences[between]}
      .rest=${defaultPreferences[between]}
      label=${this.messages.split[between]}
      @share=${({ detail }: ShareEvent) => this.store.layout.setSplit(between, detail)}
    ></ys-split>`;
  }

  /**
   * Why nothing can be edited or was not saved, and what can be done about it. Shown as text because a touch screen
   * shows no tooltips.
   */
  #notice() {
    const { store, messages } = this;
    if (store.save.kind === "unsaved")
      return html`<div class="notice" role="alert">
        ${icon("warning")}<span>${messages.unsavedWhy[store.save.why]}</span>
        ${
          store.save.why === "conflict"
            ? html`<button class="btn line short" @click=${() => store.copyProject()}>${messages.keepCopy}</button>`
            : nothing
        }
      </div>`;
    if (store.save.kind !== "read-only") return nothing;
    if (store.save.why === "newer")
      return html`<div class="notice" role="status">
        ${icon("lock")}<span>${messages.newerNotice}</span>
        <button class="btn line short" @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}>
          ${messages.download}
        </button>
      </div>`;
    return html`<div class="notice" role="status">
      ${icon("lock")}<span>${messages.readOnlyNotice}</span>
      <button class="btn line short" @click=${() => store.copyProject()}>${messages.makeCopy}</button>
    </div>`;
  }

  #keeper: StageKeeper | null = null;
  #presenter: { readonly address: string; readonly channel: string } | null = null;

  /** The stage and its views are loaded when they are first opened. */
  #demonstrate = async (): Promise<void> => {
    const [{ presenterWindow }, { stageKeeper }] = await Promise.all([
      import("./presenter-window.js"),
      import("../storage/stage-keeper.js"),
      import("@yardstick/stage/view"),
    ]);
    this.#keeper = stageKeeper(this.store.projects.id);
    this.#presenter = presenterWindow();
    this.isDemonstrating = true;
  };

  #leaveStage = (): void => {
    this.isDemonstrating = false;
  };

  #phoneTabs() {
    const { store, messages } = this;
    return html`<nav class="phone-tabs" ?hidden=${store.screens.isCovering} aria-label=${messages.panes}>
      ${phoneOrder.map(
        (pane) =>
          html`<button
            aria-current=${store.layout.phonePane === pane}
            @click=${() => store.layout.choosePhonePane(pane)}
          >
            ${icon(pane)}${messages.pane[pane]}
          </button>`,
      )}
    </nav>`;
  }

  /** Panes are hidden until the last project has been loaded, so that the example does not flash up first. */
  #shows(pane: PaneName): boolean {
    if (this.store.save.kind === "opening") return false;
    return phone.matches ? this.store.layout.phonePane === pane : this.store.layout.isOpen(pane);
  }

  #columns(): CssProperties {
    const { columns } = this.store.preferences;
    const both = this.#shows("rubric") && (this.#shows("results") || this.#shows("data"));
    return {
      "grid-template-columns": both ? tracks(columns) : "minmax(0, 1fr)",
      "grid-template-rows": "minmax(0, 1fr)",
    };
  }

  #rows(): CssProperties {
    const both = this.#shows("results") && this.#shows("data");
    return {
      "grid-template-columns": "minmax(0, 1fr)",
      "grid-template-rows": both ? tracks(this.store.preferences.rows) : "minmax(0, 1fr)",
    };
  }

  #onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    this.isDropping = true;
  };

  #onDragEnd = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isDropping = false;
  };

  #onDrop = (event: DragEvent): void => {
    this.isDropping = false;
    const { dataTransfer } = event;
    if (dataTransfer === null || dataTransfer.files.length + dataTransfer.items.length === 0) return;
    event.preventDefault();
    const files = droppedFiles(dataTransfer);
    void fileIntake().then(async (intake) => intake.takeFiles(this.store, await files));
  };

  /** The form asks for a document: one that was pasted onto it, or a file to choose. */
  #onReadDocument = (event: Event): void => {
    const { detail } = event as CustomEvent<PastedDocument | null>;
    void fileIntake().then((intake) => {
      if (detail === null) intake.pickDocument(this.store);
      else intake.takeText(this.store, detail, detail.selected);
    });
  };

  /**
   * F6 moves to the next pane; Escape closes the score sheet wherever the focus is, unless a smaller element has
   * handled it.
   */
  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented && this.store.screens.current === null)
      this.store.closeSheet();
    if (event.key !== "F6") return;
    event.preventDefault();
    const elements = [...this.renderRoot.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => !pane.inert);
    const at = elements.findIndex((pane) => pane.matches(":focus-within"));
    const count = elements.length;
    const before = at < 0 ? 0 : at;
    const next = elements[event.shiftKey ? (before + count - 1) % count : (at + 1) % count];
    next?.focus();
  };

  /** The handles between the panes, without which the panes keep their sizes. */
  protected override firstUpdated(): void {
    void import("../views/base/split-handle.js").catch(() => {});
  }

  protected override onChange(): void {
    super.onChange();
    const sheet = this.renderRoot.querySelector("ys-score-sheet");
    if (this.store.sheet !== null || !sheet?.matches(":focus-within")) return;
    // The focused element disappears with the sheet: the focus returns to the row from which the sheet was opened.
    const results = this.renderRoot.querySelector("ys-results-pane");
    void this.updateComplete.then(() => results?.focusSelected());
  }
}

/** Grid tracks of two panes with the split handle between them. */
function tracks(share: number): string {
  return `minmax(0, ${share.toFixed(4)}fr) 1px minmax(0, ${(1 - share).toFixed(4)}fr)`;
}
