/**
 * The ruler of the rubric: its sections in proportional width on a scale of the total, the bonus beyond, and the sum
 * below.
 */
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base, icon, marks, cssProperties } from "@yardstick/ui";
import { DesignerElement } from "./designer-element.js";
import type { GroupName } from "../model/document.js";
import type { RulerView } from "../model/ruler-view.js";

/** The ruler element. */
@customElement("ys-rubric-ruler")
export class RubricRuler extends DesignerElement {
  protected readonly topics = [] as const;
  @property({ attribute: false }) view!: RulerView;
  /** Start of the section that contains the selection. */
  @property({ attribute: false }) current: number | null = null;

  static override styles = [
    base,
    marks,
    css`
      :host {
        display: block;
        padding: 10px var(--s4) 6px;
        border-bottom: 1px solid var(--hair);
        background: var(--bar);
        flex: none;
      }
      .bar {
        display: flex;
        border-left: 1px solid var(--line-2);
      }
      .bar > * {
        height: 26px;
        min-width: 0;
        border: 1px solid var(--line-2);
        border-left: 0;
        border-bottom: 0;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 4px;
        font-size: var(--t-small);
        color: var(--ink-2);
        background: var(--paper);
        white-space: nowrap;
        overflow: hidden;
        padding: 0 1px;
      }
      .bar > :hover {
        background: var(--blue-wash);
      }
      .bar > :focus-visible {
        box-shadow: inset 0 0 0 2px var(--blue);
        border-radius: 0;
      }
      .bar > [aria-current="true"] {
        background: var(--blue);
        color: var(--on-blue);
        font-weight: var(--w-strong);
      }
      .bar > [aria-current="true"]:focus-visible {
        box-shadow:
          inset 0 0 0 2px var(--blue),
          inset 0 0 0 3px var(--on-blue);
      }
      .bar .bonus {
        border: 1px dashed var(--blue-line);
        border-left: 0;
        border-bottom: 0;
        color: var(--blue);
        background: none;
      }
      .bar .rest {
        border-style: dashed;
        background: none;
      }
      .ticks {
        display: block;
        width: 100%;
        height: 9px;
        color: var(--line-2);
        overflow: visible;
      }
      .figures {
        position: relative;
        height: 14px;
        font-size: var(--t-micro);
        color: var(--ink-3);
        line-height: 14px;
      }
      .figures span {
        position: absolute;
        transform: translateX(-50%);
      }
      .figures span:first-child {
        transform: none;
      }
      .sum {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--s4);
        font-size: var(--t-small);
        color: var(--ink-2);
        margin-top: 4px;
        align-items: center;
      }
      .sum > * {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
      .sum button:hover {
        color: var(--blue);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .sum .ic {
        width: 12px;
        height: 12px;
        stroke-width: 2;
      }
      .sum .flag {
        width: 14px;
        height: 14px;
        stroke-width: 1.4;
      }
      .off {
        color: var(--red);
        font-weight: var(--w-strong);
      }
      .seal {
        width: 15px;
        height: 15px;
        font-size: 10px;
      }
      .sg {
        width: auto;
      }
      @container (max-width: 540px) {
        .v {
          display: none;
        }
      }
      @container (max-width: 779px) {
        :host(:lang(en)) .small .v {
          display: none;
        }
      }
    `,
  ];

  override render() {
    const { total, sections, bonus, span } = this.view;
    if (sections.length === 0) return nothing;
    const { messages } = this;
    const filled = sections.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
    return html`<div class="bar" role="group" aria-label=${messages.sections}>
        ${sections.map(
          ({ name, short, text, maxPoints, start }) =>
            html`<button
              class=${maxPoints < span / 8 ? "small" : ""}
              style=${cssProperties({ flex: `${maxPoints} 0 0` })}
              title="${messages.goTo(name)} ${text}"
              aria-current=${start === this.current}
              @click=${() => this.#go(start)}
            >
              <span class="cut">${short}</span><span class="v">${text}</span>
            </button>`,
        )}
        ${filled < total ? html`<span class="rest" style=${cssProperties({ flex: `${total - filled} 0 0` })}></span>` : nothing}
        ${bonus.room > 0 ? html`<span class="bonus" style=${cssProperties({ flex: `${bonus.room} 0 0` })}>+${bonus.text}</span>` : nothing}
      </div>
      ${this.#ticks()} ${this.#sum()}`;
  }

  #ticks() {
    const { span, scale, step } = this.view;
    const lines: string[] = [];
    const figures: number[] = [];
    for (let at = 0; at <= scale + step / 1000; at += step) {
      const number = Math.round(at / step);
      lines.push(`M${at} 0V${number % 10 === 0 ? 9 : number % 5 === 0 ? 6 : 3.5}`);
      if (number % 10 === 0) figures.push(at);
    }
    return html`<svg class="ticks" viewBox="0 0 ${span} 9" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<path d=${lines.join("")} fill="none" stroke="currentColor" stroke-width="1" vector-effect="non-scaling-stroke" />`}
      </svg>
      <div class="figures" aria-hidden="true">
        ${figures.map((at) => html`<span style=${cssProperties({ left: `${(at / span) * 100}%` })}>${Number(at.toFixed(6))}</span>`)}
      </div>`;
  }

  #sum() {
    const { totalText, sum, bonus, vetoes, awards } = this.view;
    const { messages } = this;
    const off =
      sum.state === "missing"
        ? messages.missing(sum.by, sum.isWeight)
        : sum.state === "over"
          ? messages.over(sum.by, sum.isWeight)
          : "";
    return html`<div class="sum">
      <span class=${off === "" ? "" : "off"}
        ><b>${totalText === null ? messages.noTotal : `${messages.total} ${totalText}`}</b>
        <span>= ${sum.terms}${off === "" ? nothing : html` = ${sum.total}${messages.clauseComma}${off}`}</span>
        ${sum.state === "right" ? html`<span class="sr">${messages.right}</span>${icon("check")}` : nothing}</span
      >
      ${
        bonus.count > 0
          ? html`<span
              ><span class="sg plus">+</span
              >${bonus.text === "" ? messages.bonusOpen : messages.bonusUpTo(bonus.text)}</span
            >`
          : nothing
      }
      ${vetoes > 0 ? this.#toGroup("vetoes", html`<span class="seal hollow">${messages.seal}</span>${messages.vetoes(vetoes)}`) : nothing}
      ${awards > 0 ? this.#toGroup("awards", html`${icon("flagFull")}${messages.awards(awards)}`) : nothing}
    </div>`;
  }

  /** A count that leads to its group below the table. */
  #toGroup(name: GroupName, text: TemplateResult) {
    return html`<button
      title=${this.messages.goTo(this.messages.groups[name])}
      @click=${() => this.dispatchEvent(new CustomEvent<GroupName>("go-group", { detail: name }))}
    >
      ${text}
    </button>`;
  }

  #go(start: number): void {
    this.dispatchEvent(new CustomEvent<number>("go", { detail: start }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-rubric-ruler": RubricRuler;
  }
}
