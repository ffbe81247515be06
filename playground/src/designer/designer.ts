/**
 * The form of the rubric on the screen: ruler, document table and lower groups, and what keyboard and mouse do in them. All it
 * changes goes through `RubricForm` as text edits; what it keeps is only where the hand is: selection, folds, a row being dragged.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Span } from "@yardstick/language";
import { icon } from "../elements/icons.js";
import { StoreElement } from "../elements/store-element.js";
import { lineOf } from "../store/diagnostics-view.js";
import { movedSpan } from "../store/project.js";
import { base } from "../styles/base.js";
import { controls } from "../styles/controls.js";
import { marks } from "../styles/marks.js";
import type { Words } from "../words/catalogue.js";
import { topSection } from "./edit/new-field.js";
import { partAt } from "./edit/places.js";
import { RubricForm, type Landing } from "./form.js";
import "./looks/action-menu.js";
import type { Action } from "./looks/action-menu.js";
import { emptyForm } from "./looks/empty-form.js";
import { FormKeys, type KeyHost } from "./looks/form-keys.js";
import { lowerGroups, type GroupHand } from "./looks/lower-groups.js";
import { lowerStyles } from "./looks/lower-styles.js";
import { Menus, type MenuHost } from "./looks/menus.js";
import "./looks/name-picker.js";
import { partRow } from "./looks/part-rows.js";
import { noticeRows } from "./looks/notice-rows.js";
import { PartClipboard, type ClipboardHost } from "./looks/part-clipboard.js";
import "./looks/paste-dialog.js";
import { printRubric } from "./looks/print-rubric.js";
import "./looks/questions-dialog.js";
import { RowDrag, type DragHost, type DropTarget } from "./looks/row-drag.js";
import "./looks/ruler.js";
import { slotStyles } from "./looks/slot-styles.js";
import { formStyles } from "./looks/styles.js";
import { groupOrder, type GroupName, type SectionView } from "./model/document.js";
import { noticesOf, type Notices } from "./model/notices.js";
import { choicesFor } from "./model/pick-choices.js";
import type { Slot } from "./model/piece.js";
import { rulerOf } from "./model/ruler-view.js";

@customElement("ys-designer")
export class Designer extends StoreElement {
  protected readonly topics = ["project", "save", "layout"] as const;
  @state() private selected: number | null = null;
  @state() private markedParts: readonly number[] = [];
  @state() private refusals: ReadonlyMap<number, string> = new Map();
  @state() private collapsed: ReadonlySet<string> = new Set();
  @state() private drop: DropTarget | null = null;
  @query(".scroll") private scroller!: HTMLElement;
  #form!: RubricForm;
  #notices: Notices | null = null;
  #shownText = "";
  /** Where the last new field was put: the next one most likely goes there, too. */
  #isOfSection: boolean | null = null;
  #detach: (() => void) | null = null;
  #hand!: GroupHand;
  #menus!: Menus;
  #drag!: RowDrag;
  #keys!: FormKeys;
  #clipboard!: PartClipboard;

  static override styles = [base, controls, marks, slotStyles, lowerStyles, formStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    const { store } = this;
    this.#form = new RubricForm({
      get rubric() {
        return store.rubric;
      },
      get lang() {
        return store.lang;
      },
      editRubric: (edits) => store.editRubric(edits),
    });
    const host = this.#host();
    this.#menus = new Menus(host);
    this.#drag = new RowDrag(host);
    this.#keys = new FormKeys(host);
    this.#clipboard = new PartClipboard(host);
    this.#detach = store.attachForm({ reveal: (span) => this.reveal(span) });
    this.addEventListener("keydown", this.#keys.onKeyDown);
    this.addEventListener("paste", this.#clipboard.onPaste);
    this.addEventListener("copy", this.#clipboard.onCopy);
    this.#shownText = store.rubric;
    if (store.cursor !== null && this.selected === null) this.reveal([store.cursor.offset, store.cursor.offset], false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
    this.removeEventListener("keydown", this.#keys.onKeyDown);
    this.removeEventListener("paste", this.#clipboard.onPaste);
    this.removeEventListener("copy", this.#clipboard.onCopy);
  }

  protected override onChange(): void {
    const { rubric } = this.store;
    if (rubric !== this.#shownText) {
      const moved = (at: number): number => movedSpan(this.#shownText, rubric, [at, at])[0];
      if (this.selected !== null) this.selected = moved(this.selected);
      this.markedParts = this.markedParts.map(moved);
      this.refusals = new Map();
      this.#shownText = rubric;
    }
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { view, analysis } = this.#form;
    const words = this.words.designer;
    this.#notices = noticesOf(this.#form);
    this.#hand = this.#makeHand();
    const section = this.selected === null ? null : topSection(analysis.rubric, this.selected);
    return html`<ys-rubric-ruler
        .store=${this.store}
        ?hidden=${view.sum.terms === ""}
        .view=${rulerOf(analysis.rubric)}
        .current=${section?.span[0] ?? null}
        @go=${({ detail }: CustomEvent<number>) => this.#goTo(detail)}
      ></ys-rubric-ruler>
      <div
        class="scroll"
        tabindex="-1"
        @focusin=${this.#onFocus}
        @dragover=${this.#drag.over}
        @drop=${this.#drag.drop}
        @dragend=${this.#drag.end}
        @click=${this.#onClick}
      >
        <div class="doc" role="region" aria-label=${words.documentLabel}>
          ${view.isEmpty ? html`${emptyForm(words, this, this.store.isReadOnly)}${lowerGroups(this.#groups(), this.#hand)}` : this.#document()}
        </div>
      </div>
      <ys-name-picker .store=${this.store}></ys-name-picker>
      <ys-action-menu .store=${this.store}></ys-action-menu>
      <ys-questions-dialog
        .store=${this.store}
        @create=${({ detail }: CustomEvent<string>) => this.#replace(detail)}
      ></ys-questions-dialog>
      <ys-paste-dialog .store=${this.store} .form=${this.#form} @put=${() => this.#goTo(0)}></ys-paste-dialog>`;
  }

  #document(): TemplateResult {
    const { view } = this.#form;
    const words = this.words.designer;
    const { columns } = words;
    return html`<div class="doc-head">
        <span>${columns.item}</span><span class="n">${columns.points}</span><span>${columns.rules}</span
        ><span>${columns.assessor}</span>
      </div>
      ${view.parts.map((part) => partRow(part, this.#hand))}
      ${
        this.store.isReadOnly
          ? nothing
          : html`<div class="add-part">
              <button class="btn" data-add="section" @click=${() => this.addSection()}>
                ${icon("plus")}${words.addSection}
              </button>
            </div>`
      }
      ${lowerGroups(this.#groups(), this.#hand)}`;
  }

  #groups() {
    const { groups } = this.#form.view;
    return groupOrder.map((name) => groups.find((group) => group.name === name) ?? { name, declarations: [] });
  }

  askQuestions(): void {
    this.renderRoot.querySelector("ys-questions-dialog")?.open();
  }

  addSection(): void {
    this.#land(this.#form.addPart("section", null, null));
  }

  askForTable(): void {
    this.renderRoot.querySelector("ys-paste-dialog")?.open();
  }

  print(): void {
    printRubric(this.#form.view, this.store.name, this.words);
  }

  /** Everything that can be gone to, for a menu of the pane. */
  places(): readonly Action[] {
    const words = this.words.designer;
    const { view } = this.#form;
    const sections = view.parts.filter((part): part is SectionView => part.kind === "section");
    return [
      ...sections.map((section) => ({
        label: `${this.words.sectionNumber(section.number)}${section.name?.value ?? ""}`,
        run: () => this.#goTo(section.span[0]),
      })),
      ...groupOrder.map((name, at) => ({
        label: words.groups[name],
        isFirst: at === 0,
        run: () => this.#goToGroup(name),
      })),
    ];
  }

  foldAll(isCollapsed: boolean): void {
    const sections = this.#form.view.parts.filter((part): part is SectionView => part.kind === "section");
    this.collapsed = isCollapsed ? new Set(sections.map(({ name }) => name?.value ?? "")) : new Set();
  }

  openMenu(anchor: HTMLElement, label: string, actions: readonly Action[]): void {
    this.renderRoot.querySelector("ys-action-menu")?.open(anchor, label, actions);
  }

  /** What is selected, as a place in the text. */
  get selection(): Span | null {
    if (this.selected === null) return null;
    const place = partAt(this.#form.analysis.rubric, this.selected);
    const focused = this.#focused()?.dataset["at"];
    if (focused !== undefined) return [Number(focused), Number(focused)];
    return place === null ? [this.selected, this.selected] : [place.part.span[0], place.part.name.span[1]];
  }

  /** Shows the row that holds a place in the text, and gives its slot the focus. */
  reveal(span: Span, isFocused = true): void {
    const section = topSection(this.#form.analysis.rubric, span[0]);
    if (section !== null && this.collapsed.has(section.name.text))
      this.collapsed = new Set([...this.collapsed].filter((name) => name !== section.name.text));
    const place = partAt(this.#form.analysis.rubric, span[0]);
    this.selected = place?.part.span[0] ?? span[0];
    void this.#drawn(() => {
      const slot = this.#slotFrom(span[0]);
      const row = this.renderRoot.querySelector<HTMLElement>(`[data-part="${this.selected}"]`);
      (slot ?? row)?.scrollIntoView({ block: "center" });
      if (isFocused && !matchMedia("(pointer: coarse)").matches) slot?.focus({ preventScroll: true });
    });
  }

  override focus(): void {
    const current = this.selected === null ? null : this.#slotFrom(this.selected);
    (current ?? this.renderRoot.querySelector<HTMLElement>("[data-at], button"))?.focus();
  }

  // — the hand —

  /** What menus and drags ask of the form. */
  #host(): MenuHost & DragHost & KeyHost & ClipboardHost {
    const words = (): Words => this.words;
    const selected = (): number | null => this.selected;
    const isMarking = (): boolean => this.markedParts.length > 0;
    return {
      form: this.#form,
      get words() {
        return words();
      },
      get selected() {
        return selected();
      },
      get isMarking() {
        return isMarking();
      },
      markedSpans: () => this.#markedSpans(),
      focused: () => this.#focused(),
      pasteDialog: () => this.renderRoot.querySelector("ys-paste-dialog"),
      openMenu: (anchor, label, actions) => this.openMenu(anchor, label, actions),
      land: (landing: Landing, isOpening?: boolean) => this.#land(landing, isOpening ?? true),
      foldAll: (isCollapsed) => this.foldAll(isCollapsed),
      copyParts: (spans) => this.#copyParts(spans),
      removeParts: (spans) => this.#removeParts(spans),
      toText: (span) => this.store.setRubricMode("text", span),
      store: this.store,
      removeMarked: () => this.#removeParts(this.#markedSpans()),
      showDrop: (target) => (this.drop = target),
    };
  }

  #makeHand(): GroupHand {
    const { words } = this;
    const form = this.#form;
    const land = (landing: Landing): void => this.#land(landing);
    return {
      all: words,
      words: words.designer,
      isReadOnly: this.store.isReadOnly,
      refusalAt: (start) => this.refusals.get(start) ?? null,
      isWrong: (slot) => this.#notices?.isWrong(slot.span) === true,
      commit: (slot, value, field) => this.#commit(slot, value, field),
      pick: (slot, field, typed) => this.#pick(slot, field, typed),
      addRow: (rows) => land(form.addRow(rows)),
      removeRow: (rows, row) => land(form.removeRow(rows, row)),
      notices: (start) =>
        noticeRows(this.#notices?.at(start) ?? [], this.store.isReadOnly ? null : (edits) => form.mend(edits)),
      lineMenu: (line, anchor) => this.#menus.lineMenu(line, anchor),
      revealText: (span) => {
        this.store.setRubricMode("text", span);
      },
      isSelected: (start) => this.selected === start,
      isMarked: (start) => this.markedParts.includes(start),
      isCollapsed: (section) => this.collapsed.has(section.name?.value ?? ""),
      toggle: (section) => this.#toggle(section),
      addLine: (item, template) => land(form.addLine(item, item.lines.length, template)),
      moreLines: (item, anchor) => this.#menus.moreLines(item, anchor),
      itemMenu: (item, anchor) => this.#menus.itemMenu(item, anchor),
      sectionMenu: (section, anchor) => this.#menus.sectionMenu(section, anchor),
      addAttribute: (part, attribute) => land(form.addAttribute(part.span, attribute)),
      addPart: (section, kind) => land(form.addPart(kind, section, null)),
      onGrip: (event, part) => this.#drag.begin(event, part),
      onGripKey: (event, part) => this.#keys.onPartKey(event, part.span),
      onGripClick: (event, part) => this.#mark(event, part.span[0]),
      dropAt: (start) => (this.drop?.start === start ? this.drop.side : null),
      addDeclaration: (template) => land(form.addDeclaration(template)),
      addMenu: (group, templates, anchor) => this.#menus.addMenu(group, templates, anchor),
      declarationMenu: (declaration, anchor) => this.#menus.declarationMenu(declaration, anchor),
    };
  }

  #commit(slot: Slot, value: string, field: HTMLElement): void {
    if (this.store.isReadOnly) return;
    const show = (text: string): void => {
      if (field instanceof HTMLInputElement) field.value = text;
      else if (field.isContentEditable) field.textContent = text;
    };
    if (value.trim() === slot.value) {
      if (field instanceof HTMLInputElement || field.isContentEditable) show(slot.value);
      return;
    }
    if (this.store.rubric !== this.#form.analysis.tree.source) return;
    const why = this.#form.fill(slot, value);
    if (why === "number" && slot.place === "value.Number" && isName(value)) {
      show(slot.value);
      this.#pick({ ...slot, type: "reference", place: "reference.name" }, field, value.trim());
    } else if (why !== null) this.refusals = new Map([[slot.span[0], this.words.designer.refusals[why](value)]]);
    else this.#scrubbed(slot, field);
  }

  /** What was typed is shown as it now stands in the text: `.5` as `0.5`. */
  #scrubbed(slot: Slot, field: HTMLElement): void {
    void this.#drawn(() => {
      const at = Number(field.dataset["at"]);
      if (field instanceof HTMLInputElement && at === slot.span[0]) {
        const now = /^[\d.]+/.exec(this.store.rubric.slice(at))?.[0];
        if (now !== undefined) field.value = now;
      }
    });
  }

  #pick(slot: Slot, field: HTMLElement, typed: string): void {
    const form = this.#form;
    const at = slot.span[0];
    this.renderRoot.querySelector("ys-name-picker")?.open(
      field,
      {
        ...choicesFor(form.analysis, slot, this.#isOfSection),
        onPick: (name) => this.#picked(slot, form.fill(slot, name), name, at),
        onCreate: (created) => {
          this.#isOfSection = created.isOfSection;
          this.#picked(slot, form.fillWithNew(slot, created), created.name, at);
        },
      },
      typed,
    );
  }

  #picked(slot: Slot, why: ReturnType<RubricForm["fill"]>, name: string, at: number): void {
    if (why !== null) {
      this.refusals = new Map([[slot.span[0], this.words.designer.refusals[why](name)]]);
      return;
    }
    // A field declared before this place has pushed it down.
    const shift = this.store.rubric.indexOf(name, at) - at;
    this.#land(at + Math.max(0, shift), false);
  }

  /** Leads to what an edit has put in: its first slot takes the focus, and opens where it waits to be filled. */
  #land(landing: Landing, isOpening = true): void {
    if (landing === null) return;
    const place = partAt(this.#form.analysis.rubric, landing);
    this.selected = place?.part.span[0] ?? this.#declarationAt(landing);
    void this.#drawn(() => {
      const slot = this.#slotFrom(landing);
      slot?.scrollIntoView({ block: "nearest" });
      slot?.focus();
      if (isOpening && slot instanceof HTMLButtonElement && slot.classList.contains("todo")) slot.click();
    });
  }

  #declarationAt(offset: number): number | null {
    const found = this.#form.analysis.rubric.declarations.find(({ span }) => span[0] <= offset && offset <= span[1]);
    return found?.span[0] ?? null;
  }

  /** The first slot at an offset or after it. */
  #slotFrom(offset: number): HTMLElement | null {
    let best: HTMLElement | null = null;
    for (const slot of this.renderRoot.querySelectorAll<HTMLElement>("[data-at]")) {
      const at = Number(slot.dataset["at"]);
      if (at >= offset && (best === null || at < Number(best.dataset["at"]))) best = slot;
    }
    return best;
  }

  // — parts: folds, moves, copies —

  #toggle(section: SectionView): void {
    const name = section.name?.value ?? "";
    this.collapsed = this.collapsed.has(name)
      ? new Set([...this.collapsed].filter((each) => each !== name))
      : new Set([...this.collapsed, name]);
  }

  #mark(event: MouseEvent, start: number): void {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.markedParts = [start];
    else if (this.markedParts.includes(start)) this.markedParts = this.markedParts.filter((each) => each !== start);
    else this.markedParts = [...this.markedParts, start].sort((a, b) => a - b);
  }

  #markedSpans(): readonly Span[] {
    const starts = this.markedParts.length > 0 ? this.markedParts : this.selected === null ? [] : [this.selected];
    return starts.flatMap((start) => {
      const place = this.#form.partAt([start, start]);
      return place === null ? [] : [place.part.span];
    });
  }

  #removeParts(spans: readonly Span[]): void {
    const first = spans[0]?.[0] ?? 0;
    this.markedParts = [];
    if (this.#form.removeParts(spans) !== null) this.#land(Math.max(0, first - 1), false);
  }

  async #copyParts(spans: readonly Span[]): Promise<void> {
    await navigator.clipboard?.writeText(this.#form.textOf(spans)).catch(() => {});
  }

  #onFocus = (event: FocusEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-part]");
    if (row === null) return;
    const start = Number(row.dataset["part"]);
    const at = Number((event.target as HTMLElement).dataset["at"] ?? start);
    if (start !== this.selected) {
      this.selected = start;
      this.markedParts = [];
    }
    const line = lineOf(this.store.rubric, at);
    this.store.setCursor({ line, column: at - this.store.rubric.lastIndexOf("\n", at - 1), offset: at });
  };

  #onClick = (event: MouseEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-part]");
    if (row === null || (event.target as HTMLElement).closest("button, input, select, [contenteditable]") !== null)
      return;
    this.selected = Number(row.dataset["part"]);
  };

  /** Once what has changed is on the screen. */
  async #drawn(then: () => void): Promise<void> {
    await this.updateComplete;
    then();
  }

  #focused(): HTMLElement | null {
    return this.shadowRoot?.activeElement as HTMLElement | null;
  }

  #goTo(start: number): void {
    const section = this.#form.view.parts.find((part) => part.span[0] === start);
    if (section?.kind === "section" && this.collapsed.has(section.name?.value ?? "")) this.#toggle(section);
    this.selected = start;
    void this.#drawn(() => {
      const head = this.renderRoot.querySelector<HTMLElement>(`[data-part="${start}"]`);
      if (head === null) return;
      const shift = head.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
      this.scroller.scrollBy({ top: shift - 26 });
      this.store.setCursor({ line: lineOf(this.store.rubric, start), column: 1, offset: start });
    });
  }

  #goToGroup(name: GroupName): void {
    const group = this.renderRoot.querySelector<HTMLElement>(`[data-group="${name}"]`);
    group?.scrollIntoView({ block: "start" });
    group?.querySelector<HTMLElement>("button, [data-at]")?.focus({ preventScroll: true });
  }

  #replace(text: string): void {
    this.#form.replaceAll(text);
    this.#land(0, false);
  }
}

/** A name typed where a number stands: a field that is to give the number. */
function isName(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]+$/u.test(text.trim());
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-designer": Designer;
  }
}
