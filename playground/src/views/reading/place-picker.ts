/** The choice where a rubric that was read goes: a project of its own, the end of the open rubric, or a part of it. */
import { html, type TemplateResult } from "lit";
import { parse } from "@yardstick/language";
import { icon } from "@yardstick/ui";
import type { ReadingMessages } from "../../messages/reading.js";

/** A project of its own, the end of the open rubric, or the part of it that starts there. */
export type Place = "new" | "end" | number;

/** @param name of the open rubric */
export function placePicker(
  rubric: string,
  name: string,
  chosen: Place,
  messages: ReadingMessages,
  choose: (place: Place) => void,
): TemplateResult {
  const onChange = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(value === "new" || value === "end" ? value : Number(value));
  };
  return html`<span class="picker"
    ><select class="pick" aria-label=${messages.target} @change=${onChange}>
      <option value="new" ?selected=${chosen === "new"}>${messages.newProject}</option>
      <option value="end" ?selected=${chosen === "end"}>${messages.atEnd(name)}</option>
      ${partsIn(rubric).map(
        (part) =>
          html`<option value=${part.start} ?selected=${chosen === part.start}>${messages.intoPart(part.name)}</option>`,
      )}</select
    >${icon("down")}</span
  >`;
}

function partsIn(rubric: string): readonly { readonly start: number; readonly name: string }[] {
  return parse(rubric).rubric.declarations.flatMap((each) => {
    const parts = each.kind === "section" ? [each, ...each.parts] : each.kind === "item" ? [each] : [];
    return parts.flatMap((part) =>
      part.kind === "section" || part.kind === "item" ? [{ start: part.span[0], name: part.name.text }] : [],
    );
  });
}
