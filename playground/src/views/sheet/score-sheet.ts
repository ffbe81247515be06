/**
 * The score sheet of one subject, over the results: how its score comes about, rule by rule. A click on a rule reveals
 * it in the rubric, and the rule at the rubric's cursor is marked; Esc closes; the arrows in the head lead to the
 * neighbours in the ranking.
 */
import { html, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { movedSpan } from "@yardstick/language";
import { rankingView } from "../../store/ranking-view.js";
import { isSameSubject, type SubjectId } from "@yardstick/engine";
import { base, controls, icon, marks } from "@yardstick/ui";
import { pane } from "../styles/pane.js";
import { barStyles } from "../results/score-bar.js";
import { sheetHead } from "./sheet-head.js";
import { sheetNarrowStyles } from "./sheet-narrow-styles.js";
import { sheetParts } from "./sheet-parts.js";
import { sheetStyles } from "./sheet-styles.js";
import { sheetTail } from "./sheet-tail.js";
import type { Good } from "../../protocol/protocol.js";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-score-sheet")
export class ScoreSheet extends StoreElement {
  protected readonly topics = ["sheet", "selection", "evaluation", "layout", "cursor"] as const;
  /** Whether rules without effect are shown. */
  @state() private showsAll = true;
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
    return html`<section aria-label=${messages.sheetOf(sheet.subject.key)}>
      <header class="pane-head">
        <button class="btn back" @click=${() => store.closeSheet()}>${icon("left")}${messages.back}</button>
        <h2 class="cut hide-s">${messages.sheetOf(sheet.subject.key)}</h2>
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
        <span class="vr hide-s"></span>
        <label class="row small sec fixed"
          ><input
            type="checkbox"
            .checked=${this.showsAll}
            @change=${(event: Event) => (this.showsAll = (event.target as HTMLInputElement).checked)}
          /><span class="hide-s">${messages.linesNotFired}</span
          ><span class="only-s">${messages.notFiredShort}</span></label
        >
      </header>
      <div class="pane-body" tabindex="0" role="group" aria-label=${messages.sheetOf(sheet.subject.key)}>
        ${
          content === null || good === null
            ? html`<p class="empty">${messages.working}</p>`
            : html`<article class="paper">
                ${sheetHead(content, good, store.ranking, store.section, messages)}
                ${sheetParts(content, this.showsAll, messages, { reveal: (span) => store.revealResult(span), at: this.#cursor(good) })}
                ${sheetTail(content, this.showsAll, messages, (span) => store.revealResult(span))}
              </article>`
        }
      </div>
    </section>`;
  }

  /** Offset of the rubric's cursor in the text that was scored. */
  #cursor({ rubric }: Good): number | null {
    const { cursor, rubric: now } = this.store;
    return cursor === null ? null : movedSpan(now, rubric, [cursor.offset, cursor.offset])[0];
  }

  #neighbours() {
    const { store, messages } = this;
    if (store.good === null) return nothing;
    const { ranked, pending } = rankingView(store.good, store.ranking);
    const order: readonly SubjectId[] = [...ranked, ...pending];
    const at = order.findIndex((subject) => isSameSubject(subject, store.sheet?.subject ?? null));
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
