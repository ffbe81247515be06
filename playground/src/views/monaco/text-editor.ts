/**
 * A Monaco editor for one rubric, in a host in the light DOM, behind the small interface that the store uses. Its model
 * holds the only undo stack of the text, so every change of the text is made through this class.
 */
import type { Diagnostic, TextEdit } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { Cursor } from "@yardstick/designer";
import type { TextPort } from "../../store/state.js";
import { registerAnnotations } from "./annotations.js";
import { assist, type Project } from "./requests.js";
import { registerAssistance } from "./assistance.js";
import { registerNavigation } from "./navigation.js";
import { editsOf, rangeOf, registerQuickFixes, showDiagnostics } from "./problems.js";
import { RUBRIC } from "./rubric-language.js";
import { monaco } from "./setup.js";
import { applyTheme } from "./theme.js";

/** Callbacks for changes of the text and of the cursor. */
export interface TextEditorListener {
  readonly project: Project;
  onText(text: string): void;
  onCursor(cursor: Cursor): void;
}

registerQuickFixes();
registerAssistance();
registerNavigation();
const refreshLenses = registerAnnotations();

/**
 * Width in pixels from which the font is one size larger, and below which lines wrap, because the pane is that of a
 * phone.
 */
const WIDE = 780;
const NARROW = 480;

/** Number of lines up to which a revealed span is selected; of a longer one, only the start is. */
const SHORT = 3;

/** The editor; its host must be in the light DOM. */
export class TextEditor implements TextPort {
  readonly #model: monaco.editor.ITextModel;
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  readonly #overflow: HTMLElement;
  readonly #resizes: ResizeObserver;
  readonly #marks: monaco.editor.IEditorDecorationsCollection;

  constructor(host: HTMLElement, text: string, label: string, listener: TextEditorListener) {
    // Widgets that extend beyond the pane are appended to the page's body: a container query around them would clip
    // them.
    this.#overflow = document.createElement("div");
    this.#overflow.className = "monaco-editor yardstick-overflow";
    this.#overflow.addEventListener("keydown", this.#onWidgetKey);
    document.body.append(this.#overflow);
    this.#model = monaco.editor.createModel(text, RUBRIC);
    this.#model.updateOptions({ tabSize: 2, insertSpaces: true });
    assist(this.#model, listener.project);
    this.#editor = monaco.editor.create(host, {
      model: this.#model,
      ariaLabel: label,
      automaticLayout: true,
      fontFamily: getComputedStyle(host).getPropertyValue("--font-code"),
      fontLigatures: false,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderLineHighlight: "all",
      renderWhitespace: "none",
      guides: { indentation: false, bracketPairs: false },
      bracketPairColorization: { enabled: false },
      unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 14,
      glyphMargin: false,
      folding: true,
      codeLens: true,
      "semanticHighlighting.enabled": true,
      padding: { top: 6, bottom: 6 },
      overviewRulerLanes: 2,
      overviewRulerBorder: false,
      hideCursorInOverviewRuler: true,
      scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
      fixedOverflowWidgets: true,
      overflowWidgetsDomNode: this.#overflow,
      wordBasedSuggestions: "off",
      quickSuggestions: { other: "on", comments: "off", strings: "off" },
      suggest: { showIcons: true, preview: false, showStatusBar: false, snippetsPreventQuickSuggestions: false },
      inlayHints: { enabled: "on", fontFamily: getComputedStyle(host).fontFamily, fontSize: 12, padding: true },
      links: false,
      ...sizes(host.clientWidth),
    });
    this.#marks = this.#editor.createDecorationsCollection();
    this.#editor.onDidChangeModelContent(() => {
      this.#marks.clear();
      listener.onText(this.#model.getValue());
    });
    this.#editor.onDidChangeCursorPosition(({ position }) =>
      listener.onCursor({
        line: position.lineNumber,
        column: position.column,
        offset: this.#model.getOffsetAt(position),
      }),
    );
    this.#resizes = new ResizeObserver(() => this.#editor.updateOptions(sizes(host.clientWidth)));
    this.#resizes.observe(host);
  }

  /** Monaco handles keys inside the editor only; the input for a new name is outside, among the widgets. */
  readonly #onWidgetKey = (event: KeyboardEvent): void => {
    const command = { Enter: "acceptRenameInput", Escape: "cancelRenameInput" }[event.key];
    const isName = (event.target as Element).matches(".rename-input");
    if (command === undefined || !isName || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#editor.trigger("keyboard", command, null);
  };

  get canUndo(): boolean {
    return this.#model.canUndo();
  }
  get canRedo(): boolean {
    return this.#model.canRedo();
  }

  apply(edits: readonly TextEdit[]): void {
    this.#editor.pushUndoStop();
    this.#editor.executeEdits("yardstick", editsOf(this.#model, edits));
    this.#editor.pushUndoStop();
  }

  /**
   * Replaces the text by that of another tab, revision or project; earlier steps cannot be undone past it. Of another
   * project or file (`isOther`) the start is shown, also where its text is the same.
   */
  replace(text: string, isOther: boolean): void {
    if (!isOther && text === this.#model.getValue()) return;
    this.#model.setValue(text);
    if (!isOther) return;
    this.#editor.setPosition({ lineNumber: 1, column: 1 });
    this.#editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
  }

  /**
   * Reveals a span, highlights its lines until the next change, and focuses the editor on devices with a keyboard. A
   * short span is selected, so that typing replaces it.
   */
  reveal(span: Span): void {
    const range = rangeOf(this.#model, span);
    const start = range.getStartPosition();
    const isShort = range.endLineNumber - range.startLineNumber < SHORT;
    this.#editor.setSelection(isShort ? range : monaco.Range.fromPositions(start));
    if (isShort) this.#editor.revealRangeInCenterIfOutsideViewport(range);
    else this.#editor.revealLineNearTop(start.lineNumber);
    this.#marks.set([{ range, options: { isWholeLine: true, className: "yardstick-revealed" } }]);
    // On a touch screen, focusing would open the keyboard over the revealed text.
    if (!matchMedia("(pointer: coarse)").matches) this.#editor.focus();
  }

  focus(): void {
    this.#editor.focus();
  }

  undo(): void {
    void this.#model.undo();
  }

  redo(): void {
    void this.#model.redo();
  }

  showDiagnostics(diagnostics: readonly Diagnostic[]): void {
    showDiagnostics(this.#model, diagnostics);
  }

  /** Refreshes the code lenses after the outcomes of tests may have changed. */
  refreshLenses(): void {
    refreshLenses();
  }

  /** Formats the text in the standard layout, as one step of undo. */
  format(): void {
    void this.#editor.getAction("editor.action.formatDocument")?.run();
  }

  /** Opens the editor's search. */
  find(): void {
    this.#editor.focus();
    void this.#editor.getAction("actions.find")?.run();
  }

  setReadOnly(isReadOnly: boolean, message: string): void {
    this.#editor.updateOptions({
      readOnly: isReadOnly,
      domReadOnly: isReadOnly,
      readOnlyMessage: { value: message },
    });
  }

  setLabel(label: string): void {
    this.#editor.updateOptions({ ariaLabel: label });
  }

  setTheme(isDark: boolean, name: string): void {
    applyTheme(this.#editor.getContainerDomNode(), isDark, name);
  }

  dispose(): void {
    this.#resizes.disconnect();
    this.#editor.dispose();
    this.#model.dispose();
    this.#overflow.remove();
  }
}

function sizes(width: number): monaco.editor.IEditorOptions {
  if (width >= WIDE) return { fontSize: 15, lineHeight: 28, wordWrap: "off" };
  if (width > 0 && width < NARROW) return { fontSize: 13, lineHeight: 24, wordWrap: "on" };
  return { fontSize: 14, lineHeight: 26, wordWrap: "off" };
}
