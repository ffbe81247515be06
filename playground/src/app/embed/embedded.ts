/**
 * The base of every embeddable element: a view of a project. The project comes from blocks inside the element, from its
 * properties or from a file (`src`), or is that of another element (`for`). Changes and results are dispatched as
 * events.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Diagnostic, Lang } from "@yardstick/language";
import type { Result } from "@yardstick/engine";
import type { RubricMode, Theme } from "../../storage/preferences.js";
import type { ProjectContent, TableText } from "../../project/project.js";
import { Workbench } from "../../store/workbench.js";
import { contentOfFile, contentInside, tablesOfData, type PageData, type PageContent } from "./page-content.js";
import { adoptTokens } from "./page-tokens.js";
import { embeddedEnvironment } from "./environment.js";

/** Detail of `yardstick-change`: the current project. */
export interface ChangeDetail {
  readonly rubric: string;
  readonly tables: readonly TableText[];
}

/**
 * Detail of `yardstick-result`: `result` is the last one without errors; `isStale` is true when the text has changed
 * since.
 */
export interface ResultDetail {
  readonly result: Result | null;
  readonly isStale: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: ProjectContent = { rubric: "", tables: [] };

/** The base class; subclasses load and render one view. */
export abstract class Embedded extends LitElement {
  /** Address of a project file; the page's content security policy must allow it. */
  @property() src: string | null = null;
  /** Id of another of these elements, whose project this one shows. */
  @property({ attribute: "for" }) htmlFor: string | null = null;
  /** Name of the browser database to save the project in; without it, saving is left to the page. */
  @property({ attribute: "keep-as" }) keepAs: string | null = null;
  @property() override lang = "";
  @property() theme: Theme | "" = "";
  @state() private problems: PageContent["problems"] = [];
  @state() private shown: Workbench | null = null;
  @state() private isLoaded = false;
  #own: Workbench | null = null;
  #given: Partial<ProjectContent> = {};
  #unsubscribe = () => {};
  #onOther = (event: Event) => {
    if ((event.target as Element).id === this.htmlFor) this.#begin();
  };

  /** Loads the code of the view. */
  protected abstract load(): Promise<unknown>;
  /** Called once `load` has finished and a store exists. */
  protected abstract view(store: Workbench): TemplateResult;
  /** How this element shows the rubric: as form, text or both. */
  protected readonly rubricMode: RubricMode = "form";

  /** The state of the element; null until the element is connected. */
  get store(): Workbench | null {
    return this.shown;
  }

  get rubric(): string {
    return this.shown?.rubric ?? this.#given.rubric ?? "";
  }
  set rubric(rubric: string) {
    if (this.shown === null) this.#given = { ...this.#given, rubric };
    else if (rubric !== this.shown.rubric)
      this.shown.editRubric([{ span: [0, this.shown.rubric.length], text: rubric }]);
  }

  get tables(): readonly TableText[] {
    return this.shown?.tables ?? this.#given.tables ?? [];
  }
  set tables(tables: readonly TableText[]) {
    if (this.shown === null) this.#given = { ...this.#given, tables };
    else this.shown.editTables(() => tables, { role: "subjects", name: "", row: 0, column: "" });
  }

  /** Tables as rows of objects, keyed by column. */
  set data(data: PageData) {
    this.tables = tablesOfData(data);
  }

  /**
   * Renders into the light DOM, after the blocks, because Monaco's mouse handling does not work inside a shadow root.
   * The views inside have shadow roots of their own.
   */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    adoptTokens(this.getRootNode());
    if (!this.isLoaded) void this.load().then(() => (this.isLoaded = true));
    if (this.shown === null) this.#begin();
    if (this.htmlFor !== null) this.getRootNode().addEventListener("yardstick-ready", this.#onOther);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.getRootNode().removeEventListener("yardstick-ready", this.#onOther);
    // An element that was moved within the page is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isAnother = changed.has("src") || changed.has("htmlFor") || changed.has("keepAs");
    if (this.hasUpdated && isAnother) {
      this.#end();
      this.#begin();
    }
    const { shown } = this;
    if (shown === null || this.#own === null) return;
    const lang: Lang | null = this.lang === "" ? null : this.lang.toLowerCase().startsWith("zh") ? "zh" : "en";
    if (changed.has("lang") && lang !== null && lang !== shown.lang) shown.setLang(lang);
    if (changed.has("theme") && this.theme !== "" && this.theme !== shown.preferences.theme) shown.setTheme(this.theme);
  }

  override render() {
    const { shown, problems } = this;
    return html`${
      problems.length === 0
        ? nothing
        : html`<ul class="yardstick-problems" role="alert">
            ${problems.map((problem) => html`<li>${problem[shown?.lang ?? "zh"]}</li>`)}
          </ul>`
    }
    ${shown === null || !this.isLoaded ? nothing : this.view(shown)}`;
  }

  #begin(): void {
    if (this.htmlFor !== null) {
      const other = (this.getRootNode() as ParentNode).querySelector<Embedded>(`#${CSS.escape(this.htmlFor)}`);
      if (other instanceof Embedded && other.store !== null) this.#show(other.store);
      return;
    }
    if (this.src === null) {
      const inside = contentInside(this);
      this.problems = inside?.problems ?? [];
      this.#open({ ...NOTHING, ...inside?.content, ...this.#given });
      return;
    }
    const { src } = this;
    void fetched(src).then((given) => {
      if (this.src !== src || !this.isConnected || this.shown !== null) return;
      this.problems = given.problems;
      this.#open({ ...given.content, ...this.#given });
    });
  }

  #open(content: ProjectContent): void {
    const { lang, theme, rubricMode } = this;
    const store = new Workbench(
      embeddedEnvironment(
        content,
        {
          rubricMode,
          ...(lang === "" ? {} : { lang: lang.toLowerCase().startsWith("zh") ? "zh" : "en" }),
          ...(theme === "" ? {} : { theme }),
        },
        this.keepAs,
      ),
    );
    this.#own = store;
    this.#show(store);
    void store.start();
  }

  #show(store: Workbench): void {
    this.#unsubscribe();
    this.shown = store;
    const ends = [
      store.subscribe(["project"], () =>
        this.#notify("yardstick-change", { rubric: store.rubric, tables: store.tables }),
      ),
      store.subscribe(["evaluation"], () => {
        const { good, isStale, diagnostics } = store.evaluation;
        this.#notify("yardstick-result", { result: good?.result ?? null, isStale, diagnostics });
      }),
      store.subscribe(["preferences"], () => this.#applyTheme(store)),
    ];
    this.#unsubscribe = () => ends.forEach((end) => end());
    this.#applyTheme(store);
    this.#notify("yardstick-ready", {}, true);
  }

  /** Sets theme and language on the element, as `applyTheme` does for the playground's own page. */
  #applyTheme(store: Workbench): void {
    const { theme } = store.preferences;
    if (theme === null) delete this.dataset["theme"];
    else this.dataset["theme"] = theme;
    this.lang = store.lang === "zh" ? "zh-CN" : "en";
  }

  #notify(type: string, detail: object, bubbles = false): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles }));
  }

  #end(): void {
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    this.shown = null;
    void this.#own?.flush();
    this.#own?.dispose();
    this.#own = null;
  }
}

async function fetched(address: string): Promise<PageContent> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    return contentOfFile(await response.text(), address);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      content: NOTHING,
      problems: [
        {
          zh: `未能获取“${address}”（${why}）。请检查地址是否正确，以及本页的内容策略是否允许。`,
          en: `"${address}" could not be fetched (${why}). Check the address, and whether the page's content security policy allows it.`,
        },
      ],
    };
  }
}
