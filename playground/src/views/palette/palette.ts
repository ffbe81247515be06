/**
 * One box for commands and help: what is typed finds commands, topics of the clause guide, parts and rules of the rubric,
 * fields and subjects; a topic is shown beside the list with its rule, which can be inserted. Works offline.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { parse, vocabularyOf, type Lang } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import { base, controls, icon } from "@yardstick/ui";
import { clauseGuide, type ClauseGuide, type Topic } from "../../help/clause-guide.js";
import { nearest, search } from "../../help/search.js";
import { statements, type Statement } from "../../help/statements.js";
import { placeAt } from "../../help/words.js";
import { insertSnippet, itemAt, type Inserted } from "../../help/snippet-insertion.js";
import { paletteMessages, type PaletteMessages } from "../../messages/palette.js";
import { textChange } from "../../project/text-change.js";
import { copyText } from "../base/copy-text.js";
import { fileIntake } from "../base/load-file-intake.js";
import { StoreElement } from "../base/store-element.js";
import { commandsOf } from "./commands.js";
import { entriesOf, groups, type Entry, type Group } from "./entries.js";
import { fieldPage } from "./field-pages.js";
import { messagePage, withCode, wordPage, type HelpPort } from "./help-pages.js";
import { paletteStyles } from "./palette-styles.js";

/** Entries of a group that are listed together with those of other groups. */
const MAX_OF_GROUP = 7;
const MAX_OF_ONE_GROUP = 200;
/** Topics that are often needed: veto, quota, limit, shortfall, proportion. */
const OFTEN = [2, 3, 13, 26, 28];
/** Entries that were used since the page was opened, the last one first. */
let lately: readonly string[] = [];

interface Listed {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly left: number;
}

@customElement("ys-palette")
export class Palette extends StoreElement {
  protected readonly topics = ["evaluation", "project"] as const;
  /** The entry to open with; `cursor` for the word or name at the cursor of the rubric, null for none. */
  @property({ attribute: false }) about: string | null = null;
  @state() private text = "";
  @state() private only: Group | null = null;
  @state() private chosen = "";
  @state() private areKeysShown = false;
  @state() private note = "";
  @state() private guides: Readonly<Record<Lang, ClauseGuide>> | null = null;
  /** The guide or the reference could not be loaded. */
  @state() private isUnloaded = false;
  @state() private statements: Readonly<Record<Lang, readonly Statement[]>> | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private input!: HTMLInputElement;
  #entries: readonly Entry[] = [];
  #entriesOf: readonly unknown[] = [];

  static override styles = [base, controls, paletteStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const failed = () => (this.isUnloaded = true);
    void Promise.all([clauseGuide("zh"), clauseGuide("en")]).then(([zh, en]) => (this.guides = { zh, en }), failed);
    void Promise.all([statements("zh"), statements("en")]).then(([zh, en]) => (this.statements = { zh, en }), failed);
    const [first] = this.#opened();
    this.chosen = first?.id ?? "";
    // A column that the rubric does not have: what is nearest to its name.
    if (first === undefined && this.about?.startsWith("field ") === true) this.text = this.about.slice("field ".length);
  }

  /** The entries that the palette was opened for: messages and words at the cursor, or one entry. */
  #opened(): readonly Entry[] {
    const { about, store } = this;
    if (about === null) return [];
    const all = this.#all();
    if (about !== "cursor") return all.filter(({ id }) => id === about);
    const { cursor, rubric } = store;
    if (cursor === null || store.layout.activePane !== "rubric") return [];
    const { offset } = cursor;
    const isHere = ([start, end]: Span) => start <= offset && offset <= end && !rubric.slice(start, end).includes("\n");
    const codes = store.evaluation.diagnostics.flatMap(({ span, code }) => (isHere(span) ? [`message ${code}`] : []));
    const place = placeAt(rubric, offset);
    const named = (entry: Entry) => ["field", "rule"].includes(entry.group);
    return [
      ...all.filter(({ id }) => codes.includes(id)),
      ...(place === null
        ? []
        : "words" in place
          ? place.words.flatMap((word) => all.filter((entry) => entry.word === word))
          : all.filter((entry) => named(entry) && entry.title === place.name)),
    ];
  }

  override render() {
    const messages = this.#messages;
    const found = search(this.#all(), this.text);
    const listed = this.#listed(found);
    const shown = listed.flatMap(({ entries }) => entries);
    const chosen = this.#chosenOf(shown);
    return html`<dialog
      aria-label=${messages.title}
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#close();
      }}
      @click=${(event: Event) => {
        if (event.target === this.dialog) this.#close();
      }}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, shown)}
    >
      <div class="query">
        ${icon("search")}
        <input
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-label=${messages.title}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls="list"
          aria-activedescendant=${chosen === null ? nothing : `entry-${shown.indexOf(chosen)}`}
          placeholder=${messages.placeholder}
          .value=${this.text}
          @input=${() => {
            this.text = this.input.value;
            [this.chosen, this.note, this.areKeysShown] = ["", "", false];
          }}
        />
        <button
          class="btn ico"
          aria-label=${messages.close}
          title=${`${messages.close} (Esc)`}
          @click=${() => this.#close()}
        >
          ${icon("close")}
        </button>
      </div>
      <div class="filters" role="group" aria-label=${messages.results}>
        ${this.#filter(null, found)} ${groups.map((group) => this.#filter(group, found))}
        <span class="hint">${messages.how}</span>
        <span class="sr" role="status">${this.text === "" ? "" : messages.found(found.length)}</span>
      </div>
      <div class="both">
        <div class="list" id="list" role="listbox" aria-label=${messages.results} tabindex="-1">
          ${this.#list(listed, shown, chosen)}
        </div>
        <div
          class="beside ${chosen === null && !this.areKeysShown && this.text.trim() === "" ? "idle" : ""}"
          role="region"
          aria-label=${messages.groups.help}
          tabindex="0"
        >
          ${this.isUnloaded ? html`<p class="off" role="alert">${this.messages.viewFailed}</p>` : nothing}
          ${this.#beside(chosen)}
        </div>
      </div>
      <div class="foot">
        ${messages.foot.map(([keys, what]) => html`<span><kbd>${keys}</kbd> ${what}</span>`)}
        <span class="grow"></span>
        <button class="btn short" @click=${() => this.#showKeys()}>${messages.keysTitle}</button>
      </div>
    </dialog>`;
  }

  get #messages(): PaletteMessages {
    return paletteMessages[this.store.lang];
  }

  /** Everything that can be found, as long as what it is made of has not changed. */
  #all(): readonly Entry[] {
    const { store } = this;
    const of = [
      store.rubric,
      store.good,
      store.ranking,
      store.lang,
      store.subject,
      store.canUndo,
      store.canRedo,
      store.isReadOnly,
      this.guides,
    ];
    if (of.some((value, at) => value !== this.#entriesOf[at])) {
      const demonstrate = () => this.dispatchEvent(new CustomEvent("demonstrate"));
      const commands = commandsOf(store, this.#messages, demonstrate, () => this.#showKeys());
      this.#entries = entriesOf(store, commands, this.guides);
      this.#entriesOf = of;
    }
    return this.#entries;
  }

  /** What is listed: what was found, by group; without a query what was used lately, what is often needed, the commands. */
  #listed(found: readonly Entry[]): readonly Listed[] {
    const messages = this.#messages;
    const all = this.#all();
    const { only } = this;
    const some = (title: string, entries: readonly Entry[], most: number): readonly Listed[] =>
      entries.length === 0
        ? []
        : [{ title, entries: entries.slice(0, most), left: Math.max(0, entries.length - most) }];
    const ofGroup = (entries: readonly Entry[], group: Group, most: number) =>
      some(
        messages.groups[group],
        entries.filter((entry) => entry.group === group),
        most,
      );
    if (only !== null) return ofGroup(this.text.trim() === "" ? all : found, only, MAX_OF_ONE_GROUP);
    // The group of the best entry first.
    const order = [...new Set([...found.slice(0, 1).map(({ group }) => group), ...groups])];
    if (this.text.trim() !== "") return order.flatMap((group) => ofGroup(found, group, MAX_OF_GROUP));
    const opened = this.#opened();
    const used = lately.flatMap((id) => all.filter((entry) => entry.id === id));
    const often = all.filter(({ topic }) => topic !== null && OFTEN.includes(topic.number));
    const rest = all.filter((entry) => entry.group === "command" && !used.includes(entry));
    return [
      ...some(messages.groups[this.about === "cursor" ? "here" : (opened[0]?.group ?? "all")], opened, MAX_OF_GROUP),
      ...some(
        messages.groups.lately,
        used.filter((entry) => !opened.includes(entry)),
        5,
      ),
      ...some(
        messages.groups.often,
        often.filter((entry) => !used.includes(entry)),
        OFTEN.length,
      ),
      ...some(messages.groups.command, rest, rest.length),
    ];
  }

  #chosenOf(shown: readonly Entry[]): Entry | null {
    return shown.find(({ id }) => id === this.chosen) ?? (this.text.trim() === "" ? null : (shown[0] ?? null));
  }

  #filter(group: Group | null, found: readonly Entry[]) {
    const { groups: titles } = this.#messages;
    const entries = this.text.trim() === "" ? this.#all() : found;
    const count = group === null ? entries.length : entries.filter((entry) => entry.group === group).length;
    return html`<button aria-pressed=${this.only === group} @click=${() => (this.only = group)}>
      ${titles[group ?? "all"]}<span class="n">${count}</span>
    </button>`;
  }

  #list(listed: readonly Listed[], shown: readonly Entry[], chosen: Entry | null) {
    return listed.map(
      ({ title, entries, left }, at) =>
        html`<div role="group" aria-labelledby="group-${at}">
          <h3 id="group-${at}" role="presentation">${title}</h3>
          ${entries.map(
            (entry) =>
              html`<div
                class="entry"
                role="option"
                id="entry-${shown.indexOf(entry)}"
                data-id=${entry.id}
                aria-selected=${entry === chosen}
                aria-disabled=${entry.off !== null}
                title=${entry.title}
                @click=${() => this.#choose(entry)}
              >
                ${icon(entry.icon)}<span class="t">${entry.title}</span><small>${entry.detail}</small>
              </div>`,
          )}
          ${left === 0 ? nothing : html`<p class="rest" role="presentation">${this.#messages.more(left)}</p>`}
        </div>`,
    );
  }

  #beside(chosen: Entry | null): TemplateResult {
    const messages = this.#messages;
    if (this.areKeysShown) return this.#keys();
    if (chosen === null) return this.text.trim() === "" ? this.#keys() : this.#nothing();
    if (chosen.topic !== null) return this.#topic(chosen.topic);
    if (chosen.word !== null) return wordPage(chosen.word, this.#port);
    if (chosen.message !== null) return messagePage(chosen.message, this.#port);
    if (chosen.field !== null) return fieldPage(chosen.field, this.store, this.#port);
    const act: Partial<Record<Group, string>> = {
      command: messages.run,
      rule: messages.goThere,
      subject: messages.openSheet,
    };
    return html`<h2>${chosen.title}</h2>
      <p>${chosen.detail}</p>
      <div class="snippet">
        ${chosen.text === "" ? nothing : html`<pre>${chosen.text}</pre>`}
        <div class="acts">
          <button class="btn main" ?disabled=${chosen.off !== null} @click=${() => this.#run(chosen)}>
            ${act[chosen.group]}<kbd>Enter</kbd>
          </button>
          ${chosen.off === null ? nothing : html`<p class="off">${messages.isOff(chosen.off)}</p>`}
        </div>
      </div>`;
  }

  #topic(topic: Topic): TemplateResult {
    const messages = this.#messages;
    const { store } = this;
    const item = itemAt(store.rubric, store.cursor?.offset ?? null);
    const inserted = this.#inserted(topic);
    const snippet = inserted?.put ?? this.#written(topic).snippet;
    const off = store.isReadOnly ? messages.isReadOnly : inserted === null ? messages.noItem : null;
    const where =
      topic.kind === "parts" || item === null
        ? messages.intoRubric
        : messages.intoItem(inserted?.item ?? item.name.text);
    return html`<p class="where">${topic.heading}</p>
      <h2>${topic.sentence}</h2>
      <div class="snippet">
        <pre>${snippet}</pre>
        <div class="acts">
          <button class="btn main" ?disabled=${off !== null} @click=${() => this.#insert(topic)}>
            ${messages.insert}<kbd>Ctrl Enter</kbd>
          </button>
          <button class="btn line" @click=${() => void this.#copy(snippet)}>${messages.copy}</button>
          ${
            off === null
              ? html`<p>
                  ${where}${
                    inserted === null || inserted.fields.length === 0
                      ? nothing
                      : html`<br />${messages.withFields(inserted.fields.join(this.messages.comma))}`
                  }
                </p>`
              : html`<p class="off">${off}</p>`
          }
        </div>
      </div>
      <p role="status">${this.note}</p>
      ${
        topic.remarks.length === 0
          ? nothing
          : html`<h3>${messages.remarks}</h3>
              <ul class="remarks">
                ${topic.remarks.map((remark) => html`<li>${withCode(remark)}</li>`)}
              </ul>`
      }`;
  }

  get #port(): HelpPort {
    const { lang } = this.store;
    return {
      lang,
      messages: this.#messages,
      topics: this.guides?.[lang].topics ?? [],
      statements: this.statements?.[lang] ?? [],
      show: (id) => {
        const entry = this.#all().find((each) => each.id === id || each.id.startsWith(`${id} `));
        if (entry === undefined) return;
        this.#search(entry.title);
        this.chosen = entry.id;
      },
      leave: (then) => {
        this.#close();
        then();
      },
    };
  }

  #keys(): TemplateResult {
    const messages = this.#messages;
    return html`<h2>${messages.keysTitle}</h2>
      <div class="keys">
        ${messages.keys.map(
          ({ title, keys }) =>
            html`<section>
              <h3>${title}</h3>
              ${keys.map(([key, what]) => html`<p><span>${what}</span><kbd>${key}</kbd></p>`)}
            </section>`,
        )}
      </div>`;
  }

  /** Nothing was found: what is nearest, and the text as a clause. */
  #nothing(): TemplateResult {
    const messages = this.#messages;
    const near = nearest(this.#all(), this.text, 4);
    return html`<h2>${messages.nothing(this.text.trim())}</h2>
      ${
        near.length === 0
          ? nothing
          : html`<h3>${messages.nearest}</h3>
              ${near.map(
                ({ icon: sign, title }) =>
                  html`<p>
                    <button class="btn" @click=${() => this.#search(title)}>${icon(sign)}${title}</button>
                  </p>`,
              )}`
      }
      <h3>${messages.instead}</h3>
      <p><button class="btn line" @click=${() => this.#readClause()}>${messages.readAsClause}</button></p>
      <p>${messages.readAsClauseWhy}</p>`;
  }

  /** The topic in the language of the rubric. */
  #written(topic: Topic): Topic {
    return this.#guide()?.topics.find(({ number }) => number === topic.number) ?? topic;
  }

  #guide(): ClauseGuide | null {
    if (this.guides === null) return null;
    const { rubric, lang } = this.store;
    return this.guides[rubric.trim() === "" ? lang : vocabularyOf(parse(rubric).tree)];
  }

  #inserted(topic: Topic): Inserted | null {
    const guide = this.#guide();
    const { rubric, cursor } = this.store;
    return guide === null ? null : insertSnippet(rubric, cursor?.offset ?? null, this.#written(topic), guide);
  }

  #insert(topic: Topic): void {
    const { store } = this;
    const inserted = this.#inserted(topic);
    if (inserted === null || store.isReadOnly) return;
    use(`help ${topic.number}`);
    this.#close();
    store.layout.setActivePane("rubric");
    store.editRubric([textChange(store.rubric, inserted.text)]);
    store.reveal([inserted.at, inserted.at]);
  }

  async #copy(text: string): Promise<void> {
    if (await copyText(text)) this.note = this.#messages.copied;
  }

  #readClause(): void {
    const { store, text } = this;
    this.#close();
    void fileIntake().then((intake) => intake.takeText(store, { html: "", text }));
  }

  #run(entry: Entry): void {
    if (entry.off !== null || entry.run === null) return;
    use(entry.id);
    // The list of the keys is in the palette itself.
    if (entry.id !== "command keys") this.#close();
    entry.run();
  }

  /** A click runs what can be run, and shows a topic. */
  #choose(entry: Entry): void {
    [this.chosen, this.note, this.areKeysShown] = [entry.id, "", false];
    if (entry.run === null || entry.off !== null) this.input.focus();
    else this.#run(entry);
  }

  #search(text: string): void {
    [this.text, this.chosen] = [text, ""];
    this.input.focus();
  }

  #showKeys(): void {
    this.areKeysShown = true;
  }

  #onKey(event: KeyboardEvent, shown: readonly Entry[]): void {
    if (event.isComposing) return;
    const chosen = this.#chosenOf(shown);
    const at = chosen === null ? -1 : shown.indexOf(chosen);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isInInput = event.composedPath()[0] === this.input;
    if (step !== undefined && isInInput && shown.length > 0) {
      const next = shown[(at + step + shown.length) % shown.length];
      [this.chosen, this.note, this.areKeysShown] = [next?.id ?? "", "", false];
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('.entry[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }),
      );
    } else if (event.key === "Enter" && chosen !== null && (isInInput || event.ctrlKey || event.metaKey)) {
      if (chosen.run !== null) this.#run(chosen);
      else if (chosen.topic === null) this.renderRoot.querySelector<HTMLElement>(".beside")?.focus();
      else if (event.ctrlKey || event.metaKey) this.#insert(chosen.topic);
      else this.renderRoot.querySelector<HTMLElement>(".acts .btn.main:not([disabled])")?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.input.focus();
  }

  #close(): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent("dismiss"));
  }
}

function use(id: string): void {
  lately = [id, ...lately.filter((other) => other !== id)].slice(0, 5);
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-palette": Palette;
  }
}
