/**
 * The form of the rubric on the screen: ruler, document table and lower groups, with keyboard and mouse handling. All
 * changes are made as text edits through `RubricForm`; its own state is limited to the interaction: selection, folding,
 * a row being dragged.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { movedSpan, type Span } from "@yardstick/language";
import { base, controls, icon, marks } from "@yardstick/ui";
import { DesignerElement, type FormPort } from "./designer-element.js";
import type { DesignerMessages } from "../messages/zh.js";
import { topSection } from "../edit/new-field.js";
import { cursorAt } from "../edit/cursor.js";
import { partAt } from "../edit/places.js";
import { RubricForm, type Landing } from "../form/rubric-form.js";
import "./action-menu.js";
import type { Action } from "./action-menu.js";
import { emptyForm } from "./empty-form.js";
import { formActions } from "./form-actions.js";
import { FormKeys, type KeyHost } from "./form-keys.js";
import { lowerGroups, type GroupController } from "./lower-groups.js";
import { lowerStyles } from "./lower-styles.js";
import { DeclarationMenus } from "./declaration-menus.js";
import { LineMenus, type MenuHost } from "./menus.js";
import "./name-picker.js";
import { markStyles } from "./mark-styles.js";
import { markBar, PartMarks } from "./part-marks.js";
import { PartMenus } from "./part-menus.js";
import { partRow } from "./part-rows.js";
import { diagnosticRows, type FormFixes } from "./diagnostic-rows.js";
import { PartClipboard, type ClipboardHost, type PastedDocument } from "./part-clipboard.js";
import { Press } from "./press.js";
import { printRubric } from "./print-rubric.js";
import "./questions-dialog.js";
import { RowDrag, type DragHost, type DropTarget } from "./row-drag.js";
import "./ruler.js";
import { SlotController, type SlotHost } from "./slot-controller.js";
import { slotStyles } from "./slot-styles.js";
import { formStyles } from "./form-styles.js";
import { groupOrder, type GroupName, type SectionView } from "../model/document.js";
import { rowDiagnosticsOf, type RowDiagnostics } from "../form/row-diagnostics.js";
import { rulerOf } from "../model/ruler-view.js";

export type { FormFixes, FormPort, PastedDocument };

/** The element `ys-designer`; `store` must be set before it is connected. */
@customElement("ys-designer")
export class Designer extends DesignerElement {
  protected readonly topics = ["project", "save", "layout"] as const;
  /** Set by a page that keeps account of fixes; without it, they are applied alone. */
  @property({ attribute: false }) fixes: FormFixes | null = null;
  @state() private selected: number | null = null;
  /** What was just deleted, with the text after the deletion: the notice disappears when the text changes again. */
  @state() private removed: { readonly what: string; readonly text: string } | null = null;
  @state() private collapsed: ReadonlySet<string> = new Set();
  @state() private drop: DropTarget | null = null;
  @query(".scroll") private scroller!: HTMLElement;
  #form!: RubricForm;
  #rowDiagnostics: RowDiagnostics | null = null;
  #shownText = "";
  /** The text from which the current view was rendered. */
  #drawnText = "";
  #detach: (() => void) | null = null;
  #controller!: GroupController;
  #lineMenus!: LineMenus;
  #partMenus!: PartMenus;
  #declarationMenus!: DeclarationMenus;
  #slots!: SlotController;
  #marks!: PartMarks;
  #drag!: RowDrag;
  #keys!: FormKeys;
  #clipboard!: PartClipboard;

  /** While a mouse button is down, the elements under it must not move. */
  readonly #press = new Press();

  static override styles = [base, controls, marks, slotStyles, lowerStyles, formStyles, markStyles];

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
      findUsed: (path, file) => store.findUsed(path, file),
      editRubric: (edits) => store.editRubric(edits),
    });
    this.#marks = new PartMarks(this.#form, () => this.requestUpdate());
    const host = this.#host();
    this.#lineMenus = new LineMenus(host);
    this.#partMenus = new PartMenus(host);
    this.#declarationMenus = new DeclarationMenus(host);
    this.#slots = new SlotController(host);
    this.#drag = new RowDrag(host);
    this.#keys = new FormKeys(host);
    this.#clipboard = new PartClipboard(host);
    this.#detach = store.attachForm({ reveal: (span) => this.reveal(span) });
    this.addEventListener("pointerdown", this.#press.begin);
    this.addEventListener("keydown", this.#keys.onKeyDown);
    this.addEventListener("paste", this.#clipboard.onPaste);
    this.addEventListener("copy", this.#clipboard.onCopy);
    this.addEventListener("cut", this.#clipboard.onCut);
    this.#shownText = store.rubric;
    if (store.cursor !== null && this.selected === null) this.reveal([store.cursor.offset, store.cursor.offset], false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#detach?.();
    this.removeEventListener("pointerdown", this.#press.begin);
    this.#press.end();
    this.removeEventListener("keydown", this.#keys.onKeyDown);
    this.removeEventListener("paste", this.#clipboard.onPaste);
    this.removeEventListener("copy", this.#clipboard.onCopy);
    this.removeEventListener("cut", this.#clipboard.onCut);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#press.over;
    super.scheduleUpdate();
  }

  protected override onChange(): void {
    const { rubric } = this.store;
    if (rubric !== this.#shownText) {
      const moved = (at: number): number => movedSpan(this.#shownText, rubric, [at, at])[0];
      if (this.selected !== null) this.selected = moved(this.selected);
      this.#marks.move(moved);
      this.#slots.forget();
      this.#shownText = rubric;
    }
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { view, analysis } = this.#form;
    const messages = this.messages;
    this.#drawnText = this.store.rubric;
    this.#rowDiagnostics = rowDiagnosticsOf(this.#form);
    this.#controller = this.#makeController();
    const section = this.selected === null ? null : topSection(analysis.rubric, this.selected);
    return html`<ys-rubric-ruler
        .store=${this.store}
        ?hidden=${view.sum.terms === ""}
        .view=${rulerOf(analysis.rubric)}
        .current=${section?.span[0] ?? null}
        @go=${({ detail }: CustomEvent<number>) => this.#goTo(detail)}
        @go-group=${({ detail }: CustomEvent<GroupName>) => this.#goToGroup(detail)}
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
        <div class="doc" role="region" aria-label=${messages.documentLabel}>
          ${view.isEmpty ? html`${emptyForm(messages, this, this.store.isReadOnly)}${lowerGroups(this.#groups(), this.#controller)}` : this.#document()}
        </div>
      </div>
      ${this.#markBar()}
      <ys-name-picker .store=${this.store}></ys-name-picker>
      <ys-action-menu .store=${this.store}></ys-action-menu>
      <ys-questions-dialog
        .store=${this.store}
        @create=${({ detail }: CustomEvent<string>) => this.#replace(detail)}
      ></ys-questions-dialog>`;
  }

  #markBar() {
    const spans = this.#marks.spans;
    const { removed } = this;
    return markBar(spans.length, removed?.text === this.store.rubric ? removed.what : null, {
      messages: this.messages,
      isReadOnly: this.store.isReadOnly,
      copy: () => this.#clipboard.copy(spans),
      duplicate: () => this.#land(this.#form.parts.copy(spans), false),
      moveTo: (anchor) => this.#partMenus.moveTo(spans, anchor),
      remove: () => this.#removeParts(spans),
      clear: () => this.#marks.clear(),
      undo: () => this.store.undo(),
    });
  }

  #document(): TemplateResult {
    const { view } = this.#form;
    const messages = this.messages;
    const { columns } = messages;
    return html`<div class="doc-head">
        <span>${columns.item}</span><span class="n">${columns.points}</span><span>${columns.rules}</span
        ><span>${columns.assessor}</span>
      </div>
      ${view.parts.map((part) => partRow(part, this.#controller))}
      ${
        this.store.isReadOnly
          ? nothing
          : html`<div class="add-part">
              <button class="btn" data-add="section" @click=${() => this.addSection()}>
                ${icon("plus")}${messages.addSection}
              </button>
            </div>`
      }
      ${lowerGroups(this.#groups(), this.#controller)}`;
  }

  #groups() {
    const { groups } = this.#form.view;
    return groupOrder.map((name) => groups.find((group) => group.name === name) ?? { name, declarations: [] });
  }

  openQuestions(): void {
    this.renderRoot.querySelector("ys-questions-dialog")?.open();
  }

  addSection(): void {
    this.#land(this.#form.parts.add("section", null, null));
  }

  /** Asks the page to read a document: what was pasted, or a file to choose. */
  readDocument(pasted: PastedDocument | null = null): void {
    const options = { detail: pasted, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent<PastedDocument | null>("readdocument", options));
  }

  /** Opens the menu of actions on the whole form. */
  openActions(anchor: HTMLElement): void {
    const actions = formActions(this.#form.view, this.messages, this.store.isReadOnly, {
      openQuestions: () => this.openQuestions(),
      readDocument: () => this.readDocument(),
      print: () => this.print(),
      foldAll: (isCollapsed) => this.foldAll(isCollapsed),
      goTo: (start) => this.#goTo(start),
      goToGroup: (name) => this.#goToGroup(name),
    });
    this.openMenu(anchor, this.messages.more, actions);
  }

  /** Prints the rubric as the table of its document. */
  print(): void {
    printRubric(this.#form.view, this.store.name, this.messages);
  }

  foldAll(isCollapsed: boolean): void {
    const sections = this.#form.view.parts.filter((part): part is SectionView => part.kind === "section");
    this.collapsed = isCollapsed ? new Set(sections.map(({ name }) => name?.value ?? "")) : new Set();
  }

  openMenu(anchor: HTMLElement, label: string, actions: readonly Action[]): void {
    this.renderRoot.querySelector("ys-action-menu")?.open(anchor, label, actions);
  }

  /** The selection as a span of the text. */
  get selection(): Span | null {
    if (this.selected === null) return null;
    const place = partAt(this.#form.analysis.rubric, this.selected);
    const focused = this.#focused()?.dataset["at"];
    if (focused !== undefined) return [Number(focused), Number(focused)];
    return place === null ? [this.selected, this.selected] : [place.part.span[0], place.part.name.span[1]];
  }

  /** Shows the row at a span of the text, and focuses its slot. */
  reveal(span: Span, isFocused = true): void {
    const section = topSection(this.#form.analysis.rubric, span[0]);
    if (section !== null && this.collapsed.has(section.name.text))
      this.collapsed = new Set([...this.collapsed].filter((name) => name !== section.name.text));
    const place = partAt(this.#form.analysis.rubric, span[0]);
    this.selected = place?.part.span[0] ?? span[0];
    void this.#drawn(() => {
      const slot = this.#slotFrom(span[0]);
      const row = this.renderRoot.querySelector<HTMLElement>(`[data-part="${this.selected ?? ""}"]`);
      (slot ?? row)?.scrollIntoView({ block: "center" });
      if (isFocused && !matchMedia("(pointer: coarse)").matches) slot?.focus({ preventScroll: true });
    });
  }

  override focus(): void {
    const current = this.selected === null ? null : this.#slotFrom(this.selected);
    (current ?? this.renderRoot.querySelector<HTMLElement>("[data-at], button"))?.focus();
  }

  // — interaction —

  /** The operations of the form that menus, drags and slots use. */
  #host(): MenuHost & DragHost & KeyHost & ClipboardHost & SlotHost {
    const messages = (): DesignerMessages => this.messages;
    const selected = (): number | null => this.selected;
    const marks = this.#marks;
    return {
      form: this.#form,
      store: this.store,
      get messages() {
        return messages();
      },
      get selected() {
        return selected();
      },
      get isMarking() {
        return marks.starts.length > 0;
      },
      markedSpans: () => this.#markedSpans(),
      markPart: (start) => marks.add(start),
      extendMarks: (start, by) => marks.extend(start, by),
      clearMarks: () => marks.clear(),
      focused: () => this.#focused(),
      picker: () => this.renderRoot.querySelector("ys-name-picker"),
      readDocument: (pasted) => this.readDocument(pasted),
      openMenu: (anchor, label, actions) => this.openMenu(anchor, label, actions),
      land: (landing: Landing, isOpening?: boolean) => this.#land(landing, isOpening ?? true),
      drawn: (then) => void this.#drawn(then),
      changed: () => this.requestUpdate(),
      current: (slot) => ({ ...slot, span: movedSpan(this.#drawnText, this.store.rubric, slot.span) }),
      foldAll: (isCollapsed) => this.foldAll(isCollapsed),
      copyParts: async (spans) => this.#clipboard.copy(spans),
      removeParts: (spans) => this.#removeParts(spans),
      removeDeclaration: (span, name) => {
        if (this.#form.declarations.remove(span) !== null) this.#setRemoved(this.messages.marks.named(name));
      },
      toText: (span) => this.store.setRubricMode("text", span),
      removeMarked: () => this.#removeParts(this.#markedSpans()),
      showDrop: (target) => (this.drop = target),
    };
  }

  #makeController(): GroupController {
    const { messages } = this;
    const form = this.#form;
    const land = (landing: Landing): void => this.#land(landing);
    return {
      messages: messages,
      isReadOnly: this.store.isReadOnly,
      refusalAt: (start) => this.#slots.refusalAt(start),
      isWrong: (slot) => this.#rowDiagnostics?.isWrong(slot.span) === true,
      commit: (slot, value, field) => this.#slots.commit(slot, value, field),
      pick: (slot, field, typed) => this.#slots.pick(slot, field, typed),
      addRow: (rows, anchor) => this.#declarationMenus.addRow(rows, anchor),
      rowMenu: (rows, row, anchor) => this.#declarationMenus.row(rows, row, anchor),
      rowDiagnostics: (start) =>
        diagnosticRows(
          this.#rowDiagnostics?.at(start) ?? [],
          this.store.isReadOnly
            ? null
            : (this.fixes ?? { complete: (found) => found, apply: ({ edits }) => form.applyFix(edits) }),
        ),
      lineMenu: (line, anchor) => this.#lineMenus.line(line, anchor),
      revealText: (span) => {
        this.store.setRubricMode("text", span);
      },
      isSelected: (start) => this.selected === start,
      isMarked: (start) => this.#marks.has(start),
      isCollapsed: (section) => this.collapsed.has(section.name?.value ?? ""),
      toggle: (section) => this.#toggle(section),
      addLine: (item, template) => land(form.lines.add(item, item.lines.length, template)),
      moreLines: (item, anchor) => this.#lineMenus.more(item, anchor),
      itemMenu: (item, anchor) => this.#partMenus.item(item, anchor),
      sectionMenu: (section, anchor) => this.#partMenus.section(section, anchor),
      addAttribute: (part, attribute) => land(form.parts.addAttribute(part.span, attribute)),
      addPart: (into, kind) => land(form.parts.add(kind, into, null)),
      removeCase: (span) => land(form.parts.removeCase(span)),
      onGrip: (event, part) => this.#drag.begin(event, part),
      onGripClick: (event, part) => this.#marks.onGrip(event, part.span[0]),
      dropAt: (start) => (this.drop?.start === start ? this.drop.side : null),
      addDeclaration: (template) => land(form.declarations.add(template)),
      addMenu: (group, templates, anchor) => this.#declarationMenus.add(group, templates, anchor),
      declarationMenu: (declaration, anchor) => this.#declarationMenus.declaration(declaration, anchor),
    };
  }

  /** Reveals the text that an edit has inserted: focuses its first slot, and opens the slot when it is unfilled. */
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

  /** The first slot at or after an offset. */
  #slotFrom(offset: number): HTMLElement | null {
    let best: HTMLElement | null = null;
    for (const slot of this.renderRoot.querySelectorAll<HTMLElement>("[data-at]")) {
      const at = Number(slot.dataset["at"]);
      if (at >= offset && (best === null || at < Number(best.dataset["at"]))) best = slot;
    }
    return best;
  }

  // — parts: folding, moving, copying —

  #toggle(section: SectionView): void {
    const name = section.name?.value ?? "";
    this.collapsed = this.collapsed.has(name)
      ? new Set([...this.collapsed].filter((each) => each !== name))
      : new Set([...this.collapsed, name]);
  }

  /** The selected rows; when there are none, the row with the focus. */
  #markedSpans(): readonly Span[] {
    if (this.#marks.starts.length > 0) return this.#marks.spans;
    const place = this.selected === null ? null : this.#form.parts.at([this.selected, this.selected]);
    return place === null ? [] : [place.part.span];
  }

  #removeParts(spans: readonly Span[]): void {
    const { marks } = this.messages;
    const [first] = spans;
    if (first === undefined) return;
    const name = this.#form.parts.at(first)?.part.name.text ?? "";
    this.#marks.clear();
    if (this.#form.parts.remove(spans) === null) return;
    this.#land(Math.max(0, first[0] - 1), false);
    this.#setRemoved(spans.length === 1 ? marks.named(name) : marks.items(spans.length));
  }

  #setRemoved(what: string): void {
    this.removed = { what, text: this.store.rubric };
  }

  #onFocus = (event: FocusEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-part]");
    // A grip drags a row and does not expand it: expanding would push the drop target away.
    if (row === null || (event.target as HTMLElement).classList.contains("grip")) return;
    const start = Number(row.dataset["part"]);
    const at = Number((event.target as HTMLElement).dataset["at"] ?? start);
    if (start !== this.selected) {
      this.selected = start;
      this.#marks.clear();
    }
    this.store.setCursor(cursorAt(this.store.rubric, at));
  };

  #onClick = (event: MouseEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-part]");
    if (row === null || (event.target as HTMLElement).closest("button, input, select, [contenteditable]") !== null)
      return;
    this.selected = Number(row.dataset["part"]);
  };

  /** Resolves after the next rendering. */
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
      this.store.setCursor(cursorAt(this.store.rubric, start));
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

declare global {
  interface HTMLElementTagNameMap {
    "ys-designer": Designer;
  }
}
