/**
 * The rules of an item: each a sign in the margin and a sentence, blocks with indented rules, cards for text that no
 * form can represent.
 */
import { html, nothing, type TemplateResult } from "lit";
import { discretionSign, icon } from "@yardstick/ui";
import type { CardView } from "../model/reading.js";
import type { LineNodeView, LineView, Sign } from "../model/item-view.js";
import { sentence, type Hand } from "./sentence.js";

export interface LineHand extends Hand {
  lineMenu(
    line: LineView | { readonly kind: "block" | "card"; readonly span: LineView["span"] },
    anchor: HTMLElement,
  ): void;
  revealText(span: LineView["span"]): void;
  /** The diagnostics of a row, shown under it. */
  notices(start: number): TemplateResult | typeof nothing;
}

const classes: Readonly<Record<Sign, string>> = {
  minus: "minus",
  plus: "plus",
  either: "eq",
  equals: "eq",
  "judged-minus": "minus",
  "judged-plus": "plus",
  judged: "eq",
  none: "eq",
};

function signOf(sign: Sign, label: string): TemplateResult {
  const shape = sign.startsWith("judged")
    ? discretionSign(sign !== "judged-plus")
    : { minus: "−", plus: "+", either: "±", equals: "=", none: "" }[
        sign as "minus" | "plus" | "either" | "equals" | "none"
      ];
  return html`<span class="sg ${classes[sign]}" title=${label}>${shape}</span>`;
}

export function lineRows(lines: readonly LineNodeView[], hand: LineHand, isInner = false): TemplateResult {
  return html`${lines.map((line) => lineRow(line, hand, isInner))}`;
}

function lineRow(line: LineNodeView, hand: LineHand, isInner: boolean): TemplateResult {
  const inner = isInner ? "inner" : "";
  switch (line.kind) {
    case "card":
      return html`${card(line, hand)}${hand.notices(line.span[0])}`;
    case "line":
      return html`<div class="rule ${inner}" data-line=${line.span[0]}>
          ${signOf(line.sign, line.sign === "none" ? "" : hand.messages.signs[line.sign])}
          <span class="s">${sentence(line.pieces, hand)}</span>
          ${menuButton(line, hand)}
        </div>
        ${hand.notices(line.span[0])}`;
    case "block":
      return html`<div class="rule ${inner}" data-line=${line.span[0]}>
          ${signOf("none", "")}
          <span class="s">${sentence(line.head, hand)}</span>
          ${menuButton(line, hand)}
        </div>
        ${hand.notices(line.span[0])} ${lineRows(line.lines, hand, true)}
        ${
          line.otherwise === null
            ? nothing
            : html`<div class="rule ${inner}">
                  ${signOf("none", "")}<span class="kw">${hand.messages.otherwise}</span>
                </div>
                ${lineRows(line.otherwise, hand, true)}`
        }`;
  }
}

function menuButton(
  line: LineView | { readonly kind: "block"; readonly span: LineView["span"] },
  hand: LineHand,
): TemplateResult | typeof nothing {
  if (hand.isReadOnly) return nothing;
  return html`<span class="row-end end"
    ><button
      class="btn ico line-menu"
      aria-haspopup="menu"
      aria-label=${hand.messages.lineMenu}
      title=${hand.messages.lineMenu}
      @click=${(event: Event) => hand.lineMenu(line, event.currentTarget as HTMLElement)}
    >
      ${icon("more")}
    </button></span
  >`;
}

/** Text that no form can represent, with a link to the text editor. */
export function card(view: CardView, hand: LineHand): TemplateResult {
  return html`<div class="ro" role="group" aria-label=${hand.messages.cardLabel}>
    <code>${view.text}</code>
    <button data-at=${view.span[0]} @click=${() => hand.revealText(view.span)}>${hand.messages.editInText}</button>
  </div>`;
}
