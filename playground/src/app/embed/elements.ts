/** The elements that a page may use: the whole, or one view each of a project. What a view takes is fetched when one is first used. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { RubricMode } from "../../storage/preferences.js";
import type { Workbench } from "../../store/workbench.js";
import { Embedded, type ChangeDetail, type ResultDetail } from "./embedded.js";

/** Everything: rubric, data and results side by side. */
@customElement("yardstick-playground")
export class YardstickPlayground extends Embedded {
  protected override load(): Promise<unknown> {
    return import("./workbench-element.js");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-workbench .store=${store}></ys-workbench>`;
  }
}

/** The rubric as text, with completion, fixes and all else of the editor. */
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

/** The rubric as the form of its document. */
@customElement("yardstick-designer")
export class YardstickDesigner extends Embedded {
  protected override load(): Promise<unknown> {
    return import("@yardstick/designer/view");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-designer class="yardstick-whole" .store=${store}></ys-designer>`;
  }
}

/** Ranking, distribution, checks and samples; a click on a subject opens its score sheet. */
@customElement("yardstick-results")
export class YardstickResults extends Embedded {
  protected override load(): Promise<unknown> {
    return import("./results-view.js");
  }

  protected override view(store: Workbench): TemplateResult {
    return html`<ys-results-view class="yardstick-whole" .store=${store}></ys-results-view>`;
  }
}

/** A slider a weight, with the places that move. */
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
