/** A year later: the results of a period fixed with their receipt, compared with the period before, and the next period begun. */
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { base, controls } from "@yardstick/ui";
import { periodMessages, type PeriodMessages } from "../../messages/period.js";
import { withFixed, type FixedPeriod } from "../../project/fixed-period.js";
import { lastingColumns, periodAfter, tablesOfNextPeriod } from "../../project/periods.js";
import { findTable, type CellPlace, type TableText } from "../../project/project.js";
import type { Good, PeriodFixed } from "../../protocol/protocol.js";
import "../base/screen-frame.js";
import { StoreElement } from "../base/store-element.js";
import { screenStyles } from "../styles/screen.js";
import { comparedWithBefore, periodOfResults, type ComparedPeriod } from "../../store/compared-period.js";

const PLACE: CellPlace = { role: "subjects", name: "", row: 0, column: "" };
/** Subjects that are compared one by one. */
const MAX_ROWS = 200;

@customElement("ys-period-screen")
export class PeriodScreen extends StoreElement {
  protected readonly topics = ["evaluation", "project"] as const;
  @state() private period: string | null = null;
  @state() private nextPeriod: string | null = null;
  @state() private kept: readonly string[] | null = null;
  @state() private outcome: PeriodFixed | null = null;
  /** The receipt of the present results. */
  @state() private receipt: Extract<PeriodFixed, { readonly problem: null }>["receipt"] | null = null;

  static override styles = [
    base,
    controls,
    screenStyles,
    css`
      .fields {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--s3) var(--s4);
        padding: 4px var(--s4) 12px;
      }
      .fields > b,
      .fields > span {
        line-height: var(--h-ctl);
      }
      input[type="text"] {
        width: 9em;
        height: var(--h-ctl);
        padding: 0 8px;
        border: 1px solid var(--line-2);
        border-radius: var(--r2);
        background: var(--raised);
      }
      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: 4px var(--s3);
        padding: 0 var(--s4) 8px;
      }
      .plain {
        margin: 0;
        padding: 0 var(--s4) 8px;
        list-style: none;
        overflow-wrap: anywhere;
      }
      .ochre {
        color: var(--ochre);
      }
      .why {
        color: var(--ink-3);
        font-size: var(--t-small);
      }
      .scroll {
        flex: none;
        max-height: 260px;
        overflow: auto;
        margin: 0 var(--s4) 12px;
        border: 1px solid var(--hair);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 3px 8px;
        text-align: left;
        border-bottom: 1px solid var(--hair);
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--bar);
        color: var(--ink-2);
        font-weight: var(--w-text);
      }
      .n {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.#readReceipt();
  }

  async #readReceipt(): Promise<void> {
    const { store } = this;
    const found = await store.request("fix", { path: store.path, period: this.period ?? "0" });
    this.receipt = found?.problem === null ? found.receipt : null;
  }

  override render() {
    const { store } = this;
    const messages = periodMessages[store.lang];
    const { good } = store;
    return html`<ys-screen-frame
      heading=${messages.title}
      closeLabel=${messages.close}
      @dismiss=${() => store.screens.close()}
    >
      ${good === null ? html`<p class="lead" role="alert">${messages.noResult}</p>` : this.#fixing(good, messages)}
      ${this.#fixed(messages)} ${good === null ? nothing : this.#beginning(good, messages)}
      ${good === null ? nothing : this.#comparison(good, messages)}
      <div slot="foot" class="foot">
        <button class="btn line" @click=${() => store.screens.close()}>${messages.close}</button>
      </div>
    </ys-screen-frame>`;
  }

  /** The periods of the subjects in the data; empty where the rubric has none. */
  #periods(good: Good): readonly string[] {
    return [...new Set(good.result.subjects.flatMap(({ period }) => period ?? []))];
  }

  #periodOf(good: Good): string {
    return this.period ?? periodOfResults(good);
  }

  #fixing(good: Good, messages: PeriodMessages) {
    const open = good.result.subjects.filter(({ status }) => status !== "scored").length;
    const hasPeriods = this.#periods(good).length > 0;
    const { outcome } = this;
    const { subjects, cuts } = good.result;
    const provisional = subjects.filter((of) => of.provisional.length + of.undecided.length > 0).length;
    return html`<h3>${messages.fix}</h3>
      <p class="note">${messages.fixAbout}</p>
      ${open === 0 ? nothing : html`<p class="note ochre">${messages.open(open)}</p>`}
      ${provisional === 0 ? nothing : html`<p class="note ochre">${messages.provisional(provisional)}</p>`}
      ${cuts.length === 0 ? nothing : html`<p class="note ochre">${messages.undecided(cuts.length)}</p>`}
      <div class="fields">
        ${
          hasPeriods
            ? html`<b>${this.#periods(good).join(this.messages.comma)}</b>`
            : this.#field(messages.periodOfResults, this.#periodOf(good), (text) => (this.period = text))
        }
        <button class="btn main" ?disabled=${this.store.isReadOnly} @click=${() => void this.#fix(good)}>
          ${messages.fixAct}
        </button>
        ${
          outcome === null
            ? nothing
            : html`<span role="status"
                >${
                  outcome.problem === null
                    ? messages.done(outcome.periods.join(this.messages.comma), outcome.added, outcome.replaced)
                    : messages.problem[outcome.problem]
                }</span
              >`
        }
      </div>`;
  }

  #fixed(messages: PeriodMessages) {
    const fixed = this.store.content.fixed ?? [];
    if (fixed.length === 0) return nothing;
    return html`<h3>${messages.fixed}</h3>
      <ul class="plain">
        ${[...fixed].reverse().map(
          (of: FixedPeriod) =>
            html`<li>
              ${messages.fixedRow(of.period, new Date(of.fixed).toLocaleString(this.store.lang === "zh" ? "zh-CN" : "en"), of.scored, of.open)}
              <div class="why">${messages.receipt(of.rubric, of.data, of.engine)}</div>
              ${this.#agreement(of, messages)}
            </li>`,
        )}
      </ul>`;
  }

  /** Whether the present results are those that were fixed; nothing for another period than that of the data. */
  #agreement({ period, rubric, data }: FixedPeriod, messages: PeriodMessages) {
    const { receipt } = this;
    const { good } = this.store;
    if (receipt === null || good === null || this.#periodOf(good) !== period) return nothing;
    return receipt.rubric === rubric && receipt.data === data
      ? html`<div class="why">${messages.same}</div>`
      : html`<div class="ochre">${messages.differs}</div>`;
  }

  #comparison(good: Good, messages: PeriodMessages) {
    const compared = comparedWithBefore(good, this.#periodOf(good), findTable(this.store.tables, "history", ""));
    if (compared === null) return html`<p class="note">${messages.nothingBefore}</p>`;
    return html`<h3>${messages.compare(compared.period)}</h3>
      ${comparisonTable(compared, messages)}`;
  }

  #beginning(good: Good, messages: PeriodMessages) {
    const { store } = this;
    const { program } = good;
    const current = this.#periodOf(good);
    const next = this.nextPeriod ?? periodAfter(current);
    const kept = this.kept ?? lastingColumns(program);
    const isFixed = (store.content.fixed ?? []).some(({ period }) => period === current);
    const columns = program.fields.flatMap(({ name, type }, at) =>
      at === program.key || at === program.period || type.kind === "list" ? [] : [name],
    );
    const choose = (name: string, isKept: boolean) =>
      (this.kept = isKept ? [...kept, name] : kept.filter((each) => each !== name));
    return html`<h3>${messages.next}</h3>
      <p class="note">${messages.nextAbout}</p>
      ${isFixed ? nothing : html`<p class="note ochre">${messages.notFixed}</p>`}
      <details>
        <summary class="note">${messages.kept}${this.messages.colon}${kept.join(this.messages.comma)}</summary>
        <div class="columns">
          ${columns.map(
            (name) =>
              html`<label
                ><input
                  type="checkbox"
                  .checked=${kept.includes(name)}
                  @change=${(event: Event) => choose(name, (event.target as HTMLInputElement).checked)}
                />
                ${name}</label
              >`,
          )}
        </div>
      </details>
      <div class="fields">
        ${this.#field(messages.nextPeriod, next, (text) => (this.nextPeriod = text))}
        <button
          class="btn line"
          ?disabled=${store.isReadOnly || next.trim() === ""}
          @click=${() => this.#begin(good, next.trim(), kept)}
        >
          ${messages.nextAct(next)}
        </button>
      </div>`;
  }

  #field(label: string, value: string, change: (text: string) => void) {
    return html`<label
      >${label}<br /><input
        type="text"
        .value=${value}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    /></label>`;
  }

  async #fix(good: Good): Promise<void> {
    const { store } = this;
    const period = this.#periodOf(good).trim();
    const outcome = await store.request("fix", { path: store.path, period: period === "" ? null : period });
    this.outcome = outcome;
    this.receipt = outcome?.problem === null ? outcome.receipt : null;
    if (outcome === null || outcome.problem !== null) return;
    const { history, periods, scored, open, receipt } = outcome;
    const fixed = periods.reduce(
      (all: readonly FixedPeriod[], of) => withFixed(all, { period: of, fixed: Date.now(), ...receipt, scored, open }),
      store.content.fixed ?? [],
    );
    store.editTables((tables) => withHistory(tables, history), PLACE, "import", { fixed });
  }

  #begin({ program }: Good, period: string, kept: readonly string[]): void {
    const { store } = this;
    store.editTables((tables) => tablesOfNextPeriod(program, tables, period, kept), PLACE, "import", {
      collection: [],
    });
    store.screens.close();
    const column = findTable(store.tables, "subjects", "")?.header[0] ?? "";
    store.goToCell({ ...PLACE, column });
  }
}

function withHistory(tables: readonly TableText[], history: TableText): readonly TableText[] {
  const others = tables.filter(({ role }) => role !== "history");
  return [...others, history];
}

function comparisonTable({ rows }: ComparedPeriod, messages: PeriodMessages) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${messages.change}>
    <table>
      <thead>
        <tr>
          <th scope="col">${messages.subject}</th>
          <th scope="col" class="n">${messages.before}</th>
          <th scope="col" class="n">${messages.now}</th>
          <th scope="col" class="n">${messages.change}</th>
          <th scope="col" class="n">${messages.place}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MAX_ROWS).map(
          ({ key, before, now, change, placeBefore, place }) =>
            html`<tr>
              <th scope="row">${key}</th>
              <td class="n">${before ?? "—"}</td>
              <td class="n">${now ?? "—"}</td>
              <td class="n">${change ?? "—"}</td>
              <td class="n">${placeBefore ?? "—"} → ${place ?? "—"}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-period-screen": PeriodScreen;
  }
}
