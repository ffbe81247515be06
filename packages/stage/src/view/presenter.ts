/**
 * The presenter's window, which the room does not see: all sliders, the note of the step, the next step, clocks, and what the room sees. It
 * shares its stage with the window that the room sees.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { withMinusSign } from "@yardstick/exact";
import { base, controls, icon, isDark, marks } from "@yardstick/ui";
import { BEAT } from "../link/link-protocol.js";
import { PresenterLink } from "../link/presenter-link.js";
import { stageMessages } from "../messages/messages.js";
import type { StageMessages } from "../messages/zh.js";
import type { Stage } from "../model/stage.js";
import { endQuestion, endQuestionStyles, focusGoOn } from "./end-question.js";
import { arrow, movedBy } from "./moves.js";
import { presenterStyles } from "./presenter-styles.js";
import { stageStyles } from "./stage-styles.js";
import "./difference-view.js";
import "./weights-panel.js";

/** Rows of the ranking that the presenter sees. */
const ROWS = 10;
const MINUTE = 60_000;

/** The element `ys-presenter`. */
@customElement("ys-presenter")
export class Presenter extends LitElement {
  /** Name of the channel to the room's window; must be set before the element is connected. */
  @property({ attribute: false }) channel = "";
  /** The language until the room's window has answered. */
  @property({ attribute: false }) browserLang: "zh" | "en" = "zh";
  @state() private asksToEnd = false;
  /** Planned minutes; null: none. */
  @state() private planned: number | null = null;
  #link: PresenterLink | null = null;
  #begun = Date.now();
  #clock: ReturnType<typeof setInterval> | undefined;

  static override styles = [base, controls, marks, stageStyles, endQuestionStyles, presenterStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begun = Date.now();
    this.#link = new PresenterLink(new BroadcastChannel(this.channel), () => this.requestUpdate());
    this.#clock = setInterval(() => this.requestUpdate(), BEAT / 3);
    document.addEventListener("keydown", this.#onKey, true);
    addEventListener("pagehide", this.#bye);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#onKey, true);
    removeEventListener("pagehide", this.#bye);
    this.#bye();
  }

  #bye = (): void => {
    clearInterval(this.#clock);
    this.#link?.dispose();
    this.#link = null;
  };

  get #messages(): StageMessages {
    return stageMessages[this.#link?.stage?.store.lang ?? this.browserLang];
  }

  override render() {
    const link = this.#link;
    const stage = link?.stage ?? null;
    const messages = this.#messages;
    if (link === null || stage === null) return html`<p class="waiting" role="status">${messages.waitingForRoom}</p>`;
    return html`<div class="window">
      ${this.#bar(link, stage)}
      ${
        this.asksToEnd
          ? endQuestion(
              messages,
              () => this.#end(link),
              () => (this.asksToEnd = false),
            )
          : nothing
      }
      <section class="weights" aria-label=${messages.weights}>${this.#panels(stage)}</section>
      ${this.#room(stage)} ${this.#notes(stage)}
    </div>`;
  }

  #bar(link: PresenterLink, stage: Stage): TemplateResult {
    const messages = this.#messages;
    const now = new Date();
    const elapsed = now.getTime() - this.#begun;
    const two = (part: number) => String(part).padStart(2, "0");
    const spent = `${two(Math.floor(elapsed / MINUTE))}:${two(Math.floor((elapsed % MINUTE) / 1_000))}`;
    const { planned } = this;
    const dark = isDark(stage.store.preferences);
    return html`<header class="bar">
      <b>${messages.presenter}</b><span class="cut">${stage.store.name}</span>
      <span class="grow"></span>
      <span class="clock" role="timer"
        >${messages.elapsed} <b class=${planned !== null && elapsed > planned * MINUTE ? "over" : ""}>${spent}</b>
        ${planned === null ? nothing : html`<progress max=${planned * MINUTE} .value=${Math.min(elapsed, planned * MINUTE)} aria-label=${messages.elapsed}></progress>`}
        <label
          >${messages.planned}
          <input
            type="number"
            min="1"
            max="600"
            .value=${planned === null ? "" : String(planned)}
            @change=${this.#plan}
          />
          ${messages.minutes}</label
        >
      </span>
      <span class="clock">${messages.timeNow} <b>${two(now.getHours())}:${two(now.getMinutes())}</b></span>
      <span class="link ${link.state}" role="status">${messages.linkState[link.state]}</span>
      <button
        class="btn line"
        aria-pressed=${link.isBlack}
        ?disabled=${link.state !== "connected"}
        @click=${() => link.setBlack(!link.isBlack)}
      >
        ${messages.black}<kbd>K</kbd>
      </button>
      <button
        class="btn ico"
        aria-label=${dark ? messages.toLight : messages.toDark}
        title=${dark ? messages.toLight : messages.toDark}
        @click=${() => {
          stage.store.setTheme(dark ? "light" : "dark");
          this.dispatchEvent(new CustomEvent("theme", { detail: dark ? "light" : "dark" }));
        }}
      >
        ${icon(dark ? "moon" : "sun")}
      </button>
      <button class="btn" @click=${() => void this.#askToEnd()}>${icon("close")}${messages.end}</button>
    </header>`;
  }

  #plan = (event: Event): void => {
    const minutes = Number((event.target as HTMLInputElement).value);
    this.planned = Number.isInteger(minutes) && minutes > 0 ? minutes : null;
  };

  /** The weights that the stage shows, and before them those of the level above. */
  #panels(stage: Stage): TemplateResult {
    const above = stage.groupAbove;
    if (above === null) return html`<ys-weights-panel .stage=${stage} .group=${null} isDense></ys-weights-panel>`;
    return html`<ys-weights-panel .stage=${stage} .group=${above} isDense></ys-weights-panel
      ><ys-weights-panel .stage=${stage} .group=${null} isDense isInner></ys-weights-panel>`;
  }

  #room(stage: Stage): TemplateResult {
    const messages = this.#messages;
    const rows = [...(stage.results.frame?.rows ?? [])].sort((a, b) => a.at - b.at).slice(0, ROWS);
    return html`<section class="room" aria-label=${messages.roomNow}>
      <div>
        <h3>${messages.roomNow}</h3>
        <ol>
          ${rows.map((row) => {
            const { key, place, score } = row;
            const moved = movedBy(row);
            return html`<li class=${moved > 0 ? "moved" : ""}>
              <span
                >${place ?? html`<span class="seal" role="img" aria-label=${messages.vetoed([])}>${messages.seal}</span>`}</span
              >
              <span
                >${moved === 0 ? "—" : html`<span class="sr">${moved > 0 ? messages.rising(moved) : messages.falling(-moved)}</span><span aria-hidden="true">${arrow(moved > 0)}${Math.abs(moved)}</span>`}</span
              >
              <span class="cut">${key}</span><span class="n">${withMinusSign(score ?? "")}</span>
            </li>`;
          })}
        </ol>
      </div>
      <div>
        <h3>${messages.roomSays}</h3>
        <ys-difference .stage=${stage} isBrief></ys-difference>
      </div>
    </section>`;
  }

  #notes(stage: Stage): TemplateResult {
    const messages = this.#messages;
    const { script } = stage;
    const { steps, step } = script;
    const following = steps[(step ?? -1) + 1];
    const here = step === null ? null : (steps[step] ?? null);
    return html`<section class="notes" aria-label=${messages.lesson}>
      ${
        steps.length === 0
          ? nothing
          : html`<nav class="tabs" aria-label=${messages.steps}>
              ${steps.map(
                (_, index) =>
                  html`<button aria-current=${index === step ? "step" : "false"} @click=${() => script.goTo(index)}>
                    ${index + 1}
                  </button>`,
              )}
            </nav>`
      }
      <div class="note">
        <h3>
          ${
            steps.length === 0
              ? messages.scenarioOf(stage.scenarioIndex + 1, stage.scenarioCount)
              : html`${messages.lesson} ${messages.stepOf((step ?? 0) + 1, steps.length)}`
          }
          <b>${stage.scenarioName ?? (stage.isAsWritten ? messages.asWritten : messages.ownWeights)}</b>
        </h3>
        <textarea
          aria-label=${messages.note}
          placeholder=${steps.length === 0 ? messages.noScript : messages.note}
          .value=${here?.note ?? ""}
          ?readonly=${here === null && steps.length > 0}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLTextAreaElement;
            if (here !== null) script.update(value);
            else if (value.trim() !== "") script.add(value);
          }}
        ></textarea>
      </div>
      <div class="next">
        <span class="mut">${messages.nextStep}</span>
        <span class="cut" title=${following?.note ?? ""}
          >${following?.note ?? (steps.length === 0 ? "" : messages.lastStep)}</span
        >
        <button class="btn line" @click=${() => script.previous()}>${messages.previous}<kbd>PgUp</kbd></button>
        <button class="btn main" @click=${() => script.next()}>${messages.next}<kbd>PgDn</kbd></button>
      </div>
      <dl class="keys" aria-label=${messages.keys}>
        ${messages.presenterKeys.map(
          ([key, does]) =>
            html`<div>
              <dt><kbd>${key}</kbd></dt>
              <dd>${does}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  async #askToEnd(): Promise<void> {
    this.asksToEnd = true;
    await this.updateComplete;
    focusGoOn(this.renderRoot);
  }

  #end(link: PresenterLink): void {
    link.end();
    window.close();
  }

  #onKey = (event: KeyboardEvent): void => {
    const link = this.#link;
    const stage = link?.stage ?? null;
    if (link === null || stage === null) return;
    const [target] = event.composedPath();
    const isText =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== "range");
    if (event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key.toLowerCase() !== "z" || isText) return;
      stage.undo();
    } else if (event.key === "PageDown") stage.script.next();
    else if (event.key === "PageUp") stage.script.previous();
    else if (isText) return;
    else if (event.key === "Escape") {
      if (this.asksToEnd) this.asksToEnd = false;
      else if (target instanceof HTMLInputElement) target.blur();
      else void this.#askToEnd();
    } else if (event.key === "k" || event.key === "K") link.setBlack(!link.isBlack);
    else if (event.key === "r" || event.key === "R") stage.reset();
    else if (event.key === "b" || event.key === "B") stage.pinBaseline();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-presenter": Presenter;
  }
}
