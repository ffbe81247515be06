/** What a merge would do: files, changed cells, and what is left out. */
import { html, nothing } from "lit";
import { icon } from "@yardstick/ui";
import type { CollectMessages } from "../../messages/collect.js";
import type { FilesCollected } from "../../protocol/protocol.js";
import { conflictsOfFile, settledCounts } from "./settled.js";

/** Entries of each kind that are drawn; the others are counted. */
const MAX_DRAWN = 60;

/** What the preview needs to draw itself and to act. */
export interface PreviewView {
  readonly collected: FilesCollected;
  readonly messages: CollectMessages;
  readonly comma: string;
  readonly setDepartment: (file: string, department: string) => void;
  readonly takePeriod: (period: string) => void;
  readonly keepRow: (key: string) => void;
}

const figure = (count: number, name: string) =>
  html`<td class="n ${count > 0 ? name : "mut"}">${count > 0 ? count : "—"}</td>`;

/** The files: those that change something or need attention, then those that are the same as the data, folded. */
export function fileTable(view: PreviewView) {
  const { collected, messages } = view;
  const same = collected.files.filter(({ state }) => state === "same");
  const others = collected.files.filter(({ state }) => state !== "same");
  return html`${others.length === 0 ? nothing : filesIn(others, view)}
  ${
    same.length === 0
      ? nothing
      : html`<details ?open=${others.length === 0}>
          <summary>${messages.sameFiles(same.length)}</summary>
          ${filesIn(same, view)}
        </details>`
  }`;
}

function filesIn(files: FilesCollected["files"], view: PreviewView) {
  const { messages } = view;
  return html`<table class="files">
    <thead>
      <tr>
        <th scope="col">${messages.file}</th>
        <th scope="col">${messages.takenAs}</th>
        <th scope="col" class="n">${messages.fresh}</th>
        <th scope="col" class="n">${messages.changed}</th>
        <th scope="col" class="n">${messages.ledger}</th>
        <th scope="col" class="n">${messages.open}</th>
      </tr>
    </thead>
    <tbody>
      ${files.map((file) => fileRow(file, view))}
    </tbody>
  </table>`;
}

function fileRow(
  { file, state, department, recognised, period, counts }: FilesCollected["files"][number],
  { collected, messages, setDepartment, takePeriod }: PreviewView,
) {
  const departments = collected.after.flatMap((progress) => progress.department ?? []);
  const settled = settledCounts(conflictsOfFile(file, collected.conflicts));
  const isLeft = state === "refused" || state === "unreadable";
  const isNamed = isLeft || state === "left" || state === "empty";
  const reasons = collected.problems.filter((problem) => problem.file === file && problem.severity === "error");
  return html`<tr data-file=${file}>
    <th scope="row">
      ${icon("file")} ${file}
      ${isNamed ? html`<div class="why look">${messages.states[state]} ${reasons[0]?.text}</div>` : nothing}
      ${
        state === "refused" && period !== null
          ? html`<button class="btn line small" @click=${() => takePeriod(period)}>
              ${messages.takePeriod(period)}
            </button>`
          : nothing
      }
    </th>
    <td>
      ${
        departments.length === 0 || isLeft
          ? nothing
          : html`<span class=${recognised === "columns" || department === null ? "picker guess" : "picker"}
                ><select
                  class="pick"
                  aria-label=${`${file} ${messages.takenAs}`}
                  @change=${(event: Event) => setDepartment(file, (event.target as HTMLSelectElement).value)}
                >
                  <option value="" ?selected=${department === null}>${messages.unrecognised}</option>
                  ${departments.map((name) => html`<option value=${name} ?selected=${name === department}>${name}</option>`)}
                </select>
                ${icon("down")}</span
              >
              <div class="why">
                ${recognised === null || department === null ? nothing : messages.recognised[recognised]}
              </div>`
      }
    </td>
    ${figure(counts.new + settled.fresh, "fresh")}${figure(counts.changed + settled.changed, "")}${figure(counts.rows, "")}${figure(settled.open + counts.unmatched, "ochre")}
  </tr>`;
}

/** Corrected cells of list rows, and new subjects. */
export function otherChanges({ collected, messages, comma }: PreviewView) {
  const { subjects } = collected;
  const ofRecords = [...collected.changed, ...collected.new].filter(({ record }) => record !== undefined);
  return html`${
    ofRecords.length === 0
      ? nothing
      : html`<div class="bar"><h3>${messages.recordCells}</h3></div>
          <ul class="plain">
            ${ofRecords.slice(0, MAX_DRAWN).map(
              ({ key, record, field, text, origin, ...of }) =>
                html`<li>
                  ${record?.list} ${key} ${field}
                  ${"before" in of ? html`<s>${of.before as string}</s> → ` : html`<span class="fresh">+</span>`}<b
                    >${text}</b
                  >
                  <span class="why"
                    >${[origin.file, origin.sheet, origin.cell].filter((each) => each !== null).join(" ")}</span
                  >
                </li>`,
            )}
            ${ofRecords.length > MAX_DRAWN ? html`<li>${messages.more(ofRecords.length - MAX_DRAWN)}</li>` : nothing}
          </ul>`
  }
  ${
    subjects.length === 0
      ? nothing
      : html`<p class="note">
          ${messages.newSubjects(
            subjects
              .slice(0, MAX_DRAWN)
              .map(({ key }) => key)
              .join(comma),
            subjects.length,
          )}
        </p>`
  }`;
}

/** Rows and columns that are left out, then cells that cannot be read and everything else that was found. */
export function leftOut(view: PreviewView) {
  const { collected, messages, keepRow } = view;
  const { aside, unknownColumns, unusedAnswers, unread, problems } = collected;
  const block = (title: string, about: string, entries: readonly unknown[]) =>
    entries.length === 0
      ? nothing
      : html`<div class="bar">
            <h3>${title}</h3>
            <span>${about}</span>
          </div>
          <ul class="plain">
            ${entries.slice(0, MAX_DRAWN)}
            ${entries.length > MAX_DRAWN ? html`<li>${messages.more(entries.length - MAX_DRAWN)}</li>` : nothing}
          </ul>`;
  return html`${block(messages.aside, messages.asideAbout, [
    ...aside.map(
      ({ file, row, text, key }) =>
        html`<li>
          ${file} ${messages.asideRow(row, text)}
          ${key === "" ? nothing : html`<button class="btn line small" @click=${() => keepRow(key)}>${messages.keepRow}</button>`}
        </li>`,
    ),
    ...unknownColumns.map(
      ({ file, column, filled }) => html`<li>${file} ${messages.unknownColumn(column, filled)}</li>`,
    ),
  ])}
  ${block(messages.notes, "", [
    ...[...unread, ...problems].map(({ file, severity, text }) => html`<li class=${severity}>${file} ${text}</li>`),
    ...unusedAnswers.map(({ name }) => html`<li class="warning">${messages.unusedAnswer(name)}</li>`),
  ])}`;
}
