/** The tests of the rubric: those that pass, and expected and actual values of the others. */
import { withMinusSign } from "@yardstick/exact";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { TestOutcome } from "@yardstick/engine";
import { base, icon } from "@yardstick/ui";
import { tabTexts, type TabTexts } from "../../messages/result-tabs.js";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-tests-list")
export class TestsList extends StoreElement {
  protected readonly topics = ["evaluation"] as const;

  protected override get messages(): TabTexts {
    return tabTexts[this.store.lang];
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      li {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        gap: 2px var(--s2);
        padding: 6px var(--s4);
        border-bottom: 1px solid var(--hair);
      }
      li > .ic {
        margin-top: 2px;
      }
      .failed > .ic,
      .failed > .state {
        color: var(--red);
      }
      .state {
        font-size: var(--t-small);
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
      table {
        grid-column: 2 / -1;
        width: auto;
        font-size: var(--t-small);
        color: var(--ink-2);
      }
      th {
        text-align: left;
        color: var(--ink-3);
      }
      th,
      td {
        padding: 1px 20px 1px 0;
      }
      .empty {
        padding: var(--s6) var(--s4);
        color: var(--ink-2);
      }
    `,
  ];

  override render() {
    const { messages, store } = this;
    const tests = store.good?.tests ?? [];
    if (tests.length === 0) return store.good === null ? nothing : html`<p class="empty">${messages.noTests}</p>`;
    return html`<ul aria-label=${messages.tests}>
      ${tests.map((test) => this.#row(test))}
    </ul>`;
  }

  #row({ name, span, passed, expectations }: TestOutcome) {
    const { messages, store } = this;
    const failures = expectations.filter(({ holds }) => !holds);
    return html`<li class=${passed ? "" : "failed"}>
      ${icon(passed ? "check" : "error")}
      <button class="to" @click=${() => store.revealResult(span)}>${name}</button>
      <span class="state">${passed ? messages.passed : messages.failed}</span>
      ${
        failures.length === 0
          ? nothing
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${messages.result}</th>
                  <th scope="col" class="n">${messages.expected}</th>
                  <th scope="col" class="n">${messages.found}</th>
                </tr>
              </thead>
              <tbody>
                ${failures.map(
                  (failure) =>
                    html`<tr>
                      <td>
                        <button class="to" @click=${() => store.revealResult(failure.span)}>${failure.name}</button>
                      </td>
                      <td class="n">${withMinusSign(failure.expected)}</td>
                      <td class="n red">${withMinusSign(failure.found ?? "—")}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-tests-list": TestsList;
  }
}
