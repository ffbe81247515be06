/** Sections and items as rows of the document table. */
import { html, nothing, type TemplateResult } from "lit";
import type { Span } from "@yardstick/language";
import { icon } from "@yardstick/ui";
import { commonLines, type LineTemplate } from "../edit/templates.js";
import type { PartView, SectionView } from "../model/document.js";
import type { ItemView } from "../model/item-view.js";
import type { Sum } from "../model/sums.js";
import { card, lineRows, type LineHand } from "./line-rows.js";
import { sentence, slotField } from "./sentence.js";

export interface PartHand extends LineHand {
  isSelected(start: number): boolean;
  isMarked(start: number): boolean;
  isCollapsed(section: SectionView): boolean;
  toggle(section: SectionView): void;
  addLine(item: ItemView, template: LineTemplate): void;
  moreLines(item: ItemView, anchor: HTMLElement): void;
  itemMenu(item: ItemView, anchor: HTMLElement): void;
  sectionMenu(section: SectionView, anchor: HTMLElement): void;
  addAttribute(part: ItemView | SectionView, attribute: "assessor" | "basis" | "points"): void;
  /** Adds a part to a section, or to a case of one. */
  addPart(into: { readonly span: Span }, kind: "section" | "item" | "bonus"): void;
  removeCase(span: Span): void;
  onGrip(event: DragEvent, part: ItemView | SectionView): void;
  onGripClick(event: MouseEvent, part: ItemView | SectionView): void;
  dropAt(start: number): "before" | "after" | null;
}

export function partRow(part: PartView, hand: PartHand): TemplateResult {
  switch (part.kind) {
    case "card":
      return html`<div style="padding: 4px 16px">${card(part, hand)}</div>
        ${hand.notices(part.span[0])}`;
    case "item":
      return itemRow(part, hand);
    case "section":
      return sectionRows(part, hand);
  }
}

function sectionRows(section: SectionView, hand: PartHand): TemplateResult {
  const isCollapsed = hand.isCollapsed(section);
  const isSelected = hand.isSelected(section.span[0]);
  return html`${section.depth === 0 ? topHead(section, hand) : innerHead(section, hand)}${hand.notices(section.span[0])}
  ${
    isCollapsed
      ? nothing
      : html`${section.attributes.map((attribute) => html`<div class="sub-head">${sentence(attribute, hand)}</div>`)}
        ${section.parts.map((part) => partRow(part, hand))}
        ${section.cases.map((each) => caseRows(section, each, isSelected, hand))}
        ${!hand.isReadOnly && section.cases.length === 0 && (isSelected || section.parts.length === 0) ? addPartRow(section, section, hand) : nothing}`
  }`;
}

function caseRows(
  section: SectionView,
  each: SectionView["cases"][number],
  isSelected: boolean,
  hand: PartHand,
): TemplateResult {
  const { messages } = hand;
  return html`<div class="sub-head deep-2" data-case=${each.span[0]}>
      <span class="kw">${messages.when}</span>${sentence(each.head, hand)}${sumOf(each.sum, hand)}<span
        class="grow"
      ></span>
      ${
        hand.isReadOnly || section.cases.length < 2
          ? nothing
          : html`<span class="tools row-end"
              ><button
                class="btn ico"
                aria-label=${messages.removeCase(each.label)}
                title=${messages.removeCase(each.label)}
                @click=${() => hand.removeCase(each.span)}
              >
                ${icon("close")}
              </button></span
            >`
      }
    </div>
    ${each.parts.map((part) => partRow(part, hand))}
    ${!hand.isReadOnly && (isSelected || each.parts.length === 0) ? addPartRow(each, section, hand) : nothing}`;
}

function addPartRow(into: { readonly span: Span }, section: SectionView, hand: PartHand): TemplateResult {
  const { messages } = hand;
  const add = (kind: "section" | "item" | "bonus", label: string): TemplateResult =>
    html`<button class="btn" @click=${() => hand.addPart(into, kind)}>${icon("plus")}${label}</button>`;
  return html`<div class="add-part" data-part=${section.span[0]}>
    ${add("item", messages.addItem)}${add("section", messages.addSubsection)}${add("bonus", messages.addBonus)}
  </div>`;
}

function topHead(section: SectionView, hand: PartHand): TemplateResult {
  const { messages } = hand;
  return html`<div
    class="sec-head ${dropClass(section.span[0], hand)}"
    data-part=${section.span[0]}
    data-head=${section.span[0]}
  >
    ${sectionGrip(section, hand)}
    <h3><span>${messages.sectionNumber(section.number)}</span>${nameField(section, hand)}</h3>
    ${worth(section, hand, messages.lang === "zh" ? messages.pointsUnit : "")}
    ${sumOf(section.sum, hand)}${collapsedNote(section, hand)}<span class="grow"></span>${tools(section, hand)}
  </div>`;
}

function innerHead(section: SectionView, hand: PartHand): TemplateResult {
  const deep = section.depth > 1 ? `deep-${Math.min(section.depth, 3)}` : "";
  return html`<div
    class="sub-head ${deep} ${dropClass(section.span[0], hand)}"
    data-part=${section.span[0]}
    data-head=${section.span[0]}
  >
    ${sectionGrip(section, hand)}
    <h4>${nameField(section, hand)}</h4>
    ${worth(section, hand, "")} ${sumOf(section.sum, hand)}${collapsedNote(section, hand)}<span class="grow"></span
    >${tools(section, hand)}
  </div>`;
}

function sectionGrip(section: SectionView, hand: PartHand): TemplateResult | typeof nothing {
  return hand.isReadOnly ? nothing : grip(section, section.name?.value ?? "", hand);
}

function nameField(part: SectionView | ItemView, hand: PartHand): TemplateResult | typeof nothing {
  return part.name === null
    ? nothing
    : slotField(part.name, hand, { label: hand.messages.nameOf(part.name.value), isPlain: true });
}

function worth(section: SectionView, hand: PartHand, unit: string): TemplateResult {
  const label = hand.messages.pointsOf(section.name?.value ?? "");
  return html`<span class="pts"
      >${section.points === null ? nothing : html`${slotField(section.points, hand, { label, isPlain: true })} ${unit}`}${
        section.weight.length === 0 ? nothing : sentence(section.weight, hand)
      }</span
    >${section.by.length === 0 ? nothing : html`<span class="sum"><span class="kw">${hand.messages.by}</span>${sentence(section.by, hand)}</span>`}`;
}

function collapsedNote(section: SectionView, hand: PartHand): TemplateResult | typeof nothing {
  if (!hand.isCollapsed(section)) return nothing;
  return html`<span class="sum">${hand.messages.collapsed(countItems(section))}</span>`;
}

function countItems(section: SectionView): number {
  const parts = [...section.parts, ...section.cases.flatMap((each) => each.parts)];
  return parts.reduce((sum, part) => sum + (part.kind === "section" ? countItems(part) : 1), 0);
}

function tools(section: SectionView, hand: PartHand): TemplateResult {
  const { messages } = hand;
  const name = section.name?.value ?? "";
  const isCollapsed = hand.isCollapsed(section);
  const toggle = isCollapsed ? messages.expand(name) : messages.collapse(name);
  return html`<span class="tools"
    ><button
      class="btn ico"
      aria-expanded=${!isCollapsed}
      aria-label=${toggle}
      title=${toggle}
      @click=${() => hand.toggle(section)}
    >
      ${icon(isCollapsed ? "right" : "down")}</button
    >${
      hand.isReadOnly
        ? nothing
        : html`<button
            class="btn ico"
            aria-haspopup="menu"
            aria-label=${messages.itemMenu(name)}
            title=${messages.itemMenu(name)}
            @click=${(event: Event) => hand.sectionMenu(section, event.currentTarget as HTMLElement)}
          >
            ${icon("more")}
          </button>`
    }</span
  >`;
}

function sumOf(sum: Sum, hand: PartHand): TemplateResult | typeof nothing {
  if (sum.terms === "") return nothing;
  const { messages } = hand;
  if (sum.state === "right")
    return html`<span class="sum">= ${sum.terms} <span class="sr">${messages.right}</span>${icon("check")}</span>`;
  if (sum.state === "open") return html`<span class="sum">= ${sum.terms}</span>`;
  const by = sum.state === "missing" ? messages.missing(sum.by, sum.isWeight) : messages.over(sum.by, sum.isWeight);
  return html`<span class="sum off">= ${sum.total}${messages.comma === "、" ? "，" : messages.comma}${by}</span>`;
}

function dropClass(start: number, hand: PartHand): string {
  const drop = hand.dropAt(start);
  return drop === null ? "" : `drop-${drop}`;
}

function itemRow(item: ItemView, hand: PartHand): TemplateResult {
  const { messages } = hand;
  const start = item.span[0];
  const name = item.name?.value ?? "";
  const isSelected = hand.isSelected(start);
  const classes = `it ${isSelected ? "is-sel" : ""} ${hand.isMarked(start) ? "is-marked" : ""} ${dropClass(start, hand)}`;
  return html`<div class=${classes} data-part=${start}>
    ${hand.isReadOnly ? nothing : grip(item, name, hand)}
    <div class="nm">
      ${
        item.form === "item"
          ? nothing
          : html`<span class="form ${item.form}"
              >${item.form === "bonus" ? messages.bonusForm : messages.penaltyForm}</span
            >`
      }${nameField(item, hand)}
      <small
        >${
          item.basis !== null
            ? slotField(item.basis, hand, { label: messages.basisOf(name), isPlain: !item.basis.isOpen })
            : isSelected && !hand.isReadOnly
              ? addButton(messages.attributes.basis, () => hand.addAttribute(item, "basis"))
              : nothing
        }</small
      >
    </div>
    <div class="pt n">${pointsOf(item, name, hand)}</div>
    <div class="rules">
      ${item.attributes.map((attribute) => html`<div class="rule"><span class="sg"></span><span class="s">${sentence(attribute, hand)}</span></div>`)}
      ${lineRows(item.lines, hand)}
      ${isSelected && !hand.isReadOnly ? addRow(item, hand) : nothing}${hand.notices(start)}
    </div>
    <div class="dp">
      ${
        item.assessor !== null
          ? slotField(item.assessor, hand, { label: messages.assessorOf(name), isPlain: !item.assessor.isOpen })
          : isSelected && !hand.isReadOnly
            ? addButton(messages.attributes.assessor, () => hand.addAttribute(item, "assessor"))
            : html`<span></span>`
      }${
        isSelected && !hand.isReadOnly
          ? html`<button
              class="btn ico short"
              aria-haspopup="menu"
              aria-label=${messages.itemMenu(name)}
              title=${messages.itemMenu(name)}
              @click=${(event: Event) => hand.itemMenu(item, event.currentTarget as HTMLElement)}
            >
              ${icon("more")}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function pointsOf(item: ItemView, name: string, hand: PartHand): TemplateResult {
  const label = hand.messages.pointsOf(name);
  if (item.points !== null)
    return html`${item.form === "item" ? nothing : html`<small>${hand.messages.limit}</small>`}${slotField(item.points, hand, { label })}`;
  if (item.weight.length > 0) return html`${sentence(item.weight, hand)}`;
  return item.form === "item" && !hand.isReadOnly
    ? addButton("＿", () => hand.addAttribute(item, "points"), label)
    : html``;
}

function addButton(text: string, run: () => void, label = text): TemplateResult {
  return html`<button class="more-row" aria-label=${label} @click=${run}>${icon("plus")}${text}</button>`;
}

function addRow(item: ItemView, hand: PartHand): TemplateResult {
  const { messages } = hand;
  return html`<div class="add" role="group" aria-label=${messages.addLine}>
    ${commonLines.map(
      (template, at) =>
        html`<button class="btn" data-line-template=${template} @click=${() => hand.addLine(item, template)}>
          ${at === 0 ? icon("plus") : nothing}${messages.lines[template]}
        </button>`,
    )}<button
      class="btn"
      aria-haspopup="menu"
      @click=${(event: Event) => hand.moreLines(item, event.currentTarget as HTMLElement)}
    >
      ${messages.moreLines}
    </button>
  </div>`;
}

function grip(part: ItemView | SectionView, name: string, hand: PartHand): TemplateResult {
  return html`<button
    class="grip"
    draggable="true"
    tabindex="-1"
    aria-label=${hand.messages.move(name)}
    title=${hand.messages.move(name)}
    @dragstart=${(event: DragEvent) => hand.onGrip(event, part)}
    @click=${(event: MouseEvent) => hand.onGripClick(event, part)}
  >
    <svg viewBox="0 0 10 14" aria-hidden="true">
      <circle cx="3" cy="3" r="1.1" />
      <circle cx="7" cy="3" r="1.1" />
      <circle cx="3" cy="7" r="1.1" />
      <circle cx="7" cy="7" r="1.1" />
      <circle cx="3" cy="11" r="1.1" />
      <circle cx="7" cy="11" r="1.1" />
    </svg>
  </button>`;
}
