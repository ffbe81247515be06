/**
 * The rules of an item: each a sign in the margin and a sentence, blocks with indented rules, cards for text that no
 * form can represent.
 */
import { html, nothing, type TemplateResult } from "lit";
import { discretionSign, icon } from "@yardstick/ui";
import type { CardView } from "../model/document-context.js";
import type { LineNodeView, LineView, Sign } from "../model/item-view.js";
import { sentence, type SentenceController } from "./sentence.js";

/** The operations of the form that rows of rules use. */
export interface LineController extends SentenceController {
  lineMenu(
    line: LineView | { readonly kind: "block" | "card"; readonly span: LineView["span"] },
    anchor: HTMLElement,
  ): void;
  revealText(span: LineView["span"]): void;
  /** The diagnostics of a row, shown under it. */
  rowDiagnostics(start: number): TemplateResult | typeof nothing;
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

/** Renders the rules of an item; `isInner` inside a block. */
export function lineRows(lines: readonly LineNodeView[], controller: LineController, isInner = false): TemplateResult {
  return html`${lines.map((line) => lineRow(line, controller, isInner))}`;
}

function lineRow(line: LineNodeView, controller: LineController, isInner: boolean): TemplateResult {
  const inner = isInner ? "inner" : "";
  switch (line.kind) {
    case "card":
      return html`${card(line, controller)}${controller.rowDiagnostics(line.span[0])}`;
    case "line":
      return html`<div class="rule ${inner}" data-line=${line.span[0]}>
          ${signOf(line.sign, line.sign === "none" ? "" : controller.messages.signs[line.sign])}
          <span class="s">${sentence(line.pieces, controller)}</span>
          ${menuButton(line, controller)}
        </div>
        ${controller.rowDiagnostics(line.span[0])}`;
    case "block":
      return html`<div class="rule ${inner}" data-line=${line.span[0]}>
          ${signOf("none", "")}
          <span class="s">${sentence(line.head, controller)}</span>
          ${menuButton(line, controller)}
        </div>
        ${controller.rowDiagnostics(line.span[0])} ${lineRows(line.lines, controller, true)}
        ${
          line.otherwise === null
            ? nothing
            : html`<div class="rule ${inner}">
                  ${signOf("none", "")}<span class="kw">${controller.messages.otherwise}</span>
                </div>
                ${lineRows(line.otherwise, controller, true)}`
        }`;
  }
}

function menuButton(
  line: LineView | { readonly kind: "block"; readonly span: LineView["span"] },
  controller: LineController,
): TemplateResult | typeof nothing {
  if (controller.isReadOnly) return nothing;
  return html`<span class="row-end end"
    ><button
      class="btn ico line-menu"
      aria-haspopup="menu"
      aria-label=${controller.messages.lineMenu}
      title=${controller.messages.lineMenu}
      @click=${(event: Event) => controller.lineMenu(line, event.currentTarget as HTMLElement)}
    >
      ${icon("more")}
    </button></span
  >`;
}

/** Text that no form can represent, with a link to the text editor. */
export function card(view: CardView, controller: LineController): TemplateResult {
  return html`<div class="ro" role="group" aria-label=${controller.messages.cardLabel}>
    <code>${view.text}</code>
    <button data-at=${view.span[0]} @click=${() => controller.revealText(view.span)}>
      ${controller.messages.editInText}
    </button>
  </div>`;
}
