/**
 * The base of the elements: attributes, properties and events. The code of the views is loaded when an element is first connected, so that
 * this file can be imported where there is no document.
 */
import type { Result } from "@yardstick/engine";
import { sameTables, tablesOfData, type ElementTable, type PageData } from "./page-data.js";
import type { ElementContent, InputProblem, OpenProject, ResultDetail, ViewKind, Views } from "./views.js";

/** On a server there are no elements to extend; the classes can be imported there, not created. */
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

let loadViews: () => Promise<Views> = () =>
  Promise.reject(new Error("the views of the elements are not part of this build"));

/** Sets how the code of the views is loaded. Called once by the bundle of the package, before the elements are defined. */
export function provideViews(load: () => Promise<Views>): void {
  loadViews = load;
}

/** Properties that a page may have set before the element was defined. */
const SETTABLE = ["src", "htmlFor", "keepAs", "theme", "rubric", "tables", "data"] as const;

/** A value as it was assigned, and what the project held after it. */
interface Assigned<T> {
  readonly value: T;
  readonly held: T;
}

/**
 * The base of all elements: a view of a project. The project is given by blocks inside the element, by properties, by an attribute or by
 * a file (`src`), or is that of another element (`for`).
 *
 * @fires {CustomEvent<object>} yardstick-ready - The element has its project.
 * @fires {CustomEvent<ChangeDetail>} yardstick-change - Rubric or tables have changed, by the reader or by the page.
 * @fires {CustomEvent<ResultDetail>} yardstick-result - The project has been scored again.
 */
export abstract class YardstickElement extends Base {
  /** The attributes that are followed. */
  static readonly observedAttributes: readonly string[] = ["src", "for", "keep-as", "lang", "theme"];

  /** The view of this element. */
  protected abstract readonly kind: ViewKind;

  #views: Views | null = null;
  #project: OpenProject | null = null;
  #isOwn = false;
  #given: Partial<ElementContent> = {};
  #problems: readonly InputProblem[] = [];
  #unsubscribe = () => {};
  #lastResult: ResultDetail | null = null;
  #rubricAssigned: Assigned<string> | null = null;
  #dataAssigned: readonly ElementTable[] | null = null;
  /** The tables that the page has assigned last, as data or as tables. */
  #tablesAssigned: readonly ElementTable[] | null = null;
  #data: PageData | null = null;
  /** Counts openings, so that one that was overtaken by another ends. */
  #opening = 0;
  #isOpening = false;
  /** Where it listens for the element that `for` names; null when it does not. */
  #listensIn: Node | null = null;

  /**
   * Address of a project file; the page's content security policy must allow it.
   * @attr src
   */
  get src(): string | null {
    return this.getAttribute("src");
  }
  set src(src: string | null) {
    this.#setAttribute("src", src);
  }

  /**
   * Id of another of these elements in the same document or shadow root, whose project this one shows.
   * @attr for
   */
  get htmlFor(): string | null {
    return this.getAttribute("for");
  }
  set htmlFor(id: string | null) {
    this.#setAttribute("for", id);
  }

  /**
   * Name of the browser database to save the project in; without it, saving is left to the page.
   * @attr keep-as
   */
  get keepAs(): string | null {
    return this.getAttribute("keep-as");
  }
  set keepAs(name: string | null) {
    this.#setAttribute("keep-as", name);
  }

  /**
   * `light`, `dark` or `contrast`; empty for that of the system.
   * @attr theme
   */
  get theme(): string {
    return this.getAttribute("theme") ?? "";
  }
  set theme(theme: string) {
    this.#setAttribute("theme", theme === "" ? null : theme);
  }

  /**
   * The text of the rubric as it is, with what the reader has changed. An assignment is one step of undo; assigning the text that is
   * there changes nothing and fires no event.
   * @attr rubric
   */
  get rubric(): string {
    return this.#project?.content.rubric ?? this.#given.rubric ?? this.getAttribute("rubric") ?? "";
  }
  set rubric(rubric: string) {
    if (typeof rubric !== "string") throw new TypeError(`the rubric must be text, not ${typeof rubric}`);
    const project = this.#project;
    if (project === null) {
      this.#given = { ...this.#given, rubric };
      this.#rubricAssigned = { value: rubric, held: rubric };
      return;
    }
    const now = project.content.rubric;
    const before = this.#rubricAssigned;
    // The editor may hold a text in another form, such as with other line ends: the same text again is no change.
    if (rubric === now || (before?.value === rubric && before.held === now)) return;
    project.replaceRubric(rubric);
    this.#rubricAssigned = { value: rubric, held: project.content.rubric };
  }

  /**
   * The tables as they are, with what the reader has changed. Assigning equal tables changes nothing and fires no event. Assigned tables
   * stay when `src` changes, until `data` is null.
   */
  get tables(): readonly ElementTable[] {
    return this.#project?.content.tables ?? this.#given.tables ?? [];
  }
  set tables(tables: readonly ElementTable[]) {
    this.#dataAssigned = null;
    this.#setTables(tables);
  }
  #setTables(tables: readonly ElementTable[]): void {
    this.#tablesAssigned = tables;
    const project = this.#project;
    if (project === null) this.#given = { ...this.#given, tables };
    else if (!sameTables(tables, project.content.tables)) project.replaceTables(tables);
  }

  /**
   * Tables as rows of objects, keyed by column: the data that were last assigned. Assigning data equal to them changes nothing, fires no
   * event and keeps what the reader has changed since; to undo the reader's changes, assign `tables`. They stay when `src` changes; null leaves
   * the tables as they are, and the next file its own. Throws a `TypeError` or a
   * `RangeError` for a cell that is no exact value.
   */
  get data(): PageData | null {
    return this.#data;
  }
  set data(data: PageData | null) {
    const tables = data === null || data === undefined ? null : tablesOfData(data);
    this.#data = data ?? null;
    const before = this.#dataAssigned;
    this.#dataAssigned = tables;
    if (tables === null) this.#tablesAssigned = null;
    if (tables === null || (before !== null && sameTables(tables, before))) return;
    this.#setTables(tables);
  }

  /** The last result without errors; null before the first. */
  get result(): Result | null {
    return this.#project?.result.result ?? null;
  }

  /** Opens the project when the element enters a document. */
  connectedCallback(): void {
    this.#takeEarlyProperties();
    if (this.#project === null && !this.#isOpening) this.#open();
    this.#listenIn(this.htmlFor === null ? null : this.getRootNode());
  }

  /** Closes the project, unless the element was only moved. Content of its own is kept for when it is connected again. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Follows an attribute. */
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    const project = this.#project;
    if (name === "lang") {
      const lang = langOf(now);
      if (project !== null && this.#isOwn && lang !== null && lang !== project.lang) project.setLang(lang);
    } else if (name === "theme") {
      if (project !== null && this.#isOwn && now !== null && now !== project.theme) project.setTheme(now);
    } else {
      this.#close();
      // What the page has assigned is of the next project as well; a file has a text of its own.
      if (name === "src") this.#rubricAssigned = null;
      const [rubric, tables] = [this.#rubricAssigned?.value ?? null, this.#tablesAssigned];
      this.#given = { ...(rubric === null ? {} : { rubric }), ...(tables === null ? {} : { tables }) };
      this.connectedCallback();
    }
  }

  #setAttribute(name: string, value: string | null): void {
    if (value === null || value === undefined) this.removeAttribute(name);
    else if (value !== this.getAttribute(name)) this.setAttribute(name, value);
  }

  /** A property set before the class was known hides the accessor of that name. */
  #takeEarlyProperties(): void {
    const early = this as unknown as Record<string, unknown>;
    for (const name of SETTABLE) {
      if (!Object.hasOwn(this, name)) continue;
      const value = early[name];
      delete early[name];
      early[name] = value;
    }
  }

  #open(): void {
    const opening = ++this.#opening;
    const isOvertaken = () => opening !== this.#opening;
    this.#isOpening = true;
    void this.#opened(isOvertaken).then(
      () => {
        if (!isOvertaken()) this.#isOpening = false;
      },
      (error: unknown) => {
        if (!isOvertaken()) this.#isOpening = false;
        console.error(error);
      },
    );
  }

  async #opened(isOvertaken: () => boolean): Promise<void> {
    const views = await loadViews();
    await documentParsed();
    if (isOvertaken()) return;
    this.#views = views;
    if (this.htmlFor !== null) {
      const root = this.getRootNode() as Document | ShadowRoot;
      const other = root.querySelector(`#${CSS.escape(this.htmlFor)}`);
      const project = other instanceof YardstickElement && other !== this ? other.#project : null;
      if (project !== null) this.#show(project);
      return;
    }
    const { src } = this;
    const read = src === null ? views.contentInside(this) : await views.contentAt(src);
    if (isOvertaken()) return;
    this.#problems = read?.problems ?? [];
    const content = { rubric: this.getAttribute("rubric") ?? "", tables: [], ...read?.content, ...this.#given };
    this.#isOwn = true;
    this.#show(
      views.open(content, {
        kind: this.kind,
        lang: langOf(this.getAttribute("lang")),
        theme: this.getAttribute("theme"),
        keepAs: this.keepAs,
      }),
    );
  }

  #show(project: OpenProject): void {
    this.#unsubscribe();
    this.#project = project;
    const { rubric } = this.#given;
    this.#rubricAssigned = rubric === undefined ? null : { value: rubric, held: project.content.rubric };
    this.#lastResult = null;
    this.#unsubscribe = project.subscribe({
      onChange: (change) => this.#notify("yardstick-change", change),
      onResult: (result) => {
        const before = this.#lastResult;
        this.#lastResult = result;
        const isSame =
          before?.result === result.result &&
          before.isStale === result.isStale &&
          before.diagnostics === result.diagnostics;
        if (!isSame) this.#notify("yardstick-result", result);
      },
      onAppearance: () => this.#wear(project),
    });
    this.#wear(project);
    this.#views?.show(this.kind, this, project, this.#problems);
    this.#notify("yardstick-ready", {}, true);
  }

  /** Sets theme and language on the element; the views read them there. */
  #wear(project: OpenProject): void {
    const { theme, lang } = project;
    if (theme === null) delete this.dataset["theme"];
    else this.dataset["theme"] = theme;
    if (langOf(this.lang) !== lang) this.lang = lang === "zh" ? "zh-CN" : "en";
  }

  #notify(type: string, detail: object, bubbles = false): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles }));
  }

  #close(): void {
    this.#opening += 1;
    this.#isOpening = false;
    this.#listenIn(null);
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    const project = this.#project;
    this.#project = null;
    if (project === null) return;
    this.#views?.show(this.kind, this, null, []);
    if (this.#isOwn) {
      this.#given = project.content;
      project.close();
    }
    this.#isOwn = false;
  }

  /** An element that was removed no longer knows the root that it was in. */
  #listenIn(root: Node | null): void {
    if (root === this.#listensIn) return;
    this.#listensIn?.removeEventListener("yardstick-ready", this.#onOther);
    root?.addEventListener("yardstick-ready", this.#onOther);
    this.#listensIn = root;
  }

  #onOther = (event: Event): void => {
    if ((event.target as Element).id === this.htmlFor) this.#open();
  };
}

/** The language of an attribute; null for none. */
function langOf(lang: string | null): "zh" | "en" | null {
  if (lang === null || lang === "") return null;
  return lang.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Blocks inside an element may follow a script that has defined the element. */
async function documentParsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}
