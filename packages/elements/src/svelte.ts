/** The elements, with their types in templates of Svelte 5: `import "@yardstick/elements/svelte"`. */
import type { HTMLAttributes } from "svelte/elements";
import type { ElementAttributes } from "./attributes.js";
import type { ElementName, YardstickEventMap } from "./index.js";

/** What an element in a template may have. */
export type SvelteElementAttributes<Name extends ElementName> = Omit<
  HTMLAttributes<HTMLElementTagNameMap[Name]>,
  keyof ElementAttributes
> &
  ElementAttributes & {
    readonly [Event in keyof YardstickEventMap as `on${Event}`]?:
      ((event: YardstickEventMap[Event]) => void) | undefined;
  };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "yardstick-playground": SvelteElementAttributes<"yardstick-playground">;
    "yardstick-editor": SvelteElementAttributes<"yardstick-editor">;
    "yardstick-designer": SvelteElementAttributes<"yardstick-designer">;
    "yardstick-results": SvelteElementAttributes<"yardstick-results">;
    "yardstick-weights": SvelteElementAttributes<"yardstick-weights">;
  }
}
