/**
 * A lit directive for the `style` attribute that sets properties through the CSS object model. A strict content policy blocks style
 * attributes, and lit's own `styleMap` writes one when it first renders.
 */
import { noChange, type ElementPart } from "lit";
import { Directive, directive, PartType, type AttributePart, type PartInfo } from "lit/directive.js";

/** Values by property name as CSS writes it: `flex`, `grid-column`, `--depth`. */
export type CssProperties = Readonly<Record<string, string>>;

class CssPropertiesDirective extends Directive {
  readonly #set = new Map<string, string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ATTRIBUTE || part.name !== "style")
      throw new Error("cssProperties is for the style attribute");
  }

  override render(_properties: CssProperties): unknown {
    return noChange;
  }

  override update(part: AttributePart | ElementPart, [properties]: [CssProperties]): unknown {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of this.#set.keys()) {
      if (Object.hasOwn(properties, name)) continue;
      style.removeProperty(name);
      this.#set.delete(name);
    }
    for (const [name, value] of Object.entries(properties)) {
      if (this.#set.get(name) === value) continue;
      style.setProperty(name, value);
      this.#set.set(name, value);
    }
    return noChange;
  }
}

/** Sets those of these properties that have changed on the element, and removes those that it set before: `style=${cssProperties({ width: "3em" })}`. */
export const cssProperties = directive(CssPropertiesDirective);
