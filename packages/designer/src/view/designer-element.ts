/** The interface that the designer requires of its page, and the base of its elements. */
import type { Lang, Span } from "@yardstick/language";
import { StoreElement, type Store } from "@yardstick/ui";
import type { Cursor } from "../edit/cursor.js";
import type { FormText } from "../form/rubric-form.js";
import { designerMessages } from "../messages/messages.js";
import type { DesignerMessages } from "../messages/zh.js";

/** The form while it is on the screen, as the store uses it. */
export interface FormPort {
  /** Shows the row at a span of the text, and focuses its slot. */
  reveal(span: Span): void;
}

/**
 * The state that the designer shows and changes: the text of one rubric. Topics: `project` (the text), `save` (whether
 * it can be changed), `layout` and `preferences`.
 */
export interface DesignerStore extends Store, FormText {
  /** Language of the interface. */
  readonly lang: Lang;
  /** Title of the rubric, used as the name of a printed page. */
  readonly name: string;
  readonly isReadOnly: boolean;
  readonly cursor: Cursor | null;
  setCursor(cursor: Cursor): void;
  undo(): void;
  redo(): void;
  /** Switches from the form to the text, at a span. */
  setRubricMode(mode: "text", at: Span): void;
  /** Registers the form on the screen. Returns a function that removes it. */
  attachForm(port: FormPort): () => void;
}

/** An element of the designer: shows its store in the language of the interface. */
export abstract class DesignerElement extends StoreElement<DesignerStore> {
  protected get messages(): DesignerMessages {
    return designerMessages[this.store.lang];
  }
}
