/**
 * The ranking: place and move, subject, bar, points lost and gained when there is room, score, and marks. Arrow up and
 * down move between rows; a click or Enter opens the score sheet. Pending subjects follow below.
 */
import { withMinusSign } from "@yardstick/exact";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { guard } from "lit/directives/guard.js";
import { ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import { identityOf, type RankedSubject, type RankingView } from "../../store/ranking-view.js";
import type { ResultsChoice, ResultsGroup, SortColumn } from "../../store/shown-results.js";
import { isSameSubject } from "@yardstick/engine";
import { base, controls, icon, marks } from "@yardstick/ui";
import { isZero, signed } from "../base/figures.js";
import { rankingStyles } from "./ranking-styles.js";
import { barStyles, scoreAxis, scoreBar } from "./score-bar.js";
import { LazyView } from "../base/lazy-view.js";
import { StoreElement } from "../base/store-element.js";

/** Rows per block; enough for two tall windows. */
const BLOCK = 120;

const chip = (kind: string, text: string, mark: unknown = nothing, title = text) =>
  html`<span class="chip ${kind}" title=${title}>${mark}<span class="cut">${text}</span></span>`;

const waiting = (text: string, label: string) =>
  html`<span class="chip wait" role="img" aria-label=${label} title=${label}>${text}</span>`;

@customElement("ys-ranking-list")
export class RankingList extends StoreElement {
  protected readonly topics = ["evaluation", "details", "layout", "selection"] as const;
  /** Number of rows rendered; increased when the last of them comes near the viewport. */
  @state() private shown = BLOCK;
  readonly #pending = new LazyView(this, () => import("./pending-list.js"));
  readonly #nearEnd = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#grow();
    },
    { rootMargin: "600px" },
  );
  readonly #rowsInView = new Set<HTMLElement>();
  readonly #inView = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) this.#rowsInView.add(target as HTMLElement);
        else this.#rowsInView.delete(target as HTMLElement);
      this.#fetchDetails();
    },
    { rootMargin: "200px" },
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
  /** The groups that are folded. */
  @state() private folded: ReadonlySet<string> = new Set();

  static override styles = [base, controls, marks, barStyles, rankingStyles];

  override render() {
    const { store, messages } = this;
    const { view, shown, choice } = store.results;
    if (view === null || shown === null)
      return html`<div class="empty">
        <p>${store.evaluation.diagnostics.length > 0 ? messages.noResultYet : messages.working}</p>
        ${store.evaluation.diagnostics.length > 0 ? html`<p>${messages.noResultNext}</p>` : nothing}
      </div>`;
    const { program } = store.good!;
    const isCompared = choice.isCompared && store.results.periodBefore !== null;
    const isSelectionShown = shown.rows.some((row) => isSameSubject(store.subject, row));
    let room = this.shown;
    const common = JSON.stringify([
      view.axis,
      [view.rankedBy, store.section, store.lang, isCompared, store.results.hasSeveralPeriods],
    ]);
    const groups = shown.groups.map((group) => {
      const rows = this.folded.has(groupOf(group)) ? [] : group.rows.slice(0, Math.max(0, room));
      room -= rows.length;
      return { ...group, rows, count: group.rows.length };
    });
    return html`<div
        class=${classMap({ rk: true, by: view.rankedBy !== null, cmp: isCompared })}
        role="grid"
        aria-label=${messages.ranking}
        @keydown=${this.#onKeyDown}
      >
        <div class="rk-h" role="row">
          ${this.#heading("place", messages.place)} ${this.#heading("name", program.subject, "cut")}
          <span role="columnheader" aria-label=${messages.sections}
            >${scoreAxis(view.axis, store.section, messages.selectSection, messages.bonus, (part) => store.selectSection(part))}</span
          >
          ${this.#heading("lost", capitalized(messages.lost), "n opt")}
          ${this.#heading("bonus", capitalized(messages.bonus), "n opt")}
          ${
            view.rankedBy === null
              ? nothing
              : html`<span role="columnheader" class="n cut" title=${view.rankedBy}>${view.rankedBy}</span>`
          }
          ${this.#heading("score", messages.score, "n")}
          ${
            isCompared
              ? html`<span role="columnheader" class="n wide">${store.results.periodBefore}</span
                  >${this.#heading("change", messages.change, "n")}`
              : nothing
          }
          <span role="columnheader" class="mkh">${messages.marks}</span>
        </div>
        ${groups.map(
          ({ rows, count, ...group }) =>
            html`${group.property === null ? nothing : this.#groupHead(group, count)}
            ${repeat(rows, identityOf, (subject) => {
              const isFirst = !isSelectionShown && shown.rows[0] === subject;
              // Only rows that look different are drawn again.
              return guard([common, isFirst, JSON.stringify(this.#shownOf(subject, isCompared))], () =>
                this.#row(subject, isFirst, view, isCompared),
              );
            })}`,
        )}
        ${shown.rows.length > this.shown ? html`<div role="presentation" class="more" ${ref(this.#onMore)}></div>` : nothing}
      </div>
      ${view.ranked.length + view.pending.length === 0 ? html`<div class="empty"><p>${messages.noSubjects}</p></div>` : nothing}
      ${shown.shown === 0 && shown.total > 0 ? html`<div class="empty"><p>${messages.noneFits}</p></div>` : nothing}
      ${
        shown.pending.length === 0
          ? nothing
          : this.#pending.show(
              () =>
                html`<ys-pending-list
                  .store=${store}
                  .pending=${shown.pending}
                  .provisional=${view.isProvisional}
                ></ys-pending-list>`,
              messages.viewFailed,
            )
      }`;
  }

  /** The head of a column that sorts: falling, rising, then the order of the ranking again. */
  #heading(by: SortColumn, text: string, classes = ""): TemplateResult {
    const { results, good } = this.store;
    const { sort } = results.choice;
    const isSorted = sort?.by === by;
    const order = isSorted ? (sort.isDescending ? "descending" : "ascending") : nothing;
    // What many subjects lost and gained is known only for those that have been shown.
    if ((by === "lost" || by === "bonus") && good?.many !== null)
      return html`<span role="columnheader" class=${classes}>${text}</span>`;
    const next = nextSort(by, sort);
    return html`<span role="columnheader" class=${classes} aria-sort=${order}
      ><button class="sort cut" title=${text} @click=${() => results.choose({ sort: next })}>
        ${text}${isSorted ? icon(sort.isDescending ? "down" : "up") : nothing}
      </button></span
    >`;
  }

  #groupHead(group: Omit<ResultsGroup, "rows">, count: number): TemplateResult {
    const { messages } = this;
    const name = groupOf(group);
    const isFolded = this.folded.has(name);
    const fold = () => {
      const next = new Set(this.folded);
      if (!next.delete(name)) next.add(name);
      this.folded = next;
    };
    return html`<div class="rk-g" role="row">
      <span role="gridcell"
        ><button aria-expanded=${!isFolded} @click=${fold}>
          ${icon(isFolded ? "right" : "down")}<b>${group.value ?? messages.noValue}</b> ${count}
        </button></span
      >
    </div>`;
  }

  /** Everything that a row shows of a subject. */
  #shownOf(row: RankedSubject, isCompared: boolean): readonly unknown[] {
    const { place, moved, score, rankedBy, isProvisional, vetoes, grades, awards, consequences, undecided, tiedAt } =
      row;
    const isSelected = isSameSubject(this.store.subject, row);
    return [
      [place, moved, score, rankedBy, isProvisional, isSelected, row.subject.parts],
      [vetoes, grades, awards, consequences, undecided, tiedAt, isCompared ? this.store.results.before(row) : null],
    ];
  }

  protected override updated(): void {
    for (const row of this.renderRoot.querySelectorAll(".rk-r")) this.#inView.observe(row);
    this.#fetchDetails();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#inView.disconnect();
    this.#rowsInView.clear();
  }

  /** Details of the subjects on the screen, of the selected one, and of what is missing. */
  #fetchDetails(): void {
    const { store } = this;
    const { shown } = store.results;
    if (shown === null || store.good?.many === null) return;
    const near = new Set([...this.#rowsInView].map(({ dataset }) => nameOf(dataset["key"], dataset["period"])));
    const isNear = ({ key, period }: RankedSubject) => near.has(nameOf(key, period));
    const rows = shown.rows.slice(0, this.shown).filter(isNear);
    const selected = shown.rows.filter((each) => isSameSubject(store.subject, each));
    store.fetchDetails(
      [...selected, ...rows].map(({ subject }) => subject),
      shown.pending.slice(0, this.shown),
    );
  }

  /** @param isFirst the row that is reached by Tab while the selected subject is not shown */
  #row(subject: RankedSubject, isFirst: boolean, view: RankingView, isCompared: boolean): TemplateResult {
    const { store, messages } = this;
    const { key, period, place, bar } = subject;
    const isSelected = isSameSubject(store.subject, subject);
    const open = () => store.openSheet({ key, period });
    return html`<div
      class=${classMap({ "rk-r": true, "is-sel": isSelected, out: place === null })}
      role="row"
      tabindex=${isSelected || isFirst ? 0 : -1}
      aria-selected=${isSelected}
      data-key=${key}
      data-period=${period ?? nothing}
      @click=${open}
    >
      <span class="pl" role="gridcell">${this.#place(subject)}</span>
      <span class="nmx cut" role="gridcell" title=${key}
        >${key}${period === null || !store.results.hasSeveralPeriods ? nothing : html` <small class="mut">${period}</small>`}</span
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
      ${isCompared ? this.#beforeOf(subject) : nothing}
      <span class="mk" role="gridcell">${this.#marks(subject)}</span>
    </div>`;
  }

  /** The score of the period before, and what has changed since. */
  #beforeOf(subject: RankedSubject): TemplateResult {
    const { before = null, change = null } = this.store.results.before(subject) ?? {};
    return html`<span class="n wide mut" role="gridcell">${before === null ? "—" : withMinusSign(before)}</span>
      <span class="n" role="gridcell">${change ?? "—"}</span>`;
  }

  #place({ place, moved, vetoes, isProvisional }: RankedSubject): TemplateResult {
    const { messages } = this;
    if (place === null && vetoes.length > 0)
      return html`<span class="seal" role="img" aria-label=${messages.vetoed}>${messages.seal}</span>`;
    if (place === null) return html`<b class="mut">—</b>`;
    return html`<b class=${isProvisional ? "prov" : ""} title=${isProvisional ? messages.provisional : nothing}
        >${place}</b
      >${isProvisional ? html`<span class="sr">${messages.provisional}</span>` : nothing}${
        moved === null ? nothing : this.#move(moved)
      }`;
  }

  #move(moved: number): TemplateResult {
    const label = moved === 0 ? this.messages.sameAsBefore : this.messages.movedBy(moved);
    return html`<span class="mv ${moved === 0 ? "same" : ""}" role="img" aria-label=${label} title=${label}
      >${
        moved === 0
          ? "—"
          : html`<svg viewBox="0 0 8 8" aria-hidden="true"><path d=${moved > 0 ? "M4 0 8 8H0z" : "M0 0h8L4 8z"} /></svg
              >${Math.abs(moved)}`
      }</span
    >`;
  }

  /** The order of a veto is written out only when there is no other mark and hence room for it. */
  #marks({ vetoes, grades, awards, consequences, undecided, tiedAt }: RankedSubject): TemplateResult {
    const { messages } = this;
    const others = grades.length + awards.length + consequences.length + undecided.length + tiedAt.length;
    const isAlone = vetoes.length === 1 && others === 0;
    const effects = vetoes.flatMap((veto) => veto.effects.map((effect) => messages.vetoEffect(effect)));
    const names = vetoes.map(({ name }) => name).join(messages.comma);
    return html`${
      vetoes.length === 0
        ? nothing
        : chip(
            "veto",
            messages.vetoMark(names, isAlone ? effects : []),
            html`<i aria-hidden="true">${messages.seal}</i>`,
            messages.vetoMark(messages.vetoOf(names), [...new Set(effects)]),
          )
    }${grades.map((grade) => chip("", grade))}${awards.map(({ name, pays, unit, isFirst }) =>
      chip(
        isFirst ? "first" : "",
        pays === null ? name : `${name} ${pays}${unit === null ? "" : ` ${unit}`}`,
        icon(isFirst ? "flagFull" : "flag"),
      ),
    )}${consequences.map((name) => chip("warn", name, icon("warning")))}${undecided.map((name) =>
      waiting(`${name} ?`, messages.undecidedMark(name)),
    )}${tiedAt.map((grade) => waiting(`${grade} =`, messages.tiedMark(grade)))}`;
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
    const subject = this.store.results.shown?.rows.find(
      ({ key, period }) => next.dataset["key"] === key && (next.dataset["period"] ?? "") === (period ?? ""),
    );
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

const nameOf = (key = "", period: string | null = ""): string => `${key}\u0000${period ?? ""}`;

const groupOf = ({ property, value }: Omit<ResultsGroup, "rows">): string => JSON.stringify([property, value]);

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Places turn round; other columns begin with the greatest, names with the first, then turn round, then give way to the ranking. */
function nextSort(by: SortColumn, sort: ResultsChoice["sort"]): ResultsChoice["sort"] {
  const isFirstDescending = by !== "name";
  if (sort?.by !== by) return { by, isDescending: isFirstDescending };
  return by === "place" || sort.isDescending !== isFirstDescending ? null : { by, isDescending: !isFirstDescending };
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-ranking-list": RankingList;
  }
}
