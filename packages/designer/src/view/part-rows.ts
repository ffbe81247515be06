/** Sections and items as rows of the document table. */
import { html, nothing, type TemplateResult } from "lit";
import { itemWordOf, type Span } from "@yardstick/language";
import { capitalised } from "../messages/capitalised.js";
import { icon } from "@yardstick/ui";
import { commonLines, type LineTemplate } from "../edit/templates.js";
import type { PartView, SectionView } from "../model/document.js";
import type { ItemView } from "../model/item-view.js";
import type { Sum } from "../model/sums.js";
import { card, lineRows, type LineController } from "./line-rows.js";
import { sentence, slotField } from "./sentence.js";

/** The operations of the form that rows of parts use. */
export interface PartController extends LineController {
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

/** Renders a part as rows of the document table. */
export function partRow(part: PartView, controller: PartController): TemplateResult {
  switch (part.kind) {
    case "card":
      return html`<div class="card-row">${card(part, controller)}</div>
        ${controller.rowDiagnostics(part.span[0])}`;
    case "item":
      return itemRow(part, controller);
    case "section":
      return sectionRows(part, controller);
  }
}

function sectionRows(section: SectionView, controller: PartController): TemplateResult {
  const isCollapsed = controller.isCollapsed(section);
  const isSelected = controller.isSelected(section.span[0]);
  return html`${section.depth === 0 ? topHead(section, controller) : innerHead(section, controller)}${controller.rowDiagnostics(section.span[0])}
  ${
    isCollapsed
      ? nothing
      : html`${section.attributes.map((attribute) => html`<div class="sub-head">${sentence(attribute, controller)}</div>`)}
        ${section.parts.map((part) => partRow(part, controller))}
        ${section.cases.map((each) => caseRows(section, each, isSelected, controller))}
        ${!controller.isReadOnly && section.cases.length === 0 && (isSelected || section.parts.length === 0) ? addPartRow(section, section, controller) : nothing}`
  }`;
}

function caseRows(
  section: SectionView,
  each: SectionView["cases"][number],
  isSelected: boolean,
  controller: PartController,
): TemplateResult {
  const { messages } = controller;
  return html`<div class="sub-head deep-2" data-case=${each.span[0]}>
      <span class="kw">${messages.when}</span>${sentence(each.head, controller)}${sumOf(each.sum, controller)}<span
        class="grow"
      ></span>
      ${
        controller.isReadOnly || section.cases.length < 2
          ? nothing
          : html`<span class="tools row-end"
              ><button
                class="btn ico"
                aria-label=${messages.removeCase(each.label)}
                title=${messages.removeCase(each.label)}
                @click=${() => controller.removeCase(each.span)}
              >
                ${icon("close")}
              </button></span
            >`
      }
    </div>
    ${each.parts.map((part) => partRow(part, controller))}
    ${!controller.isReadOnly && (isSelected || each.parts.length === 0) ? addPartRow(each, section, controller) : nothing}`;
}

function addPartRow(into: { readonly span: Span }, section: SectionView, controller: PartController): TemplateResult {
  const { messages } = controller;
  const add = (kind: "section" | "item" | "bonus", label: string): TemplateResult =>
    html`<button class="btn" @click=${() => controller.addPart(into, kind)}>${icon("plus")}${label}</button>`;
  return html`<div class="add-part" data-part=${section.span[0]}>
    ${add("item", messages.addItem)}${add("section", messages.addSubsection)}${add("bonus", capitalised(itemWordOf("bonus").name[messages.lang]))}
  </div>`;
}

function topHead(section: SectionView, controller: PartController): TemplateResult {
  const { messages } = controller;
  return html`<div
    class="sec-head ${dropClass(section.span[0], controller)}"
    data-part=${section.span[0]}
    data-head=${section.span[0]}
  >
    ${sectionGrip(section, controller)}
    <h3><span>${messages.sectionNumber(section.number)}</span>${nameField(section, controller)}</h3>
    ${sectionPoints(section, controller, messages.lang === "zh" ? messages.pointsUnit : "")}
    ${sumOf(section.sum, controller)}${collapsedNote(section, controller)}<span class="grow"></span
    >${tools(section, controller)}
  </div>`;
}

function innerHead(section: SectionView, controller: PartController): TemplateResult {
  const deep = section.depth > 1 ? `deep-${Math.min(section.depth, 3)}` : "";
  return html`<div
    class="sub-head ${deep} ${dropClass(section.span[0], controller)}"
    data-part=${section.span[0]}
    data-head=${section.span[0]}
  >
    ${sectionGrip(section, controller)}
    <h4>${nameField(section, controller)}</h4>
    ${sectionPoints(section, controller, "")}
    ${sumOf(section.sum, controller)}${collapsedNote(section, controller)}<span class="grow"></span
    >${tools(section, controller)}
  </div>`;
}

function sectionGrip(section: SectionView, controller: PartController): TemplateResult | typeof nothing {
  return controller.isReadOnly ? nothing : grip(section, section.name?.value ?? "", controller);
}

function nameField(part: SectionView | ItemView, controller: PartController): TemplateResult | typeof nothing {
  return part.name === null
    ? nothing
    : slotField(part.name, controller, { label: controller.messages.nameOf(part.name.value), isPlain: true });
}

function sectionPoints(section: SectionView, controller: PartController, unit: string): TemplateResult {
  const label = controller.messages.pointsOf(section.name?.value ?? "");
  return html`<span class="pts"
      >${section.points === null ? nothing : html`${slotField(section.points, controller, { label, isPlain: true })} ${unit}`}${
        section.weight.length === 0 ? nothing : sentence(section.weight, controller)
      }</span
    >${section.by.length === 0 ? nothing : html`<span class="sum"><span class="kw">${controller.messages.by}</span>${sentence(section.by, controller)}</span>`}`;
}

function collapsedNote(section: SectionView, controller: PartController): TemplateResult | typeof nothing {
  if (!controller.isCollapsed(section)) return nothing;
  return html`<span class="sum">${controller.messages.collapsed(countItems(section))}</span>`;
}

function countItems(section: SectionView): number {
  const parts = [...section.parts, ...section.cases.flatMap((each) => each.parts)];
  return parts.reduce((sum, part) => sum + (part.kind === "section" ? countItems(part) : 1), 0);
}

function tools(section: SectionView, controller: PartController): TemplateResult {
  const { messages } = controller;
  const name = section.name?.value ?? "";
  const isCollapsed = controller.isCollapsed(section);
  const toggle = isCollapsed ? messages.expand(name) : messages.collapse(name);
  return html`<span class="tools"
    ><button
      class="btn ico"
      aria-expanded=${!isCollapsed}
      aria-label=${toggle}
      title=${toggle}
      @click=${() => controller.toggle(section)}
    >
      ${icon(isCollapsed ? "right" : "down")}</button
    >${
      controller.isReadOnly
        ? nothing
        : html`<button
            class="btn ico"
            aria-haspopup="menu"
            aria-label=${messages.itemMenu(name)}
            title=${messages.itemMenu(name)}
            @click=${(event: Event) => controller.sectionMenu(section, event.currentTarget as HTMLElement)}
          >
            ${icon("more")}
          </button>`
    }</span
  >`;
}

function sumOf(sum: Sum, controller: PartController): TemplateResult | typeof nothing {
  if (sum.terms === "") return nothing;
  const { messages } = controller;
  if (sum.state === "right")
    return html`<span class="sum">= ${sum.terms} <span class="sr">${messages.right}</span>${icon("check")}</span>`;
  if (sum.state === "open") return html`<span class="sum">= ${sum.terms}</span>`;
  const by = sum.state === "missing" ? messages.missing(sum.by, sum.isWeight) : messages.over(sum.by, sum.isWeight);
  return html`<span class="sum off">= ${sum.total}${messages.clauseComma}${by}</span>`;
}

function dropClass(start: number, controller: PartController): string {
  const drop = controller.dropAt(start);
  return drop === null ? "" : `drop-${drop}`;
}

function itemRow(item: ItemView, controller: PartController): TemplateResult {
  const { messages } = controller;
  const start = item.span[0];
  const name = item.name?.value ?? "";
  const isSelected = controller.isSelected(start);
  const classes = `it ${isSelected ? "is-sel" : ""} ${controller.isMarked(start) ? "is-marked" : ""} ${dropClass(start, controller)}`;
  return html`<div class=${classes} data-part=${start}>
    ${controller.isReadOnly ? nothing : grip(item, name, controller)}
    <div class="nm">
      ${
        item.form === "item"
          ? nothing
          : html`<span class="form ${item.form}">${itemWordOf(item.form).name[messages.lang]}</span>`
      }${nameField(item, controller)}
      <small
        >${
          item.basis !== null
            ? slotField(item.basis, controller, { label: messages.basisOf(name), isPlain: !item.basis.isOpen })
            : isSelected && !controller.isReadOnly
              ? addButton(messages.attributes.basis, () => controller.addAttribute(item, "basis"))
              : nothing
        }${
          item.assessor === null && isSelected && !controller.isReadOnly
            ? addButton(messages.attributes.assessor, () => controller.addAttribute(item, "assessor"))
            : nothing
        }</small
      >
    </div>
    <div class="pt n">${pointsOf(item, name, controller)}</div>
    <div class="rules">
      ${item.attributes.map((attribute) => html`<div class="rule"><span class="sg"></span><span class="s">${sentence(attribute, controller)}</span></div>`)}
      ${lineRows(item.lines, controller)}
      ${isSelected && !controller.isReadOnly ? addRow(item, controller) : nothing}${controller.rowDiagnostics(start)}
    </div>
    <div class="dp">
      ${
        item.assessor !== null
          ? slotField(item.assessor, controller, { label: messages.assessorOf(name), isPlain: !item.assessor.isOpen })
          : html`<span></span>`
      }${
        isSelected && !controller.isReadOnly
          ? html`<button
              class="btn ico short"
              aria-haspopup="menu"
              aria-label=${messages.itemMenu(name)}
              title=${messages.itemMenu(name)}
              @click=${(event: Event) => controller.itemMenu(item, event.currentTarget as HTMLElement)}
            >
              ${icon("more")}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

function pointsOf(item: ItemView, name: string, controller: PartController): TemplateResult {
  const label = controller.messages.pointsOf(name);
  if (item.points !== null)
    return html`${item.form === "item" ? nothing : html`<small>${controller.messages.limit}</small>`}${slotField(item.points, controller, { label })}`;
  if (item.weight.length > 0) return html`${sentence(item.weight, controller)}`;
  return item.form === "item" && !controller.isReadOnly
    ? addButton("＿", () => controller.addAttribute(item, "points"), label)
    : html``;
}

function addButton(text: string, run: () => void, label = text): TemplateResult {
  return html`<button class="more-row" aria-label=${label} @click=${run}>${icon("plus")}${text}</button>`;
}

function addRow(item: ItemView, controller: PartController): TemplateResult {
  const { messages } = controller;
  return html`<div class="add" role="group" aria-label=${messages.addLine}>
    ${commonLines.map(
      (template, at) =>
        html`<button class="btn" data-line-template=${template} @click=${() => controller.addLine(item, template)}>
          ${at === 0 ? icon("plus") : nothing}${messages.lines[template]}
        </button>`,
    )}<button
      class="btn"
      aria-haspopup="menu"
      @click=${(event: Event) => controller.moreLines(item, event.currentTarget as HTMLElement)}
    >
      ${messages.moreLines}
    </button>
  </div>`;
}

function grip(part: ItemView | SectionView, name: string, controller: PartController): TemplateResult {
  return html`<button
    class="grip"
    draggable="true"
    tabindex="-1"
    aria-label=${controller.messages.move(name)}
    title=${controller.messages.move(name)}
    @dragstart=${(event: DragEvent) => controller.onGrip(event, part)}
    @click=${(event: MouseEvent) => controller.onGripClick(event, part)}
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
