/**
 * The ranking: place and move, subject, bar, points lost and gained when there is room, score, and marks. Arrow up and
 * down move between rows; a click or Enter opens the score sheet. Pending subjects follow below.
 */
import { withMinusSign } from "@yardstick/exact";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { rankingView, type RankedSubject, type RankingView } from "../../store/ranking-view.js";
import { isSameSubject } from "@yardstick/engine";
import { base, controls, icon, marks } from "@yardstick/ui";
import { isZero, signed } from "../base/figures.js";
import "./pending-list.js";
import { rankingStyles } from "./ranking-styles.js";
import { barStyles, scoreAxis, scoreBar } from "./score-bar.js";
import { StoreElement } from "../base/store-element.js";

/** Rows per block; enough for two tall windows. */
const BLOCK = 120;

@customElement("ys-ranking-list")
export class RankingList extends StoreElement {
  protected readonly topics = ["evaluation", "layout", "selection"] as const;
  /** Number of rows rendered; increased when the last of them comes near the viewport. */
  @state() private shown = BLOCK;
  readonly #nearEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#grow();
    },
    { rootMargin: "600px" },
  );
  #mark: Element | null = null;
  #grow(): void {
    this.shown += BLOCK;
    // The observer reports changes only: it would not fire when the new end of the list is near the viewport as well.
    void this.updateComplete.then(() => this.#onMore(this.#mark ?? undefined));
  }
  #onMore = (mark: Element | undefined): void => {
    this.#nearEnd.disconnect();
    this.#mark = mark ?? null;
    if (mark !== undefined) this.#nearEnd.observe(mark);
  };
  #view: RankingView | null = null;
  #viewOf: readonly unknown[] = [];

  static override styles = [base, controls, marks, barStyles, rankingStyles];

  override render() {
    const { store, messages } = this;
    const view = this.#currentView();
    if (view === null)
      return html`<div class="empty">
        <p>${store.evaluation.diagnostics.length > 0 ? messages.noResultYet : messages.working}</p>
        ${store.evaluation.diagnostics.length > 0 ? html`<p>${messages.noResultNext}</p>` : nothing}
      </div>`;
    const { program } = store.good!;
    return html`<div
        class=${classMap({ rk: true, by: view.rankedBy !== null })}
        role="grid"
        aria-label=${messages.ranking}
        @keydown=${this.#onKeyDown}
      >
        <div class="rk-h" role="row">
          <span role="columnheader">${messages.place}</span>
          <span role="columnheader" class="cut">${program.subject}</span>
          <span role="columnheader" aria-label=${messages.sections}
            >${scoreAxis(view.axis, store.section, messages.selectSection, messages.bonus, (part) => store.selectSection(part))}</span
          >
          <span role="columnheader" class="n opt">${messages.lost}</span>
          <span role="columnheader" class="n opt">${messages.bonus}</span>
          ${
            view.rankedBy === null
              ? nothing
              : html`<span role="columnheader" class="n cut" title=${view.rankedBy}>${view.rankedBy}</span>`
          }
          <span role="columnheader" class="n">${messages.score}</span>
          <span role="columnheader" class="mkh">${messages.marks}</span>
        </div>
        ${repeat(
          view.ranked.slice(0, this.shown),
          ({ key, period }) => `${key}\u0000${period ?? ""}`,
          (subject, at) => this.#row(subject, at, view),
        )}
        ${view.ranked.length > this.shown ? html`<div role="presentation" class="more" ${ref(this.#onMore)}></div>` : nothing}
      </div>
      ${view.ranked.length + view.pending.length === 0 ? html`<div class="empty"><p>${messages.noSubjects}</p></div>` : nothing}
      <ys-pending-list .store=${store} .pending=${view.pending} .provisional=${view.isProvisional}></ys-pending-list>`;
  }

  protected override updated(): void {
    const view = this.#view;
    if (view === null) return;
    const { store } = this;
    const selected = view.ranked.filter((each) => isSameSubject(store.subject, each)).map(({ subject }) => subject);
    store.fetchDetails([
      ...selected,
      ...view.ranked.slice(0, this.shown).map(({ subject }) => subject),
      ...view.pending.slice(0, this.shown),
    ]);
  }

  #row(subject: RankedSubject, at: number, view: RankingView): TemplateResult {
    const { store, messages } = this;
    const { key, period, place, bar } = subject;
    const isSelected = isSameSubject(store.subject, subject);
    const isFocusable = store.subject === null ? at === 0 : isSelected;
    const open = () => store.openSheet({ key, period });
    return html`<div
      class=${classMap({ "rk-r": true, "is-sel": isSelected, out: place === null })}
      role="row"
      tabindex=${isFocusable ? 0 : -1}
      aria-selected=${isSelected}
      data-key=${key}
      @click=${open}
    >
      <span class="pl" role="gridcell">${this.#place(subject)}</span>
      <span class="nmx cut" role="gridcell" title=${key}
        >${key}${period === null || !this.#hasPeriods() ? nothing : html` <small class="mut">${period}</small>`}</span
      >
      <span role="gridcell"
        >${scoreBar(bar, view.axis, store.section, messages.barLabel(withMinusSign(subject.score ?? "")))}</span
      >
      <span class="n opt red" role="gridcell">${isZero(bar.lostText) ? nothing : `−${bar.lostText}`}</span>
      <span class="n opt blue" role="gridcell">${isZero(bar.bonusText) ? nothing : signed(bar.bonusText)}</span>
      ${
        view.rankedBy === null
          ? nothing
          : html`<span class="n sc cut" role="gridcell" title=${subject.rankedBy ?? ""}
              >${withMinusSign(subject.rankedBy ?? "—")}</span
            >`
      }
      <span class="n sc" role="gridcell">${withMinusSign(subject.score ?? "—")}</span>
      <span class="mk" role="gridcell">${this.#marks(subject)}</span>
    </div>`;
  }

  #place({ place, moved, vetoes }: RankedSubject): TemplateResult {
    const { messages } = this;
    if (place === null && vetoes.length > 0)
      return html`<span class="seal" role="img" aria-label=${messages.vetoed}>${messages.seal}</span>`;
    if (place === null) return html`<b class="mut">—</b>`;
    return html`<b>${place}</b>${
        moved === null
          ? nothing
          : moved === 0
            ? html`<span class="mv same" role="img" aria-label=${messages.sameAsBefore} title=${messages.sameAsBefore}
                >—</span
              >`
            : html`<span class="mv" role="img" aria-label=${messages.movedBy(moved)} title=${messages.movedBy(moved)}
                ><svg viewBox="0 0 8 8" aria-hidden="true"><path d=${moved > 0 ? "M4 0 8 8H0z" : "M0 0h8L4 8z"} /></svg
                >${Math.abs(moved)}</span
              >`
      }`;
  }

  /** The order of a veto is written out only when there is no other mark and hence room for it. */
  #marks({ vetoes, grades, awards, consequences, undecided, tiedAt, isProvisional }: RankedSubject): TemplateResult {
    const { messages } = this;
    const others = grades.length + awards.length + consequences.length + undecided.length + tiedAt.length;
    const isAlone = vetoes.length === 1 && others === 0 && !isProvisional;
    const effects = vetoes.flatMap((veto) => veto.effects.map((effect) => messages.vetoEffect(effect)));
    const names = vetoes.map(({ name }) => name).join(messages.comma);
    return html`${
      isProvisional
        ? html`<span class="prov" role="img" aria-label=${messages.provisional} title=${messages.provisional}
            >${messages.provisionalSign}</span
          >`
        : nothing
    }${
      vetoes.length === 0
        ? nothing
        : html`<span class="chip veto" title=${messages.vetoMark(messages.vetoOf(names), [...new Set(effects)])}
            ><i aria-hidden="true">${messages.seal}</i
            ><span class="cut">${messages.vetoMark(names, isAlone ? effects : [])}</span></span
          >`
    }${grades.map((grade) => html`<span class="chip" title=${grade}><span class="cut">${grade}</span></span>`)}${awards.map(
      ({ name, pays, unit, isFirst }) => {
        const text = pays === null ? name : `${name} ${pays}${unit === null ? "" : ` ${unit}`}`;
        return html`<span class=${classMap({ chip: true, first: isFirst })} title=${text}
          >${icon(isFirst ? "flagFull" : "flag")}<span class="cut">${text}</span></span
        >`;
      },
    )}${consequences.map((name) => html`<span class="chip warn" title=${name}>${icon("warning")}<span class="cut">${name}</span></span>`)}${undecided.map(
      (name) =>
        html`<span
          class="chip wait"
          role="img"
          aria-label=${messages.undecidedMark(name)}
          title=${messages.undecidedMark(name)}
          >${name} ?</span
        >`,
    )}${tiedAt.map(
      (grade) =>
        html`<span class="chip wait" role="img" aria-label=${messages.tiedMark(grade)} title=${messages.tiedMark(grade)}
          >${grade} =</span
        >`,
    )}`;
  }

  #hasPeriods(): boolean {
    const subjects = this.store.good?.result.subjects ?? [];
    return subjects.some(({ period }) => period !== subjects[0]?.period);
  }

  /** Computed once per result and ranking; a selection only redraws. */
  #currentView(): RankingView | null {
    const { good, ranking } = this.store;
    if (good === null) return null;
    if (this.#view === null || this.#viewOf[0] !== good || this.#viewOf[1] !== ranking) {
      this.#view = rankingView(good, ranking);
      this.#viewOf = [good, ranking];
    }
    return this.#view;
  }

  #onKeyDown(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLElement>(".rk-r");
    if (row === null) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      row.click();
      return;
    }
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>(".rk-r")];
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = to === undefined ? undefined : rows[to];
    if (next === undefined || to === undefined) return;
    event.preventDefault();
    const subject = this.#view?.ranked[to];
    if (subject !== undefined) this.store.selectSubject({ key: subject.key, period: subject.period });
    next.focus();
  }

  /** Focuses the row of the selected subject; false when there is none. */
  focusSelected(): boolean {
    const row = this.renderRoot.querySelector<HTMLElement>('.rk-r[tabindex="0"]');
    row?.focus();
    return row !== null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-ranking-list": RankingList;
  }
}
