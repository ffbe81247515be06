/**
 * Shown under the ranking in tall windows: the sections of the selected subject, with points gained, maximum and points
 * lost.
 */
import { withMinusSign } from "@yardstick/exact";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { SectionBars } from "../../store/section-bars.js";
import { isSameSubject, partHeading } from "@yardstick/engine";
import { base, cssProperties } from "@yardstick/ui";
import { barStyles } from "./score-bar.js";
import { resultsMessages } from "../../messages/results.js";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-sections-strip")
export class SectionsStrip extends StoreElement {
  protected readonly topics = ["evaluation", "details", "selection"] as const;

  static override styles = [
    base,
    barStyles,
    css`
      :host {
        display: none;
        flex: none;
        border-top: 1px solid var(--line);
        padding: 8px var(--s4) 10px;
        background: var(--paper);
      }
      @media (min-width: 1200px) and (min-height: 900px) {
        :host {
          display: block;
        }
      }
      h3 {
        font-size: var(--t-body);
        margin-bottom: 6px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 6px 20px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 8px;
        font-size: var(--t-small);
      }
      li .bar {
        grid-column: 1 / -1;
        height: 8px;
      }
      li .bar > i {
        flex: 1;
      }
      .on {
        color: var(--blue);
        font-weight: var(--w-strong);
      }
    `,
  ];

  override render() {
    const { store } = this;
    const { good, subject } = store;
    const found = good?.result.subjects.find((each) => isSameSubject(each, subject));
    if (good === null || found === undefined) return nothing;
    const { sections } = new SectionBars(good.program, good.result.subjects).barOf(found);
    if (sections.length === 0) return nothing;
    return html`<h3>${resultsMessages[this.store.lang].sectionsOf(found.key)}</h3>
      <ul>
        ${sections.map(({ part, name, path, gained, lost }) => {
          const isOn = part === store.section;
          const own = good.program.parts[part];
          return html`<li>
            <span class=${isOn ? "cut on" : "cut"}>${own === undefined ? name : partHeading(own, store.lang)}</span
            ><span class="n">${withMinusSign(found.parts[path] ?? "—")}</span>
            <span class="bar" aria-hidden="true"
              ><i class=${isOn ? "on" : ""}
                ><u
                  class=${lost === 0 ? "whole" : ""}
                  style=${cssProperties({ width: `${(gained * 100).toFixed(2)}%` })}
                ></u
                >${lost > 0 ? html`<s style=${cssProperties({ width: `${(lost * 100).toFixed(2)}%` })}></s>` : nothing}</i
              ></span
            >
          </li>`;
        })}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-sections-strip": SectionsStrip;
  }
}
