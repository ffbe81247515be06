/**
 * A document read as a rubric: the document on the left, the rules on the right, clause by clause; questions to answer, what is not
 * read, and the sums. Creates a project of its own and changes no other.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Answers, ClauseState } from "@yardstick/documents";
import { base, brandMark, controls, download, fileNameOf, icon, marks } from "@yardstick/ui";
import { readingMessages, type ReadingMessages } from "../../messages/reading.js";
import type { ItemSheet, ReadingSheet, ReadingSource, SectionSheet } from "../../protocol/reading-sheet.js";
import { forgetReading, keepAnswers, keepReading } from "../../storage/reading-keeper.js";
import { openQuestion, ReadingSession, sectionsIn } from "../../store/reading-session.js";
import { textChange } from "../../project/text-change.js";
import { pickDocument } from "../base/file-intake.js";
import "../base/preference-switches.js";
import { StoreElement } from "../base/store-element.js";
import { tabs } from "../styles/tabs.js";
import { clauseRow } from "./clause-row.js";
import { filterBar, FILTERS } from "./filter-bar.js";
import { ledger } from "./ledger.js";
import { markStyles } from "./mark-styles.js";
import { placePicker, type Place } from "./place-picker.js";
import { readingStyles } from "./reading-styles.js";
import { rowStyles } from "./row-styles.js";
import { stateMark } from "./state-mark.js";
import { textRow } from "./text-row.js";

const OFFICE = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** Subjects of the sample data that is created together with a rubric. */
const SAMPLE_SUBJECTS = 12;

@customElement("ys-reading-screen")
export class ReadingScreen extends StoreElement {
  protected readonly topics = ["evaluation"] as const;
  @property({ attribute: false }) source!: ReadingSource;
  /** Start of the part of the open rubric that is offered as the place; null for none. */
  @property({ attribute: false }) into: number | null = null;
  /** Answers given before a reload. */
  @property({ attribute: false }) given: Answers = {};
  @state() private place: Place = "new";
  @state() private isRefused = false;
  @state() private folded: ReadonlySet<number> = new Set();
  @state() private hot: { readonly clause: number; readonly figure: number } | null = null;
  @state() private isLeaving = false;
  #session!: ReadingSession;
  #lang: string | null = null;

  static override styles = [base, controls, marks, tabs, readingStyles, rowStyles, markStyles];

  protected override willUpdate(changed: PropertyValues): void {
    const { store } = this;
    if (changed.has("source")) {
      this.#session = new ReadingSession(
        this.source,
        (request) => store.request("document", request),
        () => this.requestUpdate(),
        this.given,
        keepAnswers,
      );
      keepReading({ source: this.source, into: this.into, answers: this.given });
      this.#lang = store.lang;
      [this.folded, this.isLeaving, this.isRefused] = [new Set(), false, false];
      this.place = this.into ?? "new";
      void this.#session.read();
    } else if (this.#lang !== store.lang) {
      this.#lang = store.lang;
      void this.#session.read();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A reload keeps the document; leaving does not.
    forgetReading();
  }

  protected override updated(): void {
    const current = this.renderRoot.querySelector<HTMLElement>(".cl.cur");
    const { activeElement } = this.shadowRoot!;
    const isInside = activeElement === null || activeElement.closest(".cl") !== null;
    if (current === null || !isInside || current.contains(activeElement)) return;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest" });
    // Rows that come into view get their height with the next frame.
    requestAnimationFrame(() => current.scrollIntoView({ block: "nearest" }));
  }

  override render(): TemplateResult {
    const session = this.#session;
    const messages = this.#messages;
    const { sheet } = session;
    const isShown = sheet !== null && sheet.failure === null;
    return html`<div class="rd" @keydown=${this.#onKey}>
      ${this.#bar(messages)}
      ${
        isShown
          ? this.#sheet(sheet, messages)
          : html`<main class="empty">
              <div>
                <p role="status">${session.isRead ? html`<b>${messages.notRead}</b>` : messages.reading}</p>
                ${
                  session.isRead
                    ? html`<p role="alert">${sheet?.failure ?? this.messages.viewFailed}</p>
                        <button class="btn main" @click=${() => pickDocument(this.store)}>
                          ${messages.chooseOther}
                        </button>`
                    : nothing
                }
              </div>
            </main>`
      }
      ${this.isLeaving ? this.#leaveBar(messages) : isShown ? this.#foot(sheet, messages) : nothing}
    </div>`;
  }

  get #messages(): ReadingMessages {
    return readingMessages[this.store.lang];
  }

  #bar(messages: ReadingMessages): TemplateResult {
    const session = this.#session;
    const name = session.fileName ?? messages.pasted;
    return html`<header class="top">
      <span class="brand">${brandMark}<b class="hide-s">${this.messages.brand}</b></span>
      <span class="vr hide-s"></span>
      ${icon("file")}
      <h1 class="cut" title=${name}>${name}</h1>
      <span class="safe hide-s">${messages.untouched}</span>
      <span class="grow"></span>
      <button
        class="btn ico"
        aria-label=${messages.undo}
        title="${messages.undo} (Ctrl+Z)"
        ?disabled=${!session.canUndo}
        @click=${() => session.undo()}
      >
        ${icon("undo")}
      </button>
      <button
        class="btn ico hide-s"
        aria-label=${messages.redo}
        title="${messages.redo} (Ctrl+Y)"
        ?disabled=${!session.canRedo}
        @click=${() => session.redo()}
      >
        ${icon("redo")}
      </button>
      <span class="vr hide-s"></span>
      <ys-preference-switches class="row hide-s" .store=${this.store}></ys-preference-switches>
      <button class="btn line" @click=${() => this.#leave()}>${messages.cancel}</button>
    </header>`;
  }

  #sheet(sheet: ReadingSheet, messages: ReadingMessages): TemplateResult {
    const sections = sectionsIn(sheet);
    const number = this.#session.current?.number;
    const current = sections.findIndex(({ items }) =>
      items.some(({ clauses }) => clauses.some((clause) => clause.number === number)),
    );
    return html`<main class="all">
      ${ledger(sheet, messages, current, (at) => this.#goTo(at))}
      ${filterBar(sheet, messages, this.#session.filter, {
        choose: (filter) => this.#session.setFilter(filter),
        next: () => this.#toQuestion(1),
      })}
      <div class="hd">
        <b>${messages.original}</b><span class="n">${messages.pointsColumn}</span> <span>${messages.clauseColumn}</span
        ><span></span>
        <span class="hk"
          ><b>${messages.rulesColumn}</b
          ><span class="keys" aria-hidden="true"
            >${messages.keys.map(([key, label]) => html`<span><kbd>${key}</kbd>${label}</span>`)}</span
          ></span
        >
      </div>
      <div class="bd">
        ${sheet.sums.map((sum) => {
          const at = sum.name === "" ? -1 : sections.findIndex(({ name }) => name === sum.name);
          return html`<p class="warn red" role="status">
            ${icon("error")}<b>${messages.sum(sum)}</b>${
              at < 0
                ? nothing
                : html`<button class="btn line short" @click=${() => this.#goTo(at)}>
                    ${messages.goToSection(sum.name)}
                  </button>`
            }
          </p>`;
        })}
        ${sheet.unknownColumns.map((name) => html`<p class="warn ochre">${icon("warning")}${messages.unknownColumn(name)}</p>`)}
        ${sheet.errors.length === 0 ? nothing : html`<p class="warn red">${icon("error")}${messages.errors(sheet.errors.length)}</p>`}
        ${this.#filterNote(sheet, messages)} ${this.#rows(sheet, messages)}
      </div>
    </main>`;
  }

  #filterNote({ clauses }: ReadingSheet, messages: ReadingMessages): TemplateResult | typeof nothing {
    const session = this.#session;
    const { filter } = session;
    if (filter === "all") return nothing;
    const all = Object.values(clauses).reduce((sum, each) => sum + each, 0);
    const name = messages.states[filter];
    return html`<p class="only">
      ${clauses[filter] === 0 ? messages.noneShown(name) : messages.filtered(name, clauses[filter], all - clauses[filter])}
      <button @click=${() => session.setFilter("all")}>${messages.showAll}</button>
    </p>`;
  }

  #rows(sheet: ReadingSheet, messages: ReadingMessages): readonly (TemplateResult | typeof nothing)[] {
    let section = -1;
    return sheet.rows.map((row) => {
      if (row.kind === "section") {
        section += 1;
        return this.#section(row, section, messages);
      }
      return this.#session.filter === "all" ? textRow(row, messages) : nothing;
    });
  }

  #section(section: SectionSheet, at: number, messages: ReadingMessages): TemplateResult | typeof nothing {
    const session = this.#session;
    const clauses = section.items.flatMap((item) => item.clauses);
    const shown = clauses.filter((clause) => session.shows(clause));
    if (session.filter !== "all" && shown.length === 0) return nothing;
    const isFolded = this.folded.has(at);
    const [first, last] = [clauses[0], clauses.at(-1)];
    const isNamed = section.name !== "";
    // Items outside sections are shown without a head.
    const isPreface = section.points === "0" && clauses.every(({ state }) => state === "not-a-rule");
    const items = section.items.map((item) => this.#item(item, section, messages));
    if (!isNamed)
      return html`<section
        class="sx ${isPreface ? "preface" : ""}"
        data-section=${at}
        aria-label=${messages.otherSection}
      >
        ${items}
      </section>`;
    const states = FILTERS.filter((filter): filter is ClauseState => filter !== "all" && filter !== "not-a-rule");
    return html`<section class="sx" data-section=${at} aria-label=${isNamed ? section.name : messages.otherSection}>
      <div class="sh">
        <h2>${isNamed ? section.name : messages.otherSection}</h2>
        ${section.points === "0" ? nothing : html`<span class="pts">${messages.points(section.points)}</span>`}
        ${
          first === undefined || last === undefined
            ? nothing
            : html`<span class="sum hide-s">${messages.clausesOf(first.number, last.number)}</span>`
        }
        <span class="cts"
          >${states.map((state) => {
            const count = clauses.filter((clause) => clause.state === state).length;
            return count === 0 ? nothing : html`<span class="ct">${stateMark(state, messages)}${count}</span>`;
          })}</span
        >
        <span class="grow"></span>
        <button
          class="btn ico"
          aria-expanded=${!isFolded}
          aria-label="${isFolded ? messages.unfold : messages.fold} ${section.name}"
          title=${isFolded ? messages.unfold : messages.fold}
          @click=${() => this.#fold(at)}
        >
          ${icon(isFolded ? "right" : "down")}
        </button>
      </div>
      ${isFolded ? nothing : items}
    </section>`;
  }

  #item(item: ItemSheet, section: SectionSheet, messages: ReadingMessages): TemplateResult | typeof nothing {
    const session = this.#session;
    const clauses = item.clauses.filter((clause) => session.shows(clause));
    if (clauses.length === 0 && (session.filter !== "all" || item.clauses.length > 0)) return nothing;
    const name = item.name === section.name ? "" : item.name;
    return html`<div class="ri">
      <div class="nm">
        ${name}${item.role === "item" ? nothing : html`<small>${messages.roles[item.role]}</small>`}${
          item.assessor === "" ? nothing : html`<small>${messages.assessor(item.assessor)}</small>`
        }
      </div>
      <div class="pt n">
        ${item.points ?? ""}${item.weight === null ? nothing : html`<small>${item.weight}%</small>`}
      </div>
      <div class="cls">
        ${clauses.map((clause) =>
          clauseRow(clause, {
            messages,
            isCurrent: clause.number === session.current?.number,
            hot: this.hot?.clause === clause.number ? this.hot.figure : null,
            markedOption: (id) => session.markedOption(id),
            select: () => session.select(clause.number),
            light: (figure) => (this.hot = figure === null ? null : { clause: clause.number, figure }),
            answer: (question, option) => session.answer(clause, question.id, option),
            refuse: () => session.refuse(clause),
            takeBack: () => session.takeBack(clause),
          }),
        )}
        ${
          item.state === "not-read" && item.clauses.every(({ state: each }) => each === "not-a-rule")
            ? html`<p class="alone">${stateMark("not-read", messages)}${messages.noItemRule}</p>`
            : nothing
        }
      </div>
    </div>`;
  }

  #foot(sheet: ReadingSheet, messages: ReadingMessages): TemplateResult {
    const { summary, clauses, questions } = sheet;
    const { judged, asks } = clauses;
    const unread = Math.max(0, summary.open - asks);
    return html`<footer class="ft">
        <p class="grow">
          ${this.isRefused ? html`<b class="red" role="alert">${messages.notInserted}</b> ` : nothing}<b>${messages.built}</b>${messages.summary(summary)}<small
            >${asks + unread + judged === 0 ? messages.nothingLeft : messages.left(asks, judged, unread)}${summary.isRankedByTotal ? messages.rankedByTotal : ""}</small
          >
        </p>
        ${this.#places(messages)}
        <span class="seg" role="group" aria-label=${messages.exportComparison}>
          <button title=${messages.exportComparison} @click=${() => void this.#export(sheet, "xlsx")}>
            ${messages.comparison} Excel
          </button>
          <button title=${messages.exportComparison} @click=${() => void this.#export(sheet, "docx")}>Word</button>
        </span>
        ${
          this.place === "new"
            ? html`<button class="btn line" title=${messages.sampleWhy} @click=${() => void this.#build(true)}>
                  ${messages.buildWithSample}
                </button>
                <button class="btn main" @click=${() => void this.#build(false)}>${messages.build}</button>`
            : html`<button class="btn main" title=${messages.insertWhy} @click=${() => void this.#insert()}>
                ${messages.insert}
              </button>`
        }
      </footer>
      <div class="thumb">
        <button
          class="btn line ico"
          aria-label=${messages.previousQuestion}
          ?disabled=${summary.open === 0}
          @click=${() => this.#toQuestion(-1)}
        >
          ${icon("left")}
        </button>
        <button class="btn line" ?disabled=${summary.open === 0} @click=${() => this.#toQuestion(1)}>
          ${questions.open === 0 && summary.open > 0 ? messages.nextUnreadShort(summary.open) : messages.nextShort(questions.open)}
        </button>
        <button class="btn main" @click=${() => void this.#build(false)}>${messages.build}</button>
      </div>`;
  }

  #leaveBar(messages: ReadingMessages): TemplateResult {
    return html`<div class="leave" role="alert">
      <b class="grow">${messages.leaveAsk(this.#session.decisions)}</b>
      <button class="btn line" @click=${() => this.store.screens.close()}>${messages.leave}</button>
      <button class="btn main" @click=${() => (this.isLeaving = false)}>${messages.keepOn}</button>
    </div>`;
  }

  #leave(): void {
    if (this.#session.decisions > 0) this.isLeaving = true;
    else this.store.screens.close();
  }

  #fold(at: number): void {
    const folded = new Set(this.folded);
    if (!folded.delete(at)) folded.add(at);
    this.folded = folded;
  }

  #goTo(section: number): void {
    const folded = new Set(this.folded);
    folded.delete(section);
    this.folded = folded;
    this.#session.setFilter("all");
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`[data-section="${section}"]`)?.scrollIntoView({ block: "start" }),
    );
  }

  #toQuestion(by: 1 | -1): void {
    if (!this.#session.moveToQuestion(by)) return;
    this.folded = new Set();
    void this.updateComplete.then(() => {
      const current = this.renderRoot.querySelector<HTMLElement>(".cl.cur");
      current?.focus({ preventScroll: true });
      current?.scrollIntoView({ block: "nearest" });
    });
  }

  /** Nothing when the open rubric is empty or cannot be changed. */
  #places(messages: ReadingMessages): TemplateResult | typeof nothing {
    const { store } = this;
    if (store.isReadOnly || store.rubric.trim() === "") return nothing;
    return placePicker(store.rubric, store.name, this.place, messages, (place) => {
      this.place = place;
      this.isRefused = false;
    });
  }

  async #insert(): Promise<void> {
    const { store, place } = this;
    const { source, answers } = this.#session;
    const { rubric } = store;
    const at = typeof place === "number" ? place : null;
    const text = await store.request("insertion", { source, answers, rubric, at });
    this.isRefused = text === null || rubric !== store.rubric;
    if (text === null || this.isRefused) return;
    store.editRubric([textChange(rubric, text)]);
    store.screens.close();
  }

  async #build(withSample: boolean): Promise<void> {
    const { sheet } = this.#session;
    if (sheet === null) return;
    const { store } = this;
    const rubric = sheet.draft;
    const tables = withSample ? await store.request("sample", { rubric, subjects: SAMPLE_SUBJECTS, seed: 1 }) : null;
    await store.projects.begin({ rubric, tables: tables ?? [] });
  }

  async #export({ title }: ReadingSheet, format: "xlsx" | "docx"): Promise<void> {
    const { source, answers } = this.#session;
    const bytes = await this.store.request("comparison", { source, answers, format });
    if (bytes !== null) download(fileNameOf(`${title} ${this.#messages.comparison}`, format), bytes, OFFICE[format]);
  }

  #onKey = (event: KeyboardEvent): void => {
    const session = this.#session;
    const { target } = event;
    const isOnButton = target instanceof HTMLButtonElement;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) session.undo();
      else if (key === "y" || (key === "z" && event.shiftKey)) session.redo();
      else return;
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    if (this.#act(event.key, isOnButton)) event.preventDefault();
  };

  /** Handles a key; false when it is not one of the screen's. */
  #act(key: string, isOnButton: boolean): boolean {
    const session = this.#session;
    const { current } = session;
    const question = current === null ? null : openQuestion(current);
    switch (key) {
      case "ArrowDown":
        session.move(1);
        return true;
      case "ArrowUp":
        session.move(-1);
        return true;
      case "ArrowLeft":
        session.mark(-1);
        return question !== null;
      case "ArrowRight":
        session.mark(1);
        return question !== null;
      case "Enter":
        if (isOnButton || question === null) return false;
        session.take();
        return true;
      case "n":
      case "N":
        this.#toQuestion(1);
        return true;
      case "p":
      case "P":
        this.#toQuestion(-1);
        return true;
      case "Delete":
        if (current !== null) session.refuse(current);
        return true;
      case "Escape":
        if (this.isLeaving) this.isLeaving = false;
        else this.#leave();
        return true;
      default: {
        const option = /^[1-9]$/u.test(key) ? Number(key) - 1 : -1;
        if (option < 0 || current === null || question === null) return false;
        session.answer(current, question.id, option);
        return true;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-reading-screen": ReadingScreen;
  }
}
