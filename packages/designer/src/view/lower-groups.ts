/**
 * The groups below the table: head, vetoes, coefficients with their steps, rankings and other declarations, one
 * sentence each.
 */
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "@yardstick/ui";
import type { DeclarationTemplate } from "../edit/templates.js";
import type { DeclarationView, GroupName, GroupView } from "../model/document.js";
import type { CardView } from "../model/document-context.js";
import { stepsOf } from "../model/steps.js";
import { card } from "./line-rows.js";
import type { PartController } from "./part-rows.js";
import { sentence } from "./sentence.js";
import { stepChart } from "./step-chart.js";

/** The operations of the form that the groups use. */
export interface GroupController extends PartController {
  addDeclaration(template: DeclarationTemplate): void;
  addMenu(group: GroupName, templates: readonly DeclarationTemplate[], anchor: HTMLElement): void;
  declarationMenu(declaration: DeclarationView, anchor: HTMLElement): void;
}

/** The declarations that can be added to a group. */
const additions: Readonly<Record<GroupName, readonly DeclarationTemplate[]>> = {
  head: ["title", "edition", "total", "rounding", "use"],
  bonusOnly: ["bonus-only"],
  vetoes: ["veto"],
  coefficients: ["coefficient"],
  rankings: ["ranking"],
  grades: ["grades"],
  awards: ["award"],
  consequences: ["consequence"],
  values: ["let", "output"],
  checks: ["requirement", "policy"],
  scenarios: ["scenario"],
  tests: ["test"],
  data: ["data", "choice-declaration", "constant"],
};

/** Renders the groups that contain declarations, and buttons to add declarations to the others. */
export function lowerGroups(groups: readonly GroupView[], controller: GroupController): TemplateResult {
  return html`${groups.map((group) => groupRows(group, controller))}`;
}

function groupRows({ name, declarations }: GroupView, controller: GroupController): TemplateResult {
  const { messages } = controller;
  return html`<section
    class="group ${declarations.length === 0 ? "is-empty" : ""}"
    data-group=${name}
    aria-label=${messages.groups[name]}
  >
    <h3>
      ${messages.groups[name]}${declarations.length === 0 || name === "head" ? nothing : html`<small>${declarations.length}</small>`}<span
        class="grow"
      ></span>
      ${controller.isReadOnly ? nothing : adding(name, controller)}
    </h3>
    ${declarations.map((each) => declarationRow(each, controller))}
  </section>`;
}

function adding(name: GroupName, controller: GroupController): TemplateResult {
  const { messages } = controller;
  const templates = additions[name];
  const [only] = templates;
  const label = messages.addDeclaration(messages.groups[name]);
  return html`<button
    class="btn ico"
    aria-label=${label}
    title=${label}
    aria-haspopup=${templates.length > 1 ? "menu" : nothing}
    @click=${(event: Event) =>
      templates.length === 1 && only !== undefined
        ? controller.addDeclaration(only)
        : controller.addMenu(name, templates, event.currentTarget as HTMLElement)}
  >
    ${icon("plus")}
  </button>`;
}

function declarationRow(declaration: DeclarationView | CardView, controller: GroupController): TemplateResult {
  if (declaration.kind === "card")
    return html`<div class="card-row">${card(declaration, controller)}</div>
      ${controller.rowDiagnostics(declaration.span[0])}`;
  const { messages } = controller;
  const start = declaration.span[0];
  const name =
    declaration.name === "" ? messages.declarations[declaration.construct as DeclarationTemplate] : declaration.name;
  return html`<div
      class="decl ${controller.isSelected(start) ? "is-sel" : ""}"
      data-part=${start}
      data-declaration=${declaration.construct}
    >
      ${mark(declaration, controller)}<span class="s"
        >${declaration.within === "" ? nothing : html`<span class="within">${messages.withinSection(declaration.within)}</span>`}${sentence(
          declaration.pieces,
          controller,
        )}${declaration.construct === "coefficient" ? stepChart(stepsOf(declaration.pieces), messages.stepChart) : nothing}</span
      >${
        controller.isReadOnly
          ? nothing
          : html`<span class="tools"
              ><button
                class="btn ico"
                aria-haspopup="menu"
                aria-label=${messages.itemMenu(name)}
                title=${messages.itemMenu(name)}
                @click=${(event: Event) => controller.declarationMenu(declaration, event.currentTarget as HTMLElement)}
              >
                ${icon("more")}
              </button></span
            >`
      }
    </div>
    ${controller.rowDiagnostics(start)}`;
}

function mark({ construct }: DeclarationView, controller: GroupController): TemplateResult | typeof nothing {
  if (construct === "veto")
    return html`<span class="mark"><span class="seal hollow">${controller.messages.seal}</span></span>`;
  if (construct === "award") return html`<span class="mark">${icon("flagFull")}</span>`;
  if (construct === "consequence") return html`<span class="mark">${icon("warning")}</span>`;
  return nothing;
}
