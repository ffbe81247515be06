/**
 * The list of a slot that takes a name: filtered by typing, each candidate with type, unit and department; a new field
 * with type and unit can be created in place.
 */
import { ownEntry } from "@yardstick/language";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { base, controls, icon } from "@yardstick/ui";
import type { NewField, NewFieldType } from "../edit/new-field.js";
import type { Candidate } from "../model/candidates.js";
import type { PickChoices } from "../edit/pick-choices.js";
import { Popup, popupStyles } from "./popup.js";

/** The choices, and the callbacks for a picked name and for a new field. */
export interface PickRequest extends PickChoices {
  readonly onPick: (name: string) => void;
  readonly onCreate: (field: NewField) => void;
}

const types: readonly NewFieldType[] = [
  "count",
  "number",
  "percent",
  "flag",
  "text",
  "date",
  "list",
  "choice",
  "scale",
];
const SHOWN = 60;

/** The picker element. One instance is reused for all slots. */
@customElement("ys-name-picker")
export class NamePicker extends Popup {
  @state() private request: PickRequest | null = null;
  @state() private filter = "";
  @state() private at = 0;
  @state() private draft: NewField | null = null;
  @query("input") private input!: HTMLInputElement;

  static override styles = [
    base,
    controls,
    popupStyles,
    css`
      dialog {
        width: 300px;
      }
      .find {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 0 12px;
        border-bottom: 1px solid var(--hair);
        position: sticky;
        top: 0;
        background: var(--raised);
      }
      .find .ic {
        color: var(--ink-3);
      }
      .find input {
        border: 0;
        background: none;
        height: 34px;
        flex: 1;
        min-width: 0;
        box-shadow: none;
      }
      li {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 12px;
        padding: 4px 12px;
        min-height: 28px;
        cursor: pointer;
      }
      li small {
        color: var(--ink-3);
        white-space: nowrap;
        font-size: var(--t-small);
      }
      li[aria-selected="true"] {
        background: var(--blue-wash);
        box-shadow: inset 2px 0 0 var(--blue);
      }
      li[aria-selected="true"] b {
        font-weight: var(--w-strong);
      }
      li b {
        font-weight: var(--w-text);
        overflow-wrap: anywhere;
      }
      li.new {
        color: var(--blue);
        justify-content: flex-start;
        gap: 6px;
        align-items: center;
        border-top: 1px solid var(--hair);
      }
      .none {
        padding: 6px 12px;
        color: var(--ink-3);
      }
      form {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 10px;
        padding: 10px 12px;
        align-items: center;
      }
      form label {
        color: var(--ink-2);
        font-size: var(--t-small);
        white-space: nowrap;
      }
      form input,
      form select {
        height: var(--h-ctl);
        border: 0;
        border-bottom: 1px solid var(--blue-line);
        background: none;
        padding: 0 4px;
        min-width: 0;
        width: 100%;
        border-radius: 0;
      }
      form select option {
        background: var(--raised);
        color: var(--ink);
      }
      .do {
        grid-column: 1 / -1;
        display: flex;
        justify-content: flex-end;
        gap: 6px;
        padding-top: 4px;
      }
      .bad {
        grid-column: 1 / -1;
        color: var(--red);
        font-size: var(--t-small);
      }
    `,
  ];

  open(anchor: HTMLElement, request: PickRequest, typed = ""): void {
    this.request = request;
    this.filter = typed;
    this.draft = null;
    this.at = Math.max(0, typed === "" ? request.candidates.findIndex(({ name }) => name === request.value) : 0);
    void this.#begun(anchor);
  }

  async #begun(anchor: HTMLElement): Promise<void> {
    await this.show(anchor);
    this.input.focus();
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  protected label(): string {
    return this.messages.picker.label;
  }

  protected content(): TemplateResult {
    return this.draft === null ? this.#list() : this.#form(this.draft);
  }

  #found(): readonly Candidate[] {
    const expected = this.filter.normalize("NFKC").toLowerCase().trim();
    const all = this.request?.candidates ?? [];
    const fits = all.filter(
      ({ name, assessor, form = "" }) =>
        [name, form].some((text) => text.toLowerCase().includes(expected)) || (assessor ?? "").includes(expected),
    );
    const begins = (candidate: Candidate): number => (candidate.name.toLowerCase().startsWith(expected) ? 0 : 1);
    return expected === "" ? fits : [...fits].sort((a, b) => begins(a) - begins(b));
  }

  /** The entries below the candidates: a new field, and the typed text as a formula. */
  #others(): readonly { readonly label: string; readonly run: () => void }[] {
    const { picker } = this.messages;
    const text = this.filter.trim();
    const isKnown = this.request?.candidates.some(({ name }) => name === text) === true;
    const isFormula = /[+\-*/×÷()（）.]/.test(text);
    return [
      ...(isFormula ? [{ label: picker.formula(text), run: () => this.#pick(text) }] : []),
      ...(this.request?.mayCreate === true && !isKnown && !isFormula
        ? [{ label: picker.newField(text), run: () => this.#begin(text) }]
        : []),
      ...(this.request?.mayCreate !== true && !isKnown && !isFormula && text !== ""
        ? [{ label: picker.formula(text), run: () => this.#pick(text) }]
        : []),
    ];
  }

  #list(): TemplateResult {
    const { picker } = this.messages;
    const all = this.#found();
    const found = all.slice(0, SHOWN);
    const others = this.#others();
    const id = (at: number): string => `option-${at}`;
    return html`<div class="find">
        ${icon("search")}<input
          role="combobox"
          aria-expanded="true"
          aria-controls="candidates"
          aria-activedescendant=${id(this.at)}
          aria-label=${picker.filter}
          placeholder=${picker.filter}
          .value=${this.filter}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
        />
      </div>
      <ul role="listbox" id="candidates" aria-label=${picker.label}>
        ${found.map(
          (candidate, at) =>
            html`<li
              role="option"
              id=${id(at)}
              aria-selected=${at === this.at}
              @click=${() => this.#pick(candidate.text ?? candidate.name)}
            >
              <b>${candidate.form ?? candidate.name}</b><small>${this.#describe(candidate)}</small>
            </li>`,
        )}
        ${others.map(
          ({ label, run }, index) =>
            html`<li
              role="option"
              class="new"
              id=${id(found.length + index)}
              aria-selected=${found.length + index === this.at}
              @click=${run}
            >
              ${icon("plus")}${label}
            </li>`,
        )}
      </ul>
      ${found.length + others.length === 0 ? html`<p class="none">${picker.none}</p>` : nothing}
      ${all.length > SHOWN ? html`<p class="none">${picker.more(all.length - SHOWN)}</p>` : nothing}`;
  }

  #describe({ kind, type, unit, assessor }: Candidate): string {
    const { shortTypes, candidateKinds } = this.messages;
    const what = type === null ? candidateKinds[kind] : (ownEntry(shortTypes, type) ?? type);
    return [unit === null ? what : `${what}${this.messages.dot}${unit}`, assessor ?? ""]
      .filter((text) => text !== "")
      .join(" · ");
  }

  #form(draft: NewField): TemplateResult {
    const { messages } = this;
    const { picker } = messages;
    const hasUnit = draft.type === "count" || draft.type === "number";
    const hasLevels = draft.type === "choice" || draft.type === "scale";
    const isTaken = this.request?.candidates.some(({ name }) => name === draft.name.trim()) === true;
    const field = (
      key: "name" | "unit" | "levels" | "otherwise" | "assessor",
      label: string,
      hint = "",
    ): TemplateResult =>
      html`<label for=${key}>${label}</label>
        <input
          id=${key}
          autocomplete="off"
          placeholder=${hint}
          .value=${draft[key]}
          @input=${(event: InputEvent) => this.#set({ [key]: (event.target as HTMLInputElement).value })}
        />`;
    const { section } = this.request ?? { section: null };
    return html`<form @submit=${this.#onSubmit}>
      ${field("name", picker.name)} ${isTaken ? html`<span class="bad">${picker.taken}</span>` : nothing}
      <label for="type">${picker.type}</label>
      <select
        id="type"
        @change=${(event: Event) => this.#set({ type: (event.target as HTMLSelectElement).value as NewFieldType })}
      >
        ${types.map((type) => html`<option value=${type} ?selected=${type === draft.type}>${messages.types[type]}</option>`)}
      </select>
      ${hasUnit ? field("unit", picker.unit) : nothing}
      ${hasLevels ? field("levels", picker.levels, picker.levelsHint) : nothing}
      ${draft.type === "list" ? nothing : field("otherwise", picker.otherwise, picker.otherwiseHint)}
      ${draft.type === "list" ? nothing : field("assessor", picker.assessor, this.request?.assessor ?? "")}
      ${
        section === null
          ? nothing
          : html`<label for="place">${picker.place}</label>
              <select
                id="place"
                @change=${(event: Event) => this.#set({ isOfSection: (event.target as HTMLSelectElement).value === "section" })}
              >
                <option value="section" ?selected=${draft.isOfSection}>${messages.withinSection(section)}</option>
                <option value="all" ?selected=${!draft.isOfSection}>${messages.forAll}</option>
              </select>`
      }
      <span class="do">
        <button class="btn" type="button" @click=${() => this.#back()}>${picker.back}</button>
        <button class="btn main" type="submit" ?disabled=${draft.name.trim() === "" || isTaken}>
          ${picker.create}
        </button>
      </span>
    </form>`;
  }

  #set(change: Partial<NewField>): void {
    if (this.draft !== null) this.draft = { ...this.draft, ...change };
  }

  #begin(name: string): void {
    const { type = "count", isOfSection = false } = this.request ?? {};
    this.draft = { name, type, unit: "", levels: "", otherwise: "", assessor: "", isOfSection };
    void this.drawn(() => {
      this.place();
      this.renderRoot.querySelector<HTMLElement>(name === "" ? "#name" : "#type")?.focus();
    });
  }

  #back(): void {
    this.draft = null;
    void this.drawn(() => this.input.focus());
  }

  #pick(name: string): void {
    const { request } = this;
    this.close();
    request?.onPick(name);
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { request, draft } = this;
    if (draft === null || draft.name.trim() === "") return;
    this.close();
    request?.onCreate({ ...draft, name: draft.name.trim() });
  };

  #onInput = (event: InputEvent): void => {
    this.filter = (event.target as HTMLInputElement).value;
    this.at = 0;
    void this.drawn(() => this.place());
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const found = this.#found().slice(0, SHOWN);
    const others = this.#others();
    const count = found.length + others.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.at = count === 0 ? 0 : (this.at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      void this.drawn(() =>
        this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
      );
    } else if (event.key === "Enter") {
      event.preventDefault();
      const candidate = found[this.at];
      if (candidate !== undefined) this.#pick(candidate.text ?? candidate.name);
      else others[this.at - found.length]?.run();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-name-picker": NamePicker;
  }
}
