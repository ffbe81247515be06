/** The elements, with their types in JSX of React 19: `import "@yardstick/elements/react"`. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ElementAttributes } from "./attributes.js";
import type { ElementName, YardstickEventMap } from "./index.js";

/** The handlers of events by the names of their properties, such as `onyardstick-result`. */
export type ElementHandlers = {
  readonly [Name in keyof YardstickEventMap as `on${Name}`]?: ((event: YardstickEventMap[Name]) => void) | undefined;
};

/** The properties of an element in JSX. */
export type ElementProps<Name extends ElementName> = Omit<
  DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Name]>, HTMLElementTagNameMap[Name]>,
  keyof ElementAttributes
> &
  ElementAttributes &
  ElementHandlers;

declare module "react" {
  // oxlint-disable-next-line typescript/no-namespace -- the way in which React declares its elements
  namespace JSX {
    interface IntrinsicElements {
      "yardstick-playground": ElementProps<"yardstick-playground">;
      "yardstick-editor": ElementProps<"yardstick-editor">;
      "yardstick-designer": ElementProps<"yardstick-designer">;
      "yardstick-results": ElementProps<"yardstick-results">;
      "yardstick-weights": ElementProps<"yardstick-weights">;
    }
  }
}
