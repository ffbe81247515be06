/**
 * The host of the text editor, in the light DOM because Monaco's hover does not work in a shadow root. Shows the plain
 * text immediately, loads the editor when it first becomes visible, and keeps the two in sync.
 */
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { loadTextEditor } from "../monaco/load.js";
import type { TextEditor } from "../monaco/text-editor.js";
import "../styles/editor.css";
import type { Good } from "../../protocol/protocol.js";
import { withLastGoodFix } from "../base/put-back.js";
import { isDark, systemDark } from "@yardstick/ui";
import { StoreElement } from "../base/store-element.js";

@customElement("ys-rubric-editor")
export class RubricEditor extends StoreElement {
  protected readonly topics = ["project", "evaluation", "save"] as const;
  @state() private isFailed = false;
  @query(".yardstick-editor") private host!: HTMLElement;
  #editor: TextEditor | null = null;
  #isLoading = false;
  #wantsFocus = false;
  #goodOfLenses: Good | null = null;
  #detach: (() => void) | null = null;
  #sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#load();
  });
  /** Kept in a field: a media query list without a reference may be garbage collected and stops dispatching. */
  readonly #systemDark = systemDark();
  #onSystemTheme = () => this.#refresh();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight.observe(this);
    this.#systemDark.addEventListener("change", this.#onSystemTheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
    this.#systemDark.removeEventListener("change", this.#onSystemTheme);
    this.#detach?.();
    this.#editor?.dispose();
    this.#editor = null;
  }

  override render() {
    return html`<div class="yardstick-editor"></div>
      ${
        this.#editor === null
          ? html`<pre class="yardstick-plain" tabindex="0" aria-label=${this.messages.rubricText}>
${this.store.rubric}</pre>`
          : nothing
      }
      ${this.isFailed ? html`<p class="yardstick-failed" role="alert">${this.messages.editorFailed}</p>` : nothing}`;
  }

  protected override onChange(): void {
    if (this.#editor === null) this.requestUpdate();
    else this.#refresh();
  }

  async #load(): Promise<void> {
    if (this.#isLoading || this.#editor !== null) return;
    this.#isLoading = true;
    try {
      const Editor = await loadTextEditor(this.store.lang);
      await this.updateComplete;
      if (!this.isConnected) return;
      this.#open(Editor);
    } catch {
      this.isFailed = true;
    } finally {
      this.#isLoading = false;
    }
  }

  #open(Editor: typeof TextEditor): void {
    const { store } = this;
    const editor = new Editor(this.host, store.rubric, this.messages.rubricText, {
      project: {
        request: (feature, request) => store.request(feature, request),
        path: () => store.path,
        textOf: (path) => store.files.find((file) => file.path === path)?.rubric ?? null,
        open: (path, span) => store.openFile(path, span),
        outcomes: () => new Map(store.good?.tests.map(({ name, passed }) => [name, passed])),
        showTests: () => store.showTests(),
        lensMessages: () => this.messages.lens,
      },
      onText: (text) => store.setRubric(text),
      onCursor: (cursor) => store.setCursor(cursor),
    });
    this.#editor = editor;
    this.#detach = store.attachText(editor);
    this.#refresh();
    this.requestUpdate();
    if (this.#wantsFocus) editor.focus();
  }

  #refresh(): void {
    const { store } = this;
    this.#editor?.setTheme(
      isDark(store.preferences),
      store.preferences.theme ?? (isDark(store.preferences) ? "dark" : "light"),
    );
    this.#editor?.setLabel(this.messages.rubricText);
    this.#editor?.setReadOnly(store.isReadOnly, this.messages.readOnlyNotice);
    this.#editor?.showDiagnostics(withLastGoodFix(store.evaluation.diagnostics, store));
    if (store.good !== this.#goodOfLenses) {
      this.#goodOfLenses = store.good;
      this.#editor?.refreshLenses();
    }
  }

  format(): void {
    this.#editor?.format();
  }

  find(): void {
    this.#editor?.find();
  }

  override focus(): void {
    this.#wantsFocus = true;
    this.#editor?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ys-rubric-editor": RubricEditor;
  }
}
