/** One clause as a row: the document's words on the left, what was read from them on the right, the state on the seam between. */
import { html, nothing, type TemplateResult } from "lit";
import { discretionSign, icon } from "@yardstick/ui";
import type { ReadingMessages } from "../../messages/reading.js";
import type { ClauseSheet, QuestionSheet, RulePiece, RuleSheet, RuleSign } from "../../protocol/reading-sheet.js";
import { openQuestion } from "../../store/reading-session.js";
import { stateMark } from "./state-mark.js";

/** What a row does. */
export interface ClauseActions {
  readonly messages: ReadingMessages;
  readonly isCurrent: boolean;
  /** The figure under the pointer or the focus, which is shown on both sides. */
  readonly hot: number | null;
  markedOption(id: string): number;
  select(): void;
  light(figure: number | null): void;
  answer(question: QuestionSheet, option: number): void;
  refuse(): void;
  takeBack(): void;
}

/** The row of a clause. */
export function clauseRow(clause: ClauseSheet, actions: ClauseActions): TemplateResult {
  const { messages, isCurrent } = actions;
  const answered = clause.questions.filter(({ chosen, because }) => chosen !== null && because === null);
  const isByUser = answered.length > 0;
  return html`<div
    class="cl ${clause.state} ${isCurrent ? "cur" : ""}"
    role="group"
    data-number=${clause.number}
    tabindex=${isCurrent ? 0 : -1}
    aria-current=${isCurrent}
    aria-label=${messages.clauseLabel(clause.number, messages.states[clause.state])}
    @click=${() => actions.select()}
    @focusin=${() => actions.select()}
  >
    <div class="src">
      <span class="cn">${clause.number}</span>
      <p>${source(clause, actions)}</p>
    </div>
    <div class="seam">${stateMark(clause.state, messages, isByUser)}</div>
    <div class="rl">
      ${clause.rules.map((rule) => ruleLine(rule, actions))} ${notes(clause, answered, messages)}
      ${clause.questions.filter(({ because }) => because !== null).map((question) => givenOption(question, actions))}
      ${clause.questions
        .filter(({ chosen }) => chosen === null)
        .map((question) => questionOf(question, question === openQuestion(clause), actions))}
    </div>
    <div class="ac">${action(clause, isByUser, actions)}</div>
  </div>`;
}

function source({ pieces, figures }: ClauseSheet, actions: ClauseActions): readonly (TemplateResult | string)[] {
  return pieces.map(({ text, figure }) => {
    if (figure === null) return text;
    const isUnused = figures[figure]?.isUsed !== true;
    return html`<u
      class="fg ${isUnused ? "no" : ""} ${actions.hot === figure ? "hot" : ""}"
      @mouseenter=${() => actions.light(figure)}
      @mouseleave=${() => actions.light(null)}
      >${text}</u
    >`;
  });
}

const signs: Readonly<Record<RuleSign, TemplateResult>> = {
  minus: html`<span class="sg minus">−</span>`,
  plus: html`<span class="sg plus">+</span>`,
  equal: html`<span class="sg eq">=</span>`,
  "judged-minus": html`<span class="sg minus">${discretionSign(true)}</span>`,
  "judged-plus": html`<span class="sg plus">${discretionSign(false)}</span>`,
  veto: html`<span class="sg minus">${icon("close")}</span>`,
  result: html`<span class="sg plus">${icon("flag")}</span>`,
};

function ruleLine({ sign, pieces }: RuleSheet, actions: ClauseActions): TemplateResult {
  const first = pieces.findIndex(({ kind }) => kind === "row");
  const head = first < 0 ? pieces : pieces.slice(0, first);
  const rows = first < 0 ? [] : rowsIn(pieces.slice(first));
  return html`<div class="rule">
    ${signs[sign]}<span class="s"
      >${head.map((piece) => pieceOf(piece, actions))}${rows.map(
        (row) => html`<span class="r">${row.map((piece) => pieceOf(piece, actions))}</span>`,
      )}</span
    >
  </div>`;
}

function rowsIn(pieces: readonly RulePiece[]): readonly (readonly RulePiece[])[] {
  const rows: RulePiece[][] = [];
  for (const piece of pieces)
    if (piece.kind === "row") rows.push([]);
    else rows.at(-1)?.push(piece);
  return rows.filter((row) => row.length > 0);
}

function pieceOf({ kind, text, figure }: RulePiece, { hot, light }: ClauseActions): TemplateResult | typeof nothing {
  switch (kind) {
    case "row":
      return nothing;
    case "word":
      return html`<span class="kw">${text}</span>`;
    case "name":
      return html`<span class="slot">${text}</span>`;
    case "number":
      return html`<span
        class="slot num ${figure === null ? "free" : ""} ${figure !== null && figure === hot ? "hot" : ""}"
        @mouseenter=${() => light(figure)}
        @mouseleave=${() => light(null)}
        >${text}</span
      >`;
  }
}

function notes(clause: ClauseSheet, answered: readonly QuestionSheet[], messages: ReadingMessages): TemplateResult {
  const unused = clause.figures.filter(({ isUsed }) => !isUsed).map(({ text }) => text);
  return html`${clause.state === "not-a-rule" ? html`<p class="nt">${messages.noRule}</p>` : nothing}
  ${
    clause.reason === null
      ? nothing
      : html`<p class="un"><b>${messages.reasons[clause.reason]}</b></p>
          ${clause.reason === "refused" ? nothing : html`<p class="nt">${messages.staysOpen}</p>`}`
  }
  ${clause.unread.length === 0 ? nothing : html`<p class="nt ochre">${messages.unreadPart(clause.unread)}</p>`}
  ${
    unused.length > 0 && (clause.state === "read" || clause.state === "judged" || clause.state === "asks")
      ? html`<p class="nt ochre">${icon("warning")}${messages.unusedFigures(unused)}</p>`
      : nothing
  }
  ${clause.withRequirement ? html`<p class="nt">${messages.withRequirement}</p>` : nothing}
  ${answered.map(({ text, options, chosen, code }) => {
    const option = chosen === null ? "" : (options[chosen] ?? "");
    return html`<p class="nt blue">
      ${messages.answered(text, option)}${code === null ? nothing : html` · ${messages.everywhere}`}
    </p>`;
  })}`;
}

/** A question that the document answers itself, with its options to choose another. */
function givenOption(question: QuestionSheet, actions: ClauseActions): TemplateResult {
  const { messages } = actions;
  const option = question.options[question.chosen ?? 0] ?? "";
  return html`<details class="nt">
    <summary>${messages.given(question.text, option, question.because ?? "")}</summary>
    ${questionOf(question, false, actions)}
  </details>`;
}

function questionOf(question: QuestionSheet, isFirst: boolean, actions: ClauseActions): TemplateResult {
  const { messages, isCurrent } = actions;
  const marked = isCurrent && isFirst ? actions.markedOption(question.id) : -1;
  return html`<div class="qa">
    <p class="qq"><b>${question.text}</b></p>
    <div class="opts" role="group" aria-label=${question.text}>
      ${question.options.map(
        (option, at) =>
          html`<button
            class="opt ${at === marked ? "on" : ""}"
            tabindex=${isCurrent ? 0 : -1}
            @click=${(event: Event) => {
              event.stopPropagation();
              actions.answer(question, at);
            }}
          >
            <kbd>${at + 1}</kbd><span>${option}</span>
          </button>`,
      )}${
        marked < 0 ? nothing : html`<span class="ky hide-s" aria-hidden="true"><kbd>Enter</kbd>${messages.take}</span>`
      }
    </div>
  </div>`;
}

function action(clause: ClauseSheet, isByUser: boolean, actions: ClauseActions): TemplateResult | typeof nothing {
  const { messages } = actions;
  if (clause.state === "not-a-rule") return nothing;
  const canTakeBack = isByUser || clause.reason === "refused";
  return html`<button
    class="btn"
    tabindex=${actions.isCurrent ? 0 : -1}
    @click=${(event: Event) => {
      event.stopPropagation();
      if (canTakeBack) actions.takeBack();
      else actions.refuse();
    }}
  >
    ${canTakeBack ? messages.takeBack : messages.refuse}
  </button>`;
}
