/** Two to four scenarios side by side: places, scores, grades and awards; can be printed or exported as a workbook. */
import { withMinusSign } from "@yardstick/exact";
import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { base, controls, download, fileNameOf, icon } from "@yardstick/ui";
import type { StageMessages } from "../messages/zh.js";
import type { Stage } from "../model/stage.js";
import type { ScenarioColumn } from "../protocol/protocol.js";
import { MAX_EXPORTED } from "../model/stage-comparison.js";
import { StageElement } from "./stage-element.js";
import { stageStyles } from "./stage-styles.js";
import type { TablePicture } from "./table-picture.js";

type Cell = ScenarioColumn["subjects"][number];

/** The element that compares scenarios. */
@customElement("ys-scenarios")
export class ScenariosView extends StageElement {
  static override styles = [
    base,
    controls,
    stageStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 0;
        padding: 14px var(--st-pad);
        background: var(--paper);
      }
      .head {
        flex: none;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        margin-bottom: 8px;
      }
      .head .mut {
        font-size: var(--st-small);
        margin-right: auto;
      }
      .pick {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-bottom: 10px;
        flex: none;
      }
      .pick button {
        border: 1px solid var(--line);
        border-radius: var(--r2);
        padding: 4px 10px;
        font-size: var(--st-small);
        color: var(--ink-2);
        min-height: 32px;
      }
      .pick [aria-pressed="true"] {
        border-color: var(--ink);
        color: var(--ink);
        font-weight: 700;
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      .pick [aria-pressed="true"]:focus-visible {
        box-shadow: var(--focus);
      }
      .pick button[disabled] {
        color: var(--ink-off);
      }
      .table {
        flex: 1;
        min-height: 0;
        overflow: auto;
      }
      .table:focus-visible {
        box-shadow: inset 0 0 0 2px var(--blue);
      }
      table {
        width: auto;
        min-width: 100%;
      }
      thead th,
      thead td {
        position: sticky;
        top: 0;
        background: var(--paper);
        z-index: 1;
        font-size: var(--st-small);
        text-align: left;
        color: var(--ink-3);
        padding: 4px 8px;
        white-space: nowrap;
      }
      thead tr:first-child th {
        color: var(--ink);
        font-weight: 700;
        font-size: var(--st-text);
        max-width: 18em;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      thead tr:last-child > * {
        top: 34px;
        box-shadow: inset 0 -1px var(--line);
      }
      td,
      tbody th {
        padding: 4px 8px;
        border-bottom: 1px solid var(--hair);
        white-space: nowrap;
        text-align: left;
        font-size: calc(var(--st-text) + 1px);
      }
      thead td {
        border-bottom: 0;
      }
      tbody th {
        position: sticky;
        left: 0;
        background: var(--paper);
        font-weight: 700;
      }
      .begin {
        border-left: 1px solid var(--line);
      }
      td.n,
      th.n {
        text-align: right;
      }
      td.p {
        font-weight: 700;
      }
      .up {
        color: var(--blue);
        font-weight: 700;
      }
      .aw {
        font-size: var(--st-small);
        color: var(--ink-2);
        line-height: 1.4;
      }
      .aw span {
        display: block;
      }
      .note {
        flex: none;
        padding-top: 8px;
        font-size: var(--st-small);
      }
      @media (max-width: 760px) {
        :host {
          height: auto;
        }
      }
      .on-paper {
        display: none;
      }
      @media print {
        :host {
          height: auto;
          padding: 0;
        }
        .on-paper {
          display: inline;
        }
        td,
        tbody th {
          font-size: 12px;
          padding: 3px 6px;
        }
        .pick,
        .head .mut,
        .head .btn {
          display: none;
        }
        .table {
          overflow: visible;
        }
        thead th,
        tbody th {
          position: static;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];

  override render() {
    const { stage, messages } = this;
    const { opening, comparison } = stage;
    const { compared, columns, all } = comparison;
    if (opening === null) return nothing;
    const names = [messages.asWritten, ...opening.scenarios.map(({ name }) => name)];
    const shown = columns[0]?.subjects.length ?? 0;
    return html`
      <div class="head">
        <h2><span class="on-paper">${stage.store.name} · </span>${messages.compare}</h2>
        <span class="mut">${messages.compareLead}</span>
        <button class="btn line" @click=${() => print()}>${icon("print")}${messages.print}</button>
        <button class="btn line" @click=${this.#workbook}>${icon("out")}${messages.workbook}</button>
      </div>
      <div class="pick" role="group" aria-label=${messages.compare}>
        ${names.map((name, index) => {
          const isIn = compared.includes(index);
          return html`<button
            aria-pressed=${isIn}
            ?disabled=${(isIn && compared.length <= 2) || (!isIn && compared.length >= 4)}
            @click=${() => comparison.toggle(index)}
          >
            ${name}
          </button>`;
        })}
      </div>
      ${columns.length === 0 ? html`<p class="mut" role="status">${messages.working}</p>` : this.#table(names, columns)}
      ${shown < all ? html`<p class="mut note">${messages.comparedFirst(shown, all)} ${all > MAX_EXPORTED ? messages.exportedFirst(MAX_EXPORTED) : nothing}</p>` : nothing}
    `;
  }

  #table(names: readonly string[], columns: readonly ScenarioColumn[]) {
    const { stage, messages } = this;
    const rows = rowsOf(columns);
    const hasGrades = columns.some(({ subjects }) => subjects.some(({ grade }) => grade !== null));
    const hasAwards = columns.map(({ subjects }) => subjects.some(({ awards }) => awards.length > 0));
    return html`<div class="table" tabindex="0" role="group" aria-label=${messages.compare}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${stage.comparison.compared.map((index, at) => html`<th class="begin" colspan=${2 + (at > 0 ? 1 : 0) + (hasGrades ? 1 : 0) + (hasAwards[at] === true ? 1 : 0)}>${names[index]}</th>`)}
          </tr>
          <tr>
            <td></td>
            ${columns.map(
              (_, at) =>
                html`<th class="begin n">${messages.place}</th>
                  ${at > 0 ? html`<th>${messages.movedColumn}</th>` : nothing}
                  <th class="n">${messages.score}</th>
                  ${hasGrades ? html`<th>${messages.grade}</th>` : nothing}
                  ${hasAwards[at] === true ? html`<th>${messages.awards}</th>` : nothing}`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                <th scope="row">${cells[0]?.key ?? ""}</th>
                ${cells.map(
                  (cell, at) =>
                    html`<td class="begin n p">${cell?.place ?? "—"}</td>
                      ${at > 0 ? html`<td class=${rise(cells[0], cell) > 0 ? "up" : ""}>${moveText(cells[0], cell)}</td>` : nothing}
                      <td class="n">${withMinusSign(cell?.score ?? "")}</td>
                      ${hasGrades ? html`<td>${cell?.grade ?? ""}</td>` : nothing}
                      ${hasAwards[at] === true ? html`<td class="aw">${cell?.awards.map((award) => html`<span>${award}</span>`)}</td>` : nothing}`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #workbook = async (): Promise<void> => {
    const { stage, messages } = this;
    const { opening, comparison } = stage;
    if (opening === null) return;
    const names = [messages.asWritten, ...opening.scenarios.map(({ name }) => name)];
    const head = [
      "",
      ...comparison.compared.flatMap((index) =>
        [messages.place, messages.score, messages.grade, messages.awards].map(
          (word) => `${names[index] ?? ""} ${word}`,
        ),
      ),
    ];
    const bytes = await comparison.workbook((columns) => ({
      title: messages.compare,
      sheet: messages.compare,
      head,
      rows: rowsOf(columns).map((cells) => [
        cells[0]?.key ?? "",
        ...cells.flatMap((cell) => [
          String(cell?.place ?? ""),
          cell?.score ?? "",
          cell?.grade ?? "",
          cell?.awards.join("、") ?? "",
        ]),
      ]),
    }));
    if (bytes === null) return;
    download(
      fileNameOf(`${stage.store.name} ${messages.compare}`, "xlsx"),
      bytes,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
  };
}

/** The comparison as a table of texts, as it is shown; null before there is one. */
export function comparisonTable({ store, opening, comparison }: Stage, messages: StageMessages): TablePicture | null {
  const { compared, columns, all } = comparison;
  if (opening === null || columns.length === 0) return null;
  const names = [messages.asWritten, ...opening.scenarios.map(({ name }) => name)];
  const hasGrades = columns.some(({ subjects }) => subjects.some(({ grade }) => grade !== null));
  const hasAwards = columns.map(({ subjects }) => subjects.some(({ awards }) => awards.length > 0));
  const head = (text: string, isFigure: boolean) => ({ text, isFigure });
  const rows = rowsOf(columns);
  return {
    title: `${store.name} · ${messages.compare}`,
    groups: compared.map((index, at) => ({
      name: names[index] ?? "",
      heads: [
        head(messages.place, true),
        ...(at > 0 ? [head(messages.movedColumn, false)] : []),
        head(messages.score, true),
        ...(hasGrades ? [head(messages.grade, false)] : []),
        ...(hasAwards[at] === true ? [head(messages.awards, false)] : []),
      ],
    })),
    rows: rows.map((cells) => ({
      name: cells[0]?.key ?? "",
      cells: cells.flatMap((cell, at) => [
        String(cell?.place ?? "—"),
        ...(at > 0 ? [moveText(cells[0], cell)] : []),
        withMinusSign(cell?.score ?? ""),
        ...(hasGrades ? [cell?.grade ?? ""] : []),
        ...(hasAwards[at] === true ? [cell?.awards.join(" · ") ?? ""] : []),
      ]),
    })),
    notes: rows.length < all ? [messages.comparedFirst(rows.length, all)] : [],
  };
}

/** One row per subject, one cell per scenario; all columns have the same subjects. */
function rowsOf(columns: readonly ScenarioColumn[]): readonly (readonly (Cell | undefined)[])[] {
  return (columns[0]?.subjects ?? []).map((_, index) => columns.map(({ subjects }) => subjects[index]));
}

function rise(before: Cell | undefined, now: Cell | undefined): number {
  const [was, is] = [before?.place ?? null, now?.place ?? null];
  return was === null || is === null ? 0 : was - is;
}

function moveText(before: Cell | undefined, now: Cell | undefined): string {
  const places = rise(before, now);
  return places === 0 ? "" : places > 0 ? `▲${places}` : `▼${-places}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-scenarios": ScenariosView;
  }
}
