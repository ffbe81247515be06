/**
 * The rubric pane: a head that switches between form and text, the form or the editor in its slot, and a foot with the
 * number of problems and the position of the cursor.
 */
import { css, html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { FormFixes } from "@yardstick/designer/view";
import { putBackMessages } from "../../messages/put-back.js";
import { appliedFix, applyFix, takeBack, withLastGoodFix } from "../base/put-back.js";
import { countBySeverity, countErrors, isUnfilled, lineOf } from "../../store/diagnostics-view.js";
import type { RubricMode } from "../../storage/preferences.js";
import { base, controls, icon, type IconName } from "@yardstick/ui";
import { pane } from "../styles/pane.js";
import { tabs } from "../styles/tabs.js";
import { LazyView } from "../base/lazy-view.js";
import { StoreElement } from "../base/store-element.js";
import { tabStrip } from "../base/tab-strip.js";

/** Width in pixels from which outline and editor are shown side by side; the same value as in the styles below. */
const ROOM_FOR_BOTH = 480;

function fileName(path: string): string {
  return path.replace(/^.*\//u, "");
}

@customElement("ys-rubric-pane")
export class RubricPane extends StoreElement {
  protected readonly topics = ["project", "evaluation", "cursor", "layout"] as const;
  /** The form needs the parser in the page: it is loaded after the rest of the first view has been rendered. */
  @state() private hasDesigner = customElements.get("ys-designer") !== undefined;
  @state() private isFormMissing = false;
  @state() private isOutlineOpen = false;
  @query("slot") private editorSlot!: HTMLSlotElement | null;
  @query("ys-designer") private designer!: HTMLElementTagNameMap["ys-designer"] | null;

  readonly #outline = new LazyView(this, () => import("./rubric-outline.js"));

  static override styles = [
    base,
    controls,
    pane,
    tabs,
    css`
      .room {
        flex: 1;
        min-height: 0;
        position: relative;
      }
      ys-designer {
        flex: 1;
      }
      ys-designer + .room {
        border-top: 1px solid var(--line);
      }
      @container (max-width: 779px) {
        .seg > .wide {
          display: none;
        }
      }
      .split {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(11em, 32%) minmax(0, 1fr);
      }
      .editor {
        position: absolute;
        inset: 0;
      }
      .split > .editor {
        position: relative;
        inset: auto;
      }
      @container (max-width: 479px) {
        .split {
          grid-template-columns: minmax(0, 1fr);
        }
        .split > .editor {
          display: none;
        }
      }
      .files {
        flex: none;
        display: flex;
        overflow-x: auto;
        padding: 0 var(--s4);
        border-bottom: 1px solid var(--hair);
      }
      ::slotted(*) {
        position: absolute;
        inset: 0;
      }
    `,
  ];

  override render() {
    const { store, messages } = this;
    const { rubricMode: mode } = store;
    const hasForm = mode !== "text";
    const hasOutline = this.isOutlineOpen && mode === "text";
    return html`<div class="pane-head">
        <h2>${messages.pane.rubric}</h2>
        <span class="seg" role="group" aria-label=${messages.rubricModes.label}>
          ${(["form", "text", "both"] as const).map(
            (each) =>
              html`<button
                class=${each === "both" ? "wide" : ""}
                aria-pressed=${each === mode}
                @click=${() => this.#choose(each)}
              >
                ${messages.rubricModes[each]}
              </button>`,
          )}
        </span>
        <span class="mut small cut grow">${hasForm ? nothing : this.#path()}</span>
        ${
          hasForm
            ? html`<button
                class="btn ico"
                aria-haspopup="menu"
                aria-label=${messages.more}
                title=${messages.more}
                @click=${(event: Event) => this.designer?.openActions(event.currentTarget as HTMLElement)}
              >
                ${icon("more")}
              </button>`
            : this.#textButtons()
        }
      </div>
      ${this.#files()} ${hasForm ? this.#form() : nothing}
      ${
        mode === "form"
          ? nothing
          : html`<div class=${hasOutline ? "room split" : "room"}>
              ${
                hasOutline
                  ? this.#outline.show(
                      () =>
                        html`<ys-rubric-outline
                          .store=${store}
                          @close=${() => this.#toggleOutline(false)}
                          @gone=${this.#onGone}
                        ></ys-rubric-outline>`,
                      messages.viewFailed,
                    )
                  : nothing
              }
              <div class="editor"><slot name="editor"></slot></div>
            </div>`
      }
      <div class="pane-foot">${this.#foot()}</div>`;
  }

  #textButtons() {
    const { messages } = this;
    const button = (name: IconName, label: string, run: () => void, isOn: boolean | null = null) =>
      html`<button
        class="btn ico"
        aria-label=${label}
        title=${label}
        aria-pressed=${isOn === null ? nothing : isOn}
        @click=${run}
      >
        ${icon(name)}
      </button>`;
    return html`${button("outline", messages.outline, () => this.#toggleOutline(!this.isOutlineOpen), this.isOutlineOpen)}
    ${button("tidy", messages.tidy, () => this.#editor()?.format())}
    ${button("search", messages.find, () => this.#editor()?.find())}`;
  }

  /** The rubrics of the project, when it has several, each with its number of errors. */
  #files() {
    const { store, messages } = this;
    const { files } = store;
    if (files.length < 2) return nothing;
    const errorsOf = (path: string) => {
      const found = path === store.path ? store.evaluation.diagnostics : (store.evaluation.others.get(path) ?? []);
      return countBySeverity(found).error;
    };
    const strip = files.map(({ path }) => {
      const errors = errorsOf(path);
      const isAlone = files.filter((other) => fileName(other.path) === fileName(path)).length === 1;
      return { id: path, label: isAlone ? fileName(path) : path, count: errors === 0 ? null : messages.errors(errors) };
    });
    return html`<div class="files">
      ${tabStrip(messages.files, strip, store.path, (path) => store.bringToFront(path))}
    </div>`;
  }

  #editor(): HTMLElementTagNameMap["ys-rubric-editor"] | null {
    const slotted = this.editorSlot?.assignedElements({ flatten: true })[0];
    return (slotted as HTMLElementTagNameMap["ys-rubric-editor"] | undefined) ?? null;
  }

  async #toggleOutline(isOpen: boolean): Promise<void> {
    this.isOutlineOpen = isOpen;
    if (isOpen) await this.#outline.load();
    await this.updateComplete;
    if (isOpen) this.renderRoot.querySelector("ys-rubric-outline")?.focus();
    else this.#editor()?.focus();
  }

  /** In a narrow pane, the outline closes after revealing a heading. */
  #onGone = (): void => {
    if (this.clientWidth < ROOM_FOR_BOTH) this.isOutlineOpen = false;
  };

  protected override firstUpdated(): void {
    if (this.store.rubricMode !== "text") void this.#fetchForm();
  }

  #form() {
    if (this.hasDesigner) return html`<ys-designer .store=${this.store} .fixes=${this.#fixes()}></ys-designer>`;
    return html`<div class="room" role="status">
      <p class="empty">${this.isFormMissing ? this.messages.formFailed : this.messages.working}</p>
    </div>`;
  }

  /** For the rows of the form, as in the checks. */
  #fixes(): FormFixes {
    const { store } = this;
    return { complete: (found) => withLastGoodFix(found, store), apply: (fix) => applyFix(store, fix) };
  }

  async #fetchForm(): Promise<void> {
    if (this.hasDesigner) return;
    try {
      await import("@yardstick/designer/view");
      this.hasDesigner = true;
    } catch {
      this.isFormMissing = true;
    }
  }

  /** The selection of one view is shown in the other. */
  #choose(mode: RubricMode): void {
    const { store } = this;
    const at = this.designer?.selection ?? null;
    if (mode !== "text") void this.#fetchForm();
    store.setRubricMode(mode, mode === "form" ? null : at);
  }

  /** The parts that contain the cursor, outermost first. */
  #path(): string {
    const { good, cursor, evaluation } = this.store;
    if (good === null || cursor === null || evaluation.isStale) return "";
    return good.program.parts
      .filter(({ span }) => span[0] <= cursor.offset && cursor.offset <= span[1])
      .map(({ name }) => name)
      .join(" › ");
  }

  #foot() {
    const { store, messages } = this;
    const { diagnostics, good } = store.evaluation;
    const counts = countBySeverity(diagnostics);
    const { errors, unfilled } = countErrors(diagnostics);
    const first = diagnostics.find((each) => each.severity === "error" && !isUnfilled(each));
    const slot = diagnostics.find(isUnfilled);
    const other =
      diagnostics.find(({ severity }) => severity === "warning") ??
      diagnostics.find(({ severity }) => severity === "advice");
    const { cursor } = store;
    const fixed = appliedFix(store);
    return html`${
        fixed === null
          ? nothing
          : html`<span class="message" role="status">${putBackMessages[store.lang].applied(fixed.title)}</span
              ><button class="message fixed blue" @click=${() => takeBack(store)}>
                ${icon("undo")}${fixed.back.title}
              </button>`
      }${
        first === undefined
          ? good === null || slot !== undefined
            ? nothing
            : html`<span class="fixed">${icon("check")}${messages.noErrors}</span>`
          : html`<button
              class="message red ${store.rubricMode === "form" ? "" : "fixed"}"
              @click=${() => store.reveal(first.span)}
            >
              ${icon("error")}${
                store.rubricMode === "form"
                  ? messages.errorsWithFirst(errors, first.message)
                  : messages.errorsAt(errors, lineOf(store.rubric, first.span[0]))
              }
            </button>`
      }
      ${
        slot === undefined
          ? nothing
          : html`<button class="message ochre" @click=${() => store.reveal(slot.span)}>
              ${icon("warning")}${messages.unfilled(unfilled)}
            </button>`
      }
      ${
        other === undefined
          ? nothing
          : html`<button class="message ochre" @click=${() => store.reveal(other.span)}>
              ${icon("warning")}${messages.hints(counts.warning, counts.advice)}${
                first === undefined && slot === undefined ? messages.colon + other.message : nothing
              }
            </button>`
      }
      <span class="grow"></span>
      ${
        cursor === null || store.rubricMode === "form"
          ? nothing
          : html`<span class="fixed hide-s">${messages.lineColumn(cursor.line, cursor.column)}</span>`
      }`;
  }

  override focus(): void {
    if (this.designer !== null) this.designer.focus();
    else
      for (const element of this.editorSlot?.assignedElements({ flatten: true }) ?? [])
        (element as HTMLElement).focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-rubric-pane": RubricPane;
  }
}
