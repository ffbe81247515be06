/**
 * Changes and reveals the rubric's text: through the open editor, whose model then holds the undo stack, or with a
 * history of its own. A requested reveal waits until the form or the editor can show it.
 */
import type { TextEdit } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { FormPort } from "@yardstick/designer/view";
import type { RubricMode } from "../storage/preferences.js";
import type { TextPort } from "./state.js";
import { RubricUndo } from "./rubric-undo.js";

/** The part of the workbench that editing reads and changes. */
interface EditingHost {
  readonly rubric: string;
  readonly rubricMode: RubricMode;
  setRubric(rubric: string): void;
}

/** Edits and reveals the text. */
export class RubricEditing {
  #text: TextPort | null = null;
  #form: FormPort | null = null;
  #pendingReveal: Span | null = null;
  readonly #undo = new RubricUndo();
  #isReplaying = false;

  constructor(private readonly host: EditingHost) {}

  /** Earlier steps are being replayed in an editor, which does not change the text. */
  get isReplaying(): boolean {
    return this.#isReplaying;
  }
  get canUndo(): boolean {
    return (this.#text ?? this.#undo).canUndo;
  }
  get canRedo(): boolean {
    return (this.#text ?? this.#undo).canRedo;
  }

  edit(edits: readonly TextEdit[]): void {
    if (this.#text !== null) this.#text.apply(edits);
    else this.host.setRubric(this.#undo.edit(this.host.rubric, edits));
  }

  undo(): void {
    if (this.#text !== null) this.#text.undo();
    else this.host.setRubric(this.#undo.undo() ?? this.host.rubric);
  }

  redo(): void {
    if (this.#text !== null) this.#text.redo();
    else this.host.setRubric(this.#undo.redo() ?? this.host.rubric);
  }

  /** Starts with the text of another revision, or of another project or file (`isOther`); earlier steps cannot be undone. */
  restart(rubric: string, isOther: boolean): void {
    this.#undo.clear();
    this.#text?.replace(rubric, isOther);
  }

  /** Reveals a span of the text in the form or the editor, as soon as it is on the screen. */
  reveal(span: Span): void {
    const isForm = this.host.rubricMode === "form";
    if (isForm && this.#form !== null) this.#form.reveal(span);
    else if (isForm || this.#text === null) this.#pendingReveal = span;
    else this.#text.reveal(span);
  }

  /** Registers the form on the screen. Returns a function that removes it. */
  attachForm(port: FormPort): () => void {
    this.#form = port;
    if (this.#pendingReveal !== null && this.host.rubricMode === "form") {
      port.reveal(this.#pendingReveal);
      this.#pendingReveal = null;
    }
    return () => {
      if (this.#form === port) this.#form = null;
    };
  }

  /** Registers the open editor. Returns a function that removes it. */
  attachText(port: TextPort): () => void {
    this.#isReplaying = true;
    this.#undo.replayInto(port);
    this.#isReplaying = false;
    this.#text = port;
    if (this.#pendingReveal !== null) port.reveal(this.#pendingReveal);
    this.#pendingReveal = null;
    return () => {
      if (this.#text === port) this.#text = null;
    };
  }
}
