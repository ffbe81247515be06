/** Copy and paste of items and sections as text of a rubric, also into another project; a pasted table opens its dialog. */
import type { Span } from "@yardstick/language";
import type { Workbench } from "../../store/workbench.js";
import type { Landing, RubricForm } from "../form.js";
import type { PasteDialog } from "./paste-dialog.js";

export interface ClipboardHost {
  readonly form: RubricForm;
  readonly store: Workbench;
  /** Start of the selected part. */
  readonly selected: number | null;
  /** Whether rows were marked by their grips. */
  readonly isMarking: boolean;
  markedSpans(): readonly Span[];
  focused(): HTMLElement | null;
  pasteDialog(): PasteDialog | null;
  land(landing: Landing, isOpening?: boolean): void;
}

export class PartClipboard {
  constructor(private readonly host: ClipboardHost) {}

  readonly onCopy = (event: ClipboardEvent): void => {
    const selected = getSelection()?.toString() ?? "";
    const spans = this.host.markedSpans();
    const field = this.host.focused();
    const isTyping =
      field instanceof HTMLInputElement && field.selectionStart !== field.selectionEnd && !this.host.isMarking;
    if (isTyping || (selected !== "" && !this.host.isMarking) || spans.length === 0) return;
    event.clipboardData?.setData("text/plain", this.host.form.textOf(spans));
    event.preventDefault();
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const page = event.clipboardData?.getData("text/html") ?? "";
    if (this.host.store.isReadOnly || text === "") return;
    const dialog = this.host.pasteDialog();
    if (dialog?.isShown === true) return;
    const after = this.host.selected;
    const landed = after === null ? null : this.host.form.pasteParts(text, [after, after]);
    if (landed !== null) {
      event.preventDefault();
      this.host.land(landed);
    } else if (/\t/.test(text) && /\n/.test(text.trim())) {
      event.preventDefault();
      dialog?.open(text, page);
    }
  };
}
