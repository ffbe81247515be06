/** The board: each department with the cells it answers for, what has come in and what is missing. */
import { html, nothing } from "lit";
import type { DepartmentProgress } from "@yardstick/tables";
import { cssProperties, icon } from "@yardstick/ui";
import type { CollectMessages } from "../../messages/collect.js";
import { recordOf, type DepartmentRecord } from "../../project/collection.js";
import type { FilesCollected } from "../../protocol/protocol.js";

/** What the board needs to draw itself and to act. */
export interface BoardView {
  readonly collected: FilesCollected;
  readonly messages: CollectMessages;
  readonly comma: string;
  readonly chosen: string | null;
  readonly choose: (department: string | null) => void;
  readonly exportForm: (department: string) => void;
  readonly exportForms: () => void;
  readonly exportMissing: () => void;
  readonly copy: (text: string) => void;
  readonly hasCopied: boolean;
  /** Forms that were sent, and files that were merged before. */
  readonly collection: readonly DepartmentRecord[];
}

const two = (value: number): string => String(value).padStart(2, "0");

function dayOf(time: number): string {
  const day = new Date(time);
  return `${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function minuteOf(time: number): string {
  const day = new Date(time);
  return `${dayOf(time)} ${two(day.getHours())}:${two(day.getMinutes())}`;
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;
}

/** The table of departments, and the actions for the chosen one. */
export function board(view: BoardView) {
  const { collected, messages, chosen } = view;
  const waiting = collected.after.filter(({ missing }) => missing.length > 0);
  const incoming = (department: string | null) =>
    collected.files
      .filter((file) => file.department === department && file.state === "merged")
      .reduce(
        (sum, { counts }) => ({
          fresh: sum.fresh + counts.new,
          changed: sum.changed + counts.changed,
          rows: sum.rows + counts.rows,
        }),
        { fresh: 0, changed: 0, rows: 0 },
      );
  return html`<section aria-label=${messages.board}>
    <div class="bar">
      <h3>${messages.board}</h3>
      <span class="grow"></span>
      ${
        collected.after.some(({ department }) => department !== null)
          ? html`<button class="btn line small" @click=${view.exportForms}>
              ${icon("out")}${messages.exportForms}
            </button>`
          : nothing
      }
      ${
        waiting.length === 0
          ? nothing
          : html`<button class="btn line small" @click=${view.exportMissing}>
                ${icon("out")}${messages.exportMissing}
              </button>
              <button
                class="btn line small"
                @click=${() => view.copy(collected.missingTexts.filter((text) => text !== "").join("\n"))}
              >
                ${icon("paste")}${view.hasCopied ? messages.copied : messages.copyMissing}
              </button>`
      }
    </div>
    <table class="board">
      <thead>
        <tr>
          <th scope="col">${messages.department}</th>
          <th scope="col" class="n wide-only">${messages.pointsHead}</th>
          <th scope="col" class="n wide-only">${messages.columnsHead}</th>
          <th scope="col" class="n wide-only">${messages.sent}</th>
          <th scope="col" colspan="2">${messages.filled}</th>
          <th scope="col" class="wide-only">${messages.lastFile}</th>
          <th scope="col">${messages.state}</th>
        </tr>
      </thead>
      <tbody>
        ${collected.after.map((after) => {
          const { department } = after;
          const before = collected.before.find((each) => each.department === department);
          const filled = Math.min(before?.filled ?? 0, after.filled);
          const name = department ?? messages.noDepartment;
          const { sent, file, received } = recordOf(view.collection, department);
          return html`<tr class=${department === chosen && department !== null ? "chosen" : ""} data-department=${name}>
            <th scope="row">
              <button class="pick-row" aria-pressed=${department === chosen} @click=${() => view.choose(department)}>
                ${name}
              </button>
            </th>
            <td class="n wide-only"><b>${after.points ?? "—"}</b></td>
            <td class="n why wide-only" title=${messages.columns(after.fields.length, after.lists.length)}>
              ${after.fields.length + after.lists.length}
            </td>
            <td class="n why wide-only">${sent === null ? "—" : dayOf(sent)}</td>
            <td>
              <span class="fill"
                ><i style=${cssProperties({ width: percent(filled, after.expected) })}></i
                ><b
                  style=${cssProperties({
                    left: percent(filled, after.expected),
                    width: percent(after.filled - filled, after.expected),
                  })}
                ></b
              ></span>
            </td>
            <td class="n">${after.expected === 0 ? "—" : `${after.filled}/${after.expected}`}</td>
            <td class="last why wide-only">
              ${
                file === null || received === null
                  ? messages.noFile
                  : html`<span title=${file}><time>${minuteOf(received)}</time> ${file}</span>`
              }
            </td>
            <td>${chips(after, incoming(department), conflictsOf(after, collected), messages)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    ${
      chosen === null
        ? nothing
        : html`<div class="bar">
            <b>${chosen}</b>
            <span>${collected.after.find(({ department }) => department === chosen)?.fields.join(view.comma)}</span>
            <span class="grow"></span>
            <button class="btn line small" @click=${() => view.exportForm(chosen)}>
              ${icon("out")}${messages.exportForm}
            </button>
          </div>`
    }
  </section>`;
}

/** Undecided conflicts about the fields and lists of a department. */
function conflictsOf({ fields, lists }: DepartmentProgress, { conflicts }: FilesCollected): number {
  return conflicts.filter(
    ({ settled, field, record }) =>
      settled === null && (record === undefined ? fields.includes(field) : lists.includes(record.list)),
  ).length;
}

function chips(
  { filled, expected, lists, missing }: DepartmentProgress,
  { fresh, changed, rows }: { readonly fresh: number; readonly changed: number; readonly rows: number },
  conflicts: number,
  messages: CollectMessages,
) {
  const lacking = missing.reduce((sum, { subjects }) => sum + subjects.length, 0);
  return html`${conflicts === 0 ? nothing : html`<span class="chip differ">${messages.conflicts(conflicts)}</span> `}${fresh + changed + rows === 0 ? nothing : html`<span class="chip in">${messages.incoming(fresh, changed, rows)}</span> `}
  ${
    lacking === 0
      ? expected === 0
        ? html`<span class="keep">${messages.nothingExpected}</span>`
        : html`<span class="keep">${icon("check")}${messages.complete}</span>`
      : filled === 0 && expected > 0 && lists.length === 0
        ? html`<span class="chip none">${messages.nothingYet}</span>`
        : html`<span class="chip miss">${messages.missing(lacking)}</span>`
  }`;
}
