/**
 * The stage: weights on the left, their effects on the right, large enough for the back row of a room. Covers the whole
 * window; its keys suit a presenter's remote control.
 */
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base, brandMark, controls, icon, isDark } from "@yardstick/ui";
import type { StageStore } from "../model/stage-store.js";
import "./difference-view.js";
import "./robustness-view.js";
import "./rank-lines.js";
import "./scenarios-view.js";
import "./script-panel.js";
import type { StageView } from "../protocol/script-step.js";
import type { StageKeeper } from "../protocol/stage-memory.js";
import { RoomLink } from "../link/room-link.js";
import { Stage } from "../model/stage.js";
import { endQuestion, endQuestionStyles, focusGoOn } from "./end-question.js";
import { canSavePicture, savePicture } from "./save-picture.js";
import { StageElement } from "./stage-element.js";
import { highContrast, stageFrameStyles } from "./stage-frame-styles.js";
import { stageStyles } from "./stage-styles.js";
import "./weights-panel.js";
import "./weights-ruler.js";

/** Milliseconds after the last change until the state is kept. */
const KEEP = 300;

const views: readonly StageView[] = ["ranking", "robustness", "scenarios"];

/** The element `ys-demonstrate`; dispatches `leave` when the user closes it. */
@customElement("ys-demonstrate")
export class Demonstrate extends StageElement {
  /** Sets the state; must be set before the element is connected. */
  @property({ attribute: false }) set store(store: StageStore) {
    // The property is set again while the element is upgraded: the existing stage is kept.
    if ((this.stage as Stage | undefined)?.store !== store) this.stage = new Stage(store);
  }
  /** Where the state is kept when the stage is left; null: nowhere. Must be set before the element is connected. */
  @property({ attribute: false }) keeper: StageKeeper | null = null;
  /** The address of the presenter's window and the name of the channel to it; null where it cannot be opened. */
  @property({ attribute: false }) presenter: { readonly address: string; readonly channel: string } | null = null;
  @state() private isBlocked = false;
  @state() private hasNoPicture = false;
  #link: RoomLink | null = null;
  @state() private showsScript = false;
  /** What the trainer says is projected only when asked for. */
  @state() private showsNote = false;
  @state() private asksToEnd = false;
  @state() private isContrasted = false;
  @state() private showsKeys = false;

  static override styles = [base, controls, stageStyles, endQuestionStyles, stageFrameStyles, highContrast];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#onKey, true);
    document.addEventListener("fullscreenchange", this.#onFullScreen);
    addEventListener("pagehide", this.#keep);
    if (this.presenter !== null)
      this.#link = new RoomLink(new BroadcastChannel(this.presenter.channel), this.stage, this.stage.store, {
        notify: () => this.requestUpdate(),
        end: () => this.#leave(),
      });
    void this.stage.open(this.keeper?.read() ?? null).then(() => {
      this.showsScript = this.stage.script.steps.length > 0;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey, true);
    document.removeEventListener("fullscreenchange", this.#onFullScreen);
    removeEventListener("pagehide", this.#keep);
    this.#keep();
    this.#link?.dispose();
    this.#link = null;
    this.stage.dispose();
  }

  /** Also while it is shown, so that a window that is killed loses nothing. */
  protected override updated(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(this.#keep, KEEP);
  }

  #keeping: ReturnType<typeof setTimeout> | undefined;
  #keep = (): void => {
    clearTimeout(this.#keeping);
    const { memory } = this.stage;
    if (memory !== null) this.keeper?.write(memory);
  };

  override render() {
    const { stage } = this;
    return html`<div
      class="app ${this.isContrasted ? "contrast" : ""} ${isDark(stage.store.preferences) ? "dark" : ""}"
      role="dialog"
      aria-modal="true"
      aria-label=${this.messages.stage}
    >
      ${this.#link?.isBlack === true ? html`<div class="black"></div>` : nothing}
      ${this.asksToEnd ? endQuestion(this.messages, this.#leave, () => (this.asksToEnd = false)) : nothing}
      ${
        // What the trainer does in the other window is not projected.
        this.#link?.isConnected === true && !stage.isEmpty ? this.#room() : this.#whole()
      }
    </div>`;
  }

  /** What the room sees while the presenter's window is open: weights, ranking and sentence, without controls. */
  #room() {
    const { stage, messages } = this;
    const { script } = stage;
    const name = stage.scenarioName ?? (stage.isAsWritten ? messages.asWritten : messages.ownWeights);
    return html`<header class="rtop">
        <h1 class="cut">${stage.store.name}</h1>
        <span>
          ${script.step === null ? nothing : messages.stepOf(script.step + 1, script.steps.length)} <b>${name}</b></span
        >
      </header>
      <main class="for-room">
        <ys-weights-ruler .stage=${stage}></ys-weights-ruler>
        ${
          stage.view === "ranking"
            ? html`<ys-rank-lines .stage=${stage} isBare></ys-rank-lines>
                <ys-difference .stage=${stage} isBrief></ys-difference>`
            : stage.view === "robustness"
              ? html`<ys-robustness .stage=${stage}></ys-robustness>`
              : html`<ys-scenarios .stage=${stage}></ys-scenarios>`
        }
      </main>`;
  }

  #whole() {
    const { stage } = this;
    return html`${this.#bar()} ${this.showsKeys ? this.#keys() : nothing}
    ${this.isBlocked ? html`<p class="blocked" role="alert">${this.messages.presenterBlocked}</p>` : nothing}
    ${this.hasNoPicture ? html`<p class="blocked" role="alert">${this.messages.pictureFailed}</p>` : nothing}
    ${stage.isEmpty ? html`<p class="empty">${this.messages.empty}</p>` : this.#body()}`;
  }

  #body() {
    const { stage } = this;
    return html`<main class="demo">
      ${
        // The comparison shows saved scenarios: no weight can be moved there, so it takes the whole width.
        stage.view === "scenarios"
          ? nothing
          : html`<section class="w" aria-label=${this.messages.weights}>
              <ys-weights-panel .stage=${stage}></ys-weights-panel>
            </section>`
      }
      ${
        stage.view === "ranking"
          ? html`<section class="c" aria-label=${this.messages.ranking}>
                <ys-rank-lines .stage=${stage}></ys-rank-lines>
              </section>
              <section class="e" aria-label=${this.messages.difference}>
                <ys-difference .stage=${stage}></ys-difference>
              </section>`
          : html`<section
              class="c whole ${stage.view === "scenarios" ? "wide" : ""}"
              aria-label=${this.messages.views[stage.view]}
            >
              ${stage.view === "robustness" ? html`<ys-robustness .stage=${stage}></ys-robustness>` : html`<ys-scenarios .stage=${stage}></ys-scenarios>`}
            </section>`
      }
      ${
        this.showsScript
          ? html`<section class="t" aria-label=${this.messages.lesson}>
              <ys-script-panel
                .stage=${stage}
                .showsNote=${this.showsNote}
                @toggle-note=${() => (this.showsNote = !this.showsNote)}
              ></ys-script-panel>
            </section>`
          : nothing
      }
    </main>`;
  }

  #bar() {
    const { stage, messages } = this;
    const { store } = stage;
    const dark = isDark(store.preferences);
    const isFull = document.fullscreenElement !== null;
    const { script } = stage;
    const hasScript = script.steps.length > 0;
    const at =
      hasScript && script.step !== null
        ? messages.stepOf(script.step + 1, script.steps.length)
        : messages.scenarioOf(stage.scenarioIndex + 1, stage.scenarioCount);
    const name = stage.scenarioName ?? (stage.isAsWritten ? messages.asWritten : messages.ownWeights);
    const button = (label: string, mark: ReturnType<typeof icon>, act: () => void, more = "") =>
      html`<button class="btn ico ${more}" aria-label=${label} title=${label} @click=${act}>${mark}</button>`;
    return html`<header class="dtop">
      <span class="brand hide-s">${brandMark}</span>
      <h1 class="dt cut" title=${store.name}>${store.name}</h1>
      <span class="vr hide-m"></span>
      <span class="step">
        ${button(messages.previous, icon("left"), () => script.previous(), "line")}
        <span class="mut hide-m">${at}</span><b class="cut">${name}</b>
        ${button(messages.next, icon("right"), () => script.next(), "line")}
        <button
          class="btn ico hide-m"
          aria-label=${script.isPlaying ? messages.stop : messages.play}
          title=${script.isPlaying ? messages.stop : messages.play}
          aria-pressed=${script.isPlaying}
          @click=${() => script.togglePlay()}
        >
          ${script.isPlaying ? pauseMark : playMark}
        </button>
      </span>
      <span class="grow"></span>
      <span class="seg" role="group" aria-label=${messages.view}>
        ${views.map(
          (view) =>
            html`<button aria-pressed=${stage.view === view} @click=${() => stage.setView(view)}>
              ${messages.views[view]}
            </button>`,
        )}
      </span>
      <button
        class="btn line hide-s"
        aria-label="${messages.toBaseline} R"
        title=${messages.toBaseline}
        ?disabled=${stage.isAtBaseline}
        @click=${() => stage.reset()}
      >
        ${icon("undo")}<span class="hide-l">${messages.toBaseline}</span><kbd class="hide-l">R</kbd>
      </button>
      <button
        class="btn line hide-s"
        aria-label="${messages.pinBaseline} B"
        title=${messages.pinBaseline}
        ?disabled=${stage.isAtBaseline}
        @click=${() => stage.pinBaseline()}
      >
        ${icon("flagFull")}<span class="hide-l">${messages.pinBaseline}</span><kbd class="hide-l">B</kbd>
      </button>
      <button
        class="btn hide-s"
        aria-pressed=${this.showsScript}
        @click=${() => (this.showsScript = !this.showsScript)}
      >
        ${messages.lesson}
      </button>
      ${
        this.presenter === null
          ? nothing
          : html`<button class="btn hide-s" title=${messages.openPresenter} @click=${this.#openPresenter}>
              ${messages.presenter}
            </button>`
      }
      ${button(dark ? messages.toLight : messages.toDark, icon(dark ? "moon" : "sun"), () => store.setTheme(dark ? "light" : "dark"), "hide-s")}
      <button
        class="btn ico hide-s"
        aria-label=${messages.highContrast}
        title=${messages.highContrast}
        aria-pressed=${this.isContrasted}
        @click=${() => (this.isContrasted = !this.isContrasted)}
      >
        ${contrastMark}
      </button>
      <button
        class="btn ico"
        aria-label="${messages.picture} P"
        title=${messages.picture}
        ?disabled=${stage.isEmpty || !canSavePicture(stage)}
        @click=${this.#savePicture}
      >
        ${pictureMark}
      </button>
      <button
        class="btn ico hide-m"
        aria-label=${messages.keys}
        title=${messages.keys}
        aria-pressed=${this.showsKeys}
        @click=${() => (this.showsKeys = !this.showsKeys)}
      >
        ${keysMark}
      </button>
      ${button(isFull ? messages.leaveFullScreen : messages.fullScreen, fullMark, this.#toggleFull, "hide-s")}
      <button class="btn" @click=${this.#leave} aria-label="${messages.leave} Esc" title=${messages.leave}>
        ${icon("close")}<span class="hide-l">${messages.leave}</span><kbd class="hide-l">Esc</kbd>
      </button>
    </header>`;
  }

  #keys() {
    return html`<dl class="keys" aria-label=${this.messages.keys}>
      ${this.messages.keyList.map(
        ([key, does]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>`;
  }

  /** Asks before it leaves moved weights; they are kept, which the question says. */
  async #askToEnd(): Promise<void> {
    const { isAsWritten, writing } = this.stage;
    // What has been written to the text is not lost, also while the stage has not read the new text yet.
    if (isAsWritten || writing.outcome === "applied" || writing.outcome === "kept") return this.#leave();
    this.asksToEnd = true;
    await this.updateComplete;
    focusGoOn(this.renderRoot);
  }

  #openPresenter = (): void => {
    if (this.presenter === null) return;
    const opened = window.open(this.presenter.address, "yardstick-presenter", "popup,width=1280,height=720");
    this.isBlocked = opened === null;
  };

  /** Waits for the ranking of the present weights. The sentence is taken as it is shown; in other views there is none. */
  #savePicture = async (): Promise<void> => {
    const { stage } = this;
    await stage.results.settled();
    await this.updateComplete;
    const difference = this.renderRoot.querySelector("ys-difference");
    await difference?.updateComplete;
    if (stage.isEmpty || !canSavePicture(stage)) return;
    const said = difference?.renderRoot.querySelector(".message")?.textContent ?? "";
    const sentence = said.replaceAll(/\s+/gu, " ").trim();
    this.hasNoPicture = !(await savePicture(this, stage, this.messages, sentence));
  };

  #leave = (): void => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    this.dispatchEvent(new CustomEvent("leave", { bubbles: true, composed: true }));
  };

  #toggleFull = (): void => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen?.().catch(() => {});
  };

  #onFullScreen = (): void => this.requestUpdate();

  /** Handled before other listeners, because a remote control sends page keys to the focused element. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isText(event)) {
        this.stage.undo();
        this.#taken(event);
      }
      return;
    }
    const isWriting = isText(event);
    if (event.key === "PageDown") this.stage.script.next();
    else if (event.key === "PageUp") this.stage.script.previous();
    else if (isWriting) return;
    else if (event.key === "Escape") {
      // The topmost layer first: a question, the list of keys, the slider at hand, the full screen.
      if (this.asksToEnd) this.asksToEnd = false;
      else if (this.showsKeys) this.showsKeys = false;
      else if (target(event)?.matches('[role="slider"], input[type="range"]') === true)
        (target(event) as HTMLElement).blur();
      else if (document.fullscreenElement !== null) return;
      else void this.#askToEnd();
    } else if (event.key === "r" || event.key === "R") this.stage.reset();
    else if (event.key === "b" || event.key === "B") this.stage.pinBaseline();
    else if (event.key === "n" || event.key === "N") {
      this.showsScript = true;
      this.showsNote = !this.showsNote;
    } else if (event.key === "p" || event.key === "P") void this.#savePicture();
    else if (event.key === "f" || event.key === "F") this.#toggleFull();
    else if (event.key === " " && !isControl(event)) this.stage.script.togglePlay();
    else return;
    this.#taken(event);
  };

  #taken(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The element that receives a key event, through shadow roots. */
function target(event: KeyboardEvent): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}

function isText(event: KeyboardEvent): boolean {
  const at = target(event);
  return (
    at instanceof HTMLTextAreaElement ||
    (at instanceof HTMLInputElement && at.type !== "range" && at.type !== "checkbox")
  );
}

function isControl(event: KeyboardEvent): boolean {
  return target(event)?.matches("button, input, select, textarea, a") === true;
}

const mark = (path: string) => html`<svg class="ic" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
const playMark = mark("M5 3.5v9l7-4.5z");
const pauseMark = mark("M5.5 3.5v9M10.5 3.5v9");
const keysMark = mark("M1.5 4.5h13v7h-13zM4 7h.01M6.7 7h.01M9.4 7h.01M12 7h.01M4.5 9.5h7");
const pictureMark = mark("M2 3h12v10H2zM2 11l3.5-3.5 2.5 2.5 2.5-3 3.5 4M5.2 6h.01");
const fullMark = mark("M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10");
const contrastMark = html`<svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
  <circle cx="8" cy="8" r="5.8" />
  <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" />
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    "ys-demonstrate": Demonstrate;
  }
}
