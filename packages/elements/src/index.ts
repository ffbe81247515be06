/**
 * `@yardstick/elements`: custom elements that show a scoring rubric in a page. Importing the package defines them; on a server, importing
 * it does nothing.
 */
import { YardstickElement } from "./element.js";
import type { ChangeDetail, ResultDetail, ViewKind } from "./views.js";

/**
 * The whole playground: rubric, data and results side by side.
 * @element yardstick-playground
 */
export class YardstickPlayground extends YardstickElement {
  protected readonly kind: ViewKind = "playground";
}

/**
 * The rubric as text, in the editor with completion and quick fixes.
 * @element yardstick-editor
 */
export class YardstickEditor extends YardstickElement {
  protected readonly kind: ViewKind = "editor";
}

/**
 * The rubric as a form.
 * @element yardstick-designer
 */
export class YardstickDesigner extends YardstickElement {
  protected readonly kind: ViewKind = "designer";
}

/**
 * Ranking, distribution, checks and tests; a click on a subject opens its score sheet.
 * @element yardstick-results
 */
export class YardstickResults extends YardstickElement {
  protected readonly kind: ViewKind = "results";
}

/**
 * One slider per weight, with the places that change.
 * @element yardstick-weights
 */
export class YardstickWeights extends YardstickElement {
  protected readonly kind: ViewKind = "weights";
}

/** The classes by the names of their elements. */
export const ELEMENTS = {
  "yardstick-playground": YardstickPlayground,
  "yardstick-editor": YardstickEditor,
  "yardstick-designer": YardstickDesigner,
  "yardstick-results": YardstickResults,
  "yardstick-weights": YardstickWeights,
} as const;

/** The names of the elements. */
export type ElementName = keyof typeof ELEMENTS;

export { YardstickElement };
export type { ElementTable, PageCell, PageData, PageRow } from "./page-data.js";
export type { ChangeDetail, ElementContent, ResultDetail, ViewKind } from "./views.js";

/** The events of the elements. */
export interface YardstickEventMap {
  /** The element has its project. Bubbles. */
  "yardstick-ready": CustomEvent<object>;
  /** Rubric or tables have changed. */
  "yardstick-change": CustomEvent<ChangeDetail>;
  /** The project has been scored again. */
  "yardstick-result": CustomEvent<ResultDetail>;
}

declare global {
  interface HTMLElementTagNameMap {
    "yardstick-playground": YardstickPlayground;
    "yardstick-editor": YardstickEditor;
    "yardstick-designer": YardstickDesigner;
    "yardstick-results": YardstickResults;
    "yardstick-weights": YardstickWeights;
  }
  interface HTMLElementEventMap extends YardstickEventMap {}
}
