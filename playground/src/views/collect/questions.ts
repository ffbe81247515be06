/** What a person decides before or after merging: figures that differ, names that fit no subject, periods. */
import { ownEntry } from "@yardstick/language";
import { html, nothing } from "lit";
import type { CollectAnswers, CollectedConflict, ConflictFigure, UnmatchedRow } from "@yardstick/tables";
import type { CollectMessages } from "../../messages/collect.js";
import type { FilesCollected } from "../../protocol/protocol.js";

/** Questions drawn one by one; the others are counted. */
const MAX_DRAWN = 80;

/** What the questions need to draw themselves and to be answered. */
export interface QuestionsView {
  readonly collected: FilesCollected;
  readonly answers: CollectAnswers;
  readonly messages: CollectMessages;
  readonly comma: string;
  /** Keys of the subjects, to choose from. */
  readonly keys: readonly string[];
  readonly isReadOnly: boolean;
  readonly answer: (change: CollectAnswers) => void;
}

const without = <T>(from: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(from).filter(([each]) => each !== name));

/** Number of questions that are still open. */
export function openQuestions({ conflicts, unmatched, periods, nearKeys }: FilesCollected): number {
  const keys = new Set(unmatched.map(({ key, period, why }) => (why === "key" ? key : `\u0000${period ?? ""}`)));
  return conflicts.filter(({ settled }) => settled === null).length + keys.size + periods.length + nearKeys.length;
}

/** All questions with their answers. */
export function questions(view: QuestionsView) {
  const { collected, answers, messages } = view;
  const { conflicts, unmatched, periods, nearKeys } = collected;
  const decided = Object.entries(answers.keys ?? {});
  const count = openQuestions(collected);
  if (count + conflicts.length + decided.length === 0) return nothing;
  return html`<div class="bar">
      <h3>${messages.questions(count)}</h3>
      ${count === 0 ? nothing : html`<span>${messages.questionsAbout}</span>`}
    </div>
    ${conflicts.length === 0 ? nothing : rules(view)}
    ${conflicts.slice(0, MAX_DRAWN).map((conflict) => conflictRow(conflict, view))}
    ${conflicts.length > MAX_DRAWN ? html`<p class="note">${messages.more(conflicts.length - MAX_DRAWN)}</p>` : nothing}
    ${allNames(view)}
    ${byName(unmatched)
      .slice(0, MAX_DRAWN)
      .map((rows) => (rows[0]?.why === "period" ? periodRow(rows, view) : nameRow(rows, view)))}
    ${decided.map(([key, said]) => {
      const text = typeof said === "string" ? messages.saidKey[said] : messages.saidKey.is(said.is);
      return html`<div class="ask">
        <span class="what"><b>${key}</b> ${text}</span>
        <span class="acts"
          >${button(view, messages.undo, () => view.answer({ ...answers, keys: without(answers.keys ?? {}, key) }))}</span
        >
      </div>`;
    })}
    ${periods.map(({ file, sheet, said, where, period, rows }) => {
      const id = sheet === null ? file : `${file}[${sheet}]`;
      const say = (as: string) => view.answer({ ...answers, periods: { ...answers.periods, [id]: as } });
      return html`<div class="ask">
        <span class="sign" aria-hidden="true">？</span>
        <span class="what">${messages.saidPeriod(where, said, period)}<small>${messages.rowsAt(id, rows)}</small></span>
        <span class="acts"
          >${button(view, messages.into(said), () => say(said))}
          ${period === null ? nothing : button(view, messages.into(period), () => say(""))}</span
        >
      </div>`;
    })}
    ${nearKeys.map(
      ({ key, near }) =>
        html`<div class="ask">
          <span class="sign" aria-hidden="true">？</span>
          <span class="what">${messages.nearKeys(key, near.join(view.comma))}</span>
          <span class="acts"
            >${near.map((other) =>
              button(view, other, () => view.answer({ ...answers, keys: { ...answers.keys, [key]: { is: other } } })),
            )}${button(view, messages.twoSubjects, () => view.answer({ ...answers, keys: { ...answers.keys, [key]: "new" } }))}</span
          >
        </div>`,
    )}`;
}

function button({ isReadOnly }: QuestionsView, label: string, act: () => void, isPressed?: boolean) {
  return html`<button class="btn line small" aria-pressed=${isPressed ?? nothing} ?disabled=${isReadOnly} @click=${act}>
    ${label}
  </button>`;
}

function rules(view: QuestionsView) {
  const { answers, messages } = view;
  const rule = (name: "newest" | "owner", label: string) =>
    button(
      view,
      label,
      () => view.answer({ ...answers, rule: answers.rule === name ? null : name }),
      answers.rule === name,
    );
  return html`<div class="ask">
    <span class="what">${messages.byRule}</span>
    <span class="acts">${rule("newest", messages.newest)}${rule("owner", messages.owner)}</span>
  </div>`;
}

function conflictRow(
  { id, key, period, field, record, figures, settled, why }: CollectedConflict,
  view: QuestionsView,
) {
  const { answers, messages } = view;
  const chosen = ownEntry(answers.cells ?? {}, id);
  return html`<div class="ask" data-conflict=${id}>
    <span class="sign differ" aria-hidden="true">≠</span>
    <span class="what"
      ><b>${key}</b> ${period ?? ""} ${record === undefined ? "" : `${record.list} `}${field}<small
        >${why === "differ" ? messages.differ : messages.notOwner}</small
      ></span
    >
    <span class="acts"
      >${figures.map(({ text, isPresent, departments, origins }, at) => {
        const by = sourceOf(departments, origins, figures, view.comma);
        const place = origins.map(({ file, sheet, cell }) =>
          [file, sheet, cell].filter((each) => each !== null).join(" "),
        );
        const act = () => {
          const cells = answers.cells ?? {};
          view.answer({ ...answers, cells: chosen === text ? without(cells, id) : { ...cells, [id]: text } });
        };
        return html`<button
          class="btn line small"
          title=${place.join("\n")}
          aria-pressed=${settled === at}
          ?disabled=${view.isReadOnly}
          @click=${act}
        >
          ${messages.figure(by, text, isPresent)}
        </button>`;
      })}</span
    >
  </div>`;
}

/** The departments that give a value, or its files where another value is of the same departments. */
function sourceOf(
  departments: readonly string[],
  origins: ConflictFigure["origins"],
  figures: readonly ConflictFigure[],
  comma: string,
): string {
  const name = departments.join(comma);
  const isAlone = figures.filter((each) => each.departments.join(comma) === name).length === 1;
  if (name !== "" && isAlone) return name;
  return [...new Set(origins.map(({ file }) => file.replace(/\.[a-z]+$/iu, "")))].join(comma);
}

/** Rows of one name, or of one period, are one question. */
function byName(unmatched: readonly UnmatchedRow[]): readonly (readonly UnmatchedRow[])[] {
  const groups = new Map<string, UnmatchedRow[]>();
  for (const row of unmatched) {
    const id = row.why === "key" ? row.key : `\u0000${row.period ?? ""}`;
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...groups.values()];
}

function filesOf(rows: readonly UnmatchedRow[], { messages, comma }: QuestionsView): string {
  const files = new Map<string, number>();
  for (const { origin } of rows) files.set(origin.file, (files.get(origin.file) ?? 0) + 1);
  return [...files].map(([file, count]) => messages.rowsAt(file, count)).join(comma);
}

/** One answer for all names that fit no subject. */
function allNames(view: QuestionsView) {
  const { answers, collected, messages } = view;
  const keys = new Set(collected.unmatched.flatMap(({ key, why }) => (why === "key" ? [key] : [])));
  if (keys.size < 2) return nothing;
  const say = (as: "new" | "none") =>
    view.answer({ ...answers, keys: { ...answers.keys, ...Object.fromEntries([...keys].map((key) => [key, as])) } });
  return html`<div class="ask">
    <span class="what">${messages.allNames(keys.size)}</span>
    <span class="acts"
      >${button(view, messages.addAll, () => say("new"))}${button(view, messages.addNone, () => say("none"))}</span
    >
  </div>`;
}

function nameRow(rows: readonly UnmatchedRow[], view: QuestionsView) {
  const { answers, messages } = view;
  const [first] = rows;
  if (first === undefined) return nothing;
  const { key, near } = first;
  const say = (as: { readonly is: string } | "new" | "none") =>
    view.answer({ ...answers, keys: { ...answers.keys, [key]: as } });
  const [nearest] = near;
  return html`<div class="ask" data-unmatched=${key}>
    <span class="sign" aria-hidden="true">？</span>
    <span class="what">${messages.isIt(key, nearest ?? "")}<small>${filesOf(rows, view)}</small></span>
    <span class="acts"
      >${nearest === undefined ? nothing : button(view, messages.yes, () => say({ is: nearest }))}
      <span class="picker"
        ><select
          class="pick"
          aria-label=${`${key} ${messages.other}`}
          ?disabled=${view.isReadOnly}
          @change=${(event: Event) => say({ is: (event.target as HTMLSelectElement).value })}
        >
          <option value="" selected disabled>${messages.other}</option>
          ${view.keys.map((name) => html`<option value=${name}>${name}</option>`)}
        </select></span
      >
      ${button(view, messages.addSubject, () => say("new"))}${button(view, messages.noSubject, () => say("none"))}</span
    >
  </div>`;
}

function periodRow(rows: readonly UnmatchedRow[], view: QuestionsView) {
  const { answers, messages } = view;
  const [first] = rows;
  const period = first?.period ?? null;
  if (first === undefined || period === null) return nothing;
  return html`<div class="ask">
    <span class="sign" aria-hidden="true">？</span>
    <span class="what">${messages.otherPeriod(first.key, period)}<small>${filesOf(rows, view)}</small></span>
    <span class="acts"
      >${button(view, messages.takePeriod(period), () =>
        view.answer({ ...answers, newPeriods: [...(answers.newPeriods ?? []), period] }),
      )}</span
    >
  </div>`;
}
