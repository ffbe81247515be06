/**
 * Copies, cuts and pastes items and sections as text of a rubric, also between projects, with the fields that they
 * read; a pasted table is read as a document.
 */
import type { Span } from "@yardstick/language";
import type { DesignerStore } from "./designer-element.js";
import type { Landing, RubricForm } from "../form/rubric-form.js";

/** Media type for the parts with the declarations that they read; the plain text contains the parts alone. */
const kit = "text/x-yardstick";

/** A table that was pasted, in both forms of the clipboard, with the start of the selected part. */
export interface PastedDocument {
  readonly html: string;
  readonly text: string;
  readonly selected: number | null;
}

/** The operations of the form that the clipboard uses. */
export interface ClipboardHost {
  readonly form: RubricForm;
  readonly store: DesignerStore;
  /** Start of the selected part. */
  readonly selected: number | null;
  /** Whether rows were selected by their grips or by keys. */
  readonly isMarking: boolean;
  markedSpans(): readonly Span[];
  focused(): HTMLElement | null;
  readDocument(pasted: PastedDocument): void;
  removeMarked(): void;
  land(landing: Landing, isOpening?: boolean): void;
}

/** Handles the clipboard events of the form. */
export class PartClipboard {
  #requested: readonly Span[] | null = null;

  constructor(private readonly host: ClipboardHost) {}

  /** From a menu, through `execCommand`: only its clipboard event can set more than plain text. */
  copy(spans: readonly Span[]): void {
    this.#requested = spans;
    if (!document.execCommand("copy")) void navigator.clipboard?.writeText(this.host.form.parts.textOf(spans));
    this.#requested = null;
  }

  readonly onCopy = (event: ClipboardEvent): void => {
    if (this.#requested === null && this.#isOfText()) return;
    const spans = this.#requested ?? this.host.markedSpans();
    if (spans.length === 0) return;
    const { parts } = this.host.form;
    event.clipboardData?.setData("text/plain", parts.textOf(spans));
    event.clipboardData?.setData(kit, parts.kitOf(spans));
    event.preventDefault();
  };

  readonly onCut = (event: ClipboardEvent): void => {
    if (this.host.store.isReadOnly || this.#isOfText()) return;
    this.onCopy(event);
    if (event.defaultPrevented) this.host.removeMarked();
  };

  readonly onPaste = (event: ClipboardEvent): void => {
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    const page = event.clipboardData?.getData("text/html") ?? "";
    const own = event.clipboardData?.getData(kit) ?? "";
    if (this.host.store.isReadOnly || (plain === "" && page === "")) return;
    const after = this.host.selected;
    const landed = this.host.form.parts.paste(own === "" ? plain : own, after === null ? null : [after, after]);
    if (landed !== null) {
      event.preventDefault();
      this.host.land(landed);
    } else if (/<table[\s>]/i.test(page) || (/\t/.test(plain) && /\n/.test(plain.trim()))) {
      event.preventDefault();
      this.host.readDocument({ html: page, text: plain, selected: after });
    }
  };

  /** Whether text is selected in a slot: the clipboard then applies to that text, unless rows are selected. */
  #isOfText(): boolean {
    if (this.host.isMarking) return false;
    const field = this.host.focused();
    const isTyping = field instanceof HTMLInputElement && field.selectionStart !== field.selectionEnd;
    return isTyping || (getSelection()?.toString() ?? "") !== "";
  }
}
