/**
 * All problems: diagnostics of the rubric, requirements that are not met, cells that cannot be read. Each links to its
 * location; diagnostics offer their quick fixes.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Diagnostic, Severity } from "@yardstick/language";
import { isUnfilled, lineOf } from "../../store/diagnostics-view.js";
import { base, controls, icon, type IconName } from "@yardstick/ui";
import { putBackMessages } from "../../messages/put-back.js";
import { appliedFix, applyFix, takeBack, withLastGoodFix } from "../base/put-back.js";
import { tabTexts, type TabTexts } from "../../messages/result-tabs.js";
import { StoreElement } from "../base/store-element.js";
import { Impacts } from "./impacts.js";

const order: readonly Severity[] = ["error", "warning", "advice"];
const iconOf: Readonly<Record<Severity, IconName>> = { error: "error", warning: "warning", advice: "advice" };

@customElement("ys-checks-list")
export class ChecksList extends StoreElement {
  protected readonly topics = ["project", "evaluation", "save", "layout"] as const;
  readonly #impacts = new Impacts(this);

  protected override get messages(): TabTexts {
    return tabTexts[this.store.lang];
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        padding: 10px var(--s4) 4px;
        font-size: var(--t-small);
        font-weight: var(--w-text);
        color: var(--ink-3);
        border-bottom: 1px solid var(--line);
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 2px var(--s2);
        padding: 7px var(--s4);
        border-bottom: 1px solid var(--hair);
      }
      li > .ic {
        margin-top: 2px;
      }
      .error > .ic {
        color: var(--red);
      }
      .warning > .ic {
        color: var(--ochre);
      }
      .advice > .ic {
        color: var(--ink-3);
      }
      .to {
        text-align: left;
      }
      .to:hover {
        text-decoration: underline;
        text-decoration-color: var(--blue-line);
        text-underline-offset: 3px;
      }
      .place {
        color: var(--ink-3);
        font-size: var(--t-small);
        white-space: nowrap;
      }
      .help {
        height: 20px;
        width: 24px;
        margin: -2px -6px -2px 2px;
      }
      .more {
        grid-column: 2 / -1;
        color: var(--ink-2);
      }
      .fixes {
        grid-column: 2 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding-top: 2px;
      }
      .fixes:has(.impact) {
        display: grid;
        justify-items: start;
      }
      .impact {
        grid-column: 2 / -1;
        font-size: var(--t-small);
        line-height: 1.6;
        color: var(--ink-2);
        text-wrap: pretty;
      }
      .impact b {
        color: var(--ochre);
        margin-right: var(--s2);
      }
      .fixes small {
        color: var(--ink-3);
        font-size: var(--t-small);
        align-self: center;
      }
      .applied {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        align-items: center;
        padding: 7px var(--s4);
        border-bottom: 1px solid var(--hair);
        background: var(--bar);
      }
      .empty {
        padding: var(--s6) var(--s4);
        color: var(--ink-2);
        display: flex;
        gap: var(--s2);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#impacts.dispose();
  }

  override render() {
    const { messages, store } = this;
    const { good, isStale } = store.evaluation;
    const diagnostics = withLastGoodFix(store.evaluation.diagnostics, store);
    const { requirements = [], policies = [] } = isStale ? {} : (good?.result ?? {});
    const problems = good?.problems ?? [];
    if (diagnostics.length + requirements.length + policies.length + problems.length === 0)
      return good === null
        ? nothing
        : html`${this.#applied()}
            <p class="empty">${icon("check")}${messages.nothingWrong}</p>
            ${this.#group(messages.pane.data, this.#ifBlanksWereZero())}`;
    const sorted = [...diagnostics].sort(
      (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.span[0] - b.span[0],
    );
    return html`${this.#applied()}${this.#group(
      messages.pane.rubric,
      sorted.map((found) => this.#diagnostic(found)),
    )}
    ${this.#group(
      messages.requirements,
      requirements.map(({ key, period, message, span }) =>
        this.#row("warning", message, [key, period].filter((text) => text !== null).join(" "), () =>
          store.revealResult(span),
        ),
      ),
    )}
    ${this.#group(
      messages.policies,
      policies.map(({ message, span, holds }) =>
        this.#row("warning", message, holds === null ? messages.undecided : "", () => store.revealResult(span)),
      ),
    )}
    ${this.#group(messages.pane.data, [
      ...problems.map(({ problem: { severity, reason, found }, text, place }) =>
        this.#row(
          severity === "note" ? "advice" : severity,
          text,
          this.#help(reason),
          place === null || place.row < 0 ? null : () => store.goToCell(place),
          reason === "row-doubted" || reason === "row-agrees" ? this.#impactOfRow(found) : nothing,
        ),
      ),
      ...this.#ifBlanksWereZero(),
    ])}`;
  }

  /** The fix that was applied last, and taking it back. */
  #applied() {
    const { store } = this;
    const fixed = appliedFix(store);
    if (fixed === null) return nothing;
    return html`<p class="applied" role="status">
      ${icon("check")}<span>${putBackMessages[store.lang].applied(fixed.title)}</span>
      <button class="btn line short" @click=${() => takeBack(store)}>${icon("undo")}${fixed.back.title}</button>
    </p>`;
  }

  #group(title: string, rows: readonly TemplateResult[]) {
    if (rows.length === 0) return nothing;
    return html`<h3>${title} ${rows.length}</h3>
      <ul aria-label=${title}>
        ${rows}
      </ul>`;
  }

  #diagnostic(found: Diagnostic): TemplateResult {
    const { severity, message, help, span, fixes, code } = found;
    const { store, messages } = this;
    const look = isUnfilled(found) ? "warning" : severity;
    return html`<li class=${look}>
      ${icon(iconOf[look])}
      <button class="to" @click=${() => store.reveal(span)}>
        <span class="sr">${messages.severity[severity]}</span>${message}
      </button>
      <span class="place" title=${code}>${this.#line(span[0])}${this.#help(code)}</span>
      ${help === null ? nothing : html`<span class="more">${help}</span>`}
      ${
        fixes.length === 0 || store.isReadOnly
          ? nothing
          : html`<span class="fixes"
              >${fixes.map(
                (fix, at) =>
                  html`<button class="btn line short" @click=${() => applyFix(store, fix)}>
                      ${icon("advice")}${fix.title}</button
                    >${"about" in fix ? html`<small>${fix.about}</small>` : nothing}${this.#impactOfFix(code, span, at)}`,
              )}</span
            >`
      }
    </li>`;
  }

  /** Opens the page of the help about a message. */
  #help(code: string): TemplateResult {
    const { help } = this.messages;
    const open = () =>
      this.dispatchEvent(new CustomEvent("help", { detail: `message ${code}`, bubbles: true, composed: true }));
    return html`<button class="btn ico help" aria-label=${help} title=${help} @click=${open}>?</button>`;
  }

  #impactOfFix(code: string, [start]: Diagnostic["span"], at: number) {
    const impact = this.#impacts.known.find(
      ({ alternative }) =>
        alternative.kind === "fix" &&
        alternative.code === code &&
        alternative.span[0] === start &&
        alternative.fix === at,
    );
    return impact === undefined ? nothing : html`<span class="impact">${this.#impactText(impact.text)}</span>`;
  }

  /** What would change if the blanks that subjects wait for were zero or no. */
  #ifBlanksWereZero(): readonly TemplateResult[] {
    return this.#impacts.known
      .filter(({ alternative }) => alternative.kind === "blanks")
      .map(({ condition, text }) => this.#row("advice", condition + text, "", null));
  }

  /** What would change if a row in doubt were a subject, or were none. */
  #impactOfRow(key: string) {
    const impact = this.#impacts.known.find(({ alternative }) => alternative.kind === "row" && alternative.key === key);
    return impact === undefined
      ? nothing
      : html`<span class="impact">${this.#impactText(impact.condition + impact.text)}</span>`;
  }

  #impactText(text: string): TemplateResult {
    return html`<b>${this.messages.impact}</b>${text}`;
  }

  #row(
    severity: Severity,
    text: string,
    place: string | TemplateResult,
    go: (() => void) | null,
    impact: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<li class=${severity}>
      ${icon(iconOf[severity])}${
        go === null ? html`<span>${text}</span>` : html`<button class="to" @click=${go}>${text}</button>`
      }<span class="place">${place}</span>${impact}
    </li>`;
  }

  #line(offset: number): string {
    return this.messages.line(lineOf(this.store.rubric, offset));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-checks-list": ChecksList;
  }
}
