/** The elements, with their types in templates of Vue 3: `import "@yardstick/elements/vue"`. */
import type { HTMLAttributes } from "vue";
import type { ElementAttributes } from "./attributes.js";
import type { YardstickEventMap } from "./index.js";

/** The listeners of an element: `@yardstick-result` in a template is the property `onYardstickResult`. */
export interface ElementListeners {
  readonly onYardstickReady?: ((event: YardstickEventMap["yardstick-ready"]) => void) | undefined;
  readonly onYardstickChange?: ((event: YardstickEventMap["yardstick-change"]) => void) | undefined;
  readonly onYardstickResult?: ((event: YardstickEventMap["yardstick-result"]) => void) | undefined;
}

/** An element as Vue describes a component. */
export type ElementComponent = new () => {
  readonly $props: ElementAttributes & Omit<HTMLAttributes, keyof ElementAttributes> & ElementListeners;
};

declare module "vue" {
  interface GlobalComponents {
    "yardstick-playground": ElementComponent;
    "yardstick-editor": ElementComponent;
    "yardstick-designer": ElementComponent;
    "yardstick-results": ElementComponent;
    "yardstick-weights": ElementComponent;
  }
}
