/** What the designer needs of the page that it is in, and the base of its elements. */
import type { Lang, Span } from "@yardstick/language";
import { StoreElement, type Store } from "@yardstick/ui";
import type { Cursor } from "../edit/cursor.js";
import type { FormText } from "../form/rubric-form.js";
import { designerMessages } from "../messages/messages.js";
import type { DesignerMessages } from "../messages/zh.js";

/** The form while it is on the screen, as its store reaches it. */
export interface FormPort {
  /** Shows the row that holds a place of the text, and gives its slot the focus. */
  reveal(span: Span): void;
}

/**
 * The state that the designer shows and changes: one rubric's text. Topics: `project` (the text), `save` (whether it can be changed),
 * `layout` and `preferences`.
 */
export interface DesignerStore extends Store, FormText {
  /** Of the interface. */
  readonly lang: Lang;
  /** As the rubric calls itself; the name of a printed page. */
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly cursor: Cursor | null;
  setCursor(cursor: Cursor): void;
  undo(): void;
  redo(): void;
  /** Leaves the form for the text, at a place. */
  setRubricMode(mode: "text", at: Span): void;
  /** Registers the form on the screen. Returns the function that takes it away again. */
  attachForm(port: FormPort): () => void;
}

/** An element of the designer: shows its store in the language of the interface. */
export abstract class DesignerElement extends StoreElement<DesignerStore> {
  protected get messages(): DesignerMessages {
    return designerMessages[this.store.lang];
  }
}
