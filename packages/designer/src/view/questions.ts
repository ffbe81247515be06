/** Four questions that generate a rubric, each a sentence with slots that have default answers. Dispatches its text. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { numberOrZero } from "@yardstick/exact";
import { DesignerElement } from "./designer-element.js";
import { base, controls, cssProperties } from "@yardstick/ui";
import { rubricText, sectionsIn, type Answers } from "../edit/new-rubric.js";
import { dialogStyles } from "./dialog-styles.js";

/** The element with the four questions. */
@customElement("ys-questions")
export class Questions extends DesignerElement {
  protected readonly topics = [] as const;
  /** An existing rubric will be replaced: the element shows this and a cancel button. */
  @property({ type: Boolean }) replaces = false;
  /** Shows the sections on a ruler below the questions. */
  @property({ type: Boolean, reflect: true }) preview = false;
  /** Null: the default answers in the current language. */
  @state() private answers: Answers | null = null;
  /** The field that was entered last, until it is clicked or typed in. */
  #entered: HTMLInputElement | HTMLTextAreaElement | null = null;

  static override styles = [
    base,
    controls,
    dialogStyles,
    css`
      ol {
        counter-reset: question;
      }
      :host([preview]) h2 {
        padding-bottom: 0;
        border-bottom: 0;
      }
      .sub {
        padding: 1px 0 8px;
        border-bottom: 1px solid var(--line);
        font-size: var(--t-small);
        line-height: 1.6;
        color: var(--ink-3);
      }
      :host([preview]) form {
        flex: 1;
        display: flex;
        flex-direction: column;
      }
      .ruler {
        display: flex;
        margin-top: 14px;
        border-left: 1px solid var(--line-2);
      }
      .ruler > span {
        height: 22px;
        min-width: 0;
        padding: 0 2px;
        overflow: hidden;
        white-space: nowrap;
        text-align: center;
        font-size: var(--t-small);
        line-height: 20px;
        color: var(--ink-2);
        border: 1px solid var(--line-2);
        border-left: 0;
      }
      :host([preview]) .do {
        margin-top: auto;
      }
      li {
        counter-increment: question;
        display: grid;
        grid-template-columns: 26px minmax(0, 1fr);
        padding: 8px 0;
        border-bottom: 1px solid var(--hair);
      }
      li::before {
        content: counter(question);
        font-size: var(--t-title);
        font-weight: var(--w-strong);
        line-height: 1.2;
      }
      li p:first-child {
        color: var(--ink-3);
        font-size: var(--t-small);
        margin-bottom: 2px;
      }
      li .s {
        font-size: var(--t-base);
        line-height: 1.9;
      }
      input,
      select,
      textarea {
        border: 0;
        border-bottom: 1px solid var(--blue-line);
        background: none;
        padding: 0 4px;
        margin: 0 2px;
        text-align: center;
        border-radius: 0;
        font: inherit;
        color: inherit;
        line-height: 1.4;
      }
      select {
        appearance: none;
        text-align-last: center;
        cursor: pointer;
      }
      textarea {
        text-align: left;
        width: 100%;
        resize: vertical;
        min-height: 46px;
        field-sizing: content;
        line-height: 1.6;
      }
      option {
        background: var(--raised);
      }
      small {
        color: var(--ink-3);
        font-size: var(--t-small);
        display: block;
      }
    `,
  ];

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("input")?.focus();
  }

  override render(): TemplateResult {
    const answers = this.answers ?? this.#first();
    const { questions } = this.messages;
    const set = (change: Partial<Answers>): void => {
      this.answers = { ...answers, ...change };
    };
    const slot = (key: "subject" | "points" | "awarded" | "veto" | "warning", label: string): TemplateResult =>
      html`<input
        name=${key}
        aria-label=${label}
        style=${cssProperties({ width: `${Math.max(3, widthOf(answers[key]) + 1.2)}em` })}
        .value=${answers[key]}
        @input=${(event: Event) => set({ [key]: (event.target as HTMLInputElement).value })}
      />`;
    const periods = Object.values(questions.periods);
    return html`<form
      @submit=${(event: Event) => this.#create(event, answers)}
      @focusin=${this.#enter}
      @click=${this.#onClick}
      @keydown=${() => (this.#entered = null)}
    >
      <h2>${questions.title}</h2>
      ${this.preview ? html`<p class="sub">${questions.newOne}</p>` : nothing}
      <ol>
        <li>
          <div>
            <p>${questions.who}</p>
            <p class="s">
              ${questions.whoBefore} ${slot("subject", questions.who)}${questions.whoMiddle}
              <select
                aria-label=${questions.who}
                style=${cssProperties({ width: `${widthOf(answers.period) + 1}em` })}
                @change=${(event: Event) => set({ period: (event.target as HTMLSelectElement).value })}
              >
                ${periods.map((period) => html`<option ?selected=${period === answers.period}>${period}</option>`)}</select
              >${questions.whoAfter}
            </p>
          </div>
        </li>
        <li>
          <div>
            <p>${questions.points}</p>
            <p class="s">
              ${questions.pointsBefore} ${slot("points", questions.points)} ${questions.pointsMiddle}
              <select
                aria-label=${questions.points}
                style=${cssProperties({ width: `${widthOf(questions.ways[answers.method]) + 1}em` })}
                @change=${(event: Event) => set({ method: (event.target as HTMLSelectElement).value as Answers["method"] })}
              >
                ${(["points", "weights"] as const).map(
                  (method) =>
                    html`<option value=${method} ?selected=${method === answers.method}>
                      ${questions.ways[method]}
                    </option>`,
                )}</select
              >${questions.pointsAfter}
            </p>
          </div>
        </li>
        <li>
          <div>
            <p>${questions.sections}</p>
            <textarea
              name="sections"
              aria-label=${questions.sections}
              .value=${answers.sections}
              @input=${(event: Event) => set({ sections: (event.target as HTMLTextAreaElement).value })}
            ></textarea>
            <small>${questions.sectionsHint}</small>
          </div>
        </li>
        <li>
          <div>
            <p>${questions.results}</p>
            <p class="s">
              ${questions.resultsBefore} ${slot("awarded", questions.results)} ${questions.resultsMiddle}
              ${slot("veto", questions.results)}${questions.resultsVeto}
              ${slot("warning", questions.results)}${questions.resultsAfter}
            </p>
          </div>
        </li>
      </ol>
      ${this.preview ? this.#ruler(answers) : nothing}
      <p class="do">
        <span class="mut small grow">${this.replaces ? questions.replaces : questions.later}</span>
        ${
          this.replaces
            ? html`<button class="btn" type="button" @click=${() => this.dispatchEvent(new CustomEvent("give-up"))}>
                ${questions.cancel}
              </button>`
            : nothing
        }
        <button class="btn main" type="submit">${questions.create}</button>
      </p>
    </form>`;
  }

  /** The sections of the answer in their true width. */
  #ruler({ sections, points }: Answers): TemplateResult {
    const parts = sectionsIn(sections, points);
    const whole = parts.reduce((sum, part) => sum + numberOrZero(part.points).toNumber(), 0);
    return html`<div class="ruler" aria-hidden="true">
      ${parts.map(
        ({ name, points: own }) =>
          html`<span title="${name} ${own}" style=${cssProperties({ flex: `${numberOrZero(own).toNumber()} 0 0` })}
            >${fitting(name, own, (numberOrZero(own).toNumber() / whole) * 26)}</span
          >`,
      )}
    </div>`;
  }

  /** A default answer is there to be replaced: its text is selected when a key or the first click enters the field. */
  readonly #enter = ({ target }: Event): void => {
    this.#entered = isField(target) ? target : null;
    this.#entered?.select();
  };

  readonly #onClick = ({ target }: Event): void => {
    const entered = this.#entered;
    this.#entered = null;
    if (target === entered && entered?.selectionStart === entered?.selectionEnd) entered?.select();
  };

  #first(): Answers {
    const { questions } = this.messages;
    return {
      subject: questions.subject,
      period: questions.periods.year,
      points: "100",
      method: "points",
      sections: questions.sectionsDefault,
      awarded: "3",
      veto: questions.veto,
      warning: questions.warning,
    };
  }

  #create(event: Event, answers: Answers): void {
    event.preventDefault();
    const { questions } = this.messages;
    const detail = rubricText(answers, this.store.lang, {
      title: questions.titleOf(answers.subject.trim()),
      tasks: questions.tasks,
      done: questions.done,
      daily: questions.daily,
      issues: questions.issues,
      award: questions.award,
      ranking: questions.ranking,
      vetoField: questions.vetoField,
    });
    this.answers = null;
    this.dispatchEvent(new CustomEvent<string>("create", { detail }));
  }
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** As much of a section's label as fits a width in em of small type. */
function fitting(name: string, points: string, width: number): string {
  return [`${name} ${points}`, name, points].find((text) => widthOf(text) <= width) ?? "";
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 1 : 0.6), 0);
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-questions": Questions;
  }
}
