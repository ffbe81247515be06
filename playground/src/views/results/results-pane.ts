/**
 * The results pane: tabs for ranking, checks and tests, and a foot with the legend, or a warning that the text has
 * changed since.
 */
import type { Diagnostic } from "@yardstick/language";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { countBySeverity, countErrors } from "../../store/diagnostics-view.js";
import type { EvaluationState, ResultsTab } from "../../store/state.js";
import { download, fileNameOf } from "@yardstick/ui";
import { base, controls, icon } from "@yardstick/ui";
import { pane } from "../styles/pane.js";
import { tabs } from "../styles/tabs.js";
import { clock } from "../base/figures.js";
import "./ranking-list.js";
import { LazyView } from "../base/lazy-view.js";
import { StoreElement } from "../base/store-element.js";
import { tabStrip } from "../base/tab-strip.js";

/** Subjects from which on the ranking can be searched and filtered. */
const MIN_FOR_BAR = 8;

@customElement("ys-results-pane")
export class ResultsPane extends StoreElement {
  protected readonly topics = ["evaluation", "layout", "selection"] as const;

  readonly #bar = new LazyView(this, () => import("./results-bar.js"));
  readonly #notes = new LazyView(this, () => import("./result-notes.js"));
  readonly #strip = new LazyView(this, () => import("./sections-strip.js"));
  readonly #distribution = new LazyView(this, () => import("./distribution-chart.js"));
  readonly #checks = new LazyView(this, () => import("./checks-list.js"));
  readonly #tests = new LazyView(this, () => import("./tests-list.js"));

  static override styles = [
    base,
    controls,
    pane,
    tabs,
    css`
      .key {
        display: flex;
        gap: var(--s3);
        color: var(--ink-3);
        align-items: center;
      }
      .key i {
        display: inline-block;
        width: 14px;
        height: 9px;
        margin-right: 4px;
        background: var(--held);
      }
      .key i.on {
        background: var(--blue);
      }
      .key i.ls {
        background: repeating-linear-gradient(115deg, var(--red) 0 1px, transparent 1px 3px), var(--lost);
      }
      .key i.bn {
        background: none;
        border: 1.5px solid var(--blue);
      }
      .none {
        padding: var(--s4);
        color: var(--ink);
      }
      .none .btn {
        margin-top: var(--s3);
      }
      .bar-room {
        flex: none;
        min-height: 36px;
        background: var(--bar);
      }
      .provisional b {
        font-weight: var(--w-text);
        text-decoration: underline dashed;
        text-underline-offset: 4px;
        margin-right: 4px;
      }
      .picker {
        max-width: 8em;
      }
      @container (max-width: 560px) {
        .long {
          display: none;
        }
      }
      /* Pickers that do not fit beside the tabs have a line of their own. */
      .pane-head:has(.picker) {
        flex-wrap: wrap;
        height: auto;
        row-gap: 0;
      }
      .pane-head:has(.picker) .tabs {
        height: var(--h-head);
      }
    `,
  ];

  override render() {
    const { store, messages } = this;
    const { resultsTab } = store.layout;
    return html`<h2 class="sr">${messages.pane.results}</h2>
      <div class="pane-head">
        ${tabStrip<ResultsTab>(
          messages.pane.results,
          [
            { id: "ranking", label: messages.ranking },
            { id: "distribution", label: messages.distribution },
            { id: "checks", label: messages.checks, count: this.#checkCount() },
            { id: "tests", label: messages.tests, count: this.#testCount() },
          ],
          resultsTab,
          (tab) => store.layout.chooseResultsTab(tab),
        )}
        <span class="grow"></span>
        ${resultsTab === "ranking" || resultsTab === "distribution" ? this.#pickers() : nothing}
        <button
          class="btn notice"
          aria-label=${messages.notice}
          title=${messages.notice}
          ?disabled=${store.good === null}
          @click=${() => store.screens.show({ kind: "print", request: { kind: "notice", withSheets: false } })}
        >
          ${icon("print")}<span class="long" aria-hidden="true">${messages.notice}</span>
        </button>
      </div>
      ${resultsTab === "ranking" && this.#hasBar() ? html`<div class="bar-room">${this.#bar.show(() => html`<ys-results-bar .store=${store}></ys-results-bar>`, "")}</div>` : nothing}
      <div
        class="pane-body"
        role="tabpanel"
        aria-label=${resultsTab === "distribution" ? messages.distribution : messages[resultsTab]}
        tabindex=${resultsTab === "distribution" ? 0 : -1}
      >
        ${this.#body(resultsTab)}
      </div>
      ${
        resultsTab === "ranking" && store.good !== null
          ? this.#notes.show(() => html`<ys-result-notes .store=${store}></ys-result-notes>`, messages.viewFailed)
          : nothing
      }
      ${
        resultsTab === "ranking" && store.subject !== null
          ? this.#strip.show(() => html`<ys-sections-strip .store=${store}></ys-sections-strip>`, messages.viewFailed)
          : nothing
      }
      ${this.#foot()}`;
  }

  /** A few subjects are seen at a glance. */
  #hasBar(): boolean {
    const { good, results } = this.store;
    return good !== null && (good.result.subjects.length >= MIN_FOR_BAR || results.isFiltered);
  }

  #body(tab: ResultsTab): TemplateResult | typeof nothing {
    const { store, messages } = this;
    const { good, failure } = store.evaluation;
    if (good === null && failure !== null) return this.#noResult(failure);
    switch (tab) {
      case "ranking":
        return html`<ys-ranking-list .store=${store}></ys-ranking-list>`;
      case "distribution":
        return this.#distribution.show(
          () => html`<ys-distribution-chart .store=${store}></ys-distribution-chart>`,
          messages.viewFailed,
        );
      case "checks":
        return this.#checks.show(() => html`<ys-checks-list .store=${store}></ys-checks-list>`, messages.viewFailed);
      case "tests":
        return this.#tests.show(() => html`<ys-tests-list .store=${store}></ys-tests-list>`, messages.viewFailed);
    }
  }

  #checkCount(): string | null {
    const { diagnostics, good } = this.store.evaluation;
    const counts = countBySeverity(diagnostics);
    const { requirements = [], policies = [] } = good?.result ?? {};
    const count =
      counts.error +
      counts.warning +
      counts.advice +
      requirements.length +
      policies.length +
      (good?.problems.filter(({ problem }) => problem.severity !== "note").length ?? 0);
    return count === 0 ? null : String(count);
  }

  #testCount(): string | null {
    const tests = this.store.good?.tests ?? [];
    return tests.length === 0 ? null : `${tests.filter(({ passed }) => passed).length}/${tests.length}`;
  }

  #pickers() {
    const { store, messages } = this;
    const names = store.rankingNames;
    const scenarios = store.good?.program.scenarios ?? [];
    return html`${
      scenarios.length === 0
        ? nothing
        : picker(
            messages.scenario,
            ["", ...scenarios.map(({ name }) => name)],
            store.scenario ?? "",
            (name) => store.chooseScenario(name === "" ? null : name),
            messages.asWritten,
          )
    }
    ${names.length < 2 ? nothing : picker(messages.rankingBy, names, store.ranking ?? "", (name) => store.chooseRanking(name))}`;
  }

  /** Explains in full why there is no result when there has never been one. */
  #noResult(failure: NonNullable<EvaluationState["failure"]>) {
    const { messages } = this;
    return html`<div class="none" role="alert">
      <p>${messages.failure[failure]}</p>
      ${this.#download()}
    </div>`;
  }

  #download() {
    const { store, messages } = this;
    return html`<button class="btn line" @click=${() => download(fileNameOf(store.name), store.projects.projectFile())}>
      ${icon("out")}${messages.downloadNow}
    </button>`;
  }

  #stale(diagnostics: readonly Diagnostic[], time: string): string {
    const { errors, unfilled } = countErrors(diagnostics);
    return this.messages.staleResult(errors, unfilled, time);
  }

  #foot() {
    const { store, messages } = this;
    const { good, goodAt, isStale, failure, diagnostics } = store.evaluation;
    if (isStale && good !== null)
      return html`<div class="pane-foot stale" role="status">
        <span class="message"
          >${icon("clock")}${
            failure === null
              ? this.#stale(diagnostics, clock(goodAt))
              : `${messages.failure[failure]} ${messages.resultBefore}`
          }</span
        >
        ${failure === null ? nothing : this.#download()}
      </div>`;
    if (good === null || store.layout.resultsTab !== "ranking") return nothing;
    const section = store.section === null ? undefined : good.program.parts[store.section];
    return html`<div class="pane-foot hide-s">
      <span class="key">
        ${
          section === undefined
            ? html`<span><i></i>${messages.gained}</span>`
            : html`<span><i class="on"></i>${messages.selectedSection(section.name)}</span
                ><span><i></i>${messages.otherSections}</span>`
        }
        <span><i class="ls"></i>− ${messages.lost}</span><span><i class="bn"></i>+ ${messages.bonus}</span>
      </span>
      ${
        store.results.view?.isProvisional === true
          ? html`<span class="provisional message" title=${messages.provisionalLegend}
              ><b aria-hidden="true">1</b>${messages.provisionalLegend}</span
            >`
          : nothing
      }
    </div>`;
  }

  /** Focuses the row of the selected subject, or the tabs when no ranking is shown. */
  focusSelected(): void {
    const list = this.renderRoot.querySelector("ys-ranking-list");
    if (list === null || !list.focusSelected()) this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
  }
}

function picker(
  label: string,
  names: readonly string[],
  selected: string,
  choose: (name: string) => void,
  nameOfEmpty = "",
): TemplateResult {
  return html`<span class="picker">
    <select
      class="pick"
      aria-label=${label}
      .value=${selected}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${names.map(
        (name) =>
          html`<option value=${name} ?selected=${name === selected}>${name === "" ? nameOfEmpty : name}</option>`,
      )}
    </select>
    ${icon("down")}
  </span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-results-pane": ResultsPane;
  }
}
