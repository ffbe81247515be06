/**
 * The custom elements that a page may use: the whole playground, or one view of a project each. The code of a view is
 * loaded when the view is first used.
 */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { RubricMode } from "../../storage/preferences.js";
import type { Workbench } from "../../store/workbench.js";
import { Embedded, type ChangeDetail, type ResultDetail } from "./embedded.js";

/** The whole playground: rubric, data and results side by side. */
@customElement("yardstick-playground")
export class YardstickPlayground extends Embedded {
  protected override load(): Promise<unknown> {
    return import("./workbench-element.js");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-workbench .store=${store}></ys-workbench>`;
  }
}

/** The rubric as text, in the editor with completion and quick fixes. */
@customElement("yardstick-editor")
export class YardstickEditor extends Embedded {
  protected override readonly rubricMode: RubricMode = "text";

  protected override load(): Promise<unknown> {
    return import("../../views/rubric/rubric-editor.js");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-rubric-editor class="yardstick-whole" .store=${store}></ys-rubric-editor>`;
  }
}

/** The rubric as a form. */
@customElement("yardstick-designer")
export class YardstickDesigner extends Embedded {
  protected override load(): Promise<unknown> {
    return import("@yardstick/designer/view");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-designer class="yardstick-whole" .store=${store}></ys-designer>`;
  }
}

/** Ranking, distribution, checks and tests; a click on a subject opens its score sheet. */
@customElement("yardstick-results")
export class YardstickResults extends Embedded {
  protected override load(): Promise<unknown> {
    return import("./results-view.js");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-results-view class="yardstick-whole" .store=${store}></ys-results-view>`;
  }
}

/** One slider per weight, with the places that change. */
@customElement("yardstick-weights")
export class YardstickWeights extends Embedded {
  protected override load(): Promise<unknown> {
    return import("@yardstick/stage/weights-view");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-weights-view class="yardstick-whole" .store=${store}></ys-weights-view>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "yardstick-editor": YardstickEditor;
    "yardstick-designer": YardstickDesigner;
    "yardstick-results": YardstickResults;
    "yardstick-weights": YardstickWeights;
  }
  interface HTMLElementEventMap {
    "yardstick-ready": CustomEvent<object>;
    "yardstick-change": CustomEvent<ChangeDetail>;
    "yardstick-result": CustomEvent<ResultDetail>;
  }
}
