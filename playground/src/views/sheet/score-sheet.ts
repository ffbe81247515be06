/**
 * The score sheet of one subject, over the results: how its score comes about, rule by rule. A click on a rule reveals
 * it in the rubric, and the rule at the rubric's cursor is marked; Esc closes; the arrows in the head lead to the
 * neighbours in the ranking.
 */
import { html, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { movedSpan } from "@yardstick/language";
import { isSameSubject, type SubjectId } from "@yardstick/engine";
import { base, controls, icon, marks } from "@yardstick/ui";
import { pane } from "../styles/pane.js";
import { barStyles } from "../results/score-bar.js";
import { sheetHead } from "./sheet-head.js";
import { sheetNarrowStyles } from "./sheet-narrow-styles.js";
import { sheetChanges } from "./sheet-changes.js";
import { sheetParts, type Trace } from "./sheet-parts.js";
import { sheetStyles } from "./sheet-styles.js";
import { sheetTail } from "./sheet-tail.js";
import "./subject-list.js";
import type { Good } from "../../protocol/protocol.js";
import { sheetTexts, type SheetTexts } from "../../messages/sheet.js";
import { StoreElement } from "../base/store-element.js";

type SheetView = "changes" | "items" | "all";

@customElement("ys-score-sheet")
export class ScoreSheet extends StoreElement {
  protected readonly topics = ["sheet", "selection", "evaluation", "details", "layout", "cursor"] as const;

  protected override get messages(): SheetTexts {
    return sheetTexts[this.store.lang];
  }
  /** What was lost and gained, all items, or rules without effect as well. */
  @state() private view: SheetView = "changes";
  @query(".back") private back!: HTMLElement;
  @query(".pane-body") private body!: HTMLElement;
  #shown: SubjectId | null = null;
  #marked: Element | null = null;

  static override styles = [base, controls, marks, pane, barStyles, sheetStyles, sheetNarrowStyles];

  override render() {
    const { store, messages } = this;
    const { sheet, good } = store;
    if (sheet === null) return nothing;
    const { content } = sheet;
    const balance = content?.balance ?? null;
    const shown = content !== null && balance === null && this.view === "changes" ? "items" : this.view;
    const showsAll = shown === "all";
    return html`<ys-subject-list .store=${store}></ys-subject-list>
      <section aria-label=${messages.sheetOf(sheet.subject.key)}>
        <header class="pane-head">
          <button class="btn back" @click=${() => store.closeSheet()}>${icon("left")}${messages.back}</button>
          <span class="grow"></span>
          <span
            class="seg"
            role="group"
            aria-label=${messages.sheetView}
            title=${balance === null ? messages.noBalance : nothing}
            >${(["changes", "items", "all"] as const).map(
              (view) =>
                html`<button
                  aria-pressed=${shown === view}
                  ?disabled=${view === "changes" && balance === null}
                  @click=${() => (this.view = view)}
                >
                  ${messages.sheetViews[view]}
                </button>`,
            )}</span
          >
          <span class="grow"></span>
          ${this.#neighbours()}
          <button
            class="btn ico"
            aria-label=${messages.printSheet}
            title=${messages.printSheet}
            @click=${() => store.screens.show({ kind: "print", request: { kind: "sheet", ...sheet.subject } })}
          >
            ${icon("print")}
          </button>
        </header>
        <div class="pane-body" tabindex="0" role="group" aria-label=${messages.sheetOf(sheet.subject.key)}>
          ${
            content === null || good === null
              ? html`<p class="empty">${messages.working}</p>`
              : html`<article class="paper">
                  ${sheetHead(content, good, store.ranking, store.section, messages)}
                  ${
                    shown === "changes" && balance !== null
                      ? sheetChanges(content, balance, messages, this.#trace(good))
                      : sheetParts(content, showsAll, messages, this.#trace(good))
                  }
                  ${sheetTail(content, showsAll, messages, (span) => store.revealResult(span))}
                </article>`
          }
        </div>
      </section>`;
  }

  #trace(good: Good): Trace {
    return { reveal: (span) => this.store.revealResult(span), at: this.#cursor(good) };
  }

  /** Offset of the rubric's cursor in the text that was scored. */
  #cursor({ rubric }: Good): number | null {
    const { cursor, rubric: now } = this.store;
    return cursor === null ? null : movedSpan(now, rubric, [cursor.offset, cursor.offset])[0];
  }

  #neighbours() {
    const { store, messages } = this;
    const { view, shown } = store.results;
    if (view === null || shown === null) return nothing;
    const isShown = (subject: SubjectId) => isSameSubject(subject, store.sheet?.subject ?? null);
    const filtered: readonly SubjectId[] = [...shown.rows, ...shown.pending];
    // A sheet opened from elsewhere may be of a subject that the filter leaves out.
    const order = filtered.some(isShown) ? filtered : [...view.ranked, ...view.pending];
    const at = order.findIndex(isShown);
    const step = (to: number, label: string, arrow: "left" | "right") => {
      const subject = order[to];
      return html`<button
        class="btn ico"
        aria-label=${label}
        title=${label}
        ?disabled=${subject === undefined}
        @click=${() => subject !== undefined && store.openSheet({ key: subject.key, period: subject.period })}
      >
        ${icon(arrow)}
      </button>`;
    };
    return html`<span class="row gap-2"
      >${step(at - 1, messages.previous, "left")}<span class="sec nowrap hide-s">${at + 1} / ${order.length}</span
      >${step(at + 1, messages.next, "right")}</span
    >`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#followCursor();
    const subject = this.store.sheet?.subject ?? null;
    if (subject === null || isSameSubject(this.#shown, subject)) return;
    if (this.#shown === null) this.back.focus();
    this.body.scrollTop = 0;
    this.#shown = subject;
  }

  /** Scrolls the marked rule into view when it changes, not at every rendering. */
  #followCursor(): void {
    const marked = this.renderRoot.querySelector(".here");
    if (marked === this.#marked) return;
    this.#marked = marked;
    if (!this.matches(":focus-within")) marked?.scrollIntoView({ block: "nearest" });
  }

  override focus(): void {
    this.back.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-score-sheet": ScoreSheet;
  }
}
