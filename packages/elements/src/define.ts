/** Defines the elements, for the bundle of the package, which has the code of their views. */
import { provideViews } from "./element.js";
import { ELEMENTS } from "./index.js";
import type { Views } from "./views.js";

export { placeOfTable } from "./page-data.js";
export type * from "./views.js";

/** Defines the elements unless another copy of the package has done so, or there is no document. `load` loads their views. */
export function defineElements(load: () => Promise<Views>): void {
  provideViews(load);
  if (globalThis.customElements === undefined) return;
  for (const [name, element] of Object.entries(ELEMENTS))
    if (customElements.get(name) === undefined) customElements.define(name, element);
}
