/**
 * The middle of a score sheet: sections, their items, and each rule with its sign, sentence, count and effect, what
 * limited it, and the rows of side tables behind it. Rules without effect are grey and can be hidden.
 */
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { Reach } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { Sheet, SheetItem, SheetLine, SheetPart, SheetSection, SheetStep } from "yardstick";
import type { SheetTexts } from "../../messages/sheet.js";
import { discretionSign } from "@yardstick/ui";

/** Before the name of an item beside the points of its parent, by the side to which its sum may reach. */
const signs: Readonly<Record<Reach, string>> = { above: "+", below: "−" };

type Reveal = (span: Span) => void;

/** How a part of the sheet and its position in the rubric link to each other. */
export interface Trace {
  /** Reveals a span of the rubric's text. */
  readonly reveal: Reveal;
  /** Offset of the cursor in the text that was scored: the rule at this position is marked. */
  readonly at: number | null;
}

/** Whether an offset lies in a span. */
export const isIn = ([start, end]: Span, at: number | null): boolean => at !== null && start <= at && at <= end;

/** Renders the middle of a score sheet; `showsAll` includes rules without effect. */
export function sheetParts(sheet: Sheet, showsAll: boolean, messages: SheetTexts, trace: Trace): TemplateResult {
  const { reveal } = trace;
  let section = 0;
  // Items are numbered through a top-level section, across the sections inside it.
  let item = 0;
  const rows = (parts: readonly SheetPart[], depth: number): readonly TemplateResult[] =>
    parts.flatMap((part) => {
      if (part.kind === "section") {
        if (depth === 0) item = 0;
        const number = depth === 0 ? messages.sectionNumber(++section) : "";
        return [sectionRow(part, number, depth, messages, reveal), ...rows(part.parts, depth + 1)];
      }
      const number = part.reaches === null ? `(${++item})` : signs[part.reaches];
      return [itemRows(part, number, showsAll, messages, trace)];
    });
  return html`<table class="st">
    ${sheetTableHead(messages, messages.points)} ${rows(sheet.parts, 0)}
  </table>`;
}

/** The heads of the columns; `last` is that of the points. */
export function sheetTableHead(messages: SheetTexts, last: string): TemplateResult {
  return html`<thead>
    <tr>
      <th scope="col"><span class="sr">${messages.clause}</span></th>
      <th scope="col">${messages.rulesAndBasis}</th>
      <th scope="col" class="n">${messages.count}</th>
      <th scope="col" class="n">${messages.effect}</th>
      <th scope="col" class="nth">${messages.limitsHead}</th>
      <th scope="col" class="n">${last}</th>
    </tr>
  </thead>`;
}

/** A text with a gap behind it. */
const apart = (text: string): TemplateResult => html`<span class="rd">${text}</span>`;

function sectionRow(
  part: SheetSection,
  number: string,
  depth: number,
  messages: SheetTexts,
  reveal: Reveal,
): TemplateResult {
  return html`<tbody class=${depth === 0 ? "section" : "section sub"}>
    <tr class="sh">
      <th colspan="3" scope="rowgroup">
        <button class="to" @click=${() => reveal(part.span)}>${number}${part.name}</button>
        <small>${part.assessor ?? ""}</small>
      </th>
      <td colspan="2" class="n ba">
        <small>${messages.full}</small> ${part.points} <span class="ar" aria-hidden="true">→</span>
      </td>
      <td class="n fin">${part.score ?? "—"}</td>
    </tr>
    ${part.notes.map(noteRow)}
  </tbody>`;
}

function itemRows(
  part: SheetItem,
  number: string,
  showsAll: boolean,
  messages: SheetTexts,
  trace: Trace,
): TemplateResult {
  const { reveal, at } = trace;
  const lines = showsAll ? part.lines : part.lines.filter(({ outcome }) => outcome !== "not-fired");
  const isItem = part.form === "item";
  const isHere = isIn(part.span, at) && !lines.some(({ span }) => isIn(span, at));
  return html`<tbody class="item">
    <tr class=${classMap({ ih: true, here: isHere })} aria-current=${isHere ? "true" : nothing}>
      <td class="no">${number}</td>
      <th scope="rowgroup" colspan="2">
        <button class="to" @click=${() => reveal(part.span)}>${part.name}</button>
        <small>${[part.basis, part.assessor].filter((text) => text !== null).map(apart)}</small>
      </th>
      <td colspan="2" class="n ba">
        <small>${isItem ? messages.full : part.formName}</small>
        ${isItem ? part.points : part.limit === null ? part.start : messages.atMost(part.limit)}
        <span class="ar" aria-hidden="true">→</span>
      </td>
      <td
        class=${classMap({ n: true, fin: true, blue: part.form !== "item" && part.score !== null && /^[^−]*[1-9]/.test(part.score) })}
      >
        ${part.score ?? "—"}
      </td>
    </tr>
    ${lines.map((line) => lineRows(line, messages, trace))} ${part.notes.map(noteRow)}
  </tbody>`;
}

/** A rule with what it read and the rows behind it. */
export function lineRows(line: SheetLine, messages: SheetTexts, { reveal, at }: Trace): TemplateResult {
  const { outcome, effect, notes } = line;
  const isOff = outcome === "not-fired";
  const onlyRead = line.reads.length === 1 ? line.reads[0]?.text : undefined;
  const isHere = isIn(line.span, at);
  return html`<tr
      class=${classMap({ sl: true, off: isOff, wv: outcome === "waived", here: isHere })}
      aria-current=${isHere ? "true" : nothing}
    >
      <td></td>
      <td class="rl">
        <span
          >${sign(line, messages)}<button class="to" @click=${() => reveal(line.span)}>${line.sentence}</button></span
        >
      </td>
      <td class="n vl">${line.count ?? onlyRead ?? nothing}</td>
      <td
        class=${classMap({ n: true, ef: true, red: effect?.startsWith("−") ?? false, blue: effect?.startsWith("+") ?? false })}
      >
        ${isOff || outcome === "waived" ? "—" : (effect ?? messages.pendingMark)}
      </td>
      <td class="nt" colspan="2">${notes.map(note)}</td>
    </tr>
    ${isOff ? nothing : readsRow(line)}
    ${line.evidence.map(
      ({ cells, effect: own }) =>
        html`<tr class="ev">
          <td></td>
          <td colspan="5">
            <span
              >${cells
                .flatMap(({ text }) => (text === null || text === "" ? [] : [text]))
                .map(apart)}${own === null ? nothing : html`<i>${own}</i>`}</span
            >
          </td>
        </tr>`,
    )}`;
}

/** The values that a rule reads, when its count alone does not show them. */
function readsRow({ reads, count, evidence }: SheetLine) {
  const stated = reads.filter(({ text }) => text !== null && text !== count);
  if (stated.length === 0 || (reads.length === 1 && count === null) || evidence.length > 0) return nothing;
  return html`<tr class="ev">
    <td></td>
    <td colspan="5"><span>${stated.map(({ name, text }) => html`<span class="rd">${name} ${text}</span>`)}</span></td>
  </tr>`;
}

function sign({ sign: kind, outcome, effect }: SheetLine, messages: SheetTexts): TemplateResult {
  if (outcome === "not-fired")
    return html`<span class="sg eq"
      ><svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" stroke-width="1" /></svg
      ><span class="sr">${messages.notFired}</span></span
    >`;
  switch (kind) {
    case "deduct":
      return html`<span class="sg minus" aria-hidden="true">−</span>`;
    case "add":
      return html`<span class="sg plus" aria-hidden="true">+</span>`;
    case "earn":
      return html`<span class="sg eq" aria-hidden="true">=</span>`;
    case "discretion":
      return html`<span class="sg ${effect?.startsWith("+") ? "plus" : "minus"}"
        >${discretionSign(!effect?.startsWith("+"))}<span class="sr">${messages.discretion}</span></span
      >`;
  }
}

/** Whatever changed the number or keeps it open is boxed; these notes are remarks. */
const remarks = new Set<SheetStep["kind"]>(["rounding", "discretion", "not-fired"]);

function note({ kind, label, text }: SheetStep): TemplateResult {
  return remarks.has(kind)
    ? html`<span class="note">${text === "" ? label : text}</span>`
    : html`<span class="note"><b>${label}</b>${text}</span>`;
}

/** A remark on a part. */
export function noteRow(of: SheetStep): TemplateResult {
  return html`<tr class="pn">
    <td></td>
    <td colspan="5" class="nt">${note(of)}</td>
  </tr>`;
}
